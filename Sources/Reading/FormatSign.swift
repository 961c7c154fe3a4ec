/// What bytes and names say of a text's format.
enum FormatSign {
  /// How many bytes are looked at.
  private static let head = 4096

  /// What is known of a file's format.
  enum Finding: Equatable {
    case format(SourceFormat)
    /// Markup that no reader stands for, by its name: `an RTF document`.
    case unread(String)
  }

  /// What the bytes say of themselves, and where they say nothing what the name says.
  static func format(of bytes: [UInt8], named name: String) -> Finding {
    if let found = container(bytes) { return found }
    let start = beginning(of: bytes)
    if let found = markup(start) ?? captions(start) ?? json(start) { return found }
    return .format(format(ofName: name) ?? (looksLikeMarkdown(start) ? .markdown : .plainText))
  }

  /// The first characters without a mark of the encoding and white space; half of the bytes of
  /// UTF-16 are left out, which keeps what is ASCII.
  private static func beginning(of bytes: [UInt8]) -> Substring {
    var bytes = Array(bytes.prefix(head))
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      bytes = bytes.dropFirst(2).filter { $0 != 0 }
    }
    return String(decoding: bytes, as: UTF8.self).drop(while: \.isWhitespace)
  }

  // MARK: Signs

  /// A ZIP archive that is an EPUB (OCF 3.3, 4.2.1: the first member is `mimetype`) or a DOCX.
  private static func container(_ bytes: [UInt8]) -> Finding? {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let start = String(decoding: bytes.prefix(head), as: UTF8.self)
    if start.contains("mimetypeapplication/epub+zip") { return .format(.epub) }
    if start.contains("[Content_Types].xml") || start.contains("word/") { return .format(.docx) }
    let end = String(decoding: bytes.suffix(1 << 16), as: UTF8.self)
    if end.contains("META-INF/container.xml") { return .format(.epub) }
    return end.contains("word/document.xml") ? .format(.docx) : nil
  }

  private static func markup(_ start: Substring) -> Finding? {
    if start.hasPrefix("{\\rtf") { return .unread("an RTF document") }
    guard start.first == "<" else { return nil }
    var rest = start
    var doctype = ""
    // What stands before the first element: declaration, comments, instructions, document type.
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      let end = rest.hasPrefix("<!--") ? "-->" : ">"
      guard let at = rest.firstRange(of: end) else { break }
      if !rest.hasPrefix("<!--"), rest.hasPrefix("<!") {
        doctype = rest[..<at.lowerBound].lowercased()
      }
      rest = rest[at.upperBound...].drop(while: \.isWhitespace)
    }
    if doctype.hasPrefix("<!doctype html") { return .format(.html) }
    let tag = rest.prefix { $0 != ">" }
    let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != "/" }
      .lowercased()
    let local = name.split(separator: ":").last.map(String.init) ?? name
    switch local {
    case "html": return .format(.html)
    case "head", "body", "p", "div": return .format(.html)
    case "rss", "feed", "rdf": return .format(.feed)
    case "article":
      let isXML = start.hasPrefix("<?xml") || !doctype.isEmpty || tag.contains("article-type")
      return .format(isXML ? .jats : .html)
    case "lexicon": return .unread("a pronunciation lexicon")
    default:
      return start.hasPrefix("<?xml") || !doctype.isEmpty
        ? .unread("an XML document of an unknown kind (`\(name)`)") : nil
    }
  }

  private static func captions(_ start: Substring) -> Finding? {
    // The signature stands alone on its line: W3C WebVTT, section 4.1.
    if start.hasPrefix("WEBVTT") {
      let next = start.dropFirst(6).first
      if next.map(\.isWhitespace) ?? true { return .format(.webVTT) }
    }
    let lines = start.split(
      maxSplits: 2, omittingEmptySubsequences: true, whereSeparator: \.isNewline)
    guard lines.count > 1, lines[0].allSatisfy({ $0.isNumber || $0 == " " }) else { return nil }
    let times = lines[1].split(separator: " ")
    guard times.count > 2, times[1] == "-->", times[0].contains(":") else { return nil }
    return .format(.subRip)
  }

  private static func json(_ start: Substring) -> Finding? {
    guard start.first == "{" else { return nil }
    let hasSegments = start.contains("\"segments\"") || start.contains("\"startTime\"")
    return hasSegments ? .format(.transcriptJSON) : nil
  }

  /// Marks that plain text does not have: links with their address in brackets, bold names before a
  /// colon, fences of code, front matter.
  private static func looksLikeMarkdown(_ start: Substring) -> Bool {
    start.hasPrefix("---\n") && start.dropFirst(4).contains("\n---\n")
      || start.contains("](http") || start.contains(":** ") || start.contains("\n```")
  }

  /// Told from what a name ends in.
  private static func format(ofName name: String) -> SourceFormat? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "md", "markdown", "mkd": return .markdown
    case "html", "htm", "xhtml": return .html
    case "vtt": return .webVTT
    case "srt": return .subRip
    case "json": return .transcriptJSON
    case "rss", "atom": return .feed
    default: return nil
    }
  }
}
