/// Writes a run of words as a title.
enum TitleText {
  /// The words as the text writes them, the first letter a capital, nothing unbalanced, nil when
  /// that cannot be.
  ///
  /// `“spatial memory formation”` → `Spatial memory formation`; `the brain’s` → `The brain`.
  static func title(of words: ArraySlice<ProseToken>, in text: String) -> String? {
    guard let first = words.first, let last = words.last else { return nil }
    let bytes = DocumentBytes(text)
    var end = last.text.upperBound
    // A possessive without what it owns is no title: `brain’s` → `brain`.
    if last.isPossessive {
      end -= bytes.bytes[end - 2] == UInt8(ascii: "'") ? 2 : 4
    }
    let title = bytes.string(first.text.lowerBound..<end)
    guard title.utf8.count <= 60, isBalanced(title) else { return nil }
    return capitalized(title)
  }

  /// The start of the first sentence, cut where a phrase ends, for a text without a candidate.
  static func firstClause(of tokens: [ProseToken], in text: String) -> String? {
    let clause = tokens.prefix { $0.sentence == 0 }
    if clause.count <= 6, clause.count > 1, clause.dropFirst().allSatisfy({ $0.before == .none }) {
      return title(of: clause, in: text)
    }
    guard let start = clause.firstIndex(where: { $0.kind.isContentLike || $0.kind == .participle })
    else { return nil }
    var end = start + 1
    var cut: Int?
    while end < clause.endIndex, end - start < 6, clause[end].before == .none {
      if canEnd(clause[end - 1].kind), !clause[end].kind.isContentLike { cut = end }
      end += 1
    }
    let isWhole = end == clause.endIndex || clause[end].before != .none
    var last = isWhole ? end : cut ?? end
    while last > start + 1, !canEnd(clause[last - 1].kind) { last -= 1 }
    return title(of: clause[start..<last], in: text)
  }

  private static func canEnd(_ kind: WordKind) -> Bool {
    switch kind {
    case .content, .vague, .number, .adjective, .participle, .verb: true
    default: false
    }
  }

  /// The first characters of a text without words: scripts without spaces, numbers, marks.
  static func beginning(of text: String) -> String {
    let head = text.prefix(24)
    let clause = head.prefix { !"。、，！？.,!?;:".contains($0) }
    let title = (clause.isEmpty ? head : clause).filter { !"\"“”«»()[]{}".contains($0) }
    let trimmed = String(title.split(separator: " ").joined(separator: " "))
    return trimmed.isEmpty ? "Text" : capitalized(trimmed)
  }

  private static func isBalanced(_ title: String) -> Bool {
    var depth = 0
    var straight = 0
    for character in title {
      switch character {
      case "(", "[", "{", "“", "«": depth += 1
      case ")", "]", "}", "”", "»": depth -= 1
      case "\"": straight += 1
      default: break
      }
      if depth < 0 { return false }
    }
    return depth == 0 && straight.isMultiple(of: 2)
  }

  /// `mRNA` and `iPhone` keep their first letter.
  private static func capitalized(_ title: String) -> String {
    guard let first = title.first, first.isLowercase else { return title }
    let word = title.prefix { !$0.isWhitespace && $0 != "-" }
    if word.dropFirst().contains(where: \.isUppercase) { return title }
    return first.uppercased() + title.dropFirst()
  }
}
