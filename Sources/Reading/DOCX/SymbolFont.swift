/// The signs of the fonts Symbol and Wingdings, whose codes are no characters of Unicode.
enum SymbolFont {
  /// From 0x41 on, as Adobe's encoding of Symbol has them.
  private static let upper = Array("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ")
  private static let lower = Array("αβχδεφγηιϕκλμνοπθρστυϖωξψζ")
  private static let others: [UInt32: String] = [
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0x7E: "∼", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑",
    0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝",
    0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕",
    0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xC9: "⊃", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉", 0xD1: "∇",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD9: "∧", 0xDA: "∨",
    0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
  ]
  private static let wingdings: [UInt32: String] = [
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
  ]

  /// The character that a font shows for a code: `F061` of Symbol → `α`.
  static func text(of code: UInt32, in font: String) -> String? {
    // Codes of symbol fonts stand in the private use area, from F000 on.
    let own = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
    switch font {
    case "Symbol":
      if (0x41...0x5A).contains(own) { return String(upper[Int(own - 0x41)]) }
      if (0x61...0x7A).contains(own) { return String(lower[Int(own - 0x61)]) }
      if let sign = others[own] { return sign }
      return (0x20...0x7E).contains(own) ? Unicode.Scalar(own).map(String.init) : nil
    case "Wingdings": return wingdings[own]
    default:
      guard own == code || own < 0x7F, let scalar = Unicode.Scalar(own),
        scalar.properties.generalCategory != .privateUse
      else { return nil }
      return String(scalar)
    }
  }
}
