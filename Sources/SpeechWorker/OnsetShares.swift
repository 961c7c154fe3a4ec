/// Divides a time among words of which nobody says when each begins.
public enum OnsetShares {
  /// The start of each share of a span, in proportion to the weights; all at its start where nothing
  /// weighs anything.
  ///
  /// `divide(0..<100, by: [1, 3])` → `[0, 25]`.
  public static func divide(_ span: Range<Int>, by weights: some Sequence<Int>) -> [Int] {
    let weights = Array(weights)
    let total = max(1, weights.reduce(0, +))
    var before = 0
    return weights.map { weight in
      defer { before += weight }
      return span.lowerBound + span.count * before / total
    }
  }

  /// What a word weighs by its spelling: its letters and digits.
  public static func weight(_ word: String) -> Int {
    word.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
