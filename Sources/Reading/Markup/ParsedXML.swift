internal import Narration

extension XMLParser {
  /// A tree, and where the document ceased to be XML.
  struct Parsed {
    var tree: MarkupTree
    /// A warning with the place; nil for a well-formed document.
    var damage: Complaint?
    /// Where the damage begins, as a place in the episode's source.
    var damagedFrom: Int?
    /// A warning that the document refers to external entities, with the place of the first reference.
    var outside: Complaint?
    /// Whether elements were nested too deep to be kept apart.
    var isFlattened = false
    /// ``damage`` and ``outside``, as far as there are.
    var warnings: [Complaint] { [damage, outside].compactMap(\.self) }
    /// What stands behind the damage.
    var lost: [Omission] {
      guard let from = damagedFrom, from < tree.root.source.upperBound else { return [] }
      return [Omission(source: from..<tree.root.source.upperBound, reason: .damaged)]
    }
  }
}
