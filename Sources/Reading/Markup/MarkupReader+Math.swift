internal import Narration

extension MarkupReader {
  /// Reads MathML: the author's words for it, else its parts on one line as one types them.
  ///
  /// `alttext` of words → itself; `<mfrac>…` → `(a + b)/c`; `<msup>` → `x²`, `x^k`. Annotations say
  /// the same again and are declared (W3C MathML 3.0, chapters 3 and 5).
  mutating func math(_ element: MarkupElement) {
    let alternative = element.attributes.first { $0.name == "alttext" }
    let hasParts = element.elements.contains { !$0.name.hasPrefix("annotation") }
    if let alternative, !alternative.value.allSatisfy(\.isWhitespace),
      !hasParts || !alternative.value.contains("\\")
    {
      if !builder.isOpen { begin() }
      builder.add(
        alternative.value, source: alternative.source ?? element.source, isCopied: false)
      return leaveOut(element, because: .alternative)
    }
    mathContent(of: element)
  }

  private mutating func mathContent(of element: MarkupElement) {
    for child in element.children {
      switch child {
      case .text(let pieces): for piece in pieces { add(piece) }
      case .element(let part): mathPart(part)
      }
    }
  }

  private mutating func mathPart(_ element: MarkupElement) {
    let role = ElementRole(element)
    if let reason = role.reasonToLeaveOut { return leaveOut(element, because: reason) }
    if role == .note, notes.isReferred(element) { return }
    let parts = Array(element.elements.prefix(4))
    let (start, end) = (element.source.lowerBound, element.source.upperBound)
    switch element.name {
    case "annotation", "annotation-xml": leaveOut(element, because: .alternative)
    case "mphantom", "none", "mprescripts": leaveOut(element, because: .hidden)
    case "mfrac" where parts.count == 2:
      grouped(parts[0])
      insert("/", at: parts[1].source.lowerBound)
      grouped(parts[1])
    case "msup" where parts.count == 2, "mover" where parts.count == 2:
      mathPart(parts[0])
      scripted(parts[1], .raised)
    case "msub" where parts.count == 2, "munder" where parts.count == 2:
      mathPart(parts[0])
      scripted(parts[1], .lowered)
    case "msubsup" where parts.count == 3, "munderover" where parts.count == 3:
      mathPart(parts[0])
      scripted(parts[1], .lowered)
      scripted(parts[2], .raised)
    case "msqrt":
      insert("√", at: start)
      grouped(element)
    case "mroot" where parts.count == 2:
      scripted(parts[1], .raised)
      insert("√", at: start)
      grouped(parts[0])
    case "mfenced":
      insert(element["open"] ?? "(", at: start)
      for (index, part) in element.elements.enumerated() {
        if index > 0 { insert(", ", at: part.source.lowerBound) }
        mathPart(part)
      }
      insert(element["close"] ?? ")", at: end)
    case "mtable", "mtr", "mlabeledtr", "mtd", "mspace", "mtext":
      builder.addBreak(at: start)
      mathContent(of: element)
      builder.addBreak(at: end)
    case "mo": operatorSign(element)
    default: mathContent(of: element)
    }
  }

  /// Signs stand free, as one types them; those that are never seen are not said.
  private mutating func operatorSign(_ element: MarkupElement) {
    let sign = element.text.filter { !$0.isWhitespace }
    if sign.unicodeScalars.allSatisfy({ (0x2061...0x2064).contains($0.value) }) {
      return leaveOut(element, because: .unspeakable)
    }
    let isFree = Self.freeSigns.contains(sign)
    if isFree { builder.addBreak(at: element.source.lowerBound) }
    mathContent(of: element)
    if isFree || sign == "," { builder.addBreak(at: element.source.upperBound) }
  }

  private static let freeSigns: Set<String> = [
    "=", "+", "−", "-", "×", "·", "±", "≤", "≥", "<", ">", "≠", "≈", "∼", "→", "∈",
  ]

  /// What has more than one part stands in brackets.
  private mutating func grouped(_ element: MarkupElement) {
    let isSingle = Self.isAtom(element)
    if !isSingle { insert("(", at: element.source.lowerBound) }
    if element.name == "msqrt" { mathContent(of: element) } else { mathPart(element) }
    if !isSingle { insert(")", at: element.source.upperBound) }
  }

  private static func isAtom(_ element: MarkupElement) -> Bool {
    var element = element
    while ["mrow", "mstyle", "msqrt", "mpadded"].contains(element.name) {
      let parts = Array(element.elements.prefix(2))
      guard parts.count == 1 else { return false }
      element = parts[0]
    }
    return ["mi", "mn", "mtext", "msup", "msub"].contains(element.name)
  }

  /// Digits as the characters that say so, anything else behind `^` or `_`.
  private mutating func scripted(_ element: MarkupElement, _ position: ScriptPosition) {
    let text = element.text.filter { !$0.isWhitespace }
    let outer = script
    defer { script = outer }
    if Scripts.text(text, position) != nil {
      script = position
      return mathContent(of: element)
    }
    insert(position == .raised ? "^" : "_", at: element.source.lowerBound)
    grouped(element)
  }

  private mutating func insert(_ text: String, at offset: Int) {
    if !builder.isOpen { begin() }
    builder.add(text, source: offset..<offset, isCopied: false)
  }
}
