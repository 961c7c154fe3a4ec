internal import Narration

/// Joins the words of cues into passages: what one speaker says until a pause, or until it is as long
/// as a paragraph.
struct CueJoiner {
  /// A pause that ends a paragraph after a sentence, in milliseconds.
  private static let sentencePause = 1000
  /// A pause that ends a paragraph where captions have no full stops.
  private static let pause = 2000
  /// A pause in the middle of a sentence over which nobody remembers its start.
  private static let longPause = 4000
  /// A paragraph as people read it; at the next end of a sentence another begins.
  private static let paragraph = 600
  /// Where no sentence ends, the end of a cue ends the paragraph.
  private static let longestParagraph = 2400

  private enum Item {
    case scalar(CueScalar)
    /// Where a cue or line ends.
    case lineBreak(Int)
    case omit(Range<Int>, Omission.Reason)
  }

  private(set) var builder: PassageBuilder
  /// When each passage begins, in milliseconds.
  private(set) var times: [Int?] = []
  private var vocabulary: Vocabulary
  private let bringsSpaces: Bool
  /// Milliseconds at which a passage begins in any case, ascending.
  private let breaks: [Int]
  private var nextBreak = 0

  private var items: [Item] = []
  private var length = 0
  private var start: Int?
  private var speaker: String?
  private var lastEnd: Int?
  private var lastSource = 0
  /// The last characters said, without white space.
  private var tail: [Unicode.Scalar] = []
  private var sinceSentence = 0
  private var languages: [String] = []

  init(longestWord: Int, bytes: DocumentBytes, bringsSpaces: Bool, breaks: [Int]) {
    builder = PassageBuilder(longestWord: longestWord)
    vocabulary = Vocabulary(bytes)
    self.bringsSpaces = bringsSpaces
    self.breaks = breaks
  }

  // MARK: Cues

  /// Adds a cue by its events.
  mutating func add(_ events: [CueEvent], of text: CueText, cue: Cue) {
    if !items.isEmpty, isNewPassage(before: cue) { flush() }
    if let start = cue.start {
      while nextBreak < breaks.count, breaks[nextBreak] <= start + 200 {
        flush()
        nextBreak += 1
      }
    }
    if !bringsSpaces { items.append(.lineBreak(cue.text.lowerBound)) }
    var isHeard = false
    for event in events {
      switch event {
      case .turn(let name):
        if name == nil || name != speaker { flush() }
        speaker = name
      case .split: flush()
      case .text(let range):
        isHeard = true
        for index in range { append(text.scalars[index], text, cue) }
      case .omit(let range, let reason): items.append(.omit(range, reason))
      case .sound(let range):
        flush()
        let outer = speaker
        speaker = nil
        for index in range { append(text.scalars[index], text, cue) }
        flush()
        speaker = outer
      }
    }
    lastSource = max(lastSource, cue.text.upperBound)
    if isHeard, let end = cue.end ?? cue.start {
      let isOtherPart = lastEnd.map { end < $0 - 10_000 } ?? false
      lastEnd = isOtherPart ? end : max(lastEnd ?? 0, end)
    }
  }

  /// Ends what is being put together.
  mutating func finish() { flush() }

  private mutating func append(_ scalar: CueScalar, _ text: CueText, _ cue: Cue) {
    var scalar = scalar
    if scalar.language > 0 {
      let tag = text.languages[scalar.language - 1]
      if languages.last != tag { languages.append(tag) }
      scalar.language = languages.count
    }
    items.append(.scalar(scalar))
    length += scalar.source.count
    sinceSentence += 1
    guard !scalar.isBlank else { return }
    start = start ?? cue.start
    tail.append(scalar.value)
    if tail.count > 64 { tail.removeFirst(48) }
    if ".!?。！？".unicodeScalars.contains(scalar.value) { sinceSentence = 0 }
  }

