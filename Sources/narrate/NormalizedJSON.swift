import Foundation
import SpokenText

/// What `normalize --format json` prints for a text: version 1 of its schema.
///
/// Ranges are half-open UTF-8 byte offsets `[start, end]` into the decoded input (with `--lines`:
/// into the line), and into `spoken`.
struct NormalizedJSON: Encodable {
  let version = 1
  let language: String
  /// Where the text stands in the input.
  let range: [Int]
  let source: String
  let spoken: String
  let sentences: [Sentence]
  let edits: [EditJSON]
  let warnings: [String]

  struct Sentence: Encodable {
    let source: [Int]
    let spoken: [Int]
  }

  /// Takes a text that stands at an offset of its input.
  init(
    _ normalized: NormalizedText, language: Language, offset: Int = 0, warnings: [String] = []
  ) {
    self.language = language.tag
    range = [offset, offset + normalized.source.utf8.count]
    source = normalized.source
    spoken = normalized.spoken
    sentences = normalized.sentences.map {
      Sentence(
        source: [$0.source.lowerBound + offset, $0.source.upperBound + offset],
        spoken: [$0.spoken.lowerBound, $0.spoken.upperBound])
    }
    edits = normalized.edits.map { EditJSON($0, in: normalized, offset: offset) }
    self.warnings = warnings
  }

  /// The object on one line, keys sorted.
  var line: String { JSONLine.encode(self) }
}

/// An edit with its texts.
struct EditJSON: Encodable {
  let source: [Int]
  let spoken: [Int]
  let written: String
  let said: String
  let kind: String
  let rule: String
  let parts: [EditJSON]?

  init(_ edit: Edit, in normalized: NormalizedText, offset: Int) {
    source = [edit.source.lowerBound + offset, edit.source.upperBound + offset]
    spoken = [edit.spoken.lowerBound, edit.spoken.upperBound]
    written = normalized.source.utf8Slice(edit.source)
    said = normalized.spoken.utf8Slice(edit.spoken)
    kind = edit.kind.rawValue
    rule = edit.rule.text
    parts =
      edit.children.isEmpty
      ? nil : edit.children.map { EditJSON($0, in: normalized, offset: offset) }
  }
}

/// What `sentences --format json` prints for a sentence.
struct SentenceJSON: Encodable {
  let range: [Int]
  let text: String

  var line: String { JSONLine.encode(self) }
}

/// JSON on one line, the same bytes each time.
enum JSONLine {
  static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}

extension String {
  /// The text of a range of UTF-8 bytes.
  func utf8Slice(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<utf8.count)
    let lower = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(
      decoding: utf8[lower..<utf8.index(lower, offsetBy: range.count)], as: UTF8.self)
  }
}
