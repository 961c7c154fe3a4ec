internal import Narration

/// A passage with what matters for chapters.
struct DraftPassage {
  var passage: Passage
  /// Whether a separator stands before it.
  var followsSeparator = false
  /// Whether it is the heading or label of a reference list.
  var isReferenceHeading = false
  /// The title of a chapter that the source itself begins here, such as an entry of an EPUB's table
  /// of contents; empty for a chapter without a title.
  var chapterMark: String?
  /// When it is said in the recording that the source transcribes, in milliseconds.
  var startTime: Int?
  /// Whether another speaker than before begins to speak.
  var beginsTurn = false
}

/// What a reader of a format makes of its source: everything of an episode but its chapters.
struct EpisodeDraft {
  var source: SourceText
  var metadata = Metadata()
  /// The picture that stands for the episode.
  var cover: Cover?
  /// In listening order.
  var passages: [DraftPassage] = []
  /// In any order.
  var omissions: [Omission] = []
  var notices: [Complaint] = []

  /// The episode with its chapters.
  ///
  /// - Throws: ``ReadingError/Kind/empty`` when there is nothing to say.
  func episode(_ options: EpisodeReader.Options) throws(ReadingError) -> ReadEpisode {
    var draft = self
    TranscriptStep(options).apply(to: &draft)
    return try draft.divided(options)
  }

  private func divided(_ options: EpisodeReader.Options) throws(ReadingError) -> ReadEpisode {
    guard !passages.isEmpty else {
      throw ReadingError(
        .empty, at: source.document, "nothing in it can be spoken",
        remedy: "name a file with words in it")
    }
    let omissions = omissions.sorted { $0.source.lowerBound < $1.source.lowerBound }
    let title = options.title?.onOneLine ?? metadata.title
    let divider = ChapterDivider(passages, title: title, policy: options.policies.chapters)
    return ReadEpisode(
      episode: Episode(
        metadata: metadata, chapters: divider.chapters(), omissions: omissions, source: source,
        cover: cover),
      notices: notices + unspeakable(omissions)
        + (divider.hasStructure ? [] : [unstructured(options.policies.chapters)]))
  }

  /// Says that chapters were asked for which the source does not have.
  private func unstructured(_ policy: ChapterPolicy) -> Complaint {
    let what = policy == .marks ? "chapter marks" : "headings"
    return Complaint(
      .notice, at: source.document, "it has no \(what), so it is one chapter",
      remedy: "let the turns of the text divide it with --chapters auto, or the clock with "
        + "--chapters 5m")
  }

  /// One notice for all characters that no voice can say.
  private func unspeakable(_ omissions: [Omission]) -> [Complaint] {
    let found = omissions.filter { $0.reason == .unspeakable }
    guard let first = found.first else { return [] }
    let places = found.count == 1 ? "here" : "in \(found.count) places, the first of them here,"
    return [
      Complaint(
        .notice, at: source.place(of: first.source).description,
        "characters \(places) are left out: no voice can say them")
    ]
  }
}
