import Narration

extension Production {
  /// What ``run(into:worker:tell:)`` would make, for a person: chapters with their sentences,
  /// settings with the layer that gave each, files, and about how long it all is.
  public func plan(for outputs: EpisodeOutputs) -> String {
    var lines = ["\(source): \(metadata.title ?? "without a title")"]
    for (index, chapter) in script.chapters.enumerated() {
      let count = chapter.utterances.count
      lines.append(
        "  chapter \(index + 1)  \(chapter.title) (\(count) sentence\(count == 1 ? "" : "s"))")
    }
    for line in cast.lines {
      lines.append("  speaker    \(line.speaker): \(line.voice)  (\(line.origin))")
    }
    for omission in episode.omissions {
      let place = episode.source.place(of: omission.source)
      lines.append("  omitted    \(place.line):\(place.column) \(omission.reason.rawValue)")
    }
    for setting in settings.lines {
      let name = setting.key.padded(to: 18)
      lines.append("  \(name) \(setting.value)  (\(setting.origin))")
    }
    for path in outputs.paths { lines.append("  would write \(path)") }
    let seconds = Int(LengthEstimate(of: script, cast: cast, settings: settings).seconds.rounded())
    lines.append("  about \(seconds / 60) min \(seconds % 60) s of audio")
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
