import AudioWriting
import Foundation
import Narration

/// Compares an audio file with the captions and the chapter file beside it.
///
/// All were made from one Timeline, so they agree to the millisecond; where they do not, one of them
/// is of another day.
struct CompanionCheck {
  /// Those that are there, without folders.
  private(set) var files: [String] = []
  private(set) var complaints: [Complaint] = []
  private let inspection: AudioInspection

  /// A companion of more bytes is not read.
  private static let largest = 1 << 26
  /// How long sound may go on after the last caption, in milliseconds: what a codec lets ring.
  private static let longestRest = 250

  init(beside inspection: AudioInspection) throws(Failure) {
    self.inspection = inspection
    let url = URL(fileURLWithPath: inspection.path)
    let base = (inspection.path as NSString).deletingPathExtension
    // What is not whole is not compared: it has a complaint of its own.
    guard inspection.levels != nil, !inspection.isCut else { return }
    if let (path, data) = try Self.file("\(base).vtt", beside: url) {
      files.append((path as NSString).lastPathComponent)
      compare(captions: data, at: path)
    }
    if let (path, data) = try Self.file("\(base).chapters.json", beside: url) {
      files.append((path as NSString).lastPathComponent)
      compare(chapters: data, at: path)
    }
  }

  private static func file(
    _ path: String, beside audio: URL
  ) throws(Failure) -> (path: String, data: Data)? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType != .typeDirectory
    else { return nil }
    guard (attributes[.size] as? Int ?? 0) <= largest else {
      throw Failure(.dataError, at: path, "is too large to be compared", remedy: "take it away")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.ioError, at: path, "cannot be read", remedy: "check its permissions")
    }
    return (path, data)
  }

  private mutating func add(_ path: String, _ what: String) {
    complaints.append(
      Complaint(
        .error, at: path, what,
        remedy: "make both again from the same text, or take the old one away"))
  }

  // MARK: Captions

  private mutating func compare(captions data: Data, at path: String) {
    let cues = CaptionTimes(data)
    guard cues.isWebVTT else {
      add(path, "is no WebVTT file")
      return
    }
    guard let last = cues.last else { return }
    let (length, rate) = (inspection.frames, inspection.structure.sampleRate)
    if !Self.isAtMost(last, frame: length, rate: rate) {
      add(
        path,
        "its last caption ends at \(time(last)), after the audio, \(time(inspection.milliseconds))")
    } else if let levels = inspection.levels, levels.samplePeak != nil {
      let sound = inspection.milliseconds(of: length - levels.trailingSilence)
      if sound > last + Self.longestRest {
        add(path, "its last caption ends at \(time(last)), the sound only at \(time(sound))")
      }
    }
  }

  // MARK: Chapters

  private struct ChapterFile: Decodable {
    struct Chapter: Decodable {
      var startTime: Double
      var endTime: Double?
      var title: String?
    }
    var chapters: [Chapter]
  }

  private mutating func compare(chapters data: Data, at path: String) {
    guard let file = try? JSONDecoder().decode(ChapterFile.self, from: data),
      file.chapters.allSatisfy({ abs($0.startTime) < 1e9 && abs($0.endTime ?? 0) < 1e9 })
    else {
      add(path, "is no chapter file of Podcasting 2.0")
      return
    }
    let chapters = inspection.structure.chapters
    guard file.chapters.count == chapters.count else {
      add(path, "has \(file.chapters.count) chapters, the audio \(chapters.count)")
      return
    }
    let rate = inspection.structure.sampleRate
    for (index, (listed, chapter)) in zip(file.chapters, chapters).enumerated() {
      let start = Self.milliseconds(listed.startTime)
      let isThere =
        chapter.frame.map { Self.isAt(start, frame: $0, rate: rate) }
        ?? (chapter.milliseconds == start)
      if !isThere {
        add(
          path,
          "its chapter \(index + 1) starts at \(time(start)), that of the audio at "
            + time(chapter.milliseconds))
        return
      }
      if let title = listed.title, title.onOneLine != chapter.title.onOneLine {
        add(
          path,
          "its chapter \(index + 1) is called \"\(title.onOneLine)\", that of the audio "
            + "\"\(chapter.title.onOneLine)\"")
        return
      }
    }
    if let end = file.chapters.last?.endTime.map(Self.milliseconds),
      !Self.isAt(end, frame: inspection.frames, rate: rate)
    {
      add(path, "ends at \(time(end)), the audio at \(time(inspection.milliseconds))")
    }
  }

  // MARK: Times

  private func time(_ milliseconds: Int) -> String {
    SampleTime.timestamp(milliseconds: milliseconds)
  }

  private static func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }

  /// Whether a millisecond is that of a frame.
  ///
  /// A file at another rate than the Timeline's has its times rounded to a frame of its own.
  static func isAt(_ milliseconds: Int, frame: Int, rate: Int) -> Bool {
    abs(distance(milliseconds, frame: frame, rate: rate)) <= 0.5 + 1000 / Double(rate)
  }

  private static func isAtMost(_ milliseconds: Int, frame: Int, rate: Int) -> Bool {
    distance(milliseconds, frame: frame, rate: rate) <= 0.5 + 1000 / Double(rate)
  }

  private static func distance(_ milliseconds: Int, frame: Int, rate: Int) -> Double {
    Double(milliseconds) - Double(frame) * 1000 / Double(rate)
  }
}

/// When the captions of a WebVTT file end.
struct CaptionTimes {
  private(set) var isWebVTT = false
  /// The latest end in milliseconds; nil without a caption.
  private(set) var last: Int?

  init(_ data: Data) {
    let text = String(decoding: data, as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      if !isWebVTT {
        guard line.drop(while: { $0 == "\u{FEFF}" }).hasPrefix("WEBVTT") else { return }
        isWebVTT = true
      } else if let arrow = line.firstRange(of: "-->") {
        let end = line[arrow.upperBound...].split(separator: " ").first
        if let end = end.flatMap(Self.milliseconds) { last = max(last ?? end, end) }
      }
    }
  }

  /// `01:02:03.456` and `02:03.456` in milliseconds.
  private static func milliseconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let seconds = Double(parts[parts.count - 1]),
      (0..<60).contains(seconds)
    else { return nil }
    var minutes = 0
    for part in parts.dropLast() {
      guard part.utf8.count <= 9, let number = Int(part), number >= 0 else { return nil }
      minutes = minutes * 60 + number
    }
    return minutes * 60_000 + Int((seconds * 1000).rounded())
  }
}
