import Narration
import Producing
import SpokenText

/// What `narrate explain` prints for a person: each edit with place, class, rule and both texts.
struct ExplainTable {
  let isColored: Bool
  /// Whether commas for brackets, dropped quotation marks and the like are shown.
  let showsPhrasing: Bool

  func write(_ production: Production, to output: inout OutputBytes) {
    let source = production.episode.source
    var document = source.document
    /// Tells which member of a container what follows stands in.
    func enter(_ place: Place) {
      guard place.document != document else { return }
      document = place.document
      output.write(dim("in \(folded(document))") + "\n")
    }
    for (index, chapter) in production.episode.chapters.enumerated() {
      output.write(heading("Chapter \(index + 1): \(chapter.title)") + "\n")
      for passage in production.scripted.passages where passage.chapter == index {
        for edit in passage.normalized.edits where isTold(edit) {
          let bytes = passage.passage.runs.source(of: edit.source)
          let place = source.place(of: bytes)
          enter(place)
          write(edit, of: passage.normalized, at: place, to: &output)
        }
      }
    }
    for omission in production.episode.omissions {
      let place = source.place(of: omission.source)
      enter(place)
      let written = source.slice(omission.source)
      output.write(
        row(place, "omission", omission.reason.rawValue, written, "", depth: 0))
    }
  }

  private func write(
    _ edit: Edit, of normalized: NormalizedText, at place: Place, to output: inout OutputBytes
  ) {
    output.write(
      row(
        place, edit.kind.rawValue, edit.rule.text, normalized.source.utf8Slice(edit.source),
        normalized.spoken.utf8Slice(edit.spoken), depth: 0))
  }

  /// `4:17  initialism  initialism.letters  "IV" → "I V"`.
  private func row(
    _ place: Place, _ kind: String, _ rule: String, _ written: String, _ spoken: String, depth: Int
  ) -> String {
    let position = pad("\(place.line):\(place.column)", 9)
    let names = pad(kind, 13) + pad(rule, 26)
    let words = folded(spoken)
    let said = words.isEmpty ? dim("(nothing)") : bold("“\(words)”")
    return "\(position) \(dim(names)) “\(folded(written))” → \(said)\n"
  }

  private func isTold(_ edit: Edit) -> Bool {
    edit.kind != .kept && (showsPhrasing || edit.kind != .phrasing)
  }

  /// White space folded, and what would command the terminal made visible: ESC → `␛`.
  private func folded(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(String.UnicodeScalarView(line.unicodeScalars.flatMap(shown)))
  }

  private func shown(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0..<0x20: return [Unicode.Scalar(0x2400 + scalar.value) ?? "␀"]
    case 0x7F: return ["␡"]
    // C1 controls, and those that turn the direction of writing.
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
      return Array("U+\(String(scalar.value, radix: 16, uppercase: true))".unicodeScalars)
    default: return [scalar]
    }
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func heading(_ text: String) -> String {
    isColored ? "\u{1B}[1;36m\(text)\u{1B}[0m" : text
  }
  private func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