  private func isNewPassage(before cue: Cue) -> Bool {
    // Cues that are shown in another order than they stand in.
    if cue.text.lowerBound < lastSource { return true }
    // The next part of a recording, whose times begin again.
    if let start = cue.start, let lastEnd, start < lastEnd - 10_000 { return true }
    let gap = cue.start.flatMap { start in lastEnd.map { start - $0 } } ?? 0
    let isSentenceEnd = isSentenceEnd
    if isSentenceEnd, gap >= Self.sentencePause || length >= Self.paragraph { return true }
    let hasSentences = sinceSentence < 300
    if gap > (hasSentences ? Self.longPause : Self.pause) { return true }
    if length >= Self.longestParagraph { return true }
    return !hasSentences && length >= 2 * Self.paragraph && gap >= 300
  }

  /// Whether what was said last ends a sentence.
  private var isSentenceEnd: Bool {
    var index = tail.count - 1
    while index >= 0, "\"'”’)]»♪".unicodeScalars.contains(tail[index]) { index -= 1 }
    guard index >= 0 else { return true }
    return ".!?…。！？".unicodeScalars.contains(tail[index]) && !endsInAbbreviation
  }

  private static let abbreviations = [
    "mr.", "mrs.", "ms.", "dr.", "prof.", "st.", "vs.", "e.g.", "i.e.",
  ]

  private var endsInAbbreviation: Bool {
    guard tail.last == ".", case .some = items.last else { return false }
    var word = ""
    for item in items.reversed() {
      guard case .scalar(let scalar) = item else { break }
      if scalar.isBlank {
        if word.isEmpty { continue }
        break
      }
      guard word.utf8.count < 8 else { return false }
      word.unicodeScalars.insert(scalar.value, at: word.unicodeScalars.startIndex)
    }
    return Self.abbreviations.contains(word.lowercased())
  }

  // MARK: Passages

  private mutating func flush() {
    defer {
      items.removeAll(keepingCapacity: true)
      length = 0
      start = nil
      tail.removeAll(keepingCapacity: true)
    }
    let count = builder.drafts.count
    let hasText = items.contains {
      if case .scalar(let scalar) = $0 { !scalar.isBlank } else { false }
    }
    if hasText { builder.begin(.paragraph, speaker: speaker.map { Speaker(name: $0) }) }
    write(hasText: hasText)
    builder.end()
    if builder.drafts.count > count { times.append(start) }
  }

  private mutating func write(hasText: Bool) {
    var writer = ScalarWriter()
    var previous: CueScalar?
    var index = 0
    while index < items.count {
      if case .scalar(let scalar) = items[index], !scalar.isBlank {
        writer.add(scalar, languages, to: &builder)
        previous = scalar
        index += 1
        continue
      }
      // A gap: white space, ends of lines, what is left out.
      var end = index
      var hasBreak = false
      var hasBlank = false
      while end < items.count {
        if case .scalar(let scalar) = items[end] {
          guard scalar.isBlank else { break }
          if scalar.isLineBreak { hasBreak = true } else { hasBlank = true }
        } else if case .lineBreak = items[end] {
          hasBreak = true
        }
        end += 1
      }
      let next: CueScalar? =
        if end < items.count, case .scalar(let scalar) = items[end] { scalar } else { nil }
      var join = hasBreak ? .space : hasBlank ? Join.space : .none
      if hasBreak, let previous, let next {
        join = self.join(previous, next, gap: index..<end, hasBlank: hasBlank)
      }
      if join == .withoutHyphen { writer.dropLast() }
      writer.flush(to: &builder)
      if join == .space { writer.closeSpans(unlike: next, languages, in: &builder) }
      writeGap(index..<end, hasSpace: join == .space && hasText && next != nil)
      index = end
    }
    writer.flush(to: &builder)
    writer.closeSpans(unlike: nil, languages, in: &builder)
  }

  /// What is left out, and the first white space of the source, or a break where a cue ends.
  private mutating func writeGap(_ range: Range<Int>, hasSpace: Bool) {
    var isWanted = hasSpace
    for index in range {
      switch items[index] {
      case .scalar(let scalar):
        if isWanted {
          builder.add(" ", source: scalar.source, isCopied: scalar.value == " ")
        }
        isWanted = false
      case .lineBreak(let offset):
        if isWanted { builder.addBreak(at: offset) }
      case .omit(let source, let reason): builder.omit(source, because: reason)
      }
    }
  }

  private enum Join { case none, space, withoutHyphen }

