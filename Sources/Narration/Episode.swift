/// A text as it was read: what it is about, and its chapters in listening order.
public struct Episode: Sendable {
  /// What is known about it.
  public var metadata: Metadata
  /// In listening order.
  public var chapters: [Chapter]
  /// What stands in the source and is left out, each with its reason.
  public var omissions: [Omission]
  /// The decoded source, for places and slices.
  public var source: SourceText
  /// The picture that stands for it, where the source has one.
  public var cover: Cover?

  /// An episode with all its parts.
  public init(
    metadata: Metadata, chapters: [Chapter], omissions: [Omission], source: SourceText,
    cover: Cover? = nil
  ) {
    self.metadata = metadata
    self.chapters = chapters
    self.omissions = omissions
    self.source = source
    self.cover = cover
  }
}

/// A part of an episode that a listener can jump to.
public struct Chapter: Hashable, Sendable {
  /// The title as players show it, on one line.
  public var title: String
  /// In listening order, never empty.
  public var passages: [Passage]

  /// A chapter with its passages.
  public init(title: String, passages: [Passage]) {
    self.title = title
    self.passages = passages
  }
}

/// What is known about an episode; nil where neither source nor settings say it.
public struct Metadata: Hashable, Sendable {
  /// On one line.
  public var title: String?
  /// The show.
  public var album: String?
  /// Who made it.
  public var artist: String?
  /// A BCP 47 tag.
  public var language: String?
  /// An ISO 8601 date: `2025`, `2025-03` or `2025-03-01`.
  public var date: String?
  /// A description of a few lines.
  public var comment: String?
  /// Who published it.
  public var publisher: String?

  /// Metadata of which nothing is known yet.
  public init(
    title: String? = nil, album: String? = nil, artist: String? = nil, language: String? = nil,
    date: String? = nil, comment: String? = nil, publisher: String? = nil
  ) {
    self.title = title
    self.album = album
    self.artist = artist
    self.language = language
    self.date = date
    self.comment = comment
    self.publisher = publisher
  }

  /// These, and where they are silent what `other` says.
  public func filled(from other: Metadata) -> Metadata {
    Metadata(
      title: title ?? other.title, album: album ?? other.album, artist: artist ?? other.artist,
      language: language ?? other.language, date: date ?? other.date,
      comment: comment ?? other.comment,
      publisher: publisher ?? other.publisher)
  }
}

/// Text of the source that is not spoken, declared.
public struct Omission: Hashable, Sendable {
  /// Why text is left out.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// What a feed's software adds: "The post … appeared first on …".
    case feedBoilerplate = "feed boilerplate"
    /// Characters that no voice can say: controls, unassigned, private use.
    case unspeakable = "unspeakable characters"
    /// A run without white space too long to be language, such as base64.
    case blob = "data without white space"
    /// A rule of dashes or stars between parts.
    case separator = "separator"
    /// A line at the head of a text that says what it is: `Author: …`.
    case metadata = "metadata"
    /// A number and no more, where a page of a printed edition ends.
    case pageNumber = "page number"
    /// A line that a printed edition repeats on every page.
    case runningHead = "running head"
    /// A table of contents, which players show as chapters.
    case contents = "table of contents"
    /// When something was said: `[04:07]`.
    case timeMark = "time mark"
    /// A sound in a transcript: `[laughter]`.
    case sound = "sound"
    /// The name before a speaker's words, which the voice stands for.
    case speakerName = "speaker's name"
    /// What rolling or overlapping captions show a second time.
    case repetition = "shown twice"
    /// A block of program code.
    case code = "code"
    /// The mark in a text that refers to a note.
    case noteMark = "note mark"
    /// A footnote or endnote, by policy.
    case note = "note"
    /// A page's menus, banners, share bars and forms.
    case furniture = "page furniture"
    /// Programs and styles of a page.
    case script = "script"
    /// What a page hides from its readers.
    case hidden = "hidden"
    /// Struck out by the author.
    case deleted = "struck out"
    /// Said otherwise: the annotation of a formula, the reading over a character.
    case alternative = "alternative form"
    /// Another item of a feed than the one that is read.
    case otherItem = "other item"
    /// What stands behind the place where a file ceases to be readable.
    case damaged = "damaged"
    /// Tables of contents and other lists to look something up in.
    case navigation = "navigation"
    /// What a book puts outside of its reading order.
    case auxiliary = "outside of the reading order"
  }

  /// UTF-8 bytes of the decoded source.
  public var source: Range<Int>
  /// Why it is left out.
  public var reason: Reason

  /// An omission with its reason.
  public init(source: Range<Int>, reason: Reason) {
    self.source = source
    self.reason = reason
  }
}
