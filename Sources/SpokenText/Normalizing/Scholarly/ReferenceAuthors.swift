/// The authors at the head of an entry of a reference list, in whatever order of names.
struct ReferenceAuthors: Sendable {
  enum Order: Sendable {
    /// `Boese, M., & Choi, K.`
    case initialsAfter
    /// `M. Boese and K. Choi`
    case initialsBefore
    /// `Boese M, Choi K`
    case bareInitials
    /// `Boese, Mary, and Kwang Choi`
    case givenNames
    /// `Mary Boese and Kwang Choi`, only before a title in quotation marks
    case directNames
    /// `World Health Organization`
    case organization
  }

  let order: Order
  /// Tokens of each surname, particles among them.
  private(set) var surnames: [Range<Int>]
  /// All of the authors, up to the last initial's full stop.
  private(set) var tokens: Range<Int>
  private(set) var hasEtAl = false
  /// `(Ed.)`, `(Eds.)`; empty when there is none.
  private(set) var editors: Range<Int>

  /// The authors that begin at a token.
  ///
  /// - Parameter isListed: whether a number or the role of the text says that this is an entry, so
  ///   that an organization needs no year behind it.
  static func parse(
    at start: Int, isListed: Bool = false, in sentence: TokenizedSentence
  ) -> ReferenceAuthors? {
    let orders: [Order] = [
      .initialsAfter, .initialsBefore, .directNames, .bareInitials, .givenNames,
    ]
    for order in orders {
      guard let authors = list(at: start, order: order, in: sentence) else { continue }
      if order == .directNames {
        guard quoteFollows(authors.tokens.upperBound, in: sentence) else { continue }
        return authors
      }
      let next = sentence[sentence.skippingSpace(authors.tokens.upperBound)]
      // `U.S. Department of …` is no initials and a surname.
      if next.isWord, let whole = organization(at: start, isListed: false, in: sentence) {
        return whole
      }
      return authors
    }
    return organization(at: start, isListed: isListed, in: sentence)
  }

  /// `, “`: the title behind names that are no list by themselves.
  private static func quoteFollows(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence[index].isMark(",") || sentence[index].isMark(".") else { return false }
    let next = sentence[sentence.skippingSpace(index + 1)]
    return next.isMark("“") || next.isMark("\"")
  }

  private static func list(
    at start: Int, order: Order, in sentence: TokenizedSentence
  ) -> ReferenceAuthors? {
    guard let first = author(at: start, order: order, in: sentence) else { return nil }
    var authors = ReferenceAuthors(
      order: order, surnames: [first.surname], tokens: start..<first.end,
      editors: first.end..<first.end)
    while let next = authors.following(in: sentence) {
      authors.surnames.append(next.surname)
      authors.tokens = start..<next.end
    }
    authors.takeEtAl(in: sentence)
    authors.takeEditors(in: sentence)
    return authors
  }

  /// One more author behind a comma, a semicolon, "and", "&" or an ellipsis.
  private func following(in sentence: TokenizedSentence) -> (surname: Range<Int>, end: Int)? {
    var index = tokens.upperBound
    var isJoined = false
    while index < tokens.upperBound + 12 {
      let token = sentence[index]
      if token.isMark(",") || token.isMark(";") || token.isMark("&") || token.isMark("…")
        || sentence.token(index, is: "and")
      {
        isJoined = true
      } else if !token.isSpace, !(token.isMark(".") && sentence[index + 1].isSpace && isJoined) {
        break
      }
      index += 1
    }
    guard isJoined else { return nil }
    // Only the first of given names stands surname first: "Boese, Mary, and Kwang Choi".
    if order == .givenNames {
      return Self.directName(at: index, in: sentence)
        ?? Self.author(at: index, order: order, in: sentence)
    }
    return Self.author(at: index, order: order, in: sentence)
  }

  private mutating func takeEtAl(in sentence: TokenizedSentence) {
    var index = sentence.skippingSpace(tokens.upperBound)
    if sentence[index].isMark(",") { index = sentence.skippingSpace(index + 1) }
    guard let end = EtAl.end(at: index, in: sentence) else { return }
    hasEtAl = true
    tokens = tokens.lowerBound..<end
  }

