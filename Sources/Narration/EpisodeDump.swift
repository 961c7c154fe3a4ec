internal import SpokenText

/// Episodes and scripts as trees of lines, for demonstration, debugging and golden tests.
///
/// ```
/// Episode "Sleep and memory" (Talking Science)
/// ├─ Chapter "Sleep and memory"
/// │  ├─ heading 1 at 1:1 "Sleep and memory"
/// │  └─ paragraph at 3:1 "Does sleep help us remember?"
/// └─ omitted at 9:1 (feed boilerplate) "The post Sleep and memory appeared first on…"
/// ```
public struct EpisodeDump: Sendable {
  private var lines: [String] = []

  /// The tree of an episode: chapters, passages with kind and place, omissions.
  ///
  /// - Parameter width: How many characters of each text are shown.
  public static func tree(of episode: Episode, width: Int = 60) -> String {
    var dump = EpisodeDump()
    let metadata = episode.metadata
    let about = [metadata.album, metadata.artist, metadata.date, metadata.language]
      .compactMap(\.self)
    dump.lines.append(
      "Episode \(quoted(metadata.title ?? "", width))"
        + (about.isEmpty ? "" : " (\(about.joined(separator: ", ")))"))
    let count = episode.chapters.count + episode.omissions.count
    for (index, chapter) in episode.chapters.enumerated() {
      let isLast = index + 1 == count
      dump.add("Chapter \(quoted(chapter.title, width))", below: "", isLast: isLast)
      for (number, passage) in chapter.passages.enumerated() {
        dump.add(
          line(passage, in: episode.source, width), below: isLast ? "   " : "│  ",
          isLast: number + 1 == chapter.passages.count)
      }
    }
    for (index, omission) in episode.omissions.enumerated() {
      dump.add(
        "omitted at \(place(omission.source, episode.source)) (\(omission.reason.rawValue)) "
          + quoted(episode.source.slice(omission.source), width),
        below: "", isLast: episode.chapters.count + index + 1 == count)
    }
    return dump.text
  }

  /// The tree of a script: chapters, utterances with their words, and the kind of pause after each.
  ///
  /// A word that stands in no source is shown in brackets; marks follow their words.
  public static func tree(of script: Script, source: SourceText, width: Int = 240) -> String {
    var dump = EpisodeDump()
    dump.lines.append("Script")
    for (index, chapter) in script.chapters.enumerated() {
      let isLast = index + 1 == script.chapters.count
      dump.add("Chapter \(quoted(chapter.title, width))", below: "", isLast: isLast)
      for number in chapter.utterances {
        let utterance = script.utterances[number]
        dump.add(
          line(utterance, in: source, width), below: isLast ? "   " : "│  ",
          isLast: number + 1 == chapter.utterances.upperBound)
      }
    }
    return dump.text
  }

  private var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func add(_ line: String, below: String, isLast: Bool) {
    lines.append(below + (isLast ? "└─ " : "├─ ") + line)
  }

  private static func line(_ passage: Passage, in source: SourceText, _ width: Int) -> String {
    let bytes = passage.runs.source(of: 0..<passage.text.utf8.count)
    let speaker = passage.speaker.map { " <\($0.name)>" } ?? ""
    return "\(passage.kind.summary)\(speaker) at \(place(bytes, source)) "
      + quoted(passage.text, width)
  }

  private static func line(_ utterance: Utterance, in source: SourceText, _ width: Int) -> String {
    let words = utterance.words.map { word in
      let text = word.source.isEmpty ? "[\(word.text)]" : word.text
      return (word.isEmphasized ? "*\(text)*" : text) + word.mark.rawValue
    }
    let speaker = utterance.speaker.map { " <\($0.name)>" } ?? ""
    return "\(utterance.id)\(speaker) at \(place(utterance.source, source)) "
      + "\(quoted(words.joined(separator: " "), width)) then \(utterance.pauseAfter.rawValue)"
  }

  private static func place(_ bytes: Range<Int>, _ source: SourceText) -> String {
    let place = source.place(of: bytes)
    return "\(place.line):\(place.column)"
  }

  /// On one line, cut to a width, what a terminal would act on escaped.
  private static func quoted(_ text: String, _ width: Int) -> String {
    var line = ""
    for character in text.prefix(width) {
      let isPlain = character.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control
      }
      line +=
        isPlain
        ? String(character)
        : character.unicodeScalars.map {
          $0.escaped(asASCII: true)
        }.joined()
    }
    if text.dropFirst(width).first != nil { line += "…" }
    return "\"\(line)\""
  }
}

extension Passage.Kind {
  /// The kind with what tells two of a kind apart, as dumps print it.
  ///
  /// `heading 2`, `list-item 3.`
  public var summary: String {
    switch self {
    case .heading(let level): "\(name) \(level)"
    case .listItem(let marker): "\(name) \(marker)"
    case .tableCell(let row, let column, _): "\(name) \(row),\(column)"
    case .note(let mark): mark.isEmpty ? name : "\(name) \(mark)"
    case .paragraph, .quote, .verse, .code, .figure, .caption, .reference: name
    }
  }
}
