import Foundation
import SpokenText
import Testing

/// A line of a case table: written, spoken, and settings under which it holds.
///
/// Settings are parted by spaces: `en-GB`, a policy (`citations=brief`), `role=reference`, `known`
/// for a result that is wrong today, and `not=citation` for "no edit of this kind". A `*` as spoken
/// text is not compared.
struct ScholarCase: CustomTestStringConvertible, Sendable {
  var written: String
  var spoken: String
  var settings: [Substring]
  var place: String

  var testDescription: String { "\(place) \(written)" }

  static func table(_ name: String) -> [ScholarCase] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/\(name).tsv")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { number, line in
        guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 2 else { return nil }
        return ScholarCase(
          written: String(fields[0]), spoken: String(fields[1]),
          settings: fields.count > 2 ? fields[2].split(separator: " ") : [],
          place: "\(name).tsv:\(number + 1)")
      }
  }

  func normalized() -> NormalizedText {
    var normalizer = Normalizer()
    var role = TextRole.prose
    for setting in settings {
      let pair = setting.split(separator: "=")
      let value = String(pair.last ?? "")
      switch pair.first {
      case "en-GB": normalizer.language = .britishEnglish
      case "citations":
        normalizer.policies.citations = CitationPolicy(rawValue: value) ?? .full
      case "references":
        normalizer.policies.references = ReferencePolicy(rawValue: value) ?? .full
      case "links": normalizer.policies.links = LinkPolicy(rawValue: value) ?? .domain
      case "style": normalizer.policies.style = SpeakingStyle(rawValue: value) ?? .narration
      case "role": role = value == "reference" ? .reference : .prose
      case "known", "not": break
      default: Issue.record("\(place): unknown setting \(setting)")
      }
    }
    var context = Context(definitions: normalizer.definitions(in: [written]))
    return normalizer.normalize(written, as: role, in: &context)
  }
}

/// Every edit with all below it.
private func all(_ edits: [Edit]) -> [Edit] { edits.flatMap { [$0] + all($0.children) } }

@Suite struct ScholarCaseTests {
  static let names = ["citation", "reference", "statistic", "identifier", "greek-formula"]

  @Test(arguments: names) func tableHoldsCases(_ name: String) {
    #expect(ScholarCase.table(name).count >= 40)
  }

  @Test(arguments: names.flatMap(ScholarCase.table))
  func says(_ line: ScholarCase) {
    let result = line.normalized()
    if line.spoken != "*" { #expect(result.spoken == line.spoken) }
    for setting in line.settings where setting.hasPrefix("not=") {
      let kind = setting.dropFirst(4)
      let found = all(result.edits).first {
        $0.kind.rawValue == kind || $0.rule.text.hasPrefix(kind)
      }
      #expect(found == nil)
    }
    expectAlignment(of: result)
  }
}
