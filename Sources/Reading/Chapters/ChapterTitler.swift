/// Gives every chapter a title in a few words of its own text.
///
/// Headings stand as they are. For other chapters the candidates are runs of words that read as a
/// noun phrase, phrases in quotation marks, long forms before their abbreviation, and short
/// sentences at a paragraph's start (``TitleCandidates``); the one wins that is most particular to
/// the chapter, stands early, and is of a good length. No two titles of an episode are the same.
struct ChapterTitler {
  private let tokens: [[ProseToken]]
  private let texts: [String]
  /// How often each stem occurs in the whole episode.
  private var totals: [String: Int] = [:]
  private var used: Set<String> = []
  /// The last number that was put behind a title.
  private var numbers: [String: Int] = [:]
  /// How many words of a chapter are looked at; a title from further in says little of the whole.
  private static let searched = 2000
  /// The stems of titles that were given, so that two do not say nearly the same.
  private var usedStems: Set<String> = []

  init(_ tokens: [[ProseToken]], texts: [String]) {
    self.tokens = tokens
    self.texts = texts
    for passage in tokens {
      for token in passage { totals[token.stem, default: 0] += 1 }
    }
  }

  /// One title a part; those that parts bring along are kept, and come first in the choice of what
  /// is still free.
  mutating func titles(for parts: [(drafts: Range<Int>, title: String?)]) -> [String] {
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

  private mutating func title(of drafts: Range<Int>) -> String {
    var counts: [String: Int] = [:]
    for draft in drafts {
      for token in tokens[draft] { counts[token.stem, default: 0] += 1 }
    }
    let places = Places(drafts, tokens)
    var best: (score: Double, title: String, stems: [String])?
    var left = Self.searched
    for draft in drafts where left > 0 {
      let searched = tokens[draft].prefix(left)
      left -= searched.count
      for candidate in TitleCandidates.candidates(in: Array(searched)) {
        let words = tokens[draft][candidate.words]
        let stems = words.filter { $0.kind.isContentLike || $0.kind == .participle }.map(\.stem)
        let known = stems.count { usedStems.contains($0) }
        guard known < stems.count else { continue }
        let score =
          score(candidate, draft: draft, counts, places)
          * (1 - 0.5 * Double(known) / Double(stems.count))
        guard score > best?.score ?? 0,
          let title = TitleText.title(of: words, in: texts[draft]),
          !used.contains(title.lowercased())
        else { continue }
        best = (score, title, stems)
      }
    }
    if let best {
      usedStems.formUnion(best.stems)
      return best.title
    }
    for draft in drafts {
      if let clause = TitleText.firstClause(of: tokens[draft], in: texts[draft]) {
        return numbered(clause)
      }
    }
    return numbered(TitleText.beginning(of: texts[drafts.lowerBound]))
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

    func place(of word: Int, in draft: Int) -> Double {
      Double(starts[draft - first] + word) / Double(count)
    }
  }

  private func score(
    _ candidate: TitleCandidates.Candidate, draft: Int, _ counts: [String: Int], _ places: Places
  ) -> Double {
    let words = tokens[draft][candidate.words]
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
      if here == 1 { particular *= 0.7 }
      if token.kind != .content { particular *= 0.75 }
      weight += particular
      meaning += 1
    }
    guard meaning > 0 else { return 0 }
    let position = places.place(of: candidate.words.lowerBound, in: draft)
    var score = weight / Double(meaning).squareRoot()
    score *= 1 + 0.6 * (1 - position)
    if candidate.words.lowerBound < 40, words.first?.sentence == 0 { score *= 1.15 }
    return score * candidate.merit
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
