/// Numbers that point at something, one or several: `3`, `S2`, `4A–C`, `2.3`, `45–47`, `(4)`, `[4]`,
/// `501(c)(3)`.
///
/// `45–7` → `forty-five to forty-seven`, `2a,b` → `two a and b`.
struct NumberList: Sendable {
  struct Item: Sendable {
    /// Tokens of a label: letters, digits, points.
    var first: Range<Int>
    var last: Range<Int>?
  }

  private(set) var items: [Item]
  private(set) var tokens: Range<Int>

  /// Whether several numbers stand here; `2a,b` and `3A–C` are places in one.
  private(set) var isPlural = false

  /// What stands at a token.
  ///
  /// - Parameters:
  ///   - isList: whether `3, 5 and 7` belong together; after a singular word they may not.
  ///   - takesLetters: whether a capital alone is a label, as in `Appendix B`.
  ///   - isOpen: whether one number with letters behind it stands here that mean "and following".
  static func parse(
    at start: Int, in sentence: TokenizedSentence, isList: Bool, takesLetters: Bool = false,
    isOpen: Bool = false
  ) -> NumberList? {
    // `45ff.`: the letters are no part of the number.
    if isOpen {
      guard sentence[start].isDigits else { return nil }
      return NumberList(items: [Item(first: start..<start + 1)], tokens: start..<start + 1)
    }
    // `p. 1,204`: one page far into a book.
    if !isList, sentence[start].isDigits, sentence[start + 1].isMark(","),
      let numeral = Numeral.scan(at: start, in: sentence), numeral.isGrouped,
      numeral.decimals.isEmpty, sentence.isFreeOnRight(after: numeral.tokens.upperBound - 1)
    {
      return NumberList(items: [Item(first: numeral.tokens)], tokens: numeral.tokens)
    }
    guard let first = item(at: start, in: sentence, takesLetters: takesLetters) else { return nil }
    var list = NumberList(items: [first.item], tokens: start..<first.end)
    while list.items.count < 64, let next = list.following(in: sentence, isList: isList) {
      list.items.append(next.item)
      list.tokens = start..<next.end
    }
    let further =
      list.items.dropFirst().map(\.first)
      + list.items.filter { !isFalling($0, in: sentence) || completed($0, in: sentence) != nil }
      .compactMap(\.last)
    list.isPlural = further.contains { $0.contains { sentence[$0].isDigits } }
    return list
  }

  private func following(in sentence: TokenizedSentence, isList: Bool) -> (item: Item, end: Int)? {
    let end = tokens.upperBound
    if sentence[end].isMark(","), let letter = Self.bareLetter(at: end + 1, in: sentence) {
      return (Item(first: letter), letter.upperBound)
    }
    if let letters = Self.letterRange(at: end, in: sentence) { return letters }
    guard isList else { return nil }
    var index = sentence.skippingSpace(end)
    if sentence[index].isMark(",") { index = sentence.skippingSpace(index + 1) }
    if sentence.token(index, is: "and") || sentence[index].isMark("&") {
      guard sentence[index + 1].isSpace else { return nil }
      index += 2
      if let letter = Self.bareLetter(at: index, in: sentence), !sentence.token(index, is: "a") {
        return (Item(first: letter), letter.upperBound)
      }
    } else if !sentence[sentence.beforeSpace(index)].isMark(",") {
      return nil
    }
    return Self.item(at: index, in: sentence, takesLetters: false)
  }

  /// `3, a–c`: the parts of what was just named.
  private static func letterRange(
    at end: Int, in sentence: TokenizedSentence
  ) -> (item: Item, end: Int)? {
    guard sentence[end].isMark(",") else { return nil }
    let first = sentence.skippingSpace(end + 1)
    guard sentence[first].isWord, sentence[first].count == 1,
      sentence[first + 1].isEnDash || sentence[first + 1].isHyphen,
      let last = bareLetter(at: first + 2, in: sentence),
      sentence[first].isUpper == sentence[first + 2].isUpper
    else { return nil }
    return (Item(first: first..<first + 1, last: last), last.upperBound)
  }

  // MARK: Parts

