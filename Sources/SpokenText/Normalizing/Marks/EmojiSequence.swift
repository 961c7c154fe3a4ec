/// Characters that are one picture: joined ones, flags, keys.
struct EmojiSequence {
  /// All that are named, in order: no joiners, no variation selectors, no skin.
  private(set) var scalars: [UInt32]
  /// The token behind it.
  private(set) var end = 0
  private var skin: UInt32?
  /// Letters of a part of a country, behind a black flag: `gbsct`.
  private var tag = ""
  private var isKeycap = false

  /// A key with a character on it.
  init(keycap scalar: UInt32) {
    scalars = [scalar]
    isKeycap = true
  }

  /// The picture that begins at a token.
  init?(at start: Int, in sentence: TokenizedSentence) {
    guard Self.isEmoji(start, in: sentence) else { return nil }
    scalars = [sentence[start].scalar]
    end = start + 1
    while end - start < 32 {
      let token = sentence[end]
      if token.kind == .mark, Self.isModifier(token.scalar) {
        skin = skin ?? token.scalar
        end += 1
      } else if token.kind == .word, token.shape == [.nonASCII, .ignorable] {
        // Variation selectors and joiners; behind a joiner the sequence goes on.
        end += 1
        if Self.endsWithJoiner(token, in: sentence), sentence[end].kind == .mark {
          scalars.append(sentence[end].scalar)
          end += 1
        }
      } else if token.kind == .mark, Self.isRegional(token.scalar), Self.isRegional(scalars[0]),
        scalars.count == 1
      {
        scalars.append(token.scalar)
        end += 1
      } else if scalars[0] == 0x1F3F4, token.kind == .control,
        let scalar = Self.tagged(token, in: sentence)
      {
        if scalar != "\u{7F}" { tag.unicodeScalars.append(scalar) }
        end += 1
      } else {
        break
      }
    }
  }

  // MARK: Naming

  func say(into writer: inout SpokenWriter, withSkin: Bool) {
    guard let first = scalars.first else { return }
    if isKeycap {
      if first &- 0x30 < 10 {
        NumberWords.sayDigit(UInt8(first), into: &writer)
      } else {
        writer.say(first == 0x23 ? "hash" : "star")
      }
    } else if Self.isRegional(first) {
      sayFlag(into: &writer)
    } else if let part = parts[tag] {
      writer.say(part)
    } else {
      writer.say(name(first))
    }
    if withSkin, let skin {
      let tones: [StaticString] = ["light", "medium-light", "medium", "medium-dark", "dark"]
      writer.mark(.comma)
      writer.say(tones[Int(min(skin &- 0x1F3FB, 4))])
      writer.say("skin tone")
    }
  }

  private var parts: [String: StaticString] {
    ["gbeng": "flag of England", "gbsct": "flag of Scotland", "gbwls": "flag of Wales"]
  }

  private func sayFlag(into writer: inout SpokenWriter) {
    let letters = scalars.compactMap { Unicode.Scalar($0 &- 0x1F1E6 &+ 0x41) }
    let code = String(String.UnicodeScalarView(letters))
    if scalars.count == 2, let region = RegionTable.name(code) {
      writer.say("flag of")
      writer.say(region)
    } else {
      writer.say("flag")
      for letter in letters { writer.say(String(Character(letter))) }
    }
  }

  /// The name of all characters together.
  private func name(_ first: UInt32) -> String {
    let others = scalars.dropFirst()
    guard let last = others.last else { return Self.name(first) }
    let family: ClosedRange<UInt32> = 0x1F466...0x1F469
    if family.contains(first) || first == 0x1F9D1, others.allSatisfy({ Self.isPerson($0) }) {
      return scalars.contains(0x1F91D) ? "people holding hands" : "family"
    }
    switch (first, last) {
    case (_, 0x1F48B): return "kiss"
    case (_, _) where others.contains(0x2764): return "couple with heart"
    case (0x1F3F3, 0x1F308): return "rainbow flag"
    case (0x1F3F3, 0x26A7): return "transgender flag"
    case (0x1F3F4, 0x2620): return "pirate flag"
    case (0x2764, 0x1F525): return "heart on fire"
    case (0x2764, 0x1FA79): return "mending heart"
    case (0x1F408, 0x2B1B): return "black cat"
    case (0x1F43B, 0x2744): return "polar bear"
    case (0x1F415, 0x1F9BA): return "service dog"
    case (0x1F62E, 0x1F4A8): return "face exhaling"
    case (0x1F635, 0x1F4AB): return "face with spiral eyes"
    case (0x1F636, 0x1F32B): return "face in clouds"
    case (_, 0x2640): return Self.gendered(first, "woman")
    case (_, 0x2642): return Self.gendered(first, "man")
    default: break
    }
    if others.count == 1, let work = EmojiTable.work[last] {
      let person = Self.name(first)
      // `person scientist` is a scientist.
      return first == 0x1F9D1 && !["with", "in ", "fee"].contains(where: work.hasPrefix)
        ? work : "\(person) \(work)"
    }
    return scalars.map(Self.name).joined(separator: " ")
  }

  private static func isPerson(_ scalar: UInt32) -> Bool {
    (0x1F466...0x1F469).contains(scalar) || scalar == 0x1F9D1 || scalar == 0x1F9D2
      || scalar == 0x1F91D
  }

  /// `person shrugging` → `woman shrugging`, `detective` → `woman detective`.
  private static func gendered(_ scalar: UInt32, _ gender: String) -> String {
    let name = name(scalar)
    return name.hasPrefix("person ")
      ? gender + name.dropFirst(6) : "\(gender) \(name)"
  }

  /// The name of one character: `WHITE HEAVY CHECK MARK` → `check mark`.
  static func name(_ value: UInt32) -> String {
    if let name = EmojiTable.names[value] { return name }
    guard let name = Unicode.Scalar(value)?.properties.name else { return "picture" }
    var words = name.lowercased().split(separator: " ")
    while words.count > 1, let first = words.first,
      ["heavy", "black", "white", "medium", "emoji"].contains(first), value < 0x1F000
    {
      words.removeFirst()
    }
    if words.count > 1, let last = words.last, ["sign", "symbol"].contains(last) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  // MARK: Characters

  private static func isEmoji(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    guard token.kind == .mark, token.scalar >= 0x203C, let scalar = Unicode.Scalar(token.scalar),
      !isModifier(token.scalar)
    else { return false }
    let properties = scalar.properties
    if properties.isEmojiPresentation || isRegional(token.scalar) { return true }
    let next = sentence[index + 1]
    return properties.isEmoji
      && (next.isWord && next.scalar == 0xFE0F || next.kind == .mark && isModifier(next.scalar)
        || token.scalar >= 0x1F300 && token.scalar < 0x1FB00)
  }

  private static func isModifier(_ scalar: UInt32) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar) }

  private static func isRegional(_ scalar: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar) }

  private static func endsWithJoiner(_ token: Token, in sentence: TokenizedSentence) -> Bool {
    sentence.bytes.holds("\u{200D}", at: Int(token.end) - 3..<Int(token.end))
  }

  /// The letter that a tag character stands for.
  private static func tagged(_ token: Token, in sentence: TokenizedSentence) -> Unicode.Scalar? {
    let scalar = sentence.bytes.scalar(at: Int(token.start)).scalar
    guard (0xE0020...0xE007F).contains(scalar) else { return nil }
    return Unicode.Scalar(scalar - 0xE0000)
  }
}
