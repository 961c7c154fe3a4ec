/// Addresses and names of the net: URLs, domains, e-mail, handles, hashtags, file names.
///
/// - `https://doi.org/10.1/x` → by ``LinkPolicy``: `link to doi dot org`; every character; nothing
/// - `example.com` → `example dot com` under every policy: it is a name, not a link; so is
///   `example.com/offer`, a short address of words that listeners are to remember
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
    /// `#FF5733`: said digit by digit.
    case color
  }

  let form: Form

  /// Whether it leads somewhere.
  var isLink: Bool { if case .link = form { true } else { false } }
  let tokens: Range<Int>
  /// A number behind a colon is a line of it.
  var isFile = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    let token = sentence[start]
    if token.isMark("@") { return handle(start, in: sentence) }
    if token.isMark("#") { return hashtag(start, in: sentence) }
    if token.isMark(".") { return dotted(start, in: sentence) }
    if token.isMark("*"), sentence[start + 1].isMark(".") { return wildcard(start, in: sentence) }
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
        if sentence[index].isDigits {
          AddressWord.sayNumber(index, into: &writer, in: sentence)
        } else if sentence[index].isMark("_") {
          if let name = sentence.spokenName(of: 0x5F) { writer.say(name) }
        } else {
          AddressWord.sayPart(index, into: &writer, in: sentence)
        }
      }
    case .color:
      writer.say("hash")
      for index in tokens.dropFirst() {
        let token = sentence[index]
        if token.isDigits {
          NumberWords.sayDigits(sentence.bytes.slice(token.range), into: &writer)
        } else {
          writer.spell(source: token.range)
        }
      }
    case .name:
      for index in tokens {
        if sentence[index].isMark(":") {
          writer.say(isFile ? "line" : "port")
        } else if isFile, sentence[index - 1].isMark(":") {
          NumberWords.sayCardinal(
            sentence.bytes.slice(sentence[index].range), into: &writer)
        } else if sentence[index - 1].isMark(":"), sentence[index].isDigits {
          NetworkAddress.sayPort(index, into: &writer, in: sentence)
        } else {
          AddressWord.sayPart(index, into: &writer, in: sentence)
        }
      }
    case .link(let host):
      switch sentence.policies.links {
      case .domain
      where host.isEmpty || sentence.policies.style == .interactive || isSaid(host, in: sentence),
        .full:
        for index in tokens { AddressWord.sayPart(index, into: &writer, in: sentence) }
      case .domain:
        writer.omit(
          sentence.bytes(of: tokens.lowerBound..<host.lowerBound), rule: "electronic.scheme")
        // `go to example.org/a` needs no second "to".
        if !sentence.wordBefore(tokens.lowerBound, isAnyOf: ["to", "at", "via", "on", "visit"]) {
          writer.say("link to")
        }
        for index in host { AddressWord.sayPart(index, into: &writer, in: sentence) }
        writer.omit(
          sentence.bytes(of: host.upperBound..<tokens.upperBound), rule: "electronic.path")
      case .omit:
        writer.omit(sentence.bytes(of: tokens), rule: "electronic.link")
      }
    }
  }

  /// Whether an address is made to be said: `example.com/summer-offer`, `example.org/show20`.
  ///
  /// No scheme and no `www`, then one or two words, perhaps with a number behind or before. What
  /// looks like a code stays a link: `bit.ly/3abc`.
  private func isSaid(_ host: Range<Int>, in sentence: TokenizedSentence) -> Bool {
    let longest = 10
    guard host.lowerBound == tokens.lowerBound, tokens.upperBound - host.upperBound <= longest
    else { return false }
    let hasCountry = sentence[host.upperBound - 1].count == 2
    var slashes = 0
    var hasWord = false
    for index in host.upperBound..<tokens.upperBound {
      let token = sentence[index]
      if token.isMark("/") {
        slashes += 1
        hasWord = false
      } else if token.isDigits {
        // `show20`, `99pi`
        guard !hasCountry, !sentence[index + 1].isDigits,
          sentence[index - 1].isMark("/") || index + 1 == tokens.upperBound
        else { return false }
      } else if token.isWord {
        guard token.count > 1, token.isLower || token.isCapitalized,
          !sentence[index - 1].isDigits || sentence[index - 2].isMark("/")
        else { return false }
        hasWord = true
      } else if !token.isHyphen {
        return false
      }
    }
    return hasWord && slashes <= 2 && slashes > 0
  }

  // MARK: Recognizing

  /// `https://host/path`, `www.host/path`, `host.com/path`.
  private static func link(_ start: Int, in sentence: TokenizedSentence) -> Match<Electronic>? {
    var host = start
    if isScheme(start, in: sentence) {
      host = start + 4
    } else if !sentence.token(start, isIgnoringCase: "www") || !sentence[start + 1].isMark(".") {
      guard
        var end = domainEnd(start, in: sentence) ?? shortenerEnd(start, in: sentence)
          ?? unlistedDomainEnd(start, in: sentence)
      else { return nil }
      end = portEnd(end, in: sentence) ?? end
      guard sentence[end].isMark("/"), sentence[end].end < sentence[end + 1].end
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

  /// `bit.ly/…`, `t.co/…`: a country's two letters behind small letters, when a path follows.
  private static func shortenerEnd(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    let name = sentence[start]
    let country = sentence[start + 2]
    guard name.isLower, sentence[start + 1].isMark("."), country.isLower, country.count == 2,
      !country.keys.contains(.fileExtension), sentence[start + 3].isMark("/"),
      isPart(sentence[start + 4])
    else { return nil }
    return start + 3
  }

  /// The end of `name.domain` before a path, where nothing else has a point and a slash inside.
  private static func unlistedDomainEnd(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[start].isLower, sentence[start + 1].isMark("."), sentence[start + 2].isLower,
      sentence[start + 2].count > 3, sentence[start + 3].isMark("/"), sentence[start + 4].isLower
    else { return nil }
    return start + 3
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
    guard sentence.isFreeOnLeft(start) else { return nil }
    var end = start + 1
    while isPart(sentence[end]) || (sentence[end].isMark("_") && isPart(sentence[end + 1])) {
      end += 1
    }
    if isColor(start + 1..<end, in: sentence) {
      return Match(
        Electronic(form: .color, tokens: start..<end), tokens: start..<end,
        rule: "electronic.color")
    }
    // `#2024goals`, never `#1` or `#3a`.
    let first = sentence[start + 1]
    let second = sentence[start + 2]
    guard first.isWord || first.isDigits && second.isWord && second.count > 2 else { return nil }
    // `Order #A-1234`
    if first.isUpper, first.count < 4, second.isHyphen || second.isDigits,
      sentence.wordBefore(
        start, isAnyOf: ["order", "case", "invoice", "ticket", "part", "item", "model", "serial"])
    {
      return nil
    }
    return Match(
      Electronic(form: .hashtag, tokens: start..<end), tokens: start..<end,
      rule: "electronic.hashtag")
  }

  /// Three, six or eight hexadecimal digits that are no word: `#fff`, `#FF5733`, not `#facade`.
  private static func isColor(_ tokens: Range<Int>, in sentence: TokenizedSentence) -> Bool {
    guard !tokens.isEmpty, tokens.count <= 8 else { return false }
    let digits = sentence.bytes.slice(sentence.bytes(of: tokens))
    guard [3, 6, 8].contains(digits.count),
      digits.allSatisfy({ ASCII.isDigit($0) || ($0 | 0x20) &- 0x61 < 6 })
    else { return false }
    let hasLetter = digits.contains(where: ASCII.isLetter)
    let hasVowel = digits.contains(where: ASCII.isVowel)
    let hasDigit = digits.contains(where: ASCII.isDigit)
    if hasLetter { return !hasVowel || hasDigit }
    let colon = sentence.beforeSpace(tokens.lowerBound - 1)
    let label = sentence[colon].isMark(":") ? sentence.beforeSpace(colon) : colon
    return digits.count > 3 && digits.first == UInt8(ascii: "0")
      || sentence.token(label, isAnyOf: ["color", "colour", "hex", "background", "fill", "stroke"])
  }
}
