internal import Narration

/// Writes formulas on one line, as one types them: `(a + b)/c`, `x²`, `√(x + 1)`.
///
/// Of MathML (W3C MathML 3.0, chapter 3) presentation elements alone are read; what annotates them
/// says the same again and is declared.
enum MathText {
  /// Writes a `math` element.
  static func write(_ element: MarkupElement, to out: inout MarkupWriter) {
    out.begin("span", for: element)
    content(of: element, &out)
    out.end(for: element)
  }

  private static func content(of element: MarkupElement, _ out: inout MarkupWriter) {
    for node in element.children { write(node, &out) }
  }

  private static func write(_ node: MarkupNode, _ out: inout MarkupWriter) {
    switch node {
    case .text(let pieces): out.text(pieces)
    case .element(let element): write(part: element, &out)
    }
  }

  private static func write(part element: MarkupElement, _ out: inout MarkupWriter) {
    // What has text beside its parts is not what it says it is.
    let isSound = element.children.allSatisfy {
      if case .text(let pieces) = $0 {
        pieces.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
      } else {
        true
      }
    }
    let parts = isSound ? Array(element.elements) : []
    switch element.name {
    case "annotation", "annotation-xml": out.omit(element, because: .alternative)
    case "mfrac" where parts.count == 2:
      grouped(parts[0], &out)
      insert("/", before: parts[1], &out)
      grouped(parts[1], &out)
    case "msup" where parts.count == 2:
      write(part: parts[0], &out)
      script("sup", parts[1], &out)
    case "msub" where parts.count == 2, "munder" where parts.count == 2:
      write(part: parts[0], &out)
      script("sub", parts[1], &out)
    case "munderover" where parts.count == 3, "msubsup" where parts.count == 3 && isSum(parts[0]):
      write(part: parts[0], &out)
      script("sub", parts[1], &out, isLimit: true) { write(part: parts[1], &$0) }
      script("sup", parts[2], &out, isLimit: true) { write(part: parts[2], &$0) }
      insert(" ", after: element, &out)
    case "msubsup" where parts.count == 3:
      write(part: parts[0], &out)
      script("sub", parts[1], &out)
      script("sup", parts[2], &out)
    case "msqrt":
      insert("√(", before: element, &out)
      content(of: element, &out)
      insert(")", after: element, &out)
    case "mroot" where parts.count == 2:
      script("sup", parts[1], &out)
      insert("√", before: parts[0], &out)
      grouped(parts[0], &out)
    case "mfenced" where isSound:
      insert(element["open"] ?? "(", before: element, &out)
      for (index, part) in parts.enumerated() {
        if index > 0 { insert(", ", before: part, &out) }
        write(part: part, &out)
      }
      insert(element["close"] ?? ")", after: element, &out)
    case "mtr", "mlabeledtr", "mtd":
      insert(" ", before: element, &out)
      content(of: element, &out)
    case "mo":
      operation(element, &out)
    case "mspace": insert(" ", before: element, &out)
    default: content(of: element, &out)
    }
  }

  private static func isSum(_ part: MarkupElement) -> Bool {
    ["∑", "∏", "∫"].contains(part.text.filter { !$0.isWhitespace })
  }

  /// Whether a sign stands free between what it joins.
  static func isFree(_ sign: String) -> Bool {
    ["=", "+", "−", "-", "×", "·", "±", "≤", "≥", "<", ">", "≠", "≈", "∼", "→", "∈"].contains(sign)
  }

  /// Signs stand free, as one types them; signs that are not seen are not said.
  private static func operation(_ element: MarkupElement, _ out: inout MarkupWriter) {
    let sign = element.text.filter { !$0.isWhitespace }
    let isFree = isFree(sign)
    if isFree { insert(" ", before: element, &out) }
    content(of: element, &out)
    if isFree || sign == "," { insert(" ", after: element, &out) }
  }

  /// What has more than one part stands in brackets.
  private static func grouped(_ part: MarkupElement, _ out: inout MarkupWriter) {
    let isSingle = part.text.filter { !$0.isWhitespace }.count <= 1 || isAtom(part)
    if !isSingle { insert("(", before: part, &out) }
    write(part: part, &out)
    if !isSingle { insert(")", after: part, &out) }
  }

  private static func isAtom(_ element: MarkupElement) -> Bool {
    var element = element
    while element.name == "mrow" || element.name == "mstyle" {
      let parts = Array(element.elements.prefix(2))
      guard parts.count == 1 else { return false }
      element = parts[0]
    }
    return ["mi", "mn", "mtext", "msup", "msub", "msqrt"].contains(element.name)
  }

  private static func script(_ name: String, _ part: MarkupElement, _ out: inout MarkupWriter) {
    script(name, part, &out) { write(part: part, &$0) }
  }

  /// A raised or lowered part: digits as their characters, all else as one types it, `x_{i}`.
  ///
  /// - Parameter isLimit: Whether it says from where to where a sum goes: `∑_{i = 1}^{n}`.
  static func script(
    _ name: String, _ part: MarkupElement, _ out: inout MarkupWriter, isLimit: Bool = false,
    write: (inout MarkupWriter) -> Void
  ) {
    let isRaised = name == "sup"
    let text = part.text.filter { !$0.isWhitespace }
    if text.isEmpty || !isLimit && Scripts.text(text, isRaised ? .raised : .lowered) != nil {
      out.begin(name, for: part)
      write(&out)
      out.end(for: part)
    } else if ["′", "″", "∗", "*", "°"].contains(text) {
      write(&out)
    } else {
      insert(isRaised ? "^{" : "_{", before: part, &out)
      write(&out)
      insert("}", after: part, &out)
    }
  }

  private static func insert(
    _ text: String, before element: MarkupElement, _ out: inout MarkupWriter
  ) {
    out.text(text, for: element.source.lowerBound..<element.source.lowerBound)
  }

  private static func insert(
    _ text: String, after element: MarkupElement, _ out: inout MarkupWriter
  ) {
    out.text(text, for: element.source.upperBound..<element.source.upperBound)
  }
}
