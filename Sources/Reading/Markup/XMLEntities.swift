/// The general entities that a document type defines (XML 1.0, 4.2), by name.
struct XMLEntities {
  /// Those whose text stands in the document.
  var own: Set<String> = []
  /// Those whose text stands elsewhere, where nothing is ever read.
  var external: Set<String> = []
  /// Where the first element begins, in bytes of what was parsed.
  var end: Int

  /// XML 1.0, 4.6.
  static let predefined: Set<String> = ["amp", "lt", "gt", "apos", "quot"]
}

extension XMLRepair {
  /// Puts ``ampersand`` before references that a parser cannot hand out.
  ///
  /// In the value of an attribute expat drops a reference to an entity that it does not know, and a
  /// reference to an external one is an error (XML 1.0, 3.1). So they are kept as text there, and in
  /// the document type too, where the text of an entity may hold such an attribute: `alt="&eacute;"`.
  ///
  /// - Returns: whether there were any.
  static func keepReferences(in bytes: inout [UInt8], but entities: XMLEntities) -> Bool {
    var found = false
    func keep(at offset: Int, _ bytes: inout [UInt8]) {
      guard case .sound(let end) = reference(at: offset, in: bytes),
        bytes[offset + 1] != UInt8(ascii: "#")
      else { return }
      let name = String(decoding: bytes[offset + 1..<end - 1], as: UTF8.self)
      guard !XMLEntities.predefined.contains(name), !entities.own.contains(name) else { return }
      bytes[offset] = ampersand
      found = true
    }

    let start = min(max(0, entities.end), bytes.count)
    for offset in 0..<start where bytes[offset] == UInt8(ascii: "&") { keep(at: offset, &bytes) }
    var offset = start
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        offset += 1
        continue
      }
      if let section = sections.first(where: { starts(with: $0.start, at: offset, in: bytes) }) {
        offset += section.start.count
        while offset < bytes.count, !starts(with: section.end, at: offset, in: bytes) {
          offset += 1
        }
        continue
      }
      // A start tag, whose quotes may hold its end.
      var quote: UInt8?
      while offset < bytes.count {
        let byte = bytes[offset]
        if let open = quote {
          if byte == open {
            quote = nil
          } else if byte == UInt8(ascii: "&") {
            keep(at: offset, &bytes)
          }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          break
        }
        offset += 1
      }
    }
    return found
  }

  /// The name of the reference whose ampersand stands at an offset; nil when it begins none.
  static func name(after offset: Int, in bytes: [UInt8]) -> String? {
    var end = offset + 1
    while end < bytes.count, isNamePart(bytes[end], isFirst: end == offset + 1) { end += 1 }
    guard end > offset + 1, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
    return String(decoding: bytes[offset + 1..<end], as: UTF8.self)
  }

  /// The names and values of the attributes in a start tag (XML 1.0, 3.1), without the quotes.
  static func attributes(
    ofTag tag: UnsafeRawBufferPointer
  ) -> [(name: Range<Int>, value: Range<Int>)] {
    var found: [(name: Range<Int>, value: Range<Int>)] = []
    var offset = tag.firstIndex { $0 <= 0x20 } ?? tag.count
    while true {
      while offset < tag.count, tag[offset] <= 0x20 { offset += 1 }
      let start = offset
      guard let sign = tag[start...].firstIndex(of: UInt8(ascii: "=")) else { return found }
      let end = tag[start..<sign].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
      guard
        let open = tag[sign...].firstIndex(where: {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }), let close = tag[(open + 1)...].firstIndex(of: tag[open])
      else { return found }
      found.append((start..<end, open + 1..<close))
      offset = close + 1
    }
  }

  /// Comments, text without markup, and instructions.
  private static let sections: [(start: [UInt8], end: [UInt8])] = [
    ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func starts(with word: [UInt8], at offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset + word.count <= bytes.count else { return false }
    for index in word.indices where bytes[offset + index] != word[index] { return false }
    return true
  }
}
