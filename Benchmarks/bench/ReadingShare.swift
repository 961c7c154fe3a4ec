import Narration
import Reading

/// Where the letters of a file end: in the script, in a declared omission, or in neither.
///
/// Printed for `Scripts/accuracy`, a line each, fields parted by tabs: `file`, its path, letters and
/// letters spoken; `omitted`, a reason and letters; `chapter` and a title; `left` and a stretch of the
/// source with letters that are in neither, markup or lost; `refused`, the path and the reason. Digits
/// are letters here.
enum ReadingShare {
  /// Prints the lines of each file; a file that cannot be read is told and passed over.
  static func report(_ paths: [String]) {
    for path in paths {
      var options = EpisodeReader.Options()
      options.byteLimit = 1 << 30
      do throws(ReadingError) {
        write(lines(of: try EpisodeReader(options).read(path: path).episode, path))
      } catch {
        write("refused\t\(path)\t\(escaped(error.complaint.what))\n")
      }
    }
  }

  private enum Fate: UInt8 { case neither, spoken, omitted }

  private static func lines(of episode: Episode, _ path: String) -> String {
    var fates = [Fate](repeating: .neither, count: episode.source.text.utf8.count)
    var omitted: [String: Int] = [:]
    for omission in episode.omissions {
      for index in omission.source.clamped(to: fates.indices) { fates[index] = .omitted }
    }
    // The number of an item, which is left out of its text, is said before it.
    for run in episode.chapters.flatMap(\.passages).flatMap(\.runs.runs) {
      for index in run.source.clamped(to: fates.indices) where fates[index] == .neither {
        fates[index] = .spoken
      }
    }
    var (letters, spoken, offset) = (0, 0, 0)
    var reason = 0
    var left = ""
    var stretch = ""
    var hasLetters = false
    func close() {
      if hasLetters { left += "left\t\(escaped(stretch))\n" }
      (stretch, hasLetters) = ("", false)
    }
    for scalar in episode.source.text.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isLetter { letters += 1 }
      switch fates[offset] {
      case .spoken:
        close()
        if isLetter { spoken += 1 }
      case .omitted:
        close()
        while reason + 1 < episode.omissions.count,
          episode.omissions[reason].source.upperBound <= offset
        {
          reason += 1
        }
        if isLetter { omitted[episode.omissions[reason].reason.rawValue, default: 0] += 1 }
      case .neither:
        stretch.unicodeScalars.append(scalar)
        hasLetters = hasLetters || isLetter
      }
      offset += UTF8.width(scalar)
    }
    close()
    return "file\t\(path)\t\(letters)\t\(spoken)\n"
      + omitted.sorted { $0.key < $1.key }.map { "omitted\t\($0.key)\t\($0.value)\n" }.joined()
      + episode.chapters.map { "chapter\t\(escaped($0.title))\n" }.joined() + left
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
