/// Finds where a text itself says what an abbreviation stands for, after Schwartz & Hearst (2003),
/// with stricter matching.
///
/// | written | short form | long form |
/// | --- | --- | --- |
/// | `Post-traumatic stress disorder (PTSD) is …` | `PTSD` | `post-traumatic stress disorder` |
/// | `MRI (magnetic resonance imaging)` | `MRI` | `magnetic resonance imaging` |
/// | `magnetic resonance imaging, or MRI,` | `MRI` | `magnetic resonance imaging` |
/// | `magnetic resonance imaging, also called MRI` | `MRI` | `magnetic resonance imaging` |
/// | `MRI stands for magnetic resonance imaging and` | `MRI` | `magnetic resonance imaging` |
/// | `magnetic resonance imaging—MRI for short` | `MRI` | `magnetic resonance imaging` |
/// | `BDNF (“brain fertilizer”)` | – | the letters do not match |
///
/// Each letter of the short form begins a word of the long form, or a part of it after a hyphen, or
/// follows inside such a word (`IntraVenous`); only words such as "of" and "the" may be passed
/// over. Looks ahead and back are bounded: the cost grows linearly.
public enum DefinitionFinder {
  /// One definition where it stands.
  public struct Definition: Hashable, Sendable {
    /// The short form exactly as written, without quotes: `PTSD`.
    public var shortForm: String
    /// The long form as said in the middle of a sentence, white space folded.
    public var longForm: String
    /// UTF-8 bytes of the short form.
    public var short: Range<Int>
    /// UTF-8 bytes of the long form.
    public var long: Range<Int>
    /// Which of the two comes first.
    public var order: Order

    /// Which of the two forms comes first.
    public enum Order: Hashable, Sendable {
      case longFirst, shortFirst
    }

    /// Short and long form in the singular, when this defines a plural such as `RCTs`.
    public var singular: (shortForm: String, longForm: String)? {
      guard shortForm.utf8.count > 2, shortForm.hasSuffix("s"),
        shortForm.dropLast().last?.isUppercase == true,
        let longForm = EnglishPlural.singular(ofLastWordIn: longForm)
      else { return nil }
      return (String(shortForm.dropLast()), longForm)
    }
  }

  /// The definitions of a text, in its order.
  public static func definitions(in text: String) -> [Definition] {
    var text = text
    return text.withUTF8 { definitions(in: SourceBytes($0)) }
  }

  static func definitions(in bytes: SourceBytes) -> [Definition] {
    var found: [Definition] = []
    let all = bytes.slice(0..<bytes.count)
    for offset in all.indices where !ASCII.isLetter(all[offset]) {
      switch all[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if let definition = atBracket(offset, in: bytes) { found.append(definition) }
      case UInt8(ascii: ","):
        if let definition = atComma(offset, in: bytes) { found.append(definition) }
      case 0x20, 0x0A:
        if bytes[offset + 1] == UInt8(ascii: "f"),
          bytes.holds("for ", at: offset + 1..<offset + 5),
          let definition = atFor(offset + 1, in: bytes)
        {
          found.append(definition)
        }
      default: break
      }
    }
    return found
  }

  // MARK: Places

