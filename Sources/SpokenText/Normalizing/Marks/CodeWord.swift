/// A name of program text: words run together in ways that only programs have.
///
/// - `snake_case` → `snake case`, `MAX_INT` → `max int`, with `symbols: most` the underscores too
/// - `getUserName()` → `get User Name`, `console.log(x)` → `console dot log, x`
/// - `std::vector` → `S T D colon colon vector`, `Map<String, Int>` → `Map of String, Int`
/// - `--dry-run` → `dash dash dry run`, `-v` → `dash V`
/// - Not `iPhone`, `macOS`, `mRNA`; not `ended.it`, a space left out.
struct CodeWord: SemioticClass {
  static let kind = Edit.Kind.electronic

  let tokens: Range<Int>

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<CodeWord>? {
    let token = sentence[start]
    if token.kind == .mark {
      if token.isMark("-") { return option(start, in: sentence) }
      guard token.isMark("_"), sentence.isFreeOnLeft(start), !sentence[start - 1].isMark("_") else {
        return nil
      }
      return name(start, in: sentence)
    }
    guard token.isWord else { return nil }
    let next = sentence[start + 1]
    let isCamel = token.shape.contains(.innerUpper) && token.shape.contains(.lower)
    guard isCamel || next.kind == .mark || next.isDigits else { return nil }
    // `p_adj = .04` is a statistic with a word set low.
    if token.count <= 2, next.isMark("_"), sentence[start + 2].isWord,
      Relation.parse(at: sentence.skippingSpace(start + 3), in: sentence) != nil
    {
      return nil
    }
    // Most words before a mark: punctuation that joins nothing.
    if !isCamel, next.kind == .mark, !joins(next, sentence[start + 2]) { return nil }
    return name(start, in: sentence)
  }

  /// Whether a mark may hold two parts of a name together.
  private static func joins(_ mark: Token, _ next: Token) -> Bool {
    switch mark.scalar {
    case 0x28, 0x3C: true
    // `x_{i}` is a formula.
    case 0x5F: !next.isMark("{")
    case 0x2E: next.isWord || next.isMark("_")
    case 0x3A: next.isMark(":")
    default: false
    }
  }

  // MARK: Names

  private static func name(_ start: Int, in sentence: TokenizedSentence) -> Match<CodeWord>? {
    guard isOpenOnLeft(start, in: sentence) else { return nil }
    var index = start
    var underscores = 0
    var dots = 0
    var colons = 0
    var words = 0
    var camels = 0
    /// Whether what follows each dot is written as a name is, and no part is a letter alone.
    var areNames = true
    var areLong = true
    while index - start < 60 {
      let token = sentence[index]
      let next = sentence[index + 1]
      if token.isWord {
        if token.shape.contains(.nonASCII) || token.shape.contains(.apostrophe) { return nil }
        words += 1
        if isCamel(index, in: sentence) { camels += 1 }
        if sentence[index - 1].isMark("."), token.shape.contains(.firstUpper) { areNames = false }
        if token.count < 2 { areLong = false }
        index += 1
      } else if token.isDigits, index > start {
        index += 1
      } else if token.isMark("_") {
        underscores += 1
        index += 1
      } else if token.isMark("."), index > start, next.isWord || next.isMark("_") {
        dots += 1
        index += 1
      } else if token.isMark(":"), next.isMark(":"), index > start, sentence[index + 2].isWord {
        colons += 1
        index += 2
      } else {
        break
      }
    }
    // `NM_000546.5`: an entry of a database of sequences, and its version.
    if underscores == 1, dots == 0, index == start + 3, sentence[start].isUpper,
      sentence[start].count == 2, sentence[index - 1].isDigits, sentence[index].isMark("."),
      sentence[index + 1].isDigits, sentence.isFreeOnRight(after: index + 1)
    {
      index += 2
    }
    let isCall = sentence[index].isMark("(")
    let isKnownObject = dots == 1 && isObject(start, in: sentence)
    let isExported = dots == 1 && words == 2 && isPackage(start, in: sentence)
    let isName =
      underscores > 0 && words > 0 && (underscores < index - start)
      || colons > 0 || dots > 0 && (isCall || dots > 1) && areLong
      || dots == 1 && (camels > 0 || isKnownObject) && areNames && areLong
      || isExported
      || dots == 0 && camels == 1 && words == 1
      || dots == 0 && words == 1 && isCall && sentence[start].shape.contains(.innerUpper)
        && sentence[start].shape.contains(.lower) && sentence[start].count > 4
    let generic = generics(index, in: sentence)
    let isGeneric =
      generic != nil && words == 1 && index == start + 1
      && sentence[start].shape.contains(.firstUpper)
    guard isName || isGeneric else { return nil }
    // `p_adj = .04` is a quantity.
    if underscores == 1, words == 2, sentence[start].count == 1,
      Relation.parse(at: sentence.skippingSpace(index), in: sentence) != nil
    {
      return nil
    }
    // `_emphasis_` is no name, only its marks are silent.
    if underscores > 0, dots == 0, colons == 0, words == 1, camels == 0, index == start + 3,
      sentence[start].isMark("_")
    {
      return nil
    }
    let end = generic ?? index
    return Match(CodeWord(tokens: start..<end), tokens: start..<end, rule: "electronic.code")
  }

  private static func isOpenOnLeft(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let left = sentence[start - 1]
    guard left.kind == .mark else { return !left.isWord && !left.isDigits }
    switch left.scalar {
    case 0x23, 0x40, 0x2E, 0x2F, 0x5C, 0x5F, 0x3A: return false
    default: return true
    }
  }

