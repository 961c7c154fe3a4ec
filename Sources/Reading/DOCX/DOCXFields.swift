internal import Narration

/// The fields that are open where the reader stands (ECMA-376, part 1, 17.16): what their
/// instructions make of their results.
///
/// `TOC \o "1-3"` is a table of contents, `PAGE` a page number, `HYPERLINK "https://…"` a link; of all
/// other fields the result is text.
struct DOCXFields {
  private struct Field {
    /// Whether its end was found; the beginning of a field without one says nothing.
    var isPaired: Bool
    var instruction = ""
    var isResult = false
  }

  private var open: [Field] = []
  /// Where the beginnings stand that have an end.
  private var paired: Set<Int> = []
  /// Longer instructions than this say nothing that matters.
  private static let longestInstruction = 4000

  /// Finds which beginnings have an end, so that a cut document loses nothing.
  mutating func pair(in root: MarkupElement) {
    var begun: [Int] = []
    root.walk {
      guard case .element(let element) = $0 else { return false }
      if element.name == "w:fldChar" {
        switch element["w:fldCharType"] {
        case "begin": begun.append(element.source.lowerBound)
        case "end": if let start = begun.popLast() { paired.insert(start) }
        default: break
        }
      }
      return true
    }
  }

  /// Takes in a beginning, a separator or an end.
  mutating func take(_ mark: MarkupElement) {
    switch mark["w:fldCharType"] {
    case "begin": open.append(Field(isPaired: paired.contains(mark.source.lowerBound)))
    case "separate": if !open.isEmpty { open[open.count - 1].isResult = true }
    case "end": _ = open.popLast()
    default: break
    }
  }

  /// Takes in text of an instruction.
  mutating func instruct(_ text: String) {
    guard !open.isEmpty,
      open[open.count - 1].instruction.utf8.count < Self.longestInstruction
    else { return }
    open[open.count - 1].instruction += text
  }

  /// Why results are not read here; nil when they are.
  var reasonToLeaveOut: Omission.Reason? {
    open.lazy.filter { $0.isPaired && $0.isResult }
      .compactMap { Self.reason(of: $0.instruction) }.first
  }

  /// Where results here link to.
  var link: String? {
    open.lazy.filter { $0.isPaired && $0.isResult }
      .compactMap { Self.link(in: $0.instruction) }.first
  }

  /// Why the result of an instruction is not read.
  static func reason(of instruction: String) -> Omission.Reason? {
    switch instruction.split(whereSeparator: \.isWhitespace).first?.uppercased() {
    case "TOC", "INDEX", "TOA": .furniture
    case "PAGE", "NUMPAGES", "SECTIONPAGES": .pageNumber
    default: nil
    }
  }

  /// The address in `HYPERLINK "https://example.org"`.
  private static func link(in instruction: String) -> String? {
    let parts = instruction.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].onOneLine.uppercased() == "HYPERLINK" else { return nil }
    return String(parts[1])
  }
}
