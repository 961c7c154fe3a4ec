/// A word that may be an abbreviation with a definition beside it: `PTSD`, `5-HT`, `mRNA`, `RCTs`.
struct ShortForm {
  let range: Range<Int>
  /// Its letters and digits in lower case, the "s" of a plural left out.
  let letters: [UInt32]
  /// Only the first letters of words may match: the form means something else to everybody.
  var needsInitials: Bool

  /// Letters, digits and the marks of chemistry; the most a short form may have.
  static let longest = 10

  /// The short form in a bracket, after words such as "or" and "hereafter".
  static func last(in range: Range<Int>, of bytes: SourceBytes) -> ShortForm? {
    let end = bytes.endBeforeSpace(range.upperBound, floor: range.lowerBound)
    guard let short = endingAt(end, in: bytes), short.range.lowerBound >= range.lowerBound else {
      return nil
    }
    var start = range.lowerBound
    while start < short.range.lowerBound {
      if bytes.isWordCharacter(at: start) {
        var wordEnd = start
        while bytes.isWordCharacter(at: wordEnd), wordEnd < range.upperBound { wordEnd += 1 }
        let word = bytes.slice(start..<wordEnd)
        guard word.count <= 16, leads.contains(WordKey(word)) else { return nil }
        start = wordEnd
      } else {
        guard bytes.spaceLength(at: start) > 0 || isQuote(bytes.scalar(at: start).scalar) else {
          return nil
        }
        start += bytes.scalar(at: start).length
      }
    }
    return short
  }

  /// Whether a word that leads to a short form begins at an offset: `known` in `known as MRI`.
  static func isLead(at offset: Int, in bytes: SourceBytes) -> Bool {
    var end = offset
    while ASCII.isLower(bytes[end]), end - offset <= 16 { end += 1 }
    return end - offset > 2 && end - offset <= 16
      && leads.contains(WordKey(bytes.slice(offset..<end)))
  }

  /// The short form before `stands`, `short` or `acronym`, with words such as "which" and "is an"
  /// between.
  static func before(wordEndingAt offset: Int, in bytes: SourceBytes) -> ShortForm? {
    var end = offset
    for position in 0..<8 {
      var start = end
      while start > 0, ASCII.isLetter(bytes[start - 1]), end - start <= 16 { start -= 1 }
      guard start < end, end - start <= 16 else {
        return position > 0 ? endingAt(end, in: bytes) : nil
      }
      let word = WordKey(bytes.slice(start..<end))
      guard position == 0 ? explanations.contains(word) : fillers.contains(word) else {
        return position > 0 ? endingAt(end, in: bytes) : nil
      }
      end = start
      while end > 0, offset - end < 60, !bytes.isWordCharacter(at: bytes.scalarStart(before: end)),
        bytes[end - 1] != UInt8(ascii: ".")
      {
        end = bytes.scalarStart(before: end)
      }
    }
    return nil
  }

  /// The short form that ends at an offset, closing quotes passed over.
  static func endingAt(_ offset: Int, in bytes: SourceBytes) -> ShortForm? {
    var end = offset
    while end > 0, isQuote(bytes.scalar(before: end)) { end = bytes.scalarStart(before: end) }
    var start = end
    while start > 0, end - start <= 24 {
      let before = bytes.scalarStart(before: start)
      guard bytes.isWordCharacter(at: before) || isJoiner(bytes[before]) else { break }
      start = before
    }
    return ShortForm(start..<end, in: bytes)
  }

  private init?(_ range: Range<Int>, in bytes: SourceBytes) {
    guard range.count >= 2, range.count <= 24, bytes.isWordCharacter(at: range.lowerBound) else {
      return nil
    }
    var (capitals, lowers, count) = (0, 0, 0)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = bytes.scalar(at: offset)
      if bytes.isWordCharacter(at: offset) {
        count += 1
        if CharacterClass.isUpper(scalar) {
          capitals += 1
        } else if scalar > 0x39 {
          lowers += 1
        }
      }
      offset += length
    }
    let isPlural =
      bytes[range.upperBound - 1] == UInt8(ascii: "s") && lowers == 1 && capitals > 1
    if isPlural { count -= 1 }
    // Two capitals, or one that is not the first letter: `eV`. More lower case than capitals and
    // two: `McDonald` is a name.
    let isFirstUpper = CharacterClass.isUpper(bytes.scalar(at: range.lowerBound).scalar)
    guard capitals >= 2 || capitals == 1 && !isFirstUpper && count <= 4,
      lowers <= capitals + 2, count >= 2, count <= Self.longest
    else { return nil }
    self.range = range
    letters = Self.letters(in: range, count: count, of: bytes)
    needsInitials = letters.count == 2 && Self.knownPairs.contains(WordKey(bytes.string(range)))
  }

  private static func letters(
    in range: Range<Int>, count: Int, of bytes: SourceBytes
  ) -> [UInt32] {
    var letters: [UInt32] = []
    letters.reserveCapacity(count)
    var offset = range.lowerBound
    while letters.count < count {
      let (scalar, length) = bytes.scalar(at: offset)
      if bytes.isWordCharacter(at: offset) { letters.append(lowercased(scalar)) }
      offset += length
    }
    return letters
  }

  static func lowercased(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return UInt32(ASCII.lowercased(UInt8(scalar))) }
    return Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
  }

  /// Hyphen, slash, stop, ampersand, plus: inside a short form.
  private static func isJoiner(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "&"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private static func isQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D, 0xAB, 0xBB: true
    default: false
    }
  }

  private static func keys(_ words: String) -> WordSet { WordSet(words) }

  /// Words that may stand before the short form in its bracket.
  private static let leads = keys(
    """
    or the hereafter aka abbreviated called termed as known also henceforth i e ie here often \
    commonly simply usually sometimes collectively referred to shortened hereinafter dubbed better
    """)

  /// Before "for" and a long form.
  private static let explanations = keys(
    "stands stand standing short shorthand acronym abbreviation initialism contraction")

  /// Between a short form and the word that explains it.
  private static let fillers = keys("which that is was an a the are it")

  /// Countries, states, times of day: two letters that readers know in another sense.
  private static let knownPairs = keys(
    """
    us uk eu un am pm ad bc ce id ok ii vi al ak az ar ca co ct de fl ga hi ia il in ks ky la me md \
    ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh or pa ri sc sd tn tx ut vt va wa wv wi wy
    """)
}
