/// A word, or a part of one after a hyphen.
struct WordPart {
  let range: Range<Int>
  /// Begins a word, not a part after a hyphen.
  let beginsWord: Bool
  /// "of", "the" …: may be passed over.
  let isFunction: Bool

  /// The last words of a range, at most 32 parts.
  static func parts(in range: Range<Int>, of bytes: SourceBytes) -> ArraySlice<WordPart> {
    var parts: [WordPart] = []
    var offset = range.lowerBound
    var isJoined = false
    while offset < range.upperBound {
      guard bytes.isWordCharacter(at: offset) else {
        let (scalar, length) = bytes.scalar(at: offset)
        switch scalar {
        case 0x2D, 0x2F, 0x2010...0x2013: isJoined = isJoined || !parts.isEmpty
        default: isJoined = false
        }
        offset += length
        continue
      }
      var end = offset
      while end < range.upperBound {
        if bytes.isWordCharacter(at: end) {
          end += bytes.scalar(at: end).length
        } else if bytes[end] == UInt8(ascii: "'"), end + 1 < range.upperBound {
          end += 1
        } else if bytes.scalar(at: end).scalar == 0x2019, end + 3 < range.upperBound {
          end += 3
        } else {
          break
        }
      }
      let touches = isJoined && parts.last.map { offset - $0.range.upperBound <= 3 } ?? false
      let word = bytes.slice(offset..<end)
      parts.append(
        WordPart(
          range: offset..<end, beginsWord: !touches,
          isFunction: word.count <= 16 && functionWords.contains(WordKey(word))))
      isJoined = false
      offset = end
    }
    return parts.suffix(32)
  }

  private static let functionWords = WordSet(
    "a an the of and or for in on to at by with from as into de la du des und non per via acid")
}

/// Matches the letters of a short form to words, from the last word to the left.
struct LongFormMatcher {
  let parts: ArraySlice<WordPart>
  let short: ShortForm
  /// One word more may be passed over if all letters are first letters of words and there are three
  /// or more: `Centers for Disease Control and Prevention (CDC)`.
  let isRelaxed: Bool

  /// The index of the part where the shortest matching long form begins, nil if none matches.
  ///
  /// Walks left and keeps, as bits, how many letters of the short form may be left to match; the
  /// two sets are those before and after the one word that may be passed over.
  func firstPart(in bytes: SourceBytes) -> Int? {
    guard !isRelaxed || short.letters.count >= 3 else { return nil }
    var open = 1 << short.letters.count
    var used = 0
    for index in parts.indices.reversed() {
      let part = parts[index]
      let maySkip = part.isFunction && index < parts.endIndex - 1 || !part.beginsWord
      let openNext = consume(part, open, in: bytes) | (maySkip ? open : 0)
      let usedNext =
        consume(part, used, in: bytes) | (maySkip ? used : 0) | (isRelaxed ? open : 0)
      if (openNext | usedNext) & 1 != 0 {
        if part.beginsWord, !touchesLocant(index, in: bytes) { return index }
        if let start = startOfLocants(before: index, in: bytes) { return start }
      }
      open = openNext & ~1
      used = usedNext & ~1
      if open | used == 0 { return nil }
    }
    return nil
  }

  /// Whether `4-` of `3,4-methylene` is not all that stands before the name.
  private func touchesLocant(_ index: Int, in bytes: SourceBytes) -> Bool {
    index > parts.startIndex
      && bytes[parts[index].range.lowerBound - 1] == UInt8(ascii: ",")
      && parts[index - 1].range.upperBound == parts[index].range.lowerBound - 1
  }

  /// The part that begins the word when only places stand before the name in it:
  /// `3,4-methylenedioxymethamphetamine`, `N,N-dimethyltryptamine`, `Δ9-tetrahydrocannabinol`.
  private func startOfLocants(before index: Int, in bytes: SourceBytes) -> Int? {
    var index = index
    for _ in 0..<6 {
      if parts[index].beginsWord, !touchesLocant(index, in: bytes) { return index }
      guard index > parts.startIndex, parts[index - 1].range.count <= 3,
        parts[index - 1].range.upperBound == parts[index].range.lowerBound - 1
      else { return nil }
      index -= 1
    }
    return nil
  }

  /// The letters that may be left when this part takes one or more of them.
  private func consume(_ part: WordPart, _ left: Int, in bytes: SourceBytes) -> Int {
    var result = 0
    for count in 1...short.letters.count where left & (1 << count) != 0 {
      for start in 0..<count where matches(start..<count, part, in: bytes) {
        result |= 1 << start
      }
    }
    return result
  }

  /// Whether letters of the short form begin the part and go on inside it, in order.
  private func matches(_ letters: Range<Int>, _ part: WordPart, in bytes: SourceBytes) -> Bool {
    var offset = part.range.lowerBound
    let first = bytes.scalar(at: offset)
    var next = letters.lowerBound
    let wanted = short.letters[next]
    if letters.count == 1, isNamed(wanted, part, in: bytes) { return true }
    if ShortForm.lowercased(first.scalar) == wanted {
      offset += first.length
    } else if wanted == 0x78, bytes.holdsIgnoringCase("ex", at: offset..<offset + 2) {
      offset += 2  // The X of "extensible".
    } else if first.scalar < 0x80, ASCII.isDigit(UInt8(first.scalar)) {
      return endsWith(letters, part, in: bytes)
    } else {
      return false
    }
    next += 1
    guard next < letters.upperBound else { return true }
    guard !short.needsInitials, !isRelaxed else { return false }
    while offset < part.range.upperBound, next < letters.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      if ShortForm.lowercased(scalar) == short.letters[next] { next += 1 }
      offset += length
    }
    return next == letters.upperBound
  }

  /// `β` for `beta`, `2` for `to` and `two`, `4` for `for` and `four`.
  private func isNamed(_ letter: UInt32, _ part: WordPart, in bytes: SourceBytes) -> Bool {
    if letter == 0x32 || letter == 0x34 {
      let words: (StaticString, StaticString) = letter == 0x32 ? ("to", "two") : ("for", "four")
      return bytes.holdsIgnoringCase(words.0, at: part.range)
        || bytes.holdsIgnoringCase(words.1, at: part.range)
    }
    guard letter > 0x7F, let name = GreekLetters.name(of: letter) else { return false }
    return bytes.holdsIgnoringCase(name, at: part.range)
  }

  /// `19` of `2019`.
  private func endsWith(_ letters: Range<Int>, _ part: WordPart, in bytes: SourceBytes) -> Bool {
    guard letters.count < part.range.count else { return false }
    let start = part.range.upperBound - letters.count
    return letters.indices.allSatisfy {
      UInt32(bytes[start + $0 - letters.lowerBound]) == short.letters[$0]
    }
  }
}
