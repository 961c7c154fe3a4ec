internal import Narration

/// Gives every chapter a title in a few words of its own text.
///
/// Headings stand as they are. For other chapters the candidates are runs of words that read as a
/// noun phrase, phrases in quotation marks, long forms before their abbreviation, and short
/// sentences at a paragraph's start (``TitleCandidates``); the one wins that is most particular to
/// the chapter, stands early, and is of a good length. No two titles of an episode are the same.
struct ChapterTitler {
  private let tokens: [[ProseToken]]
  private let texts: [String]
  /// In how many stretches of the whole episode each stem occurs.
  private var totals: [String: Int] = [:]
  /// In how many chapters each stem occurs.
  private var spread: [String: Int] = [:]
  private let partCount: Int
  /// The words of the speakers' names, in lower case.
  private var names: Set<String> = []
  private var used: Set<String> = []
  /// The last number that was put behind a title.
  private var numbers: [String: Int] = [:]
  /// Words of a stretch: in long talk a word that comes back in the next sentence counts once, in a
  /// short text every word counts.
  private let stretch: Int
  private static let longText = 2000
  /// How many words of a chapter are looked at; a title from further in says little of the whole.
  private static let searched = 3000
  /// The stems of titles that were given, so that two do not say nearly the same.
  private var usedStems: Set<String> = []

  /// - Parameter parts: The chapters to be.
  init(_ drafts: [DraftPassage], _ tokens: [[ProseToken]], parts: [Range<Int>]) {
    self.tokens = tokens
    texts = drafts.map(\.passage.text)
    partCount = parts.count
    stretch = tokens.reduce(0) { $0 + $1.count } < Self.longText ? 1 : 50
    for part in parts {
      let here = Self.stretches(of: tokens[part], stretch)
      for (stem, count) in here {
        totals[stem, default: 0] += count
        spread[stem, default: 0] += 1
      }
    }
    for speaker in Set(drafts.compactMap(\.passage.speaker)) {
      for word in speaker.name.lowercased().split(whereSeparator: { !$0.isLetter }) {
        names.insert(String(word))
      }
    }
  }

  /// In how many stretches each stem occurs.
  private static func stretches(
    of passages: ArraySlice<[ProseToken]>, _ stretch: Int
  ) -> [String: Int] {
    var counts: [String: (count: Int, last: Int)] = [:]
    var word = 0
    for passage in passages {
      for token in passage {
        let stretch = word / stretch
        word += 1
        let known = counts[token.stem]
        if known?.last == stretch { continue }
        counts[token.stem] = ((known?.count ?? 0) + 1, stretch)
      }
    }
    return counts.mapValues(\.count)
  }

  /// One title a part; those that parts bring along are kept, and come first in the choice of what
  /// is still free.
  mutating func titles(for parts: [ChapterPart]) -> [String] {
    var titles: [String?] = []
    for part in parts { titles.append(part.title.map { claim(numbered($0)) }) }
    for (index, part) in parts.enumerated() where titles[index] == nil {
      titles[index] = claim(title(of: part.drafts))
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

  /// A candidate with where it stands and what it is about.
  private struct Found {
    var draft: Int
    var candidate: TitleCandidates.Candidate
    var stems: [String]
    var key: String
  }

  private mutating func title(of drafts: Range<Int>) -> String {
    let counts = Self.stretches(of: tokens[drafts], stretch)
    let places = Places(drafts, tokens)
    let found = candidates(in: drafts)
    var phrases: [String: Set<Int>] = [:]
    for entry in found {
      let word = places.word(entry.candidate.words.lowerBound, in: entry.draft)
      phrases[entry.key, default: []].insert(word / stretch)
    }
    let most = found.map { $0.stems.map { salience($0, counts) }.max() ?? 0 }.max() ?? 0
    var best: (score: Double, title: String, stems: [String])?
    /// The best of what says no more than an earlier title.
    var known: (score: Double, title: String)?
    for entry in found {
      let said = entry.stems.count { usedStems.contains($0) }
      let isNew = said < entry.stems.count
      let score =
        score(entry, counts, phrases[entry.key]?.count ?? 1, places)
        * (1 - 0.5 * Double(said) / Double(max(entry.stems.count, 1)))
        * (0.5 + 0.5 * (entry.stems.map { salience($0, counts) }.max() ?? 0) / max(most, 0.01))
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

  /// The candidates of a chapter; what names a speaker is none.
  private func candidates(in drafts: Range<Int>) -> [Found] {
    var found: [Found] = []
    var left = Self.searched
    for draft in drafts where left > 0 && !tokens[draft].isEmpty {
      let searched = tokens[draft].prefix(left)
      left -= searched.count
      for candidate in TitleCandidates.candidates(in: Array(searched)) {
        let meaning = tokens[draft][candidate.words].filter {
          $0.kind.isContentLike || $0.kind == .participle
        }
        guard !meaning.contains(where: { $0.isCapitalized && names.contains($0.lower) }) else {
          continue
        }
        let stems = meaning.map(\.stem)
        found.append(
          Found(
            draft: draft, candidate: candidate, stems: stems, key: stems.joined(separator: " ")))
      }
    }
    return found
  }

  /// How many words of a chapter stand before each of its passages.
  private struct Places {
    private var starts: [Int] = []
    private let first: Int
    let count: Int

    init(_ drafts: Range<Int>, _ tokens: [[ProseToken]]) {
      first = drafts.lowerBound
      var words = 0
      for draft in drafts {
        starts.append(words)
        words += tokens[draft].count
      }
      count = max(words, 1)
    }

    func word(_ word: Int, in draft: Int) -> Int { starts[draft - first] + word }

    func place(of word: Int, in draft: Int) -> Double {
      Double(self.word(word, in: draft)) / Double(count)
    }
  }

  /// How much a stem stands for its chapter: in how many stretches it comes, the more so the fewer
  /// other chapters have it.
  private func salience(_ stem: String, _ counts: [String: Int]) -> Double {
    let rarity = (1 + Double(partCount) / Double(spread[stem] ?? 1)).logarithm
    return Double(counts[stem] ?? 1) * rarity
  }

  private func score(
    _ entry: Found, _ counts: [String: Int], _ occurrences: Int, _ places: Places
  ) -> Double {
    let words = tokens[entry.draft][entry.candidate.words]
    var weight = 0.0
    var meaning = 0
    for token in words
    where token.kind == .content || token.kind == .adjective
      || token.kind == .participle || token.kind == .verb
    {
      let here = Double(counts[token.stem] ?? 1)
      let everywhere = Double(totals[token.stem] ?? 1)
      // Much said here and little elsewhere; a word said once says less of a chapter.
      var particular = (1 + here).logarithm * (0.45 + 0.55 * here / everywhere)
      if partCount > 3 {
        particular *= (1 + Double(partCount) / Double(spread[token.stem] ?? 1)).logarithm
      }
      if here == 1 { particular *= places.count > 250 ? 0.4 : 0.7 }
      if token.kind != .content { particular *= 0.75 }
      if names.contains(token.lower) { particular *= 0.5 }
      weight += particular
      meaning += 1
    }
    guard meaning > 0 else { return 0 }
    let position = places.place(of: entry.candidate.words.lowerBound, in: entry.draft)
    var score = weight / Double(meaning).squareRoot()
    score *= 1 + 0.6 * (1 - position)
    // What comes back is what it is about.
    score *= 1 + 0.35 * Double(min(occurrences - 1, 4))
    if entry.candidate.words.lowerBound < 40, words.first?.sentence == 0 { score *= 1.15 }
    return score * entry.candidate.merit
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
