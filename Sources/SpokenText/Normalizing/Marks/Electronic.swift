/// Addresses and names of the net: URLs, domains, e-mail, handles, hashtags, file names.
///
/// - `https://doi.org/10.1/x` → by ``LinkPolicy``: `link to doi dot org`; every character; nothing
/// - `example.com` → `example dot com` under every policy: it is a name, not a link
/// - `a.b@example.org` → `a dot b at example dot org`
/// - `@handle` → `at handle`, `#MentalHealth` → `hashtag Mental Health`, `notes.txt` → `notes dot
///   T X T`
struct Electronic: SemioticClass {
  static let kind = Edit.Kind.electronic

  enum Form {
    /// With scheme or `www`, or with a path; the host's tokens are known.
    case link(host: Range<Int>)
    /// Said character by character, words as words.
    case name
    case hashtag
  }

  let form: Form
  let tokens: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    let token = sentence[start]
    if token.isMark("@") { return handle(start, in: sentence) }
    if token.isMark("#") { return hashtag(start, in: sentence) }
    if token.isMark(".") { return dotted(start, in: sentence) }
    if token.isMark("/") { return path(start, in: sentence) }
    guard token.isWord || token.isDigits, !sentence[start - 1].isMark("@"),
      sentence.isFreeOnLeft(start)
    else { return nil }
    // Ordinary words leave here: an address goes on with one of these marks.
    var next = start + 1
    while sentence[next].isWord || sentence[next].isDigits { next += 1 }
    let mark = sentence[next]
    guard mark.kind == .mark, mark.end > mark.start else { return nil }
    switch mark.scalar {
    case 0x2E, 0x3A, 0x40, 0x2D, 0x5F, 0x2B: break
    default: return nil
    }
    return link(start, in: sentence) ?? mail(start, in: sentence) ?? domain(start, in: sentence)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch form {
    case .hashtag:
      writer.say("hashtag")
      for index in tokens.dropFirst() {
        if Year.looksLikeYear(index, in: sentence) {
          NumberWords.sayPairs(sentence.bytes.slice(sentence[index].range), into: &writer)
        } else {
          sayPart(index, into: &writer, in: sentence)
        }
      }
    case .name:
      for index in tokens { sayPart(index, into: &writer, in: sentence) }
    case .link(let host):
      switch sentence.policies.links {
      case .full:
        for index in tokens { sayPart(index, into: &writer, in: sentence) }
      case .domain:
        writer.omit(
          sentence.bytes(of: tokens.lowerBound..<host.lowerBound), rule: "electronic.scheme")
        // `go to example.org/a` needs no second "to".
        if !sentence.wordBefore(tokens.lowerBound, isAnyOf: ["to", "at", "via", "on", "visit"]) {
          writer.say("link to")
        }
        for index in host { sayPart(index, into: &writer, in: sentence) }
        writer.omit(
          sentence.bytes(of: host.upperBound..<tokens.upperBound), rule: "electronic.path")
      case .omit:
        writer.omit(sentence.bytes(of: tokens), rule: "electronic.link")
      }
    }
  }

  // MARK: Recognizing

  /// `https://host/path`, `www.host/path`, `host.com/path`.
  private static func link(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    var host = start
    if isScheme(start, in: sentence) {
      host = start + 4
    } else if !sentence.token(start, isIgnoringCase: "www") || !sentence[start + 1].isMark(".") {
      guard
        let end = domainEnd(start, in: sentence) ?? unlistedDomainEnd(start, in: sentence),
        sentence[end].isMark("/"), sentence[end].end < sentence[end + 1].end
      else { return nil }
    }
    let end = runEnd(host, in: sentence)
    guard end > host else { return nil }
    if sentence.token(host, isIgnoringCase: "www"), sentence[host + 1].isMark(".") { host += 2 }
    var hostEnd = host
    while hostEnd < end, !isHostEnd(sentence[hostEnd]) { hostEnd += 1 }
    let kind: Edit.Kind = sentence.policies.links == .omit ? .omission : .electronic
    return Match(
      Electronic(form: .link(host: host..<hostEnd), tokens: start..<end), tokens: start..<end,
      rule: "electronic.link", kind: kind)
  }

  private static func isScheme(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[start + 1].isMark(":"), sentence[start + 2].isMark("/"),
      sentence[start + 3].isMark("/")
    else { return false }
    return ["http", "https", "ftp", "ftps", "sftp", "ssh", "git", "file"]
      .contains { sentence.token(start, isIgnoringCase: $0) }
  }

  private static func isHostEnd(_ token: Token) -> Bool {
    token.isMark("/") || token.isMark("?") || token.isMark("#") || token.isMark(":")
  }

  /// The end of a run without white space, punctuation that belongs to the sentence left out.
  private static func runEnd(_ start: Int, in sentence: TokenizedSentence) -> Int {
    var end = start
    var depth = 0
    loop: while true {
      let token = sentence[end]
      switch token.kind {
      case .space, .boundary, .control: break loop
      case .mark:
        switch token.scalar {
        case 0x28: depth += 1
        case 0x29:
          if depth == 0 { break loop }
          depth -= 1
        case 0x22, 0x3C, 0x3E, 0x2013, 0x2014, 0x2015, 0xAB, 0xBB, 0x201C, 0x201D, 0x5B, 0x5D, 0x7B,
          0x7D:
          break loop
        default: break
        }
      case .word, .digits: break
      }
      end += 1
    }
    while end > start, sentence[end - 1].kind == .mark, isSentenceMark(sentence[end - 1]) {
      end -= 1
    }
    return end
  }

  private static func isSentenceMark(_ token: Token) -> Bool {
    switch token.scalar {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2019, 0x2026, 0x2A: true
    default: false
    }
  }

  /// The end of `label.label.tld` at a token; nil when it is none.
  private static func domainEnd(_ start: Int, in sentence: TokenizedSentence) -> Int? {
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
      if label > start, index == label + 1, sentence[label].keys.contains(.topLevelDomain),
        !sentence[label].shape.contains(.upper) || sentence[label].isUpper
      {
        end = index
      }
      guard sentence[index].isMark("."), isPart(sentence[index + 1]) else { return end }
      index += 1
    }
  }

  /// The end of `name.domain` before a path, where nothing else has a point and a slash inside.
  private static func unlistedDomainEnd(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[start].isLower, sentence[start + 1].isMark("."), sentence[start + 2].isLower,
      sentence[start + 3].isMark("/"), isPart(sentence[start + 4]),
      sentence[start + 2].count > 3
        || !ClauseOpeners.isAnyOpener(sentence.bytes.slice(sentence[start + 2].range))
          && sentence[start + 2].count == 2
    else { return nil }
    return start + 3
  }

  private static func isPart(_ token: Token) -> Bool { token.isWord || token.isDigits }

  /// `name@host.tld`.
  private static func mail(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
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

  private static func scalar(_ token: Token) -> Unicode.Scalar {
    Unicode.Scalar(token.scalar) ?? "\u{FFFD}"
  }

  /// `host.tld` or `file.ext` by itself.
  private static func domain(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    if let end = domainEnd(start, in: sentence), !isPart(sentence[end]) {
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
    return Match(
      Electronic(form: .name, tokens: start..<last), tokens: start..<last, rule: "electronic.file")
  }

  /// `time.sleep`, `parser.next_token`: small letters around a point are a name of programmers, as
  /// a new sentence would begin with a capital; `home.then` is a slip.
  private static func member(
    _ start: Int, _ point: Int, in sentence: TokenizedSentence
  ) -> Match<Electronic>? {
    guard sentence[point - 1].isLower, sentence[point - 1].count > 1,
      !sentence[start].keys.contains(.abbreviation), sentence[point + 1].isLower,
      sentence[point + 1].count > 2,
      !ClauseOpeners.isAnyOpener(sentence.bytes.slice(sentence[point + 1].range))
    else { return nil }
    var end = point + 2
    while isPart(sentence[end])
      || (sentence[end].isMark(".") || sentence[end].isMark("_")) && sentence[end + 1].isLower
    {
      end += 1
    }
    return Match(
      Electronic(form: .name, tokens: start..<end), tokens: start..<end, rule: "electronic.member")
  }

  /// A name that begins with a point, as `.catch`, `.bashrc` and `.NET`.
  private static func dotted(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    let left = sentence[start - 1]
    let name = sentence[start + 1]
    guard left.isSpace || left.kind == .boundary, name.isLower || name.isUpper,
      name.count > 2 || name.count == 2 && name.keys.contains(.fileExtension),
      !name.shape.contains(.nonASCII),
      sentence[start + 2].kind != .mark || sentence[start + 2].isMark("\"")
        || Phrasing.isParted(after: start + 2, in: sentence)
    else { return nil }
    return Match(
      Electronic(form: .name, tokens: start..<start + 2), tokens: start..<start + 2,
      rule: "electronic.dotted")
  }

  /// A path from the root, as `/etc/hosts` or `/login`; not `/or`, and not sounds as in `/kat/`.
  private static func path(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    let left = sentence[start - 1]
    let first = sentence[start + 1]
    guard left.isSpace || left.kind == .boundary || left.isMark("(") || left.isMark("\""),
      first.isLower, !first.shape.contains(.nonASCII),
      first.count > 1 || sentence[start + 2].isMark("/") && sentence[start + 3].isWord,
      !sentence.token(start + 1, isAnyOf: ["or", "and"])
    else { return nil }
    var end = start + 2
    while isPart(sentence[end])
      || (sentence[end].isMark("/") || sentence[end].isMark(".") || sentence[end].isMark("_")
        || sentence[end].isHyphen) && isPart(sentence[end + 1])
    {
      end += 1
    }
    guard !sentence[end].isMark("/") else { return nil }
    return Match(
      Electronic(form: .name, tokens: start..<end), tokens: start..<end, rule: "electronic.path")
  }

  private static func handle(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    guard sentence.isFreeOnLeft(start), sentence[start + 1].isWord else { return nil }
    var end = start + 1
    while isPart(sentence[end]) || (sentence[end].isMark("_") && isPart(sentence[end + 1]))
      || (sentence[end].isMark(".") && sentence[end + 1].isLower)
    {
      end += 1
    }
    return Match(
      Electronic(form: .name, tokens: start..<end), tokens: start..<end, rule: "electronic.handle")
  }

  private static func hashtag(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    guard sentence.isFreeOnLeft(start), sentence[start + 1].isWord else { return nil }
    var end = start + 1
    while isPart(sentence[end]) || (sentence[end].isMark("_") && isPart(sentence[end + 1])) {
      end += 1
    }
    return Match(
      Electronic(form: .hashtag, tokens: start..<end), tokens: start..<end,
      rule: "electronic.hashtag")
  }

  // MARK: Saying

  private func sayPart(
    _ index: Int, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    let token = sentence[index]
    switch token.kind {
    case .digits: NumberWords.sayDigits(sentence.bytes.slice(token.range), into: &writer)
    case .word: AddressWord.say(token, into: &writer, in: sentence)
    case .mark: writer.say(AddressMark.name(token.scalar))
    case .space, .control, .boundary: break
    }
  }
}
