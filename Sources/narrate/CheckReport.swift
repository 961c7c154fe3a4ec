import AudioWriting
import Foundation
import Narration
import Producing

/// What `narrate check` prints of a file for a person: a block with a line for each thing.
struct CheckReport {
  /// Tags that are shown by name, in this order; of all others only how many there are.
  private static let shownTags = [
    "title", "artist", "album", "date", "language", "publisher", "comment", "encoder",
  ]
  private static let widestTag = 60

  private var lines: [String] = []
  private let inspection: AudioInspection
  private let structure: AudioStructure

  /// The whole block.
  static func text(_ check: OutputCheck) -> String {
    var report = CheckReport(check.inspection)
    report.addFormat()
    report.addTags()
    report.addLevels()
    report.addChapters()
    report.addResult(check)
    return report.lines.joined(separator: "\n") + "\n\n"
  }

  private init(_ inspection: AudioInspection) {
    self.inspection = inspection
    structure = inspection.structure
    lines = [inspection.path]
  }

  private mutating func add(_ label: String, _ value: String) {
    lines.append("  " + label.padding(toLength: 14, withPad: " ", startingAt: 0) + value)
  }

  private mutating func addFormat() {
    let codec = structure.codec == structure.container ? "" : " with \(structure.codec)"
    add("container", "\(structure.container)\(codec), \(grouped(inspection.bytes)) bytes")
    let channels = structure.channels == 1 ? "mono" : "\(structure.channels) channels"
    let bits = structure.bitsPerSample.map { "\($0) bit, " } ?? ""
    let original = structure.originalRate.map { " (\(grouped($0)) Hz before)" } ?? ""
    let rate = inspection.bitRate.map { ", \(grouped(($0 + 500) / 1000)) kbit/s" } ?? ""
    add("samples", "\(bits)\(channels), \(grouped(structure.sampleRate)) Hz\(original)\(rate)")
    add("length", "\(time(inspection.frames)) (\(grouped(inspection.frames)) samples)")
    let sum = structure.checksum.map { sum in
      switch sum.result {
      case .matches: "\(sum.name) matches"
      case .differs: "\(sum.name) DIFFERS"
      case .absent: "none in this file"
      }
    }
    add("check sum", sum ?? "none in this container")
  }

  private mutating func addTags() {
    for name in Self.shownTags {
      guard let value = structure.tags.first(where: { $0.name == name })?.value.onOneLine else {
        continue
      }
      add(name, value.count > Self.widestTag ? value.prefix(Self.widestTag - 1) + "…" : value)
    }
    let others = structure.tags.filter { !Self.shownTags.contains($0.name) }
    if !others.isEmpty {
      let names = others.prefix(4).map { $0.name.onOneLine.prefix(20) }.joined(separator: ", ")
      add("other tags", "\(others.count): \(names)\(others.count > 4 ? ", …" : "")")
    }
    if let cover = structure.cover {
      add("cover", "\(cover.mediaType.onOneLine), \(grouped(cover.bytes)) bytes")
    }
  }

  private mutating func addLevels() {
    guard let levels = inspection.levels else { return }
    add("loudness", levels.integratedLoudness.map { "\(level($0)) LUFS" } ?? "too short or silent")
    add(
      "peak",
      levels.truePeak.map { peak in
        "\(level(peak)) dBTP true, \(levels.samplePeak.map(level) ?? "") dBFS of a sample"
      } ?? "none")
    let longest = levels.longestSilence
    add(
      "silence",
      "\(seconds(levels.leadingSilence)) s before, \(seconds(levels.trailingSilence)) s after"
        + (longest.isEmpty
          ? "" : ", at most \(seconds(longest.count)) s, at \(time(longest.lowerBound))"))
    if inspection.frames > 1 {
      let percent = String(format: "%.1f", levels.largestStep * 100)
      add("largest step", "\(percent) % of full scale, at \(time(levels.largestStepFrame))")
    }
    let runs = levels.firstClipping.map {
      ", \(grouped(levels.clippingRuns)) runs, first at \(time($0))"
    }
    add(
      "clipping",
      levels.clippedSamples == 0
        ? "none" : "\(grouped(levels.clippedSamples)) samples at full scale\(runs ?? "")")
  }

  private mutating func addChapters() {
    let chapters = structure.chapters
    add("chapters", chapters.isEmpty ? "none" : grouped(chapters.count))
    let width = String(chapters.count).count
    for (index, chapter) in chapters.enumerated() {
      let number = String(index + 1)
      let space = String(repeating: " ", count: width - number.count)
      let start = SampleTime.timestamp(milliseconds: chapter.milliseconds)
      let title = chapter.title.onOneLine
      lines.append("    \(space)\(number)  \(start)  \(title.isEmpty ? "(no title)" : title)")
    }
  }

  private mutating func addResult(_ check: OutputCheck) {
    if !check.companions.isEmpty { add("compared with", check.companions.joined(separator: ", ")) }
    let faults = check.complaints.count { $0.severity == .error }
    let warnings = check.complaints.count { $0.severity == .warning }
    let found = [(faults, "fault"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    add("result", found.isEmpty ? "all is well" : found.joined(separator: ", "))
  }

  private func time(_ frame: Int) -> String {
    SampleTime.timestamp(milliseconds: inspection.milliseconds(of: frame))
  }

  private func seconds(_ frames: Int) -> String {
    String(format: "%.3f", Double(inspection.milliseconds(of: frames)) / 1000)
  }

  private func level(_ value: Double) -> String { String(format: "%.2f", value) }

  /// `1234567` → `1,234,567`.
  private func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
