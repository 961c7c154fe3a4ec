public import SpokenText

/// The listener's choices about parts of a document, made while it is read.
public struct ReadingPolicies: Hashable, Sendable {
  /// Blocks of program code.
  public var code = CodePolicy.notes.defaultValue
  /// Footnotes and endnotes.
  public var notes = NotePolicy.notes.defaultValue
  /// Sounds that a transcript tells of.
  public var sounds = SoundPolicy.notes.defaultValue
  /// Page breaks of a printed edition.
  public var pageBreaks = PageBreakPolicy.notes.defaultValue
  /// Where chapters begin.
  public var chapters = ChapterPolicy.auto

  /// Every policy at its default.
  public init() {}
}

/// How a block of program code is read.
public enum CodePolicy: String, Policy {
  case announce, read, omit

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "code", summary: "How blocks of program code are read.", defaultValue: .announce,
    written: "```swift\nlet x = 1\n```",
    spoken: [.announce: "Code omitted.", .read: "let x equals one", .omit: ""])
}

/// Where a footnote is read.
public enum NotePolicy: String, Policy {
  case chapter, place, omit

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "notes",
    summary: "Where footnotes and endnotes are read: at the end of their chapter, "
      + "behind the paragraph that refers to them, or not at all.",
    defaultValue: .chapter, written: "It rained.[^1] It stopped.\n\n[^1]: For a day.",
    spoken: [
      .chapter: "It rained. It stopped. Note one. For a day.",
      .place: "It rained. It stopped. Note one. For a day.",
      .omit: "It rained. It stopped.",
    ])
}

/// How a sound is read that a transcript tells of.
public enum SoundPolicy: String, Policy {
  case omit, read

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "sounds", summary: "How sounds in a transcript are read.", defaultValue: .omit,
    written: "Well. [laughter] Yes.", spoken: [.omit: "Well. Yes.", .read: "Well. Laughter. Yes."])
}

/// How a page break of a printed edition is read.
public enum PageBreakPolicy: String, Policy {
  case omit, read

  /// Key, help, default and example.
  public static let notes = PolicyNotes<Self>(
    key: "page-breaks", summary: "How page breaks of the printed edition are read.",
    defaultValue: .omit, written: "the end of a page, and [12] the next",
    spoken: [
      .omit: "the end of a page, and the next",
      .read: "the end of a page, and page twelve the next",
    ])
}

/// Where chapters begin.
public enum ChapterPolicy: Hashable, Sendable {
  /// At marks of the source if it has some, else at headings, else at turns of topic.
  case auto
  /// At headings alone.
  case headings
  /// Where the source itself has chapter marks: a table of contents, a feed's chapters.
  case marks
  /// One chapter.
  case none
  /// At the first passage after every so many minutes, 1 to 600.
  case every(minutes: Int)

  /// `auto`, `headings`, `marks`, `none`, or minutes: `5`, `5m`, `5 min`.
  public init?(_ text: String) {
    switch text {
    case "auto": self = .auto
    case "headings": self = .headings
    case "marks": self = .marks
    case "none": self = .none
    default:
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      let unit = text.dropFirst(digits.count).drop { $0 == " " }
      guard let minutes = Int(digits), (1...600).contains(minutes),
        ["", "m", "min", "minutes"].contains(unit)
      else { return nil }
      self = .every(minutes: minutes)
    }
  }
}

extension ChapterPolicy: CustomStringConvertible {
  /// As it is written on the command line: `headings`, `5 min`.
  public var description: String {
    switch self {
    case .auto: "auto"
    case .headings: "headings"
    case .marks: "marks"
    case .none: "none"
    case .every(let minutes): "\(minutes) min"
    }
  }
}
