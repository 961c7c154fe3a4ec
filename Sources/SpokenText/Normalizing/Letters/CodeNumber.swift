/// Numbers inside names, in the pairs that people say.
enum CodeNumber {
  /// `19` → `nineteen`, `790` → `seven ninety`, `101` → `one oh one`, `9001` → `ninety oh one`, `9700`
  /// → `ninety-seven hundred`,
  /// `007` and longer ones digit by digit.
  static func say(_ digits: UnsafeBufferPointer<UInt8>, into writer: inout SpokenWriter) {
    let value = digits.reduce(0) { min($0, 99_999) * 10 + Int($1 - 0x30) }
    if digits.count > 4 || (digits.count > 1 && digits.first == UInt8(ascii: "0")) {
      NumberWords.sayDigits(digits, into: &writer)
    } else if value < 100 || value % 1000 == 0 || value < 1000 && value % 100 == 0 {
      NumberWords.sayCardinal(value, into: &writer)
    } else if value % 100 == 0 {
      NumberWords.sayBelowHundred(value / 100, into: &writer)
      writer.say("hundred")
    } else {
      NumberWords.sayBelowHundred(value / 100, into: &writer)
      if value % 100 < 10 { writer.say("oh") }
      NumberWords.sayBelowHundred(value % 100, into: &writer)
    }
  }
}
