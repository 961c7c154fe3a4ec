internal import Narration

/// Writes formulas of TeX on one line: `\frac{a}{b}` → `a/b`, `x^{2}` → `x²`, `\alpha` → `α`.
///
/// What stands around the formula, a document class and its packages, is program code and declared
/// so. A command without a meaning here is said by its name, so that nothing is lost.
enum TeXText {
  static func write(_ element: MarkupElement, to out: inout MarkupWriter) {
    out.begin("span", for: element)
    for node in element.children {
      switch node {
      case .text(let pieces):
        var text = ""
        for piece in pieces { text += piece.text }
        if let first = pieces.first, let last = pieces.last {
          let isCopied = pieces.allSatisfy(\.isCopied)
          write(
            text, first.source.lowerBound..<last.source.upperBound, isCopied: isCopied, to: &out)
        }
      case .element(let child): out.omit(child, because: .alternative)
      }
    }
    out.end(for: element)
  }

  /// - Parameter isCopied: Whether text and source are the same bytes.
  private static func write(
    _ text: String, _ source: Range<Int>, isCopied: Bool, to out: inout MarkupWriter
  ) {
    var body = text[...]
    if let begin = text.firstRange(of: "\\begin{document}") {
      body = text[begin.upperBound...]
      if let end = body.firstRange(of: "\\end{document}") { body = body[..<end.lowerBound] }
    }
    let start = text.utf8.distance(from: text.startIndex, to: body.startIndex)
    let count = body.utf8.count
    let exact = isCopied && text.utf8.count == source.count
    func omit(_ part: Substring, from offset: Int) {
      guard exact, !part.isEmpty else { return }
      let range = source.lowerBound + offset..<source.lowerBound + offset + part.utf8.count
      let piece = MarkupTree.Piece(text: String(part), source: range, isCopied: true)
      out.omit([piece], because: .code)
    }
    omit(text[..<body.startIndex], from: 0)
    let place =
      exact ? source.lowerBound + start..<source.lowerBound + start + count : source
    out.text(linear(body), for: place)
    omit(text[body.endIndex...], from: start + count)
  }

  /// Whether words for a formula are TeX rather than words: `\frac{a}{b}`, `x^{2}`, `x_1`.
  static func isTeX(_ text: String) -> Bool { text.contains { "\\^_{".contains($0) } }

  // MARK: Commands

  private static let signs: [Substring: String] = [
    "times": " × ", "cdot": " · ", "pm": " ± ", "mp": " ∓ ", "leq": " ≤ ", "le": " ≤ ",
    "geq": " ≥ ", "ge": " ≥ ", "neq": " ≠ ", "ne": " ≠ ", "approx": " ≈ ", "sim": " ∼ ",
    "equiv": " ≡ ", "propto": " ∝ ", "to": " → ", "rightarrow": " → ", "leftarrow": " ← ",
    "in": " ∈ ", "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫",
    "ldots": "…", "dots": "…", "cdots": "…", "prime": "′", "circ": "°", "div": " ÷ ", "%": "%",
    "&": "&", "#": "#", "$": "$", "_": "_", "{": "{", "}": "}", ",": " ", ";": " ", ":": " ",
    "!": "", " ": " ", "quad": " ", "qquad": " ", "\\": " ", "left": "", "right": "", "big": "",
    "Big": "", "bigg": "", "displaystyle": "", "textstyle": "", "limits": "", "mathrm": "",
    "mathbf": "", "mathit": "", "mathcal": "", "mathbb": "", "text": "", "textrm": "",
    "boldsymbol": "", "operatorname": "", "rm": "", "bf": "", "it": "", "mathsf": "", "hbox": "",
    "mbox": "", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
    "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
    "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω",
  ]

  /// The text of a formula, read once from its start to its end; braces that are open are kept in
  /// mind, however deep they nest.
  static func linear(_ text: Substring) -> String {
    var result = ""
    /// What an open brace's end adds, and what its content is mapped with.
    var open: [(closing: String, next: String?)] = []
    var rest = text
    var pending: (closing: String, next: String?)?
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        var name = rest.prefix { $0.isASCII && $0.isLetter }
        if name.isEmpty { name = rest.prefix(1) }
        rest = rest[name.endIndex...]
        switch name {
        case "frac", "dfrac", "tfrac": pending = (")/", "fraction")
        case "sqrt":
          result += "√"
          pending = (")", nil)
        case "begin", "end":
          if rest.first == "{", let close = rest.prefix(40).firstIndex(of: "}") {
            rest = rest[rest.index(after: close)...]
          }
        default: result += signs[name] ?? (name + " ")
        }
      case "{":
        result += pending == nil ? "" : "("
        open.append(pending ?? ("", nil))
        pending = nil
      case "}":
        guard let group = open.popLast() else { break }
        result += group.closing
        if group.next != nil { pending = (")", nil) }
      case "^", "_":
        // A script of one sign becomes the character for it.
        let isUp = character == "^"
        let single =
          rest.first == "{" ? rest.dropFirst().prefix(12).prefix { $0 != "}" } : rest.prefix(1)
        if let scripted = Scripts.text(String(single), isUp ? .raised : .lowered) {
          result += scripted
          rest = rest.dropFirst(rest.first == "{" ? single.count + 2 : single.count)
        } else {
          result += isUp ? "^" : " "
        }
      case "$": break
      case "&", "~": result += " "
      case "=", "+", "<", ">": result += " \(character) "
      default: result.append(character)
      }
    }
    return result
  }
}
