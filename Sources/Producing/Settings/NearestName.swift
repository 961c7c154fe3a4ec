/// Finds the name that was probably meant.
enum NearestName {
  /// The name in `names` with the smallest edit distance to `written`; nil when more than a third
  /// of its letters (at least two) would have to change.
  ///
  /// `citation` → `citations`, `titel` → `title`, `colour` → nil.
  static func of(_ written: String, in names: [String]) -> String? {
    let letters = Array(written.lowercased().prefix(64))
    var best: (distance: Int, name: String)?
    for name in names {
      let distance = distance(letters, Array(name.lowercased()))
      guard distance <= max(2, name.count / 3), distance < name.count else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, name) }
    }
    return best?.name
  }

  /// How many letters must be inserted, removed, replaced or swapped with their neighbour
  /// (optimal string alignment).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let same = left[row] == right[column]
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
