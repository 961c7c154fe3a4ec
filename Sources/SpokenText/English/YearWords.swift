/// English words for years, decades and other numbers that are said in pairs.
extension NumberWords {
  /// Says a number as years are said: `1905` → `nineteen oh five`, `2009` → `two thousand nine`,
  /// `2010` → `twenty ten`, `1900` → `nineteen hundred`, `340` → `three forty`.
  static func sayYear(_ year: Int, into writer: inout SpokenWriter) {
    guard (100..<10_000).contains(year), year % 1000 >= 10 else {
      sayCardinal(year, into: &writer)
      return
    }
    sayBelowHundred(year / 100, into: &writer)
    if year % 100 == 0 {
      writer.say("hundred")
    } else {
      sayTwoDigits(year % 100, into: &writer)
    }
  }

  /// Says the last two digits of a year or the minutes of an hour: `5` → `oh five`.
  static func sayTwoDigits(_ value: Int, into writer: inout SpokenWriter) {
    if value < 10 { writer.say("oh") }
    if value == 0 {
      writer.say("oh")
    } else {
      sayBelowHundred(value, into: &writer)
    }
  }

  /// Says a decade or a century from its first year: `1990` → `nineteen nineties`, `90` →
  /// `nineties`, `1900` → `nineteen hundreds`, `2000` → `two thousands`.
  static func sayDecade(_ year: Int, into writer: inout SpokenWriter) {
    if year % 100 == 0 {
      sayYear(year == 0 ? 2000 : year, into: &writer)
      writer.attach("s")
      return
    }
    if year >= 100 { sayBelowHundred(year / 100, into: &writer) }
    writer.say(decades[year % 100 / 10])
  }

  private static let decades: [StaticString] = [
    "", "tens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
    "nineties",
  ]

  /// Says digits as the numbers of rooms, routes and houses are said: `101` → `one oh one`, `495` →
  /// `four ninety-five`, `1428` → `fourteen twenty-eight`, `12` → `twelve`.
  static func sayPairs(_ digits: UnsafeBufferPointer<UInt8>, into writer: inout SpokenWriter) {
    let value = digits.reduce(0) { ($0 * 10 + Int($1 &- 0x30)) % 1_000_000 }
    switch digits.count {
    case 1...2: sayBelowHundred(value, into: &writer)
    case 3...4 where value >= 100 && value % (value < 1000 ? 100 : 1000) == 0:
      sayCardinal(value, into: &writer)
    case 3...4 where value >= 100: sayYear(value, into: &writer)
    default: sayDigits(digits, into: &writer)
    }
  }
}
