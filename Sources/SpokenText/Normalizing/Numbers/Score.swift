/// How a game, a season or a vote ended, where the words around say that two numbers are no range.
///
/// - `won 3-1` → `won three to one`, in British English `won three one`; `drew 2-2` → `drew two to
///   two`, `drew two all`; `lost 4-0` → `lost four to zero`, `lost four nil`
/// - `won 6-4, 7-6 (7-3)` → `won six four, seven six, seven three`; `6-0, 6-1` → `six love, six
///   one`
/// - `a 12-4 record` → `a twelve and four record`, `improved to 12-4-1` → `improved to twelve, four
///   and one`, `started 7-0` → `started seven and oh`
/// - `a 5-4 decision` → `a five to four decision`; `285/6 at stumps` → `two hundred eighty-five for
///   six at stumps`
struct Score: SemioticClass {
  static let kind = Edit.Kind.range

  enum Reading: Sendable {
    /// Of a game.
    case result
    /// Of several games or sets, one after the other.
    case sets
    /// Games won, lost and drawn.
    case record
    case vote
    /// Runs for wickets.
    case wickets
  }

  var games: [ScoredGame]
  var reading: Reading

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Score>? {
    guard ScoredGame.mayBegin(start, in: sentence),
      let first = ScoredGame.scan(at: start, in: sentence)
    else { return nil }
    if first.isSlashed {
      guard isInnings(first, in: sentence) else { return nil }
      return Match(
        Score(games: [first], reading: .wickets), tokens: first.tokens, rule: "score.wickets")
    }
    let games = series(first, in: sentence)
    let end = games.last?.tokens.upperBound ?? first.tokens.upperBound
    if games.count > 1 || first.tieBreak != nil {
      let isMeant =
        games.allSatisfy { $0.isSet(in: sentence) }
        && games.contains { $0.isDecreasing(in: sentence) || $0.tieBreak != nil }
        || cue(start, end, in: sentence) == .result
      if isMeant {
        return Match(Score(games: games, reading: .sets), tokens: start..<end, rule: "score.sets")
      }
    }
    guard let reading = reading(of: first, in: sentence) else { return nil }
    return Match(Score(games: [first], reading: reading), tokens: first.tokens, rule: reading.rule)
  }

  /// Whether the words around two numbers with a dash make them a score.
  static func isMeant(_ start: Int, _ end: Int, in sentence: TokenizedSentence) -> Bool {
    cue(start, end, in: sentence) != nil
  }

  /// The first game and those that follow behind commas, with an "and" before the last.
  private static func series(
    _ first: ScoredGame, in sentence: TokenizedSentence
  ) -> [ScoredGame] {
    var games = [first]
    while games.count < 7, let last = games.last, last.third == nil {
      let end = last.tokens.upperBound
      var next = end
      if sentence[next].isMark(",") { next += 1 }
      guard sentence[next].isSpace else { break }
      next += 1
      if sentence.token(next, is: "and"), sentence[next + 1].isSpace { next += 2 }
      guard next > end + 1, sentence[next].isDigits,
        let game = ScoredGame.scan(at: next, in: sentence), game.third == nil, !game.isSlashed
      else { break }
      games.append(game)
    }
    return games
  }

  // MARK: What the words around say

  private static func reading(of game: ScoredGame, in sentence: TokenizedSentence) -> Reading? {
    let start = game.tokens.lowerBound
    let end = game.tokens.upperBound
    if isRecord(game, in: sentence) { return .record }
    guard game.third == nil else { return nil }
    if isInnings(game, in: sentence) { return .wickets }
    if let cue = cue(start, end, in: sentence) { return cue }
    return isBetweenTeams(start, end, in: sentence) || isNow(game, in: sentence) ? .result : nil
  }

  /// Whether words that go with results or votes stand near, and nothing that is counted.
  private static func cue(_ start: Int, _ end: Int, in sentence: TokenizedSentence) -> Reading? {
    if let after = sentence.wordAfter(end) {
      if sentence.wordsAfter(end, within: 3, includeOneOf: ScoreTable.votes) { return .vote }
      if sentence.token(after, isIn: ScoreTable.standings) { return .result }
      if isDescribed(start, in: sentence),
        sentence.wordsAfter(end, within: 3, includeOneOf: ScoreTable.results)
      {
        return .result
      }
    }
    guard !sentence.isCounting(before: end), !sentence[end].isHyphen,
      !sentence.wordsAfter(end, within: 3, includeOneOf: ScoreTable.scales)
    else { return nil }
    if let before = sentence.wordBefore(start) {
      if sentence.token(before, isIn: ScoreTable.countingWords) { return nil }
      if sentence.token(before, isIn: ScoreTable.standings) { return .result }
    }
    var found: Reading?
    _ = sentence.nearestBefore(start, within: 8) { word in
      if sentence.token(word, isIn: ScoreTable.votes) {
        found = .vote
      } else if sentence.token(word, isIn: ScoreTable.results)
        || sentence.token(word, isIn: ScoreTable.resultVerbs)
      {
        found = .result
      }
      return found != nil
    }
    return found
  }

  /// Whether the numbers stand before their noun: `a 3-1 win`, `their 21–14 victory`.
  private static func isDescribed(_ start: Int, in sentence: TokenizedSentence) -> Bool {
    guard let word = sentence.wordBefore(start) else { return true }
    return !sentence.token(word, isIn: ScoreTable.countingWords)
  }

