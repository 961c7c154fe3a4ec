internal import Narration

/// Writes a tree in the vocabulary of HTML from one in another vocabulary.
///
/// What is written keeps the place it has in the source, in whatever order it comes. Text that is
/// not to be said is written too, with the reason, so that ``MarkupReader`` declares it.
struct MarkupWriter {
  private var builder = MarkupBuilder()
  /// Where the text written last ends in the source.
  private var last = 0
  /// Where each text begins that was written, in no order.
  private(set) var starts: [Int] = []
  /// The element around text that is not said; its attribute `reason` says why.
  private static let omitted = "omitted"

  /// For ``MarkupReader/reasonToLeaveOut``: what ``omit(_:because:)`` was told.
  static func reason(of element: MarkupElement) -> Omission.Reason? {
    guard element.name == omitted else { return nil }
    return element["reason"].flatMap { Omission.Reason(rawValue: $0) }
  }

  /// Begins an element that stands for one of the source.
  mutating func begin(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], for element: MarkupElement
  ) {
    builder.begin(
      name, attributes.map { MarkupAttribute(name: $0.key, value: $0.value) },
      at: element.source.lowerBound)
  }

  /// Begins an element with attributes of the one that it stands for.
  mutating func begin(
    _ name: String, copying attributes: [MarkupAttribute], for element: MarkupElement
  ) {
    builder.begin(name, attributes, at: element.source.lowerBound)
  }

  /// Ends the element begun last.
  mutating func end(for element: MarkupElement) { builder.end(at: element.source.upperBound) }

  /// Ends the element begun last whose end has no place.
  mutating func end() { builder.end(at: 0) }

  /// An element without content, such as a break.
  mutating func empty(_ name: String, for element: MarkupElement) {
    begin(name, for: element)
    end(for: element)
  }

  /// An image with the text that says what it shows, which stands in the source as text.
  mutating func image(alternative element: MarkupElement) {
    let text = element.text.onOneLine
    guard !text.isEmpty else { return }
    let alternative = MarkupAttribute(name: "alt", value: text, source: element.textSource)
    builder.begin("img", [alternative], at: element.source.lowerBound)
    end(for: element)
  }

  /// Text of the source.
  mutating func text(_ pieces: some Sequence<MarkupTree.Piece>) {
    for piece in pieces { add(piece) }
  }

  /// Text that comes before what was written last is an element of its own: no text of the tree goes
  /// backwards.
  private mutating func add(_ piece: MarkupTree.Piece) {
    let isBefore = piece.source.lowerBound < last
    last = piece.source.upperBound
    // Text that the source lacks stands where other text may begin.
    if !piece.source.isEmpty { starts.append(piece.source.lowerBound) }
    if isBefore { builder.begin("span", at: piece.source.lowerBound) }
    builder.text(piece.text, source: piece.source, isCopied: piece.isCopied)
    if isBefore { builder.end(at: piece.source.upperBound) }
  }

  /// Other words for bytes of the source, or words that it lacks if `source` is empty.
  mutating func text(_ text: String, for source: Range<Int>) {
    add(MarkupTree.Piece(text: text, source: source, isCopied: false))
  }

  /// An element as it is, with all that is in it.
  mutating func copy(_ element: MarkupElement) {
    begin(element.name, copying: element.attributes, for: element)
    for child in element.children {
      switch child {
      case .text(let pieces): text(pieces)
      case .element(let child): copy(child)
      }
    }
    end(for: element)
  }

  /// All text below an element, and the words for images in it, as text that is not said.
  mutating func omit(_ element: MarkupElement, because reason: Omission.Reason) {
    begin(Self.omitted, ["reason": reason.rawValue], for: element)
    image(element)
    element.walk {
      switch $0 {
      case .text(let pieces): text(pieces)
      case .element(let child): image(child)
      }
      return true
    }
    end(for: element)
  }

  /// An image with the words for it that stand in an attribute of the source (ECMA-376, part 1,
  /// 20.4.2.5: `descr`; HTML: `alt`).
  mutating func image(_ element: MarkupElement) {
    guard let attribute = element.imageDescription else { return }
    begin("img", copying: [attribute], for: element)
    end(for: element)
  }

  /// Pieces of text that are not said.
  mutating func omit(
    _ pieces: some Collection<MarkupTree.Piece>, because reason: Omission.Reason
  ) {
    guard let first = pieces.first else { return }
    let start = first.source.lowerBound
    builder.begin(
      Self.omitted, [MarkupAttribute(name: "reason", value: reason.rawValue)], at: start)
    text(pieces)
    builder.end(at: start)
  }

  /// The tree, when all is written.
  mutating func finish(at offset: Int) -> MarkupTree { builder.finish(at: offset) }
}

extension MarkupElement {
  /// The words for an image that stand in an attribute, as an attribute `alt`.
  var imageDescription: MarkupAttribute? {
    for name in ["descr", "alt", "title"] where self[name] != nil {
      guard name != "title" || self.name == "wp:docPr",
        var attribute = attributes.first(where: { $0.name == name }),
        !attribute.value.allSatisfy(\.isWhitespace)
      else { return nil }
      attribute.name = "alt"
      return attribute
    }
    return nil
  }

  /// From the first to the last byte of the text below; empty at the element's start without one.
  var textSource: Range<Int> {
    var hull: Range<Int>?
    walk {
      if case .text(let pieces) = $0 {
        for piece in pieces where !piece.text.allSatisfy(\.isWhitespace) {
          let (low, high) = (piece.source.lowerBound, piece.source.upperBound)
          hull = hull.map { min($0.lowerBound, low)..<max($0.upperBound, high) } ?? piece.source
        }
      }
      return true
    }
    return hull ?? source.lowerBound..<source.lowerBound
  }
}
