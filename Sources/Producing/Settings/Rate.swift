/// How fast a voice speaks: a factor of its own pace, or words a minute.
public enum Rate: Hashable, Sendable, CustomStringConvertible {
  /// Words a minute that a voice can speak.
  public static let wordsPerMinuteRange = 80...900
  /// Factors that can be asked for.
  public static let factorRange = 0.5...4.0

  /// A multiple of the profile's pace; 1 is the profile's own.
  case factor(Double)
  /// Words a minute as the engine counts them.
  case wordsPerMinute(Int)

  /// Reads `1.25` (a factor, 0.5 to 4), `180` or `180 wpm` (words a minute, 80 to 900); nil for
  /// anything else, numbers between the two ranges included.
  public init?(_ text: String) {
    if let number = Measured.number(in: text, unit: "wpm") {
      guard let words = Int(exactly: number), Self.wordsPerMinuteRange.contains(words) else {
        return nil
      }
      self = .wordsPerMinute(words)
    } else if let number = Measured.number(in: text) {
      if Self.factorRange.contains(number) {
        self = .factor(number)
      } else if let words = Int(exactly: number), Self.wordsPerMinuteRange.contains(words) {
        self = .wordsPerMinute(words)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// The nearest pace that a voice can speak: 79.6 → 80, 1200 → 900.
  static func clamped(_ wordsPerMinute: Double) -> Int {
    let range = wordsPerMinuteRange
    return Int(
      min(max(wordsPerMinute.rounded(), Double(range.lowerBound)), Double(range.upperBound)))
  }

  /// `1.25 × the voice's pace` or `180 words a minute`.
  public var description: String {
    switch self {
    case .factor(let factor): "\(factor) × the voice's pace"
    case .wordsPerMinute(let words): "\(words) words a minute"
    }
  }
}

/// Reads numbers as people write them in settings: ASCII digits, one point, then perhaps a unit.
enum Measured {
  /// The number of `text` when nothing but `unit` follows it; nil otherwise.
  ///
  /// `180 wpm` with unit `wpm` → 180. No sign, no exponent, no other digits than ASCII.
  static func number(in text: String, unit: String = "") -> Double? {
    guard text.hasSuffix(unit) else { return nil }
    var digits = text.dropLast(unit.count)
    if !unit.isEmpty { while digits.last == " " { digits.removeLast() } }
    let isPlain = digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isPlain, digits.utf8.first != 0x2E, digits.utf8.last != 0x2E, digits.utf8.count <= 12
    else { return nil }
    return Double(digits)
  }

  /// A whole number within a range, perhaps with a sign and with a unit behind it: `-5`, `+5`, and
  /// with the unit `%` also `92 %`, `92%` and `92`.
  static func whole(in text: String, unit: String, _ range: ClosedRange<Int>) -> Int? {
    var digits = text
    var isNegative = false
    if range.lowerBound < 0, let sign = digits.first, sign == "-" || sign == "+" {
      isNegative = digits.removeFirst() == "-"
    }
    let written = unit.isEmpty ? nil : number(in: digits, unit: unit)
    guard let number = written ?? number(in: digits), let whole = Int(exactly: number) else {
      return nil
    }
    let value = isNegative ? -whole : whole
    return range.contains(value) ? value : nil
  }

  /// Whole milliseconds of `350ms`, `0.35 s` or `350`, 0 to 60,000; nil for anything else.
  static func milliseconds(in text: String) -> Int? {
    let number: Double? =
      if let written = number(in: text, unit: "ms") {
        written
      } else if let written = number(in: text, unit: "s") {
        written * 1000
      } else {
        number(in: text)
      }
    guard let number, number <= 60_000 else { return nil }
    return Int(number.rounded())
  }
}
