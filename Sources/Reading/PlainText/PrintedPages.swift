internal import Narration

/// Finds what a printed edition adds to a text on each page, and the text as if it were not there.
///
/// - Numbers of pages: a line of its own between paragraphs or beside a form feed (`12`, `- 12 -`,
///   `Page 12 of 300`, `xiv`), one of a sequence that grows at the distance of pages, so that a lone
///   `1984` stays.
/// - Running heads: short lines that come back at those places, with the number or without.
/// - A table of contents with leaders (`The Return ..... 12`), which players show as chapters.
///
/// A sentence that a page break cuts in two goes on in the same paragraph.
struct PrintedPages {
  /// Sorted, none inside another.
  private(set) var omissions: [Omission] = []
  /// The text with white space in the place of the omissions; offsets are those of the source.
  private(set) var bytes: DocumentBytes
  /// Whether nothing was found.
  private(set) var isUnchanged = true

  private let lines: [PageLine]
  private var marks: [Int: PageMark] = [:]
  /// Lines that come back, by what is the same in them.
  private var heads: [String: [Int]] = [:]
  private var headOfLine: [Int: String] = [:]
  private var breaks: [Break] = []
  /// Lines of the frame, which are declared as a whole.
  private var framed: Set<Int> = []
  /// Why lines are left out, by line.
  private var reasons: [Int: Omission.Reason] = [:]

  /// A place where a page may end: a few lines that may be furniture, or a form feed alone.
  private struct Break {
    var lines: Range<Int>
    var hasFeed: Bool
    /// Whether a sentence stands on both sides of it.
    var interrupts: Bool
    var hasNumber = false
  }

  private static let longestLine = 80
  private static let mostLines = 4
  /// Bytes of a page at least.
  private static let shortestPage = 300

  /// - Parameter frame: What is left out already around the text, sorted.
  init(_ source: DocumentBytes, without frame: [Omission] = []) {
    bytes = source
    lines = PageLine.lines(of: source)
    omissions = frame
    for (index, line) in lines.enumerated() where !frame.isEmpty {
      if let out = frame.first(where: { $0.source.contains(line.range.lowerBound) }) {
        framed.insert(index)
        reasons[index] = out.reason
      }
    }
    guard lines.count > 2 else { return }
    leaveOutContents()
    findCandidates()
    findBreaks()
    acceptNumbers()
    acceptHeads()
    apply()
  }

  // MARK: Candidates

  private mutating func findCandidates() {
    for (index, line) in lines.enumerated()
    where line.range.count <= Self.longestLine && reasons[index] == nil {
      let first = bytes[line.range.lowerBound]
      let isLower = first &- 0x61 < 26
      guard !isLower || line.range.count <= 20 else { continue }
      let text = bytes.string(line.range)
      if mayBearNumber(line.range), let mark = PageMark(text) {
        marks[index] = mark
        if !mark.head.isEmpty { note(mark.head, at: index) }
      } else if !isLower, mayBeHead(text) {
        note(
          text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased(), at: index)
      }
    }
    heads = heads.filter { $0.value.count >= 3 }
  }

  /// Whether a digit or a small Roman numeral may stand at an end of a line; most lines of prose are
  /// looked at no further.
  private func mayBearNumber(_ line: Range<Int>) -> Bool {
    if line.count <= 12 { return true }
    return line.prefix(8).contains { bytes[$0] &- 0x30 < 10 }
      || line.suffix(8).contains { bytes[$0] &- 0x30 < 10 }
      || "ivxlc".utf8.contains(bytes[line.lowerBound])
      || "ivxlc".utf8.contains(bytes[line.upperBound - 1]) && bytes[line.lowerBound] &- 0x41 < 26
  }

  private mutating func note(_ head: String, at index: Int) {
    heads[head, default: []].append(index)
    headOfLine[index] = head
  }

  /// Whether a line is short, begins like a title, and is no sentence.
  private func mayBeHead(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isUppercase,
      let last = text.last, !".,;:!?…-–—”\"’".contains(last)
    else { return false }
    return text.utf8.count { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 } >= 3
  }

  private func isCandidate(_ index: Int) -> Bool {
    if reasons[index] != nil { return false }
    if let mark = marks[index], mark.form != .besideHead { return true }
    return headOfLine[index].map { heads[$0] != nil } ?? false || marks[index] != nil
  }

