extension RandomAccessCollection {
  /// The first index whose element is past a border, by binary search; the end index if none is.
  ///
  /// - Parameter isPast: False for the elements before the border and true for all behind it.
  func partitioningIndex(where isPast: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let middle = index(low, offsetBy: count / 2)
      if isPast(self[middle]) {
        count /= 2
      } else {
        low = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return low
  }
}
