internal import Narration

/// What marks a change of speakers and sounds in the text of captions.
enum CueMarks {
  /// Words before a colon that name no speaker.
  private static let noNames: Set<String> = [
    "note", "warning", "caution", "tip", "hint", "example", "remember", "important", "ps", "update",
    "title", "date", "time", "chapter", "part", "step", "source", "breaking", "attention", "http",
    "https", "first", "second", "third", "finally", "result", "conclusion", "summary",
  ]
  private static let longestName = 40

  /// A name before a colon, from a place on: `ADA:`, `Dr. Ames:`, `SPEAKER 2:`, `MAN (ON RADIO):`.
  struct Label {
    var name: String
    /// Behind the colon.
    var end: Int
    /// Whether all of it is in capitals, which no sentence is.
    var isCapitals: Bool
  }

  static func label(at start: Int, in scalars: ArraySlice<CueScalar>) -> Label? {
    var index = start
    var name = ""
    var words = 0
    var capitals = 0
    var hasLower = false
    var beginsWord = true
    while index < scalars.endIndex, index - start <= longestName {
      let scalar = scalars[index].value
      if scalar == ":" { break }
      if scalar == "(", words > 0, let close = closing(of: index, in: scalars) {
        // How somebody speaks; nothing but the colon may follow.
        index = close + 1
        break
      }
      if scalar == " " || scalar == "\u{A0}" {
        beginsWord = true
      } else {
        let properties = scalar.properties
        let isDigit = scalar.value &- 0x30 < 10
        guard properties.isAlphabetic || isDigit || ".'’-&#_".unicodeScalars.contains(scalar) else {
          return nil
        }
        if beginsWord {
          words += 1
          // Each word of a name begins with a capital, or with a digit after the first.
          guard !properties.isLowercase, words > 1 || properties.isAlphabetic else { return nil }
        }
        if properties.isUppercase { capitals += 1 }
        if properties.isLowercase { hasLower = true }
        beginsWord = false
      }
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard index < scalars.endIndex, scalars[index].value == ":", (1...4).contains(words) else {
      return nil
    }
    let next = index + 1 < scalars.endIndex ? scalars[index + 1] : nil
    guard next.map(\.isBlank) ?? true, !noNames.contains(name.lowercased()) else { return nil }
    return Label(
      name: name.onOneLine, end: index + 1, isCapitals: !hasLower && capitals > 1)
  }

  /// A name in brackets before words, as in `[Ada] Hello`.
  static func bracketName(at start: Int, in scalars: ArraySlice<CueScalar>) -> Label? {
    guard scalars[start].value == "[", let close = closing(of: start, in: scalars) else {
      return nil
    }
    let inside = scalars[start + 1..<close]
    let name = string(inside).onOneLine
    let words = name.split(separator: " ")
    guard (1...4).contains(words.count), !isSound(name),
      words.allSatisfy({ $0.first?.isUppercase ?? false || $0.first?.isNumber ?? false }),
      words[0].first?.isLetter ?? false
    else { return nil }
    var end = close + 1
    let hasColon = end < scalars.endIndex && scalars[end].value == ":"
    if hasColon { end += 1 }
    var next = end
    while next < scalars.endIndex, scalars[next].isBlank { next += 1 }
    guard next < scalars.endIndex || hasColon else { return nil }
    return Label(name: name, end: end, isCapitals: hasColon)
  }

  // MARK: Sounds

  /// Beginnings of words that name sounds and not things that are said.
  private static let sounds: [String] = [
    "music", "♪", "laugh", "applau", "cheer", "sigh", "inaudible", "crosstalk", "cross talk",
    "cough", "chuckl", "silence", "indistinct", "unintelligible", "gasp", "giggl", "clap", "scream",
    "sob", "sniff", "whistl", "bleep", "beep", "ringing", "chatter", "instrumental", "theme song",
    "jingle", "exhal", "inhal", "clears throat", "snort", "groan", "grunt", "yawn", "hum",
    "foreign",
    "noise", "sound", "click", "knock", "footstep", "thunder", "bark", "whisper", "shout", "pause",
    "no audio", "singing", "mumbl", "crying", "creak", "dial tone", "phone", "engine", "siren",
    "blank_audio", "speaking", "speaks", "static", "bell", "buzz", "wind blow", "birds chirp",
    "door", "audience", "crowd", "intro", "outro", "song", "typing", "rustl", "rain",
  ]

  /// Whether a bracketed text tells of a sound: `laughter`, `upbeat music`; no letter is a bleep.
  static func isSound(_ text: String) -> Bool {
    let lower = text.lowercased()
    if !lower.contains(where: \.isLetter) { return true }
    return sounds.contains { sound in
      lower.hasPrefix(sound) || lower.contains(" " + sound)
    }
  }

  /// The bracket that closes one, near enough to it.
  static func closing(of start: Int, in scalars: ArraySlice<CueScalar>) -> Int? {
    let closing: Unicode.Scalar = scalars[start].value == "[" ? "]" : ")"
    var index = start + 1
    while index < scalars.endIndex, index - start <= 100 {
      let value = scalars[index].value
      if value == closing { return index }
      if value == scalars[start].value { return nil }
      index += 1
    }
    return nil
  }

  /// Whether a bracket tells of a sound.
  ///
  /// In square brackets: anything that stands alone on its lines or names a sound; others are words
  /// that an editor put in. In round ones: what names a sound and is alone or in capitals or short.
  static func tellsSound(_ start: Int, _ close: Int, in scalars: ArraySlice<CueScalar>) -> Bool {
    let text = string(scalars[start + 1..<close]).onOneLine
    let isAlone =
      scalars[..<start].last { $0.value != " " }.map(\.isLineBreak) ?? true
      && scalars[(close + 1)...].first { $0.value != " " }.map(\.isLineBreak) ?? true
    if scalars[start].value == "[" { return isAlone || isSound(text) }
    let isShort = text.split(separator: " ").count <= 3
    return isSound(text) && (isAlone || isShort)
      || isAlone && text == text.uppercased() && text.contains(where: \.isLetter)
  }

  static func isNote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "♪", "♫", "♬", "♩": true
    default: false
    }
  }

  static func string(_ scalars: ArraySlice<CueScalar>) -> String {
    String(String.UnicodeScalarView(scalars.map(\.value)))
  }
}
