internal import Narration

/// Dates as people write them at the head of a text.
enum CalendarDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// ISO 8601 of a date with one meaning, else nil.
  ///
  /// `2025`, `2025-03`, `2025-03-01T10:00Z` → its date, `March 1, 2025`, `Sat, 1 March 2025`,
  /// `March 2025`; never `03/01/2025`, which is two days in two countries.
  static func iso(_ text: String) -> String? {
    let day = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    if let first = day.first, let date = numeric(first) {
      guard day.count == 1 || day[1].first?.isNumber == true else { return nil }
      return date
    }
    var year: Int?
    var month: Int?
    var dayOfMonth: Int?
    for word in text.split(whereSeparator: { " ,.".contains($0) }) {
      let lower = word.lowercased()
      let digits = lower.prefix(while: \.isNumber)
      if let number = Int(digits) {
        let ending = lower.dropFirst(digits.count)
        if digits.count == 4, ending.isEmpty, year == nil {
          year = number
        } else if digits.count <= 2, ["", "st", "nd", "rd", "th"].contains(ending),
          dayOfMonth == nil
        {
          dayOfMonth = number
        } else {
          return nil
        }
      } else if month == nil, lower.count >= 3, let found = Self.month(lower) {
        month = found
      } else if !["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(lower.prefix(3)) {
        return nil
      }
    }
    guard let year, let month else { return nil }
    return format(year, month, dayOfMonth)
  }

  private static func month(_ lower: String) -> Int? {
    months.firstIndex(of: String(lower.prefix(3))).map { $0 + 1 }
  }

  private static func numeric(_ text: Substring) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    return format(
      numbers[0], numbers.count > 1 ? numbers[1] : nil, numbers.count > 2 ? numbers[2] : nil)
  }

  private static func format(_ year: Int, _ month: Int?, _ day: Int?) -> String? {
    guard (1...9999).contains(year) else { return nil }
    var text = String(repeating: "0", count: 4 - String(year).count) + String(year)
    for part in [month, day].compactMap(\.self) { text += part < 10 ? "-0\(part)" : "-\(part)" }
    return ISODate.isValid(text) ? text : nil
  }
}
