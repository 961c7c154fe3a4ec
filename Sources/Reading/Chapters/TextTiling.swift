internal import Narration

/// Groups passages where the vocabulary turns, after Hearst, *TextTiling* (1997).
///
/// Every gap between two units has a score: how little the words on its left share with those on
/// its right, and what the text itself says of a turn or of going on. Of all ways to group, the
/// one is taken whose gaps score best and whose chapters are nearest to the wanted length.
struct TextTiling {
  private let drafts: [DraftPassage]
  private let tokens: [[ProseToken]]
  private let wordCounts: [Int]

  /// Words on each side of a gap that are compared.
  private static let window = 120
  /// Passages are joined to units of at least so many words before they are grouped.
  private static let smallestUnit = 20

  init(_ drafts: [DraftPassage], _ tokens: [[ProseToken]], _ wordCounts: [Int]) {
    self.drafts = drafts
    self.tokens = tokens
    self.wordCounts = wordCounts
  }

  /// Groups a range of passages; every group holds at least one.
  func groups(of range: Range<Int>) -> [Range<Int>] {
    let units = units(of: range)
    guard units.count > 1 else { return [range] }
    let lengths = units.map { unit in unit.reduce(0) { $0 + wordCounts[$1] } }
    let gains = gapGains(units)
    let total = lengths.reduce(0, +)
    // Between one and, for talks of hours, five minutes.
    let target = max(140.0, min(750.0, (Double(total) * 50).squareRoot()))

    // best[i]: the cost of the best grouping of the first i units; from[i]: where its last begins.
    var best = [Double](repeating: .infinity, count: units.count + 1)
    var from = [Int](repeating: 0, count: units.count + 1)
    best[0] = 0
    for end in 1...units.count {
      var words = 0
      var start = end - 1
      while start >= 0 {
        words += lengths[start]
        let gain = start > 0 ? gains[start] : 0
        let cost = best[start] + Self.lengthCost(words, target: target) - gain
        if cost < best[end] {
          best[end] = cost
          from[end] = start
        }
        if Double(words) > 3 * target { break }
        start -= 1
      }
    }
    var groups: [Range<Int>] = []
    var end = units.count
    while end > 0 {
      groups.append(units[from[end]].lowerBound..<units[end - 1].upperBound)
      end = from[end]
    }
    return groups.reversed()
  }

  private static func lengthCost(_ words: Int, target: Double) -> Double {
    let deviation = (Double(words) - target) / target
    let cost = deviation * deviation * 2
    return Double(words) < 0.5 * target ? cost + 0.75 : cost
  }

  private func units(of range: Range<Int>) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var start = range.lowerBound
    var words = 0
    for index in range {
      words += wordCounts[index]
      if words >= Self.smallestUnit, !TurnSigns.isAside(after: index, drafts, wordCounts, range) {
        units.append(start..<index + 1)
        start = index + 1
        words = 0
      }
    }
    guard start < range.upperBound else { return units }
    guard let last = units.last else { return [range] }
    units[units.count - 1] = last.lowerBound..<range.upperBound
    return units
  }

  // MARK: Gaps

  /// How good it is to begin a group at each unit; the first has no meaning.
  private func gapGains(_ units: [Range<Int>]) -> [Double] {
    var similarities = [Double](repeating: 0, count: units.count)
    for index in 1..<units.count { similarities[index] = similarity(units, at: index) }
    let gaps = similarities.dropFirst()
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)
    let deviation = max(variance.squareRoot(), 0.02)
    return units.indices.map { index in
      guard index > 0 else { return 0 }
      let depth = max(-2, min(2, (mean - similarities[index]) / deviation))
      return 0.4 * depth
        + TurnSigns.gain(
          at: drafts[units[index].lowerBound], tokens[units[index].lowerBound],
          after: drafts[units[index].lowerBound - 1])
    }
  }

  /// The cosine of the word counts left and right of a gap, counted in whole numbers so that it is
  /// the same in whatever order words are stored.
  private func similarity(_ units: [Range<Int>], at index: Int) -> Double {
    var left: [String: Int] = [:]
    var words = 0
    var passage = units[index].lowerBound - 1
    while passage >= units[0].lowerBound, words < Self.window {
      words += count(tokens[passage].suffix(Self.window), into: &left)
      passage -= 1
    }
    var right: [String: Int] = [:]
    words = 0
    passage = units[index].lowerBound
    while passage < units[units.count - 1].upperBound, words < Self.window {
      words += count(tokens[passage].prefix(Self.window), into: &right)
      passage += 1
    }
    let product = left.reduce(0) { $0 + $1.value * (right[$1.key] ?? 0) }
    let leftSquare = left.values.reduce(0) { $0 + $1 * $1 }
    let rightSquare = right.values.reduce(0) { $0 + $1 * $1 }
    guard product > 0 else { return 0 }
    return Double(product) / (Double(leftSquare) * Double(rightSquare)).squareRoot()
  }

  private func count(_ tokens: ArraySlice<ProseToken>, into counts: inout [String: Int]) -> Int {
    for token in tokens where [.content, .adjective, .participle, .verb].contains(token.kind) {
      counts[token.stem, default: 0] += 1
    }
    return tokens.count
  }
}

/// What the first words of a passage say of a turn of the text.
enum TurnSigns {
  /// How many words a turn has that only shows that somebody listens, such as `Right, right.`, at most.
  private static let longestAside = 7

  /// Whether what follows a passage is such a turn, which goes with what it answers.
  static func isAside(
    after index: Int, _ drafts: [DraftPassage], _ wordCounts: [Int], _ range: Range<Int>
  ) -> Bool {
    let next = index + 1
    return next < range.upperBound && drafts[next].passage.speaker != nil
      && !drafts[next].followsSeparator && wordCounts[next] <= longestAside
  }

  private static let turns: Set<String> = [
    "next", "now", "finally", "lastly", "meanwhile", "today", "first", "second", "third", "imagine",
    "consider", "welcome", "so", "let's", "recently", "historically", "ultimately", "overall",
  ]

  private static let continuations: Set<String> = [
    "it", "they", "he", "she", "these", "those", "however", "furthermore", "moreover", "also",
    "but", "and", "yet", "or", "instead", "therefore", "thus", "additionally", "similarly",
    "still", "because", "such", "yes", "yeah", "right", "no", "exactly",
  ]

  /// Above 0 where a new part seems to begin, below where the old one goes on.
  static func gain(
    at draft: DraftPassage, _ tokens: [ProseToken], after previous: DraftPassage
  ) -> Double {
    if draft.followsSeparator { return 4 }
    if case .listItem = draft.passage.kind {
      if case .listItem = previous.passage.kind { return -2 }
      return -1
    }
    if previous.passage.text.hasSuffix(":") { return -2 }
    guard let first = tokens.first else { return 0 }
    var gain = 0.0
    if let speaker = draft.passage.speaker {
      // Nobody is cut short, and who asks at length goes on to something else.
      if speaker == previous.passage.speaker { return -4 }
      if draft.passage.text.utf8.last == 0x3F, tokens.count >= 12 { gain += 0.6 }
    }
    if turns.contains(first.lower) { gain += 0.5 }
    if continuations.contains(first.lower) { gain -= 0.7 }
    // A short sentence or question at the start announces what follows.
    let length = tokens.prefix(10).prefix { $0.sentence == 0 }.count
    if length <= 8, length < tokens.count {
      gain += tokens[length].endMark == 0x3F ? 0.7 : length <= 5 ? 0.3 : 0
    }
    return gain
  }
}
