/// A document's decoded text with its lines, from which every place is looked up.
public struct SourceText: Sendable {
  /// The file as the user named it.
  public let document: String
  /// The decoded text, in whose UTF-8 all byte ranges of the episode count.
  public let text: String
  /// The byte at which each line starts, ascending, the first 0.
  private let lineStarts: [Int]
  /// How many code points begin before each block of ``blockSize`` bytes, so that a column far
  /// into a long line costs no walk over all of it.
  private let codePoints: [Int]
  private static let blockSize = 1024

  /// Scans `text` once for its lines (LF, CR LF and CR end one).
  public init(document: String, text: String) {
    self.document = document
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    var starts = [0]
    var codePoints: [Int] = []
    var count = 0
    var previous: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      if offset.isMultiple(of: Self.blockSize) { codePoints.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
      if previous == 0x0D && byte != 0x0A { starts.append(offset) }
      if byte == 0x0A { starts.append(offset + 1) }
      previous = byte
    }
    lineStarts = starts
    self.codePoints = codePoints
  }

  /// The place of a range of bytes; the range is clamped to the text.
  ///
  /// Costs a binary search over the lines and a count over at most two blocks of 1,024 bytes.
  public func place(of bytes: Range<Int>) -> Place {
    let count = text.utf8.count
    let lower = min(max(bytes.lowerBound, 0), count)
    let bytes = lower..<max(lower, min(bytes.upperBound, count))
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= lower { low = middle } else { high = middle }
    }
    let column = 1 + codePoints(before: lower) - codePoints(before: lineStarts[low])
    return Place(document: document, bytes: bytes, line: low + 1, column: column)
  }

  /// How many code points begin before an offset.
  private func codePoints(before offset: Int) -> Int {
    let block = min(offset / Self.blockSize, codePoints.count - 1)
    guard block >= 0 else { return 0 }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: block * Self.blockSize)
    let end = utf8.index(utf8.startIndex, offsetBy: offset)
    return utf8[start..<end].reduce(codePoints[block]) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// The text of a range of bytes, clamped; broken characters at its ends are repaired.
  public func slice(_ bytes: Range<Int>) -> String {
    let count = text.utf8.count
    let lower = min(max(bytes.lowerBound, 0), count)
    let upper = max(lower, min(bytes.upperBound, count))
    let utf8 = text.utf8
    return String(
      decoding: utf8[
        utf8.index(utf8.startIndex, offsetBy: lower)..<utf8.index(utf8.startIndex, offsetBy: upper)],
      as: UTF8.self)
  }
}
