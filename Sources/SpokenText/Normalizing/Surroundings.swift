/// What recognizers ask about the words and marks beside a number.
extension TokenizedSentence {
  /// The word on the left of a token, at most one run of white space away.
  func wordBefore(_ index: Int) -> Int? {
    let before = beforeSpace(index)
    return self[before].isWord ? before : nil
  }

  /// The word on the left, looking through the full stop of an abbreviation: `p. 12`, `p . 12`.
  func labelBefore(_ index: Int) -> Int? {
    var before = beforeSpace(index)
    if self[before].isMark(".") { before = beforeSpace(before) }
    return self[before].isWord ? before : nil
  }

  /// The word that follows after white space.
  func wordAfter(_ index: Int) -> Int? {
    self[index].isSpace && self[index + 1].isWord ? index + 1 : nil
  }

  /// What the word on the left may be, looking through a full stop.
  func keysBefore(_ index: Int) -> KeywordSet { labelBefore(index).map { self[$0].keys } ?? [] }

  /// What the word that follows after white space may be.
  func keysAfter(_ index: Int) -> KeywordSet { wordAfter(index).map { self[$0].keys } ?? [] }

  /// Whether a token is one of these lower-case words, in any case.
  func token(_ index: Int, isAnyOf words: [StaticString]) -> Bool {
    self[index].isWord && words.contains { token(index, isIgnoringCase: $0) }
  }

  /// Whether the word on the left is one of these.
  func wordBefore(_ index: Int, isAnyOf words: [StaticString]) -> Bool {
    wordBefore(index).map { token($0, isAnyOf: words) } ?? false
  }

  /// Whether a number names a thing here instead of counting: `page 12`, `No. 12`, `# 12`.
  func isLabelled(_ index: Int) -> Bool {
    let before = self[beforeSpace(index)]
    return keysBefore(index).contains(.numberedThing) || before.isMark("#") || before.isMark("№")
      || before.isMark("§")
  }

  /// Whether a sign may begin at a token: after white space, an opening bracket, a quotation mark
  /// or an operator, never after what it could join to its right neighbour.
  func isOpenOnLeft(_ index: Int) -> Bool {
    let left = self[index - 1]
    switch left.kind {
    case .space, .boundary: return true
    case .word, .digits, .control: return false
    case .mark:
      switch left.scalar {
      case 0x28, 0x5B, 0x7B, 0x22, 0x27, 0x2018, 0x201C, 0x2C, 0x3A, 0x3B, 0x2F, 0x7E, 0x7C:
        return true
      case 0x24, 0xA2...0xA5, 0x20A0...0x20CF: return true
      case 0x3C...0x3E, 0xB1, 0xD7, 0x2013, 0x2014, 0x2192, 0x223C, 0x2248, 0x2264, 0x2265:
        return true
      default: return false
      }
    }
  }

  /// Whether one of the next tokens is such.
  ///
  /// Asked where reading a whole number, only to find that its sign is missing, would cost far more.
  /// A number and its unit are shorter than this.
  @inline(__always)
  func isAhead(of index: Int, _ isSuch: (Token) -> Bool) -> Bool {
    let farthest = 20
    for ahead in index..<Swift.min(index + farthest, count) where isSuch(self[ahead]) {
      return true
    }
    return false
  }

  /// Whether such a token follows the number that may begin here.
  ///
  /// Asked before all of a number is read, where most often its sign or unit would be found missing.
  /// Passes over whatever a number or a range may hold and ends at the first other word.
  @inline(__always)
  func isBehindNumber(at index: Int, _ isSuch: (Int) -> Bool) -> Bool {
    let farthest = 20
    for ahead in index..<Swift.min(index + farthest, count) {
      if isSuch(ahead) { return true }
      let token = self[ahead]
      if token.isWord, token.count > 1, !token.keys.contains(.scale),
        token.count > 4 || !Amount.isScale(ahead, in: self)
      {
        return false
      }
    }
    return false
  }

