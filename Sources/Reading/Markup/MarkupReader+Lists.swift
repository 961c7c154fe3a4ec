internal import Narration

/// A list that is being read: what its next item is called.
struct MarkupList {
  /// How items are counted; nil for bullets.
  var style: Style?
  /// The number of the next item.
  var next = 1
  var step = 1

  enum Style { case decimal, lowerLetter, upperLetter, lowerRoman, upperRoman }

  /// The list of an `ol` or `ul`.
  init(_ element: MarkupElement) {
    guard element.name == "ol" else { return }
    switch element["type"] {
    case "a": style = .lowerLetter
    case "A": style = .upperLetter
    case "i": style = .lowerRoman
    case "I": style = .upperRoman
    default: style = Self.style(element["style"])
    }
    let count = element.elements.filter { $0.name == "li" }.count
    if element["reversed"] != nil { step = -1 }
    next = element["start"].flatMap { Int($0) } ?? (step < 0 ? count : 1)
  }

  /// The style that CSS gives to a list.
  private static func style(_ css: String?) -> Style {
    let css = css?.lowercased() ?? ""
    if css.contains("lower-alpha") || css.contains("lower-latin") { return .lowerLetter }
    return css.contains("upper-alpha") || css.contains("upper-latin") ? .upperLetter : .decimal
  }

  /// The marker of an item, which is counted: `3.`, `b)`, `•`.
  mutating func marker(of item: MarkupElement) -> String {
    guard let style else { return "•" }
    if let value = item["value"].flatMap({ Int($0) }) { next = value }
    defer { next = next.addingReportingOverflow(step).partialValue }
    if (1...26).contains(next), style == .lowerLetter || style == .upperLetter {
      let letter = String(Unicode.Scalar(UInt8(0x60 + next)))
      return (style == .upperLetter ? letter.uppercased() : letter) + ")"
    }
    return "\(next)."
  }
}

extension MarkupReader {
  mutating func list(_ element: MarkupElement) {
    lists.append(MarkupList(element))
    content(of: element)
    lists.removeLast()
  }

  /// Reads an item: its first passage bears the marker, further ones are paragraphs.
  mutating func item(_ element: MarkupElement, marker: String) {
    var written = marker
    if !lists.isEmpty { written = lists[lists.count - 1].marker(of: element) }
    let outer = pendingMarker
    pendingMarker = written
    content(of: element)
    builder.end()
    pendingMarker = outer
  }
}
