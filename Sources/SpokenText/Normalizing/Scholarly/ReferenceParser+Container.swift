extension ReferenceParser {
  // MARK: Container

  mutating func takeContainer(into entry: inout ReferenceEntry) {
    let limit = entry.access
    guard index < limit else { return }
    takeLeadIn(into: &entry, limit: limit)
    let start = index
    var stop = start
    while stop < limit, !endsContainer(stop, limit: limit) { stop += 1 }
    while stop > start, sentence[stop - 1].isSpace || sentence[stop - 1].isMark(".") { stop -= 1 }
    guard (start..<stop).contains(where: { sentence[$0].isWord }) else {
      entry.leadIn = index..<index
      entry.container = start..<start
      return
    }
    entry.container = start..<stop
    index = stop
  }

  /// Takes `In A. Editor & B. Editor (Eds.),` or `In:`.
  private mutating func takeLeadIn(into entry: inout ReferenceEntry, limit: Int) {
    entry.leadIn = index..<index
    guard sentence.token(index, is: "In"),
      sentence[index + 1].isSpace || sentence[index + 1].isMark(":")
    else { return }
    let start = index
    index += 2
    skipSpace()
    let names = index
    for at in names..<max(names, min(names + 80, limit)) {
      let isEditors = ["eds", "ed", "editors", "editor"].contains {
        sentence.token(at, isIgnoringCase: $0)
      }
      guard isEditors else { continue }
      index = at + 1
      while sentence[index].isMark(".") || sentence[index].isMark(")")
        || sentence[index].isMark(",")
        || sentence[index].isSpace
      {
        index += 1
      }
      break
    }
    index = min(index, limit)
    entry.leadIn = start..<index
  }

  private func endsContainer(_ at: Int, limit: Int) -> Bool {
    let token = sentence[at]
    let next = sentence.skippingSpace(at + 1)
    if token.isMark(";") { return true }
    if token.isMark(",") || token.isMark("(") {
      return sentence[next].isDigits || isPlaceWord(next)
        || sentence[next].keys.contains(.month)
    }
    if token.isSpace, sentence[next].isDigits {
      let behind = sentence[sentence.skippingSpace(next + 1)]
      return behind.isMark("(") || behind.isMark(",") || behind.isMark(":") || behind.isMark(";")
        || behind.isMark(".") || behind.kind == .boundary || sentence[next + 1].isEnDash
    }
    guard token.isMark(".") else { return false }
    guard sentence[at + 1].isSpace, next < limit else { return next >= limit || at + 1 >= limit }
    // `Proc. 5th Int. Conf.`
    if sentence[next].isDigits { return !Ordinal.isEnding(next + 1, in: sentence) }
    // `U.S. Department of Health`
    let isInitials = sentence[at - 1].count == 1 && sentence[at - 2].isMark(".")
    return !isInitials && !isAbbreviatedTitle(from: next, limit: limit)
  }

  /// Whether a word announces a number: `vol`, `no`, `pp`.
  private func isPlaceWord(_ at: Int) -> Bool {
    let words: [StaticString] = [
      "vol", "vols", "no", "nos", "pp", "p", "issue", "volume", "art", "article", "pages", "iss",
    ]
    return words.contains { sentence.token(at, isIgnoringCase: $0) }
  }

  /// `Neurosci. 12`, `Natl. Acad. Sci. U.S.A. 117`: words with stops up to a number.
  private func isAbbreviatedTitle(from start: Int, limit: Int) -> Bool {
    var at = start
    for _ in 0..<8 {
      guard at < limit, sentence[at].isWord, sentence[at].shape.contains(.firstUpper) else {
        return false
      }
      at += 1
      let hasStop = sentence[at].isMark(".")
      if hasStop { at += 1 }
      if sentence[at].isMark(",") {
        let next = sentence.skippingSpace(at + 1)
        return sentence[next].isDigits || isPlaceWord(next)
      }
      if sentence[at].isSpace { at += 1 } else if !sentence[at].isWord { return false }
      if sentence[at].isDigits { return true }
      guard hasStop else { return false }
    }
    return false
  }

  // MARK: Tail

  /// Volume, year and pages between the container and the addresses.
  mutating func takeTail(into entry: inout ReferenceEntry) {
    var pageLabel = false
    var issueLabel = false
    var volumeLabel = false
    var sawVolume = false
    var isBracketed = false
    for at in index..<max(entry.access, index) {
      let token = sentence[at]
      if token.isMark("(") { isBracketed = true }
      if token.isMark(")") { isBracketed = false }
      if token.isWord {
        volumeLabel = ["vol", "volume", "vols"].contains { sentence.token(at, isIgnoringCase: $0) }
        issueLabel = ["no", "nos", "issue", "iss", "number"].contains {
          sentence.token(at, isIgnoringCase: $0)
        }
        if ["pp", "p", "pages", "page"].contains(where: { sentence.token(at, isIgnoringCase: $0) })
        {
          pageLabel = true
          entry.hasPages = true
        }
        continue
      }
      guard token.isDigits else { continue }
      let hasYear = entry.year != nil || entry.lateYear != nil
      let isYear = PublicationYear.recognize(at: at, in: sentence) != nil
      let isRangePart = sentence[at - 1].isEnDash || sentence[at - 1].isHyphen
      if isRangePart { entry.hasPages = entry.hasPages || sawVolume }
      if volumeLabel {
        entry.volume = at
        sawVolume = true
      } else if isYear, !hasYear, !issueLabel, !isRangePart, !pageLabel,
        !sentence[at - 1].isMark(":")
      {
        entry.lateYear = at
      } else if !sawVolume, !issueLabel, !entry.hasPages, !isBracketed, !isRangePart,
        sentence.isFreeOnLeft(at), !isDay(at)
      {
        entry.volume = at
        sawVolume = true
      }
      issueLabel = false
      volumeLabel = false
      pageLabel = false
    }
  }

  /// The day in `2020 Mar 5;12(3)` and `Mar. 5`.
  private func isDay(_ at: Int) -> Bool {
    var before = sentence.beforeSpace(at)
    if sentence[before].isMark(".") { before -= 1 }
    return sentence[before].keys.contains(.month)
  }
}
