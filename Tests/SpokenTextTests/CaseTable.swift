import Foundation
import SpokenText
import Testing

/// One line of a table of cases: what is written, what is to be said, and what holds for it.
struct Case: Sendable, CustomTestStringConvertible {
  var place: String
  var written: String
  /// `*` when only the settings matter.
  var spoken: String
  var normalizer = Normalizer()
  var role = TextRole.prose
  /// Wrong behaviour that stands today: the line asserts what is said now, not what should be.
  var isKnown = false
  /// The third column, word by word.
  var settings: [Substring] = []
  /// No edit may be of this kind, or its rule begin so.
  var absentKind: String?
  /// The pronunciations that edits give to words, in order.
  var said: [String]?

  var testDescription: String { "\(place) \(written)" }

  /// What the normalizer makes of it, as a document of its own.
  func normalized() -> NormalizedText {
    var context = Context(definitions: normalizer.definitions(in: [written]))
    return normalizer.normalize(written, as: role, in: &context)
  }

  /// Takes one of the settings behind the spoken text.
  fileprivate mutating func set(_ setting: Substring) {
    let pair = setting.split(separator: "=", maxSplits: 1)
    let value = pair.count == 2 ? String(pair[1]) : ""
    func take<Value: Policy>(_ key: WritableKeyPath<Policies, Value>) {
      guard let parsed = Value(rawValue: value) else {
        spoken = "\(place): no such value as \(setting)"
        return
      }
      normalizer.policies[keyPath: key] = parsed
    }
    switch pair.first {
    case "en-GB": normalizer.language = .britishEnglish
    case "citations": take(\.citations)
    case "references": take(\.references)
    case "links": take(\.links)
    case "abbreviations": take(\.abbreviations)
    case "symbols": take(\.symbols)
    case "style": take(\.style)
    case "role": role = value == "reference" ? .reference : .heading
    case "known": isKnown = true
    case "lexicon": normalizer.lexicon = CaseTable.lexicon
    case "not": absentKind = value
    case "say": said = value.split(separator: "+").map(String.init)
    default: spoken = "\(place): no such setting as \(setting)"
    }
  }
}

/// The tables beside the tests: `Cases/NAME.tsv`, a case a line.
///
/// Columns are parted by tabs: written, spoken, and settings parted by spaces: `en-GB`, a policy
/// (`citations=brief`), `role=reference`, `known`, `not=citation`, `lexicon` (with the entries of
/// `lexicon-words.txt`), `say=r'Ed` for the phonemes that edits give, several parted by `+`. Lines
/// that begin with `# ` and empty ones say nothing.
enum CaseTable {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  /// The entries that the cases marked `lexicon` are read with.
  static let lexiconText =
    (try? String(contentsOf: folder.appending(path: "lexicon-words.txt"), encoding: .utf8)) ?? ""
  static let lexicon = Lexicon([LexiconTable.parse(lexiconText, named: "lexicon-words.txt")])

  /// Tables with columns of their own, read by the tests of what they test.
  private static let ofAnotherShape: Set = [
    "sentence-boundary.tsv", "paragraph.tsv", "definition-finder.tsv", "reference-entry.tsv",
  ]

  /// Every table, by name.
  static let allNames: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".tsv") }.sorted()
  }()

  /// Every table of written and spoken, by name.
  static let names = allNames.filter { !ofAnotherShape.contains($0) }

  /// The classes whose cases a table holds, as its first line says: `# Classes: Year, YearSpan`.
  static func classes(of name: String) -> [String] {
    let mark = "# Classes: "
    guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8),
      let line = text.split(separator: "\n").first, line.hasPrefix(mark)
    else { return [] }
    return line.dropFirst(mark.count).split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  /// The lines of a table that are cases, of whatever shape, with their numbers.
  static func lines(_ name: String) -> [(number: Int, text: Substring)] {
    let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { (number: $0 + 1, text: $1) }
      .filter { !$0.text.isEmpty && (!$0.text.hasPrefix("# ") || $0.text.contains("\t")) }
  }

  static func cases(_ name: String) -> [Case] {
    lines(name).map { number, line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      var found = Case(
        place: "\(name):\(number)", written: String(fields[0]),
        spoken: fields.count > 1 ? String(fields[1]) : "no second column")
      found.settings = fields.dropFirst(2).joined(separator: " ").split(separator: " ")
      for setting in found.settings { found.set(setting) }
      return found
    }
  }
}

@Suite struct CaseTests {
  @Test(arguments: CaseTable.names.flatMap(CaseTable.cases))
  func writtenIsSpoken(_ example: Case) {
    let normalized = example.normalized()
    if example.spoken != "*" { #expect(normalized.spoken == example.spoken) }
    if let absent = example.absentKind {
      let found = Self.all(normalized.edits).first {
        $0.kind.rawValue == absent || $0.rule.text.hasPrefix(absent)
      }
      #expect(found == nil)
    }
    if let said = example.said {
      let pronunciations = Self.all(normalized.edits).compactMap(\.pronunciation)
      #expect(pronunciations == said.map { .espeak($0) })
    }
    #expect(normalized.misalignment == nil)
  }

  @Test func everyTableHoldsFortyCases() {
    #expect(CaseTable.names.count >= 60)
    for name in CaseTable.allNames { #expect(CaseTable.lines(name).count >= 40, "\(name)") }
  }

  /// Every edit with all below it.
  private static func all(_ edits: [Edit]) -> [Edit] { edits.flatMap { [$0] + all($0.children) } }
}
