public import Narration
public import SpeechWorker
import SpokenText

/// What a pool is asked to speak: the words of an utterance, by which voice and how.
public struct SpeechRequest: Hashable, Sendable {
  /// In the order in which they are heard.
  public var words: [Word]
  /// The program that speaks them.
  public var voice: VoiceCommand
  /// How it speaks them.
  public var prosody: Prosody
  /// How it speaks those that stand out.
  public var manner: WordManner

  /// A request for words.
  public init(
    words: [Word], voice: VoiceCommand, prosody: Prosody = Prosody(),
    manner: WordManner = WordManner()
  ) {
    self.words = words
    self.voice = voice
    self.prosody = prosody
    self.manner = manner
  }

  /// A request for all words of an utterance.
  ///
  /// Emphasis is a contrast: where every word of the source has it, none stands out.
  public init(
    _ utterance: Utterance, voice: VoiceCommand, prosody: Prosody = Prosody(),
    manner: WordManner = WordManner()
  ) {
    self.init(words: utterance.words, voice: voice, prosody: prosody, manner: manner)
    if words.allSatisfy({ $0.isEmphasized || $0.source.isEmpty }) {
      for index in words.indices { words[index].isEmphasized = false }
    }
  }
}

/// How words are spoken that stand out from their sentence.
public struct WordManner: Hashable, Sendable {
  /// Words that the source stresses; nil like all others.
  public var emphasis: ProsodyChange?
  /// Words that the source marks as somebody's; nil like all others.
  public var quotation: ProsodyChange?

  /// A manner with all its parts.
  public init(emphasis: ProsodyChange? = nil, quotation: ProsodyChange? = nil) {
    self.emphasis = emphasis
    self.quotation = quotation
  }

  /// What changes for a word; nil where nothing does.
  func change(for word: Word) -> ProsodyChange? {
    let stressed = word.isEmphasized ? emphasis : nil
    guard word.isQuoted, let quotation else { return stressed }
    return stressed?.within(quotation) ?? quotation
  }
}

/// Words of requests as a worker gets them: for each request, or each part of one, a sentence.
///
/// A worker takes words of at most 100 bytes without white space. A longer one, or one with white
/// space in it, goes in several pieces, of which the first tells when the word begins. A comma
/// stands where a word was too long: no voice says so much in one breath.
struct UnitOfWords {
  /// What the worker gets.
  let unit: SpeechUnit
  /// For each sentence and each of its words the index of the word's first piece in the unit.
  let firstPieces: [[Int]]

  init(_ sentences: [ArraySlice<Word>], prosody: Prosody, manner: WordManner = WordManner()) {
    var all: [[SpeechUnit.Word]] = []
    var firsts: [[Int]] = []
    var before = 0
    for sentence in sentences {
      let (pieces, first) = Self.pieces(of: sentence, manner)
      all.append(pieces)
      firsts.append(first.map { $0 + before })
      before += pieces.count
    }
    unit = SpeechUnit(sentences: all, prosody: prosody)
    firstPieces = firsts
  }

  private static func pieces(
    of words: ArraySlice<Word>, _ manner: WordManner
  ) -> ([SpeechUnit.Word], first: [Int]) {
    var pieces: [SpeechUnit.Word] = []
    var firsts: [Int] = []
    for word in words {
      firsts.append(pieces.count)
      var parts = Self.pieces(of: word.text)
      let last = parts.popLast() ?? Piece(text: "")
      let language = word.language ?? ""
      let change = manner.change(for: word)
      pieces += parts.map {
        SpeechUnit.Word(
          text: $0.text, mark: $0.isCut ? "," : "", language: language, change: change)
      }
      pieces.append(
        SpeechUnit.Word(
          text: last.text, mark: word.mark.rawValue,
          // A pronunciation is that of the whole word.
          pronunciation: parts.isEmpty ? word.pronunciation.map { .init($0) } : nil,
          language: language, change: change))
    }
    return (pieces, firsts)
  }

  private static let longestPiece = 100

  private struct Piece {
    var text: String
    /// Whether the word goes on without white space.
    var isCut = false
  }

  private static func pieces(of text: String) -> [Piece] {
    let scalars = text.unicodeScalars
    if text.utf8.count <= longestPiece, !scalars.contains(where: \.properties.isWhitespace) {
      return [Piece(text: text)]
    }
    var pieces: [Piece] = []
    var piece = String.UnicodeScalarView()
    var size = 0
    func finish(isCut: Bool) {
      if !piece.isEmpty { pieces.append(Piece(text: String(piece), isCut: isCut)) }
      piece = String.UnicodeScalarView()
      size = 0
    }
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        finish(isCut: false)
        continue
      }
      if size + UTF8.width(scalar) > longestPiece { finish(isCut: true) }
      piece.append(scalar)
      size += UTF8.width(scalar)
    }
    finish(isCut: false)
    return pieces
  }
}

extension SpeechUnit.Word.Pronunciation {
  fileprivate init(_ pronunciation: Pronunciation) {
    switch pronunciation {
    case .letterName: self = .letterName
    case .espeak(let mnemonics): self = .espeak(mnemonics)
    case .ipa(let symbols): self = .ipa(symbols)
    }
  }
}
