/// What makes a line of plain text a heading.
///
/// Some lines show it of themselves (``chapterLevel(_:)``, underlines, `#`); others only together
/// with what stands around them, which ``HeadingFinder`` asks.
enum HeadingRules {
  /// The longest line that may be a heading, in bytes.
  static let longest = 120

  private static let divisions: [String: Int] = [
    "part": 1, "book": 1, "volume": 1, "act": 1,
    "chapter": 2, "episode": 1, "lesson": 2, "unit": 2, "appendix": 2, "section": 2, "scene": 2,
    "segment": 2,
  ]

  /// Parts of a book that bear no number, alone on their line.
  private static let parts: Set<String> = [
    "prologue", "epilogue", "preface", "foreword", "afterword", "interlude", "prelude",
    "postscript",
    "preamble", "dedication", "epigraph", "acknowledgments", "acknowledgements",
  ]

  /// Whether a line is the name of a part of a book, alone or with a title after a colon or full
  /// stop: `Prologue`, `EPILOGUE.`, `Prologue: The flood`.
  static func isPart(_ line: LineShape) -> Bool {
    guard line.startsUpper, let first = line.words.first, line.words.count <= 10 else {
      return false
    }
    let name = first.prefix { $0.isLetter }
    guard parts.contains(name.lowercased()) else { return false }
    let mark = first.dropFirst(name.count)
    if line.words.count == 1 { return mark.allSatisfy { ":.".contains($0) } }
    return !mark.isEmpty && mark.allSatisfy { ":.–—-".contains($0) } && !line.endsSentence
  }

  private static let numberWords: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "first", "second", "third", "fourth", "fifth",
    "last",
  ]

  /// The level of a numbered division, alone or with a title after a mark.
  ///
  /// `Chapter 4` → 2, `Part II: The trial` → 1, `Episode 12 – Sleep` → 1; nil for
  /// `Part 2 of the study shows more` and for a line that ends as a sentence does.
  static func chapterLevel(_ line: LineShape) -> Int? {
    guard line.words.count >= 2, let level = divisions[line.words[0].lowercased()],
      line.startsUpper
    else { return nil }
    var number = line.words[1].prefix { $0.isLetter || $0.isNumber }
    // `Twenty-One`
    if numberWords.contains(number.lowercased()), line.words[1].dropFirst(number.count).first == "-"
    {
      let unit = line.words[1].dropFirst(number.count + 1).prefix { $0.isLetter }
      if numberWords.contains(unit.lowercased()) {
        number = line.words[1].prefix(number.count + 1 + unit.count)
      }
    }
    let isNumber =
      number.allSatisfy(\.isNumber) || number.allSatisfy { "IVXLC".contains($0) }
      || numberWords.contains(number.prefix { $0 != "-" }.lowercased())
      || number.count == 1 && number.allSatisfy(\.isUppercase)
    guard !number.isEmpty, isNumber else { return nil }
    let mark = line.words[1].dropFirst(number.count)
    if line.words.count == 2 { return mark.allSatisfy { ":.".contains($0) } ? level : nil }
    let hasMark =
      !mark.isEmpty && mark.allSatisfy { ":.–—-".contains($0) }
      || ["-", "–", "—", "|", ":"].contains(line.words[2])
    return hasMark && !line.endsSentence && line.words.count <= 16 ? level : nil
  }

  /// The depth of a numbered section title: `2.3 Methods` → 2, `1. Introduction` → 1.
  ///
  /// Needs a full stop after a single number, so that `5 ways to sleep` is none.
  static func numberedDepth(_ line: LineShape) -> Int? {
    guard line.words.count >= 2, line.words.count <= 10, line.text.utf8.count <= 80,
      !line.endsInPunctuation, line.words[1].first?.isUppercase == true
    else { return nil }
    var number = line.words[0]
    let isClosed = number.last == "." || number.last == ")"
    if isClosed { number.removeLast() }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard isClosed || parts.count > 1,
      parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) })
    else { return nil }
    return parts.count
  }

  /// A short line of capitals: `SHOW NOTES`.
  static func isCapitals(_ line: LineShape) -> Bool {
    line.isAllCapitals && line.words.count <= 10
      && line.last.map { !".,;!…".contains($0) } ?? false
      && !looksLikeData(line)
  }

  private static let labels: Set<String> = [
    "about", "about the guest", "about the show", "about this episode", "bibliography", "chapters",
    "conclusion", "contact", "credits", "description", "further reading", "guest", "guests",
    "highlights", "hosts", "in this episode", "introduction", "key points", "key takeaways",
    "links", "notes", "outline", "overview", "references", "reference", "related episodes",
    "resources", "show notes", "sources", "sponsors", "summary", "takeaways", "timestamps",
    "topics", "transcript", "works cited", "learn more", "mentioned in this episode", "abstract",
    "background", "methods", "results", "discussion", "disclaimer", "acknowledgements",
    "acknowledgments", "episode summary", "episode notes",
  ]

  /// A line that ends in a colon and names what follows: `Show notes:`, `Key Points:`; not
  /// `She said:`, which leads in to what somebody says.
  static func isLabel(_ line: LineShape) -> Bool {
    guard line.last == ":", line.words.count <= 6, line.startsUpper else { return false }
    let name = line.text.filter { $0 != ":" }.lowercased()
    return labels.contains(name)
      || line.words.count >= 2 && line.words.count <= 5 && line.isTitleCase
  }

  /// Whether a line names a part of show notes without more ado: `Transcript`, `Show notes`.
  static func isKnownLabel(_ line: LineShape) -> Bool {
    labels.contains(line.text.filter { $0 != ":" }.lowercased())
  }

  private static let questionWords: Set<String> = [
    "what", "why", "how", "who", "when", "where", "which", "can", "does", "is", "are", "should",
  ]

  private static let bylines: Set<String> = [
    "by", "from", "dear", "hi", "hello", "written", "posted", "published", "updated", "photo",
    "image", "hosted", "presented", "copyright", "©", "thanks", "p.s.", "ps",
  ]

  /// A short line that ends like no sentence and begins like one: `The brain’s brakes`, or a
  /// question of up to ten words; no byline, date, address or time.
  static func isTitleLike(_ line: LineShape, mostWords: Int) -> Bool {
    guard !line.words.isEmpty, line.words.count <= mostWords, line.startsUpper,
      line.text.contains(where: \.isLetter), !looksLikeData(line),
      !bylines.contains(line.words[0].lowercased())
    else { return false }
    guard line.endsInPunctuation else { return true }
    return line.last == "?" && line.words.count >= 3
      && questionWords.contains(line.words[0].lowercased())
  }

  private static let months: Set<Substring> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
    "Sept", "Oct", "Nov", "Dec",
  ]

  /// Addresses, times (`00:12:30`), dates (`March 3, 2025`) and numbers alone.
  private static func looksLikeData(_ line: LineShape) -> Bool {
    if line.text.contains("://") || line.text.contains("@") || line.text.contains("www.") {
      return true
    }
    if let first = line.words.first, first.contains(":"), first.contains(where: \.isNumber),
      !first.contains(where: \.isLetter)
    {
      return true
    }
    if !line.text.contains(where: \.isLetter) { return true }
    return line.words.count <= 4
      && line.words.contains { months.contains($0.prefix { $0.isLetter }) }
      && line.text.contains(where: \.isNumber)
  }
}