  /// What stands between two characters over the end of a line.
  private mutating func join(
    _ previous: CueScalar, _ next: CueScalar, gap: Range<Int>, hasBlank: Bool
  ) -> Join {
    let value = previous.value
    if value == "\u{AD}" { return .withoutHyphen }
    if value == "-" || value == "\u{2010}", next.value.properties.isLowercase {
      let left = word(before: gap.lowerBound - 1)
      guard !left.isEmpty else { return .space }
      let right = word(from: gap.upperBound)
      if ["and", "or", "to", "nor", "und", "oder", "et", "ou"].contains(right) { return .space }
      return vocabulary.contains(left + right) ? .withoutHyphen : .none
    }
    if TextScalar.isUnspaced(value.value), TextScalar.isUnspaced(next.value.value) { return .none }
    if ",.;:!?)]}".unicodeScalars.contains(next.value), !hasBlank {
      // `...and then` goes on with three dots.
      var following: Unicode.Scalar?
      if gap.upperBound + 1 < items.count,
        case .scalar(let scalar) = items[gap.upperBound + 1]
      {
        following = scalar.value
      }
      return following == "." ? .space : .none
    }
    return .space
  }

  /// The lower-case letters before a hyphen; empty when something else stands there.
  private func word(before hyphen: Int) -> String {
    var word: [Character] = []
    var index = hyphen - 1
    while index >= 0, case .scalar(let scalar) = items[index], scalar.value.properties.isAlphabetic,
      word.count < 64
    {
      word.append(Character(scalar.value))
      index -= 1
    }
    guard word.first?.isLowercase ?? false else { return "" }
    return String(word.reversed()).lowercased()
  }

  private func word(from start: Int) -> String {
    var word = String.UnicodeScalarView()
    var index = start
    while index < items.count, case .scalar(let scalar) = items[index],
      scalar.value.properties.isAlphabetic, word.count < 64
    {
      word.append(scalar.value)
      index += 1
    }
    return String(word).lowercased()
  }
}

/// Hands characters to a ``PassageBuilder`` in runs, with their emphasis and languages.
private struct ScalarWriter {
  private var text = String.UnicodeScalarView()
  private var source = 0..<0
  private var isCopied = true
  private var isEmphasized = false
  private var language = 0

  mutating func add(_ scalar: CueScalar, _ languages: [String], to builder: inout PassageBuilder) {
    if scalar.isEmphasized != isEmphasized || scalar.language != language {
      flush(to: &builder)
      closeSpans(unlike: scalar, languages, in: &builder)
      if scalar.language != language, scalar.language > 0 {
        builder.beginSpan(.language(languages[scalar.language - 1]))
      }
      if scalar.isEmphasized, !isEmphasized { builder.beginSpan(.emphasis) }
      (isEmphasized, language) = (scalar.isEmphasized, scalar.language)
    }
    let goesOn =
      scalar.isCopied
      ? isCopied && source.upperBound == scalar.source.lowerBound
      : !isCopied && source == scalar.source
    if !goesOn || text.isEmpty {
      flush(to: &builder)
      source = scalar.source
      isCopied = scalar.isCopied
    }
    text.append(scalar.value)
    source = source.lowerBound..<scalar.source.upperBound
  }

  mutating func flush(to builder: inout PassageBuilder) {
    guard !text.isEmpty else { return }
    builder.add(String(text), source: source, isCopied: isCopied)
    text = String.UnicodeScalarView()
  }

  /// Takes back the hyphen at a line's end.
  mutating func dropLast() {
    guard let last = text.popLast() else { return }
    if isCopied { source = source.lowerBound..<source.upperBound - UTF8.width(last) }
  }

  /// Ends the spans that do not hold for the next character.
  mutating func closeSpans(
    unlike next: CueScalar?, _ languages: [String], in builder: inout PassageBuilder
  ) {
    let language = next?.language ?? 0
    let isOther = language != self.language
    if isEmphasized, isOther || next?.isEmphasized != true {
      builder.endSpan()
      isEmphasized = false
    }
    if isOther, self.language > 0 {
      builder.endSpan()
      self.language = 0
    }
  }
}
