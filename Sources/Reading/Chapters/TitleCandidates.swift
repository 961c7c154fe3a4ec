/// Finds the runs of words in a passage that could stand as a title.
enum TitleCandidates {
  /// A run of words, and how well its shape suits a title; 1 is usual.
  struct Candidate {
    var words: Range<Int>
    var merit: Double
  }

  private static let most = 6
  /// Verbs and nouns after which a text names what it is about: `we explore sleep`.
  private static let announcing: Set<String> = [
    "explore", "explores", "exploring", "discuss", "discusses", "discussing", "introduce",
    "introduces", "called", "about", "examine", "examines", "covers", "describes", "on", "into",
    "understanding", "known",
  ]

  /// All candidates of a passage, in no order of worth.
  static func candidates(in tokens: [ProseToken]) -> [Candidate] {
    let roles = tokens.indices.map { role(at: $0, in: tokens) }
    var candidates: [Candidate] = []
    var index = 0
    while index < tokens.count {
      guard roles[index] != .none else {
        index += 1
        continue
      }
      var end = index + 1
      let isOfOne = isOfOne(index, in: tokens)
      while end < tokens.count, roles[end] != .none, tokens[end].before == .none,
        !EnglishWords.endsPhrase(tokens[end - 1], before: tokens[end]),
        !(isOfOne && EnglishWords.isVerbAfterOne(tokens[end]))
      {
        end += 1
      }
      append(phrasesIn: index..<end, tokens, roles, to: &candidates)
      index = end
    }
    appendSentences(tokens, to: &candidates)
    return candidates
  }

  // MARK: Roles

  /// What a word may do in a noun phrase here.
  private enum Role {
    case none
    /// Before a noun.
    case modifier
    /// The noun, or before another one.
    case noun
  }

  /// Looks at a word and its neighbours: after a pronoun or a modal it is a verb, before an
  /// article or a pronoun too.
  private static func role(at index: Int, in tokens: [ProseToken]) -> Role {
    let token = tokens[index]
    let previous = index > 0 && token.before == .none ? tokens[index - 1] : nil
    let governor = governor(of: index, in: tokens)
    let next =
      index + 1 < tokens.count && tokens[index + 1].before == .none ? tokens[index + 1] : nil
    let governsObject = next.map { $0.kind == .determiner || $0.kind == .pronoun } ?? false
    switch token.kind {
    case .content, .adjective, .vague:
      // `it opens`, `may just play`, `to waste food`: a verb, whatever else the word may be.
      if let governor, governor.kind == .pronoun || EnglishWords.isModal(governor.lower) {
        return .none
      }
      if governor?.kind == .to, token.kind == .content, !token.isCapitalized,
        !EnglishWords.isNounByForm(token.lower)
      {
        return .none
      }
      // `lights up`, `slows down`.
      if let next, Self.particles.contains(next.lower), token.kind == .content { return .none }
      if governsObject, previous.map({ $0.kind.isContentLike || $0.kind == .to }) ?? true {
        return .none
      }
      return token.kind == .content ? .noun : .modifier
    case .participle:
      if governsObject { return .none }
      guard let next else {
        // `safety learning`, not `was rewritten`.
        return token.lower.hasSuffix("ing") && previous?.kind == .content ? .noun : .none
      }
      if next.kind.isContentLike || next.kind == .participle {
        if governor.map({ $0.kind == .auxiliary || $0.kind == .pronoun || $0.kind == .to }) ?? false
        {
          return .none
        }
        if token.lower.hasSuffix("ing") { return .modifier }
        // `a controlled trial`, `of acquired companies`; not `and studied computers`.
        guard let previous else { return token.before == .comma ? .none : .modifier }
        switch previous.kind {
        case .determiner, .adjective, .vague, .adverb, .participle, .function: return .modifier
        case .connector:
          return previous.lower == "and" || previous.lower == "or" ? .none : .modifier
        default: return .none
        }
      }
      return token.lower.hasSuffix("ing") && previous?.kind == .content ? .noun : .none
    case .number: return previous?.isCapitalized ?? false ? .noun : .none
    default: return .none
    }
  }

