/// A parsed document of any markup: elements and texts in the order of the source.
///
/// HTML, XHTML, Markdown, the parts of a DOCX and scholarly XML all become this one tree, so that one
/// reader decides what a heading, a list or a table is to a listener. Nodes lie in one array and refer
/// to each other by number: however deep the elements nest, no step of ours is recursive by need.
///
/// Names are in lower case and without a prefix for HTML; in XML the prefix stands for the namespace,
/// whatever the document calls it (``MarkupNamespace``).
final class MarkupTree {
  /// What a node is.
  enum Content {
    case element(name: String, attributes: [MarkupAttribute])
    /// A range of ``MarkupTree/pieces``.
    case text(Range<Int>)
  }

  struct Node {
    var content: Content
    var parent: Int32
    var next: Int32 = -1
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    /// Whether there is more than white space below.
    var hasText = false
    /// UTF-8 bytes of the source: of an element all of it, its tags included.
    var source: Range<Int>
  }

  /// Text as it is to be said, with the bytes of the source it came from.
  struct Piece {
    var text: String
    var source: Range<Int>
    /// Whether text and source are the same bytes; else an entity or escape was decoded.
    var isCopied: Bool
  }

  /// Written by the ``MarkupBuilder`` alone.
  var nodes: [Node]
  /// Written by the ``MarkupBuilder`` alone.
  var pieces: [Piece] = []

  init(root: String) {
    nodes = [
      Node(content: .element(name: root, attributes: []), parent: -1, source: 0..<0)
    ]
  }

  /// The element that holds the whole document.
  var root: MarkupElement { MarkupElement(tree: self, index: 0) }

  /// Gives every place anew, for a tree whose parser was not given the source itself.
  ///
  /// - Parameters:
  ///   - place: The place in the source of a place in what was parsed.
  ///   - split: A piece of text cut into pieces with places in the source.
  func relocate(_ place: (Range<Int>) -> Range<Int>, _ split: (Piece) -> [Piece]) {
    let parsed = pieces
    pieces = []
    for index in nodes.indices {
      switch nodes[index].content {
      case .text(let range):
        let start = pieces.count
        for piece in parsed[range] { pieces += split(piece) }
        nodes[index].content = .text(start..<pieces.count)
      case .element(let name, var attributes):
        for index in attributes.indices {
          attributes[index].source = attributes[index].source.map(place)
        }
        nodes[index].content = .element(name: name, attributes: attributes)
      }
      nodes[index].source = place(nodes[index].source)
    }
  }

  /// Tells copied text from text that only looks so, for a tree whose parser was given a mended form of
  /// the source: where the bytes are others, a piece was decoded.
  ///
  /// - Parameter base: Where the source stands in the places of the tree.
  func checkCopies(of source: [UInt8], base: Int = 0) {
    relocate({ $0 }) { piece in
      guard piece.isCopied else { return [piece] }
      let at = piece.source.lowerBound - base
      let text = Array(piece.text.utf8)
      guard at >= 0, at + text.count <= source.count else {
        return [Piece(text: piece.text, source: piece.source, isCopied: false)]
      }
      var pieces: [Piece] = []
      var start = 0
      while start < text.count {
        let isSame = text[start] == source[at + start]
        var end = start + 1
        // Cut between characters alone.
        while end < text.count,
          (text[end] == source[at + end]) == isSame || text[end] & 0xC0 == 0x80
        {
          end += 1
        }
        pieces.append(
          Piece(
            text: String(decoding: text[start..<end], as: UTF8.self),
            source: piece.source.lowerBound + start..<piece.source.lowerBound + end,
            isCopied: text[start..<end].elementsEqual(source[at + start..<at + end])))
        start = end
      }
      return pieces
    }
  }
}

/// An attribute with the place of its value.
struct MarkupAttribute {
  var name: String
  /// Entities decoded.
  var value: String
  /// UTF-8 bytes of the value in the source; nil where the parser does not tell.
  var source: Range<Int>?
}

/// An element of a ``MarkupTree``.
struct MarkupElement {
  fileprivate let tree: MarkupTree
  fileprivate let index: Int

  /// Its place in the order of start tags, by which it is told from all others of its tree.
  var number: Int { index }

  /// Whether there is no text below but white space; known beforehand, however large it is.
  var isBlank: Bool { !tree.nodes[index].hasText }

