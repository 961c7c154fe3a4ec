/// A run of passages that becomes a chapter.
struct ChapterPart: Equatable {
  /// The drafts in it, by their index.
  var drafts: Range<Int>
  /// What the source calls it; nil when its own words are to name it.
  var title: String?
  /// Whether the author made it, by a heading or a mark, so that it may be short.
  var isAuthors: Bool
  /// Whether it is a list of references, which no text before it belongs to.
  var isReferences = false
}

extension [ChapterPart] {
  /// Joins what is shorter than half a minute, and not so by the author's will, to the part before
  /// it, the first to the one behind it.
  ///
  /// - Parameter words: How many words a part has.
  func joiningShort(than least: Int, words: (Range<Int>) -> Int) -> [ChapterPart] {
    var parts: [ChapterPart] = []
    for part in self {
      let isShort = !part.isAuthors && words(part.drafts) < least
      guard let last = parts.last else {
        parts.append(part)
        continue
      }
      if isShort {
        parts[parts.count - 1].drafts = last.drafts.lowerBound..<part.drafts.upperBound
      } else if parts.count == 1, !last.isAuthors, !part.isReferences,
        words(last.drafts) < least
      {
        parts[0] = ChapterPart(
          drafts: last.drafts.lowerBound..<part.drafts.upperBound,
          title: part.isAuthors ? part.title : last.title ?? part.title,
          isAuthors: part.isAuthors)
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}
