extension ReferenceParser {
  /// Takes volume, issue, pages and year between the container and the addresses.
  ///
  /// `12(3), 45–67`, `2019;12(3):45-67`, `vol. 12, no. 3, 2019, pp. 45–67`, `12, 45–67 (2019)`.
  mutating func takeTail(into entry: inout ReferenceEntry) {
    // `Tech. Rep. 12`: the container ends with the word that says what the number is.
    var label: TailLabel = tailLabel(index - 1) == .other ? .other : .none
    var isBracketed = false
    for at in index..<max(entry.access, index) {
      let token = sentence[at]
      if token.isMark("(") || token.isMark("[") { isBracketed = true }
      if token.isMark(")") || token.isMark("]") { isBracketed = false }
      if token.isWord, sentence.isFreeOnLeft(at), !sentence[at + 1].isDigits {
        label = tailLabel(at)
      }
      if label == .pages { entry.hasPages = true }
      guard token.isDigits else { continue }
      take(at, labelled: label, isBracketed: isBracketed, into: &entry)
      label = .none
    }
  }

  private enum TailLabel { case none, volume, issue, pages, other }

  private func tailLabel(_ at: Int) -> TailLabel {
    if sentence.token(at, isAnyOf: ["vol", "volume", "vols"]) { return .volume }
    if sentence.token(at, isAnyOf: ["no", "nos", "issue", "iss", "number"]) { return .issue }
    if sentence.token(at, isAnyOf: ["pp", "p", "pages", "page", "art", "article"]) {
      return .pages
    }
    return sentence.token(at, isAnyOf: ["suppl", "supplement", "patent", "rep", "report"])
      ? .other : .none
  }

  /// Decides what one number of the tail is.
  private func take(
    _ at: Int, labelled label: TailLabel, isBracketed: Bool, into entry: inout ReferenceEntry
  ) {
    let isRangeEnd = isDash(at - 1) || sentence[at - 1].isWord && isDash(at - 2)
    if isRangeEnd, entry.pages.upperBound == (isDash(at - 1) ? at - 1 : at - 2) {
      entry.pages = entry.pages.lowerBound..<at + 1
      entry.hasPages = true
      return
    }
    let isRangeStart = isDash(at + 1) && (sentence[at + 2].isDigits || sentence[at + 2].isWord)
    let isYear = PublicationYear.recognize(at: at, in: sentence) != nil
    // `S45`, `e101`
    let start =
      sentence[at - 1].isWord && sentence[at - 1].count == 1 && !sentence[at - 2].isWord
      ? at - 1 : at
    switch label {
    case .volume: entry.volume = at
    case .issue: entry.issue = at
    case .pages:
      entry.pages = start..<at + 1
    case .other: return
    case .none:
      if isDay(at) || isPageCount(at) || editionEnd(at) != nil
        || sentence[at - 1].isSpace && sentence[at - 2].isDigits
      {
        return
      }
      if isYear, entry.year == nil, entry.lateYear == nil, !isRangeEnd,
        !sentence[at - 1].isMark(":")
      {
        entry.lateYear = at
      } else if isYear, entry.lateYear != nil, entry.volume == nil {
        return
      } else if isBracketed {
        if entry.volume != nil, entry.issue == nil, entry.pages.isEmpty, !isYear {
          entry.issue = at
        }
      } else if entry.volume == nil, entry.pages.isEmpty, sentence.isFreeOnLeft(at), !isRangeEnd,
        !isRangeStart
      {
        entry.volume = at
      } else if entry.pages.isEmpty, !isRangeEnd, sentence.isFreeOnLeft(start) {
        entry.pages = start..<at + 1
      }
    }
  }

  private func isDash(_ at: Int) -> Bool { sentence[at].isEnDash || sentence[at].isHyphen }

  /// The day in `2020 Mar 5;12(3)`, `Mar. 5` and `2 Nov. 2019`.
  private func isDay(_ at: Int) -> Bool {
    guard sentence[at].count <= 2 else { return false }
    var before = sentence.beforeSpace(at)
    if sentence[before].isMark(".") { before -= 1 }
    if sentence[before].keys.contains(.month) { return true }
    // `3-6 June`
    if isDash(at - 1), sentence[at - 2].isDigits, isDay(at - 2) { return true }
    return sentence[at + 1].isSpace && sentence[at + 2].keys.contains(.month)
  }

  /// Whether pages are counted: `212 p.`.
  private func isPageCount(_ at: Int) -> Bool {
    sentence[at + 1].isSpace && sentence.token(at + 2, isAnyOf: ["p", "pp", "pages"])
  }
}
