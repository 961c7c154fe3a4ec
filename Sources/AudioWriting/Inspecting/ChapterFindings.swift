import Narration

/// What is wrong with the chapters of a file.
enum ChapterFindings {
  /// - Parameter frames: The length that the chapters should fit: that of the whole file, though it
  ///   be cut off.
  static func findings(in structure: AudioStructure, frames: Int) -> [Finding] {
    let chapters = structure.chapters
    let end = Finding.milliseconds(frames, rate: structure.sampleRate)
    var findings: [Finding] = []
    func add(_ index: Int, _ what: String, _ remedy: String) {
      findings.append(
        Finding(
          what:
            "chapter \(index + 1) at \(Finding.time(milliseconds: chapters[index].milliseconds)) "
            + what, remedy: remedy))
    }
    for (index, chapter) in chapters.enumerated() {
      if chapter.title.onOneLine.isEmpty { add(index, "has no title", "give it one") }
      let isBeyond = chapter.frame.map { $0 >= frames && $0 > 0 } ?? (chapter.milliseconds > end)
      if isBeyond, frames > 0 {
        add(index, "starts beyond the end, \(Finding.time(milliseconds: end))", Finding.remake)
      }
      if index > 0, chapter.milliseconds < chapters[index - 1].milliseconds {
        add(
          index,
          "starts before the one before it, "
            + Finding.time(milliseconds: chapters[index - 1].milliseconds), Finding.remake)
      }
      guard let last = chapter.endMilliseconds else { continue }
      if last < chapter.milliseconds {
        add(index, "ends before it starts, at \(Finding.time(milliseconds: last))", Finding.remake)
        // A file at another rate than the Timeline's may round its end to the millisecond before.
      } else if last > end + 1, frames > 0 {
        add(
          index, "ends beyond the end, at \(Finding.time(milliseconds: last))", Finding.remake)
      }
    }
    return findings
  }
}
