/// What stands at the start of a line and may name who speaks: `**Ada:**`, `[00:12] BEN (host):`.
///
/// Whether it does is decided for a whole document by ``SpeakerFinder``.
struct SpeakerLabel: Equatable {
  /// How a label is set off; those of one document most often look alike.
  enum Style: Hashable {
    /// Stressed: `**Ada:** Hello.`
    case bold
    /// `ADA: Hello.`
    case capitals
    /// `[Ada] Hello.`
    case bracketed
    /// A time before or behind the name: `Ada (00:12): Hello.`
    case timed
    /// `>> Ada: Hello.`
    case chevrons
    /// `Ada: Hello.`
    case plain
    /// On a line of its own, or stressed, without a mark behind it.
    case bare
  }

  /// The whole label in UTF-8 bytes of the text, from the line's start to where the words begin.
  var range: Range<Int>
  /// The name without role and marks.
  var name: String
  var style: Style
  /// Whether a colon follows the name.
  var hasColon: Bool
  /// Times inside of ``range``, in their order.
  var times: [TimeMark]
  /// A time without brackets right behind the colon, which may as well be the first words.
  var timeBehind: TimeMark?
}

/// Reads a label at the start of a line.
struct SpeakerLabelParser {
  let bytes: DocumentBytes
  /// Where the line and where the text ends.
  let lineEnd: Int
  let limit: Int
  /// Stressed parts of the text.
  let emphasis: ArraySlice<Range<Int>>

  private var offset: Int
  private var times: [TimeMark] = []
  private var hasMarks = false
  private var hasChevrons = false
  private var isBracketed = false

  /// The longest name, in bytes and in words.
  private static let longest = 80
  private static let mostWords = 6

  private init(
    _ bytes: DocumentBytes, start: Int, lineEnd: Int, emphasis: ArraySlice<Range<Int>>
  ) {
    self.bytes = bytes
    self.lineEnd = lineEnd
    self.emphasis = emphasis
    limit = bytes.count
    offset = start
  }

  /// The label at an offset, or nil when there is none.
  static func label(
    at start: Int, in bytes: DocumentBytes, lineEnd: Int, emphasis: ArraySlice<Range<Int>>
  ) -> SpeakerLabel? {
    var parser = Self(bytes, start: start, lineEnd: lineEnd, emphasis: emphasis)
    return parser.parse(from: start)
  }

  private mutating func parse(from start: Int) -> SpeakerLabel? {
    skipLead()
    let hasTimeBefore = !times.isEmpty
    skipMarks()
    if bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "[") { offset += 1 }
    if bytes[offset] == UInt8(ascii: "[") {
      isBracketed = true
      offset += 1
    }
    let nameStart = offset
    guard let nameEnd = scanName() else { return nil }
    let name = SpeakerName.withoutRole(bytes.string(nameStart..<nameEnd))
    guard SpeakerName.isPossible(name) else { return nil }