  /// A label, and the one up to which it reaches.
  private static func item(
    at start: Int, in sentence: TokenizedSentence, takesLetters: Bool
  ) -> (item: Item, end: Int)? {
    guard let first = bracketed(at: start, in: sentence, takesLetters: takesLetters) else {
      return nil
    }
    var item = Item(first: first.label)
    guard let from = afterDash(first.end, in: sentence) else { return (item, first.end) }
    if let last = bracketed(at: from, in: sentence, takesLetters: false) {
      item.last = last.label
      return (item, last.end)
    }
    if let letter = bareLetter(at: from, in: sentence) {
      item.last = letter
      return (item, letter.upperBound)
    }
    // `2(a)–(c)`
    if sentence[from].isMark("("), let letter = bareLetter(at: from + 1, in: sentence),
      sentence[from + 2].isMark(")"), sentence[first.end - 1].isMark(")")
    {
      item.last = letter
      return (item, from + 3)
    }
    return (item, first.end)
  }

  /// The index after a dash or a "to" that makes a range.
  private static func afterDash(_ index: Int, in sentence: TokenizedSentence) -> Int? {
    if sentence[index].isHyphen || sentence[index].isEnDash || sentence[index].isMinus {
      return index + 1
    }
    guard sentence[index].isSpace, sentence[index + 2].isSpace else { return nil }
    let middle = sentence[index + 1]
    guard
      middle.isEnDash || sentence.token(index + 1, is: "to")
        || sentence.token(index + 1, is: "through")
    else { return nil }
    return index + 3
  }

  private static func bracketed(
    at start: Int, in sentence: TokenizedSentence, takesLetters: Bool
  ) -> (label: Range<Int>, end: Int)? {
    let close: Unicode.Scalar? =
      sentence[start].isMark("(") ? ")" : sentence[start].isMark("[") ? "]" : nil
    if let close {
      guard let label = label(at: start + 1, in: sentence, takesLetters: takesLetters),
        sentence[label.upperBound].isMark(close)
      else { return nil }
      return (label, label.upperBound + 1)
    }
    return label(at: start, in: sentence, takesLetters: takesLetters).map { ($0, $0.upperBound) }
  }

  /// `3`, `S1`, `3A`, `2.3.1`, and `B` where letters are labels.
  private static func label(
    at start: Int, in sentence: TokenizedSentence, takesLetters: Bool
  ) -> Range<Int>? {
    var index = start
    if sentence[index].isWord {
      guard sentence[index].count == 1 else { return nil }
      index += 1
      if !sentence[index].isDigits {
        let isFree = !sentence[index].isHyphen && !sentence[index].isMark("'")
        guard takesLetters, sentence[start].isUpper, isFree else { return nil }
        if sentence[index].isMark("."), sentence[index + 1].isDigits {
          return numbers(from: start, at: index + 2, in: sentence)
        }
        return start..<index
      }
    }
    guard sentence[index].isDigits else { return nil }
    return numbers(from: start, at: index + 1, in: sentence)
  }

  private static func numbers(
    from start: Int, at index: Int, in sentence: TokenizedSentence
  ) -> Range<Int>? {
    var index = index
    while sentence[index].isMark("."), sentence[index + 1].isDigits { index += 2 }
    // `( section 6 . 8 )`
    if sentence[index].isSpace, sentence[index + 1].isMark("."), sentence[index + 2].isSpace,
      sentence[index + 3].isDigits, sentence[index + 3].count <= 2,
      sentence[sentence.skippingSpace(index + 4)].kind == .mark
    {
      return start..<index + 4
    }
    if sentence[index].isWord {
      guard sentence[index].count == 1 else { return nil }
      index += 1
    } else if sentence[index].isMark("("), sentence[index + 1].isWord,
      sentence[index + 1].count == 1, sentence[index + 2].isMark(")")
    {
      // `2(a)`, `12(b)(6)`
      index += 3
      while index < start + 16, sentence[index].isMark("("), sentence[index + 2].isMark(")"),
        sentence[index + 1].isDigits
          || sentence[index + 1].isLower && sentence[index + 1].count <= 3
      {
        index += 3
      }
    }
    guard !sentence[index].isDigits else { return nil }
    return start..<pastBrackets(index, in: sentence)
  }