  private mutating func findBreaks() {
    var index = 0
    while index <= lines.count {
      var end = index
      while end < lines.count, isCandidate(end) { end += 1 }
      let hasFeed = (index...end).contains { $0 < lines.count && lines[$0].followsFeed }
      let hasGap =
        end == lines.count || index == 0 || lines[index].followsGap || lines[end].followsGap
      if end - index <= Self.mostLines, end > index && hasGap || hasFeed && end < lines.count {
        breaks.append(
          Break(lines: index..<end, hasFeed: hasFeed, interrupts: interrupts(index..<end)))
      }
      index = end + 1
    }
  }

  /// Whether the line before ends in the middle of a sentence with which the line behind goes on.
  private func interrupts(_ inside: Range<Int>) -> Bool {
    guard inside.lowerBound > 0, inside.upperBound < lines.count else { return false }
    let before = lines[inside.lowerBound - 1].range
    let after = lines[inside.upperBound].range
    let ending = LineShape(
      bytes.string(max(before.lowerBound, before.upperBound - 8)..<before.upperBound))
    guard !ending.endsSentence, ending.last != ":",
      let next = Unicode.Scalar(bytes.scalar(at: after.lowerBound).value)
    else { return false }
    return next.properties.isLowercase || ending.last == "-"
      // A long line that ends in the middle, before a name or a number.
      || ending.last.map { $0.isLowercase || $0 == "," } ?? false && before.count >= 45
        && after.count >= 30 && next.properties.isAlphabetic
  }

  // MARK: Numbers

  private mutating func acceptNumbers() {
    var breakOfLine: [Int: Int] = [:]
    for (index, place) in breaks.enumerated() {
      for line in place.lines { breakOfLine[line] = index }
    }
    let found = marks.keys.filter { breakOfLine[$0] != nil }.sorted()
    for chain in chains(of: found) where isPaged(chain, breakOfLine) {
      for line in chain {
        guard let mark = marks[line], let place = breakOfLine[line] else { continue }
        reasons[line] = mark.form == .besideHead ? .runningHead : .pageNumber
        breaks[place].hasNumber = true
      }
    }
  }

  /// Numbers that follow each other, a page or two left out at most, the longest sequences first.
  private func chains(of found: [Int]) -> [[Int]] {
    var last: [[Int: Int]] = [[:], [:]]
    var before: [Int: Int] = [:]
    var length: [Int: Int] = [:]
    for line in found {
      guard let mark = marks[line] else { continue }
      let kind = mark.isRoman ? 1 : 0
      let previous = (1...3).compactMap { last[kind][mark.value - $0] }.max()
      before[line] = previous
      length[line] = (previous.flatMap { length[$0] } ?? 0) + 1
      last[kind][mark.value] = line
    }
    var taken: Set<Int> = []
    var chains: [[Int]] = []
    for end in found.sorted(by: { (length[$0] ?? 0, $1) > (length[$1] ?? 0, $0) }) {
      var chain: [Int] = []
      var line: Int? = end
      while let at = line, taken.insert(at).inserted {
        chain.append(at)
        line = before[at]
      }
      if !chain.isEmpty { chains.append(chain.reversed()) }
    }
    return chains
  }

  /// Whether numbers stand where pages end.
  private func isPaged(_ chain: [Int], _ breakOfLine: [Int: Int]) -> Bool {
    let forms = chain.compactMap { marks[$0]?.form }
    if forms.contains(.ofAll) || chain.count >= 2 && forms.allSatisfy({ $0 == .named }) {
      return true
    }
    guard chain.count >= 3 else { return false }
    let places = chain.compactMap { breakOfLine[$0].map { breaks[$0] } }
    let distances = distances(chain)
    guard distances[distances.count / 2] >= Self.shortestPage else {
      // Pages of a few lines are believed when each begins with a form feed.
      return places.allSatisfy(\.hasFeed)
    }
    let cut = places.count(where: \.interrupts)
    return cut * 8 >= places.count && cut > 0
      || places.count(where: \.hasFeed) * 5 >= places.count * 3
      || chain.count >= 5 && isRegular(distances)
  }

  /// Bytes from one line to the next, for each page between them, sorted.
  private func distances(_ chain: [Int]) -> [Int] {
    zip(chain, chain.dropFirst()).map { left, right in
      let pages = max(1, (marks[right]?.value ?? 1) - (marks[left]?.value ?? 0))
      return (lines[right].range.lowerBound - lines[left].range.lowerBound) / min(pages, 3)
    }.sorted()
  }

