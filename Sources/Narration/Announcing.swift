public import SpokenText

/// When a speaker is named in a transcript, beside the change of voice.
public enum SpeakerPolicy: String, Policy {
  case first, change, never

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "speakers",
    summary: "When the speakers of a transcript are named: at their first turn, at "
      + "each change, or never.",
    defaultValue: .first, written: "Ada: Hello.\n\nBen: Hello.\n\nAda: Well.",
    spoken: [
      .first: "Ada: Hello. Ben: Hello. Well.", .change: "Ada: Hello. Ben: Hello. Ada: Well.",
      .never: "Hello. Hello. Well.",
    ])
}

/// Says what a listener cannot see: words that do not stand in the text of a passage.
///
/// Every word said here is an insertion, with an empty source range at its place:
///
/// - the number or letter of an item in an ordered list: `2.` → `two.`; bullets are heard as pauses
/// - a speaker's name, by ``SpeakerPolicy``
/// - `Code omitted.` for a block of code that is left out, `Note three.` before a note
/// - the headers of a table's cell: `Dose: `
///
/// Goes through the passages in listening order and remembers who has spoken.
public struct Announcing: Sendable {
  /// Says numbers the way the rest of the text does.
  private let normalizer: Normalizer
  private let speakers: SpeakerPolicy
  /// Names in lower case: `ADA` and `Ada` are one speaker.
  private var heard: Set<String> = []
  private var current: String?

  /// Announcements by the rules of a normalizer.
  public init(
    normalizer: Normalizer, speakers: SpeakerPolicy = SpeakerPolicy.notes.defaultValue
  ) {
    self.normalizer = normalizer
    self.speakers = speakers
  }

  /// The words before a passage, most often none.
  public mutating func words(before passage: Passage) -> [Word] {
    let at = passage.runs.runs.first?.source.lowerBound ?? 0
    return speaker(of: passage, at: at) + kind(of: passage, at: at)
  }

  private mutating func speaker(of passage: Passage, at offset: Int) -> [Word] {
    guard let speaker = passage.speaker else { return [] }
    let name = speaker.name.lowercased()
    let isNew = heard.insert(name).inserted
    let isChange = name != current
    current = name
    switch speakers {
    case .first where isNew, .change where isChange: return say(speaker, at: offset)
    default: return []
    }
  }

  private func say(_ speaker: Speaker, at offset: Int) -> [Word] {
    if speaker.name.count == 1, speaker.name.first?.isLetter == true {
      return [
        Word(
          text: speaker.name.uppercased(), source: offset..<offset, mark: .colon,
          pronunciation: .letterName)
      ]
    }
    let name = speaker.name.split(separator: "_").joined(separator: " ")
    return say(Self.withoutCapitals(name), .colon, at: offset)
  }

  /// A name set in capitals as it is otherwise written, so that none of it is taken for initials.
  ///
  /// `JANE DOE` → `Jane Doe`, `DR. O'NEIL` → `Dr. O'Neil`; `NPR` and `J.D.` stay
  private static func withoutCapitals(_ name: String) -> String {
    guard !name.contains(where: \.isLowercase) else { return name }
    let words = name.split(separator: " ", omittingEmptySubsequences: false)
    return words.map { word in
      let letters = word.filter(\.isLetter)
      // A word of three letters is one when it has a vowel between consonants, or the reverse.
      let vowels = letters.map { "AEIOUYÄÖÜÉÈÁÓÍÚ".contains($0) }
      let isWord =
        letters.count > 3 || words.count > 1 && letters.count > 1
        || letters.count == 3 && (vowels == [false, true, false] || vowels == [true, false, true])
      let isAbbreviated = word.dropLast().contains(".")
      guard isWord, !isAbbreviated, vowels.contains(true) || word.last == "." else {
        return String(word)
      }
      var result = ""
      var follows = false
      for character in word {
        result += follows ? character.lowercased() : String(character)
        follows = character.isLetter
      }
      return result
    }.joined(separator: " ")
  }

  private func kind(of passage: Passage, at offset: Int) -> [Word] {
    switch passage.kind {
    case .listItem(let marker): item(marker, at: offset)
    case .code where passage.text.isEmpty: say("Code omitted", .period, at: offset)
    case .note(let mark): say("Note \(mark)", .period, at: offset)
    case .tableCell(_, _, let headers):
      headers.flatMap { say($0, .colon, at: offset) }
    default: []
    }
  }

  private func item(_ marker: String, at offset: Int) -> [Word] {
    let counter = marker.filter { $0.isLetter || $0.isNumber }
    guard !counter.isEmpty else { return [] }
    if counter.count == 1, let letter = counter.first, letter.isLetter {
      return [
        Word(
          text: letter.uppercased(), source: offset..<offset, mark: .period,
          pronunciation: .letterName)
      ]
    }
    return say(counter, .period, at: offset)
  }

  private func say(_ text: String, _ mark: PhrasingMark, at offset: Int) -> [Word] {
    let normalized = normalizer.normalize(text)
    var words = normalized.sentences.flatMap(normalized.words(of:)).map {
      Word(
        text: $0.text, source: offset..<offset, mark: $0.mark, pronunciation: $0.pronunciation)
    }
    if !words.isEmpty { words[words.count - 1].mark = mark }
    return words
  }
}
