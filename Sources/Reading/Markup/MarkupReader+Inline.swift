internal import Narration

extension MarkupReader {
  /// Reads an element that is part of a passage.
  mutating func inline(_ element: MarkupElement) {
    if notes.isReference(element) { return noteReference(element) }
    let language = element["lang"] ?? element["xml:lang"]
    if let language { builder.beginSpan(.language(language)) }
    defer { if language != nil { builder.endSpan() } }
    switch element.name {
    case "br": builder.addBreak(at: element.source.lowerBound)
    case "wbr": break
    case "img": inlineImage(element)
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
    case "q":
      quotation(element)
    case "sup": scripted(.raised, element)
    case "sub": scripted(.lowered, element)
    default: content(of: element)
    }
  }

  private mutating func span(_ kind: Passage.SpanKind, _ element: MarkupElement) {
    if !builder.isOpen, !element.text.allSatisfy(\.isWhitespace) { begin() }
    builder.beginSpan(kind)
    content(of: element)
    builder.endSpan()
  }

  private mutating func quotation(_ element: MarkupElement) {
    guard !element.text.allSatisfy(\.isWhitespace) else { return }
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

  private mutating func inlineImage(_ element: MarkupElement) {
    guard let alternative = element.attributes.first(where: { $0.name == "alt" }),
      !alternative.value.allSatisfy(\.isWhitespace)
    else { return }
    if !builder.isOpen { begin() }
    builder.add(alternative.value, source: alternative.source ?? element.source, isCopied: false)
  }
}
