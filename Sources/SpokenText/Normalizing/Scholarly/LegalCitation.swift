/// A judgment or a statute by the series that it stands in.
///
/// - `347 U.S. 483 (1954)` → `three hundred forty-seven U S four hundred eighty-three, nineteen
///   fifty-four`
/// - `123 F.3d 456, 460 (9th Cir. 1997)` → `… F third …, at four hundred sixty, ninth Circuit,
///   nineteen ninety-seven`
/// - `42 U.S.C. § 1983` → `forty-two U S C section nineteen eighty-three`
/// - `[1932] AC 562` → `nineteen thirty-two, A C five hundred sixty-two`
///
/// Statutes and the names of the parties are part of the sentence and stay; omit leaves out a
/// judgment between commas or behind its year. Shapes are those of The Bluebook and of OSCOLA.
struct LegalCitation: SemioticClass {
  static let kind = Edit.Kind.citation

  /// Year in square brackets, before the series.
  private var firstYear: Int?
  private var volume: Int?
  private var reporter: ReporterTable.Entry
  /// Page, or number of a judgment.
  private var page: Int?
  /// Number of a section with what narrows it down.
  private var section: Range<Int> = 0..<0
  /// A page behind the first.
  private var pinpoint: NumberList?
  /// `9th Cir.` before the year.
  private var court: Range<Int> = 0..<0
  private var lastYear: Int?
  private var isParted = true
  private var isOmitted = false

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    var index = start
    var firstYear: Int?
    if sentence[start].isMark("[") {
      guard PublicationYear.recognize(at: start + 1, in: sentence) != nil,
        sentence[start + 2].isMark("]"), sentence[start + 3].isSpace
      else { return nil }
      firstYear = start + 1
      index = start + 4
    }
    guard sentence.isFreeOnLeft(index), !sentence[index - 1].isMark(".") else { return nil }
    var volume: Int?
    if sentence[index].isDigits {
      guard sentence[index].count <= 4, sentence[index + 1].isSpace else { return nil }
      volume = index
      index += 2
    }
    guard firstYear != nil || volume != nil,
      let (reporter, end) = reporter(at: index, in: sentence)
    else { return nil }
    var citation = LegalCitation(firstYear: firstYear, volume: volume, reporter: reporter)
    guard let close = citation.takeNumbers(at: end, in: sentence) else { return nil }
    // `50 US 100`: without a stop in the series a year must tell.
    guard
      reporter.hasSections || firstYear != nil || citation.lastYear != nil
        || (index..<end).contains(where: { sentence[$0].isMark(".") })
    else { return nil }
    citation.isParted = Citation.isParted(after: close, in: sentence)
    let tokens = start..<close
    let isApart =
      sentence[sentence.beforeSpace(start)].isMark(",") && sentence[close].isMark(",")
      || firstYear != nil
    guard sentence.policies.citations == .omit, isApart, !reporter.hasSections else {
      return Match(citation, tokens: tokens, rule: "citation.legal")
    }
    citation.isOmitted = true
    // `[2017] UKSC 5, [2018] AC 61`: the comma between goes with the second.
    if sentence[close].isMark(","), sentence[close + 1].isSpace, sentence[close + 2].isMark("["),
      let next = recognize(at: close + 2, in: sentence), next.kind == .omission
    {
      return Match(
        citation, tokens: start..<next.tokens.upperBound, rule: "citation.legal", kind: .omission)
    }
    return Match(
      citation, tokens: Omission.widened(tokens, in: sentence), rule: "citation.legal",
      kind: .omission)
  }

  private init(firstYear: Int?, volume: Int?, reporter: ReporterTable.Entry) {
    self.firstYear = firstYear
    self.volume = volume
    self.reporter = reporter
  }

  /// The longest series that begins at a token, and the index of what follows it.
  private static func reporter(
    at start: Int, in sentence: TokenizedSentence
  ) -> (ReporterTable.Entry, end: Int)? {
    guard sentence[start].isWord, sentence[start].shape.contains(.firstUpper),
      sentence[start].count <= 6
    else { return nil }
    var letters = ReporterLetters()
    var found: (ReporterTable.Entry, end: Int)?
    var index = start
    while index < start + 10 {
      let token = sentence[index]
      if token.isWord || token.isDigits {
        guard letters.append(sentence.bytes.slice(token.range)) else { break }
        let isSpaced = sentence[index + 1].isSpace && sentence[index + 2].isMark(".")
        // In tokenized text, `34 U . S . 300`; a stop behind one letter may end a sentence.
        let after =
          sentence[index + 1].isMark(".")
          ? index + 2 : isSpaced && index > start ? index + 3 : index + 1
        if sentence[after].isSpace, let entry = ReporterTable.entry(letters.key) {
          found = (entry, after + 1)
        }
      } else if !token.isMark("."), !token.isSpace, !token.isMark("'"), !token.isMark("’") {
        break
      }
      index += 1
    }
    return found
  }

  /// Takes page or section, pinpoint, court and year; returns where they end.
  private mutating func takeNumbers(at start: Int, in sentence: TokenizedSentence) -> Int? {
    var index = start
    if reporter.hasSections {
      if sentence[index].isMark("§") {
        while sentence[index].isMark("§") { index += 1 }
        index = sentence.skippingSpace(index)
      }
      guard sentence[index].isDigits else { return nil }
      let first = index
      index += 1
      while sentence[index].isMark("."), sentence[index + 1].isDigits { index += 2 }
      if sentence[index].isWord, sentence[index].count <= 2 { index += 1 }
      while sentence[index].isMark("("), sentence[index + 2].isMark(")"),
        sentence[index + 1].isDigits || sentence[index + 1].isWord, sentence[index + 1].count <= 3,
        index < first + 24
      {
        index += 3
      }
      section = first..<index
    } else {
      guard sentence[index].isDigits, sentence[index].count <= 5,
        sentence.isFreeOnRight(after: index)
      else { return nil }
      page = index
      index += 1
      if sentence[index].isMark(","), sentence[index + 1].isSpace, sentence[index + 2].isDigits,
        let pages = NumberList.parse(at: index + 2, in: sentence, isList: false),
        !sentence[pages.tokens.upperBound].isSpace
          || !sentence[pages.tokens.upperBound + 1].isUpper
      {
        pinpoint = pages
        index = pages.tokens.upperBound
      }
    }
    return yearEnd(at: index, in: sentence) ?? index
  }

  /// The end of ` (1954)`, ` (9th Cir. 1997)`.
  private mutating func yearEnd(at start: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[start].isSpace, sentence[start + 1].isMark("(") else { return nil }
    for close in start + 2..<start + 16 where sentence[close].isMark(")") {
      guard PublicationYear.recognize(at: close - 1, in: sentence) != nil else { return nil }
      lastYear = close - 1
      court = start + 2..<max(start + 2, close - 2)
      return close + 1
    }
    return nil
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    guard !isOmitted else { return }
    if let firstYear {
      writer.mark(.comma)
      Self.sayYear(firstYear, into: &writer, in: sentence)
      writer.mark(.comma)
    }
    if let volume { sayNumber(volume, into: &writer, in: sentence) }
    writer.say(reporter.spoken)
    if let page { sayNumber(page, into: &writer, in: sentence) }
    if !section.isEmpty { saySection(into: &writer, in: sentence) }
    if let pinpoint {
      writer.mark(.comma)
      writer.say("at")
      pinpoint.say(into: &writer, in: sentence)
    }
    if !court.isEmpty {
      writer.mark(.comma)
      sayCourt(into: &writer, in: sentence)
    }
    guard let lastYear else { return }
    writer.mark(.comma)
    Self.sayYear(lastYear, into: &writer, in: sentence)
    if !isParted { writer.mark(.comma) }
  }

  private static func sayYear(
    _ index: Int, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    if let year = PublicationYear.recognize(at: index, in: sentence) {
      writer.nested(year, in: sentence)
    }
  }

  private func sayNumber(
    _ index: Int, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    NumberWords.sayCardinal(sentence.bytes.slice(sentence[index].range), into: &writer)
  }

  /// `1983` → `section nineteen eighty-three`, `1910.120(a)(1)` → `section nineteen ten point one
  /// two zero a one`: lawyers say four digits in pairs.
  private func saySection(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say("section")
    var isFraction = false
    for index in section {
      let token = sentence[index]
      if token.isMark(".") {
        writer.say("point")
        isFraction = true
      } else if token.isWord {
        writer.say(source: token.range)
      } else if token.isDigits {
        if isFraction, sentence[index - 1].isMark(".") {
          NumberWords.sayDigits(sentence.bytes.slice(token.range), into: &writer)
        } else if PublicationYear.recognize(at: index, in: sentence) != nil {
          Self.sayYear(index, into: &writer, in: sentence)
        } else {
          sayNumber(index, into: &writer, in: sentence)
        }
      }
    }
  }

  /// `9th Cir.` → `ninth Circuit`; other courts by their letters.
  private func sayCourt(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for index in court {
      let token = sentence[index]
      if token.isDigits {
        NumberWords.sayOrdinal(sentence.bytes.slice(token.range), into: &writer)
      } else if sentence.token(index, is: "Cir") {
        writer.say("Circuit")
      } else if token.isUpper {
        writer.spell(source: token.range)
      } else if token.isWord, !sentence[index - 1].isDigits {
        writer.say(source: token.range)
      }
    }
  }
}

/// Letters and digits of a series as they are gathered, at most sixteen.
private struct ReporterLetters {
  private var bytes: [UInt8] = []

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count + more.count <= 12 else { return false }
    bytes.append(contentsOf: more)
    return true
  }

  var key: WordKey { bytes.withUnsafeBufferPointer { WordKey($0) } }
}
