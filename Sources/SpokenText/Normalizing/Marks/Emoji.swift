/// A picture character, called by its Unicode name as people shorten it.
///
/// `👍🏽` → `thumbs up`, `❤️` → `heart`, `👩‍🔬` → `woman microscope`, `🇨🇦` → `flag C A`.
/// After Unicode Technical Standard 51.
struct Emoji: SemioticClass {
  static let kind = Edit.Kind.emoji

  /// The scalars that are named.
  let scalars: [UInt32]
  /// The name of one that is typed in ordinary characters.
  var typed: StaticString?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Emoji>? {
    if let typed = typed(start, in: sentence) { return typed }
    guard isEmoji(start, in: sentence) else { return nil }
    var scalars = [sentence[start].scalar]
    var end = start + 1
    while end - start < 24 {
      let token = sentence[end]
      if token.kind == .mark, isModifier(token.scalar) {
        end += 1
      } else if token.kind == .word, token.shape == [.nonASCII, .ignorable] {
        // Variation selectors and joiners; behind a joiner the sequence goes on.
        end += 1
        if endsWithJoiner(token, in: sentence), sentence[end].kind == .mark {
          scalars.append(sentence[end].scalar)
          end += 1
        }
      } else if token.kind == .mark, isRegional(token.scalar), isRegional(sentence[start].scalar),
        scalars.count == 1
      {
        scalars.append(token.scalar)
        end += 1
      } else {
        break
      }
    }
    return Match(Emoji(scalars: scalars), tokens: start..<end, rule: "emoji.name")
  }

  /// `:-)`, `;)`, `:(`, `<3` between spaces: pictures of typed characters.
  private static func typed(_ start: Int, in sentence: TokenizedSentence) -> Match<Emoji>? {
    let left = sentence[start - 1]
    guard left.isSpace || left.kind == .boundary else { return nil }
    let eyes = sentence[start]
    let mouth = sentence[start + 1].isMark("-") ? start + 2 : start + 1
    let name: StaticString
    if eyes.isMark("<"), sentence.token(start + 1, is: "3") {
      name = "heart"
    } else if eyes.isMark(":") || eyes.isMark(";"), sentence[mouth].isMark(")") {
      name = eyes.isMark(":") ? "smiley" : "winking smiley"
    } else if eyes.isMark(":"), sentence[mouth].isMark("(") {
      name = "sad smiley"
    } else {
      return nil
    }
    let end = name.utf8CodeUnitCount == 5 ? start + 2 : mouth + 1
    let after = sentence[end]
    guard after.isSpace || after.kind == .boundary || Phrasing.isParted(after: end, in: sentence),
      name.utf8CodeUnitCount != 5 || !sentence[sentence.skippingSpace(end)].isWord
    else { return nil }
    return Match(Emoji(scalars: [], typed: name), tokens: start..<end, rule: "emoji.typed")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let typed { return writer.say(typed) }
    if let first = scalars.first, Self.isRegional(first) {
      writer.say("flag")
      for scalar in scalars {
        guard let letter = Unicode.Scalar(scalar - 0x1F1E6 + 0x41) else { continue }
        writer.say(String(Character(letter)))
      }
      return
    }
    for scalar in scalars {
      guard let name = Unicode.Scalar(scalar)?.properties.name else { continue }
      writer.say(Self.shortened(name))
    }
  }

  /// `THUMBS UP SIGN` → `thumbs up`, `HEAVY BLACK HEART` → `heart`.
  private static func shortened(_ name: String) -> String {
    var words = name.lowercased().split(separator: " ")
    while words.count > 1, let first = words.first,
      ["heavy", "black", "white", "medium", "emoji"].contains(first)
    {
      words.removeFirst()
    }
    if words.count > 1, let last = words.last, ["sign", "symbol"].contains(last) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  private static func isEmoji(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    guard token.kind == .mark, token.scalar >= 0x2190, let scalar = Unicode.Scalar(token.scalar),
      !isModifier(token.scalar)
    else { return false }
    let properties = scalar.properties
    if properties.isEmojiPresentation || isRegional(token.scalar) { return true }
    let next = sentence[index + 1]
    return properties.isEmoji && next.isWord && next.scalar == 0xFE0F
  }

  private static func isModifier(_ scalar: UInt32) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar) }

  private static func isRegional(_ scalar: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar) }

  private static func endsWithJoiner(_ token: Token, in sentence: TokenizedSentence) -> Bool {
    sentence.bytes.holds("\u{200D}", at: Int(token.end) - 3..<Int(token.end))
  }
}