  /// Whether four of five distances are near to the one in the middle.
  private func isRegular(_ distances: [Int]) -> Bool {
    let middle = distances[distances.count / 2]
    return distances.count { $0 * 3 >= middle * 2 && $0 * 2 <= middle * 3 } * 5 >= distances.count
      * 4
  }

  // MARK: Running heads

  private mutating func acceptHeads() {
    var breakOfLine: [Int: Int] = [:]
    for (index, place) in breaks.enumerated() {
      for line in place.lines { breakOfLine[line] = index }
    }
    for head in heads.keys.sorted() {
      guard let found = heads[head] else { continue }
      let atBreaks = found.filter { line in
        guard let place = breakOfLine[line].map({ breaks[$0] }) else { return false }
        return place.hasNumber || place.hasFeed || place.interrupts
      }
      guard atBreaks.count >= 3, atBreaks.count * 5 >= found.count * 3 else { continue }
      let places = atBreaks.compactMap { breakOfLine[$0].map { breaks[$0] } }
      if !places.contains(where: { $0.hasNumber || $0.hasFeed }) {
        // Names of speakers come back too, but not at the distance of pages.
        let distances = zip(atBreaks, atBreaks.dropFirst()).map {
          lines[$1].range.lowerBound - lines[$0].range.lowerBound
        }.sorted()
        guard atBreaks.count >= 4, distances[distances.count / 2] >= 2 * Self.shortestPage,
          isRegular(distances)
        else { continue }
      }
      for line in atBreaks where reasons[line] == nil {
        // The first may be the title that the others repeat.
        let interrupts = breakOfLine[line].map { breaks[$0].interrupts } ?? false
        if line != found[0] || interrupts { reasons[line] = .runningHead }
      }
    }
  }

  // MARK: Contents

  /// Three lines or more that lead to a number by dots, with the heading over them.
  private mutating func leaveOutContents() {
    var index = 0
    while index < lines.count {
      var end = index
      while end < lines.count, hasLeader(lines[end].range) { end += 1 }
      if end - index >= 3 {
        var start = index
        if start > 0, lines[start - 1].range.count <= 24,
          ["contents", "table of contents"].contains(
            bytes.string(lines[start - 1].range).lowercased().filter { $0 != ":" && $0 != "." })
        {
          start -= 1
        }
        for line in start..<end where reasons[line] == nil { reasons[line] = .contents }
      }
      index = max(end, index + 1)
    }
  }

  /// Whether a line ends in three dots or more and the number of a page.
  private func hasLeader(_ line: Range<Int>) -> Bool {
    guard line.count >= 6, line.count <= 200 else { return false }
    var offset = line.upperBound
    while offset > line.lowerBound,
      bytes[offset - 1] &- 0x30 < 10 || (bytes[offset - 1] | 0x20) &- 0x61 < 26
    {
      offset -= 1
    }
    let number = bytes.string(offset..<line.upperBound)
    guard !number.isEmpty, Int(number) != nil || RomanNumeral.value(number) != nil else {
      return false
    }
    var dots = 0
    while offset > line.lowerBound {
      let byte = bytes[offset - 1]
      if byte == 0x2E { dots += 1 } else if byte != 0x20, byte != 0x09 { break }
      offset -= 1
    }
    return dots >= 3 && offset > line.lowerBound
  }

  // MARK: Taking it out

  private mutating func apply() {
    for (line, reason) in reasons.sorted(by: { $0.key < $1.key }) where !framed.contains(line) {
      omissions.append(Omission(source: lines[line].range, reason: reason))
    }
    omissions.sort { $0.source.lowerBound < $1.source.lowerBound }
    var text = bytes.bytes
    for omission in omissions {
      for offset in omission.source where text[offset] &- 0x0A > 3 { text[offset] = 0x20 }
    }
    for place in breaks
    where place.interrupts && place.lines.allSatisfy({ reasons[$0] != nil })
      && (place.hasFeed || !place.lines.isEmpty)
    {
      // Only a line's end is left between the halves of the sentence.
      let gap =
        lines[place.lines.lowerBound - 1].range
        .upperBound..<lines[place.lines.upperBound].range.lowerBound
      for offset in gap { text[offset] = 0x20 }
      if let last = gap.last { text[last] = 0x0A }
    }
    isUnchanged = text == bytes.bytes
    bytes = DocumentBytes(text)
  }
}
