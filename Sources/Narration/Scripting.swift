public import SpokenText

/// A script, and what every passage became on the way to it.
public struct ScriptedEpisode: Sendable {
  /// What will be said, in order.
  public var script: Script
  /// All passages in listening order, those that say nothing included; empty where nobody asked for
  /// them.
  public var passages: [ScriptedPassage]

  /// A script with its passages.
  public init(script: Script, passages: [ScriptedPassage]) {
    self.script = script
    self.passages = passages
  }
}

/// A passage with its spoken text and the edits between the two.
public struct ScriptedPassage: Sendable {
  /// Index into ``Episode/chapters``.
  public var chapter: Int
  /// The passage as it was read.
  public var passage: Passage
  /// What is spoken for it, with every change.
  public var normalized: NormalizedText
  /// Indices into ``Script/utterances``; empty when nothing of the passage is spoken.
  public var utterances: Range<Int>

  /// A passage with all that was made of it.
  public init(
    chapter: Int, passage: Passage, normalized: NormalizedText, utterances: Range<Int>
  ) {
    self.chapter = chapter
    self.passage = passage
    self.normalized = normalized
    self.utterances = utterances
  }
}

/// Makes the script of an episode: normalizes its passages in listening order and cuts them into
/// utterances.
///
/// One sentence is one utterance; a sentence too long for one breath and one synthesis is cut at a
/// phrasing mark (``UtteranceLength``). A sentence of which nothing is spoken, such as an omitted
/// citation, makes none; its edit says so. Definitions are collected over all passages before the
/// first is normalized.
public struct Scriptwriter: Sendable {
  /// Turns written text into words to say.
  public var normalizer: Normalizer
  /// When the speakers of a transcript are named.
  public var speakers: SpeakerPolicy

  /// A scriptwriter for a normalizer with its language and policies.
  public init(
    normalizer: Normalizer, speakers: SpeakerPolicy = SpeakerPolicy.notes.defaultValue
  ) {
    self.normalizer = normalizer
    self.speakers = speakers
  }

  /// The script of an episode; chapters of which nothing is spoken are not in it.
  ///
  /// - Parameter keepsPassages: Whether what became of each passage is kept, to be explained; it takes
  ///   as much memory as the script itself.
  public func script(of episode: Episode, keepsPassages: Bool = true) -> ScriptedEpisode {
    let texts = episode.chapters.lazy.flatMap(\.passages).map(\.text)
    var context = Context(definitions: normalizer.definitions(in: texts))
    for passage in episode.chapters.lazy.flatMap(\.passages) {
      passage.define(in: &context.definitions)
    }
    var announcing = Announcing(normalizer: normalizer, speakers: speakers)
    var passages: [ScriptedPassage] = []
    var chapters: [Script.Chapter] = []
    var utterances: [Utterance] = []

    for (chapterIndex, chapter) in episode.chapters.enumerated() {
      let firstOfChapter = utterances.count
      for (passageIndex, passage) in chapter.passages.enumerated() {
        let normalized = normalizer.normalize(
          passage.text, as: passage.kind.textRole, in: &context)
        let first = utterances.count
        let heard = announcing
        utterances += PassageScript(
          passage: passage, normalized: normalized, language: normalizer.language,
          announcement: announcing.words(before: passage),
          id: "c\(chapterIndex + 1)-p\(passageIndex + 1)"
        ).utterances()
        // Of a passage that says nothing, no name was heard either.
        if utterances.count == first { announcing = heard }
        if utterances.count > first, passageIndex + 1 < chapter.passages.count,
          passage.runsOn(to: chapter.passages[passageIndex + 1], in: episode.source)
        {
          utterances[utterances.count - 1].pauseAfter = .sentence
        }
        if keepsPassages {
          passages.append(
            ScriptedPassage(
              chapter: chapterIndex, passage: passage, normalized: normalized,
              utterances: first..<utterances.count))
        }
      }
      guard utterances.count > firstOfChapter else { continue }
      utterances[utterances.count - 1].pauseAfter = .chapter
      chapters.append(
        Script.Chapter(title: chapter.title, utterances: firstOfChapter..<utterances.count))
    }
    if !utterances.isEmpty { utterances[utterances.count - 1].pauseAfter = .end }
    return ScriptedEpisode(
      script: Script(chapters: chapters, utterances: utterances), passages: passages)
  }
}

extension Passage {
  /// Whether no more than a sentence's pause parts it from the next: the lines of a stanza, between
  /// which the source has no blank line, and the cells of a row.
  fileprivate func runsOn(to next: Passage, in source: SourceText) -> Bool {
    switch (kind, next.kind) {
    case (.tableCell(let row, let column, _), .tableCell(let nextRow, let nextColumn, _)):
      return row == nextRow && column < nextColumn
    case (.verse, .verse):
      guard let end = runs.runs.last?.source.upperBound,
        let start = next.runs.runs.first?.source.lowerBound, end <= start
      else { return false }
      return source.slice(end..<start).count(where: \.isNewline) < 2
    default: return false
    }
  }

  /// Adds the long forms that the document's markup gives: `<abbr title="World Health
  /// Organization">WHO</abbr>` defines `WHO`.
  ///
  /// Words are no short forms: `<abbr title="2024-05-06">6 May</abbr>` defines nothing.
  fileprivate func define(in definitions: inout Definitions) {
    for span in spans {
      guard case .expansion(let longForm) = span.kind else { continue }
      let utf8 = text.utf8
      let range = span.text.clamped(to: 0..<utf8.count)
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      let end = utf8.index(start, offsetBy: range.count)
      let shortForm = String(decoding: utf8[start..<end], as: UTF8.self)
      guard !shortForm.contains(where: \.isWhitespace), shortForm.contains(where: \.isLetter),
        longForm.contains(where: \.isLetter), longForm.count > shortForm.count
      else { continue }
      definitions.define(shortForm, as: longForm)
    }
  }
}

extension Passage.Kind {
  /// The part that a passage of this kind plays for the normalizer.
  public var textRole: TextRole {
    switch self {
    case .heading: .heading
    case .reference: .reference
    default: .prose
    }
  }
}