  /// `a 12-4 record`, `improved to 8-3`, `are 5-0 against`.
  private static func isRecord(_ game: ScoredGame, in sentence: TokenizedSentence) -> Bool {
    let start = game.tokens.lowerBound
    let end = game.tokens.upperBound
    if sentence.wordsAfter(end, within: 2, includeOneOf: ScoreTable.records)
      || isSeason(sentence.skippingSpace(end), in: sentence)
    {
      return isDescribed(start, in: sentence)
    }
    guard let before = sentence.wordBefore(start) else { return isInBrackets(game, in: sentence) }
    if sentence.token(before, is: "to") || sentence.token(before, is: "a") {
      return sentence.wordBefore(
        before,
        isAnyOf: [
          "improved", "improves", "improving", "fell", "falls", "falling", "dropped", "drops",
          "moved", "moves", "slipped", "off",
        ])
    }
    if sentence.token(before, isIn: ScoreTable.beginnings) {
      return !sentence.wordAfter(end, isIn: ScoreTable.standings)
        && !sentence.isCounting(before: end)
    }
    if sentence.token(before, isAnyOf: ["of", "is", "was"]), let noun = sentence.wordBefore(before),
      sentence.token(noun, isAnyOf: ["record", "records", "mark"])
    {
      return true
    }
    guard sentence.token(before, isAnyOf: ["are", "is", "were", "was", "now"]),
      sentence[game.first + 1].isHyphen, isKept(after: end, in: sentence)
    else { return false }
    return !sentence.wordsBefore(before, within: 4, includeOneOf: ScoreTable.results)
      && !sentence.wordsBefore(before, within: 4, includeOneOf: ScoreTable.votes)
  }

  /// `a 10-6 season`, but not `a 2-3 season contract`.
  private static func isSeason(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    guard sentence.token(index, is: "season") else { return false }
    guard let next = sentence.wordAfter(index + 1) else { return true }
    return sentence.token(
      next, isAnyOf: ["with", "in", "and", "under", "for", "that", "which", "as", "last", "this"])
  }

  /// Whether words follow that say over what a record is kept: `this season`, `on the road`.
  private static func isKept(after end: Int, in sentence: TokenizedSentence) -> Bool {
    guard let word = sentence.wordAfter(end) else { return false }
    if sentence.token(word, isAnyOf: ["against", "overall", "lifetime", "versus", "vs"]) {
      return true
    }
    return sentence.token(word, isAnyOf: ["this", "on", "at", "in", "so", "all"])
      && sentence.wordsAfter(word + 1, within: 2, includeOneOf: ScoreTable.spans)
  }

  /// `The Tigers (8-3) face`: alone in brackets behind the name of a team.
  private static func isInBrackets(_ game: ScoredGame, in sentence: TokenizedSentence) -> Bool {
    let open = game.tokens.lowerBound - 1
    let end = game.tokens.upperBound
    guard sentence[open].isMark("("), sentence[end].isMark(")") || sentence[end].isMark(","),
      let team = sentence.wordBefore(open), sentence[team].shape.contains(.firstUpper)
    else { return false }
    return sentence.wordsAfter(end + 1, within: 2, includeOneOf: ScoreTable.meetings)
      || sentence.nearestBefore(
        team, within: 5,
        matching: {
          sentence.token($0, isIn: ScoreTable.meetings)
        }) != nil
  }

  /// `Leeds 2–1 Everton`: between two names.
  private static func isBetweenTeams(
    _ start: Int, _ end: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard let away = sentence.wordAfter(end) else { return false }
    // `1-0 to Arsenal`
    if sentence.token(away, is: "to"), let team = sentence.wordAfter(away + 1) {
      let name = sentence.token(team, is: "the") ? sentence.wordAfter(team + 1) : team
      return name.map { isTeam(sentence[$0]) } ?? false
    }
    guard let home = sentence.wordBefore(start) else { return false }
    return isTeam(sentence[home]) && isTeam(sentence[away])
  }

  /// Whether the score of a game that is being played stands here: `It's 2-2 at the break`.
  private static func isNow(_ game: ScoredGame, in sentence: TokenizedSentence) -> Bool {
    guard sentence.wordBefore(game.first, isAnyOf: ["it's", "it’s", "still"]),
      sentence[game.first].count < 3, sentence[game.second].count < 3
    else { return false }
    guard let next = sentence.wordAfter(game.tokens.upperBound) else { return true }
    return sentence.token(
      next, isAnyOf: ["at", "after", "with", "here", "now", "and", "to", "but"])
  }

  private static func isTeam(_ token: Token) -> Bool {
    token.shape.contains(.firstUpper) && token.count > 1
      && token.keys.isDisjoint(with: [
        .month, .weekday, .numberedThing, .locator, .digitsContext, .timeZone,
        .streetType, .romanCardinalContext, .dayHalf, .citationWord,
      ])
  }

  /// `285-6 declared`, `320/8 at stumps`: runs for wickets.
  private static func isInnings(_ game: ScoredGame, in sentence: TokenizedSentence) -> Bool {
    guard let runs = sentence.value(game.first), let wickets = sentence.value(game.second),
      runs > 10, wickets <= 10, runs > wickets
    else { return false }
    return sentence.wordsAfter(
      game.tokens.upperBound, within: 4, includeOneOf: ScoreTable.cricket)
      || sentence.wordsBefore(
        game.tokens.lowerBound, within: 5, includeOneOf: ScoreTable.cricket)
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let isTennis =
      reading == .sets && games.count > 1 && games.allSatisfy { $0.isSet(in: sentence) }
    for (position, game) in games.enumerated() {
      if position > 0 {
        writer.mark(.comma)
        if game.follows("and", in: sentence) { writer.say("and") }
      }
      game.say(as: reading, isTennis: isTennis, into: &writer, in: sentence)
    }
  }
}

extension Score.Reading {
  fileprivate var rule: RuleName {
    switch self {
    case .result: "score.result"
    case .sets: "score.sets"
    case .record: "score.record"
    case .vote: "score.vote"
    case .wickets: "score.wickets"
    }
  }
}
