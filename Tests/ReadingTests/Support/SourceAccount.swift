import Glibc
import Narration

/// What becomes of each byte of an episode's source: it is said in a passage, left out by declaration,
/// or neither, as markup is.
struct SourceAccount {
  private let passages: [Passage]
  private let omissions: [Omission]
  private let source: SourceText
  private let bytes: [UInt8]

  init(_ episode: Episode) {
    passages = episode.chapters.flatMap(\.passages)
    omissions = episode.omissions
    source = episode.source
    bytes = Array(episode.source.text.utf8)
  }

  // MARK: Places

  /// What is wrong with a passage, its way back to the source or an omission; nil when nothing is.
  ///
  /// - Parameter isInOrder: Whether runs follow each other in the source as in the passage. Words of
  ///   one text that is decoded as a whole, such as an image's, share its place.
  func fault(isInOrder: Bool = true) -> String? {
    var before = 0
    for omission in omissions {
      let range = omission.source
      guard !range.isEmpty, isInside(range) else { return "an omission is nowhere: \(range)" }
      guard range.lowerBound >= before else { return "omissions are out of order at \(range)" }
      before = range.lowerBound
    }
    for passage in passages {
      if let what = fault(of: passage, isInOrder: isInOrder) { return "\(what): \(passage.text)" }
    }
    return nil
  }

  private func isInside(_ range: Range<Int>) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= bytes.count
  }

  private func fault(of passage: Passage, isInOrder: Bool) -> String? {
    if passage.text.isEmpty, passage.kind != .code { return "a passage is empty" }
    let text = Array(passage.text.utf8)
    if text.first == 0x20 || text.last == 0x20 { return "a passage has white space at its end" }
    for index in text.indices.dropLast() where text[index] == 0x20 && text[index + 1] == 0x20 {
      return "two spaces stand side by side at \(index)"
    }
    var end = 0
    var before = 0..<0
    for run in passage.runs.runs {
      guard run.text.lowerBound == end, run.text.upperBound <= text.count else {
        return "runs leave a gap at \(end)"
      }
      end = run.text.upperBound
      guard isInside(run.source) else { return "a run comes from nowhere" }
      switch run.kind {
      case .copied:
        guard isCopy(text, run) else { return "a copied run holds other bytes at \(end)" }
      case .decoded: break
      case .folded, .omitted: continue
      }
      if isInOrder, run.source.lowerBound < before.upperBound, run.source != before {
        return "a run stands before the one in front of it at \(end)"
      }
      before = run.source
    }
    if end != text.count { return "runs end before their text" }
    for span in passage.spans {
      guard !span.text.isEmpty, span.text.lowerBound >= 0, span.text.upperBound <= text.count,
        String(validating: text[span.text], as: UTF8.self) != nil
      else { return "a span holds no words: \(span)" }
    }
    return nil
  }

  private func isCopy(_ text: [UInt8], _ run: RunMap.Run) -> Bool {
    guard run.text.count == run.source.count else { return false }
    guard !run.text.isEmpty else { return true }
    return text.withUnsafeBytes { said in
      bytes.withUnsafeBytes { written in
        guard let said = said.baseAddress, let written = written.baseAddress else { return false }
        return memcmp(
          said + run.text.lowerBound, written + run.source.lowerBound, run.text.count) == 0
      }
    }
  }

  // MARK: Letters

  /// The first letter or digit that is not told of once, in a passage or in an omission, with what
  /// became of it; nil when there is none.
  ///
  /// - Parameters:
  ///   - ranges: Where the source holds text, in order; nil for all of it.
  ///   - isText: Which characters there are text; all others are passed over.
  func miscounted(
    in ranges: [Range<Int>]? = nil, where isText: (Unicode.Scalar) -> Bool = Self.isLetterOrDigit
  ) -> String? {
    let ranges = ranges ?? [0..<bytes.count]
    var first = 0
    for (range, what) in miscountedRanges {
      while first < ranges.count, ranges[first].upperBound <= range.lowerBound { first += 1 }
      for text in ranges[first...] {
        if text.lowerBound >= range.upperBound { break }
        let part = text.clamped(to: range)
        let words = String(decoding: bytes[part], as: UTF8.self)
        if words.unicodeScalars.contains(where: isText) {
          return "“\(words.prefix(60))” at \(source.place(of: part)) \(what)"
        }
      }
    }
    return nil
  }

  /// Letters and digits of any script.
  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (scalar.value | 0x20) &- 0x61 < 26 || scalar.value &- 0x30 < 10 }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Ranges that nothing tells of, or more than one thing; sorted by start.
  private var miscountedRanges: [(range: Range<Int>, what: String)] {
    var told = omissions.map { (range: $0.source, isSaid: false) }
    for passage in passages {
      var last: Range<Int>?
      // The marker of an item is said by its kind.
      if let first = passage.runs.runs.first, first.text.isEmpty, passage.kind.hasMarker {
        told.append((first.source, false))
      }
      // A run that is folded away, such as a hyphen, is told of as well.
      for run in passage.runs.runs
      where run.kind == .copied || run.kind == .decoded || run.kind == .folded && run.text.isEmpty {
        // The words of one text that is decoded as a whole.
        if run.kind == .decoded, run.source == last { continue }
        last = run.source
        if !run.source.isEmpty { told.append((run.source, true)) }
      }
    }
    told.sort { $0.range.lowerBound < $1.range.lowerBound }
    var found: [(range: Range<Int>, what: String)] = []
    var end = 0
    var wasSaid = false
    for (range, isSaid) in told {
      if range.lowerBound > end { found.append((end..<range.lowerBound, "is lost")) }
      if range.lowerBound < end {
        if isSaid || wasSaid {
          let what = isSaid && wasSaid ? "is said twice" : "is said and left out"
          found.append((range.lowerBound..<min(end, range.upperBound), what))
        }
      }
      if range.upperBound > end {
        end = range.upperBound
        wasSaid = isSaid
      }
    }
    if end < bytes.count { found.append((end..<bytes.count, "is lost")) }
    return found
  }
}

extension Passage.Kind {
  fileprivate var hasMarker: Bool {
    switch self {
    case .heading, .listItem, .note, .reference: true
    default: false
    }
  }
}
