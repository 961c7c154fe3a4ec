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
  static func say(
    _ token: Token, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    guard !token.shape.contains(.nonASCII) else {
      writer.say(source: token.range)
      return
    }
    // `MentalHealth` is two words to the ear.
    var start = token.range.lowerBound
    let end = token.range.upperBound
    var index = start + 1
    while index <= end {
      let isHump =
        index == end
        || (ASCII.isUpper(sentence.bytes[index]) && ASCII.isLower(sentence.bytes[index - 1]))
      if isHump {
        sayHump(
          start..<index, isHump: start > token.range.lowerBound || index < end, into: &writer,
          in: sentence)
        start = index
      }
      index += 1
    }
  }

  private static func sayHump(
    _ range: Range<Int>, isHump: Bool, into writer: inout SpokenWriter,
    in sentence: TokenizedSentence
  ) {
    let letters = sentence.bytes.slice(range)
    let keys = Keywords.lookUp(letters)
    let hasVowel = letters.contains(where: ASCII.isVowel)
    let isWord =
      letters.count >= 5 && hasVowel || letters.count >= 3 && Pronounceable.isWord(letters)
      || knownWords.contains(WordKey(letters)) || keys.contains(.acronymWord)
      || isHump && keys.contains(.commonWord)
    if isWord {
      writer.say(source: range)
    } else {
      writer.spell(source: range)
    }
  }

  /// Short words that no rule of sounds would pass.
  private static let knownWords: Set<WordKey> = Set(
    [
      "com", "org", "net", "edu", "info", "gmail", "my", "me", "in", "on", "the", "and", "for",
      "app", "dev", "go", "docs", "blog", "doi", "arxiv",
    ].map { WordKey($0) })
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
    case 0x2C: "comma"
    case 0x3B: "semicolon"
    case 0x21: "exclamation mark"
    case 0x2A: "star"
    case 0x7E: "tilde"
    default: SymbolTable.entries[scalar]?.name ?? "mark"
    }
  }
}
