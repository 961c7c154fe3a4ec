/// Puts a tree together while a parser goes through its source.
struct MarkupBuilder {
  /// Elements deeper than this become children of their ancestor at this depth, each part of their
  /// text in an element of its own; the order of the text stays, and none is lost.
  static let deepest = 256

  let tree: MarkupTree
  private var open: [Int] = [0]

  /// An element that is open beyond ``deepest``.
  private struct Beyond {
    var name: String
    var attributes: [MarkupAttribute]
    var start: Int
    /// The element that stands for it, or for the hidden one around it, until another begins.
    var node: Int?
    var hasNode = false
    /// Whether it, or one around it, is not to be read at all.
    var isLeftOut: Bool
  }

  private var beyond: [Beyond] = []
  /// Where the first element stood that was nested too deep.
  private(set) var flattenedAt: Int?
  /// Whether anything was nested too deep.
  var isFlattened: Bool { flattenedAt != nil }

  init(root: String = "#document") { tree = MarkupTree(root: root) }

  /// Begins an element inside the one that is open.
  ///
  /// - Parameter offset: Where its start tag begins in the source.
  mutating func begin(_ name: String, _ attributes: [MarkupAttribute] = [], at offset: Int) {
    guard open.count < Self.deepest else {
      if flattenedAt == nil { flattenedAt = offset }
      if let outer = beyond.last, outer.isLeftOut {
        beyond.append(
          Beyond(
            name: outer.name, attributes: outer.attributes, start: offset, hasNode: true,
            isLeftOut: true))
      } else {
        let isLeftOut = ElementRole.leavesOut(name, attributes)
        beyond.append(
          Beyond(name: name, attributes: attributes, start: offset, isLeftOut: isLeftOut))
      }
      return
    }
    open.append(add(.element(name: name, attributes: attributes), offset..<offset))
  }

  /// Ends the element that is open.
  ///
  /// - Parameter offset: Where its end tag ends in the source.
  mutating func end(at offset: Int) {
    if let last = beyond.last {
      // What has no text, such as an image, is there all the same.
      if !last.hasNode { _ = nodeBeyond() }
      if let node = beyond[beyond.count - 1].node { close(node, at: offset) }
      beyond.removeLast()
      // Text that follows stands behind it.
      if !beyond.isEmpty { beyond[beyond.count - 1].node = nil }
      return
    }
    guard open.count > 1, let index = open.popLast() else { return }
    close(index, at: offset)
  }

  /// Adds text with its place; texts side by side are one node.
  mutating func text(_ text: String, source: Range<Int>, isCopied: Bool) {
    guard !text.isEmpty else { return }
    let piece = MarkupTree.Piece(text: text, source: source, isCopied: isCopied)
    let parent = beyond.isEmpty ? open[open.count - 1] : nodeBeyond()
    let last = Int(tree.nodes[parent].lastChild)
    tree.pieces.append(piece)
    if last >= 0, case .text(let pieces) = tree.nodes[last].content,
      pieces.upperBound == tree.pieces.count - 1
    {
      tree.nodes[last].content = .text(pieces.lowerBound..<tree.pieces.count)
      let start = tree.nodes[last].source.lowerBound
      tree.nodes[last].source = start..<max(start, source.upperBound)
    } else {
      _ = add(.text(tree.pieces.count - 1..<tree.pieces.count), source, parent)
    }
    guard !tree.nodes[parent].hasText, !text.allSatisfy(\.isWhitespace) else { return }
    var ancestor = parent
    while ancestor >= 0, !tree.nodes[ancestor].hasText {
      tree.nodes[ancestor].hasText = true
      ancestor = Int(tree.nodes[ancestor].parent)
    }
  }

  /// How many elements are open.
  var depth: Int { open.count - 1 + beyond.count }

  /// Ends whatever is still open.
  ///
  /// - Parameter offset: The end of the source.
  mutating func finish(at offset: Int) -> MarkupTree {
    while depth > 0 { end(at: offset) }
    tree.nodes[0].source = 0..<offset
    return tree
  }

  // MARK: Nodes

  /// The element that takes text beyond the depth.
  private mutating func nodeBeyond() -> Int {
    let index = beyond.count - 1
    if let node = beyond[index].node { return node }
    let entry = beyond[index]
    let node = add(
      .element(name: entry.name, attributes: entry.attributes), entry.start..<entry.start)
    beyond[index].node = node
    beyond[index].hasNode = true
    for outer in beyond.indices.dropLast().reversed() {
      guard beyond[outer].node != nil || !beyond[outer].hasNode else { break }
      beyond[outer].node = nil
      beyond[outer].hasNode = true
    }
    return node
  }

  private func close(_ index: Int, at offset: Int) {
    let start = tree.nodes[index].source.lowerBound
    tree.nodes[index].source = start..<max(start, offset)
  }

  private func add(
    _ content: MarkupTree.Content, _ source: Range<Int>, _ parent: Int? = nil
  ) -> Int {
    let parent = parent ?? open[open.count - 1]
    let index = tree.nodes.count
    tree.nodes.append(MarkupTree.Node(content: content, parent: Int32(parent), source: source))
    let last = tree.nodes[parent].lastChild
    if last >= 0 {
      tree.nodes[Int(last)].next = Int32(index)
    } else {
      tree.nodes[parent].firstChild = Int32(index)
    }
    tree.nodes[parent].lastChild = Int32(index)
    return index
  }
}
