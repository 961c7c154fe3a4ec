/// The sentence that blog software puts under every post it sends to a feed.
///
/// `The post Sleep and memory appeared first on Talking Science.` → title `Sleep and memory`, show
/// `Talking Science`. The order `first appeared on` is known too.
struct FeedBoilerplate: Equatable {
  /// The title of the post.
  var title: String
  /// The name of the site or show.
  var show: String
  /// UTF-8 bytes of the text that the sentence takes up, to the text's end.
  var range: Range<Int>

  private static let opening = Array("The post ".utf8)
  private static let verbs = [" appeared first on ", " first appeared on "].map { Array($0.utf8) }
  private static let longestTitle = 300
  private static let longestShow = 150

  /// Looks for the sentence at the end of a passage's text.
  ///
  /// - Parameter beginsLine: Whether a line of the source begins at this byte of the text.
  init?(endOf text: String, beginsLine: (Int) -> Bool = { _ in false }) {
    let bytes = Array(text.utf8)
    let floor = max(0, bytes.count - Self.longestTitle - Self.longestShow)
    guard
      let verb = Self.verbs.compactMap({ Self.last($0, in: bytes[...], from: floor) })
        .max(by: { $0.lowerBound < $1.lowerBound }),
      let opening = Self.opening(before: verb.lowerBound, from: floor, in: bytes, beginsLine)
    else { return nil }
    var showEnd = bytes.count
    if bytes[showEnd - 1] == UInt8(ascii: ".") { showEnd -= 1 }
    guard showEnd > verb.upperBound, showEnd - verb.upperBound <= Self.longestShow,
      verb.lowerBound > opening.upperBound
    else { return nil }
    title = String(decoding: bytes[opening.upperBound..<verb.lowerBound], as: UTF8.self)
    show = String(decoding: bytes[verb.upperBound..<showEnd], as: UTF8.self)
    range = opening.lowerBound..<bytes.count
  }

  /// The sentence's first words, where a sentence may begin: at the start, or after a full stop, a
  /// question or exclamation mark and a space, or on a new line.
  private static func opening(
    before end: Int, from floor: Int, in bytes: [UInt8], _ beginsLine: (Int) -> Bool
  ) -> Range<Int>? {
    var end = end
    while let found = last(opening, in: bytes[..<end], from: floor) {
      if found.lowerBound == 0 || beginsLine(found.lowerBound) { return found }
      let before = bytes[..<found.lowerBound].last { $0 != 0x20 }
      // ASCII marks, and the last byte of … and ” (E2 80 A6, E2 80 9D).
      if bytes[found.lowerBound - 1] == 0x20, let before,
        ".!?)\"]".utf8.contains(before) || before == 0xA6 || before == 0x9D
      {
        return found
      }
      end = found.lowerBound + opening.count - 1
    }
    return nil
  }

  private static func last(
    _ pattern: [UInt8], in bytes: ArraySlice<UInt8>, from floor: Int
  ) -> Range<Int>? {
    var start = bytes.endIndex - pattern.count
    while start >= floor {
      if bytes[start..<start + pattern.count].elementsEqual(pattern) {
        return start..<start + pattern.count
      }
      start -= 1
    }
    return nil
  }
}
