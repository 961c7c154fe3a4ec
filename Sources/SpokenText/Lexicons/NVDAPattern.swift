/// A regular expression that stands for a few plain texts.
///
/// Known are characters, escapes of marks, `\b` at the ends, `(?i)` at the start, groups with
/// alternatives, sets of single characters, and `?`: `\b(colou?r|hue)\b` → `colour`, `color`,
/// `hue`. Everything else is nil: a pattern is never taken for something that it is not.
struct NVDAPattern {
  /// What it stands for, the longest first.
  let texts: [String]
  /// Where these are found.
  let scopes: [LexiconScope]
  let ignoresCase: Bool

  /// The most texts that a pattern may stand for.
  private static let most = 64

  init?(_ pattern: String) {
    var rest = Array(pattern.unicodeScalars)[...]
    ignoresCase = rest.starts(with: "(?i)".unicodeScalars)
    if ignoresCase { rest.removeFirst(4) }
    let edge = Array("\\b".unicodeScalars)
    let beginsWord = rest.starts(with: edge)
    if beginsWord { rest.removeFirst(2) }
    let endsWord =
      rest.suffix(2).elementsEqual(edge)
      && rest.dropLast(2).reversed().prefix { $0 == "\\" }.count % 2 == 0
    if endsWord { rest.removeLast(2) }
    var parser = Parser(rest: rest)
    guard let texts = parser.alternatives(), parser.rest.isEmpty,
      // Without a group around them the edges belong to the first and the last alone.
      !(beginsWord || endsWord) || !parser.hasTopLevelBar, !texts.contains("")
    else { return nil }
    var seen: Set<String> = []
    self.texts = texts.filter { seen.insert($0).inserted }.sorted { $0.utf8.count > $1.utf8.count }
    scopes =
      switch (beginsWord, endsWord) {
      case (true, true): [.wholeWord]
      case (true, false): [.wholeWord, .wordStart]
      case (false, true): [.wholeWord, .wordEnd]
      case (false, false): [.anywhere]
      }
  }

  private struct Parser {
    var rest: ArraySlice<Unicode.Scalar>
    var hasTopLevelBar = false
    private var depth = 0

    init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

    mutating func alternatives() -> [String]? {
      var all: [String] = []
      while true {
        guard let texts = sequence() else { return nil }
        all += texts
        guard all.count <= NVDAPattern.most else { return nil }
        guard rest.first == "|" else { return all }
        if depth == 0 { hasTopLevelBar = true }
        rest.removeFirst()
      }
    }

    private mutating func sequence() -> [String]? {
      var texts = [""]
      while let next = rest.first, next != "|", next != ")" {
        guard var atom = atom() else { return nil }
        if rest.first == "?" {
          rest.removeFirst()
          atom.append("")
        }
        if let repeated = rest.first, "?*+{".unicodeScalars.contains(repeated) { return nil }
        guard texts.count * atom.count <= NVDAPattern.most else { return nil }
        texts = texts.flatMap { head in atom.map { head + $0 } }
      }
      return texts
    }

    /// One character, set or group.
    private mutating func atom() -> [String]? {
      let scalar = rest.removeFirst()
      switch scalar {
      case "\\":
        guard let escaped = rest.popFirst(), !escaped.properties.isAlphabetic,
          escaped.properties.numericType == nil
        else { return nil }
        return [String(escaped)]
      case "(":
        if rest.starts(with: "?:".unicodeScalars) {
          rest.removeFirst(2)
        } else if rest.first == "?" {
          return nil
        }
        guard depth < 8 else { return nil }
        depth += 1
        defer { depth -= 1 }
        guard let texts = alternatives(), rest.popFirst() == ")" else { return nil }
        return texts
      case "[":
        var texts: [String] = []
        while let member = rest.popFirst(), member != "]" {
          guard !"^-\\[".unicodeScalars.contains(member) else { return nil }
          texts.append(String(member))
        }
        return texts.isEmpty ? nil : texts
      case ".", "*", "+", "?", "{", "}", "^", "$", "]": return nil
      default: return [String(scalar)]
      }
    }
  }
}
