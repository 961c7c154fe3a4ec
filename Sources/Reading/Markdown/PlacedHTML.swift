/// HTML that was made of another source, with the way back for every byte of it.
///
/// Markdown is defined by the HTML that it stands for, and may hold pieces of HTML itself, which open
/// in one block and close in another. So it is written as HTML, read by the parser of HTML, and the
/// places of the tree are then led back through this.
struct PlacedHTML {
  /// A stretch of the HTML and where it came from.
  private struct Run {
    /// Where it begins in the HTML; it ends where the next begins.
    var html: Int
    var source: Range<Int>
    var kind: Kind
  }

  private enum Kind {
    /// The same bytes.
    case copied
    /// One character, escaped for HTML.
    case escaped
    /// What a character reference or a backslash stands for, or words in the place of a mark.
    case decoded
    /// Tags.
    case markup
  }

  private(set) var bytes: [UInt8] = []
  private var runs: [Run] = []

  /// Adds tags.
  mutating func markup(_ html: String, at source: Range<Int>) {
    begin(.markup, source)
    bytes.append(contentsOf: html.utf8)
  }

  /// Adds HTML that stands so in the source.
  mutating func raw(_ html: some Sequence<UInt8>, source: Range<Int>) {
    begin(.copied, source)
    bytes.append(contentsOf: html)
  }

  /// Adds text of the source.
  ///
  /// - Parameter isCopied: Whether text and source are the same bytes.
  mutating func text(_ text: ArraySlice<UInt8>, source: Range<Int>, isCopied: Bool) {
    guard isCopied else {
      begin(.decoded, source)
      for byte in text { append(escaped: byte) }
      return
    }
    var plainStart = text.startIndex
    func offset(_ index: Int) -> Int { source.lowerBound + index - text.startIndex }
    func endPlain(at index: Int, _ html: inout PlacedHTML) {
      guard index > plainStart else { return }
      html.begin(.copied, offset(plainStart)..<offset(index))
      html.bytes.append(contentsOf: text[plainStart..<index])
    }
    for index in text.indices where Self.escapes(text[index]) {
      endPlain(at: index, &self)
      begin(.escaped, offset(index)..<offset(index + 1))
      append(escaped: text[index])
      plainStart = index + 1
    }
    endPlain(at: text.endIndex, &self)
  }

  private mutating func begin(_ kind: Kind, _ source: Range<Int>) {
    runs.append(Run(html: bytes.count, source: source, kind: kind))
  }

  private static func escapes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    default: bytes.append(byte)
    }
  }

  /// The text as an attribute's value.
  static func escaped(_ value: String) -> String {
    var html = PlacedHTML()
    for byte in value.utf8 { html.append(escaped: byte) }
    return String(decoding: html.bytes, as: UTF8.self)
  }

  // MARK: The way back

  /// The tree of this HTML with the places of the source.
  func tree() -> MarkupTree {
    let tree = HTMLParser.parse(String(decoding: bytes, as: UTF8.self)).tree
    tree.relocate(source(of:), pieces(of:))
    return tree
  }

  /// The index of the run that holds a byte of the HTML.
  private func run(at offset: Int) -> Int? {
    let next = runs.partitioningIndex(where: { $0.html > offset })
    return next > 0 ? next - 1 : nil
  }

  private func end(of run: Int) -> Int {
    run + 1 < runs.count ? runs[run + 1].html : bytes.count
  }

  private func source(of html: Range<Int>) -> Range<Int> {
    guard let first = run(at: html.lowerBound) else { return 0..<0 }
    let lower = start(in: runs[first], html.lowerBound)
    guard !html.isEmpty, let last = run(at: html.upperBound - 1) else { return lower..<lower }
    let upper =
      runs[last].kind == .copied
      ? min(
        runs[last].source.lowerBound + html.upperBound - runs[last].html,
        runs[last].source.upperBound)
      : runs[last].source.upperBound
    return min(lower, upper)..<max(lower, upper)
  }

  private func start(in run: Run, _ offset: Int) -> Int {
    run.kind == .copied
      ? min(run.source.lowerBound + offset - run.html, run.source.upperBound)
      : run.source.lowerBound
  }

  /// A text of the tree, cut where its source is cut.
  private func pieces(of piece: MarkupTree.Piece) -> [MarkupTree.Piece] {
    guard let first = run(at: piece.source.lowerBound) else { return [piece] }
    guard piece.isCopied else {
      let source = source(of: piece.source)
      let isCopied = runs[first].kind == .escaped && end(of: first) == piece.source.upperBound
      return [MarkupTree.Piece(text: piece.text, source: source, isCopied: isCopied)]
    }
    var pieces: [MarkupTree.Piece] = []
    let text = Array(piece.text.utf8)
    var run = first
    var offset = piece.source.lowerBound
    while offset < piece.source.upperBound, run < runs.count {
      let end = min(end(of: run), piece.source.upperBound)
      if end > offset {
        let from = offset - piece.source.lowerBound
        let to = min(end - piece.source.lowerBound, text.count)
        guard from < to else { break }
        let isCopied = runs[run].kind == .copied
        pieces.append(
          MarkupTree.Piece(
            text: String(decoding: text[from..<to], as: UTF8.self),
            source: isCopied ? source(of: offset..<end) : runs[run].source, isCopied: isCopied))
      }
      offset = max(offset, end)
      run += 1
    }
    return pieces
  }
}
