internal import Narration

/// Gives every chapter a title in a few words of its own text.
///
/// Headings stand as they are. For other chapters the candidates are runs of words that read as a
/// noun phrase, phrases in quotation marks, long forms before their abbreviation, and short
/// sentences at a paragraph's start (``TitleCandidates``). No two titles of an episode are the same.
///
/// They are weighed as keyphrases are, the rest of the episode standing for the collection of other
/// documents:
///
/// - KP-Miner (El-Beltagy and Rafea, Information Systems 34, 2009): a word counts by how often it
///   comes times the inverse of how many documents have it; what comes once counts little (there
///   three times are the least), and what stands early more.
/// - YAKE (Campos et al., Information Sciences 509, 2020): a word counts by the different sentences
///   that hold it; here stretches of fifty words, and the thirds of the chapter, so that an anecdote
///   does not name the whole.
/// - C-value (Frantzi, Ananiadou and Mima, International Journal on Digital Libraries 3, 2000): a
///   phrase counts by the logarithm of how often it comes as a whole.
///
/// The factors are our own, found on transcripts of talk. Idioms, persons, words that the episode
/// uses as verbs, and words of earlier titles count less.
struct ChapterTitler {
  private let tokens: [[ProseToken]]
  private let texts: [String]
  private let terms: TitleTerms
  private var used: Set<String> = []
  /// The last number that was put behind a title.
  private var numbers: [String: Int] = [:]
  /// The stems of titles that were given, so that two do not say nearly the same.
  private var usedStems: Set<String> = []

  /// - Parameter parts: The chapters to be.
  init(_ drafts: [DraftPassage], _ tokens: [[ProseToken]], parts: [Range<Int>]) {
    self.tokens = tokens
    texts = drafts.map(\.passage.text)
    terms = TitleTerms(drafts, tokens, parts: parts)
  }

  /// One title a part; those that parts bring along are kept, and come first in the choice of what
  /// is still free.
  mutating func titles(for parts: [ChapterPart]) -> [String] {
    var titles: [String?] = []
    for part in parts { titles.append(part.title.map { claim(numbered($0)) }) }
    for (index, part) in parts.enumerated() where titles[index] == nil {
      titles[index] = claim(title(of: part.drafts, index))
    }
    return titles.map { $0 ?? "" }
  }

  private mutating func claim(_ title: String) -> String {
    used.insert(title.lowercased())
    return title
  }

  /// The title, or with a number behind it when it is taken: `Sleep (2)`.
  private mutating func numbered(_ title: String) -> String {
    let key = title.lowercased()
    guard used.contains(key) else { return title }
    var number = numbers[key] ?? 1
    repeat { number += 1 } while used.contains("\(key) (\(number))")
    numbers[key] = number
    return "\(title) (\(number))"
  }

  // MARK: Choosing

  private mutating func title(of drafts: Range<Int>, _ number: Int) -> String {
    let part = terms.parts[number]
    var best: (score: Double, title: String, stems: [String])?
    /// The best of what says no more than an earlier title.
    var known: (score: Double, title: String)?
    let (found, phrases) = terms.candidates(of: part)
    for entry in found {
      let said = entry.stems.count { usedStems.contains($0) }
      let isNew = said < entry.stems.count
      let score =
        score(entry, part, phrases[entry.key])
        * (1 - 0.5 * Double(said) / Double(max(entry.stems.count, 1)))
      guard score > (isNew ? best?.score : known?.score) ?? 0,
        let title = TitleText.title(
          of: tokens[entry.draft][entry.candidate.words], in: texts[entry.draft])
      else { continue }
      if isNew, !used.contains(title.lowercased()) {
        best = (score, title, entry.stems)
      } else if score > known?.score ?? 0 {
        known = (score, title)
      }
    }
    if let name = loneName(of: drafts, part, better: best?.score ?? 0) {
      usedStems.insert(name.stem)
      return name.title
    }
    if let best {
      usedStems.formUnion(best.stems)
      return best.title
    }
    if let known { return numbered(known.title) }
    for draft in drafts {
      if let clause = TitleText.firstClause(of: tokens[draft], in: texts[draft]) {
        return numbered(clause)
      }
    }
    return numbered(TitleText.beginning(of: texts[drafts.lowerBound]))
  }

