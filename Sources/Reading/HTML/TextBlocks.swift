/// How much text stands in each element of a page, how much of it is linked, and how much reads like
/// content.
///
/// Text is cut into blocks at the borders of block elements; each block is told from its own number
/// of words and share of links and those of the blocks beside it, by the decision tree of
/// Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM
/// 2010), algorithm 2, with the thresholds given there.
struct TextBlocks {
  private struct Block {
    /// The number of the element in which it stands.
    var holder: Int
    var words = 0
    var linked = 0

    var density: Double { words == 0 ? 0 : Double(linked) / Double(words) }
  }

  /// Words in each element with all below it, by number.
  private(set) var words: [Int: Int] = [:]
  /// Words of links in each element.
  private(set) var linked: [Int: Int] = [:]
  /// Words of blocks that read like content in each element.
  private(set) var content: [Int: Int] = [:]

  /// Counts in all of a tree but what `isLeftOut` names.
  init(_ root: MarkupElement, isLeftOut: (MarkupElement) -> Bool) {
    var blocks: [Block] = []
    // For each element: the block element that it is in, and whether it is in a link.
    var holders: [Int: (block: Int, isLinked: Bool)] = [root.number: (root.number, false)]
    var parents: [(element: Int, parent: Int)] = []
    var isNew = true
    root.walkWithParent { parent, node in
      let around = holders[parent] ?? (root.number, false)
      switch node {
      case .element(let element):
        let role = ElementRole(element)
        if role.reasonToLeaveOut != nil || isLeftOut(element) { return false }
        let isInline = role == .inline
        if !isInline { isNew = true }
        holders[element.number] = (
          isInline ? around.block : element.number, around.isLinked || element.name == "a"
        )
        parents.append((element.number, parent))
      case .text(let pieces):
        let count = pieces.reduce(0) { $0 + Self.words(in: $1.text) }
        guard count > 0 else { return true }
        if isNew || blocks.last?.holder != around.block {
          blocks.append(Block(holder: around.block))
        }
        isNew = false
        blocks[blocks.count - 1].words += count
        if around.isLinked { blocks[blocks.count - 1].linked += count }
      }
      return true
    }
    for (index, block) in blocks.enumerated() {
      words[block.holder, default: 0] += block.words
      linked[block.holder, default: 0] += block.linked
      let before = index > 0 ? blocks[index - 1] : Block(holder: 0)
      let after = index + 1 < blocks.count ? blocks[index + 1] : Block(holder: 0)
      if Self.isContent(block, after: before, before: after) {
        content[block.holder, default: 0] += block.words
      }
    }
    // Children come after their parents, so that backwards every sum is whole when it is added.
    for (element, parent) in parents.reversed() {
      if let count = words[element] { words[parent, default: 0] += count }
      if let count = linked[element] { linked[parent, default: 0] += count }
      if let count = content[element] { content[parent, default: 0] += count }
    }
  }

  private static func isContent(_ block: Block, after before: Block, before after: Block) -> Bool {
    guard block.density <= 1 / 3.0 else { return false }
    if before.density <= 5 / 9.0 {
      return block.words > 16 || after.words > 15 || before.words > 4
    }
    return block.words > 40 || after.words > 17
  }

  /// Words in a text; two characters of a script without spaces are counted as one.
  private static func words(in text: String) -> Int {
    var (words, unspaced) = (0, 0)
    var isInside = false
    for scalar in text.unicodeScalars {
      if TextScalar.isWhiteSpace(scalar.value) {
        isInside = false
      } else if TextScalar.isUnspaced(scalar.value) {
        unspaced += 1
        isInside = false
      } else if !isInside {
        isInside = true
        words += 1
      }
    }
    return words + (unspaced + 1) / 2
  }

  /// How much of an element's text is links, from 0 to 1.
  func linkDensity(of element: MarkupElement) -> Double {
    guard let all = words[element.number], all > 0 else { return 0 }
    return Double(linked[element.number] ?? 0) / Double(all)
  }

  /// Words in an element that read like content.
  func content(of element: MarkupElement) -> Int { content[element.number] ?? 0 }
}
