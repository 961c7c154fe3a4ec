/// The place of a file: parts joined by slashes, from a root, from here, or by a file's name.
///
/// - `/etc/nginx/nginx.conf` → `slash etc slash nginx slash nginx dot conf`
/// - `foo/bar.py:12` → `foo slash bar dot P Y line twelve`
/// - `C:\Users\Ada` → `C colon backslash Users backslash Ada`, `~/notes` → `tilde slash notes`
/// - `r/science` → `R slash science`
/// - Not `and/or`, `he/him/his`, `km/h`: words with nothing of a file about them.
struct PathName: SemioticClass {
  static let kind = Edit.Kind.electronic

  let tokens: Range<Int>
  /// Tokens of the numbers behind it: line, and column.
  var lines: [Int] = []

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<PathName>? {
    let token = sentence[start]
    let next = sentence[start + 1]
    switch token.kind {
    case .mark:
      switch token.scalar {
      case 0x2E: guard next.kind == .mark || next.isWord else { return nil }
      case 0x2F, 0x7E, 0x5C: break
      default: return nil
      }
      guard isOpen(start, in: sentence) else { return nil }
      if token.isMark("\\") {
        // `\\server\share`
        guard next.isMark("\\"), sentence[start + 2].isWord else { return nil }
        return found(
          start..<end(start + 1, separator: "\\", in: sentence).end, in: sentence)
      }
      if token.isMark("/") { return rooted(start, from: start, in: sentence) }
      if token.isMark("~"), next.isMark("/") {
        return rooted(start, from: start + 1, in: sentence)
      }
      if token.isMark("."), next.isMark("/") {
        return rooted(start, from: start + 1, in: sentence)
      }
      if token.isMark("."), next.isMark("."), sentence[start + 2].isMark("/") {
        return rooted(start, from: start + 2, in: sentence)
      }
      // `.github/workflows`
      return token.isMark(".") && next.isWord ? relative(start, in: sentence) : nil
    case .word, .digits:
      guard next.kind == .mark, sentence.isFreeOnLeft(start) else { return nil }
      if token.count == 1, token.isWord, next.isMark(":"), sentence[start + 3].isWord {
        let root = sentence[start + 2]
        guard root.isMark("\\") || root.isMark("/") && token.isUpper else { return nil }
        let separator: Unicode.Scalar = root.isMark("/") ? "/" : "\\"
        return found(
          start..<end(start + 2, separator: separator, in: sentence).end, in: sentence)
      }
      switch next.scalar {
      case 0x2F, 0x2D, 0x2E, 0x5F: return relative(start, in: sentence)
      default: return nil
      }
    case .space, .control, .boundary: return nil
    }
  }

  /// Whether a path may begin at a mark: behind white space, a bracket, a quotation mark or `=`.
  private static func isOpen(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let left = sentence[index - 1]
    switch left.kind {
    case .space, .boundary: return true
    case .mark:
      switch left.scalar {
      case 0x22, 0x27, 0x28, 0x3D, 0x5B, 0x60, 0x2018, 0x201C: return true
      default: return false
      }
    case .word, .digits, .control: return false
    }
  }

  /// From a slash on.
  private static func rooted(
    _ start: Int, from slash: Int, in sentence: TokenizedSentence
  ) -> Match<PathName>? {
    let first = sentence[slash + 1]
    guard first.isWord || first.isMark(".") || first.isMark("_") || first.isDigits && start == slash
    else { return nil }
    let (end, parts, _) = end(slash, separator: "/", in: sentence)
    // `/iː/` is a sound.
    if parts == 1, first.shape.contains(.nonASCII), sentence[end - 1].isMark("/") { return nil }
    // `good /or bad` lacks a space; `/s` is no folder.
    if start == slash, parts == 1,
      !first.isWord || first.count < 2 || sentence.token(slash + 1, isAnyOf: ["or", "and"])
        || first.isCapitalized
    {
      return nil
    }
    return found(start..<end, in: sentence)
  }

