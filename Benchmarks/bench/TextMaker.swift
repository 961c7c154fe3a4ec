import NarrationTesting

/// Makes as much text as is wanted out of sentences with gaps, the same in every run.
struct TextMaker {
  /// What is made: everyday prose, or text in which numbers and short forms stand close.
  enum Kind: String, CaseIterable {
    case prose, dense

    fileprivate var sentences: [String] { self == .prose ? Prose.sentences : Dense.sentences }
    fileprivate var words: [String: [String]] { self == .prose ? Prose.words : Dense.words }
  }

  private enum Part {
    case text(String)
    case gap(String)
  }

  private let sentences: [[Part]]
  private let words: [String: [String]]
  private var generator: SeededGenerator

  init(_ kind: Kind, seed: UInt64) {
    sentences = kind.sentences.map { sentence in
      sentence.split(separator: "{", omittingEmptySubsequences: false).enumerated().flatMap {
        index, piece -> [Part] in
        guard index > 0, let end = piece.firstIndex(of: "}") else { return [.text(String(piece))] }
        return [
          .gap(String(piece[..<end])), .text(String(piece[piece.index(after: end)...])),
        ]
      }
    }
    words = kind.words
    generator = SeededGenerator(seed: seed)
  }

  /// Paragraphs of three to eight sentences, parted by an empty line.
  mutating func text(ofBytes count: Int) -> String {
    var text = ""
    text.reserveCapacity(count + 2000)
    while text.utf8.count < count {
      for index in 0..<Int.random(in: 3...8, using: &generator) {
        if index > 0 { text += " " }
        text += sentence()
      }
      text += "\n\n"
    }
    return text
  }

  /// Different texts of at most 120 characters and not much less, cut between words.
  mutating func utterances(_ count: Int) -> [String] {
    var found: Set<String> = []
    var utterances: [String] = []
    while utterances.count < count {
      var utterance = ""
      var words = sentence().split(separator: " ")[...]
      while utterance.count < 120 {
        if words.isEmpty { words = sentence().split(separator: " ")[...] }
        guard let word = words.popFirst(), utterance.count + word.count < 120 else { break }
        utterance += utterance.isEmpty ? "\(word)" : " \(word)"
      }
      if utterance.count > 105, found.insert(utterance).inserted { utterances.append(utterance) }
    }
    return utterances
  }

  private mutating func sentence() -> String {
    let parts = sentences[Int.random(in: 0..<sentences.count, using: &generator)]
    var sentence = ""
    for part in parts {
      switch part {
      case .text(let text): sentence += text
      case .gap(let name): sentence += fill(name)
      }
    }
    return sentence
  }

  private mutating func fill(_ gap: String) -> String {
    if let choice = words[gap]?.randomElement(using: &generator) { return choice }
    let range =
      switch gap {
      case "digit": 1...9
      case "small": 11...99
      case "count": 110...990
      case "hour": 1...12
      case "dose": 2...400
      case "percent": 1...98
      case "price": 3...950
      default: 1890...2024
      }
    return String(Int.random(in: range, using: &generator))
  }
}
