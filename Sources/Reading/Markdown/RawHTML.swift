/// Pieces of HTML in Markdown, made safe to stand beside what Markdown stands for.
///
/// A piece may open what another closes. What would swallow the text behind it, a comment, a quoted
/// value or a `<title>` without its end, is taken out; CommonMark ends the piece, so the text is not
/// part of it.
enum RawHTML {
  /// A tag by itself.
  struct Tag {
    var name: String
    var isEnd: Bool
    /// Whether nothing can stand in it.
    var isEmpty: Bool
    /// From `<` to behind `>`.
    var range: Range<Int>
  }

  /// Elements whose content is text to HTML, whatever it looks like.
  static let textual: Set<String> = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script",
  ]
  /// Elements whose content nobody sees.
  static let unseen: Set<String> = ["template", "noscript"]
  /// Tags that change the document as a whole.
  static let never: Set<String> = ["plaintext", "frameset", "frame", "html", "head", "body"]
  private static let empty: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Elements that a parser of HTML opens anew in every block that follows, until they are closed.
  static let formatting: Set<String> = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
  ]

  /// The tag that begins at a `<`; nil when none does, or when it has no end.
  static func tag(at start: Int, in bytes: [UInt8]) -> Tag? {
    var offset = start + 1
    let isEnd = offset < bytes.count && bytes[offset] == UInt8(ascii: "/")
    if isEnd { offset += 1 }
    let nameStart = offset
    guard offset < bytes.count, (bytes[offset] | 0x20) &- 0x61 < 26 else { return nil }
    while offset < bytes.count, ![0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x2F, 0x3E].contains(bytes[offset])
    {
      offset += 1
    }
    let name = String(decoding: bytes[nameStart..<offset], as: UTF8.self).lowercased()
    var quote: UInt8 = 0
    var follows = UInt8(0)
    while offset < bytes.count {
      let byte = bytes[offset]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        let isEmpty = empty.contains(name) || bytes[offset - 1] == UInt8(ascii: "/")
        return Tag(name: name, isEnd: isEnd, isEmpty: isEmpty, range: start..<offset + 1)
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        follows == UInt8(ascii: "=")
      {
        quote = byte
      }
      if byte != 0x20, byte &- 0x09 >= 5 { follows = byte }
      offset += 1
    }
    return nil
  }

  /// Elements that are open after the pieces before, which nest only so deep.
  struct Depth {
    static let most = 100
    var open = 0
    var beyond = 0
    private static let selfEnding: Set<String> = [
      "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup",
    ]

    /// Whether a tag may stay.
    mutating func takes(_ tag: Tag) -> Bool {
      if tag.isEmpty || Self.selfEnding.contains(tag.name) { return true }
      if tag.isEnd {
        guard beyond == 0 else {
          beyond -= 1
          return false
        }
        open = max(0, open - 1)
        return true
      }
      guard open < Self.most else {
        beyond += 1
        return false
      }
      open += 1
      return true
    }
  }

  /// What is wrong with a piece.
  struct Findings {
    /// Ranges to be overwritten with spaces.
    var blanks: [Range<Int>] = []
    /// End tags to be added behind it.
    var ends: [String] = []
    /// Where a comment begins that has no end.
    var openComment: Int?
  }

  /// Looks through a block of HTML.
  static func findings(in bytes: [UInt8], _ depth: inout Depth) -> Findings {
    var findings = Findings()
    var open: [String: Int] = [:]
    var order: [String] = []
    var offset = 0
    /// Ends that were looked for and not found.
    var missing: Set<String> = []
    /// The offset of a text behind an offset, looked for once when it is not there.
    func find(_ text: String, from start: Int) -> Int? {
      guard !missing.contains(text) else { return nil }
      let found = Self.find(Array(text.utf8), in: bytes, from: start)
      if found == nil { missing.insert(text) }
      return found
    }
    while let at = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = at + 1
      let next = offset < bytes.count ? bytes[offset] : 0
      if bytes[at...].starts(with: "<!--".utf8) {
        if bytes[(at + 4)...].starts(with: ">".utf8) || bytes[(at + 4)...].starts(with: "->".utf8) {
          continue
        }
        if let end = find("-->", from: at + 4) ?? find("--!>", from: at + 4) {
          offset = end
        } else {
          findings.openComment = findings.openComment ?? at
          findings.blanks.append(at..<at + 4)
        }
      } else if let tag = tag(at: at, in: bytes) {
        offset = tag.range.upperBound
        if never.contains(tag.name) || !depth.takes(tag) {
          findings.blanks.append(tag.range)
        } else if tag.isEnd {
          if let count = open[tag.name], count > 0 { open[tag.name] = count - 1 }
        } else if textual.contains(tag.name) || unseen.contains(tag.name) {
          if let end = find("</\(tag.name)", from: offset) {
            if textual.contains(tag.name) { offset = end }
          } else {
            findings.blanks.append(tag.range)
          }
        } else if !tag.isEmpty, formatting.contains(tag.name) {
          if open[tag.name] == nil { order.append(tag.name) }
          open[tag.name, default: 0] += 1
        }
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
        || next == UInt8(ascii: "/") || (next | 0x20) &- 0x61 < 26
      {
        if (next | 0x20) &- 0x61 < 26 || find(">", from: offset) == nil {
          findings.blanks.append(at..<at + 1)
        }
      }
    }
    for name in order.reversed() {
      findings.ends += [String](repeating: name, count: open[name] ?? 0)
    }
    return findings
  }

  /// The offset behind the next occurrence of ASCII text in small letters, in any case.
  private static func find(_ text: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + text.count <= bytes.count {
      if zip(bytes[offset..<offset + text.count], text).allSatisfy({
        $0 == $1 || $1 &- 0x61 < 26 && $0 | 0x20 == $1
      }) {
        return offset + text.count
      }
      offset += 1
    }
    return nil
  }
}
