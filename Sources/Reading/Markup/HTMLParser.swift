internal import CGumbo
internal import Narration

/// Reads HTML5, however broken, into a ``MarkupTree``, by Gumbo, with the byte place of every text.
///
/// Gumbo's time grows with the square of the depth, so tags that nest deeper than
/// ``NestingScan/deepest`` levels are taken out first; the text in them stays.
enum HTMLParser {
  /// A tree, and whether elements were nested too deep to be kept apart.
  struct Parsed {
    var tree: MarkupTree
    var isFlattened: Bool
  }

  /// Parses decoded text.
  ///
  /// - Parameter base: What is added to every place: where the text stands in the episode's source.
  static func parse(_ text: String, base: Int = 0) -> Parsed {
    var bytes = Array(text.utf8)
    let isFlattened = NestingScan.flatten(&bytes)
    let tree = bytes.withUnsafeBufferPointer { Self.tree(of: $0, base: base) }
    return Parsed(tree: tree, isFlattened: isFlattened)
  }

  private static func tree(of bytes: UnsafeBufferPointer<UInt8>, base: Int) -> MarkupTree {
    var options = kGumboDefaultOptions
    options.max_errors = 0
    let start = bytes.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
    guard let start, let output = gumbo_parse_with_options(&options, start, bytes.count) else {
      var builder = MarkupBuilder()
      return builder.finish(at: base)
    }
    defer { gumbo_destroy_output(&options, output) }
    let copy = GumboCopy(bytes: bytes, start: start, base: base)
    return copy.tree(of: output.pointee.document)
  }
}

/// Copies Gumbo's tree without recursion.
private struct GumboCopy {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: UnsafePointer<CChar>
  let base: Int

  private typealias Node = UnsafeMutablePointer<GumboNode>

  func tree(of document: UnsafeMutablePointer<GumboNode>) -> MarkupTree {
    var builder = MarkupBuilder()
    // An element and the number of its next child.
    var stack: [(node: Node, next: UInt32)] = [(document, 0)]
    while let (node, next) = stack.last {
      let children =
        node.pointee.type == GUMBO_NODE_DOCUMENT
        ? node.pointee.v.document.children : node.pointee.v.element.children
      guard next < children.length, let child = children.data[Int(next)] else {
        stack.removeLast()
        if node.pointee.type != GUMBO_NODE_DOCUMENT {
          builder.end(at: base + end(of: node.pointee.v.element))
        }
        continue
      }
      stack[stack.count - 1].next += 1
      let childNode = child.assumingMemoryBound(to: GumboNode.self)
      switch childNode.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let element = childNode.pointee.v.element
        builder.begin(
          name(of: element), attributes(of: element), at: base + Int(element.start_pos.offset))
        stack.append((childNode, 0))
      case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
        add(childNode.pointee.v.text, to: &builder)
      default: break
      }
    }
    return builder.finish(at: base + bytes.count)
  }

  private func name(of element: GumboElement) -> String {
    if element.tag != GUMBO_TAG_UNKNOWN {
      return String(cString: gumbo_normalized_tagname(element.tag))
    }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    return string(piece).lowercased()
  }

  private func attributes(of element: GumboElement) -> [MarkupAttribute] {
    (0..<Int(element.attributes.length)).compactMap { index in
      guard let data = element.attributes.data[index] else { return nil }
      let attribute = data.assumingMemoryBound(to: GumboAttribute.self).pointee
      var source = range(of: attribute.original_value)
      if let found = source, !found.isEmpty {
        let quote = bytes[found.lowerBound]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), found.count > 1 {
          source = found.lowerBound + 1..<found.upperBound - 1
        }
      }
      return MarkupAttribute(
        name: String(cString: attribute.name).lowercased(), value: String(cString: attribute.value),
        source: source.map { $0.lowerBound + base..<$0.upperBound + base })
    }
  }

  private func end(of element: GumboElement) -> Int {
    if let tag = range(of: element.original_end_tag), !tag.isEmpty { return tag.upperBound }
    return Int(element.end_pos.offset)
  }

  private func add(_ text: GumboText, to builder: inout MarkupBuilder) {
    let decoded = String(cString: text.text)
    guard let source = range(of: text.original_text) else {
      let at = base + min(Int(text.start_pos.offset), bytes.count)
      return builder.text(decoded, source: at..<at, isCopied: false)
    }
    for piece in TextAlignment.pieces(of: decoded, from: bytes, in: source) {
      builder.text(
        piece.text, source: piece.source.lowerBound + base..<piece.source.upperBound + base,
        isCopied: piece.isCopied)
    }
  }

  /// The place of a piece of the parsed text; nil for what the parser made up.
  private func range(of piece: GumboStringPiece) -> Range<Int>? {
    guard let data = piece.data else { return nil }
    let offset = data - start
    guard offset >= 0, offset + piece.length <= bytes.count else { return nil }
    return offset..<offset + piece.length
  }

  private func string(_ piece: GumboStringPiece) -> String {
    range(of: piece).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
  }
}

/// Finds which bytes of HTML's source each part of a decoded text came from.
enum TextAlignment {
  /// Pieces that hold all of the decoded text, in order.
  ///
  /// Between character references and carriage returns the bytes are the same. Where they are not,
  /// which no parser should do, one piece stands for all.
  static func pieces(
    of decoded: String, from bytes: UnsafeBufferPointer<UInt8>, in source: Range<Int>
  ) -> [MarkupTree.Piece] {
    var pieces: [MarkupTree.Piece] = []
    let text = Array(decoded.utf8)
    var from = source.lowerBound
    var to = 0
    var copyStart = (source: from, text: to)
    func endCopy() {
      guard to > copyStart.text else { return }
      pieces.append(
        MarkupTree.Piece(
          text: String(decoding: text[copyStart.text..<to], as: UTF8.self),
          source: copyStart.source..<copyStart.source + to - copyStart.text, isCopied: true))
    }
    while from < source.upperBound, to < text.count {
      let byte = bytes[from]
      if byte == UInt8(ascii: "&"),
        let reference = HTMLEntities.reference(at: from, in: bytes, until: source.upperBound),
        text[to...].starts(with: reference.text.utf8)
      {
        endCopy()
        pieces.append(
          MarkupTree.Piece(
            text: reference.text, source: from..<reference.end, isCopied: false))
        from = reference.end
        to += reference.text.utf8.count
        copyStart = (from, to)
      } else if byte == text[to] {
        from += 1
        to += 1
      } else if byte == 0x0D, text[to] == 0x0A {
        // A carriage return is read as a line feed, together with one that follows.
        endCopy()
        let end = from + 1 < source.upperBound && bytes[from + 1] == 0x0A ? from + 2 : from + 1
        pieces.append(MarkupTree.Piece(text: "\n", source: from..<end, isCopied: false))
        from = end
        to += 1
        copyStart = (from, to)
      } else {
        return [MarkupTree.Piece(text: decoded, source: source, isCopied: false)]
      }
    }
    endCopy()
    guard to == text.count else {
      return [MarkupTree.Piece(text: decoded, source: source, isCopied: false)]
    }
    return pieces
  }
}
