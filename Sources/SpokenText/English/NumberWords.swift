/// English words for numbers.
enum NumberWords {
  private static let ones: [StaticString] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let hyphenatedOnes: [StaticString] = [
    "", "-one", "-two", "-three", "-four", "-five", "-six", "-seven", "-eight", "-nine",
  ]
  private static let tens: [StaticString] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  /// Names of the powers of a thousand, short scale, to 10^63.
  private static let scales: [StaticString] = [
    "", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion",
    "septillion", "octillion", "nonillion", "decillion", "undecillion", "duodecillion",
    "tredecillion", "quattuordecillion", "quindecillion", "sexdecillion", "septendecillion",
    "octodecillion", "novemdecillion", "vigintillion",
  ]

  /// Says one digit: `7` → `seven`.
  static func sayDigit(_ byte: UInt8, into writer: inout SpokenWriter) {
    writer.say(ones[Int(byte &- 0x30) % 10])
  }

  /// Says digits one by one; anything else in the bytes is passed over: `40-71` → `four zero seven
  /// one`.
  static func sayDigits(_ digits: UnsafeBufferPointer<UInt8>, into writer: inout SpokenWriter) {
    for byte in digits where ASCII.isDigit(byte) { sayDigit(byte, into: &writer) }
  }

  /// Says 0...99: `42` → `forty-two`.
  static func sayBelowHundred(_ value: Int, into writer: inout SpokenWriter) {
    let value = Int(value.magnitude % 100)
    if value < 20 {
      writer.say(ones[value])
    } else {
      writer.say(tens[value / 10])
      writer.attach(hyphenatedOnes[value % 10])
    }
  }

  /// Says a whole number of any length from its digits; anything else in the bytes is passed over.
  ///
  /// `1234567` → `one million two hundred thirty-four thousand five hundred sixty-seven`; British
  /// English has "and" before the last two digits of a group of hundreds. Past 66 digits the digits
  /// are read one by one, as nobody has names for such numbers.
  static func sayCardinal(_ text: UnsafeBufferPointer<UInt8>, into writer: inout SpokenWriter) {
    say(text, asOrdinal: false, into: &writer)
  }

  /// Says the ordinal of a whole number of any length: `22` → `twenty-second`.
  static func sayOrdinal(_ text: UnsafeBufferPointer<UInt8>, into writer: inout SpokenWriter) {
    say(text, asOrdinal: true, into: &writer)
  }

  /// Says the ordinal of a small number.
  static func sayOrdinal(_ value: Int, into writer: inout SpokenWriter) {
    var text = String(value.magnitude)
    text.withUTF8 { sayOrdinal($0, into: &writer) }
  }

  private static func say(
    _ text: UnsafeBufferPointer<UInt8>, asOrdinal isOrdinal: Bool, into writer: inout SpokenWriter
  ) {
    var digits = text.filter(ASCII.isDigit)[...]
    while digits.count > 1, digits.first == UInt8(ascii: "0") { digits.removeFirst() }
    guard digits.count <= scales.count * 3 else {
      for digit in digits { sayDigit(digit, into: &writer) }
      if isOrdinal { writer.attach("th") }
      return
    }
    let lastSaid = digits.lastIndex { $0 != UInt8(ascii: "0") } ?? digits.startIndex
    var group = (digits.count + 2) / 3
    var isSaid = false
    while group > 0 {
      group -= 1
      var value = 0
      while digits.count > group * 3 { value = value * 10 + Int(digits.removeFirst() - 0x30) }
      guard value > 0 else { continue }
      let endsOrdinal = isOrdinal && digits.startIndex > lastSaid
      if writer.isBritish, isSaid, group == 0, value < 100 { writer.say("and") }
      sayBelowThousand(value, asOrdinal: endsOrdinal && group == 0, into: &writer)
      if group > 0 {
        writer.say(scales[group])
        if endsOrdinal { writer.attach("th") }
      }
      isSaid = true
    }
    if !isSaid { writer.say(isOrdinal ? "zeroth" : "zero") }
  }

  /// Says a whole number.
  static func sayCardinal(_ value: Int, into writer: inout SpokenWriter) {
    var text = String(value.magnitude)
    if value < 0 { writer.say("minus") }
    text.withUTF8 { sayCardinal($0, into: &writer) }
  }

  private static func sayBelowThousand(
    _ value: Int, asOrdinal isOrdinal: Bool, into writer: inout SpokenWriter
  ) {
    if value >= 100 {
      writer.say(ones[value / 100])
      writer.say("hundred")
      if value % 100 == 0 {
        if isOrdinal { writer.attach("th") }
        return
      }
      if writer.isBritish { writer.say("and") }
    }
    if isOrdinal {
      sayOrdinalBelowHundred(value % 100, into: &writer)
    } else {
      sayBelowHundred(value % 100, into: &writer)
    }
  }

  private static func sayOrdinalBelowHundred(_ value: Int, into writer: inout SpokenWriter) {
    if value < 20 {
      writer.say(ordinalOnes[value])
    } else if value % 10 == 0 {
      writer.say(ordinalTens[value / 10])
    } else {
      writer.say(tens[value / 10])
      writer.attach("-")
      writer.say(ordinalOnes[value % 10])
    }
  }

  private static let ordinalOnes: [StaticString] = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
  ]
  private static let ordinalTens: [StaticString] = [
    "", "", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth",
    "eightieth", "ninetieth",
  ]
}
