/// Something that the user's lexicon has a reading for.
///
/// - `GIF = jif`: `Nguyen's GIFs` → `Nguyen's jifs`, but not in `GIFT`
/// - `New York = the city`: the longest entry counts, over any white space
/// - `Polish = /ˈpoʊlɪʃ/`: said as written, with its pronunciation beside it
/// - an entry for parts of words is said in place: `anti*` …
///
/// Never less than an address, an emoji or a citation that begins at the same place; inside of
/// these, words that are said as they stand have the entry's reading all the same.
struct LexiconTerm: SemioticClass {
  static let kind = Edit.Kind.glossary

  /// A run of the source, and the reading that takes its place.
  struct Piece {
    var source: Range<Int>
    /// Nil for what is said as it stands.
    var reading: Int?
  }

  let pieces: [Piece]

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<LexiconTerm>? {
    guard let index = sentence.lexicon.index else { return nil }
    let token = sentence[start]
    guard token.kind == .word || token.kind == .digits || token.kind == .mark else { return nil }
    guard let match = term(start, of: index, in: sentence) ?? parts(start, of: index, in: sentence)
    else { return nil }
    // Longer by itself: an address, a picture, a name with its year.
    for other in [
      Emoji.recognize(at: start, in: sentence)?.tokens,
      Electronic.recognize(at: start, in: sentence)?.tokens,
      Citation.recognize(at: start, in: sentence)?.tokens,
    ] {
      if let other, other.upperBound > match.tokens.upperBound { return nil }
    }
    return match
  }

  /// Whole words.
  private static func term(
    _ start: Int, of index: LexiconIndex, in sentence: TokenizedSentence
  ) -> Match<LexiconTerm>? {
    guard let (reading, found) = index.match(at: start, in: sentence) else { return nil }
    var end = found
    // The stop of `approx.` may end the sentence too.
    if end - 1 > start, sentence[end - 1].isMark("."),
      sentence.pastAbbreviationStop(end - 1) == end - 1
    {
      end -= 1
    }
    let piece = Piece(source: sentence.bytes(of: start..<end), reading: reading)
    return Match(LexiconTerm(pieces: [piece]), tokens: start..<end, rule: "lexicon.entry")
  }

  /// Parts of words, wherever in the token the first of them begins.
  private static func parts(
    _ start: Int, of index: LexiconIndex, in sentence: TokenizedSentence
  ) -> Match<LexiconTerm>? {
    guard !index.parts.isEmpty else { return nil }
    let limit = Int(sentence[sentence.count - 1].end)
    var pieces: [Piece] = []
    var end = start + 1
    var offset = Int(sentence[start].start)
    var copied = offset
    while offset < Int(sentence[end - 1].end) {
      let found = index.parts.longest(at: offset, limit: limit, of: sentence.bytes) {
        isWordEdge($0, near: end - 1, in: sentence)
      }
      guard let found else {
        offset += 1
        continue
      }
      if offset > copied { pieces.append(Piece(source: copied..<offset, reading: nil)) }
      pieces.append(Piece(source: offset..<found.end, reading: found.reading))
      offset = found.end
      copied = offset
      while end < sentence.count, Int(sentence[end - 1].end) < offset { end += 1 }
    }
    guard !pieces.isEmpty else { return nil }
    let last = Int(sentence[end - 1].end)
    if last > copied { pieces.append(Piece(source: copied..<last, reading: nil)) }
    return Match(LexiconTerm(pieces: pieces), tokens: start..<end, rule: "lexicon.part")
  }

  /// Whether a word ends or begins at an offset in or beside a token.
  private static func isWordEdge(
    _ offset: Int, near index: Int, in sentence: TokenizedSentence
  ) -> Bool {
    func joins(_ token: Token) -> Bool { token.isWord || token.isDigits || token.isMark("_") }
    var index = index
    while index < sentence.count, Int(sentence[index].end) < offset { index += 1 }
    let token = sentence[index]
    if offset == Int(token.start) { return !joins(sentence[index - 1]) || !joins(token) }
    if offset == Int(token.end) { return !joins(sentence[index + 1]) || !joins(token) }
    return !joins(token)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    guard let index = sentence.lexicon.index else { return }
    var isFirst = true
    for piece in pieces {
      if let number = piece.reading, index.readings.indices.contains(number) {
        let reading = index.readings[number]
        if isFirst {
          writer.say(reading, for: piece.source)
        } else {
          writer.attach(reading.spoken ?? sentence.bytes.string(piece.source))
        }
      } else if isFirst {
        writer.say(plain: piece.source)
      } else {
        writer.attach(source: piece.source)
      }
      isFirst = false
    }
  }
}
