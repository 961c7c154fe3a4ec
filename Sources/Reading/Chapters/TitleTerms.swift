internal import Narration

/// Where the words of an episode stand: in which chapters, how often, in whose turns.
///
/// Talk repeats a word in the next breath, so what is counted is stretches of fifty words that hold
/// it; in a short text every word counts.
struct TitleTerms {
  /// How often a term comes in a chapter, and who says it.
  struct Count {
    /// Stretches of the chapter that hold it.
    private(set) var stretches = 0
    private var last = -1
    private var places: UInt8 = 0
    private var firstSpeaker: Int?
    /// Whether a second speaker says it.
    private(set) var isShared = false

    /// In how many thirds of the chapter it stands.
    var thirds: Int { places.nonzeroBitCount }

    fileprivate mutating func add(at place: Place) {
      places |= 1 << UInt8(min(place.third, 2))
      if place.stretch != last {
        stretches += 1
        last = place.stretch
      }
      if let firstSpeaker { isShared = isShared || firstSpeaker != place.speaker }
      firstSpeaker = firstSpeaker ?? place.speaker
    }
  }

  fileprivate struct Place {
    var stretch: Int
    var third: Int
    var speaker: Int
  }

  /// What a chapter says.
  struct Part {
    fileprivate(set) var words: [String: Count] = [:]
    /// Its words in all.
    fileprivate(set) var length = 0
    fileprivate let drafts: Range<Int>
  }

  /// A candidate with where it stands and what it is about.
  struct Found {
    var draft: Int
    var candidate: TitleCandidates.Candidate
    /// The stems of its words that mean something.
    var stems: [String]
    /// The stems in one, the same for all that say the same.
    var key: String
    /// How much of the chapter lies before it, 0 to 1.
    var position: Double
  }

  private(set) var parts: [Part] = []
  /// In how many stretches of the whole episode each stem stands.
  private(set) var totals: [String: Int] = [:]
  /// In how many chapters each stem stands.
  private(set) var spread: [String: Int] = [:]
  /// The words of the speakers' names, in lower case.
  private(set) var names: Set<String> = []

  private let tokens: [[ProseToken]]
  private let window: Int
  /// The speaker of each draft by number, -1 for none.
  private var speakers: [Int] = []
  /// How often each stem stands where only a verb can, less how often where only a noun can.
  private var verbs: [String: Int] = [:]
  /// How often each stem has a capital within a sentence, less three times how often it has none.
  private var capitals: [String: Int] = [:]

  private static let longText = 2000
  /// How many words of a chapter are searched for candidates: more than an hour of talk.
  private static let searched = 10_000

  init(_ drafts: [DraftPassage], _ tokens: [[ProseToken]], parts ranges: [Range<Int>]) {
    self.tokens = tokens
    window = tokens.reduce(0) { $0 + $1.count } < Self.longText ? 1 : 50
    number(drafts)
    for passage in tokens { countForms(in: passage) }
    for range in ranges {
      var part = Part(drafts: range)
      part.length = tokens[range].reduce(0) { $0 + $1.count }
      var word = 0
      for draft in range {
        for (index, token) in tokens[draft].enumerated() where Self.isCounted(token.kind) {
          part.words[token.stem, default: Count()]
            .add(at: place(of: word + index, in: draft, of: part))
        }
        word += tokens[draft].count
      }
      for (stem, count) in part.words {
        totals[stem, default: 0] += count.stretches
        spread[stem, default: 0] += 1
      }
      parts.append(part)
    }
  }

  private mutating func number(_ drafts: [DraftPassage]) {
    var numbers: [String: Int] = [:]
    for draft in drafts {
      guard let name = draft.passage.speaker?.name else {
        speakers.append(-1)
        continue
      }
      let number = numbers[name] ?? numbers.count
      if numbers.updateValue(number, forKey: name) == nil {
        for word in name.lowercased().split(whereSeparator: { !$0.isLetter }) {
          names.insert(String(word))
        }
      }
      speakers.append(number)
    }
  }

  private func place(of word: Int, in draft: Int, of part: Part) -> Place {
    Place(
      stretch: word / window, third: word / max(part.length / 3, 1), speaker: speakers[draft])
  }

  /// What can be the subject of a text; `does` is no `doe`.
  private static func isCounted(_ kind: WordKind) -> Bool {
    kind.isContentLike || kind == .participle || kind == .verb || kind == .number
  }

  // MARK: Candidates

  /// The candidates of a chapter in the order of the text, and how often each stands in it; what
  /// names a speaker is none.
  func candidates(of part: Part) -> (found: [Found], phrases: [String: Count]) {
    var found: [Found] = []
    var phrases: [String: Count] = [:]
    var words = 0
    for draft in part.drafts where words < Self.searched {
      let searched = tokens[draft].prefix(Self.searched - words)
      for candidate in TitleCandidates.candidates(in: Array(searched)) {
        let meaning = searched[candidate.words].filter {
          $0.kind.isContentLike || $0.kind == .participle
        }
        guard !meaning.contains(where: { $0.isCapitalized && names.contains($0.lower) }) else {
          continue
        }
        let stems = meaning.map(\.stem)
        let key = stems.joined(separator: " ")
        let word = words + candidate.words.lowerBound
        phrases[key, default: Count()].add(at: place(of: word, in: draft, of: part))
        found.append(
          Found(
            draft: draft, candidate: candidate, stems: stems, key: key,
            position: Double(word) / Double(max(part.length, 1))))
      }
      words += searched.count
    }
    return (found, phrases)
  }

  // MARK: Forms

  /// Whether this episode uses a word as a verb more often than as a noun: `compiles` where it is
  /// spoken of what *will compile*.
  func isVerb(_ token: ProseToken) -> Bool {
    token.kind == .content && verbs[token.stem] ?? 0 > 0
  }

  /// Whether this episode writes a word with a capital wherever it does not begin a sentence.
  func isName(_ token: ProseToken) -> Bool { capitals[token.stem] ?? 0 > 0 }

  private mutating func countForms(in tokens: [ProseToken]) {
    for index in tokens.indices.dropFirst()
    where tokens[index].kind == .content && tokens[index].before == .none {
      let (previous, token) = (tokens[index - 1], tokens[index])
      capitals[token.stem, default: 0] += token.isCapitalized ? 1 : -3
      switch previous.kind {
      case .to, .pronoun: verbs[token.stem, default: 0] += token.isCapitalized ? 0 : 1
      case .auxiliary where EnglishWords.isModal(previous.lower): verbs[token.stem, default: 0] += 1
      case .determiner, .connector, .adjective, .vague: verbs[token.stem, default: 0] -= 1
      default: break
      }
    }
  }
}
