import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A line of a table beside the tests whose second column lists pieces parted by ` ¦ `.
///
/// `\n`, `\r` and `\t` in a field are escapes; lines that begin with `# ` and empty lines say
/// nothing. A line with `known` in a later column asserts a wrong result that stands today.
struct TableLine: Sendable, CustomTestStringConvertible {
  let table: String
  let line: Int
  let text: String
  let pieces: [String]

  var testDescription: String { "\(table):\(line) \(text.debugDescription)" }

  /// The lines of `Cases/NAME.tsv`.
  static func lines(of name: String, from file: String = #filePath) -> [TableLine] {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (folder + ["Cases", "\(name).tsv"]).joined(separator: "/")
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      return [TableLine(table: name, line: 0, text: "the table", pieces: ["at \(path)"])]
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      guard !$1.isEmpty, !$1.hasPrefix("# ") else { return nil }
      let fields = $1.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
      let pieces = fields.count > 1 && !fields[1].isEmpty ? fields[1] : nil
      return TableLine(
        table: "\(name).tsv", line: $0 + 1, text: fields[0],
        pieces: pieces?.components(separatedBy: " ¦ ") ?? [])
    }
  }

  private static func unescaped(_ field: Substring) -> String {
    String(field).replacing("\\n", with: "\n").replacing("\\r", with: "\r").replacing(
      "\\t", with: "\t")
  }
}

/// The bytes of a range as text; nil when it does not begin and end between characters.
func slice(_ text: String, _ range: Range<Int>) -> String? {
  String(validating: Array(text.utf8)[range], as: UTF8.self)
}
