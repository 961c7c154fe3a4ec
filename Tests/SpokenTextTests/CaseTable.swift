import SpokenText
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One line of a table of cases: what is written and what is to be said.
struct Case: Sendable, CustomTestStringConvertible {
  var table: String
  var line: Int
  var written: String
  var spoken: String
  var language = Language.americanEnglish
  /// Wrong behaviour that stands today: the line asserts what is said now, not what should be.
  var isKnown = false

  var testDescription: String { "\(table):\(line) \(written)" }
}

/// The tables of cases beside the tests: `Cases/NAME.tsv`, a case a line.
///
/// Columns are parted by tabs: written, spoken, and any of `en-GB` (another language than en-US)
/// and `known`. Empty lines and those that begin with `#` and hold no tab
/// say nothing.
enum CaseTable {
  /// The cases of one table.
  static func cases(_ name: String, from file: String = #filePath) -> [Case] {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (folder + ["Cases", "\(name).tsv"]).joined(separator: "/")
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      return [Case(table: "\(name).tsv", line: 0, written: "the table", spoken: "at \(path)")]
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { number, line in
        guard !line.isEmpty, !line.hasPrefix("# ") || line.contains("\t") else { return nil }
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        var found = Case(
          table: "\(name).tsv", line: number + 1, written: fields[0],
          spoken: fields.count > 1 ? fields[1] : "")
        for field in fields.dropFirst(2) where !field.isEmpty {
          if field == "known" {
            found.isKnown = true
          } else {
            found.language = Language(field)
          }
        }
        return found
      }
  }
}
