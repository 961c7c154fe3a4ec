/// The way from a passage's text back to the source: sorted runs that cover it without a gap.
///
/// A run says for a stretch of passage text which bytes of the source it came from. Source bytes
/// that no run covers are markup or declared omissions.
public struct RunMap: Hashable, Sendable {
  /// A stretch of passage text and where it came from.
  public struct Run: Hashable, Sendable {
    /// UTF-8 bytes of the passage's text.
    public var text: Range<Int>
    /// UTF-8 bytes of the decoded document.
    public var source: Range<Int>
    /// What reading did.
    public var kind: Kind

    /// A run with all its parts.
    public init(text: Range<Int>, source: Range<Int>, kind: Kind) {
      self.text = text
      self.source = source
      self.kind = kind
    }
  }

  /// What reading did with a run.
  public enum Kind: String, Hashable, Sendable {
    /// The same bytes: offsets inside the run map one to one.
    case copied
    /// An entity or escape became its character (`&amp;` → `&`).
    case decoded
    /// White space became one space, or a hyphen at a line's end went.
    case folded
    /// Something inside the passage is left out by declaration; the text range is empty.
    case omitted
  }

  /// The runs in text order.
  public private(set) var runs: [Run]

  /// Takes runs that are sorted by text range and follow each other without a gap.
  public init(_ runs: [Run]) { self.runs = runs }

  /// The hull in the source of a range of passage text.
  ///
  /// Inside copied runs the answer is exact; a position inside any other run stands for the whole
  /// run. An empty range gives an empty range at its place.
  public func source(of text: Range<Int>) -> Range<Int> {
    guard let last = runs.last else { return 0..<0 }
    let lower = sourceOffset(ofStart: text.lowerBound)
    if text.isEmpty { return lower..<lower }
    // The end belongs to the run that holds the last byte.
    var run = last
    if let found = index(containing: text.upperBound - 1) { run = runs[found] }
    let upper =
      run.kind == .copied
      ? min(run.source.lowerBound + (text.upperBound - run.text.lowerBound), run.source.upperBound)
      : run.source.upperBound
    return min(lower, upper)..<max(lower, upper)
  }

  private func sourceOffset(ofStart offset: Int) -> Int {
    guard let found = index(containing: offset) else { return runs.last?.source.upperBound ?? 0 }
    let run = runs[found]
    guard run.kind == .copied else { return run.source.lowerBound }
    return run.source.lowerBound + max(0, offset - run.text.lowerBound)
  }

  /// The run whose text range holds `offset`, by binary search; empty runs are never it.
  private func index(containing offset: Int) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].text.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, runs[low].text.contains(offset) else { return nil }
    return low
  }
}
