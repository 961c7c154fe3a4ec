extension ReferenceParser {
  // MARK: Container

  mutating func takeContainer(into entry: inout ReferenceEntry) {
    let limit = entry.access
    guard index < limit else { return }
    takeEdition(into: &entry, limit: limit)
    takeGap(into: &entry, limit: limit)
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

  /// Takes `2nd ed.` before a publisher.
  private mutating func takeEdition(into entry: inout ReferenceEntry, limit: Int) {
    guard let stop = editionEnd(index), stop < limit else { return }
    let start = index
    index = stop
    if sentence[index].isMark(",") || sentence[index].isMark(";") { index += 1 }
    entry.edition = (start, start..<index)
    skipSpace()
  }

  /// Takes `Translated by T. Moss.` and `2020 [cited 2021 Jan 5].` before the container.
  private mutating func takeGap(into entry: inout ReferenceEntry, limit: Int) {
    let isMade =
      sentence.token(index, isAnyOf: ["translated", "edited", "illustrated"])
      && sentence.token(index + 2, is: "by")
    let isDated =
      PublicationYear.recognize(at: index, in: sentence) != nil
      && (sentence[index + 1].isMark(".")
        || sentence[index + 1].isSpace
          && sentence[index + 2].isMark("["))
    guard isMade || isDated else { return }
    var at = index + 1
    while at < min(limit, index + 40) {
      let isInitial = sentence[at - 1].isUpper && sentence[at - 1].count == 1
      if sentence[at].isMark("."), sentence[at + 1].isSpace, at + 2 < limit, !isInitial { break }
      if isMade, sentence[at].isMark(",") { break }
      at += 1
    }
    guard at + 2 < limit, sentence[at].isMark(".") || isMade && sentence[at].isMark(",") else {
      return
    }
    if isDated, entry.year == nil { entry.lateYear = index }
    entry.gap = index..<at + 1
    index = at + 1
    skipSpace()
  }

  /// Takes `In A. Editor & B. Editor (Eds.),` or `In:`.
  private mutating func takeLeadIn(into entry: inout ReferenceEntry, limit: Int) {
    entry.leadIn = index..<index
    guard sentence.token(index, isIgnoringCase: "in"),
      sentence[index + 1].isSpace || sentence[index + 1].isMark(":")
    else { return }
    let start = index
    index += 2
    skipSpace()
    // IEEE writes "in" small, and the editors behind the book.
    guard sentence.token(start, is: "In") else {
      entry.leadIn = start..<min(index, limit)
      return
    }
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
    // `edited by A. Brown`
    if token.isMark(","), sentence.token(next, isAnyOf: ["edited", "translated"]),
      sentence.token(next + 2, is: "by")
    {
      return true
    }
    if token.isMark(",") || token.isMark("(") {
      return sentence[next].isDigits || isPlaceWord(next)
        || sentence[next].keys.contains(.month)
        || token.isMark(",") && AuthorNames.isInitial(next, in: sentence)
          && AuthorNames.isSurname(AuthorNames.afterInitials(next, in: sentence), in: sentence)
          && sentence[next + 2].isSpace
    }
    if token.isSpace, sentence[next].isDigits, !sentence[at - 1].isDigits {
      let behind = sentence[sentence.skippingSpace(next + 1)]
      return behind.isMark("(") || behind.isMark(",") || behind.isMark(":") || behind.isMark(";")
        || behind.isMark(".") || behind.kind == .boundary || sentence[next + 1].isEnDash
    }
    guard token.isMark(".") else { return false }
    guard sentence[at + 1].isSpace, next < limit else { return next >= limit || at + 1 >= limit }
    // `Handbook of attention. 3rd ed. London: …`
    if editionEnd(next) != nil { return true }
    // `Proc. 5th Int. Conf.`
    if sentence[next].isDigits { return !Ordinal.isEnding(next + 1, in: sentence) }
    // `U.S. Department of Health`
    let isInitials = sentence[at - 1].count == 1 && sentence[at - 2].isMark(".")
    if TitleWordTable.contains(sentence.bytes.slice(sentence[at - 1].range)) { return false }
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
  func isAbbreviatedTitle(from start: Int, limit: Int) -> Bool {
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
}
