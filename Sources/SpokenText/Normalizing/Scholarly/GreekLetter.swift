/// A Greek letter alone or with a few Latin ones: `β-blocker` → `beta-blocker`, `Aβ` → `A beta`,
/// `ΔG` → `delta G`, `NF-κB` → `NF-kappa B`.
///
/// Words of Greek are left to the voice, and `μm`, `Ω` behind a number to the units.
struct GreekLetter: SemioticClass {
  static let kind = Edit.Kind.formula

  let letters: Range<Int>
  /// What a letter with a double stroke stands for.
  var set: StaticString?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    let token = sentence[start]
    if let set = Self.set(token) {
      return Match(
        GreekLetter(letters: token.range, set: set), tokens: start..<start + 1, rule: "greek.set")
    }
    guard token.shape.contains(.nonASCII), !token.shape.contains(.ignorable), token.count <= 10,
      !isUnit(start, in: sentence)
    else { return nil }
    var greek = 0
    var latin = 0
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (scalar, length) = sentence.bytes.scalar(at: offset)
      if GreekLetters.name(of: scalar) != nil || Self.isReducedPlanck(scalar) {
        greek += 1
      } else if scalar < 0x80 {
        latin += 1
      } else {
        return nil
      }
      offset += length
    }
    // `ΔFosB`: what changes may have a name.
    let isChange = token.scalar == 0x394 || token.scalar == 0x2206
    // `ħω`, `iħ`; but Maltese has words with `ħ`.
    let isPlanck = sentence.bytes.contains(reducedPlanckIn: token.range)
    // `PPARγ`: capitals before a letter at the end.
    let last = sentence.bytes.scalar(at: Int(token.end) - 2).scalar
    let isCapitals =
      (2...5).contains(latin) && greek == 1 && GreekLetters.name(of: last) != nil
      && sentence.bytes.slice(token.range).prefix(latin).allSatisfy { (0x41...0x5A).contains($0) }
    guard (1...2).contains(greek), !isPlanck || latin <= 1,
      isCapitals || isChange && latin <= 6 || latin <= 3 && latin + greek <= 4
    else {
      return nil
    }
    return Match(GreekLetter(letters: token.range), tokens: start..<start + 1, rule: "greek.letter")
  }

  /// `5 μm`, `10 Ω`: behind a number it is a unit, unless a hyphen makes it part of a name.
  private static func isUnit(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let scalar = sentence[start].scalar
    let isUnitLetter = scalar == 0x3BC || scalar == 0xB5 || scalar == 0x3A9 || scalar == 0x2126
    return isUnitLetter && sentence[sentence.beforeSpace(start)].isDigits
  }

  static func isReducedPlanck(_ scalar: UInt32) -> Bool { scalar == 0x127 || scalar == 0x210F }

  /// A set by its letter: `ℝ` → `the real numbers`.
  private static func set(_ token: Token) -> StaticString? {
    guard token.count == 3, token.isWord else { return nil }
    switch token.scalar {
    case 0x211D: return "the real numbers"
    case 0x2115: return "the natural numbers"
    case 0x2124: return "the integers"
    case 0x211A: return "the rational numbers"
    case 0x2102: return "the complex numbers"
    default: return nil
    }
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let set { return writer.say(set) }
    Self.say(letters, into: &writer, in: sentence)
  }

  /// Says the Greek letters of a range by name, and the Latin between them as they stand.
  static func say(
    _ range: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = sentence.bytes.scalar(at: offset)
      if let name = GreekLetters.name(of: scalar) {
        writer.say(name)
        offset += length
        continue
      }
      if isReducedPlanck(scalar) {
        writer.say("h bar")
        offset += length
        continue
      }
      var end = offset + length
      while end < range.upperBound, sentence.bytes[end] < 0x80 { end += 1 }
      // `PPARγ` → `P P A R gamma`
      let isCapitals = sentence.bytes.slice(offset..<end).allSatisfy { (0x41...0x5A).contains($0) }
      if isCapitals, end - offset > 1 {
        writer.spell(source: offset..<end)
      } else {
        writer.say(source: offset..<end)
      }
      offset = end
    }
  }
}

extension SourceBytes {
  fileprivate func contains(reducedPlanckIn range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = scalar(at: offset)
      if GreekLetter.isReducedPlanck(scalar) { return true }
      offset += length
    }
    return false
  }
}
