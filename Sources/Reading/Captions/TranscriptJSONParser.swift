internal import Narration

/// Finds the segments of a transcript in JSON as Podcasting 2.0 defines it (1.0.0).
///
/// `{"version": "1.0.0", "segments": [{"speaker": "Ada", "startTime": 0.5, "endTime": 2, "body":
/// "Hello."}]}`. The names that Whisper gives them (`start`, `end`, `text`) are known too. Of a file
/// that was cut, the segments before the cut are read.
struct TranscriptJSONParser {
  private let source: SourceText
  private var scanner: JSONScanner
  private var track = CaptionTrack(syntax: .json)
  /// Whether each container that is open is an object, the innermost last, with the key that is read.
  private var open: [(isObject: Bool, key: String)] = []
  private var segment: Cue?
  private var hasSegments = false
  private var counts = (blank: 0, scalars: 0)

  static func parse(_ source: SourceText) throws(ReadingError) -> CaptionTrack {
    var parser = TranscriptJSONParser(source)
    try parser.parse()
    return parser.track
  }

  private init(_ source: SourceText) {
    self.source = source
    scanner = JSONScanner(DocumentBytes(source.text))
  }

  private mutating func parse() throws(ReadingError) {
    var expectsKey = false
    var key: Range<Int>?
    while true {
      let token = scanner.next()
      // What stands in a key's place without a colon behind it is no key.
      if let found = key, token != .colon { omit(found, because: .damaged) }
      key = nil
      switch token {
      case .beginObject:
        if isSegmentList { segment = Cue(text: 0..<0) }
        open.append((true, ""))
        expectsKey = true
      case .beginArray:
        open.append((false, ""))
        if isSegmentList { hasSegments = true }
      case .endObject, .endArray:
        guard let last = open.popLast(), last.isObject == (token == .endObject) else {
          return try damaged(at: scanner.offset - 1)
        }
        if isSegmentList { endSegment() }
        expectsKey = false
      case .comma: expectsKey = open.last?.isObject ?? false
      case .colon: expectsKey = false
      case .string(let range):
        if expectsKey, !open.isEmpty {
          open[open.count - 1].key = scanner.text(range)
          key = range
        } else {
          string(range)
        }
      case .cutString(let range):
        if expectsKey { omit(range, because: .damaged) } else { string(range) }
        return try damaged(at: range.lowerBound, isCut: true)
      case .number(let range): number(range)
      case .literal: continue
      case .broken(let offset): return try damaged(at: offset)
      case .end:
        if !open.isEmpty { return try damaged(at: scanner.offset, isCut: true) }
        return try finish()
      }
    }
  }

  /// Whether the innermost open container is the list of segments: that of the document's object, or
  /// the document itself.
  private var isSegmentList: Bool {
    guard let last = open.last, !last.isObject else { return false }
    return open.count == 1 || open.count == 2 && open[0].isObject && open[0].key == "segments"
  }

  private mutating func string(_ range: Range<Int>) {
    let key = open.last?.key ?? ""
    let depth = open.first?.isObject == true ? 3 : 2
    guard segment != nil else {
      switch key {
      case "version": return
      case "language":
        let language = scanner.text(range).onOneLine
        if open.count == 1, LanguageTag.isValid(language) { track.metadata.language = language }
      case "title" where open.count == 1: track.metadata.title = scanner.text(range).onOneLine
      case "text", "transcript": return omit(range, because: .repetition)
      default: break
      }
      return omit(range, because: .metadata)
    }
    guard open.count == depth else { return omit(range, because: .repetition) }
    switch key {
    case "body", "text":
      guard let text = segment?.text, text.isEmpty else { return omit(range, because: .repetition) }
      segment?.text = range
    case "speaker":
      segment?.speaker = scanner.text(range).onOneLine
      omit(range, because: .speakerName)
    case "startTime", "start", "endTime", "end":
      time(range)
      if milliseconds(range) == nil { omit(range, because: .metadata) }
    default: omit(range, because: .metadata)
    }
  }

  private mutating func number(_ range: Range<Int>) {
    let depth = open.first?.isObject == true ? 3 : 2
    if open.count == depth { time(range) }
  }

  private mutating func time(_ range: Range<Int>) {
    let time = milliseconds(range)
    switch open.last?.key {
    case "startTime", "start": segment?.start = time
    case "endTime", "end": segment?.end = time
    default: return
    }
  }

  private func milliseconds(_ range: Range<Int>) -> Int? {
    guard let seconds = Double(source.slice(range)), seconds.isFinite, seconds >= 0 else {
      return nil
    }
    return Int(min(seconds, 1_000_000_000) * 1000)
  }

  private mutating func endSegment() {
    guard let cue = segment else { return }
    segment = nil
    guard !cue.text.isEmpty else { return }
    var isBlank = true
    scanner.scalars(cue.text) { scalar, _, _ in
      counts.scalars += 1
      if !TextScalar.isWhiteSpace(scalar.value) { isBlank = false }
    }
    if isBlank { counts.blank += 1 }
    track.cues.append(cue)
  }

  private mutating func omit(_ range: Range<Int>, because reason: Omission.Reason) {
    if !range.isEmpty { track.omissions.append(Omission(source: range, reason: reason)) }
  }

  private mutating func finish() throws(ReadingError) {
    endSegment()
    guard hasSegments else {
      throw ReadingError(
        .undecodable, at: source.document, "this JSON holds no list of `segments`",
        remedy: "name a transcript as Podcasting 2.0 has it, or read it with --from text")
    }
    // Segments of single characters, in which spaces are segments too.
    track.bringsSpaces =
      counts.blank * 30 > track.cues.count && counts.scalars * 2 < track.cues.count * 5
  }

  private mutating func damaged(at offset: Int, isCut: Bool = false) throws(ReadingError) {
    let place = source.place(of: offset..<offset).description
    guard hasSegments else {
      throw ReadingError(
        .undecodable, at: place, "this is no JSON", remedy: "name a transcript in JSON")
    }
    track.notices.append(
      Complaint(
        .warning, at: place,
        isCut ? "the file ends in the middle" : "what follows is no JSON and is not read",
        remedy: "what stands before this place is read; mend the file to have the rest"))
    if !isCut { omit(offset..<source.text.utf8.count, because: .damaged) }
    try finish()
  }
}
