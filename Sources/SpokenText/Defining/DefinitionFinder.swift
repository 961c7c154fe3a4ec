/// Finds where a text itself says what an abbreviation stands for, after Schwartz & Hearst (2003),
/// with stricter matching.
///
/// | written | short form | long form |
/// | --- | --- | --- |
/// | `Post-traumatic stress disorder (PTSD) is …` | `PTSD` | `post-traumatic stress disorder` |
/// | `MRI (magnetic resonance imaging)` | `MRI` | `magnetic resonance imaging` |
/// | `magnetic resonance imaging, or MRI,` | `MRI` | `magnetic resonance imaging` |
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
      default: break
      }
    }
    return found
  }

  // MARK: Places

  /// `long form (SHORT)` and `SHORT (long form)`.
  private static func atBracket(_ open: Int, in bytes: SourceBytes) -> Definition? {
    let close: UInt8 = bytes[open] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var end = open + 1
    var clauseEnd: Int?
    while end < bytes.count, end - open < 200, bytes[end] != close {
      if bytes[end] == UInt8(ascii: "(") || bytes[end] == UInt8(ascii: "[") { return nil }
      let isClauseMark = bytes[end] == UInt8(ascii: ";") || bytes[end] == UInt8(ascii: ",")
      if isClauseMark, clauseEnd == nil { clauseEnd = end }
      end += 1
    }
    guard bytes[end] == close, end > open + 1 else { return nil }
    let before = bytes.endBeforeSpace(open, floor: 0)
    let clause = open + 1..<(clauseEnd ?? end)
    if let short = ShortForm.last(in: clause, of: bytes),
      let long = LongForm.range(endingAt: before, for: short, in: bytes)
    {
      return make(short, long, .longFirst, bytes)
    }
    guard let short = ShortForm.endingAt(before, in: bytes) else { return nil }
    for content in [open + 1..<end, clause] {
      if let long = LongForm.range(filling: content, for: short, in: bytes) {
        return make(short, long, .shortFirst, bytes)
      }
    }
    return nil
  }

  /// `long form, or SHORT,` and `SHORT, or long form,`; also "short for".
  private static func atComma(_ comma: Int, in bytes: SourceBytes) -> Definition? {
    let start = bytes.skippingSpace(comma + 1)
    let isShortFor = bytes.holds("short for ", at: start..<start + 10)
    guard start > comma + 1, isShortFor || bytes.holds("or ", at: start..<start + 3) else {
      return nil
    }
    let next = start + (isShortFor ? 10 : 3)
    var end = next
    while end < bytes.count, end - next < 120, !endsPhrase(bytes, at: end) { end += 1 }
    guard end < bytes.count || end - next < 120 else { return nil }
    if let short = ShortForm.endingAt(comma, in: bytes) {
      guard let long = LongForm.range(filling: next..<end, for: short, in: bytes) else {
        return nil
      }
      return make(short, long, .shortFirst, bytes)
    }
    guard !isShortFor, let short = ShortForm.last(in: next..<end, of: bytes),
      let long = LongForm.range(
        endingAt: comma, for: short, isWithinCommas: true, in: bytes)
    else { return nil }
    return make(short, long, .longFirst, bytes)
  }

  private static func endsPhrase(_ bytes: SourceBytes, at offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "?"), UInt8(ascii: "!"):
      true
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