  private static let singular: Set<String> = ["a", "an", "each", "every", "another", "either"]

  /// Whether a phrase that begins here is about one thing: `a lime tree`.
  private static func isOfOne(_ index: Int, in tokens: [ProseToken]) -> Bool {
    guard index > 0, tokens[index].before == .none else { return false }
    return singular.contains(tokens[index - 1].lower)
  }

  private static let particles: Set<String> = ["up", "down", "out", "off", "away", "back"]

  /// The word before another one, adverbs between them left out: `we` of `we really just play`.
  private static func governor(of index: Int, in tokens: [ProseToken]) -> ProseToken? {
    var index = index
    let first = max(index - 8, 0)
    while index > first, tokens[index].before == .none {
      index -= 1
      if tokens[index].kind != .adverb { return tokens[index] }
    }
    return nil
  }

  // MARK: Phrases

  private static func append(
    phrasesIn run: Range<Int>, _ tokens: [ProseToken], _ roles: [Role],
    to candidates: inout [Candidate]
  ) {
    var end = run.upperBound
    // What follows the last noun belongs to it no more.
    while end > run.lowerBound, roles[end - 1] != .noun { end -= 1 }
    guard end > run.lowerBound else { return }
    let isWhole = end == run.upperBound
    for start in run.lowerBound..<end where end - start <= 4 {
      // Vague adjectives at the start say nothing, but the name of New York is whole.
      guard tokens[start].kind != .vague || isPartOfName(start, in: tokens),
        tokens[start].kind != .number,
        start == run.lowerBound || tokens[start - 1].kind != .vague
          || !isPartOfName(start - 1, in: tokens)
      else { continue }
      var merit = self.merit(of: start..<end, in: tokens)
      if !isWhole { merit *= 0.75 }
      if start > run.lowerBound, tokens[start - 1].kind != .vague { merit *= 0.85 }
      if end - start >= 2 { candidates.append(Candidate(words: start..<end, merit: merit)) }
      appendJoined(start..<end, merit, tokens, roles, to: &candidates)
    }
  }

  private static func isPartOfName(_ index: Int, in tokens: [ProseToken]) -> Bool {
    tokens[index].isCapitalized && tokens[index].before != .sentence && index + 1 < tokens.count
      && tokens[index + 1].isCapitalized
  }

  /// `effects of ketamine on memory`: a phrase, a word such as *of*, and the next phrase.
  private static func appendJoined(
    _ left: Range<Int>, _ merit: Double, _ tokens: [ProseToken], _ roles: [Role],
    to candidates: inout [Candidate]
  ) {
    let joint = left.upperBound
    guard joint < tokens.count, tokens[joint].before == .none, left.count <= 3,
      ["of", "and", "in", "for", "on", "vs", "versus", "behind", "between"]
        .contains(tokens[joint].lower), !tokens[joint - 1].isPossessive
    else { return }
    var start = joint + 1
    if start < tokens.count, tokens[start].kind == .determiner, tokens[start].before == .none,
      ["the", "a", "an", "its", "our", "their", "your"].contains(tokens[start].lower)
    {
      start += 1
    }
    var end = start
    while end < tokens.count, roles[end] != .none, tokens[end].before == .none { end += 1 }
    let runEnd = end
    while end > start, roles[end - 1] != .noun { end -= 1 }
    guard end > start, end == runEnd, end - left.lowerBound <= most,
      tokens[end - 1].stem != tokens[joint - 1].stem, isComplete(after: end, in: tokens)
    else { return }
    // Two nouns joined by *and* are often halves of two phrases.
    var factor = ["and", "in", "for", "on"].contains(tokens[joint].lower) ? 0.5 : 1.0
    if tokens[left].allSatisfy({ $0.kind == .vague }) { factor *= 0.6 }
    candidates.append(
      Candidate(
        words: left.lowerBound..<end,
        merit: factor * (left.count == 1 ? 1 : merit) * (end - left.lowerBound > 5 ? 0.9 : 1)))
  }

