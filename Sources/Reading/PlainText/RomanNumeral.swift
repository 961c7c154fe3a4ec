/// Roman numerals as pages and chapters bear them.
enum RomanNumeral {
  private static let values: [Character: Int] = [
    "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000,
  ]

  /// The value of a numeral in capitals or small letters, nil for what none is: `XIV` → 14, `xl` →
  /// 40, `IIX` and `Mix` → nil.
  static func value(_ text: some StringProtocol) -> Int? {
    guard (1...15).contains(text.utf8.count) else { return nil }
    let isSmall = text.utf8.allSatisfy { $0 &- 0x61 < 26 }
    let digits = text.compactMap { values[isSmall ? Character($0.uppercased()) : $0] }
    guard digits.count == text.count else { return nil }
    var value = 0
    for (index, digit) in digits.enumerated() {
      let next = index + 1 < digits.count ? digits[index + 1] : 0
      value += digit < next ? -digit : digit
    }
    // Only the one way to write a number counts.
    guard value > 0, value < 4000, written(value) == (isSmall ? text.uppercased() : String(text))
    else { return nil }
    return value
  }

  private static func written(_ value: Int) -> String {
    var (left, text) = (value, "")
    for (worth, sign) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      while left >= worth {
        text += sign
        left -= worth
      }
    }
    return text
  }
}
