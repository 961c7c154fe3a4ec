internal import Narration

/// A character of a cue with its place and what holds for it.
struct CueScalar {
  var value: Unicode.Scalar
  /// UTF-8 bytes of the source.
  var source: Range<Int>
  /// Whether the source holds the same bytes; else an entity or escape was decoded.
  var isCopied: Bool
  /// Number of the voice in ``CueText/voices`` from 1; 0 where none is given.
  var voice = 0
  var isEmphasized = false
  /// Number of the language in ``CueText/languages`` from 1; 0 where none is given.
  var language = 0

  var isBlank: Bool { TextScalar.isWhiteSpace(value.value) }
  var isLineBreak: Bool { TextScalar.isLineBreak(value.value) }
}

/// The text of a cue, tags gone and entities decoded.
struct CueText {
  fileprivate(set) var scalars: [CueScalar] = []
  /// Names of `<v Name>`; empty where the tag has none.
  fileprivate(set) var voices: [String] = []
  fileprivate(set) var languages: [String] = []
  fileprivate(set) var omissions: [Omission] = []
}

/// Reads the text of cues: WebVTT 6.4 (cue text tokenizer and parsing rules), SubRip as players read
/// it, plain strings in JSON.
///
/// `<v Ann><i>Hi</i> &amp; bye` → voice Ann: *Hi* & bye. A `<` that begins no tag is text.
struct CueTextParser {
  private let bytes: DocumentBytes
  private let syntax: CaptionSyntax
  private let json: JSONScanner
  private var text = CueText()
  private var open: [(name: String, outer: CueScalar)] = []
  /// What holds at this place.
  private var style = CueScalar(value: " ", source: 0..<0, isCopied: true)
  /// Inside the reading over a character, which is not said.
  private var isInReading = false
  private var entities: [String: (text: String, length: Int)] = [:]
  /// More tags inside each other than any cue has.
  private static let deepest = 64

  init(_ bytes: DocumentBytes, _ syntax: CaptionSyntax) {
    self.bytes = bytes
    self.syntax = syntax
    json = JSONScanner(bytes)
  }

  /// The text of a cue.
  mutating func parse(_ cue: Cue) -> CueText {
    text = CueText()
    open = []
    isInReading = false
    style = CueScalar(value: " ", source: 0..<0, isCopied: true)
    if let name = cue.speaker {
      text.voices = [name]
      style.voice = 1
    }
    if syntax == .json {
      json.scalars(cue.text) { add($0, $1, isCopied: $2) }
    } else {
      tagged(cue.text)
    }
    // A cue in italics throughout is a voice from elsewhere, not stressed.
    if text.scalars.allSatisfy({ $0.isEmphasized || $0.isBlank }) {
      for index in text.scalars.indices { text.scalars[index].isEmphasized = false }
    }
    return text
  }

