extension ReferenceParser {
  // MARK: Access

  func accessStart() -> Int {
    var at = index
    while at < end {
      if isAccess(at) { return at }
      at += 1
    }
    return end
  }

  /// Whether an address begins at a token, or the words that lead to one.
  func isAccess(_ at: Int) -> Bool {
    guard sentence.isFreeOnLeft(at), !sentence[at - 1].isMark("/") else { return false }
    if urlEnd(at) != nil || Identifier.doiEnd(at: at, in: sentence) != nil { return true }
    if sentence.token(at, isIgnoringCase: "doi") {
      let next = sentence[sentence.skippingSpace(at + 1)]
      return next.isMark(":") || next.isDigits
    }
    if ["pmid", "pmcid", "epub", "isbn"].contains(where: { sentence.token(at, isIgnoringCase: $0) })
    {
      return true
    }
    guard
      sentence.token(at, is: "Available") || sentence.token(at, is: "Retrieved")
        || sentence.token(at, is: "Accessed")
    else { return false }
    let next = sentence.skippingSpace(at + 1)
    return sentence.token(next, is: "at") || sentence.token(next, is: "from")
      || sentence.token(next, is: "on") || sentence[next].isMark(":") || sentence[next].isDigits
      || sentence[next].keys.contains(.month)
  }

  /// The end of an address that begins here with its scheme or `www`.
  private func urlEnd(_ at: Int) -> Int? {
    let isScheme =
      (sentence.token(at, isIgnoringCase: "https") || sentence.token(at, isIgnoringCase: "http"))
      && sentence[at + 1].isMark(":") && sentence[at + 2].isMark("/")
    guard isScheme || (sentence.token(at, isIgnoringCase: "www") && sentence[at + 1].isMark("."))
    else { return nil }
    var stop = at
    while stop < end, !sentence[stop].isSpace { stop += 1 }
    return Identifier.withoutClosing(at..<stop, in: sentence)
  }

  func takeLinks(into entry: inout ReferenceEntry) {
    var at = entry.access
    while at < end {
      if let stop = urlEnd(at) {
        entry.links.append(at..<stop)
        at = stop
      } else if let stop = Identifier.doiEnd(at: at, in: sentence) {
        // The name before a bare DOI belongs to it: `doi: 10.1000/xyz`.
        var start = at
        var back = sentence.beforeSpace(at)
        if sentence[back].isMark(":") { back = sentence.beforeSpace(back) }
        if sentence.token(back, isIgnoringCase: "doi"),
          back >= (entry.links.last?.upperBound ?? entry.access)
        {
          start = back
        }
        entry.links.append(start..<stop)
        at = stop
      } else {
        at += 1
      }
    }
  }
}
