/// The parts of JSON (RFC 8259) that companions print.
///
/// Written out since Foundation's encoder prints seconds from floating point, which has no 0.1.
enum JSONText {
  /// A string with its quotes: quotes, backslashes and controls escaped, all else as it is.
  ///
  /// U+2028 and U+2029 are escaped too, since they end a line of JavaScript before 2019.
  static func string(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// Milliseconds as seconds with three decimals: `61250` → `61.250`.
  static func seconds(milliseconds: Int) -> String {
    let fraction = String(1000 + milliseconds % 1000).suffix(3)
    return "\(milliseconds / 1000).\(fraction)"
  }
}
