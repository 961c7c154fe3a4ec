import Narration
import Producing
import SpokenText

/// What `explain --format json` prints: version 1 of its schema.
///
/// Ranges are half-open UTF-8 byte offsets `[start, end]` into the decoded input, or into the member
/// of a container that `document` names.
struct ExplainJSON: Encodable {
  let version = 1
  let document: String
  let language: String
  let title: String?
  let album: String?
  let cast: [MemberJSON]
  let chapters: [Chapter]
  let omissions: [OmissionJSON]

  /// A speaker and the voice that speaks the words.
  struct MemberJSON: Encodable {
    let speaker: String
    let voice: String
    let origin: String
  }

  struct Chapter: Encodable {
    let title: String
    let passages: [PassageJSON]
  }

  /// A passage as written and as spoken; edits are ranges of its text, `range` and places of the
  /// document.
  struct PassageJSON: Encodable {
    /// The member of a container; left out where it is the document itself.
    let document: String?
    let kind: String
    /// Who says it; left out for the narrator.
    let speaker: String?
    let range: [Int]
    let text: String
    let spoken: String
    let edits: [EditPlace]
    let utterances: [UtteranceJSON]
  }

  /// An edit, with where it stands in the document.
  struct EditPlace: Encodable {
    let range: [Int]
    let line: Int
    let column: Int
    let edit: EditJSON
  }

  /// A sentence as it will be said.
  struct UtteranceJSON: Encodable {
    let id: String
    let speaker: String?
    let range: [Int]
    let written: String
    let spoken: String
    let pause: String
  }

  /// Text that is left out, with its reason.
  struct OmissionJSON: Encodable {
    /// The member of a container; left out where it is the document itself.
    let document: String?
    let range: [Int]
    let reason: String
    let text: String
  }

  init(_ production: Production) {
    let episode = production.episode
    document = episode.source.document
    language = production.metadata.language ?? ""
    title = production.metadata.title
    album = production.metadata.album
    cast = production.cast.lines.map {
      MemberJSON(speaker: $0.speaker, voice: $0.voice, origin: $0.origin)
    }
    chapters = episode.chapters.enumerated().map { index, chapter in
      Chapter(
        title: chapter.title,
        passages: production.scripted.passages.filter { $0.chapter == index }.map {
          Self.passage($0, of: episode, script: production.script)
        })
    }
    omissions = episode.omissions.map {
      let place = episode.source.place(of: $0.source)
      return OmissionJSON(
        document: Self.member(place, of: episode), range: Self.range(place),
        reason: $0.reason.rawValue, text: episode.source.slice($0.source))
    }
  }

  private static func range(_ place: Place) -> [Int] {
    [place.bytes.lowerBound, place.bytes.upperBound]
  }

  private static func member(_ place: Place, of episode: Episode) -> String? {
    place.document == episode.source.document ? nil : place.document
  }

  private static func passage(
    _ scripted: ScriptedPassage, of episode: Episode, script: Script
  ) -> PassageJSON {
    let normalized = scripted.normalized
    let runs = scripted.passage.runs
    let source = episode.source
    let whole = source.place(of: runs.source(of: 0..<scripted.passage.text.utf8.count))
    return PassageJSON(
      document: member(whole, of: episode), kind: scripted.passage.kind.name,
      speaker: scripted.passage.speaker?.name, range: range(whole), text: scripted.passage.text,
      spoken: normalized.spoken,
      edits: normalized.edits.map { edit in
        let place = source.place(of: runs.source(of: edit.source))
        return EditPlace(
          range: range(place), line: place.line, column: place.column,
          edit: EditJSON(edit, in: normalized, offset: 0))
      },
      utterances: script.utterances[scripted.utterances].map { utterance in
        UtteranceJSON(
          id: utterance.id, speaker: utterance.speaker?.name,
          range: range(source.place(of: utterance.source)),
          written: utterance.written, spoken: utterance.spoken,
          pause: utterance.pauseAfter.rawValue)
      })
  }
}
