/// A line that is not blank, as it stands in a text that may have been printed on pages.
struct PageLine {
  /// UTF-8 bytes without the white space around.
  var range: Range<Int>
  /// Whether a form feed stands between it and the line before.
  var followsFeed: Bool
  /// Whether a blank line, a form feed or nothing at all stands before it.
  var followsGap: Bool

  /// The lines of a text.
  static func lines(of bytes: DocumentBytes) -> [PageLine] {
    var lines: [PageLine] = []
    var (start, end) = (-1, 0)
    var (breaks, feeds) = (2, 0)
    var offset = 0
    func close() {
      guard start >= 0 else { return }
      lines.append(
        PageLine(range: start..<end, followsFeed: feeds > 0, followsGap: breaks > 1 || feeds > 0))
      (start, breaks, feeds) = (-1, 0, 0)
    }
    while offset < bytes.count {
      let (value, length) = bytes.scalar(at: offset)
      if TextScalar.isLineBreak(value) {
        close()
        if value == 0x0C { feeds += 1 }
        if value != 0x0D || bytes[offset + 1] != 0x0A { breaks += value == 0x2029 ? 2 : 1 }
      } else if !TextScalar.isWhiteSpace(value) {
        if start < 0 { start = offset }
        end = offset + length
      }
      offset += length
    }
    close()
    return lines
  }
}

/// The number of a page as a line bears it, alone or beside a running head.
struct PageMark: Equatable {
  /// How a number is dressed, which says how sure it is.
  enum Form: Equatable {
    /// `12`, `xiv`, `- 12 -`, `[12]`
    case alone
    /// `Page 12`, `p. 12`, `[Pg 12]`
    case named
    /// `Page 12 of 300`
    case ofAll
    /// `12  THE BOOK OF SLEEP`
    case besideHead
  }

  var value: Int
  var isRoman: Bool
  var form: Form
  /// The running head beside it, empty when it is alone.
  var head: String

  /// What a line's words say: `- 12 -` → 12 alone; `THE RETURN  13` → 13 beside `the return`;
  /// `Chapter 12`, `Day 3`, `12 monkeys` → nil.
  init?(_ text: String) {
    var words = text.split(whereSeparator: \.isWhitespace)
    guard (1...12).contains(words.count) else { return nil }
    let dress: Set<Character> = ["-", "–", "—", "[", "]", "(", ")", "{", "}", "~", "*", "|", "."]
    func isDress(_ word: Substring) -> Bool { word.allSatisfy(dress.contains) }
    if words.count > 2, isDress(words[0]), isDress(words[words.count - 1]) {
      words = Array(words[1..<words.count - 1])
    }
    func bare(_ word: Substring) -> Substring {
      var word = word
      while let first = word.first, dress.contains(first) { word = word.dropFirst() }
      while let last = word.last, dress.contains(last) { word = word.dropLast() }
      return word
    }
    head = ""
    let first = bare(words[0])
    let last = bare(words[words.count - 1])
    let isNamed = ["page", "pg", "p", "pag"].contains(first.lowercased())
    switch words.count {
    case 1:
      guard let number = Self.number(first, isSmall: true) else { return nil }
      // `12.` is an item of a list, `12)` too.
      guard words[0] == first || words[0].first.map(dress.contains) ?? false else { return nil }
      (value, isRoman, form) = (number.value, number.isRoman, .alone)
    case 2 where isNamed:
      guard let number = Self.number(last, isSmall: false) else { return nil }
      (value, isRoman, form) = (number.value, number.isRoman, .named)
    case 4 where isNamed && words[2].lowercased() == "of":
      guard let number = Self.number(bare(words[1]), isSmall: false), Int(last) != nil
      else { return nil }
      (value, isRoman, form) = (number.value, number.isRoman, .ofAll)
    case 1...:
      guard words.count > 1, let found = Self.besideHead(words, first, last) else { return nil }
      self = found
    default: return nil
    }
  }

  private init(value: Int, isRoman: Bool, form: Form, head: String) {
    self.value = value
    self.isRoman = isRoman
    self.form = form
    self.head = head
  }

  /// What is counted but no page: `Chapter 12`, `Day 3`.
  private static let counted: Set<String> = [
    "act", "appendix", "article", "book", "canto", "chapter", "day", "episode", "exercise",
    "figure", "hymn", "lesson", "letter", "level", "module", "night", "number", "part", "psalm",
    "question", "round", "scene", "season", "section", "sonnet", "speaker", "stage", "step",
    "table", "unit", "verse", "volume", "week", "year",
  ]

  private static func besideHead(
    _ words: [Substring], _ first: Substring, _ last: Substring
  ) -> PageMark? {
    let isFirst = number(first, isSmall: true) != nil && words[0] == first
    let number = isFirst ? number(first, isSmall: true) : number(last, isSmall: true)
    guard let number else { return nil }
    let rest = isFirst ? words.dropFirst() : words.dropLast()
    guard let start = rest.first, start.first?.isUppercase == true,
      rest.count > 1 || !counted.contains(start.lowercased()),
      rest.contains(where: { $0.contains(where: \.isLetter) })
    else { return nil }
    return PageMark(
      value: number.value, isRoman: number.isRoman, form: .besideHead,
      head: rest.joined(separator: " ").lowercased())
  }

  /// No front matter is longer, and `mix` is a word.
  private static let mostRoman = 399

  /// One to four digits, or a Roman numeral.
  private static func number(
    _ word: Substring, isSmall: Bool
  ) -> (value: Int, isRoman: Bool)? {
    if word.utf8.count <= 4, word.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let value = Int(word) {
      return (value, false)
    }
    // Capitals number chapters more often than pages.
    guard !isSmall || word.utf8.allSatisfy({ $0 >= 0x61 }) else { return nil }
    return RomanNumeral.value(word).flatMap { $0 <= mostRoman ? ($0, true) : nil }
  }
}
