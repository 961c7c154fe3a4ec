/// A WebVTT file, read strictly: what the writer may not write is a fault, not repaired.
public struct WebVTTReader: Sendable {
  /// A cue as it stands in the file, character references resolved, the voice tag taken off.
  public struct Cue: Hashable, Sendable {
    /// The line before the times.
    public var identifier: String
    /// In milliseconds.
    public var start: Int
    /// In milliseconds.
    public var end: Int
    /// Of the `<v>` tag.
    public var voice: String?
    /// What is shown.
    public var lines: [String]
  }

  /// In file order.
  public private(set) var cues: [Cue] = []

  /// Reads a whole file.
  public init(_ text: String) throws {
    // As characters CR LF is one; a writer has no business with either.
    guard !text.unicodeScalars.contains("\r"), !text.unicodeScalars.contains("\0") else {
      throw ByteReader.Malformed("a CR or NUL")
    }
    let blocks = text.split(separator: "\n\n", omittingEmptySubsequences: false)
    guard text == "WEBVTT\n" || blocks.first == "WEBVTT" else {
      throw ByteReader.Malformed("no header")
    }
    for block in blocks.dropFirst() {
      var lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      if block == blocks.last, lines.last == "" { lines.removeLast() }
      guard lines.count >= 3, !lines.contains("") else {
        throw ByteReader.Malformed("a cue without text: \(block)")
      }
      let times = lines[1].split(separator: " ")
      guard times.count == 3, times[1] == "-->", !lines[0].contains("-->") else {
        throw ByteReader.Malformed("times: \(lines[1])")
      }
      var payload = lines[2...].joined(separator: "\n")
      guard !payload.contains("-->") else { throw ByteReader.Malformed("an arrow: \(payload)") }
      var voice: String?
      if payload.hasPrefix("<v "), let end = payload.firstIndex(of: ">") {
        voice = try Self.resolved(payload[payload.index(payload.startIndex, offsetBy: 3)..<end])
        payload = String(payload[payload.index(after: end)...])
      }
      let shown = try Self.resolved(payload[...])
      cues.append(
        Cue(
          identifier: String(lines[0]), start: try Self.milliseconds(times[0]),
          end: try Self.milliseconds(times[2]), voice: voice,
          lines: shown.split(separator: "\n").map(String.init)))
    }
  }

  private static func milliseconds(_ time: Substring) throws -> Int {
    let parts = time.split(whereSeparator: { $0 == ":" || $0 == "." })
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 4, parts[0].count >= 2, parts[1].count == 2, parts[2].count == 2,
      parts[3].count == 3, numbers[1] < 60, numbers[2] < 60
    else { throw ByteReader.Malformed("time: \(time)") }
    return ((numbers[0] * 60 + numbers[1]) * 60 + numbers[2]) * 1000 + numbers[3]
  }

  private static func resolved(_ text: Substring) throws -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars
    let references: [(String, Unicode.Scalar)] = [("amp;", "&"), ("lt;", "<"), ("gt;", ">")]
    while let scalar = rest.popFirst() {
      if scalar == "<" || scalar == ">" { throw ByteReader.Malformed("a bare \(scalar): \(text)") }
      guard scalar == "&" else {
        result.append(scalar)
        continue
      }
      guard let found = references.first(where: { rest.starts(with: $0.0.unicodeScalars) }) else {
        throw ByteReader.Malformed("a bare &: \(text)")
      }
      rest = rest.dropFirst(found.0.unicodeScalars.count)
      result.append(found.1)
    }
    return String(result)
  }
}
