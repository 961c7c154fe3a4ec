/// Names with dots: domains, mail addresses, files.
extension Electronic {
  /// The end of `label.label.tld` at a token; nil when it is none.
  static func domainEnd(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    var index = start
    var end: Int?
    while true {
      // A label: letters, digits and inner hyphens.
      let label = index
      while sentence[index].isWord || sentence[index].isDigits
        || (sentence[index].isHyphen && index > label && isPart(sentence[index + 1]))
      {
        index += 1
      }
      guard index > label else { return end }
      if label > start, index == label + 1, isTopLevel(label, after: start, in: sentence) {
        end = index
      }
      guard sentence[index].isMark("."), isPart(sentence[index + 1]) else { return end }
      index += 1
    }
  }

  /// `com`, `COM` or `com's`; `Com` only behind a capital, as nobody ends a sentence so.
  static func isTopLevel(
    _ index: Int, after start: Int, in sentence: TokenizedSentence
  ) -> Bool {
    let token = sentence[index]
    var keys = token.keys
    let end = Int(token.end)
    if token.shape.contains(.apostrophe), sentence.bytes.holds("'s", at: end - 2..<end) {
      keys = Keywords.lookUp(sentence.bytes.slice(Int(token.start)..<end - 2))
    }
    guard keys.contains(.topLevelDomain) else { return false }
    if token.isUpper || !token.shape.contains(.upper) { return true }
    return sentence[start].isCapitalized && sentence.token(index, isAnyOf: ["com", "org", "edu"])
  }

  static func isPart(_ token: Token) -> Bool { token.isWord || token.isDigits }

  /// `name@host.tld`.
  static func mail(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    var index = start
    while isPart(sentence[index])
      || (sentence[index].kind == .mark && ".-_+".unicodeScalars.contains(scalar(sentence[index]))
        && isPart(sentence[index + 1]))
    {
      index += 1
    }
    guard index > start, sentence[index].isMark("@") else { return nil }
    var end = index + 1
    while isPart(sentence[end])
      || ((sentence[end].isMark(".") || sentence[end].isHyphen) && isPart(sentence[end + 1]))
    {
      end += 1
    }
    guard end > index + 2 else { return nil }
    return Match(
      Electronic(form: .name, tokens: start..<end), tokens: start..<end, rule: "electronic.mail")
  }

  static func scalar(_ token: Token) -> Unicode.Scalar {
    Unicode.Scalar(token.scalar) ?? "\u{FFFD}"
  }

  /// `host.tld` or `file.ext` by itself.
  static func domain(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    if var end = domainEnd(start, in: sentence), !isPart(sentence[end]) {
      end = portEnd(end, in: sentence) ?? end
      return Match(
        Electronic(form: .name, tokens: start..<end), tokens: start..<end,
        rule: "electronic.domain")
    }
    var end = start
    while isPart(sentence[end])
      || ((sentence[end].isHyphen || sentence[end].isMark("_")) && isPart(sentence[end + 1]))
    {
      end += 1
    }
    guard sentence[end].isMark("."), sentence[start].isWord || end > start + 1 else { return nil }
    var last = end + 1
    while isPart(sentence[last]) { last += 1 }
    // `tool-2.3.1.tar.gz`: points inside the name, the ending behind the last.
    var inner = last
    for _ in 0..<6 where sentence[inner].isMark(".") && isPart(sentence[inner + 1]) {
      let label = inner + 1
      inner = label + 1
      while isPart(sentence[inner])
        || (sentence[inner].isHyphen || sentence[inner].isMark("_")) && isPart(sentence[inner + 1])
      {
        inner += 1
      }
      let ending = sentence.bytes(of: label..<inner)
      if Keywords.lookUp(sentence.bytes.slice(ending)).contains(.fileExtension),
        sentence[label].isLower, inner == label + 1
      {
        end = label - 1
        last = inner
      }
    }
    let ending = sentence.bytes(of: end + 1..<max(last, end + 1))
    guard last > end + 1,
      Keywords.lookUp(sentence.bytes.slice(ending)).contains(.fileExtension)
        || FileEnding.isMixed(ending, in: sentence.bytes),
      !sentence[end + 1].isCapitalized
    else { return member(start, end, in: sentence) }
    // `app.js:10`
    let hasLine =
      sentence[last].isMark(":") && sentence[last + 1].isDigits
      && sentence.isFreeOnRight(after: last + 1)
    if hasLine { last += 2 }
    return Match(
      Electronic(form: .name, tokens: start..<last, isFile: true), tokens: start..<last,
      rule: "electronic.file")
  }

  /// The end of `:8080` behind a host.
  static func portEnd(_ colon: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[colon].isMark(":"), sentence[colon + 1].isDigits,
      (2...5).contains(sentence[colon + 1].count), sentence.isFreeOnRight(after: colon + 1)
    else { return nil }
    return colon + 2
  }

  /// A name with points, as `time.sleep` and `taylor.town`.
  ///
  /// A new sentence would begin with a capital, but behind the name of a package one may stand:
  /// `net.Conn`. `home.then` is a slip.
  private static func member(
    _ start: Int, _ point: Int, in sentence: TokenizedSentence
  ) -> Match<Electronic>? {
    guard sentence[point - 1].isLower, sentence[point - 1].count > 1,
      !sentence[start].keys.contains(.abbreviation),
      sentence[point + 1].isLower
        || sentence[point + 1].isWord && sentence.token(point - 1, isAnyOf: packages),
      sentence[point + 1].count > 2,
      !ClauseOpeners.isAnyOpener(sentence.bytes.slice(sentence[point + 1].range))
    else { return nil }
    var end = point + 2
    while isPart(sentence[end]) || sentence[end].isMark(".") && sentence[end + 1].isLower {
      end += 1
    }
    return Match(
      Electronic(form: .name, tokens: start..<end), tokens: start..<end, rule: "electronic.member")
  }

  /// Packages of programming languages whose names end no sentence.
  private static let packages: [StaticString] = [
    "net", "http", "io", "os", "fmt", "sql", "json", "xml", "ctx", "sync", "bufio", "strconv",
    "sys", "np", "pd", "plt", "tf",
  ]

  /// Any file with an ending: `*.txt`.
  static func wildcard(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    guard sentence[start + 2].keys.contains(.fileExtension), !sentence[start - 1].isWord,
      sentence.isFreeOnRight(after: start + 2)
    else { return nil }
    return Match(
      Electronic(form: .name, tokens: start..<start + 3), tokens: start..<start + 3,
      rule: "electronic.file")
  }

  /// A name that begins with a point, as `.catch`, `.bashrc`, `.NET` and `.mp3`.
  static func dotted(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    let left = sentence[start - 1]
    let name = sentence[start + 1]
    var end = start + 2
    if sentence[end].isDigits || name.isDigits && sentence[end].isWord { end += 1 }
    let isMixed =
      end == start + 3
      && FileEnding.isMixed(sentence.bytes(of: start + 1..<end), in: sentence.bytes)
    guard left.isSpace || left.kind == .boundary || left.isMark("(") || left.isMark("/"),
      isMixed
        || end == start + 2 && (name.isLower || name.isUpper)
          && (name.count > 2 || name.keys.contains(.fileExtension)),
      !name.shape.contains(.nonASCII), sentence.isFreeOnRight(after: end - 1),
      sentence[end].kind != .mark || sentence[end].isMark("/") || sentence[end].isMark("\"")
        || Phrasing.isParted(after: end, in: sentence)
    else { return nil }
    return Match(
      Electronic(form: .name, tokens: start..<end), tokens: start..<end,
      rule: "electronic.dotted")
  }
}