  /// The index after letters and numbers in brackets that belong to a number: `501(c)(3)`, `2(a)`.
  private static func pastBrackets(_ start: Int, in sentence: TokenizedSentence) -> Int {
    var index = start
    while index < start + 12, sentence[index].isMark("("), sentence[index + 2].isMark(")"),
      sentence[index + 1].isWord && sentence[index + 1].count == 1
        || sentence[index + 1].isDigits && sentence[index + 1].count <= 2
          // A number alone in brackets may be another's: `12(3)`.
          && (index > start
            || sentence[start + 3].isMark("(") && sentence[start + 4].isWord
              && sentence[start + 4].count == 1 && sentence[start + 5].isMark(")"))
    {
      index += 3
    }
    return index
  }

  /// One letter that goes on from the label before it: the `b` of `2a,b`, the `C` of `3A–C`.
  private static func bareLetter(at index: Int, in sentence: TokenizedSentence) -> Range<Int>? {
    guard sentence[index].isWord, sentence[index].count == 1,
      sentence.isFreeOnRight(after: index), !sentence[index + 1].isMark("'")
    else { return nil }
    return index..<index + 1
  }

  // MARK: Saying

  func say(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for (position, item) in items.enumerated() {
      if position > 0 {
        // `3, a–c` → `three a to c`
        let isPartOfOne =
          item.last != nil && sentence[item.first.lowerBound].isWord
          && item.first.count == 1
        if items.count > 2 { writer.mark(.comma) }
        if position == items.count - 1, !isPartOfOne { writer.say("and") }
      }
      Self.say(item.first, into: &writer, in: sentence)
      guard let last = item.last else { continue }
      if let value = Self.completed(item, in: sentence) {
        writer.say("to")
        NumberWords.sayCardinal(value, into: &writer)
      } else {
        // `Table 4-1` is the first table of the fourth chapter.
        writer.say(Self.isFalling(item, in: sentence) ? "dash" : "to")
        Self.say(last, into: &writer, in: sentence)
      }
    }
  }

  static func say(
    _ label: Range<Int>, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    if sentence[label.lowerBound + 1].isMark(","), label.count > 2 {
      NumberWords.sayCardinal(sentence.bytes.slice(sentence.bytes(of: label)), into: &writer)
      return
    }
    for index in label {
      if let letter = LetterName.recognize(at: index, in: sentence) {
        writer.nested(letter, in: sentence)
      } else if sentence[index].isDigits {
        let bytes = sentence.bytes.slice(sentence[index].range)
        // `501(c)` is said as it is without its "section".
        if bytes.count == 3, label.count > 3, sentence[index + 1].isMark("(") {
          NumberWords.sayPairs(bytes, into: &writer)
        } else {
          NumberWords.sayCardinal(bytes, into: &writer)
        }
      } else if sentence[index].isMark(".") {
        writer.say("point")
      } else if sentence[index].isWord {
        // The `ii` of `2(a)(ii)`.
        if let roman = RomanNumeral.value(sentence[index].range, in: sentence) {
          NumberWords.sayCardinal(roman, into: &writer)
        } else {
          writer.say(source: sentence[index].range)
        }
      }
    }
  }

  /// Whether two numbers cannot be the ends of a range.
  private static func isFalling(_ item: Item, in sentence: TokenizedSentence) -> Bool {
    guard let last = item.last, item.first.count == 1, last.count == 1,
      let from = sentence.value(item.first.lowerBound), let to = sentence.value(last.lowerBound)
    else { return false }
    return to < from
  }

  /// The end of a range that is written without the digits it shares: 147 for `145–7`.
  private static func completed(_ item: Item, in sentence: TokenizedSentence) -> Int? {
    guard let last = item.last, item.first.count == 1, last.count == 1,
      let from = sentence.value(item.first.lowerBound), let to = sentence.value(last.lowerBound),
      to < from
    else { return nil }
    var scale = 1
    for _ in 0..<sentence[last.lowerBound].count { scale *= 10 }
    let value = from / scale * scale + to
    return value > from ? value : nil
  }
}