  /// Whether a phrase is over at a word: not before a further part that belongs to it.
  private static func isComplete(after end: Int, in tokens: [ProseToken]) -> Bool {
    guard end < tokens.count, tokens[end].before == .none else { return true }
    return tokens[end].lower != "of" && tokens[end].lower != "and"
      && tokens[end].kind != .participle
  }

  private static func merit(of words: Range<Int>, in tokens: [ProseToken]) -> Double {
    let first = tokens[words.lowerBound]
    var merit = [0, 0.5, 1.0, 1.1, 1.0][min(words.count, 4)]
    let after = words.upperBound < tokens.count ? tokens[words.upperBound] : nil
    if first.opens == .quote, after.map({ $0.before == .quote || $0.before == .sentence }) ?? true {
      merit *= 1.3
    }
    // `post-traumatic stress disorder (PTSD)`: what is defined is what it is about.
    if let after, after.opens == .bracket, after.isCapitalized { merit *= 1.35 }
    let isName = tokens[words].allSatisfy { $0.isCapitalized } && first.before != .sentence
    if isName { merit *= 0.72 }
    if words.lowerBound > 0, first.before == .none || first.before == .quote {
      var before = tokens[words.lowerBound - 1]
      if before.kind == .determiner, words.lowerBound > 1 { before = tokens[words.lowerBound - 2] }
      if announcing.contains(before.lower) { merit *= 1.15 }
      if ["called", "termed", "named"].contains(before.lower) { merit *= 1.3 }
    }
    if tokens[words].dropLast().contains(where: { $0.kind == .vague }) { merit *= 0.85 }
    if tokens[words].contains(where: { $0.kind == .number }) { merit *= 0.6 }
    for index in words.dropLast() where tokens[index + 1].before == .none {
      // `the name Palantir`, `Tiigi introducing Buildkit`: two phrases, or half a sentence.
      let (left, right) = (tokens[index], tokens[index + 1])
      if left.kind == .content, !left.isCapitalized, right.isCapitalized { merit *= 0.6 }
      if left.isCapitalized, right.kind == .participle, !right.isCapitalized { merit *= 0.6 }
    }
    // `song playing` may be half a sentence, `safety learning` hardly.
    if tokens[words].last?.kind == .participle { merit *= 0.85 }
    return merit
  }

  // MARK: Sentences

  private static let asking: Set<String> = [
    "what", "how", "why", "who", "where", "when", "does", "do", "is", "are", "can", "should",
    "will",
  ]

  /// Adds a sentence or question of three to six words at the start of a passage.
  ///
  /// `Timing is everything.`, `How does sleep help?` say what the passage is about.
  private static func appendSentences(_ tokens: [ProseToken], to candidates: inout [Candidate]) {
    let length = tokens.prefix(most + 1).prefix { $0.sentence == 0 }.count
    guard (3...most).contains(length), length < tokens.count, let first = tokens.first else {
      return
    }
    let words = tokens[..<length]
    let isQuestion = tokens[length].endMark == 0x3F
    let isStatement =
      first.kind.isContentLike || first.kind == .determiner && first.lower == "the"
    let isClosed = words.last.map { $0.kind.isContentLike || $0.kind == .participle } ?? false
    let hasOthers = words.contains {
      $0.kind == .pronoun && !["what", "who"].contains($0.lower)
        || ["your", "my", "this", "that", "these"].contains($0.lower)
    }
    let isVague = words.contains { $0.kind == .vague }
    guard !hasOthers, !isVague, words.dropFirst().allSatisfy({ $0.before == .none }) else { return }
    if isQuestion, Self.asking.contains(first.lower) {
      candidates.append(Candidate(words: 0..<length, merit: 1.35))
    } else if isStatement, isClosed, tokens[length].endMark == 0x2E {
      candidates.append(Candidate(words: 0..<length, merit: 1.05))
    }
  }
}
