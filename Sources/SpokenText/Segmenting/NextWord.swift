/// What stands after a possible end of a sentence: the first word, past quotes, brackets and dashes
/// that open it.
struct NextWord {
  enum Kind {
    /// Begins with a capital, or is a name such as `iPhone` with a capital inside.
    case capital
    case lower
    case digit
    /// A letter of a script without capitals.
    case caseless
    /// A sign that stands for a word: `$5`, `#3`, `@name`, an emoji, `.NET`, a web address;
    /// or the first marker of a list.
    case symbol
    /// Punctuation: the sentence goes on.
    case punctuation
    case end
  }

  let kind: Kind
  /// Bytes of the word, empty unless it is of letters.
  let word: Range<Int>
  /// Where the opening marks begin, and the first of them, 0 when there is none.
  let opener: UInt32

  /// Reads at an offset without white space.
  init(_ bytes: SourceBytes, at offset: Int) {
    var offset = offset
    var opener: UInt32 = 0
    // Eight opening marks are plenty; the bound keeps the look ahead constant.
    for _ in 0..<8 {
      let (scalar, length) = bytes.scalar(at: offset)
      if scalar == 0x3C, let tag = MarkupTag.end(bytes, at: offset) {
        offset = bytes[tag] == 0x20 ? tag + 1 : tag
        continue
      }
      // A line break as programs write it: `\r\n`.
      if scalar == 0x5C, Self.isEscape(bytes[offset + 1]), !ASCII.isLower(bytes[offset + 2]) {
        offset = bytes.skippingSpace(offset + 2)
        continue
      }
      guard offset < bytes.count, Self.isOpening(scalar) else { break }
      if opener == 0 { opener = scalar }
      offset += length
      if bytes[offset] == 0x20 { offset += 1 }
    }
    self.opener = opener
    let end = Self.wordEnd(bytes, from: offset)
    word = offset..<end
    kind =
      opener == 0 && ListMarker.read(bytes, at: offset)?.beginsList == true
      ? .symbol : Self.kind(bytes, at: offset, wordEnd: end)
  }

  /// Whether the word opens a main clause and is no initial: `How`, but not the `A.` of `J. A. Ito`.
  func opensClause(_ bytes: SourceBytes) -> Bool {
    guard kind == .capital, ClauseOpeners.isOpener(bytes.slice(word)) else { return false }
    let stop = bytes[word.upperBound] == 0x20 ? word.upperBound + 1 : word.upperBound
    return !(word.count == 1 && bytes[stop] == UInt8(ascii: "."))
  }

  /// The same for the wider choice of ``ClauseOpeners/isAnyOpener(_:)``.
  func opensAnyClause(_ bytes: SourceBytes) -> Bool {
    opensClause(bytes)
      || kind == .capital && ClauseOpeners.isAnyOpener(bytes.slice(word))
        && word.count > 1
  }

  /// `II`, `XIV`; not `I`.
  func isRomanNumeral(_ bytes: SourceBytes) -> Bool {
    word.count > 1 && word.count < 8
      && bytes.slice(word).allSatisfy {
        switch $0 {
        case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"),
          UInt8(ascii: "C"):
          true
        default: false
        }
      }
  }

  /// Whether the word is a title that no country and no degree goes before: `the U.S. Dr. Ito said`,
  /// but `the U.S. Sen. Roe`.
  func isPersonTitle(_ bytes: SourceBytes) -> Bool {
    guard kind == .capital, word.count <= 4, bytes[word.upperBound] == UInt8(ascii: ".") else {
      return false
    }
    return Self.titles.contains(WordKey(bytes.slice(word)))
  }

  /// Whether it is a speaker whose verb of saying comes next: `“Why?” Ana asked.`.
  ///
  /// Two names and a title may stand before the verb: `Mr. Bell said`.
  func speaks(_ bytes: SourceBytes) -> Bool {
    guard kind == .capital, opener == 0 else { return false }
    let isI = word.count == 1 && bytes[word.lowerBound] == UInt8(ascii: "I")
    guard isI || !ClauseOpeners.isAnyOpener(bytes.slice(word)), word.count <= 16,
      !Self.nobody.contains(WordKey(bytes.slice(word)))
    else { return false }
    var end = word.upperBound
    for _ in 0..<3 {
      if bytes[end] == UInt8(ascii: ".") { end += 1 }
      guard bytes[end] == 0x20 else { return false }
      let next = end + 1..<Self.wordEnd(bytes, from: end + 1)
      guard !next.isEmpty, next.count <= 16 else { return false }
      if ASCII.isLower(bytes[next.lowerBound]) {
        // `Mr. Bell replied that he had not` is a sentence of its own.
        return Self.speaking.contains(WordKey(bytes.slice(next)))
          && !bytes.holds(" that ", at: next.upperBound..<next.upperBound + 6)
      }
      guard !isI else { return false }
      end = next.upperBound
    }
    return false
  }

  private static let nobody = WordSet(
    ["nobody", "everybody", "everyone", "somebody", "someone", "people"].map { WordKey($0) })
  private static let speaking = WordSet(
    """
    said asked cried replied shouted whispered muttered answered called yelled exclaimed added
    continued wondered screamed murmured demanded responded snapped says asks laughed
    sighed groaned growled hissed begged repeated interrupted agreed admitted insisted
    """)

  private static let titles = WordSet(
    ["mr", "mrs", "ms", "dr", "prof"].map { WordKey($0) })

  private static func kind(_ bytes: SourceBytes, at offset: Int, wordEnd: Int) -> Kind {
    guard offset < bytes.count else { return .end }
    let byte = bytes[offset]
    if ASCII.isUpper(byte) { return .capital }
    if ASCII.isLower(byte) {
      for index in offset..<min(wordEnd, offset + 6) where ASCII.isUpper(bytes[index]) {
        return .capital
      }
      let isAddress =
        bytes.holds("http", at: offset..<offset + 4) || bytes.holds("www.", at: offset..<offset + 4)
      return isAddress ? .symbol : .lower
    }
    if ASCII.isDigit(byte) { return .digit }
    if byte < 0x80 {
      switch byte {
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "@"): return .symbol
      case UInt8(ascii: "."): return bytes.isWordCharacter(at: offset + 1) ? .symbol : .punctuation
      default: return .punctuation
      }
    }
    let value = bytes.scalar(at: offset).scalar
    guard let scalar = Unicode.Scalar(value) else { return .punctuation }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .capital
    case .lowercaseLetter: return .lower
    case .otherLetter, .modifierLetter, .letterNumber: return .caseless
    case .otherSymbol, .currencySymbol, .decimalNumber: return .symbol
    default: return .punctuation
    }
  }

  private static func isEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "n") || byte == UInt8(ascii: "r") || byte == UInt8(ascii: "t")
  }

  private static func wordEnd(_ bytes: SourceBytes, from offset: Int) -> Int {
    var end = offset
    while end - offset < 24 {
      if bytes[end] == UInt8(ascii: "'"), end > offset, ASCII.isLetter(bytes[end + 1]) {
        end += 1
      } else if bytes.isWordCharacter(at: end) {
        end += bytes.scalar(at: end).length
      } else {
        break
      }
    }
    return end
  }

  /// Quotes, brackets, emphasis and dashes that may stand before the first word.
  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x2A, 0x5F, 0x60, 0xA1, 0xAB, 0xBF, 0x2D, 0x2010...0x2015,
      0x2018...0x201F, 0x2039, 0x300C, 0x300E:
      true
    default: false
    }
  }
}
