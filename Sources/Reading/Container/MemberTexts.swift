internal import Narration

/// The members of a container that are read, one behind the other.
struct MemberTexts {
  let archive: ZipArchive
  /// As ``SourceText`` takes them.
  private(set) var members: [(name: String, text: String)] = []
  private(set) var notices: [Complaint] = []
  private var size = 0

  init(_ archive: ZipArchive) { self.archive = archive }

  /// What complaints call a member: `book.epub/OEBPS/ch1.xhtml`.
  func name(of member: String) -> String { "\(archive.name)/\(member)" }

  /// Takes a member in.
  ///
  /// - Returns: its text and where it begins; nil when the archive has no such member.
  mutating func add(_ member: String) throws(ReadingError) -> (text: String, base: Int)? {
    guard let bytes = try archive.bytes(of: member) else { return nil }
    let decoded = MemberText.decode(bytes, named: name(of: member))
    notices += decoded.notices
    let base = size
    members.append((name(of: member), decoded.text))
    size += decoded.text.utf8.count
    return (decoded.text, base)
  }

  /// Takes in a member of XML, which is read as HTML when it is no XML: what careless tools wrote is
  /// read to its end, with a warning.
  mutating func parse(_ member: String) throws(ReadingError) -> (
    tree: MarkupTree, source: Range<Int>
  )? {
    guard let (text, base) = try add(member) else { return nil }
    let source = base..<base + text.utf8.count
    let parsed = XMLParser.parse(text, named: name(of: member), base: base)
    if let outside = parsed.outside { notices.append(outside) }
    if var damage = parsed.damage {
      damage.what += ", so that it is read as HTML"
      damage.remedy = "check that nothing is missing there"
      notices.append(damage)
      let html = HTMLParser.parse(XHTMLRepair.withoutEmptyTags(text), base: base)
      warn(ifFlattened: html.isFlattened, member)
      return (html.tree, source)
    }
    warn(ifFlattened: parsed.isFlattened, member)
    return (parsed.tree, source)
  }

  private mutating func warn(ifFlattened isFlattened: Bool, _ member: String) {
    guard isFlattened else { return }
    notices.append(
      Complaint(
        .warning, at: name(of: member),
        "elements are nested so deep that their structure is not kept; their text is read"))
  }
}
