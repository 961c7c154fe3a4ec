internal import Narration

/// What the text of cues is written in.
enum CaptionSyntax {
  case webVTT, subRip, json
}

/// A cue as its file gives it: when it is shown, and where its text stands.
struct Cue {
  /// Milliseconds from the start of the recording; nil where the file does not say it.
  var start: Int?
  var end: Int?
  /// UTF-8 bytes of the text as it is written, tags and escapes included.
  var text: Range<Int>
  /// Who speaks, where the format says so beside the text.
  var speaker: String?
}

/// The cues of a file in the order in which they are shown.
struct CaptionTrack {
  var syntax: CaptionSyntax
  var cues: [Cue] = []
  var metadata = Metadata()
  var omissions: [Omission] = []
  var notices: [Complaint] = []
  /// Whether the texts of cues bring the spaces between them along.
  var bringsSpaces = false
}

/// When a cue is shown, as captions write it.
enum CueTime {
  /// Beyond any recording: 31 years, in milliseconds.
  private static let most = 1_000_000_000_000

  /// What a line says of times.
  enum Line: Equatable {
    case times(start: Int, end: Int)
    /// It is meant to say times, but cannot be read.
    case broken
  }

  /// The times of a line: `00:01.000 --> 00:02.500 align:start` → 1000, 2500; nil for text.
  ///
  /// Read more kindly than WebVTT 6.3 asks for: with a comma or a point, hours of any length, other
  /// arrows.
  static func line(_ range: Range<Int>, in bytes: DocumentBytes) -> Line? {
    guard let arrow = arrow(in: range, bytes) else { return nil }
    let left = trimmed(range.lowerBound..<arrow.lowerBound, bytes)
    var right = trimmed(arrow.upperBound..<range.upperBound, bytes)
    // What follows the second time are settings: position, line, align.
    var end = right.lowerBound
    while end < right.upperBound, isTimePart(bytes[end]) { end += 1 }
    let settings = end
    right = right.lowerBound..<end
    let isWhole = settings == range.upperBound || isBlank(bytes[settings])
    if let start = time(left, in: bytes), let end = time(right, in: bytes), isWhole {
      return .times(start: start, end: end)
    }
    // `a --> b` is text; one side with digits and colons alone is a damaged time.
    return isTimeLike(left, bytes) || isTimeLike(right, bytes) ? .broken : nil
  }

  /// Whether a line is half a line of times, as a file that was cut ends: `00:00:05.000 --`.
  static func isCut(_ range: Range<Int>, in bytes: DocumentBytes) -> Bool {
    var colons = 0
    for offset in range {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ":") { colons += 1 }
      guard isTimePart(byte) || isBlank(byte) || byte == 0x2D || byte == 0x3E else { return false }
    }
    return colons > 0
  }

  /// `01:02:03.5`, `02:03,500` → milliseconds; nil for anything else.
  static func time(_ range: Range<Int>, in bytes: DocumentBytes) -> Int? {
    var fields = [0]
    var fraction = 0
    var scale = 0
    var digits = 0
    for offset in range {
      let byte = bytes[offset]
      switch byte {
      case 0x30...0x39:
        digits += 1
        if scale > 0 {
          fraction += Int(byte - 0x30) * scale
          scale /= 10
        } else if scale == 0 {
          let last = fields.count - 1
          fields[last] = min(fields[last] * 10 + Int(byte - 0x30), most)
        }
      case UInt8(ascii: ":") where scale == 0 && digits > 0 && fields.count < 3:
        fields.append(0)
        digits = 0
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard scale == 0, digits > 0 else { return nil }
        scale = 100
        digits = 0
      case 0x20: continue
      default: return nil
      }
      if scale == 0, fraction > 0 { scale = -1 }
    }
    guard digits > 0, fields.count > 1 else { return nil }
    var seconds = 0
    for field in fields { seconds = min(seconds * 60 + field, most) }
    return min(seconds * 1000 + fraction, most)
  }

  private static func arrow(in range: Range<Int>, _ bytes: DocumentBytes) -> Range<Int>? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: ">"), offset > range.lowerBound {
        var start = offset
        while start > range.lowerBound, bytes[start - 1] == 0x2D || bytes[start - 1] == 0x3D {
          start -= 1
        }
        if start < offset { return start..<offset + 1 }
      }
      offset += 1
    }
    return nil
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: DocumentBytes) -> Range<Int> {
    var range = range
    while let first = range.first, isBlank(bytes[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, isBlank(bytes[last]) { range = range.lowerBound..<last }
    return range
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isTimePart(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == 0x3A || byte == 0x2E || byte == 0x2C
  }

  /// Digits and a colon, and at most a character or two that do not belong there.
  private static func isTimeLike(_ range: Range<Int>, _ bytes: DocumentBytes) -> Bool {
    guard (3...24).contains(range.count) else { return false }
    let strange = range.count { !isTimePart(bytes[$0]) && !isBlank(bytes[$0]) }
    return strange < 3 && range.contains { bytes[$0] == 0x3A }
      && range.contains { bytes[$0] &- 0x30 < 10 }
  }
}