  var name: String {
    if case .element(let name, _) = tree.nodes[index].content { name } else { "" }
  }

  var attributes: [MarkupAttribute] {
    if case .element(_, let attributes) = tree.nodes[index].content { attributes } else { [] }
  }

  /// The value of an attribute, nil when it is not there.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  /// UTF-8 bytes of the source from the start tag to the end tag.
  var source: Range<Int> { tree.nodes[index].source }

  var parent: MarkupElement? {
    let parent = tree.nodes[index].parent
    return parent < 0 ? nil : MarkupElement(tree: tree, index: Int(parent))
  }

  /// The element right behind in the same parent, white space left out.
  var next: MarkupElement? {
    var next = tree.nodes[index].next
    while next >= 0 {
      let node = tree.nodes[Int(next)]
      switch node.content {
      case .element: return MarkupElement(tree: tree, index: Int(next))
      case .text(let pieces):
        guard tree.pieces[pieces].allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) else {
          return nil
        }
      }
      next = node.next
    }
    return nil
  }

  /// Elements and texts inside, in order.
  var children: some Sequence<MarkupNode> {
    sequence(state: tree.nodes[index].firstChild) { [tree] next -> MarkupNode? in
      guard next >= 0 else { return nil }
      let index = Int(next)
      next = tree.nodes[index].next
      switch tree.nodes[index].content {
      case .element: return .element(MarkupElement(tree: tree, index: index))
      case .text(let pieces): return .text(tree.pieces[pieces])
      }
    }
  }

  /// The elements right inside.
  var elements: some Sequence<MarkupElement> {
    children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element of a name right inside.
  func first(_ name: String) -> MarkupElement? { elements.first { $0.name == name } }

  /// Everything below, in the order of the source, the element itself left out.
  ///
  /// Ends when `visit` returns false for an element: what is below that is passed over.
  func walk(_ visit: (MarkupNode) -> Bool) {
    var stack = [tree.nodes[index].firstChild]
    while let top = stack.last {
      guard top >= 0 else {
        stack.removeLast()
        continue
      }
      let index = Int(top)
      stack[stack.count - 1] = tree.nodes[index].next
      switch tree.nodes[index].content {
      case .element:
        if visit(.element(MarkupElement(tree: tree, index: index))) {
          stack.append(tree.nodes[index].firstChild)
        }
      case .text(let pieces): _ = visit(.text(tree.pieces[pieces]))
      }
    }
  }

  /// The same with the number of the element that each node stands right in.
  func walkWithParent(_ visit: (Int, MarkupNode) -> Bool) {
    var stack = [(parent: index, next: tree.nodes[index].firstChild)]
    while let (parent, next) = stack.last {
      guard next >= 0 else {
        stack.removeLast()
        continue
      }
      let index = Int(next)
      stack[stack.count - 1].next = tree.nodes[index].next
      switch tree.nodes[index].content {
      case .element:
        if visit(parent, .element(MarkupElement(tree: tree, index: index))) {
          stack.append((index, tree.nodes[index].firstChild))
        }
      case .text(let pieces): _ = visit(parent, .text(tree.pieces[pieces]))
      }
    }
  }

  /// All elements below with one of these names, in order.
  func descendants(_ names: String...) -> [MarkupElement] {
    var found: [MarkupElement] = []
    walk {
      if case .element(let element) = $0, names.contains(element.name) { found.append(element) }
      return true
    }
    return found
  }

  /// All text below, as it stands.
  var text: String {
    var text = ""
    walk {
      if case .text(let pieces) = $0 { for piece in pieces { text += piece.text } }
      return true
    }
    return text
  }

  /// All text below, as it stands, unless it has more bytes of UTF-8 than that; however much there is,
  /// no more of it is looked at.
  func text(upTo limit: Int) -> String? {
    var text = ""
    var left = limit
    walk {
      if case .text(let pieces) = $0 {
        for piece in pieces where left >= 0 {
          left -= piece.text.utf8.count
          if left >= 0 { text += piece.text }
        }
      }
      return left >= 0
    }
    return left >= 0 ? text : nil
  }
}

/// What stands inside an element.
enum MarkupNode {
  case element(MarkupElement)
  case text(ArraySlice<MarkupTree.Piece>)
}
