/// Finds the entries of reference lists among the blocks of a text.
///
/// - `Reference: Boese, M. (2025). …` is parted: the label becomes a heading, the rest an entry.
/// - What stands under a heading `References`, `Bibliography` … is entries, up to the next heading
///   or to a paragraph without a year or an address.
/// - Elsewhere a paragraph is an entry when its shape leaves no doubt (``ReferenceShape``).
struct ReferenceList {
  let bytes: DocumentBytes

  /// A piece of a text that is about references.
  enum Piece: Equatable {
    case label(Range<Int>)
    /// An entry without its number.
    case entry(Range<Int>, marker: Range<Int>?)
  }

  private static let names: Set<String> = [
    "reference", "references", "bibliography", "works cited", "literature", "literature cited",
    "reference list", "citation", "citations", "source", "sources", "further reading",
  ]
  /// Names that may also say something else before a colon, so that the rest must look like an
  /// entry.
  private static let vague: Set<String> = [
    "citation", "citations", "source", "sources", "further reading", "literature",
  ]

  /// Whether a heading announces a list of references.
  func isHeading(_ block: TextBlock) -> Bool {
    guard block.isHeading, block.text.count <= 30 else { return false }
    return Self.names.contains(Self.name(bytes.string(block.text)))
  }

  private static func name(_ text: String) -> String {
    var name = text.lowercased()
    while let last = name.last, last == ":" || last == "." || last == " " { name.removeLast() }
    return name
  }

  /// The pieces of a block that is about references, or nil.
  ///
  /// - Parameter isUnderHeading: Whether a heading or label announced a list that is not over yet.
  func pieces(of block: TextBlock, isUnderHeading: Bool) -> [Piece]? {
    if block.isParagraph, let label = label(of: block) {
      var start = label.upperBound
      while bytes[start] == 0x20 || bytes[start] &- 0x09 < 5 { start += 1 }
      return [.label(label)] + entries(start..<block.text.upperBound, marker: nil)
    }
    guard block.isParagraph || block.marker != nil else { return nil }
    let shape = ReferenceShape(bytes.string(head(of: block.text)))
    let isNumbered = block.marker.map { !$0.isBullet } ?? false
    if isUnderHeading, shape.mayBeEntry || isNumbered {
      return entries(block.text, marker: block.marker?.range)
    }
    return shape.isEntry ? entries(block.text, marker: block.marker?.range) : nil
  }

  private func head(of range: Range<Int>) -> Range<Int> {
    range.lowerBound..<min(range.upperBound, range.lowerBound + 1500)
  }

  /// `Reference:` at the start of a paragraph that goes on with an entry.
  private func label(of block: TextBlock) -> Range<Int>? {
    let head = block.text.lowerBound..<min(block.text.upperBound, block.text.lowerBound + 24)
    guard let colon = head.first(where: { bytes[$0] == UInt8(ascii: ":") }),
      colon + 1 < block.text.upperBound
    else { return nil }
    let name = Self.name(bytes.string(block.text.lowerBound..<colon))
    guard Self.names.contains(name) else { return nil }
    let rest = ReferenceShape(bytes.string(self.head(of: colon + 1..<block.text.upperBound)))
    guard rest.mayBeEntry || !Self.vague.contains(name) else { return nil }
    return block.text.lowerBound..<colon + 1
  }

  /// Parts a paragraph of several lines where a line begins with an author and a year and the line
  /// before it ended an entry.
  private func entries(_ range: Range<Int>, marker: Range<Int>?) -> [Piece] {
    var pieces: [Piece] = []
    var start = range.lowerBound
    for line in TextLine.lines(of: [range], in: bytes, from: range.lowerBound).dropFirst() {
      let last = bytes[end(before: line.range.lowerBound) - 1]
      guard last == UInt8(ascii: ".") || last &- 0x30 < 10 || last == UInt8(ascii: "/"),
        ReferenceShape(bytes.string(head(of: line.range.lowerBound..<range.upperBound)))
          .startsWithAuthorAndYear
      else { continue }
      let marker = pieces.isEmpty ? marker : nil
      pieces.append(.entry(start..<end(before: line.range.lowerBound), marker: marker))
      start = line.range.lowerBound
    }
    let last = pieces.isEmpty ? marker : nil
    return pieces + [.entry(start..<range.upperBound, marker: last)]
  }

  /// Where the text before an offset ends, ASCII white space left out.
  private func end(before offset: Int) -> Int {
    var end = offset
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] &- 0x09 < 5 { end -= 1 }
    return end
  }
}
