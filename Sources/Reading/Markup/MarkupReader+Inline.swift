internal import Narration

extension MarkupReader {
  /// Reads an element that is part of a passage.
  mutating func inline(_ element: MarkupElement) {
    if notes.isReference(element) { return noteReference(element) }
    if isMark(element) { return leaveOut(element, because: .noteMark) }
    let outer = language
    let isOther = beginLanguage(of: element)
    defer {
      if isOther { builder.endSpan() }
      language = outer
    }
    switch element.name {
    case "br": return lineBreak(at: element.source.lowerBound)
    case "wbr": return
    case "img", "svg": return inlineImage(element)
    case "math": return math(element)
    case "em", "strong", "i", "b": span(.emphasis, element)
    case "a":
      if let target = element["href"] {
        span(.link(target: target), element)
      } else {
        content(of: element)
      }
    case "abbr", "acronym":
      if let title = element["title"], !title.allSatisfy(\.isWhitespace) {
        span(.expansion(title.onOneLine), element)
      } else {
        content(of: element)
      }
    case "q": quotation(element)
    case "sup": scripted(.raised, element)
    case "sub": scripted(.lowered, element)
    case let name where name.contains("-"):
      // An element of the page's own, which may be a block or a word.
      builder.addBreak(at: element.source.lowerBound)
      content(of: element)
      builder.addBreak(at: element.source.upperBound)
    default: content(of: element)
    }
    // An icon that has a name.
    if element.isBlank, element["aria-label"] != nil,
      !element.elements.contains(where: { _ in true }),
      let label = label(of: element)
    {
      if !builder.isOpen { begin() }
      builder.add(label.text, source: label.source, isCopied: false)
    }
  }

  // Blocks may stand in it, so it begins no passage by itself.
  private mutating func span(_ kind: Passage.SpanKind, _ element: MarkupElement) {
    builder.beginSpan(kind)
    content(of: element)
    builder.endSpan()
  }

  private mutating func quotation(_ element: MarkupElement) {
    guard !element.isBlank else { return content(of: element) }
    if !builder.isOpen { begin() }
    let (start, end) = (element.source.lowerBound, element.source.upperBound)
    builder.beginSpan(.quotation)
    builder.add("“", source: start..<start, isCopied: false)
    content(of: element)
    builder.add("”", source: end..<end, isCopied: false)
    builder.endSpan()
  }

  private mutating func scripted(_ position: ScriptPosition, _ element: MarkupElement) {
    let outer = script
    script = position
    content(of: element)
    script = outer
  }

  /// Whether a link is a mark for the hand alone: back from a note, or to the heading that it is in.
  private func isMark(_ element: MarkupElement) -> Bool {
    guard element.name == "a", element["href"] != nil else { return false }
    if notes.isBacklink(element) { return true }
    guard case .heading = kind, element["href"]?.hasPrefix("#") ?? false else { return false }
    guard let text = element.text(upTo: 40)?.onOneLine else { return false }
    return text.count <= 2 && !text.contains { $0.isLetter || $0.isNumber }
  }
}