  private mutating func tagged(_ range: Range<Int>) {
    var offset = range.lowerBound
    // Where no tag ends behind this place, none is looked for again.
    var hasTagEnd = true
    while offset < range.upperBound {
      switch bytes[offset] {
      case UInt8(ascii: "<") where hasTagEnd:
        if let end = endOfTag(at: offset, until: range.upperBound, &hasTagEnd) {
          tag(offset + 1..<end - 1)
          offset = end
          continue
        }
      case UInt8(ascii: "{"):
        if let end = endOfOverride(at: offset, until: range.upperBound) {
          offset = end
          continue
        }
      case UInt8(ascii: "\\") where syntax == .subRip:
        // ASS's line break and hard space, which converters leave behind.
        let next = bytes[offset + 1]
        if offset + 1 < range.upperBound, [0x4E, 0x6E, 0x68].contains(next) {
          add(next == 0x68 ? " " : "\n", offset..<offset + 2, isCopied: false)
          offset += 2
          continue
        }
      case UInt8(ascii: "&"):
        if let (decoded, end) = reference(at: offset, until: range.upperBound) {
          for scalar in decoded.unicodeScalars { add(scalar, offset..<end, isCopied: false) }
          offset = end
          continue
        }
      default: break
      }
      let (value, length) = bytes.scalar(at: offset)
      add(Unicode.Scalar(value) ?? "\u{FFFD}", offset..<offset + length, isCopied: true)
      offset += length
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ source: Range<Int>, isCopied: Bool) {
    if isInReading {
      guard !TextScalar.isWhiteSpace(scalar.value) else { return }
      return omit(source, because: .alternative)
    }
    var next = style
    next.value = scalar
    next.source = source
    next.isCopied = isCopied
    text.scalars.append(next)
  }

  private mutating func omit(_ source: Range<Int>, because reason: Omission.Reason) {
    if let last = text.omissions.last, last.reason == reason,
      last.source.upperBound == source.lowerBound
    {
      text.omissions[text.omissions.count - 1].source =
        last.source.lowerBound..<source.upperBound
    } else if !source.isEmpty {
      text.omissions.append(Omission(source: source, reason: reason))
    }
  }

  // MARK: Tags

  /// The offset behind a tag that begins with `<`; nil when it is a mere less-than sign.
  private func endOfTag(at start: Int, until limit: Int, _ hasTagEnd: inout Bool) -> Int? {
    let next = bytes[start + 1]
    // A letter, `/`, or a digit of a time inside the text (6.4, karaoke).
    guard (next | 0x20) &- 0x61 < 26 || next == 0x2F || next &- 0x30 < 10 else { return nil }
    var offset = start + 1
    while offset < limit, bytes[offset] != UInt8(ascii: ">") {
      if bytes[offset] == UInt8(ascii: "<") { return nil }
      offset += 1
    }
    guard offset < limit else {
      hasTagEnd = false
      return nil
    }
    return offset + 1
  }

  /// `{\an8}` of ASS and `{y:i}` of MicroDVD.
  private func endOfOverride(at start: Int, until limit: Int) -> Int? {
    let isASS = bytes[start + 1] == UInt8(ascii: "\\")
    let isMicroDVD =
      syntax == .subRip && (bytes[start + 1] | 0x20) &- 0x61 < 26
      && bytes[start + 2] == UInt8(ascii: ":")
    guard isASS || isMicroDVD else { return nil }
    let most = min(limit, start + 200)
    var offset = start
    while offset < most {
      if bytes[offset] == UInt8(ascii: "}") { return offset + 1 }
      offset += 1
    }
    return nil
  }

  /// A tag without its brackets: `v.loud Ann`, `/i`, `00:01.000`.
  private mutating func tag(_ range: Range<Int>) {
    let isEnd = bytes[range.lowerBound] == UInt8(ascii: "/")
    let start = isEnd ? range.lowerBound + 1 : range.lowerBound
    var end = start
    while end < range.upperBound, (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
    let name = end - start > 8 ? "" : bytes.string(start..<end).lowercased()
    switch name {
    case "br" where !isEnd:
      return add("\n", range.lowerBound - 1..<range.upperBound + 1, isCopied: false)
    case "i", "b", "u", "v", "rt", "ruby", "lang", "c": break
    default: return
    }
    if isEnd { return endTag(name) }
    guard open.count < Self.deepest else { return }
    // Behind classes stands the annotation: a name, a language.
    var note = end
    while note < range.upperBound, bytes[note] != 0x20, bytes[note] != 0x09, bytes[note] != 0x0A,
      bytes[note] != 0x0D
    {
      note += 1
    }
    let annotation = bytes.string(note..<range.upperBound)
    if name == "v" {
      // A voice ends the voice before it, which often has no end tag.
      endTag("v")
    }
    open.append((name, style))
    switch name {
    case "v":
      text.voices.append(decoded(annotation).onOneLine)
      style.voice = text.voices.count
      if note < range.upperBound {
        omit(note + 1..<range.upperBound, because: .speakerName)
      }
    case "lang":
      let language = annotation.onOneLine
      if LanguageTag.isValid(language) {
        text.languages.append(language)
        style.language = text.languages.count
      }
    case "i", "b", "u": style.isEmphasized = true
    case "rt": isInReading = true
    default: break
    }
  }

  private mutating func endTag(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    style = open[index].outer
    open.removeSubrange(index...)
    isInReading = open.contains { $0.name == "rt" }
  }

  // MARK: Entities

  /// The character reference that begins with an ampersand.
  private mutating func reference(at start: Int, until limit: Int) -> (String, Int)? {
    var end = start + 1
    let most = min(limit, start + 34)
    while end < most, isNamePart(bytes[end]) { end += 1 }
    guard end < most, bytes[end] == UInt8(ascii: ";"), end > start + 1 else { return nil }
    let written = bytes.string(start..<end + 1)
    if let known = entities[written] {
      return known.length == 0 ? nil : (known.text, start + known.length)
    }
    let utf8 = Array(written.utf8)
    let found = utf8.withUnsafeBufferPointer {
      HTMLEntities.reference(at: 0, in: $0, until: $0.count)
    }
    if entities.count < 10_000 { entities[written] = (found?.text ?? "", found?.end ?? 0) }
    return found.map { ($0.text, start + $0.end) }
  }

  private mutating func decoded(_ annotation: String) -> String {
    guard annotation.contains("&") else { return annotation }
    let inner = DocumentBytes(annotation)
    var parser = CueTextParser(inner, .webVTT)
    let scalars = parser.parse(Cue(text: 0..<inner.count)).scalars
    return String(String.UnicodeScalarView(scalars.map(\.value)))
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x23
  }
}
