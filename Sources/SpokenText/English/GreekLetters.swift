/// English names of the Greek letters, as science says them.
enum GreekLetters {
  /// The name of a Greek letter, capital or small: `β` → `beta`; nil for anything else.
  ///
  /// Takes the signs that look like one as well: micro `µ`, ohm `Ω`, increment `∆`, the symbol
  /// variants `ϑ ϕ ϰ ϱ ϵ`, and letters with an accent.
  static func name(of scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0x391...0x3A9 where scalar != 0x3A2: names[Int(scalar - 0x391)]
    case 0x3B1...0x3C9: names[Int(scalar - 0x3B1)]
    case 0xB5: "mu"
    case 0x2126: "omega"
    case 0x2206: "delta"
    case 0x386, 0x3AC: "alpha"
    case 0x388, 0x3AD, 0x3F5: "epsilon"
    case 0x389, 0x3AE: "eta"
    case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: "iota"
    case 0x38C, 0x3CC: "omicron"
    case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: "upsilon"
    case 0x38F, 0x3CE: "omega"
    case 0x3D0: "beta"
    case 0x3D1: "theta"
    case 0x3D5: "phi"
    case 0x3D6: "pi"
    case 0x3F0: "kappa"
    case 0x3F1: "rho"
    default: nil
    }
  }

  /// From U+0391 and from U+03B1 on; the gap in the capitals is final sigma in the small letters.
  private static let names: [StaticString] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi",
    "chi", "psi", "omega",
  ]
}