    var hasColon = false
    var isClosed = false
    var hasRole = false
    var timeBehind: TimeMark?
    var end = offset
    scan: while offset < lineEnd {
      skipSpaces()
      guard offset < lineEnd else { break }
      if let mark = TimeMark.bracketed(at: offset, in: bytes, limit: lineEnd) {
        take(mark)
        end = offset
        continue
      }
      if !hasColon, let mark = timeBehindRule() {
        take(mark)
        end = offset
        continue
      }
      switch bytes[offset] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        guard hasMarks else { break scan }
        skipMarks()
        hasMarks = false
        isClosed = true
        end = offset
        // What is stressed next is no part of the label.
        if hasColon { break scan }
      case UInt8(ascii: "("):
        guard !hasColon, !hasRole,
          let role = Bracket(at: offset, in: bytes, limit: lineEnd, longest: 48)
        else { break scan }
        hasRole = true
        offset = role.range.upperBound
      case UInt8(ascii: "\\"), UInt8(ascii: "]"):
        guard isBracketed, !isClosed else { break scan }
        if bytes[offset] == UInt8(ascii: "\\") { offset += 1 }
        guard bytes[offset] == UInt8(ascii: "]") else { break scan }
        offset += 1
        isClosed = true
        end = offset
      case UInt8(ascii: ":"):
        guard !hasColon, bytes[offset + 1] != UInt8(ascii: "/"),
          bytes[offset + 1] != UInt8(ascii: ":")
        else { break scan }
        hasColon = true
        offset += 1
        end = offset
      case 0xEF where bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x9A:
        guard !hasColon else { break scan }
        hasColon = true
        offset += 3
        end = offset
      default:
        guard let mark = TimeMark.bare(at: offset, in: bytes, limit: lineEnd) else { break scan }
        if hasColon, nextWord(from: mark.range.upperBound) < lineEnd {
          timeBehind = mark
          break scan
        }
        take(mark)
        end = offset
      }
    }
    guard !isBracketed || isClosed else { return nil }
    // A role belongs to a label only with what ends the label.
    if hasRole, !hasColon, end <= nameEnd { return nil }

    let isStressed = emphasis.contains {
      $0.lowerBound <= nameStart && $0.upperBound >= nameEnd && $0.upperBound <= end + 1
    }
    let isAlone = nextWord(from: max(end, nameEnd)) >= lineEnd
    let style: SpeakerLabel.Style
    if hasColon || isAlone && (hasTimeBefore || !times.isEmpty) {
      style =
        isClosed && !isBracketed || isStressed
        ? .bold
        : hasChevrons
          ? .chevrons
          : isBracketed
            ? .bracketed
            : !times.isEmpty ? .timed : SpeakerName.isCapitals(name) ? .capitals : .plain
    } else if isBracketed {
      style = .bracketed
    } else if times.count > (hasTimeBefore ? 1 : 0) {
      style = .timed
    } else if isAlone || isClosed
      || isStressed && emphasis.contains(where: { $0.upperBound == nameEnd })
    {
      style = .bare
      end = max(end, nameEnd)
    } else {
      return nil
    }
    return SpeakerLabel(
      range: start..<nextWord(from: end), name: name, style: style, hasColon: hasColon,
      times: times,
      timeBehind: timeBehind)
  }

  // MARK: Parts

  private mutating func skipLead() {
    while offset < lineEnd {
      skipSpaces()
      if let mark = TimeMark.bracketed(at: offset, in: bytes, limit: lineEnd)
        ?? TimeMark.bare(at: offset, in: bytes, limit: lineEnd)
      {
        take(mark)
        if let next = TimeMark.afterJoint(at: offset, in: bytes), next > offset, next < lineEnd {
          if TimeMark.bare(at: next, in: bytes, limit: lineEnd) != nil
            || bytes[offset] == 0x20 && bytes[offset + 1] == UInt8(ascii: "-")
          {
            offset = next
          }
        }
      } else if bytes[offset] == UInt8(ascii: ">"), bytes[offset + 1] == UInt8(ascii: ">") {
        hasChevrons = true
        while bytes[offset] == UInt8(ascii: ">") { offset += 1 }
      } else {
        break
      }
    }
  }

  /// The time behind a dash or a bar: `Ada - 00:12`, `Ada | 00:12`.
  private func timeBehindRule() -> TimeMark? {
    let (value, length) = bytes.scalar(at: offset)
    guard [0x2D, 0x7C, 0x2013, 0x2014, 0xB7].contains(value) else { return nil }
    let next = nextWord(from: offset + length)
    guard next < lineEnd else { return nil }
    return TimeMark.bracketed(at: next, in: bytes, limit: lineEnd)
      ?? TimeMark.bare(at: next, in: bytes, limit: lineEnd)
  }

  private mutating func take(_ mark: TimeMark) {
    times.append(mark)
    offset = mark.range.upperBound
  }

  private mutating func skipMarks() {
    let mark = bytes[offset]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return }
    while offset < lineEnd, bytes[offset] == mark { offset += 1 }
    hasMarks = true
  }

  private mutating func skipSpaces() { offset = nextWord(from: offset) }

  private func nextWord(from start: Int) -> Int {
    var offset = start
    while offset < limit {
      let (value, length) = bytes.scalar(at: offset)
      guard TextScalar.isWhiteSpace(value) else { break }
      offset += length
    }
    return offset
  }

  /// The end of the name, white space left out; the offset goes to what follows.
  private mutating func scanName() -> Int? {
    let start = offset
    var most = min(lineEnd, start + Self.longest)
    // A stressed name ends where the stress does.
    if let stressed = emphasis.first(where: { $0.lowerBound == start }) {
      most = min(most, stressed.upperBound)
    }
    var end = offset
    var words = 0
    var isInWord = false
    while offset < most {
      let (value, length) = bytes.scalar(at: offset)
      if TextScalar.isWhiteSpace(value) {
        isInWord = false
      } else if !isInWord, offset > start, value == 0x2D || value == 0xB7,
        timeBehindRule() != nil
      {
        break
      } else if Self.isPartOfName(value) || value == 0x5F && isInWord && joinsWord(at: offset) {
        if !isInWord {
          if offset > start, TimeMark.bare(at: offset, in: bytes, limit: lineEnd) != nil { break }
          words += 1
          guard words <= Self.mostWords else { return nil }
          isInWord = true
        }
        end = offset + length
      } else {
        break
      }
      offset += length
    }
    guard end > start else { return nil }
    return end
  }

  /// Whether the low line at an offset is inside of a word: `SPEAKER_00`.
  private func joinsWord(at offset: Int) -> Bool {
    let next = bytes[offset + 1]
    return offset + 1 < lineEnd && (next | 0x20 &- 0x61 < 26 || next &- 0x30 < 10)
  }

  private static func isPartOfName(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    // # & ' - . / @, middle dot, quotation marks around a nickname, hyphens
    case 0x23, 0x26, 0x27, 0x2D, 0x2E, 0x2F, 0x40, 0xB7, 0x30FB, 0x2010, 0x2011, 0x2018, 0x2019,
      0x22, 0x201C, 0x201D, 0x2C:
      true
    case 0..<0x80: false
    default:
      Unicode.Scalar(value).map {
        $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
          || $0.properties.generalCategory == .spacingMark
          || $0.properties.generalCategory == .decimalNumber
      } ?? false
    }
  }
}
