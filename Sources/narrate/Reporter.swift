import ArgumentParser
import Foundation
import Logging
import Narration
import Producing

/// Tells the user on standard error what goes on: lines for a person, or JSON objects.
struct Reporter: Sendable {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  private let logger: Logger
  private let isQuiet: Bool
  private let progress: ProgressLine?

  init(format: Format, isQuiet: Bool) {
    self.isQuiet = isQuiet
    let progress = format == .text && !isQuiet && isatty(STDERR_FILENO) == 1 ? ProgressLine() : nil
    self.progress = progress
    var logger = Logger(label: "narrate") { _ in
      switch format {
      case .text: TextLog(progress: progress)
      case .json: JSONLog()
      }
    }
    logger.logLevel = isQuiet ? .warning : .info
    self.logger = logger
  }

  func tell(_ complaint: Complaint) {
    let level: Logger.Level =
      switch complaint.severity {
      case .notice: .notice
      case .warning: .warning
      case .error: .error
      }
    var metadata: Logger.Metadata = ["what": "\(complaint.what)"]
    if let place = complaint.place { metadata["place"] = "\(place)" }
    if let remedy = complaint.remedy { metadata["remedy"] = "\(remedy)" }
    logger.log(level: level, "\(complaint.description)", metadata: metadata)
  }

  func tell(_ text: String, _ details: [String: String] = [:]) {
    logger.info("\(text)", metadata: details.mapValues { .string($0) })
  }

  func handle(_ event: ProductionEvent, of source: String) {
    switch event {
    case .complaint(let complaint): tell(complaint)
    case .started(let utterances, let seconds):
      tell(
        "\(source): \(utterances) sentence\(utterances == 1 ? "" : "s"), about \(Duration.clock(seconds)) of audio",
        ["source": source, "sentences": "\(utterances)", "estimated": "\(Int(seconds))"])
      progress?.start(source, utterances: utterances)
    case .spoken(let utterances, let seconds):
      progress?.update(utterances: utterances, seconds: seconds)
    case .levelled(let share): progress?.update(levelled: share)
    }
  }

  /// Takes the progress line away.
  func endProgress() { progress?.end() }
}

extension Duration {
  /// `83.4` → `1:23`, `5025` → `1:23:45`.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let tail = rest < 10 ? "0\(rest)" : "\(rest)"
    if hours == 0 { return "\(minutes):\(tail)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }
}

/// A line for each message, as compilers print them.
private struct TextLog: LogHandler {
  let progress: ProgressLine?
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    progress?.clear()
    StandardError.write("\(event.message)\n")
  }
}

/// A JSON object on a line for each message, keys sorted, no clock.
private struct JSONLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var object = ["level": event.level.rawValue, "message": event.message.description]
    for (key, value) in event.metadata ?? [:] { object[key] = value.description }
    StandardError.write(JSONLine.encode(object) + "\n")
  }
}
