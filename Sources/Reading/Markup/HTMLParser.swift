internal import CGumbo
internal import Narration

/// Reads HTML5, however broken, into a ``MarkupTree``, by Gumbo, with the byte place of every text.
///
/// What would make Gumbo slow beyond measure, such as a hundred thousand nested tags, is taken out
/// first (``NestingScan``); the text in it stays.
enum HTMLParser {
  /// A tree, and what was wrong with the text.
  struct Parsed {
    var tree: MarkupTree
    fileprivate var findings: NestingScan.Findings
    fileprivate var flattenedAt: Int?
    fileprivate var base: Int

    /// Whether elements were nested too deep to be kept apart.
    var isFlattened: Bool {
      flattenedAt != nil || findings.tooDeep != nil || findings.endlessFormatting != nil
    }

    /// What the user should know of it, with its places in the source that holds it.
    func warnings(in source: SourceText) -> [Complaint] {
      let found: [(Int?, String)] = [
        (
          findings.tooDeep.map { $0 + base } ?? flattenedAt,
          "elements nest too deep to be kept apart from here on; all of their text is read"
        ),
        (
          findings.endlessFormatting.map { $0 + base },
          "formatting is opened and not closed all over; links and emphasis are passed over"
        ),
        (
          findings.tooManyAttributes.map { $0 + base },
          "a tag has too many attributes; those beyond the hundredth are passed over"
        ),
        (
          findings.unended.map { $0 + base },
          "what begins here never ends: a comment, a tag or a program; the page seems to be cut"
        ),
      ]
      return found.compactMap { at, what in
        at.map {
          Complaint(
            .warning, at: source.place(of: $0..<$0).description, what,
            remedy: "mend the page if something is missing")
        }
      }
    }
  }

  /// Parses decoded text.
  ///
  /// - Parameter base: What is added to every place: where the text stands in the episode's source.
  static func parse(_ text: String, base: Int = 0) -> Parsed {
    var bytes = Array(text.utf8)
    let findings = NestingScan.flatten(&bytes)
    let (tree, flattenedAt) = bytes.withUnsafeBufferPointer { Self.tree(of: $0, base: base) }
    return Parsed(tree: tree, findings: findings, flattenedAt: flattenedAt, base: base)
  }

  private static func tree(
    of bytes: UnsafeBufferPointer<UInt8>, base: Int
  ) -> (MarkupTree, flattenedAt: Int?) {
    var options = kGumboDefaultOptions
    options.max_errors = 0
    let start = bytes.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
    guard let start, let output = gumbo_parse_with_options(&options, start, bytes.count) else {
      var builder = MarkupBuilder()
      return (builder.finish(at: base), nil)
    }
    defer { gumbo_destroy_output(&options, output) }
    var copy = GumboCopy(bytes: bytes, start: start, base: base)
    return copy.tree(of: output.pointee.document)
  }
}

/// Copies Gumbo's tree without recursion.
private struct GumboCopy {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: UnsafePointer<CChar>
  let base: Int
  private var entities = EntityCache()

  init(bytes: UnsafeBufferPointer<UInt8>, start: UnsafePointer<CChar>, base: Int) {
    self.bytes = bytes
    self.start = start
    self.base = base
  }

  private typealias Node = UnsafeMutablePointer<GumboNode>

  mutating func tree(
    of document: UnsafeMutablePointer<GumboNode>
  ) -> (MarkupTree, flattenedAt: Int?) {
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
    return (builder.finish(at: base + bytes.count), builder.flattenedAt)
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

  private mutating func add(_ text: GumboText, to builder: inout MarkupBuilder) {
    let decoded = String(cString: text.text)
    guard let source = range(of: text.original_text) else {
      let at = base + min(Int(text.start_pos.offset), bytes.count)
      return builder.text(decoded, source: at..<at, isCopied: false)
    }
    for piece in TextAlignment.pieces(of: decoded, from: bytes, in: source, &entities) {
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
