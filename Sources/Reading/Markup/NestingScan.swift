/// Takes out of HTML the tags that nest too deep, before a parser sees them.
enum NestingScan {
  /// Far deeper than any page that people read; beyond, Gumbo's time is what counts.
  static let deepest = 1000

  /// Elements that end by themselves when the next of their kind begins, or have no content.
  private static let unnested: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
    "colgroup", "caption", "rb", "rt", "rp", "rtc", "html", "head", "body",
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "frame", "keygen",
  ]
  /// Elements whose content is text, whatever it looks like.
  private static let raw: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  /// Overwrites too deep tags with spaces, so that every other byte keeps its place.
  ///
  /// - Returns: whether there were any.
  static func flatten(_ bytes: inout [UInt8]) -> Bool {
    var depth = 0
    var beyond = 0
    var isFlattened = false
    var offset = 0
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = open + 1
      if bytes[offset...].starts(with: "!--".utf8) {
        offset = end(of: "-->", from: offset + 1, in: bytes)
        continue
      }
      let isEnd = offset < bytes.count && bytes[offset] == UInt8(ascii: "/")
      let nameStart = isEnd ? offset + 1 : offset
      var nameEnd = nameStart
      while nameEnd < bytes.count, isNamePart(bytes[nameEnd]) { nameEnd += 1 }
      guard nameEnd > nameStart, (bytes[nameStart] | 0x20) &- 0x61 < 26 else { continue }
      let close = endOfTag(from: nameEnd, in: bytes)
      offset = close
      // Longer names are none of those that matter.
      let name =
        nameEnd - nameStart > 12
        ? "" : String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self).lowercased()
      if unnested.contains(name) { continue }
      if !isEnd, raw.contains(name) {
        offset = end(of: "</\(name)", from: close, in: bytes)
        continue
      }
      if !isEnd, close >= 2, bytes[close - 2] == UInt8(ascii: "/") { continue }
      if isEnd {
        if beyond > 0 {
          beyond -= 1
          blank(open..<close, &bytes)
        } else {
          depth = max(0, depth - 1)
        }
      } else if depth < deepest {
        depth += 1
      } else {
        beyond += 1
        isFlattened = true
        blank(open..<close, &bytes)
      }
    }
    return isFlattened
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x3A
  }

  /// The offset behind the `>` that ends a tag, quoted values passed over.
  private static func endOfTag(from start: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    var quote: UInt8 = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return offset + 1
      } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")), offset > start,
        bytes[offset - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
      offset += 1
    }
    return offset
  }

  /// The offset behind the next occurrence of some ASCII letters in any case, or the end.
  private static func end(of mark: String, from start: Int, in bytes: [UInt8]) -> Int {
    let mark = Array(mark.utf8)
    var offset = start
    while offset + mark.count <= bytes.count {
      if bytes[offset] == mark[0],
        zip(bytes[offset..<offset + mark.count], mark).allSatisfy({
          $0 == $1 || $0 | 0x20 == $1 && $1 &- 0x61 < 26
        })
      {
        return offset + mark.count
      }
      offset += 1
    }
    return bytes.count
  }

  private static func blank(_ range: Range<Int>, _ bytes: inout [UInt8]) {
    for offset in range where bytes[offset] != 0x0A && bytes[offset] != 0x0D {
      bytes[offset] = 0x20
    }
  }
}
