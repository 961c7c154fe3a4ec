internal import Narration

/// Words that stand in an attribute, with their place.
struct AlternativeText {
  var text: String
  var source: Range<Int>
}

extension MarkupReader {
  /// Reads an image that stands by itself: its alternative text, unless the caption says the same.
  mutating func image(_ element: MarkupElement) {
    guard let alternative = alternative(of: element) else {
      return leaveOut(element, because: .alternative)
    }
    // A figure may have many images.
    if let caption = caption(of: element)?
      .text(upTo: 2 * alternative.text.utf8.count + 200),
      caption.onOneLine == alternative.text.onOneLine
    {
      return leaveOut(element, because: .alternative)
    }
    builder.begin(.figure)
    builder.add(alternative.text, source: alternative.source, isCopied: false)
    builder.end()
    leaveOutRest(of: element)
  }

  /// What an image draws is left out, but for the title and description that were read.
  private mutating func leaveOutRest(of element: MarkupElement) {
    var read: Set<String> = []
    for child in element.children {
      guard case .element(let child) = child else {
        if case .text(let pieces) = child { leaveOut(pieces, because: .alternative) }
        continue
      }
      let isRead =
        (child.name == "title" || child.name == "desc") && read.insert(child.name).inserted
      if !isRead { leaveOut(child, because: .alternative) }
    }
  }

  /// Reads an image inside a sentence.
  mutating func inlineImage(_ element: MarkupElement) {
    if let alternative = alternative(of: element) {
      if !builder.isOpen { begin() }
      builder.addBreak(at: element.source.lowerBound)
      builder.add(alternative.text, source: alternative.source, isCopied: false)
      builder.addBreak(at: element.source.upperBound)
      lineBreaks = 0
      return leaveOutRest(of: element)
    }
    leaveOut(element, because: .alternative)
  }

  /// What stands for an image: `alt`, a label, in SVG the title and the description.
  private mutating func alternative(of element: MarkupElement) -> AlternativeText? {
    if element.name == "svg" {
      let parts = [element.first("title"), element.first("desc")].compactMap(\.self)
        .filter { !$0.isBlank }
      if let first = parts.first, let last = parts.last {
        return AlternativeText(
          text: parts.map(\.text.onOneLine).joined(separator: ". "),
          source: first.source.lowerBound..<max(last.source.upperBound, first.source.upperBound))
      }
      return label(of: element)
    }
    if let alt = element.attributes.first(where: { $0.name == "alt" }) {
      guard !alt.value.allSatisfy(\.isWhitespace), !Self.isFileName(alt.value) else { return nil }
      return AlternativeText(text: alt.value, source: alt.source ?? element.source)
    }
    return label(of: element)
  }

  /// In bytes: what is longer names nothing, and many elements may refer to it.
  private static let longestLabel = 500

  /// What ARIA says that an element without text is called.
  mutating func label(of element: MarkupElement) -> AlternativeText? {
    if let label = element.attributes.first(where: { $0.name == "aria-label" }),
      !label.value.allSatisfy(\.isWhitespace)
    {
      return AlternativeText(text: label.value, source: label.source ?? element.source)
    }
    guard let references = element["aria-labelledby"] else { return nil }
    let text = references.split(separator: " ").prefix(10)
      .compactMap { self.element(byID: String($0)) }
      // What is not hidden is read where it stands.
      .filter { ElementRole($0).reasonToLeaveOut != nil }
      .compactMap { $0.text(upTo: Self.longestLabel)?.onOneLine }.filter { !$0.isEmpty }
      .joined(separator: " ")
    return text.isEmpty ? nil : AlternativeText(text: text, source: element.source)
  }

  // MARK: What is left out

  /// Declares that words of an element are left out which stand in an attribute.
  mutating func leaveOutAttribute(of element: MarkupElement, because reason: Omission.Reason) {
    guard let attribute = Self.spokenAttribute(of: element) else { return }
    builder.omit(attribute.source ?? element.source, because: reason)
  }

  /// The attribute that would be said of an element if it were read.
  static func spokenAttribute(of element: MarkupElement) -> MarkupAttribute? {
    let attributes = element.attributes
    guard !attributes.isEmpty else { return nil }
    func attribute(_ names: String...) -> MarkupAttribute? {
      names.lazy.compactMap { name in attributes.first { $0.name == name } }.first
        .flatMap { $0.value.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    switch element.name {
    case "img": return attribute("alt", "aria-label").flatMap { isFileName($0.value) ? nil : $0 }
    case "math": return attribute("alttext")
    default: break
    }
    guard element.isBlank else { return nil }
    if ElementRole(element) == .pageBreak {
      return labels.lazy.compactMap { attribute($0) }.first
    }
    let isIcon = !element.elements.contains { _ in true }
    return isIcon || element.name == "figure" || element.name == "svg"
      ? attribute("aria-label") : nil
  }

  private mutating func element(byID id: String) -> MarkupElement? {
    if let ids { return ids[id] }
    var found: [String: MarkupElement] = [:]
    root?.walk {
      if case .element(let element) = $0, let id = element["id"], found[id] == nil {
        found[id] = element
      }
      return true
    }
    ids = found
    return found[id]
  }

  /// The caption of the figure that an image stands in.
  private mutating func caption(of image: MarkupElement) -> MarkupElement? {
    guard let figure = figure(around: image) else { return nil }
    if let lastFigure, lastFigure.number == figure.number { return lastFigure.caption }
    let caption = figure.first("figcaption")
    lastFigure = (figure.number, caption)
    return caption
  }

  private func figure(around element: MarkupElement) -> MarkupElement? {
    var parent = element.parent
    for _ in 0..<4 {
      guard let found = parent else { return nil }
      if found.name == "figure" { return found }
      parent = found.parent
    }
    return nil
  }

  /// `IMG_2034.jpg` says nothing to anybody.
  private static func isFileName(_ text: String) -> Bool {
    let name = text.onOneLine.lowercased()
    return !name.contains(" ")
      && [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp"].contains {
        name.hasSuffix($0)
      }
  }
}