  /// `getName`: a word in small letters, then words that each begin with a capital.
  private static func isCamel(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    guard token.isWord, !token.shape.contains(.firstUpper), token.shape.contains(.innerUpper),
      token.count > 4, token.keys.isDisjoint(with: [.spelledMixed, .identifier])
    else { return false }
    var length = 0
    var isFirst = true
    for byte in sentence.bytes.slice(token.range) {
      if ASCII.isUpper(byte) {
        // Two letters before the first capital, three or more in each word behind it.
        guard length >= (isFirst ? 2 : 3) else { return false }
        isFirst = false
        length = 1
      } else {
        length += 1
      }
    }
    return length >= 3
  }

  /// Words that stand before a dot in programs and nowhere else.
  private static func isObject(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[index].isLower, sentence[index].count <= 8 else { return false }
    return objects.contains(WordKey(sentence.bytes.slice(sentence[index].range)))
  }

  /// `http.Handler`, `fmt.Println`: a short name that is no word, before one with a capital.
  ///
  /// `the net.Conn` needs the article: a word before a stop may end a sentence.
  private static func isPackage(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    let (package, name) = (sentence[start], sentence[start + 2])
    guard package.isLower, package.count <= 8, name.shape.contains([.firstUpper, .lower]),
      !ClauseOpeners.isAnyOpener(sentence.bytes.slice(name.range))
    else { return false }
    return sentence.token(start, isIn: packages)
      || name.shape.contains(.innerUpper) && sentence.token(start, isIn: wordPackages)
      || sentence.token(start, isIn: wordPackages)
        && sentence.wordBefore(start, isAnyOf: ["a", "an", "the", "of", "returns", "type"])
  }

  private static let packages = ContextWords("http fmt io os json sql xml csv ctx bufio ioutil")
  private static let wordPackages = ContextWords(
    "net time context strings bytes sync errors log path url sort flag testing reflect regexp")

  private static let objects = Set(
    ["self", "console", "np", "pd", "os", "sys", "plt", "tf", "document", "window", "req", "res"]
      .map { WordKey($0) })

  /// The end of `<Int>` or `<String, Int>` right behind a name.
  private static func generics(_ start: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[start].isMark("<"), sentence[start + 1].isWord,
      // Elements of HTML.
      !sentence.token(
        start + 1,
        isAnyOf: [
          "a", "b", "br", "code", "div", "em", "i", "p", "small", "span", "strong", "sub", "sup",
          "u",
        ])
    else { return nil }
    var index = start + 1
    while index - start < 16 {
      guard sentence[index].isWord else { return nil }
      index += 1
      if sentence[index].isMark(">") { return index + 1 }
      guard sentence[index].isMark(",") else { return nil }
      index = sentence.skippingSpace(index + 1)
    }
    return nil
  }

  // MARK: Options

  /// `-v`, `-rf`, `--dry-run`, `--output=FILE` behind white space.
  private static func option(_ start: Int, in sentence: TokenizedSentence) -> Match<CodeWord>? {
    let left = sentence[start - 1]
    guard left.isSpace || left.kind == .boundary || left.isMark("(") || left.isMark("`") else {
      return nil
    }
    let isLong = sentence[start + 1].isMark("-")
    let first = isLong ? start + 2 : start + 1
    let word = sentence[first]
    guard word.isWord, !word.shape.contains(.nonASCII) else { return nil }
    var index = first + 1
    if isLong {
      guard word.isLower, word.count > 1 else { return nil }
      while sentence[index].isHyphen, sentence[index + 1].isWord { index += 2 }
    } else {
      // One letter, or letters that make no word; never the sign of a difference.
      guard word.count == 1 || word.isLower && word.count <= 4 && hasNoVowel(word, in: sentence),
        !isTerm(sentence.beforeSpace(start), in: sentence)
      else { return nil }
    }
    guard !sentence[index].isHyphen, !sentence[index].isDigits || !isLong else { return nil }
    if sentence[index].isMark("="), sentence[index + 1].isWord || sentence[index + 1].isDigits {
      index += 2
    }
    return Match(CodeWord(tokens: start..<index), tokens: start..<index, rule: "electronic.option")
  }

  private static func hasNoVowel(_ token: Token, in sentence: TokenizedSentence) -> Bool {
    !sentence.bytes.slice(token.range).contains { ASCII.isVowel($0) || $0 | 0x20 == 0x79 }
  }

  /// A letter or number from which something could be taken away.
  private static func isTerm(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    return token.isDigits || token.isMark(")") || token.isMark("=") || token.isMark("+")
      || token.isWord && token.count == 1 && !sentence.token(index, is: "a")
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let isOption = sentence[tokens.lowerBound].isMark("-")
    var isHead = isOption
    for index in tokens {
      let token = sentence[index]
      switch token.kind {
      case .word:
        AddressWord.sayCode(token, into: &writer, in: sentence)
        isHead = false
      case .digits: AddressWord.sayNumber(index, into: &writer, in: sentence)
      case .mark:
        switch token.scalar {
        case 0x5F:
          if let name = sentence.spokenName(of: token.scalar) { writer.say(name) }
        case 0x2D where isOption && !isHead: break
        case 0x3C: writer.say("of")
        case 0x3E: break
        case 0x2C: writer.mark(.comma)
        default: writer.say(AddressMark.name(token.scalar))
        }
      case .space, .control, .boundary: break
      }
    }
  }
}
