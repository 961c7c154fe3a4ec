/// What kind of word stands before a full stop.
extension FullStop {
  enum Kind: Equatable {
    case ordinary
    /// Digits, perhaps with stops inside: `1999`, `3.4`
    case numeral
    /// One letter that is no small one.
    case initial
    /// Single letters with stops between: `U.S.A`, and words without a vowel: `Pvt`.
    case letters
    case abbreviation(AbbreviationEnding)
    /// An abbreviation before numbers that is an ordinary word as well: `no`, `fig`.
    case label
    /// No word touches the stop, or an ordinary one before a space.
    case detached
  }

  var kind: Kind {
    guard !word.isEmpty else { return isDetached ? .detached : .ordinary }
    let letters = bytes.slice(word)
    if letters.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }) {
      return isDetached ? .detached : .numeral
    }
    if let abbreviation = abbreviation(letters) { return abbreviation }
    let scalarLength = bytes.scalar(at: word.lowerBound).length
    if word.count == scalarLength {
      return isFree && !ASCII.isLower(letters[0])
        ? .initial : isDetached ? .detached : .ordinary
    }
    if isLettersAndStops(letters) { return .letters }
    if isFree, isWithoutVowel(letters) { return .letters }
    return isDetached ? .detached : .ordinary
  }

  /// What the table says of the word as it is written; of several readings the one that ends
  /// sentences most readily counts.
  private func abbreviation(_ letters: UnsafeBufferPointer<UInt8>) -> Kind? {
    let isCapitalized = ASCII.isUpper(letters[0])
    // `EST` is a time zone, `est. 1904` is not.
    let isUpper = letters.count > 1 && letters.allSatisfy(ASCII.isUpper)
    let entries = AbbreviationLexicon.entries(for: letters).filter {
      $0.ending != .none && !$0.traits.contains(isCapitalized ? .lowerOnly : .capitalizedOnly)
        && !(isUpper && $0.context == .year) && ($0.context != .state || isBehindComma)
        && ($0.context != .afterNumber || isAfterNumber)
    }
    guard let first = entries.first else { return nil }
    if isAfterNumber, entries.contains(where: { $0.traits.contains(.unit) }) {
      // `9.58 s. 3 others`: a unit of one letter is written without a stop.
      return letters.count == 1 ? nil : .abbreviation(.capital)
    }
    if !isCapitalized, entries.contains(where: { $0.traits.contains(.word) }) {
      return entries.contains { $0.ending == .number } ? .label : .abbreviation(.capital)
    }
    return .abbreviation(entries.contains { $0.ending == .starter } ? .starter : first.ending)
  }

  /// `Boca Raton, Fla.`, `R-Tex.`: elsewhere `Miss.` and `Ore.` are words.
  private var isBehindComma: Bool {
    let before = bytes.endBeforeSpace(word.lowerBound, floor: max(0, word.lowerBound - 2))
    return bytes[before - 1] == UInt8(ascii: ",") || bytes[before - 1] == UInt8(ascii: "-")
  }

  var isAfterNumber: Bool {
    let before = bytes.endBeforeSpace(word.lowerBound, floor: max(0, word.lowerBound - 2))
    return ASCII.isDigit(bytes[before - 1])
  }

  private func isLettersAndStops(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    guard letters.count >= 3, letters.count % 2 == 1 else { return false }
    for index in letters.indices
    where index % 2 == 0 ? !ASCII.isLetter(letters[index]) : letters[index] != UInt8(ascii: ".") {
      return false
    }
    return true
  }

  /// `Pvt`, `Bldg`: no word of English; `PhD`, `hmm` and `5 Hz` are left out.
  private func isWithoutVowel(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    guard letters.count <= 5, ASCII.isUpper(letters[0]),
      letters.dropFirst().allSatisfy(ASCII.isLower), !isAfterNumber
    else { return false }
    var isHum = true
    for letter in letters {
      switch ASCII.lowercased(letter) {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        return false
      case UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "z"): break
      default: isHum = false
      }
    }
    return !isHum
  }
}
