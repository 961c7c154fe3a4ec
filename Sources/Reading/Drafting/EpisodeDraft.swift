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
    guard !passages.isEmpty else {
      throw ReadingError(
        .empty, at: source.document, "nothing in it can be spoken",
        remedy: "name a file with words in it")
    }
    let omissions = omissions.sorted { $0.source.lowerBound < $1.source.lowerBound }
    let title = options.title?.onOneLine ?? metadata.title
    return ReadEpisode(
      episode: Episode(
        metadata: metadata,
        chapters: ChapterDivider(passages, title: title).chapters(),
        omissions: omissions, source: source, cover: cover),
      notices: notices + unspeakable(omissions))
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
