public import Narration

/// Chapters as Podcasting 2.0 reads them: JSON Chapters 1.2.0, `application/json+chapters`.
public enum PodcastChapters {
  /// The whole file, a chapter a line, keys always in the same order.
  ///
  /// ```json
  /// {
  ///   "version": "1.2.0",
  ///   "title": "Fear memories",
  ///   "chapters": [
  ///     {"startTime": 0.000, "endTime": 61.250, "title": "Introduction"}
  ///   ]
  /// }
  /// ```
  public static func json(_ timeline: Timeline, about tags: Metadata = Metadata()) -> String {
    var members = [#""version": "1.2.0""#]
    let known = [("title", tags.title), ("author", tags.artist), ("podcastName", tags.album)]
    for (key, value) in known {
      guard let value = value?.onOneLine, !value.isEmpty else { continue }
      members.append("\"\(key)\": \(JSONText.string(value))")
    }
    let rate = timeline.sampleRate
    let chapters = timeline.chapters.map { chapter in
      let start = JSONText.seconds(milliseconds: chapter.start.milliseconds(sampleRate: rate))
      let end = JSONText.seconds(milliseconds: chapter.end.milliseconds(sampleRate: rate))
      let title = JSONText.string(chapter.title.onOneLine)
      return #"    {"startTime": \#(start), "endTime": \#(end), "title": \#(title)}"#
    }
    let list = chapters.isEmpty ? "[]" : "[\n\(chapters.joined(separator: ",\n"))\n  ]"
    members.append("\"chapters\": \(list)")
    return "{\n  \(members.joined(separator: ",\n  "))\n}\n"
  }
}
