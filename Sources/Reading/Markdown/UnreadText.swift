internal import Narration

/// Text of a tree that its reader came by neither to say nor to leave out: an image's in a note that is
/// not read, a note that only itself refers to.
enum UnreadText {
  /// The omissions that are missing, in the order of the tree.
  static func omissions(of root: MarkupElement, in draft: EpisodeDraft) -> [Omission] {
    let bytes = Array(draft.source.text.utf8)
    var isKnown = [Bool](repeating: false, count: bytes.count)
    func mark(_ range: Range<Int>) {
      for offset in range.clamped(to: 0..<bytes.count) { isKnown[offset] = true }
    }
    for draft in draft.passages { for run in draft.passage.runs.runs { mark(run.source) } }
    for omission in draft.omissions { mark(omission.source) }

    var found: [Omission] = []
    var element = root
    func take(_ source: Range<Int>) {
      let range = source.clamped(to: 0..<bytes.count)
      guard range.contains(where: { !isKnown[$0] && bytes[$0] > 0x20 }) else { return }
      mark(range)
      found.append(Omission(source: range, reason: reason(for: element)))
    }
    root.walk {
      switch $0 {
      case .element(let child):
        element = child
        if child.name == "img",
          let alternative = child.attributes.first(where: { $0.name == "alt" }),
          let source = alternative.source
        {
          take(source)
        }
      case .text(let pieces):
        for piece in pieces where !piece.text.allSatisfy(\.isWhitespace) { take(piece.source) }
      }
      return true
    }
    return found
  }

  /// Why the text by an element is not read: because of what it stands in.
  private static func reason(for element: MarkupElement) -> Omission.Reason {
    var current: MarkupElement? = element
    while let element = current {
      let role = ElementRole(element)
      if let reason = role.reasonToLeaveOut { return reason }
      if role == .note { return .note }
      current = element.parent
    }
    return .alternative
  }
}
