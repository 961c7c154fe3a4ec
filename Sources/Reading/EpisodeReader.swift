public import Narration
internal import SpokenText

/// Reads an episode from a file or from bytes.
///
/// ```swift
/// let read = try EpisodeReader().read(path: "episode.txt")
/// read.episode.chapters.map(\.title)
/// ```
public struct EpisodeReader: Sendable {
  /// What a reader may be told.
  public struct Options: Sendable {
    /// The format, or nil to tell it from content and name.
    public var format: SourceFormat?
    /// The most bytes of text that are read: 16 MiB, some 250 hours of audio, until set.
    ///
    /// A container may have eight times as many, since most of it is pictures.
    public var byteLimit = 16 << 20
    /// The episode's title where it is known from elsewhere, which is stronger than the text's own;
    /// it names a chapter that is the whole text.
    public var title: String?
    /// Whether "The post … appeared first on …" is spoken.
    public var keepsBoilerplate = false
    /// What is made of parts that listeners want in different ways.
    public var policies = ReadingPolicies()
    /// Which item of a feed is read: its number from 1, the newest first, or words of its title; nil
    /// for the newest.
    public var item: String?
    /// The longest run without white space that is still taken for language, in characters.
    public var longestWord = 2000

    /// Every option at its default.
    public init() {}
  }

  /// What this reader was told.
  public var options: Options
  /// UTF-8 ranges of the paragraphs of a text, between which lies white space alone.
  let splitParagraphs: @Sendable (String) -> [Range<Int>]

  /// A reader.
  public init(_ options: Options = Options()) {
    self.init(options, splitParagraphs: ParagraphSplitter.paragraphs(in:))
  }

  init(
    _ options: Options = Options(),
    splitParagraphs: @escaping @Sendable (String) -> [Range<Int>]
  ) {
    self.options = options
    self.splitParagraphs = splitParagraphs
  }

  /// Reads the file at a path; a FIFO or a device is read to its end or to the limit.
  public func read(path: String) throws(ReadingError) -> ReadEpisode {
    let bytes = try InputFile.bytes(path: path, limit: options.byteLimit)
    return try read(bytes: bytes, named: path, folder: LocalReference.folder(ofInput: path))
  }

  /// Reads an open descriptor, such as standard input, to its end; it stays open.
  ///
  /// - Parameter name: What complaints and places call it.
  public func read(descriptor: Int32, named name: String) throws(ReadingError) -> ReadEpisode {
    try read(
      bytes: InputFile.bytes(descriptor: descriptor, named: name, limit: options.byteLimit),
      named: name)
  }

  /// Reads bytes that are already here.
  ///
  /// - Parameter name: What complaints and places call them; its extension may tell the format.
  public func read(bytes: [UInt8], named name: String) throws(ReadingError) -> ReadEpisode {
    try read(bytes: bytes, named: name, folder: nil)
  }

  /// - Parameter folder: Where files that the input refers to may stand; nil for nowhere.
  private func read(
    bytes: [UInt8], named name: String, folder: String?
  ) throws(ReadingError) -> ReadEpisode {
    let limit = InputFile.limit(options.byteLimit, ofInput: bytes.prefix(4))
    guard bytes.count <= limit else {
      throw InputFile.tooLarge(
        bytes.count, named: name, limit: limit, isContainer: limit > options.byteLimit)
    }
    var format = SourceFormat.plainText
    if let given = options.format {
      format = given
    } else {
      switch FormatSign.format(of: bytes, named: name) {
      case .format(let found): format = found
      case .unread(let markup):
        throw ReadingError(
          .unsupported, at: name, "this is \(markup), which cannot be read",
          remedy: "save it as plain text, or read it as it stands with --from text")
      }
    }
    return try draft(of: bytes, named: name, as: format, folder: folder).episode(options)
  }

  /// What the reader of a format makes of the bytes.
  func draft(
    of bytes: [UInt8], named name: String, as format: SourceFormat, folder: String?
  ) throws(ReadingError) -> EpisodeDraft {
    let input = ReaderInput(
      name: name, options: options, splitParagraphs: splitParagraphs, folder: folder)
    switch format {
    case .epub: return try EPUBReader(input: input).read(bytes)
    case .docx: return try DOCXReader(input: input).read(bytes)
    case .plainText, .markdown, .html, .webVTT, .subRip, .transcriptJSON, .feed, .jats:
      return try draft(of: TextDecoder.decode(bytes, named: name), as: format, input)
    }
  }

  /// What the reader of a format of text makes of a document.
  private func draft(
    of document: TextDecoder.Decoded, as format: SourceFormat, _ input: ReaderInput
  ) throws(ReadingError) -> EpisodeDraft {
    let (text, notices) = (document.text, document.notices)
    switch format {
    case .markdown: return MarkdownReader(input: input).read(text, notices: notices)
    case .html: return try HTMLReader(input: input).read(text, notices: notices)
    case .webVTT: return try CaptionReader(input: input).read(text, .webVTT, notices: notices)
    case .subRip: return try CaptionReader(input: input).read(text, .subRip, notices: notices)
    case .transcriptJSON: return try CaptionReader(input: input).read(text, .json, notices: notices)
    case .jats: return try JATSReader(input: input).read(text, notices: notices)
    case .feed: return try FeedReader(input: input).read(text, notices: notices)
    case .plainText, .epub, .docx:
      return try PlainTextReader(
        source: SourceText(document: input.name, text: text), options: options,
        splitParagraphs: splitParagraphs
      ).read(notices: notices)
    }
  }
}

/// What every reader of a format is given beside the bytes.
struct ReaderInput: Sendable {
  /// What the input is called: a path, or a name for standard input.
  let name: String
  let options: EpisodeReader.Options
  /// UTF-8 ranges of the paragraphs of a text, between which lies white space alone.
  let splitParagraphs: @Sendable (String) -> [Range<Int>]
  /// The input's folder, in which files that it refers to by relative path may be read; nil when the
  /// input is no file.
  var folder: String?
}

/// An episode, and what its reader has to say of it.
public struct ReadEpisode: Sendable {
  /// What was read.
  public var episode: Episode
  /// Notices and warnings in the order of their places; errors are thrown.
  public var notices: [Complaint]

  /// An episode with its reader's notices.
  public init(episode: Episode, notices: [Complaint]) {
    self.episode = episode
    self.notices = notices
  }
}