  /// Whether what stands at a token may go on beyond its digits: false for most numbers in prose,
  /// behind which an ordinary word or nothing follows, before anything costly is asked.
  ///
  /// - Parameter isLongUnit: Whether a word of more than three letters may belong to the number.
  @inline(__always)
  func mayGoOn(_ index: Int, isLongUnit: (Int) -> Bool = { _ in false }) -> Bool {
    let token = self[index]
    guard token.isDigits, !token.triggers.contains(.joined) else { return true }
    let next = self[index + 1]
    if next.kind == .boundary || next.triggers == .stop { return false }
    let word = self[index + 2]
    guard next.isSpace, word.isWord else { return true }
    return word.keys.contains(.scale) || word.count <= 3 || word.shape.contains(.nonASCII)
      || isLongUnit(index + 2)
  }

  /// Whether digits are the tail of a number whose head stands on their left: `.5` in `2.5`.
  func isInsideNumber(_ index: Int) -> Bool {
    self[index - 1].isMark(".") && self[index - 2].isDigits
  }

  /// The index after the full stop of an abbreviation, or `index` when there is none, or when it
  /// also ends the sentence and so must stay.
  func pastAbbreviationStop(_ index: Int) -> Int {
    guard self[index].isMark(".") else { return index }
    var next = index + 1
    while next < count {
      let token = self[next]
      switch token.kind {
      case .word, .digits: return index + 1
      case .mark:
        switch token.scalar {
        case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D: next += 1
        default: return index + 1
        }
      case .space, .control: next += 1
      case .boundary: return index
      }
    }
    return index
  }

  /// The same for a unit, whose stop before a capital may well end a sentence: `5 lb. The`.
  func pastUnitStop(_ index: Int) -> Int {
    let after = pastAbbreviationStop(index)
    guard after > index, let word = wordAfter(after), self[word].shape.contains(.firstUpper),
      // `15 mi. NNW of`: capitals alone hardly begin a sentence.
      !self[word].isUpper
        // `3 mi. N. on Elm`: a side of the world goes on.
        || self[word].count == 1 && !(self[word + 1].isMark(".") && goesOnInLowerCase(word + 2))
    else { return after }
    return index
  }

  /// Whether a word in small letters follows after white space.
  private func goesOnInLowerCase(_ index: Int) -> Bool {
    wordAfter(index).map { self[$0].isLower } ?? false
  }

  /// The dash of a range and the index after it: `–` or `-`, white space around it allowed when it
  /// stands on both sides; between digits `~` too.
  func rangeDash(_ index: Int) -> Int? {
    let isSpaced = self[index].isSpace
    let dash = isSpaced ? index + 1 : index
    // `5~6`
    if self[index].isMark("~"), self[index - 1].isDigits, self[index + 1].isDigits {
      return index + 1
    }
    guard self[dash].isHyphen || self[dash].isEnDash || self[dash].isMark("\u{2212}") else {
      return nil
    }
    guard self[dash + 1].isSpace == isSpaced else { return nil }
    return isSpaced ? dash + 2 : dash + 1
  }

  /// Whether nothing but closing quotes and brackets, and white space, follows a token.
  func isOver(after index: Int) -> Bool {
    var index = index + 1
    while true {
      let token = self[index]
      switch token.kind {
      case .boundary: return true
      case .space, .control: break
      case .mark:
        switch token.scalar {
        case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB: break
        default: return false
        }
      case .word, .digits: return false
      }
      index += 1
    }
  }

  /// Whether no word or number stands before a token.
  func isFirstWord(_ index: Int) -> Bool {
    for before in stride(from: index - 1, through: max(0, index - 4), by: -1)
    where self[before].isWord || self[before].isDigits {
      return false
    }
    return index <= 4
  }

  /// `st`, `nd`, `rd`, `th` right after digits.
  func isOrdinal(endingAt index: Int) -> Bool {
    self[index].count == 2 && self[index - 1].isDigits
      && (token(index, isIgnoringCase: "th") || token(index, isIgnoringCase: "st")
        || token(index, isIgnoringCase: "nd") || token(index, isIgnoringCase: "rd"))
  }
}
