internal import Narration

/// A text inside another: what an element of XML holds, its entities decoded, with the way back.
///
/// A feed's HTML stands in its XML a second time escaped, or in CDATA. It is decoded, read like any
/// other HTML, and what was read is led back to the bytes of the feed.
struct InnerText {
  let text: String
  /// The text with its places, in order.
  let pieces: [MarkupTree.Piece]
  /// From the text to the source around it.
  private let runs: [RunMap.Run]

  /// All text of an element.
  init(of element: MarkupElement) {
    var pieces: [MarkupTree.Piece] = []
    element.walk {
      if case .text(let found) = $0 { pieces += found }
      return true
    }
    self.init(pieces)
  }

  /// Texts one behind the other.
  init(_ pieces: [MarkupTree.Piece]) {
    var text = ""
    var runs: [RunMap.Run] = []
    var offset = 0
    for piece in pieces {
      text += piece.text
      let end = offset + piece.text.utf8.count
      runs.append(
        RunMap.Run(
          text: offset..<end, source: piece.source, kind: piece.isCopied ? .copied : .decoded))
      offset = end
    }
    text.makeContiguousUTF8()
    self.text = text
    self.pieces = pieces
    self.runs = runs
  }

  /// A member of a container, whose text begins at a place of the source.
  init(member text: String, at base: Int) {
    self.text = text
    let count = text.utf8.count
    pieces = [MarkupTree.Piece(text: text, source: base..<base + count, isCopied: true)]
    runs = [RunMap.Run(text: 0..<count, source: base..<base + count, kind: .copied)]
  }

  /// What is left when this text is read as HTML and its tags are taken off; of an image it is the
  /// words for it.
  var withoutTags: InnerText {
    var pieces: [MarkupTree.Piece] = []
    HTMLParser.parse(text).tree.root.walk {
      switch $0 {
      case .element(let element):
        guard ElementRole(element).reasonToLeaveOut != .script else { return false }
        if let words = MarkupReader.spokenAttribute(of: element), let place = words.source {
          pieces.append(
            .init(text: " \(words.value) ", source: source(of: place), isCopied: false))
        }
        return true
      case .text(let found):
        for piece in found {
          guard piece.isCopied else {
            let source = source(of: piece.source)
            pieces.append(.init(text: piece.text, source: source, isCopied: false))
            continue
          }
          // Copied here, but perhaps decoded out of the source.
          let run = RunMap.Run(
            text: 0..<piece.source.count, source: piece.source, kind: .copied)
          let utf8 = Array(piece.text.utf8)
          for part in lead(run) {
            let text = String(decoding: utf8[part.text.clamped(to: 0..<utf8.count)], as: UTF8.self)
            pieces.append(
              .init(text: text, source: part.source, isCopied: part.kind == .copied))
          }
        }
        return true
      }
    }
    return InnerText(pieces)
  }

  // MARK: The way back

  /// What was read of this text, with its places in the source.
  func lead(_ draft: DraftPassage) -> DraftPassage {
    var draft = draft
    draft.passage.runs = RunMap(draft.passage.runs.runs.flatMap(lead))
    return draft
  }

  func lead(_ omission: Omission) -> Omission {
    Omission(source: source(of: omission.source), reason: omission.reason)
  }

  /// The hull in the source of a range of this text.
  func source(of range: Range<Int>) -> Range<Int> {
    let lower = start(range.lowerBound)
    guard !range.isEmpty else { return lower..<lower }
    return lower..<max(lower, end(range.upperBound))
  }

  /// A copied run is parted where entities stand in it.
  private func lead(_ run: RunMap.Run) -> [RunMap.Run] {
    guard run.kind == .copied else {
      return [RunMap.Run(text: run.text, source: source(of: run.source), kind: run.kind)]
    }
    var parts: [RunMap.Run] = []
    var index = self.index(at: run.source.lowerBound)
    var position = run.text.lowerBound
    while index < runs.count, runs[index].text.lowerBound < run.source.upperBound {
      let part = runs[index].text.clamped(to: run.source)
      if !part.isEmpty {
        parts.append(
          RunMap.Run(
            text: position..<position + part.count, source: source(of: part),
            kind: runs[index].kind))
        position += part.count
      }
      index += 1
    }
    return parts.isEmpty
      ? [RunMap.Run(text: run.text, source: source(of: run.source), kind: .decoded)] : parts
  }

  private func start(_ offset: Int) -> Int {
    let index = index(at: offset)
    guard index < runs.count else { return runs.last?.source.upperBound ?? 0 }
    let run = runs[index]
    return run.kind == .copied
      ? run.source.lowerBound + max(0, offset - run.text.lowerBound) : run.source.lowerBound
  }

  private func end(_ offset: Int) -> Int {
    let index = index(at: offset - 1)
    guard index < runs.count else { return runs.last?.source.upperBound ?? 0 }
    let run = runs[index]
    return run.kind == .copied
      ? min(run.source.upperBound, run.source.lowerBound + max(0, offset - run.text.lowerBound))
      : run.source.upperBound
  }

  /// The first run that ends behind an offset.
  private func index(at offset: Int) -> Int {
    runs.partitioningIndex(where: { $0.text.upperBound > offset })
  }
}
