internal import Narration

/// When an item was published: RFC 822 with four digits of year, as RSS 2.0 has it, or RFC 3339, as
/// Atom has it.
struct FeedDate: Equatable {
  /// ISO 8601, the day where it was written: `2025-03-01`.
  var day: String
  /// Minutes since 1970 in UTC, by which items are put in order.
  var minutes: Int

  /// `Sat, 01 Mar 2025 22:00:00 -0500`, `2025-03-01T22:00:00Z`; nil for what is no date.
  init?(_ text: String) {
    let text = text.onOneLine
    guard let day = Self.rfc822Day(text) ?? CalendarDate.iso(text),
      let days = Self.days(day)
    else { return nil }
    self.day = day
    minutes = days * 1440 + Self.minutes(text)
  }

  /// The day of `Sat, 1 Mar 2025 …`, with or without the weekday, years of two digits included.
  private static func rfc822Day(_ text: String) -> String? {
    var words = text.split(whereSeparator: { $0 == " " || $0 == "," })
    if words.first?.first?.isLetter ?? false { words.removeFirst() }
    guard words.count >= 3, let day = Int(words[0]), var year = Int(words[2]),
      words[1].first?.isLetter ?? false
    else { return nil }
    if words[2].utf8.count == 2 { year += year < 70 ? 2000 : 1900 }
    return CalendarDate.iso("\(day) \(words[1]) \(year)")
  }

  /// Days since 1970-01-01 of an ISO date, missing parts taken as the first.
  private static func days(_ day: String) -> Int? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard let first = parts.first else { return nil }
    let month = parts.count > 1 ? parts[1] : 1
    let dayOfMonth = parts.count > 2 ? parts[2] : 1
    // Years that begin in March, so that the leap day is the last.
    let year = month > 2 ? first : first - 1
    let shifted = month > 2 ? month - 3 : month + 9
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5 + dayOfMonth
      - 719_469
  }

  /// Minutes since midnight of the time in a date, its zone taken off.
  private static func minutes(_ text: String) -> Int {
    guard let colon = text.firstIndex(of: ":") else { return 0 }
    let hour = Int(text[..<colon].suffix(2).filter(\.isNumber)) ?? 0
    let rest = text[text.index(after: colon)...]
    let minute = Int(rest.prefix(2)) ?? 0
    // Behind the minute seconds may follow, then the zone.
    let zone = rest.dropFirst(2).drop { $0.isNumber || $0 == ":" || $0 == "." || $0 == " " }
    return min(hour, 24) * 60 + min(minute, 59) - offset(zone)
  }

  private static let zones = [
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480,
    "PDT": -420,
  ]

  /// The minutes by which a zone is ahead of UTC: `-0500`, `+01:00`, `EST`.
  private static func offset(_ zone: Substring) -> Int {
    if let named = zones[zone.prefix(3).uppercased()] { return named }
    guard let sign = zone.first, sign == "+" || sign == "-" else { return 0 }
    let digits = zone.dropFirst().filter { $0.isASCII && $0.isNumber }.prefix(4)
    guard digits.count == 4, let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2))
    else { return 0 }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}
