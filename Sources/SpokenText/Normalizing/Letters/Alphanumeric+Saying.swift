// How a name of letters and digits is said, part by part.

extension Alphanumeric {
  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if let defined, defined.sayIfDue(into: &writer, policies: sentence.policies) { return }
    if !level.isEmpty {
      writer.spell(source: level)
      writer.say("dot")
    }
    if sayEpisode(into: &writer, in: sentence) { return }
    say(parts, into: &writer, in: sentence)
    if !last.isEmpty {
      writer.say("to")
      say(last, into: &writer, in: sentence)
    }
    if !decimals.isEmpty {
      writer.say("point")
      let digits = sentence.bytes.slice(decimals)
      if parts[0].isLower, digits.first != UInt8(ascii: "0") {
        NumberWords.sayCardinal(digits, into: &writer)
      } else {
        NumberWords.sayDigits(digits, into: &writer)
      }
    }
    switch ending {
    case .none: break
    case .plural: writer.attachPlural()
    case .possessive: writer.attach("'s")
    }
  }

  private func say(
    _ parts: [Token], into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    for (position, part) in parts.enumerated() {
      if part.isDigits {
        CodeNumber.say(sentence.bytes.slice(part.range), into: &writer)
      } else {
        // `CH3COOH`: what touches a number on its left is no word.
        let isBehindDigits =
          position > 0 && parts[position - 1].isDigits && parts[position - 1].end == part.start
        // `Ca2+`
        let isElement =
          part.count == 2 && part.isCapitalized && parts.count > position + 1
          && parts[position + 1].start == part.end
          && Self.elements.contains(WordKey(sentence.bytes.slice(part.range)))
        if isElement {
          writer.spell(source: part.range)
        } else {
          sayLetters(part, mayBeWord: !isBehindDigits, into: &writer, in: sentence)
        }
      }
    }
  }

  /// `S02E05` → `season two, episode five`.
  private func sayEpisode(into writer: inout SpokenWriter, in sentence: TokenizedSentence) -> Bool {
    guard parts.count == 4, parts[0].count == 1, parts[0].scalar | 0x20 == 0x73,
      parts[2].count == 1, parts[2].scalar | 0x20 == 0x65, parts[0].isUpper == parts[2].isUpper,
      parts[0].end == parts[1].start, parts[1].end == parts[2].start,
      parts[2].end == parts[3].start, parts[1].isDigits, parts[3].isDigits,
      parts[1].count <= 2, parts[3].count == 2 || parts[3].count == 3 || parts[1].count == 1,
      ending == .none
    else { return false }
    writer.say("season")
    NumberWords.sayCardinal(sentence.bytes.slice(parts[1].range), into: &writer)
    writer.mark(.comma)
    writer.say("episode")
    NumberWords.sayCardinal(sentence.bytes.slice(parts[3].range), into: &writer)
    return true
  }

  /// Says a run of letters: as a word where it can be one, else by their names.
  private func sayLetters(
    _ part: Token, mayBeWord: Bool, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    if part.count <= 4, GreekLetters.name(of: part.scalar) != nil {
      GreekLetter.say(part.range, into: &writer, in: sentence)
      return
    }
    if part.shape.contains(.nonASCII) {
      writer.say(source: part.range)
      return
    }
    let (letters, ending) = Initialism.parts(of: part, in: sentence.bytes)
    let bytes = sentence.bytes.slice(letters)
    // An apostrophe inside (`O'Neill5`) makes it a name as it stands.
    guard bytes.allSatisfy(ASCII.isLetter) else {
      writer.say(source: part.range)
      return
    }
    if sentence.bytes.holds("WW", at: letters), parts.count == 2 {
      writer.say("World War")
      return
    }
    let keys = Keywords.lookUp(bytes)
    if part.isUpper, mayBeWord,
      keys.contains(.acronymWord) || Pronounceable.isAcronym(bytes)
    {
      writer.say(String(decoding: bytes.map(ASCII.lowercased), as: UTF8.self))
    } else if part.isUpper || ending != .none
      || bytes.count < 3 && part.isLower && !Self.smallWords.contains(WordKey(bytes))
    {
      writer.spell(source: letters)
    } else if part.isLower || part.isCapitalized {
      writer.say(source: letters)
    } else {
      sayHumps(letters, into: &writer, in: sentence)
    }
    if ending != .none { writer.attach("'s") }
  }

  /// Says letters of both cases: `OAuth` → `O Auth`, `IPv` → `I P V`, `NaHCO` → `N A H C O`.
  private func sayHumps(
    _ range: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    let name = sentence.bytes.slice(range)
    if name.count <= 16, Self.saidWhole.contains(WordKey(name)) {
      writer.say(source: range)
      return
    }
    if sentence.bytes.holds("CoV", at: range) {
      writer.say(source: range.lowerBound..<range.lowerBound + 2)
      writer.spell(source: range.lowerBound + 2..<range.upperBound)
      return
    }
    // Where one part is a word, `23andMe`, two letters may be one too; in `NaHCO3` they are not.
    let hasWord = zip(name, name.dropFirst()).contains { ASCII.isLower($0) && ASCII.isLower($1) }
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, ASCII.isLower(sentence.bytes[end]) { end += 1 }
      let isWord = end - start == 2 && hasWord && ASCII.isVowel(sentence.bytes[end - 1])
      if end - start > 2 || isWord {
        writer.say(source: start..<end)
      } else {
        writer.spell(source: start..<end)
      }
      start = end
    }
  }

  private static func keys(_ words: String) -> WordSet { WordSet(words) }

  /// Small words between digits: `9to5`.
  private static let smallWords = keys("to by go in me my of on or up we")

  /// Names with a capital inside that are no letters.
  private static let saidWhole = keys("wifi hela mig latex gopro soho")

  /// Symbols of two letters, as in `Fe3` and `Ca2`.
  private static let elements = keys(
    "li na mg al si cl ca ti cr mn fe ni cu zn as se br rb sr ag cd sn cs ba pt au hg pb bi")
}
