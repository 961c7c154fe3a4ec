/// The form of the dates in ``Metadata``, after ISO 8601.
public enum ISODate {
  /// Whether `text` is an ISO 8601 date that exists: `2025`, `2025-03` or `2025-03-01`.
  public static func isValid(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return false }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.count == width, part.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return false
      }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    if numbers.count > 2, !(1...days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2]) {
      return false
    }
    return true
  }

  /// The day, in UTC, of `SOURCE_DATE_EPOCH`: seconds since 1970-01-01T00:00:00Z, not negative.
  ///
  /// `1700000000` → `2023-11-14`; nil when it is no such number or after the year 9999.
  public static func day(ofEpoch text: String) -> String? {
    guard let seconds = Int(text), seconds >= 0, seconds < 253_402_300_800 else { return nil }
    var days = seconds / 86_400
    var year = 1970
    while days >= (isLeap(year) ? 366 : 365) {
      days -= isLeap(year) ? 366 : 365
      year += 1
    }
    var month = 1
    while days >= self.days(inMonth: month, of: year) {
      days -= self.days(inMonth: month, of: year)
      month += 1
    }
    return "\(year)-\(twoDigits(month))-\(twoDigits(days + 1))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
