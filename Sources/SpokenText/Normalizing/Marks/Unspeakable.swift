/// Characters that have no sound: controls, direction marks, unassigned and private characters, and
/// inside a word soft hyphens, zero-width joiners and variation selectors.
///
/// `co\u{AD}operate` → `cooperate`. None of them ever reaches a voice: some are commands to one.
struct Unspeakable: SemioticClass {
  static let kind = Edit.Kind.control

  /// The word in which they stand, or what is left of one; nil for a character by itself.
  let word: Range<Int>?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Unspeakable>? {
    let token = sentence[start]
    if token.kind == .control {
      if token.scalar == 0x1B, let match = terminal(start, in: sentence) { return match }
      return Match(
        Unspeakable(word: nil), tokens: start..<start + 1, rule: "control.character",
        isTight: !sentence[start + 1].isSpace)
    }
    guard token.isWord, token.shape.contains(.ignorable) else { return nil }
    return Match(
      Unspeakable(word: token.range), tokens: start..<start + 1, rule: "control.inside-word",
      isTight: true)
  }

  /// A color or another wish to a terminal, after ECMA-48: `ESC [ 31 m`.
  ///
  /// Its last letter may touch a word, which is said.
  private static func terminal(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<Unspeakable>? {
    guard sentence[start + 1].isMark("[") else { return nil }
    var end = start + 2
    while sentence[end].isDigits || sentence[end].isMark(";") || sentence[end].isMark("?") {
      end += 1
    }
    guard sentence[end].isWord, end - start < 24 else { return nil }
    let word = sentence[end].range
    let rest = word.lowerBound + 1..<word.upperBound
    return Match(
      Unspeakable(word: rest.isEmpty ? nil : rest), tokens: start..<end + 1,
      rule: "control.terminal", isTight: !sentence[end + 1].isSpace || !rest.isEmpty)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    guard let word else { return }
    var offset = word.lowerBound
    var start = offset
    var isFirst = true
    func flush(_ end: Int, _ writer: inout SpokenWriter) {
      guard end > start else { return }
      if isFirst {
        writer.say(source: start..<end)
      } else {
        writer.attach(source: start..<end)
      }
      isFirst = false
    }
    while offset < word.upperBound {
      let (scalar, length) = sentence.bytes.scalar(at: offset)
      if CharacterClass.isSilent(scalar) {
        flush(offset, &writer)
        start = offset + length
      }
      offset += length
    }
    flush(offset, &writer)
  }
}
