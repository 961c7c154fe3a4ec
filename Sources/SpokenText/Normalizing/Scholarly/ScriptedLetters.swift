/// Letters set high or low, and letters under a bar or a hat.
enum ScriptedLetters {
  /// The letter that a subscript stands for: `ₙ` → `n`.
  static func lowered(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x2090: UInt8(ascii: "a")
    case 0x2091: UInt8(ascii: "e")
    case 0x2092: UInt8(ascii: "o")
    case 0x2093: UInt8(ascii: "x")
    case 0x2095...0x209C: letters[Int(scalar - 0x2095)]
    case 0x1D62: UInt8(ascii: "i")
    case 0x1D63: UInt8(ascii: "r")
    case 0x1D64: UInt8(ascii: "u")
    case 0x1D65: UInt8(ascii: "v")
    case 0x2C7C: UInt8(ascii: "j")
    default: nil
    }
  }

  private static let letters: [UInt8] = Array("hklmnpst".utf8)

  /// The letter that a superscript stands for: `ⁿ` → `n`.
  static func raised(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x207F: UInt8(ascii: "n")
    case 0x2071: UInt8(ascii: "i")
    case 0x1D43: UInt8(ascii: "a")
    case 0x1D47: UInt8(ascii: "b")
    case 0x1D50: UInt8(ascii: "m")
    case 0x1D4F: UInt8(ascii: "k")
    case 0x1D57: UInt8(ascii: "t")
    case 0x02E3: UInt8(ascii: "x")
    default: nil
    }
  }

  /// What a sign over a letter is called: `x̄` → `x bar`.
  static func accent(_ scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0x0304, 0x0305: "bar"
    case 0x0302: "hat"
    case 0x0303: "tilde"
    default: nil
    }
  }
}
