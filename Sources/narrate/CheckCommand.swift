import ArgumentParser
import Narration
import Producing

/// `narrate check`: reads finished audio back and tells what it holds and what is wrong.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads audio back: lengths, chapters, levels, check sums.",
    discussion: """
      Takes WAV, FLAC, MP3 and Opus, whoever made them, and folders with such files. Captions and \
      chapter files of the same name are compared with the audio. Every file is looked at. The \
      exit status is 0 when all is well, 1 when a fault was found, 65 or 66 when one of them is no \
      audio file or is not there. A warning is no fault.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "Audio files, or folders with audio files.", completion: .file())
  var paths: [String]

  @Option(help: "What to print of each file.")
  var format = Format.text

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The LUFS they should have, to half a unit; or off.",
      discussion: "Without it, what the nearest narrate.yml says, else -19."),
    transform: Self.loudness)
  var loudness: LoudnessTarget?

  func run() async throws {
    let reporter = Reporter(format: .text, isQuiet: false)
    let status = try await Exit.on(reporter) {
      var status = ExitStatus.success
      for path in paths {
        do {
          for file in try AudioFileList.files(at: path) {
            status = max(status, check(file, reporter))
          }
        } catch let failure as Failure {
          reporter.tell(failure.complaint)
          status = max(status, failure.status)
        }
      }
      return status
    }
    if status != .success { throw ExitCode(status.rawValue) }
  }

  /// Prints a file and what is wrong with it.
  private func check(_ path: String, _ reporter: Reporter) -> ExitStatus {
    var output = OutputBytes()
    var status = ExitStatus.success
    var complaints: [Complaint] = []
    do throws(Failure) {
      let check = try OutputCheck(path, loudness: try target(for: path).lufs)
      complaints = check.complaints
      status = check.isFaulty ? .partial : .success
      switch format {
      case .text: output.write(CheckReport.text(check))
      case .json: output.write(JSONLine.encode(CheckJSON(check)) + "\n")
      }
    } catch {
      complaints = [error.complaint]
      status = error.status
      if format == .json {
        output.write(JSONLine.encode(CheckJSON(path, error.complaint)) + "\n")
      }
    }
    // A file at a time, its complaints behind it.
    output.flush()
    for complaint in complaints { reporter.tell(complaint) }
    return status
  }

  private static func loudness(_ text: String) throws -> LoudnessTarget {
    guard let target = LoudnessTarget(text) else {
      throw ValidationError("`\(text)` is no loudness; give LUFS from -30 to -10, or off")
    }
    return target
  }

  /// How loud a file should be.
  private func target(for path: String) throws(Failure) -> LoudnessTarget {
    if let loudness { return loudness }
    guard let nearest = try SettingsFile.nearest(to: path) else { return .standard }
    return try SettingsFile.read(nearest).loudness?.value ?? .standard
  }

  /// The status that tells more: the higher one.
  private func max(_ left: ExitStatus, _ right: ExitStatus) -> ExitStatus {
    left.rawValue > right.rawValue ? left : right
  }
}
