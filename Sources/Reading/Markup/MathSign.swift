/// What a token of a formula is to those beside it.
struct MathSign {
  enum Kind {
    /// A number or the name of a quantity: `2x` is typed without a space.
    case operand
    /// A name of more than one letter: `log x`.
    case word
    /// What stands free between two others: `a + b`, `∑ x`.
    case infix
    /// What nothing parts from the next: `(`, `√`, the minus of `−1`.
    case opening
    /// `,` and `;`
    case separator
  }

  /// The text as it is to be said.
  var text: String
  var kind: Kind
  /// Whether it never has a space before it.
  var attaches = false
  /// Whether it closes a bracket.
  var isClosing = false

  /// Tells what a token is.
  ///
  /// - Parameter before: What stands before it; nil at the beginning.
  init(_ text: String, after before: Kind?) {
    self.text = text
    kind = .operand
    let isAtStart = before != .operand && before != .word
    switch text {
    case "-", "−", "–":
      self.text = "−"
      kind = isAtStart ? .opening : .infix
    case "±", "∓": kind = isAtStart ? .opening : .infix
    case ",", ";": (kind, attaches) = (.separator, true)
    case _ where Self.isBar(text):
      if isAtStart { kind = .opening } else { (attaches, isClosing) = (true, true) }
    case ")", "]", "}", "⟩", "〉", "⌉", "⌋", "⟧": (attaches, isClosing) = (true, true)
    case "/", "∕", "⁄": (self.text, kind, attaches) = ("/", .opening, true)
    case "'", "’": (self.text, attaches) = ("′", true)
    case "!", "%", "°", ".": attaches = true
    case _ where Self.isMark(text): attaches = true
    case _ where Self.isBracket(text) || Self.prefixes.contains(text): kind = .opening
    case _ where Self.infixes.contains(text) || Self.isLarge(text): kind = .infix
    case _ where Self.isWord(text): kind = .word
    default: break
    }
  }

  private static func isWord(_ text: String) -> Bool {
    guard text.first?.isLetter == true else { return false }
    return text.lazy.filter(\.isLetter).prefix(2).count == 2
  }

  // MARK: Tables

  private static let infixes: Set<String> = [
    "=", "+", "×", "·", "⋅", "÷", "∗", "*", "∘", "≤", "≥", "⩽", "⩾", "<", ">", "≪", "≫", "≠", "≈",
    "∼", "~", "≃", "≅", "≡", "∝", ":", ":=", "≔", "→", "⟶", "←", "↔", "↦", "⇒", "⟹", "⇐", "⇔", "⟺",
    "⇌", "∈", "∉", "∋", "⊂", "⊆", "⊃", "⊇", "∪", "∩", "∖", "∧", "∨", "⊕", "⊗", "≺", "≻", "⊥",
  ]

  /// Signs that belong to what follows, and are no part of a product.
  private static let prefixes: Set<String> = ["√", "∂", "∇", "¬", "∀", "∃"]

  /// Whether a bracket opens.
  static func isBracket(_ text: String) -> Bool {
    ["(", "[", "{", "⟨", "〈", "⌈", "⌊", "⟦"].contains(text)
  }

  /// Whether a bracket opens and closes alike.
  static func isBar(_ text: String) -> Bool { ["|", "∣", "‖", "∥", "||"].contains(text) }

  /// Whether a sign has limits beside it: sums, products, integrals.
  static func isLarge(_ text: String) -> Bool {
    ["∑", "∏", "∐", "∫", "∬", "∭", "∮", "⋃", "⋂", "⋁", "⋀", "⨁", "⨂"].contains(text)
  }

  /// Whether a sign is raised by its own shape.
  static func isMark(_ text: String) -> Bool { ["′", "″", "‴", "∗", "*", "°"].contains(text) }

  /// U+2061, between a function and what it is applied to.
  static let application = "\u{2061}"

  /// Whether an operator is not seen (MathML 3.0, 3.2.5.5): of a function, a product, a list, a sum.
  static func isInvisible(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { (0x2061...0x2064).contains($0.value) }
  }

  /// The signs of roots by their degree.
  static let roots = ["2": "√", "3": "∛", "4": "∜"]

  /// Whether a script is understood without braces: `2`, `−1`, `2+`, and `n` alone if it is raised.
  static func isPlainScript(_ text: String, _ position: MarkupReader.ScriptPosition) -> Bool {
    let isDigits = { (text: Substring) in text.allSatisfy { $0.isASCII && $0.isNumber } }
    guard position == .raised else { return isDigits(text[...]) }
    if text == "n" { return true }
    let isSign = { (character: Character?) in character == "−" || character == "+" }
    if isSign(text.first) { return isDigits(text.dropFirst()) }
    return isDigits(isSign(text.last) ? text.dropLast() : text[...])
  }

  // MARK: Over and under

  /// Whether it is a brace over or under a part, which has no sound.
  static func isBrace(_ text: String) -> Bool {
    ["⏞", "⏟", "⏜", "⏝", "⎴", "⎵", "︷", "︸"].contains(text)
  }

  /// The combining character for an accent: `¯` over `x` → `x̄`.
  static func accent(_ text: String, _ position: MarkupReader.ScriptPosition) -> String? {
    (position == .raised ? over : under)[text]
  }

  private static let over: [String: String] = [
    "¯": "\u{304}", "‾": "\u{304}", "ˉ": "\u{304}", "_": "\u{304}", "―": "\u{304}",
    "\u{304}": "\u{304}", "\u{305}": "\u{304}",
    "^": "\u{302}", "ˆ": "\u{302}", "\u{302}": "\u{302}", "~": "\u{303}", "˜": "\u{303}",
    "∼": "\u{303}", "\u{303}": "\u{303}", "→": "\u{20D7}", "⇀": "\u{20D7}", "⟶": "\u{20D7}",
    "\u{20D7}": "\u{20D7}", "˙": "\u{307}", ".": "\u{307}", "\u{307}": "\u{307}", "¨": "\u{308}",
    "..": "\u{308}", "\u{308}": "\u{308}", "ˇ": "\u{30C}", "\u{30C}": "\u{30C}", "˘": "\u{306}",
    "\u{306}": "\u{306}", "´": "\u{301}", "\u{301}": "\u{301}", "`": "\u{300}",
    "\u{300}": "\u{300}",
  ]

  private static let under: [String: String] = [
    "_": "\u{332}", "¯": "\u{332}", "‾": "\u{332}", "\u{332}": "\u{332}", "\u{331}": "\u{332}",
  ]
}
