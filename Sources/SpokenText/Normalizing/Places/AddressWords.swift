/// File endings that hold digits and so are several tokens.
enum FileEnding {
  static func isMixed(_ range: Range<Int>, in bytes: SourceBytes) -> Bool {
    ["mp3", "mp4", "m4a", "7z", "h5", "m4b"].contains {
      bytes.holdsIgnoringCase($0, at: range)
    }
  }
}

/// The words of an address: as words where they can be said, else letter by letter.
enum AddressWord {
  /// Says one token of an address: a word, digits one by one, a mark by its name.
  static func sayPart(
    _ index: Int, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    let token = sentence[index]
    switch token.kind {
    case .digits: NumberWords.sayDigits(sentence.bytes.slice(token.range), into: &writer)
    case .word: say(token, into: &writer, in: sentence)
    case .mark: writer.say(AddressMark.name(token.scalar))
    case .space, .control, .boundary: break
    }
  }

  /// Says a number in a name as people do: `19` → `nineteen`, `2024` → `twenty twenty-four`, `007` →
  /// `zero zero seven`.
  static func sayNumber(
    _ index: Int, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    let digits = sentence.bytes.slice(sentence[index].range)
    if Year.looksLikeYear(index, in: sentence) {
      NumberWords.sayPairs(digits, into: &writer)
    } else if digits.count <= 2, digits.first != UInt8(ascii: "0") {
      NumberWords.sayCardinal(digits, into: &writer)
    } else {
      NumberWords.sayDigits(digits, into: &writer)
    }
  }

  /// Says a word of program text, in which capitals are no letters by themselves: `MAX_INT` →
  /// `max int`.
  static func sayCode(
    _ token: Token, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    let letters = sentence.bytes.slice(token.range)
    guard token.isUpper, token.count > 1, !token.shape.contains(.nonASCII) else {
      return say(token, into: &writer, in: sentence, takesCommonWords: true)
    }
    if letters.count > 3
      ? isWord(letters, isCommon: true)
      : token.keys.contains(.commonWord) || codeWords.contains(WordKey(letters))
    {
      writer.say(String(decoding: letters.map(ASCII.lowercased), as: UTF8.self))
    } else {
      writer.spell(source: token.range)
    }
  }

  static func say(
    _ token: Token, into writer: inout SpokenWriter, in sentence: TokenizedSentence,
    takesCommonWords: Bool = false
  ) {
    guard !token.shape.contains(.nonASCII) else {
      writer.say(source: token.range)
      return
    }
    // `MentalHealth` is two words to the ear.
    var start = token.range.lowerBound
    var end = token.range.upperBound
    if token.shape.contains(.apostrophe), sentence.bytes.holds("'s", at: end - 2..<end) {
      end -= 2
    }
    defer { writer.attach(source: end..<token.range.upperBound) }
    var index = start + 1
    while index <= end {
      let isHump =
        index == end
        || (ASCII.isUpper(sentence.bytes[index]) && ASCII.isLower(sentence.bytes[index - 1]))
      if isHump {
        sayHump(
          start..<index,
          isHump: takesCommonWords || start > token.range.lowerBound || index < end,
          into: &writer, in: sentence)
        start = index
      }
      index += 1
    }
  }

  private static func sayHump(
    _ range: Range<Int>, isHump: Bool, into writer: inout SpokenWriter,
    in sentence: TokenizedSentence
  ) {
    if isWord(sentence.bytes.slice(range), isCommon: isHump) {
      writer.say(source: range)
    } else {
      writer.spell(source: range)
    }
  }

  /// Whether letters are said as a word; short everyday words only where they are looked for.
  private static func isWord(_ letters: UnsafeBufferPointer<UInt8>, isCommon: Bool) -> Bool {
    let key = WordKey(letters)
    if knownWords.contains(key) { return true }
    guard !knownLetters.contains(key) else { return false }
    let keys = Keywords.lookUp(letters)
    if keys.contains(.acronymWord) || isCommon && keys.contains(.commonWord) { return true }
    if letters.count >= 5 { return letters.contains(where: ASCII.isVowel) }
    if letters.count >= 3, Pronounceable.isWord(letters) { return true }
    // `docs`, `jobs`: a plural.
    guard letters.count == 4, let last = letters.last, last | 0x20 == UInt8(ascii: "s") else {
      return false
    }
    return Pronounceable.isWord(UnsafeBufferPointer(rebasing: letters.dropLast()))
  }

  /// Short words that no rule of sounds would pass.
  private static let knownWords = WordSet(
    [
      "com", "org", "net", "edu", "info", "gmail", "my", "me", "in", "on", "the", "and", "for",
      "app", "dev", "go", "docs", "blog", "doi", "arxiv", "conf", "env", "async", "add", "odd",
    ].map { WordKey($0) })

  /// Letters that could be said as a word and are not.
  private static let knownLetters = WordSet(
    ["api", "apis", "url", "urls", "uri", "ide", "iso", "usa", "faq"].map { WordKey($0) })

  /// Words of three letters that stand in names of programs in capitals too.
  private static let codeWords = WordSet(
    [
      "max", "min", "int", "log", "dir", "bin", "lib", "doc", "tag", "map", "sum", "num", "var",
      "env",
    ]
    .map { WordKey($0) })
}

/// The marks of an address by the names that people give them.
enum AddressMark {
  static func name(_ scalar: UInt32) -> String {
    switch scalar {
    case 0x2E: "dot"
    case 0x2F: "slash"
    case 0x3A: "colon"
    case 0x2D, 0x2010, 0x2011: "dash"
    case 0x5F: "underscore"
    case 0x3F: "question mark"
    case 0x23: "hash"
    case 0x28: "open bracket"
    case 0x29: "close bracket"
    default: SymbolTable.entries[scalar]?.name ?? "mark"
    }
  }
}
