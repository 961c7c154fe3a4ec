internal import SpokenText

/// The utterances of one passage.
struct PassageScript {
  let passage: Passage
  let normalized: NormalizedText
  let language: Language
  /// Words before the first sentence that do not stand in the passage.
  let announcement: [Word]
  /// The beginning of the utterances' ids: `c1-p2`.
  let id: String

  func utterances() -> [Utterance] {
    let bytes = Array(passage.text.utf8)
    var spans = SpanCursor(passage.spans, language: language)
    var utterances: [Utterance] = []
    for (number, sentence) in normalized.sentences.enumerated() {
      let spoken = normalized.words(of: sentence)
      guard !spoken.isEmpty else { continue }
      let words = spoken.map { word(for: $0, spans: &spans, in: bytes) }
      let pieces = UtteranceLength.pieces(of: words)
      for (index, piece) in pieces.enumerated() {
        let next = index + 1 < pieces.count ? spoken[pieces[index + 1].lowerBound] : nil
        let written = written(
          spoken[piece], in: sentence.source, isFirst: index == 0, until: next, bytes)
        var id = "\(id)-s\(number + 1)"
        if index > 0 { id += "-\(index + 1)" }
        utterances.append(
          Utterance(
            id: id, speaker: passage.speaker, passage: passage.kind,
            written: String(decoding: bytes[written], as: UTF8.self),
            source: passage.runs.source(of: written), words: Array(words[piece]),
            pauseAfter: .sentence))
      }
    }
    if utterances.isEmpty {
      guard !announcement.isEmpty, passage.text.isEmpty else { return [] }
      let at = announcement[0].source
      utterances.append(
        Utterance(
          id: "\(id)-s1", speaker: passage.speaker, passage: passage.kind, written: "", source: at,
          words: [], pauseAfter: .sentence))
    }
    utterances[0].words.insert(contentsOf: announcement, at: 0)
    utterances[utterances.count - 1].pauseAfter = passage.kind.isHeading ? .heading : .paragraph
    return utterances
  }

  private func word(for spoken: SpokenWord, spans: inout SpanCursor, in bytes: [UInt8]) -> Word {
    let span = spans.properties(of: spoken.source)
    let isAsWritten =
      span.language != nil
      && bytes[spoken.source.clamped(to: bytes.indices)].elementsEqual(spoken.text.utf8)
    return Word(
      text: spoken.text, source: passage.runs.source(of: spoken.source), mark: spoken.mark,
      pronunciation: spoken.pronunciation, language: isAsWritten ? span.language : nil,
      isEmphasized: span.isEmphasized, isQuoted: span.isQuoted && passage.kind != .quote)
  }

  /// The part of a sentence that some of its words stand for, white space at its ends left out.
  ///
  /// The pieces of a cut sentence share a part when one edit said words in both.
  private func written(
    _ words: ArraySlice<SpokenWord>, in sentence: Range<Int>, isFirst: Bool,
    until next: SpokenWord?, _ bytes: [UInt8]
  ) -> Range<Int> {
    let sentence = sentence.clamped(to: 0..<bytes.count)
    var lower = isFirst ? sentence.lowerBound : words.first?.source.lowerBound ?? 0
    var upper = sentence.upperBound
    if let next {
      let last = words.map(\.source.upperBound).max() ?? 0
      upper = max(next.source.lowerBound, last)
    }
    lower = min(max(lower, sentence.lowerBound), sentence.upperBound)
    upper = min(max(upper, lower), sentence.upperBound)
    while upper > lower, bytes[upper - 1] == 0x20 { upper -= 1 }
    while lower < upper, bytes[lower] == 0x20 { lower += 1 }
    return lower..<upper
  }
}

/// Looks up what holds for a word among the spans of a passage, going forward.
private struct SpanCursor {
  private let spans: [Passage.Span]
  private let language: Language
  /// Spans from this one on begin behind every word so far.
  private var next = 0
  /// Indices of spans that have begun and may hold a word still to come, in their order.
  private var open: [Int] = []

  init(_ spans: [Passage.Span], language: Language) {
    self.spans = spans
    self.language = language
  }

  /// Whether a word of the passage's text is stressed, whether it is somebody's, and its language
  /// where it is another.
  mutating func properties(
    of word: Range<Int>
  ) -> (isEmphasized: Bool, isQuoted: Bool, language: String?) {
    while next < spans.count, spans[next].text.lowerBound < word.upperBound {
      open.append(next)
      next += 1
    }
    open.removeAll { spans[$0].text.upperBound <= word.lowerBound }
    var isEmphasized = false
    var isQuoted = false
    var tag: String?
    for index in open where spans[index].text.overlaps(word) {
      switch spans[index].kind {
      case .emphasis: isEmphasized = true
      case .quotation: isQuoted = true
      // Spans are sorted by their start: of nested ones the inner comes last and wins.
      case .language(let other): tag = other
      default: break
      }
    }
    return (isEmphasized, isQuoted, tag.flatMap { Language($0) == language ? nil : $0 })
  }
}

extension Passage.Kind {
  /// Whether it is a heading of any level.
  public var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
