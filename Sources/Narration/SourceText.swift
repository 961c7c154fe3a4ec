/// The decoded text of an episode with its lines, from which every place is looked up.
///
/// Most often it is one file. Of a container such as an EPUB it holds the members that were read one
/// behind the other, so that one number says where something stands.
public struct SourceText: Sendable {
  /// A file, or a member of a container.
  private struct Part: Sendable {
    var name: String
    var start: Int
    var firstLine: Int
  }

  /// The file as the user named it.
  public let document: String
  /// The decoded text, in whose UTF-8 all byte ranges of the episode count.
  public let text: String
  /// In the order of the text, never empty.
  private let parts: [Part]
  /// The byte at which each line starts, ascending, the first 0.
  private let lineStarts: [Int]
  /// How many code points begin before each block of ``blockSize`` bytes, so that a column far
  /// into a long line costs no walk over all of it.
  private let codePoints: [Int]
  private static let blockSize = 1024

  /// Scans `text` once for its lines (LF, CR LF and CR end one).
  public init(document: String, text: String) {
    self.init(document: document, members: [(document, text)])
  }

  /// The members of a container in the order in which they were read.
  ///
  /// - Parameters:
  ///   - document: The container as the user named it.
  ///   - members: The name of each (`book.epub/OEBPS/ch1.xhtml`) with its decoded text.
  public init(document: String, members: [(name: String, text: String)]) {
    self.document = document
    var text = ""
    var parts: [Part] = []
    var starts: [Int] = []
    var codePoints: [Int] = []
    var count = 0
    for member in members {
      parts.append(Part(name: member.name, start: text.utf8.count, firstLine: starts.count))
      let offset = text.utf8.count
      starts.append(offset)
      var previous: UInt8 = 0
      for (index, byte) in member.text.utf8.enumerated() {
        if (offset + index).isMultiple(of: Self.blockSize) { codePoints.append(count) }
        if byte & 0xC0 != 0x80 { count += 1 }
        if previous == 0x0D && byte != 0x0A { starts.append(offset + index) }
        if byte == 0x0A { starts.append(offset + index + 1) }
        previous = byte
      }
      text += member.text
    }
    text.makeContiguousUTF8()
    self.text = text
    self.parts = parts.isEmpty ? [Part(name: document, start: 0, firstLine: 0)] : parts
    lineStarts = starts.isEmpty ? [0] : starts
    self.codePoints = codePoints
  }

  /// Where the text of each member begins.
  public var memberStarts: [Int] { parts.map(\.start) }

  /// The place of a range of bytes, counted in the document or member that holds its start; the range
  /// is clamped to the text.
  ///
  /// Costs two binary searches and a count over at most two blocks of 1,024 bytes.
  public func place(of bytes: Range<Int>) -> Place {
    let count = text.utf8.count
    let lower = min(max(bytes.lowerBound, 0), count)
    let upper = max(lower, min(bytes.upperBound, count))
    let part = parts[Self.last(of: parts, startingBy: lower) { $0.start }]
    let line = max(Self.last(of: lineStarts, startingBy: lower) { $0 }, part.firstLine)
    let column = 1 + codePoints(before: lower) - codePoints(before: lineStarts[line])
    return Place(
      document: part.name, bytes: lower - part.start..<upper - part.start,
      line: line - part.firstLine + 1, column: column)
  }

  /// The index of the last element that starts at or before an offset, the first of all else.
  private static func last<Element>(
    of elements: [Element], startingBy offset: Int, _ start: (Element) -> Int
  ) -> Int {
    var low = 0
    var high = elements.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if start(elements[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
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
