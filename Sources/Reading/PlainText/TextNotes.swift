/// The numbers in brackets by which a plain text refers to its notes.
///
/// `He had seen it.[1]` → 1; what stands behind a space, `see [12]`, counts as well, and what begins a
/// line does not: there the note itself may begin.
struct TextNotes {
  private var marks: Set<Int> = []

  init(_ bytes: DocumentBytes) {
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == 0x5B else {
        offset += 1
        continue
      }
      var end = offset + 1
      var value = 0
      while end - offset <= 3, bytes[end] &- 0x30 < 10 {
        value = value * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      if end > offset + 1, bytes[end] == 0x5D, !beginsLine(offset, bytes) { marks.insert(value) }
      offset = end
    }
  }

  private func beginsLine(_ offset: Int, _ bytes: DocumentBytes) -> Bool {
    var offset = offset
    while offset > 0, bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 { offset -= 1 }
    return offset == 0 || bytes[offset - 1] &- 0x0A < 4
  }

  /// Whether an item with this marker is a note that the text refers to.
  func isNote(_ marker: ListMarker) -> Bool {
    if case .bracketed(let number) = marker.kind { marks.contains(number) } else { false }
  }
}