  /// A name alone says less than a phrase does.
  private static let loneWeight = 0.3

  /// The name that a chapter says again and again, where no phrase comes near it: `RocksDB`.
  private func loneName(
    of drafts: Range<Int>, _ part: TitleTerms.Part, better score: Double
  ) -> (title: String, stem: String)? {
    var best: (weight: Double, title: String, stem: String)?
    for draft in drafts {
      for token in tokens[draft]
      where token.isCapitalized && token.before == .none && token.kind == .content
        && part.words[token.stem]?.stretches ?? 0 >= 3 && !terms.names.contains(token.lower)
        && !usedStems.contains(token.stem) && !EnglishWords.isGivenName(token.lower)
      {
        let weight = weight(of: token, in: part)
        guard terms.isName(token), weight * Self.loneWeight > max(best?.weight ?? 0, score),
          let title = TitleText.title(of: [token], in: texts[draft]),
          !used.contains(title.lowercased())
        else { continue }
        best = (weight * Self.loneWeight, title, token.stem)
      }
    }
    return best.map { ($0.title, $0.stem) }
  }

  /// How much a candidate stands for its chapter.
  private func score(
    _ entry: TitleTerms.Found, _ part: TitleTerms.Part, _ count: TitleTerms.Count?
  ) -> Double {
    let words = tokens[entry.draft][entry.candidate.words]
    var weights: [Double] = []
    for token in words
    where token.kind == .content || token.kind == .adjective
      || token.kind == .participle || token.kind == .verb
    {
      weights.append(weight(of: token, in: part))
    }
    guard let head = weights.popLast() else { return 0 }
    // The last word is what a phrase speaks of; those before it say which.
    var score =
      weights.isEmpty
      ? head
      : 0.6 * head + 0.2 * weights.reduce(0, +) / Double(weights.count)
        + 0.2 * (weights.min() ?? 0)
    // What comes back is what it is about, and more so when another one says it too.
    score *= 1 + 0.8 * Double(count?.stretches ?? 1).logarithm
    if count?.isShared ?? false { score *= 1.15 }
    score *= 1 + 0.25 * (1 - entry.position)
    if entry.candidate.words.lowerBound < 40, words.first?.sentence == 0 { score *= 1.1 }
    for token in words where terms.isVerb(token) { score *= 0.25 }
    if EnglishWords.isIdiom(entry.stems) { score *= 0.1 }
    if Set(entry.stems).count < entry.stems.count { score *= 0.3 }
    // A person is seldom what a chapter is about.
    if let first = words.first, first.isCapitalized, EnglishWords.isGivenName(first.lower),
      words.allSatisfy(\.isCapitalized)
    {
      score *= 0.3
    }
    return score * entry.candidate.merit
  }

  /// How particular a word is to its chapter: often here, seldom elsewhere.
  private func weight(of token: ProseToken, in part: TitleTerms.Part) -> Double {
    let here = Double(part.words[token.stem]?.stretches ?? 1)
    let everywhere = Double(terms.totals[token.stem] ?? 1)
    var weight = here * (0.5 + 0.5 * here / everywhere)
    let chapters = Double(terms.parts.count)
    if chapters > 3 {
      // What only one chapter has is often an aside.
      weight *= (1 + chapters / Double(max(terms.spread[token.stem] ?? 1, 2))).logarithm
    }
    // What is said in one place only may be an anecdote.
    if part.length > 250 {
      let thirds = part.words[token.stem]?.thirds ?? 1
      weight *= thirds == 1 ? 0.65 : thirds == 2 ? 1 : 1.15
    }
    // A word that is said once says little of a chapter.
    if here == 1 { weight *= part.length > 250 ? 0.25 : 0.7 }
    if token.kind != .content { weight *= 0.75 }
    if terms.names.contains(token.lower) { weight *= 0.5 }
    return weight
  }
}

extension Double {
  /// A binary logarithm to a 16th by whole steps, the same on every machine: `8` → `3`.
  fileprivate var logarithm: Double {
    var value = self
    var result = 0.0
    while value >= 2 {
      value /= 2
      result += 1
    }
    return result + (value - 1)
  }
}
