/// What a tag of HTML does to the stack of open elements (HTML Standard, 13.2.6), by its name.
struct TagKind: OptionSet {
  let rawValue: UInt16

  /// Has no content, or is dropped by every parser.
  static let void = TagKind(rawValue: 1 << 0)
  /// Its content is text, whatever it looks like.
  static let raw = TagKind(rawValue: 1 << 1)
  /// Ends an open paragraph.
  static let endsParagraph = TagKind(rawValue: 1 << 2)
  /// An end tag from within it does not reach what is open outside of it.
  static let barrier = TagKind(rawValue: 1 << 3)
  /// Opened again in the next block when it is not closed.
  static let formatting = TagKind(rawValue: 1 << 4)
  /// A stray end tag does not reach across it.
  static let special = TagKind(rawValue: 1 << 5)
  /// `td`, `tr` and the like: part of a table, ended by the next of its kind.
  static let tablePart = TagKind(rawValue: 1 << 6)
  /// Forgets the formatting inside it when it ends.
  static let marker = TagKind(rawValue: 1 << 7)
  /// SVG and MathML, where other rules hold.
  static let foreign = TagKind(rawValue: 1 << 8)
  /// Where HTML begins again in SVG and MathML.
  static let integration = TagKind(rawValue: 1 << 9)
  /// Ends SVG and MathML that is open.
  static let breakout = TagKind(rawValue: 1 << 10)
  /// `h1` to `h6`, any of which ends any other.
  static let heading = TagKind(rawValue: 1 << 11)

  /// What is known of a name in lower case.
  static func of(_ name: String) -> TagKind { table[name] ?? [] }

  private static let table: [String: TagKind] = {
    var table: [String: TagKind] = [:]
    func add(_ kind: TagKind, _ names: String) {
      for name in names.split(separator: " ") { table[String(name), default: []].insert(kind) }
    }
    add(
      .void,
      "area base basefont bgsound br col embed hr img image input keygen link meta param source "
        + "track wbr frame html head body frameset")
    add(.raw, "script style textarea title xmp iframe noembed noframes plaintext")
    add(
      .endsParagraph,
      "address article aside blockquote center details dialog dir div dl fieldset figcaption "
        + "figure footer header hgroup main menu nav ol p section summary ul h1 h2 h3 h4 h5 h6 "
        + "pre listing form table hr xmp plaintext li dd dt")
    add(
      .barrier,
      "applet caption html table td th marquee object template foreignobject desc mi mo mn ms "
        + "mtext annotation-xml")
    add(.formatting, "a b big code em font i nobr s small strike strong tt u")
    add(
      .special,
      "address applet area article aside blockquote button caption center col colgroup dd details "
        + "dir div dl dt embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
        + "hgroup iframe li listing main marquee menu nav noscript object ol p pre search section "
        + "select summary table tbody td template tfoot th thead tr ul foreignobject desc mi mo "
        + "mn ms mtext annotation-xml")
    add(.tablePart, "caption colgroup tbody tfoot thead tr td th")
    add(.marker, "td th caption applet marquee object template")
    add(.foreign, "svg math")
    add(.integration, "foreignobject desc title mi mo mn ms mtext annotation-xml")
    add(
      .breakout,
      "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img "
        + "li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u "
        + "ul var")
    add(.heading, "h1 h2 h3 h4 h5 h6")
    return table
  }()
}
