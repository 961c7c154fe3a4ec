/// Comments as FLAC and Opus hold them, `NAME=value`, with the chapters among them.
///
/// RFC 9639, section 8.6; RFC 7845, section 5.2. Chapters follow the Chapter Extension of Xiph's
/// wiki: `CHAPTER001=00:00:00.000`, `CHAPTER001NAME=Introduction`.
struct VorbisCommentBlock {
  private(set) var vendor = ""
  private(set) var tags: [AudioTag] = []
  private(set) var chapters: [AudioChapter] = []
  /// A picture in `METADATA_BLOCK_PICTURE`, as Ogg has it.
  private(set) var cover: AudioCover?
  private(set) var findings: [Finding] = []
  /// Where a chapter's number stands in ``chapters``.
  private var places: [String: Int] = [:]

  init(_ bytes: ArraySlice<UInt8>) {
    var cursor = ByteCursor(bytes)
    vendor = cursor.little(4).flatMap { cursor.take($0) }?.asText ?? ""
    let count = cursor.little(4) ?? 0
    var read = 0
    while read < count, let length = cursor.little(4), let comment = cursor.take(length) {
      add(comment)
      read += 1
    }
    if read < count {
      findings.append(
        Finding(
          what: "its comments are damaged: \(count) are announced, \(read) can be read",
          remedy: Finding.remake))
    }
  }

  private mutating func add(_ comment: ArraySlice<UInt8>) {
    guard let equals = comment.firstIndex(of: UInt8(ascii: "=")) else { return }
    let field = comment[..<equals].asText
    let value = comment[(equals + 1)...]
    let name = field.uppercased()
    if name == "METADATA_BLOCK_PICTURE" {
      cover = cover ?? Base64.decoded(value).flatMap { FLACPicture.cover($0[...]) }
    } else if let (number, isTitle) = Self.chapter(name) {
      let place = places[number] ?? chapters.count
      if place == chapters.count {
        places[number] = place
        chapters.append(AudioChapter(title: "", milliseconds: 0))
      }
      if isTitle {
        chapters[place].title = value.asText
      } else if let time = Self.milliseconds(value.asText) {
        chapters[place].milliseconds = time
      } else {
        findings.append(
          Finding(
            what:
              "the chapter \(number) starts at \"\(value.prefix(40).asText)\", which is no time",
            remedy: "write it as 00:00:00.000"))
      }
    } else {
      tags.append(AudioTag(name: TagNames.name(ofVorbis: field), value: value.asText))
    }
  }

  /// `CHAPTER012NAME` → 012, of a title; nil for another field, such as `CHAPTER012URL`.
  private static func chapter(_ name: String) -> (number: String, isTitle: Bool)? {
    guard name.hasPrefix("CHAPTER") else { return nil }
    let rest = name.dropFirst(7)
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...9).contains(number.count) else { return nil }
    switch rest.dropFirst(number.count) {
    case "": return (String(number), false)
    case "NAME": return (String(number), true)
    default: return nil
    }
  }

  /// `01:02:03.456` → 3723456.
  static func milliseconds(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hours = number(parts[0]), let minutes = number(parts[1]) else {
      return nil
    }
    let pieces = parts[2].split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count <= 2, let seconds = number(pieces[0]) else { return nil }
    var fraction = 0
    if pieces.count == 2 {
      guard let value = number((pieces[1] + "00").prefix(3)), !pieces[1].isEmpty else { return nil }
      fraction = value
    }
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction
  }

  /// One to six digits.
  private static func number(_ digits: Substring) -> Int? {
    guard (1...6).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(digits)
  }
}

/// A picture block of FLAC, which Ogg carries too (RFC 9639, section 8.8).
enum FLACPicture {
  /// Its kind and size, from the bytes before the picture.
  static func cover(_ bytes: ArraySlice<UInt8>) -> AudioCover? {
    var cursor = ByteCursor(bytes)
    guard cursor.big(4) != nil, let typeLength = cursor.big(4), let type = cursor.take(typeLength),
      let textLength = cursor.big(4), cursor.take(textLength) != nil, cursor.take(16) != nil,
      let length = cursor.big(4)
    else { return nil }
    return AudioCover(mediaType: type.asLatin1, bytes: length)
  }
}

/// Base64 (RFC 4648, section 4), as far as it is well formed.
enum Base64 {
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for letter in text {
      let value: UInt8
      switch letter {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = letter - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = letter - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = letter + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="): return bytes
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
