public import SpokenText

/// Says what a listener cannot see: words that do not stand in the text of a passage.
///
/// Every word said here is an insertion, with an empty source range at its place. So far: the
/// number or letter of an item in an ordered list (`2.` → `two.`); bullets are heard as pauses.
public struct Announcing: Sendable {
  /// Says numbers the way the rest of the text does.
  private let normalizer: Normalizer

  /// Announcements by the rules of a normalizer.
  public init(normalizer: Normalizer) { self.normalizer = normalizer }

  /// The words before a passage, most often none.
  public func words(before passage: Passage) -> [Word] {
    guard case .listItem(let marker) = passage.kind else { return [] }
    let counter = marker.filter { $0.isLetter || $0.isNumber }
    guard !counter.isEmpty else { return [] }
    let at = passage.runs.runs.first?.source.lowerBound ?? 0
    if counter.count == 1, let letter = counter.first, letter.isLetter {
      return [
        Word(
          text: letter.uppercased(), source: at..<at, mark: .period, pronunciation: .letterName)
      ]
    }
    let normalized = normalizer.normalize(counter)
    var words = normalized.sentences.flatMap(normalized.words(of:)).map {
      Word(text: $0.text, source: at..<at, mark: $0.mark, pronunciation: $0.pronunciation)
    }
    if !words.isEmpty { words[words.count - 1].mark = .period }
    return words
  }
}