  /// Without a root: only with the ending of a file at its end, or on Reddit.
  private static func relative(_ start: Int, in sentence: TokenizedSentence) -> Match<PathName>? {
    let isCommunity =
      sentence[start + 1].isMark("/") && sentence[start + 2].isWord && sentence[start + 2].count > 2
      && (sentence.token(start, is: "r") || sentence.token(start, is: "u"))
    let (end, parts, hasEnding) = end(start, separator: "/", in: sentence)
    guard parts > 1, hasEnding || isCommunity || sentence[start].isMark("."),
      // `www.example.org/a.html` is an address.
      Electronic.recognize(at: start, in: sentence)?.value.isLink != true
    else { return nil }
    return found(start..<end, in: sentence)
  }

  /// The end of parts joined by slashes, how many there are, and whether the last is a file's name.
  private static func end(
    _ start: Int, separator: Unicode.Scalar, in sentence: TokenizedSentence
  ) -> (end: Int, parts: Int, hasEnding: Bool) {
    var index = start
    var parts = 0
    var hasEnding = false
    while parts < 64 {
      if sentence[index].isMark(separator) { index += 1 }
      let part = index
      var dot = -1
      // `..` of a folder above, the dot of a hidden file.
      while sentence[index].isMark("."), index < part + 2,
        sentence[index + 1].isWord || sentence[index + 1].isMark(".")
          || index > part && sentence[index + 1].isMark(separator)
      {
        index += 1
      }
      while true {
        let token = sentence[index]
        if token.isWord || token.isDigits {
          index += 1
        } else if token.kind == .mark, isInner(token.scalar),
          sentence[index + 1].isWord || sentence[index + 1].isDigits
            || sentence[index + 1].isMark("_")
        {
          if token.isMark("."), index > part { dot = index }
          index += 1
        } else if token.isMark("_") {
          index += 1
        } else {
          break
        }
      }
      guard index > part else { break }
      parts += 1
      hasEnding = dot > 0 && isEnding(dot + 1..<index, in: sentence)
      guard sentence[index].isMark(separator) else { break }
    }
    return (index, parts, hasEnding)
  }

  private static func isInner(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x40, 0x2B: true
    default: false
    }
  }

  private static func isEnding(_ tokens: Range<Int>, in sentence: TokenizedSentence) -> Bool {
    let bytes = sentence.bytes.slice(sentence.bytes(of: tokens))
    return Keywords.lookUp(bytes).contains(.fileExtension)
      || FileEnding.isMixed(sentence.bytes(of: tokens), in: sentence.bytes)
  }

  private static func found(_ tokens: Range<Int>, in sentence: TokenizedSentence) -> Match<PathName>
  {
    var path = PathName(tokens: tokens)
    var end = tokens.upperBound
    while path.lines.count < 2, sentence[end].isMark(":"), sentence[end + 1].isDigits,
      sentence.isFreeOnRight(after: end + 1)
    {
      path.lines.append(end + 1)
      end += 2
    }
    return Match(path, tokens: tokens.lowerBound..<end, rule: "electronic.path")
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    var tokens = tokens
    // `./build.sh`: nobody says that it is here, unless every mark is asked for.
    if sentence[tokens.lowerBound].isMark("."), sentence[tokens.lowerBound + 1].isMark("/"),
      !sentence.saysAllMarks
    {
      tokens = tokens.lowerBound + 2..<tokens.upperBound
    }
    for index in tokens { AddressWord.sayPart(index, into: &writer, in: sentence) }
    for (number, index) in lines.enumerated() {
      writer.say(number == 0 ? "line" : "column")
      NumberWords.sayCardinal(sentence.bytes.slice(sentence[index].range), into: &writer)
    }
  }
}

extension TokenizedSentence {
  /// Whether a listener works in the text, or wants its marks: nothing is passed over then.
  var saysAllMarks: Bool { policies.style == .interactive || policies.symbols != .none }
}