  private mutating func takeEditors(in sentence: TokenizedSentence) {
    let index = sentence.skippingSpace(tokens.upperBound)
    editors = tokens.upperBound..<tokens.upperBound
    // `Brown, Ann, editor.`, `Brown, Ann, and Carla Diaz, eds.`
    if sentence[index].isMark(",") {
      let word = sentence.skippingSpace(index + 1)
      guard sentence.token(word, isAnyOf: ["ed", "eds", "editor", "editors"]) else { return }
      let end = sentence[word + 1].isMark(".") ? word + 2 : word + 1
      editors = index..<end
      tokens = tokens.lowerBound..<end
      return
    }
    guard sentence[index].isMark("("),
      sentence.token(index + 1, isIgnoringCase: "ed")
        || sentence.token(index + 1, isIgnoringCase: "eds")
    else { return }
    let close = sentence[index + 2].isMark(".") ? index + 3 : index + 2
    guard sentence[close].isMark(")") else { return }
    editors = index..<close + 1
    tokens = tokens.lowerBound..<close + 1
  }

  // MARK: One author

  private static func author(
    at start: Int, order: Order, in sentence: TokenizedSentence
  ) -> (surname: Range<Int>, end: Int)? {
    switch order {
    case .initialsBefore:
      let index = AuthorNames.afterInitials(start, in: sentence)
      guard index > start, let end = surnameEnd(at: index, in: sentence) else { return nil }
      return (index..<end, end)
    case .initialsAfter:
      guard let end = surnameEnd(at: start, in: sentence), sentence[end].isMark(",") else {
        return nil
      }
      let initials = sentence.skippingSpace(end + 1)
      var index = AuthorNames.afterInitials(initials, in: sentence)
      guard index > initials else { return nil }
      // `Kolk, B. van der`
      while AuthorNames.isParticle(index, in: sentence) {
        index += sentence[index + 1].isSpace ? 2 : 1
      }
      if sentence[index - 1].isSpace { index -= 1 }
      return (start..<end, afterGeneration(index, in: sentence))
    case .bareInitials:
      // `The U.S. Court`: an article is nobody's name.
      guard let end = surnameEnd(at: start, in: sentence), sentence[end].isSpace,
        isBareInitials(end + 1, in: sentence),
        !NotAuthors.contains(sentence.bytes.slice(sentence[start].range))
      else { return nil }
      return (start..<end, afterGeneration(end + 2, in: sentence))
    case .givenNames:
      guard let end = surnameEnd(at: start, in: sentence), sentence[end].isMark(",") else {
        return nil
      }
      let given = sentence.skippingSpace(end + 1)
      guard let givenEnd = givenEnd(at: given, in: sentence) else { return nil }
      return (start..<end, givenEnd)
    case .directNames: return directName(at: start, in: sentence)
    case .organization: return nil
    }
  }

  /// A name in the order in which it is spoken: `Kwang S. Choi`.
  private static func directName(
    at start: Int, in sentence: TokenizedSentence
  ) -> (surname: Range<Int>, end: Int)? {
    var index = start
    var last: Int?
    var words = 0
    while words < 4 {
      let afterInitials = AuthorNames.afterInitials(index, in: sentence)
      if afterInitials > index { index = afterInitials }
      guard let end = wordEnd(at: index, in: sentence) else { break }
      last = index
      words += 1
      index = end
      guard sentence[index].isSpace else { break }
      index += 1
    }
    guard let last, words >= 2 || last > start, let end = wordEnd(at: last, in: sentence) else {
      return nil
    }
    return (last..<end, end)
  }

  /// The end of up to three given names and initials.
  private static func givenEnd(at start: Int, in sentence: TokenizedSentence) -> Int? {
    guard let first = wordEnd(at: start, in: sentence) else { return nil }
    var end = first
    for _ in 0..<3 where sentence[end].isSpace {
      if AuthorNames.isInitial(end + 1, in: sentence) {
        end += 3
      } else if let next = wordEnd(at: end + 1, in: sentence) {
        end = next
      }
    }
    return end
  }

  /// `M`, `AB`, `JPC`: initials without stops, before a comma or a stop.
  private static func isBareInitials(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    guard token.isUpper, token.count <= 3, !isGeneration(token, in: sentence) else { return false }
    let next = sentence[index + 1]
    return next.isMark(",") || next.isMark(".") && !sentence[index + 2].isWord
      || next.isMark(";") || next.isMark(":") || next.isSpace
  }

  /// `III`, `IV`: a numeral behind a king's name or a son's, rather than two given names.
  private static func isGeneration(_ token: Token, in sentence: TokenizedSentence) -> Bool {
    token.count > 1
      && sentence.bytes.slice(token.range).allSatisfy {
        $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
      }
  }

