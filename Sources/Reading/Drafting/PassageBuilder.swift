internal import Narration

/// Puts passages together from pieces of text as a reader comes by them.
///
/// - A run of white space becomes one space, none stands at the ends of a passage.
/// - Characters that no voice can say, and runs without white space too long for language, are
///   declared omissions.
/// - A passage of which nothing is left is not made.
struct PassageBuilder {
  /// The longest run without white space that is taken for language, in characters.
  let longestWord: Int

  private(set) var drafts: [DraftPassage] = []
  /// In no order.
  private(set) var omissions: [Omission] = []
  /// Whether a passage is being put together.
  private(set) var isOpen = false

  /// For the next passage that is made.
  var followsSeparator = false
  /// For the next passage that is made.
  var chapterMark: String?

  private var kind = Passage.Kind.paragraph
  private var speaker: Speaker?
  private var isReferenceHeading = false
  private var text: [UInt8] = []
  private var runs: [RunMap.Run] = []
  private var spans: [Passage.Span] = []
  /// Spans that are open, the innermost last; they go on in the next passage.
  private var open: [(kind: Passage.SpanKind, start: Int)] = []
  /// White space that becomes a space when text follows.
  private var space: Range<Int>?
  /// Whether ``space`` is one space as it stands in the source.
  private var isPlainSpace = false
  /// Where the current word begins in ``text``, and its length in characters.
  private var wordStart = 0
  private var wordLength = 0

  init(longestWord: Int) { self.longestWord = longestWord }

  // MARK: Passages

  /// Begins a passage; one that is open ends.
  mutating func begin(
    _ kind: Passage.Kind, speaker: Speaker? = nil, isReferenceHeading: Bool = false
  ) {
    end()
    isOpen = true
    self.kind = kind
    self.speaker = speaker
    self.isReferenceHeading = isReferenceHeading
  }

  /// Ends the passage that is open.
  mutating func end() {
    guard isOpen else { return }
    endWord()
    isOpen = false
    space = nil
    for span in open { close(span) }
    for index in open.indices { open[index].start = 0 }
    defer {
      text.removeAll(keepingCapacity: true)
      runs.removeAll()
      spans.removeAll()
      wordStart = 0
    }
    guard !text.isEmpty else { return }
    spans.sort {
      ($0.text.lowerBound, -$0.text.count) < ($1.text.lowerBound, -$1.text.count)
    }
    drafts.append(
      DraftPassage(
        passage: Passage(
          kind: kind, speaker: speaker, text: String(decoding: text, as: UTF8.self), spans: spans,
          runs: RunMap(runs)),
        followsSeparator: followsSeparator, isReferenceHeading: isReferenceHeading,
        chapterMark: chapterMark))
    followsSeparator = false
    chapterMark = nil
  }

  /// Makes a passage without text, of which only an announcement is heard.
  mutating func addPlaceholder(_ kind: Passage.Kind, at source: Range<Int>) {
    end()
    let runs = RunMap([RunMap.Run(text: 0..<0, source: source, kind: .omitted)])
    drafts.append(
      DraftPassage(
        passage: Passage(kind: kind, text: "", runs: runs), followsSeparator: followsSeparator,
        chapterMark: chapterMark))
    followsSeparator = false
    chapterMark = nil
  }

  /// Begins something that holds for the text up to ``endSpan()``.
  mutating func beginSpan(_ kind: Passage.SpanKind) {
    open.append((kind, text.count + (space == nil || text.isEmpty ? 0 : 1)))
  }

  /// Ends the span begun last.
  mutating func endSpan() {
    if let span = open.popLast() { close(span) }
  }

  private mutating func close(_ span: (kind: Passage.SpanKind, start: Int)) {
    // White space at its beginning, which became a space, is none of its words.
    let start = span.start < text.count && text[span.start] == 0x20 ? span.start + 1 : span.start
    guard start < text.count else { return }
    spans.append(Passage.Span(text: start..<text.count, kind: span.kind))
  }

  // MARK: Text

  /// Adds text of the source.
  mutating func add(_ piece: MarkupTree.Piece) {
    add(piece.text, source: piece.source, isCopied: piece.isCopied)
  }

  /// Adds text that stands for bytes of the source: the same bytes if `isCopied`, else a decoded
  /// escape, or words such as an image's alternative text.
  mutating func add(_ string: String, source: Range<Int>, isCopied: Bool) {
    if !isOpen { begin(.paragraph) }
    var offset = source.lowerBound
    for scalar in string.unicodeScalars {
      let length = UTF8.width(scalar)
      let place = isCopied ? offset..<offset + length : source
      offset += length
      if TextScalar.isWhiteSpace(scalar.value) {
        endWord()
        isPlainSpace = space == nil && isCopied && scalar == " "
        space = space.map { $0.lowerBound..<max($0.upperBound, place.upperBound) } ?? place
      } else if TextScalar.isUnspeakable(scalar.value) {
        omit(place, because: .unspeakable)
      } else {
        addSpace()
        if TextScalar.isUnspaced(scalar.value) { endWord() }
        if wordLength == 0 { wordStart = text.count }
        wordLength += 1
        append(scalar, from: place, isCopied: isCopied)
      }
    }
  }

