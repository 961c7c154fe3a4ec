extension StringProtocol {
  /// The text on one line: each run of white space, controls and noncharacters as one space, none at
  /// the ends.
  ///
  /// `"Two\r\nlines\0"` → `"Two lines"`. What titles and names must be before they go into a tag, a
  /// cue or a JSON string; joiners and marks of direction stay, since scripts need them.
  public var onOneLine: String {
    var line = String.UnicodeScalarView()
    var gap = false
    for scalar in unicodeScalars {
      if scalar.breaksLine {
        gap = !line.isEmpty
        continue
      }
      if gap { line.append(" ") }
      gap = false
      line.append(scalar)
    }
    return String(line)
  }

  /// The text on as many lines as it has, each tidied as by ``onOneLine``, joined by line feeds.
  ///
  /// LF, CR LF, CR, NEL and the separators U+2028 and U+2029 end a line; empty lines at the ends go.
  public var onTidyLines: String {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(\.onOneLine)[...]
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  /// White space, a control, or a noncharacter, which some readers of tags refuse.
  fileprivate var breaksLine: Bool {
    properties.isWhitespace || properties.generalCategory == .control
      || properties.isNoncharacterCodePoint
  }
}
