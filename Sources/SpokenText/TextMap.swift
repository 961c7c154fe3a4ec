extension NormalizedText {
  /// The hull in the source of a range of the spoken text.
  ///
  /// Copied text maps byte to byte; a position inside an edit stands for the whole of the innermost
  /// edit around it. An empty range maps to an empty range.
  public func source(ofSpoken range: Range<Int>) -> Range<Int> {
    let lower = place(ofSpoken: range.lowerBound, edits: edits[...]).range.lowerBound
    if range.isEmpty { return lower..<lower }
    let last = place(ofSpoken: range.upperBound - 1, edits: edits[...])
    return min(lower, last.range.upperBound)..<max(lower, last.range.upperBound)
  }

  /// The hull in the spoken text of a range of the source.
  public func spoken(ofSource range: Range<Int>) -> Range<Int> {
    let lower = spokenRange(ofSourceByte: range.lowerBound).lowerBound
    if range.isEmpty { return lower..<lower }
    let upper = spokenRange(ofSourceByte: range.upperBound - 1).upperBound
    return min(lower, upper)..<max(lower, upper)
  }

  /// Where a byte of the spoken text comes from, and the innermost edit that made it.
  func place(
    ofSpoken offset: Int, edits: ArraySlice<Edit>
  ) -> (range: Range<Int>, edit: Edit?) {
    guard let index = lastEdit(in: edits, where: { $0.spoken.lowerBound <= offset }) else {
      return (offset..<offset + 1, nil)
    }
    let edit = edits[index]
    if edit.spoken.contains(offset) { return (innermost(edit, holding: offset).source, edit) }
    // Copied: as far from the end of the edit before it in one text as in the other. Of several
    // edits that say nothing at this place the last is the one before the copy.
    let start = edit.source.upperBound + (offset - edit.spoken.upperBound)
    return (start..<start + 1, nil)
  }

  /// The innermost edit around a byte of the spoken text.
  func innermost(_ edit: Edit, holding offset: Int) -> Edit {
    for child in edit.children where child.spoken.contains(offset) {
      return innermost(child, holding: offset)
    }
    return edit
  }

  /// An edit and its parts around a byte of the spoken text, the innermost last.
  func path(to offset: Int, in edit: Edit) -> [Edit] {
    var path = [edit]
    while let child = path.last?.children.first(where: { $0.spoken.contains(offset) }) {
      path.append(child)
    }
    return path
  }

  private func spokenRange(ofSourceByte offset: Int) -> Range<Int> {
    guard let index = lastEdit(in: edits[...], where: { $0.source.lowerBound <= offset }) else {
      return offset..<offset + 1
    }
    var edit = edits[index]
    guard edit.source.contains(offset) else {
      let start = edit.spoken.upperBound + (offset - edit.source.upperBound)
      return start..<start + 1
    }
    while let child = edit.children.first(where: { $0.source.contains(offset) }) { edit = child }
    return edit.spoken
  }

  /// The last edit for which something holds that holds for all before it.
  private func lastEdit(in edits: ArraySlice<Edit>, where holds: (Edit) -> Bool) -> Int? {
    var low = edits.startIndex
    var high = edits.endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(edits[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > edits.startIndex ? low - 1 : nil
  }
}