  /// Adds a break between words where the source has none: between two blocks in one passage, or at
  /// a line break.
  mutating func addBreak(at offset: Int) {
    endWord()
    guard isOpen, space == nil else { return }
    space = offset..<offset
    isPlainSpace = false
  }

  /// Declares that text of the source is left out here.
  mutating func omit(_ source: Range<Int>, because reason: Omission.Reason) {
    guard !source.isEmpty else { return }
    if let last = omissions.last, last.reason == reason,
      last.source.upperBound == source.lowerBound || last.source == source
    {
      omissions[omissions.count - 1].source = last.source.lowerBound..<source.upperBound
    } else {
      omissions.append(Omission(source: source, reason: reason))
    }
    guard isOpen, !text.isEmpty else { return }
    // Runs follow each other in the source too: a space to come stands behind this.
    if let before = space, before.lowerBound <= source.lowerBound {
      space = max(before.upperBound, source.upperBound)..<max(before.upperBound, source.upperBound)
      isPlainSpace = false
    }
    if let last = runs.last, last.kind == .omitted, last.source.upperBound == source.lowerBound {
      runs[runs.count - 1].source = last.source.lowerBound..<source.upperBound
    } else {
      runs.append(RunMap.Run(text: text.count..<text.count, source: source, kind: .omitted))
    }
  }

  private mutating func addSpace() {
    guard let source = space else { return }
    space = nil
    guard !text.isEmpty else { return }
    if isPlainSpace { return append(" ", from: source, isCopied: true) }
    let at = text.count
    text.append(0x20)
    runs.append(RunMap.Run(text: at..<at + 1, source: source, kind: .folded))
  }

  private mutating func append(
    _ scalar: Unicode.Scalar, from source: Range<Int>, isCopied: Bool
  ) {
    let start = text.count
    if let bytes = UTF8.encode(scalar) { text.append(contentsOf: bytes) }
    let kind = isCopied ? RunMap.Kind.copied : .decoded
    if let last = runs.last, last.kind == kind, last.text.upperBound == start,
      isCopied ? last.source.upperBound == source.lowerBound : last.source == source
    {
      runs[runs.count - 1].text = last.text.lowerBound..<text.count
      runs[runs.count - 1].source = last.source.lowerBound..<source.upperBound
    } else {
      runs.append(RunMap.Run(text: start..<text.count, source: source, kind: kind))
    }
  }

  /// Takes a word out again that is too long to be one, such as base64.
  private mutating func endWord() {
    defer { wordLength = 0 }
    guard wordLength > longestWord else { return }
    var source: Range<Int>?
    while let last = runs.last, last.text.upperBound > wordStart {
      runs.removeLast()
      let kept = max(0, wordStart - last.text.lowerBound)
      var taken = last.source
      if kept > 0, last.kind == .copied {
        taken = last.source.lowerBound + kept..<last.source.upperBound
        runs.append(
          RunMap.Run(
            text: last.text.lowerBound..<wordStart,
            source: last.source.lowerBound..<taken.lowerBound, kind: .copied))
      }
      source = source.map { min($0.lowerBound, taken.lowerBound)..<$0.upperBound } ?? taken
      if kept > 0 { break }
    }
    text.removeSubrange(wordStart...)
    takeBackSpace()
    // Spans stand in the order of their ends.
    var cut: [Passage.Span] = []
    while var span = spans.last, span.text.upperBound > text.count {
      spans.removeLast()
      guard span.text.lowerBound < text.count else { continue }
      span.text = span.text.lowerBound..<text.count
      cut.append(span)
    }
    spans += cut.reversed()
    for index in open.indices { open[index].start = min(open[index].start, text.count) }
    if let source { omit(source, because: .blob) }
  }

  /// Makes a space at the end of the text white space again, that becomes one when text follows.
  private mutating func takeBackSpace() {
    guard text.last == 0x20, let last = runs.last else { return }
    if last.kind == .folded {
      runs.removeLast()
      space = last.source
      isPlainSpace = false
    } else if last.kind == .copied, !last.source.isEmpty {
      let end = last.source.upperBound
      runs.removeLast()
      if last.text.count > 1 {
        runs.append(
          RunMap.Run(
            text: last.text.lowerBound..<last.text.upperBound - 1,
            source: last.source.lowerBound..<end - 1, kind: .copied))
      }
      space = end - 1..<end
      isPlainSpace = false
    } else {
      return
    }
    text.removeLast()
  }
}
