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
    var (first, count, zerosAtEnd) = (0, 0, 0)
    for (offset, byte) in text.enumerated() where ASCII.isDigit(byte) {
      let isZero = byte == UInt8(ascii: "0")
      zerosAtEnd = isZero ? zerosAtEnd + 1 : 0
      if count == 0, isZero { continue }
      if count == 0 { first = offset }
      count += 1
    }
    guard count <= scales.count * 3 else {
      sayDigits(UnsafeBufferPointer(rebasing: text[first...]), into: &writer)
      if isOrdinal { writer.attach("th") }
      return
    }
    guard count > 0 else {
      writer.say(isOrdinal ? "zeroth" : "zero")
      return
    }
    var (left, value, isSaid) = (count, 0, false)
    for byte in text[first...] where ASCII.isDigit(byte) {
      left -= 1
      value = value * 10 + Int(byte - 0x30)
      guard left % 3 == 0 else { continue }
      let (group, thousands) = (value, left / 3)
      value = 0
      guard group > 0 else { continue }
      let endsOrdinal = isOrdinal && left <= zerosAtEnd
      if writer.isBritish, isSaid, thousands == 0, group < 100 { writer.say("and") }
      sayBelowThousand(group, asOrdinal: endsOrdinal && thousands == 0, into: &writer)
      if thousands > 0 {
        writer.say(scales[thousands])
        if endsOrdinal { writer.attach("th") }
      }
      isSaid = true
    }
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
