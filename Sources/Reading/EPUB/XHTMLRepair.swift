/// Makes XHTML that is not well formed fit for a parser of HTML.
enum XHTMLRepair {
  /// The text with blanks for tags of elements that XML closes at once and HTML does not.
  ///
  /// `<title/>` or `<a id="x"/>` would swallow all that follows. So with what a document type defines
  /// in brackets, whose end would be text in HTML. Every other byte keeps its place.
  static func withoutEmptyTags(_ text: String) -> String {
    var bytes = Array(text.utf8)
    blankDefinitions(in: &bytes)
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

  /// `<!DOCTYPE html [ … ]>` → blanks.
  private static func blankDefinitions(in bytes: inout [UInt8]) {
    let mark = Array("<!DOCTYPE".utf8)
    guard let start = bytes.firstIndex(of: UInt8(ascii: "!")).map({ $0 - 1 }), start >= 0,
      bytes[start...].starts(with: mark, by: { $0 == $1 || $0 & 0xDF == $1 }),
      let stop = bytes[start...].firstIndex(where: {
        $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">")
      }),
      bytes[stop] == UInt8(ascii: "[")
    else { return }
    var end = stop
    while let bracket = bytes[end...].firstIndex(of: UInt8(ascii: "]")) {
      end = bracket + 1
      guard let next = bytes[end...].firstIndex(where: { $0 > 0x20 }) else { return }
      guard bytes[next] == UInt8(ascii: ">") else { continue }
      for index in start...next where bytes[index] != 0x0A && bytes[index] != 0x0D {
        bytes[index] = 0x20
      }
      return
    }
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