  /// `long form (SHORT)` and `SHORT (long form)`; what follows a comma, a semicolon or another
  /// bracket inside is no part of either.
  static func atBracket(_ open: Int, in bytes: SourceBytes) -> Definition? {
    var end = open + 1
    var clauseEnd: Int?
    var depth = 1
    while end < bytes.count, end - open < 200 {
      switch bytes[end] {
      case UInt8(ascii: "("), UInt8(ascii: "["):
        depth += 1
        clauseEnd = clauseEnd ?? end
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ";"), UInt8(ascii: ","): clauseEnd = clauseEnd ?? end
      default: break
      }
      if depth == 0 { break }
      end += 1
    }
    guard depth == 0, end > open + 1, bytes[end] == closing(bytes[open]) else { return nil }
    let before = bytes.endBeforeSpace(open, floor: 0)
    let clause = open + 1..<(clauseEnd ?? end)
    if let short = ShortForm.last(in: clause, of: bytes),
      let long = LongForm.range(endingAt: before, for: short, in: bytes)
    {
      return make(short, long, .longFirst, bytes)
    }
    guard let short = ShortForm.endingAt(before, in: bytes) else { return nil }
    // `(i.e., the long form)`
    var content = open + 1..<end
    if bytes.holds("i.e.", at: content.lowerBound..<content.lowerBound + 4) {
      content = min(content.lowerBound + 4, end)..<end
    }
    for content in [content, clause] {
      if let long = LongForm.range(filling: content, for: short, in: bytes) {
        return make(short, long, .shortFirst, bytes)
      }
    }
    return nil
  }

  private static func closing(_ open: UInt8) -> UInt8 {
    open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
  }

  /// `long form, or SHORT,` and `SHORT, or long form,`; `long form, also known as SHORT,`.
  private static func atComma(_ comma: Int, in bytes: SourceBytes) -> Definition? {
    let start = bytes.skippingSpace(comma + 1)
    guard start > comma + 1 else { return nil }
    let isOr = bytes.holds("or ", at: start..<start + 3)
    guard isOr || ShortForm.isLead(at: start, in: bytes) else { return nil }
    let next = isOr ? start + 3 : start
    var end = next
    while end < bytes.count, end - next < 120, !endsPhrase(bytes, at: end) { end += 1 }
    guard end < bytes.count || end - next < 120 else { return nil }
    if isOr, let short = ShortForm.endingAt(comma, in: bytes) {
      guard let long = LongForm.range(filling: next..<end, for: short, in: bytes) else {
        return nil
      }
      return make(short, long, .shortFirst, bytes)
    }
    guard let short = ShortForm.last(in: next..<end, of: bytes),
      let long = LongForm.range(
        endingAt: comma, for: short, isWithinCommas: true, in: bytes)
    else { return nil }
    return make(short, long, .longFirst, bytes)
  }

  /// `SHORT stands for long form`, `SHORT, short for long form,` and `long form—SHORT for short`.
  private static func atFor(_ offset: Int, in bytes: SourceBytes) -> Definition? {
    let before = bytes.endBeforeSpace(offset, floor: 0)
    guard before < offset else { return nil }
    if bytes.holds("short", at: offset + 4..<offset + 9), !bytes.isWordCharacter(at: offset + 9) {
      guard let short = ShortForm.endingAt(before, in: bytes) else { return nil }
      var end = short.range.lowerBound
      while end > 0, !bytes.isWordCharacter(at: bytes.scalarStart(before: end)),
        short.range.lowerBound - end < 12
      {
        end = bytes.scalarStart(before: end)
      }
      if bytes.holds("or", at: end - 2..<end) { end = bytes.endBeforeSpace(end - 2, floor: 0) }
      return LongForm.range(endingAt: end, for: short, in: bytes)
        .map { make(short, $0, .longFirst, bytes) }
    }
    guard let short = ShortForm.before(wordEndingAt: before, in: bytes) else { return nil }
    var end = offset + 4
    while !bytes.isWordCharacter(at: end), end < offset + 12 { end += bytes.scalar(at: end).length }
    return explained(from: end, short, in: bytes).map { make(short, $0, .shortFirst, bytes) }
  }

  /// The words that explain a short form from an offset on: all up to the end of the phrase, else
  /// the first that match, each letter a word's first if that can be: `stands for large language
  /// model and costs`.
  private static func explained(
    from start: Int, _ short: ShortForm, in bytes: SourceBytes
  ) -> Range<Int>? {
    var ends: [Int] = []
    var end = start
    while end < bytes.count, end - start < 120, ends.count < 12 {
      while bytes.isWordCharacter(at: end) { end += bytes.scalar(at: end).length }
      ends.append(end)
      while end < bytes.count, !bytes.isWordCharacter(at: end), !endsPhrase(bytes, at: end) {
        end += bytes.scalar(at: end).length
      }
      if endsPhrase(bytes, at: end) { break }
    }
    guard let last = ends.last else { return nil }
    let all = start..<last
    if let long = LongForm.range(filling: all, for: short, mayPassOver: false, in: bytes) {
      return long
    }
    var strict = short
    strict.needsInitials = true
    for short in [strict, short] {
      for end in ends.dropFirst() {
        if let long = LongForm.range(
          filling: start..<end, for: short, mayPassOver: false, in: bytes)
        {
          return long
        }
      }
    }
    return LongForm.range(filling: all, for: short, in: bytes)
  }

  private static func endsPhrase(_ bytes: SourceBytes, at offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "?"), UInt8(ascii: "!"):
      true
    case 0xE2: bytes[offset + 1] == 0x80 && (0x93...0x95).contains(bytes[offset + 2])  // Dashes.
    default: false
    }
  }

  private static func make(
    _ short: ShortForm, _ long: Range<Int>, _ order: Definition.Order, _ bytes: SourceBytes
  ) -> Definition {
    Definition(
      shortForm: bytes.string(short.range), longForm: LongForm.inSentence(long, of: bytes),
      short: short.range, long: long, order: order)
  }
}
