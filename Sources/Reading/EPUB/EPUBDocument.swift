internal import Narration

/// A document of the spine, parsed.
struct EPUBDocument {
  /// The member it is.
  let path: String
  let tree: MarkupTree
  /// Where its text begins and ends in the episode's source.
  let source: Range<Int>
  /// Why all of it is left out, nil when it is read.
  var reasonToLeaveOut: Omission.Reason?

  var root: MarkupElement { tree.root }

  /// The `body`, or all of a document without one.
  var body: MarkupElement { root.descendants("body").first ?? root }

  /// Whether it is a list of links: nothing but headings beside what readers skip, or links for three
  /// quarters of its letters.
  var isContentsPage: Bool {
    var rest = 0
    var linked = 0
    var links = 0
    body.walk { node in
      switch node {
      case .text(let pieces):
        for piece in pieces { rest += piece.text.utf8.count { $0 > 0x20 } }
        return true
      case .element(let element):
        if EPUBRoles.reasonToLeaveOut(element) != nil { return false }
        switch ElementRole(element) {
        case .heading, .leftOut: return false
        default: break
        }
        guard element.name == "a", element["href"] != nil else { return true }
        links += 1
        linked += element.text.utf8.count { $0 > 0x20 }
        return false
      }
    }
    return rest == 0 && links == 0 || links > 2 && linked >= 3 * rest
  }

  /// Whether it shows an image and says nothing.
  var isPicture: Bool {
    body.text.allSatisfy(\.isWhitespace) && !body.descendants("img", "image").isEmpty
  }
}

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

/// Makes XHTML that is not well formed fit for a parser of HTML.
enum XHTMLRepair {
  /// The text with blanks for tags of elements that XML closes at once and HTML does not, which would
  /// swallow all that follows: `<title/>`, `<a id="x"/>`. Every other byte keeps its place.
  static func withoutEmptyTags(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var offset = 0
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = open + 1
      guard offset < bytes.count, (bytes[offset] | 0x20) &- 0x61 < 26 else { continue }
      var end = offset
      var quote: UInt8 = 0
      while end < bytes.count {
        let byte = bytes[end]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
          break
        }
        end += 1
      }
      guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else {
        // A quote that nobody closes hides no tag behind it.
        if end == bytes.count, quote != 0 { continue }
        offset = end
        continue
      }
      let name = String(
        decoding: bytes[offset..<end].prefix { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 },
        as: UTF8.self
      ).lowercased()
      if bytes[end - 1] == UInt8(ascii: "/"), unclosed.contains(name) {
        for index in open...end where bytes[index] != 0x0A && bytes[index] != 0x0D {
          bytes[index] = 0x20
        }
      }
      offset = end + 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Elements of HTML that only an end tag ends.
  private static let unclosed: Set<String> = [
    "a", "abbr", "address", "article", "aside", "audio", "b", "blockquote", "body", "button",
    "canvas", "caption", "center", "cite", "code", "dd", "del", "details", "dfn", "div", "dl", "dt",
    "em", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "i", "iframe", "ins", "kbd", "label", "li", "main", "map", "mark", "nav",
    "noscript", "object", "ol", "p", "pre", "q", "s", "samp", "script", "section", "select",
    "small",
    "span", "strike", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td",
    "template",
    "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul", "var", "video",
  ]
}