  /// The end of a surname of up to four words: `van der Kolk`, `García Márquez`, `O'Brien-Smith`.
  private static func surnameEnd(at start: Int, in sentence: TokenizedSentence) -> Int? {
    var index = start
    while AuthorNames.isParticle(index, in: sentence), sentence[index + 1].isSpace { index += 2 }
    guard var end = wordEnd(at: index, in: sentence) else { return nil }
    for _ in 0..<3 {
      guard sentence[end].isSpace else { break }
      var next = end + 1
      while AuthorNames.isParticle(next, in: sentence), sentence[next + 1].isSpace { next += 2 }
      guard sentence[next].count > 3 || !sentence[next].isUpper,
        let more = wordEnd(at: next, in: sentence)
      else { break }
      end = more
    }
    return end
  }

  /// The end of a word with a capital and of what hyphens tie to it.
  private static func wordEnd(at index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].isWord, sentence[index].shape.contains(.firstUpper),
      sentence[index].count >= 2
    else { return nil }
    var end = index + 1
    while sentence[end].isHyphen || sentence[end].isEnDash, sentence[end + 1].isWord { end += 2 }
    return end
  }

  private static func afterGeneration(_ start: Int, in sentence: TokenizedSentence) -> Int {
    var index = sentence.skippingSpace(start)
    if sentence[index].isMark(",") { index = sentence.skippingSpace(index + 1) }
    guard index > start,
      ["Jr", "Sr", "II", "III"].contains(where: { sentence.token(index, is: $0) })
    else { return start }
    return sentence[index + 1].isMark(".") ? index + 2 : index + 1
  }

  // MARK: An organization

  /// Up to fourteen words with capitals before a year in brackets.
  private static func organization(
    at start: Int, isListed: Bool, in sentence: TokenizedSentence
  ) -> ReferenceAuthors? {
    guard sentence[start].isWord, sentence[start].shape.contains(.firstUpper) else { return nil }
    var end = start
    var words = 0
    while words <= 14 {
      let token = sentence[end]
      if token.isWord {
        let isInner = ["of", "for", "the", "and", "on", "in", "de"].contains {
          sentence.token(end, is: $0)
        }
        guard token.shape.contains(.firstUpper) || isInner else { return nil }
        words += 1
      } else if token.isMark("("), sentence[end - 1].isSpace || sentence[end - 1].isMark(".") {
        break
      } else if words > 1,
        quoteFollows(end, in: sentence)
          || isListed && token.isMark(".") && sentence[end + 1].isSpace
            && sentence[end - 1].count > 2
      {
        return ReferenceAuthors(
          order: .organization, surnames: [start..<end], tokens: start..<end, editors: end..<end)
      } else if !(token.isSpace || token.isMark("&") || token.isHyphen || token.isMark(",")
        || token.isMark("."))
      {
        return nil
      }
      end += 1
    }
    guard sentence[end].isMark("("), CitedYears.parse(at: end + 1, in: sentence) != nil else {
      return nil
    }
    while end > start + 1,
      sentence[end - 1].isSpace || sentence[end - 1].isMark(".") && sentence[end].isSpace
    {
      end -= 1
    }
    return ReferenceAuthors(
      order: .organization, surnames: [start..<end], tokens: start..<end, editors: end..<end)
  }

  /// Whether dots stand for authors between those that are named.
  func hasGap(in sentence: TokenizedSentence) -> Bool {
    tokens.contains { at in
      sentence[at].isMark("…")
        || sentence[at].isMark(".") && sentence[at - 1].isSpace && sentence[at + 1].isSpace
    }
  }

  // MARK: Saying

  /// One or two by name, of more the first; brief the first alone.
  func say(isBrief: Bool, into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let isMany = hasEtAl || surnames.count > 2
    var said = tokens.lowerBound
    for (position, surname) in surnames.prefix(isMany || isBrief ? 1 : 2).enumerated() {
      writer.omit(said..<surname.lowerBound, in: sentence, rule: "reference.initials")
      if position > 0 { writer.say("and") }
      writer.say(source: sentence.bytes(of: surname))
      said = surname.upperBound
    }
    let end = editors.isEmpty ? tokens.upperBound : editors.lowerBound
    if isMany { writer.say("and colleagues") }
    writer.omit(
      said..<end, in: sentence,
      rule: isMany || isBrief && surnames.count > 1
        ? "reference.further-authors" : "reference.initials")
    guard !editors.isEmpty else { return }
    writer.mark(.comma)
    writer.say(surnames.count > 1 || hasEtAl ? "editors" : "editor")
  }
}
