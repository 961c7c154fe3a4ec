internal import Narration

/// Writes formulas of Office on one line (ECMA-376, part 1, 22.1): `(a + b)/c`, `x²`, `√(x + 1)`.
enum OMMLText {
  static func write(_ element: MarkupElement, to out: inout MarkupWriter) {
    out.begin("span", for: element)
    content(of: element, &out)
    out.end(for: element)
  }

  private static func content(of element: MarkupElement, _ out: inout MarkupWriter) {
    for child in element.elements { part(child, &out) }
  }

  private static func part(_ element: MarkupElement, _ out: inout MarkupWriter) {
    let child = { (name: String) in element.first(name) }
    switch element.name {
    case "m:t": text(element, &out)
    case "w:t":
      for node in element.children { if case .text(let pieces) = node { out.text(pieces) } }
    case "m:f":
      grouped(child("m:num"), &out)
      insert("/", at: child("m:den"), &out)
      grouped(child("m:den"), &out)
    case "m:sSup", "m:sSub", "m:sSubSup", "m:limLow", "m:limUpp":
      child("m:e").map { content(of: $0, &out) }
      scripts(child("m:sub") ?? child("m:lim"), child("m:sup"), &out)
    case "m:sPre":
      scripts(child("m:sub"), child("m:sup"), &out)
      child("m:e").map { content(of: $0, &out) }
    case "m:rad":
      if let degree = child("m:deg"), !degree.hasNoText { scripts(nil, degree, &out) }
      insert("√", at: child("m:e"), &out)
      grouped(child("m:e"), &out)
    case "m:nary":
      let sign = child("m:naryPr")?.first("m:chr")?["m:val"] ?? "∫"
      insert(sign, at: element, &out)
      scripts(child("m:sub"), child("m:sup"), &out, areLimits: true)
      insert(" ", at: child("m:e"), &out)
      child("m:e").map { content(of: $0, &out) }
    case "m:d":
      let properties = child("m:dPr")
      insert(properties?.first("m:begChr")?["m:val"] ?? "(", at: element, &out)
      for (index, inner) in element.elements.filter({ $0.name == "m:e" }).enumerated() {
        if index > 0 { insert(properties?.first("m:sepChr")?["m:val"] ?? ", ", at: inner, &out) }
        content(of: inner, &out)
      }
      let end = element.source.upperBound
      out.text(properties?.first("m:endChr")?["m:val"] ?? ")", for: end..<end)
    case "m:func":
      child("m:fName").map { content(of: $0, &out) }
      insert(" ", at: child("m:e"), &out)
      child("m:e").map { content(of: $0, &out) }
    case "m:mr":
      for cell in element.elements {
        insert(" ", at: cell, &out)
        content(of: cell, &out)
      }
    case "w:del", "w:moveFrom": out.omit(element, because: .deleted)
    default: content(of: element, &out)
    }
  }

  /// Signs stand free, as one types them.
  private static func text(_ element: MarkupElement, _ out: inout MarkupWriter) {
    let isFree = MathText.isFree(element.text.filter { !$0.isWhitespace })
    if isFree { insert(" ", at: element, &out) }
    for node in element.children { if case .text(let pieces) = node { out.text(pieces) } }
    let end = element.source.upperBound
    if isFree { out.text(" ", for: end..<end) }
  }

  private static func scripts(
    _ lower: MarkupElement?, _ upper: MarkupElement?, _ out: inout MarkupWriter,
    areLimits: Bool = false
  ) {
    for (name, part) in [("sub", lower), ("sup", upper)] {
      guard let part, !part.hasNoText else { continue }
      MathText.script(name, part, &out, isLimit: areLimits) { content(of: part, &$0) }
    }
  }

  /// What has more than one part stands in brackets.
  private static func grouped(_ part: MarkupElement?, _ out: inout MarkupWriter) {
    guard let part else { return }
    let parts = Array(part.elements.filter { $0.name != "m:ctrlPr" }.prefix(2))
    let isSingle = parts.count < 2 && !part.text.contains { "+-−=/ ".contains($0) }
    if !isSingle { insert("(", at: part, &out) }
    content(of: part, &out)
    let end = part.source.upperBound
    if !isSingle { out.text(")", for: end..<end) }
  }

  private static func insert(
    _ text: String, at element: MarkupElement?, _ out: inout MarkupWriter
  ) {
    guard let start = element?.source.lowerBound else { return }
    out.text(text, for: start..<start)
  }
}
