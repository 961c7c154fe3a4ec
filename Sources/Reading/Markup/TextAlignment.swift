/// Finds which bytes of HTML's source each part of a decoded text came from.
enum TextAlignment {
  /// Pieces that hold all of the decoded text, in order.
  ///
  /// Between character references, carriage returns and tags that the parser passed over the bytes
  /// are the same. Where they are not, which no parser should do, one piece stands for all.
  static func pieces(
    of decoded: String, from bytes: UnsafeBufferPointer<UInt8>, in source: Range<Int>,
    _ entities: inout EntityCache
  ) -> [MarkupTree.Piece] {
    var pieces: [MarkupTree.Piece] = []
    let text = Array(decoded.utf8)
    var from = source.lowerBound
    var to = 0
    var copyStart = (source: from, text: to)
    func endCopy() {
      guard to > copyStart.text else { return }
      pieces.append(
        MarkupTree.Piece(
          text: String(decoding: text[copyStart.text..<to], as: UTF8.self),
          source: copyStart.source..<copyStart.source + to - copyStart.text, isCopied: true))
    }
    while from < source.upperBound, to < text.count {
      let byte = bytes[from]
      if byte == UInt8(ascii: "&"),
        let reference = entities.reference(at: from, in: bytes, until: source.upperBound),
        text[to...].starts(with: reference.text.utf8)
      {
        endCopy()
        pieces.append(
          MarkupTree.Piece(
            text: reference.text, source: from..<reference.end, isCopied: false))
        from = reference.end
        to += reference.text.utf8.count
        copyStart = (from, to)
      } else if byte == text[to] {
        from += 1
        to += 1
      } else if byte == 0x0D, text[to] == 0x0A {
        // A carriage return is read as a line feed, together with one that follows.
        endCopy()
        let end = from + 1 < source.upperBound && bytes[from + 1] == 0x0A ? from + 2 : from + 1
        pieces.append(MarkupTree.Piece(text: "\n", source: from..<end, isCopied: false))
        from = end
        to += 1
        copyStart = (from, to)
      } else if byte == UInt8(ascii: "<"), let end = endOfTag(at: from, in: bytes, source) {
        endCopy()
        from = end
        copyStart = (from, to)
      } else {
        return [MarkupTree.Piece(text: decoded, source: source, isCopied: false)]
      }
    }
    endCopy()
    guard to == text.count else {
      return [MarkupTree.Piece(text: decoded, source: source, isCopied: false)]
    }
    return pieces
  }

  /// The offset behind a tag or comment that became nothing, such as an end tag that ends nothing.
  private static func endOfTag(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ source: Range<Int>
  ) -> Int? {
    let isComment =
      start + 3 < source.upperBound && bytes[start + 1] == UInt8(ascii: "!")
      && bytes[start + 2] == UInt8(ascii: "-")
    var quote: UInt8 = 0
    for offset in start..<source.upperBound {
      let byte = bytes[offset]
      if isComment {
        if byte == UInt8(ascii: ">"), offset > start + 4, bytes[offset - 1] == UInt8(ascii: "-") {
          return offset + 1
        }
      } else if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return offset + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return nil
  }
}
