/// A picture character, or several joined to one, called as people call it.
///
/// - `👍🏽` → `thumbs up`: the color of skin is told with `symbols: all` alone
/// - `👩‍🔬` → `woman scientist`, `🤷‍♂️` → `man shrugging`, `👨‍👩‍👧` → `family`, `🏳️‍🌈` → `rainbow flag`
/// - `🇨🇦` → `flag of Canada`, `🏴󠁧󠁢󠁳󠁣󠁴󠁿` → `flag of Scotland`, `1️⃣` → `one`
/// - `😂😂😂` → `face with tears of joy, three times`
/// - `:-)`, `;)`, `<3`: pictures of typed characters, between spaces
///
/// After Unicode Technical Standard 51; names from ``EmojiTable``, else shortened from Unicode.
struct Emoji: SemioticClass {
  static let kind = Edit.Kind.emoji

  let sequence: EmojiSequence
  var count = 1
  /// Another stands before it.
  var follows = false
  /// The name of one that is typed in ordinary characters.
  var typed: StaticString?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Emoji>? {
    // Numbers and commas, of which there are many, leave here.
    let token = sentence[start]
    if token.kind == .digits {
      guard sentence[start + 1].isWord else { return nil }
    } else if token.scalar < 0x80 {
      switch token.scalar {
      case 0x23, 0x2A, 0x2D, 0x3A, 0x3B, 0x3C, 0x5E: break
      default: return nil
      }
    }
    return find(at: start, in: sentence)
  }

  @inline(never)
  private static func find(at start: Int, in sentence: TokenizedSentence) -> Match<Emoji>? {
    let token = sentence[start]
    if token.kind == .digits || token.scalar < 0x80 || token.isMark("¯") {
      if let match = keycap(start, in: sentence) { return match }
      return token.kind == .mark ? TypedFace.recognize(at: start, in: sentence) : nil
    }
    guard let first = EmojiSequence(at: start, in: sentence) else { return nil }
    var end = first.end
    var count = 1
    // The same again and again is counted.
    while count < 100, let next = EmojiSequence(at: end, in: sentence),
      next.scalars == first.scalars
    {
      end = next.end
      count += 1
    }
    return Match(
      Emoji(
        sequence: first, count: count, follows: isPicture(sentence.beforeSpace(start), sentence)),
      tokens: start..<end, rule: "emoji.name")
  }

  /// Whether the last character of a picture is here.
  private static func isPicture(_ index: Int, _ sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    return token.kind == .mark && token.scalar >= 0x1F000
      || token.kind == .word && token.shape == [.nonASCII, .ignorable]
  }

  /// `1️⃣`, `#️⃣`: a key with a digit or a mark on it.
  private static func keycap(_ start: Int, in sentence: TokenizedSentence) -> Match<Emoji>? {
    let token = sentence[start]
    let cap = sentence[start + 1]
    guard cap.isWord, token.count == 1, cap.scalar == 0xFE0F || cap.scalar == 0x20E3,
      sentence.bytes.holds("\u{20E3}", at: Int(cap.end) - 3..<Int(cap.end))
    else { return nil }
    return Match(
      Emoji(sequence: EmojiSequence(keycap: token.scalar)), tokens: start..<start + 2,
      rule: "emoji.keycap")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let typed { return writer.say(typed) }
    if follows { writer.mark(.comma) }
    if count > 1, sequence.scalars == [0x2B50] {
      NumberWords.sayCardinal(count, into: &writer)
      return writer.say("stars")
    }
    sequence.say(into: &writer, withSkin: sentence.policies.symbols == .all)
    guard count > 1 else { return }
    writer.mark(.comma)
    if count == 2 {
      writer.say("twice")
    } else {
      NumberWords.sayCardinal(count, into: &writer)
      writer.say("times")
    }
  }
}

/// Faces typed in ordinary characters.
private enum TypedFace {
  /// The longest first.
  private static let faces: [(text: StaticString, name: StaticString)] = [
    ("¯\\_(ツ)_/¯", "shrug"), (":'-(", "crying face"), (":'(", "crying face"),
    (":-))", "big smiley"), (";-P", "winking smiley with tongue out"),
    (";P", "winking smiley with tongue out"), (":-)", "smiley"), (":)", "smiley"),
    (":-(", "sad smiley"),
    (":(", "sad smiley"), (";-)", "winking smiley"), (";)", "winking smiley"),
    (":-D", "grinning smiley"), (":D", "grinning smiley"), (":-P", "smiley with tongue out"),
    (":P", "smiley with tongue out"), (":-p", "smiley with tongue out"),
    (":p", "smiley with tongue out"), (":-/", "doubtful smiley"), (":-|", "straight face"),
    (":-O", "surprised smiley"), (":-*", "kiss"), ("^_^", "happy face"), ("^^", "happy face"),
    ("-_-", "annoyed face"), ("</3", "broken heart"), ("<3", "heart"),
  ]

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Emoji>? {
    let left = sentence[start - 1]
    guard left.isSpace || left.kind == .boundary else { return nil }
    let offset = Int(sentence[start].start)
    for face in faces {
      let end = offset + face.text.utf8CodeUnitCount
      guard sentence.bytes.holds(face.text, at: offset..<end) else { continue }
      var next = start
      while sentence[next].kind != .boundary, Int(sentence[next].end) < end { next += 1 }
      guard Int(sentence[next].end) == end else { return nil }
      next += 1
      let after = sentence[next]
      guard
        after.isSpace || after.kind == .boundary || after.isMark("<")
          || Phrasing.isParted(after: next, in: sentence),
        // `<3 mg` is less than three, `<3 you` is not.
        !face.text.isHeart || isLoved(start, sentence.skippingSpace(next), in: sentence)
      else { return nil }
      return Match(
        Emoji(sequence: EmojiSequence(keycap: 0), typed: face.name), tokens: start..<next,
        rule: "emoji.typed")
    }
    return nil
  }
}

extension TypedFace {
  /// Whether a heart may stand here: no quantity before it, no unit and nothing counted behind.
  private static func isLoved(_ start: Int, _ next: Int, in sentence: TokenizedSentence) -> Bool {
    let before = sentence[sentence.beforeSpace(start)]
    // `I <3 NY`
    if sentence.token(sentence.beforeSpace(start), isAnyOf: ["i", "we", "you", "they"]) {
      return true
    }
    if before.isDigits || before.isWord && before.count == 1 {
      guard sentence.token(sentence.beforeSpace(start), isAnyOf: ["i", "u"]) else { return false }
    }
    return !sentence[next].isWord
      || sentence.token(
        next,
        isAnyOf: ["you", "u", "this", "that", "it", "my", "your", "our", "the", "all", "them"])
  }
}

extension StaticString {
  fileprivate var isHeart: Bool { utf8CodeUnitCount == 2 && utf8Start[0] == UInt8(ascii: "<") }
}
