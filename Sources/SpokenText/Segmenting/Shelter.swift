/// A quotation or a parenthesis inside which no sentence ends, because one around it goes on.
///
/// `He said, "Stop. Go home." and left.` is one sentence.
///
/// Only what closes within 512 bytes and before a blank line is taken for a pair. Each byte is
/// searched at most once for each kind of pair, whatever the text holds.
struct Shelter {
  static let longest = 512

  /// The opening mark of the current pair.
  private(set) var start = 0
  /// Past the closing mark of the current pair; the text before it is sheltered.
  private(set) var end = 0
  /// By kind of pair: up to here no closing mark stands.
  private var searched = [0, 0, 0, 0, 0, 0, 0]

  /// Begins a shelter if the mark at an offset opens a pair.
  mutating func open(_ bytes: SourceBytes, at offset: Int, sentenceStart: Int) {
    guard offset >= end, let pair = Pair(bytes, at: offset) else { return }
    // A parenthesis that stands alone may hold sentences of its own.
    if pair == .round || pair == .square, offset == sentenceStart { return }
    var position = max(offset + 1, searched[pair.rawValue])
    let limit = min(bytes.count, offset + Self.longest)
    while position < limit {
      if pair.closes(bytes, at: position) {
        if pair == .single, !Self.isPunctuated(bytes, before: position) {
          searched[pair.rawValue] = position
          return
        }
        start = offset
        end = position + bytes.scalar(at: position).length
        return
      }
      if bytes[position] == 0x0A, bytes.gap(at: position).lineBreaks > 1 { break }
      position += 1
    }
    searched[pair.rawValue] = position
  }

  /// Whether a mark that ends a clause stands before a closing single quote; without one it may be
  /// an apostrophe: `the dogs' bone`.
  private static func isPunctuated(_ bytes: SourceBytes, before offset: Int) -> Bool {
    switch bytes.scalar(before: offset) {
    case 0x2E, 0x2C, 0x21, 0x3F, 0x3B, 0x3A, 0x2D, 0x2013, 0x2014, 0x2026: true
    default: false
    }
  }

  private enum Pair: Int {
    case double, single, curlyDouble, guillemets, corner, round, square

    init?(_ bytes: SourceBytes, at offset: Int) {
      let (scalar, length) = bytes.scalar(at: offset)
      guard bytes.spaceLength(at: offset + length) == 0 else { return nil }
      switch scalar {
      case 0x22:
        guard Self.mayOpen(bytes, at: offset) else { return nil }
        self = .double
      case 0x27:
        guard Self.mayOpen(bytes, at: offset), !ASCII.isDigit(bytes[offset + 1]) else {
          return nil
        }
        self = .single
      case 0x2018: self = .single
      case 0x201C: self = .curlyDouble
      case 0xAB: self = .guillemets
      case 0x300C: self = .corner
      case 0x28:
        // `:(` is a face.
        guard bytes[offset - 1] != UInt8(ascii: ":") else { return nil }
        self = .round
      case 0x5B: self = .square
      default: return nil
      }
    }

    /// Whether a straight quote has nothing on its left that it could close.
    private static func mayOpen(_ bytes: SourceBytes, at offset: Int) -> Bool {
      switch bytes.scalar(before: offset) {
      case 0, 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x28, 0x5B, 0x2D, 0x2013, 0x2014, 0x22, 0x27, 0x201C:
        true
      default: false
      }
    }

    func closes(_ bytes: SourceBytes, at offset: Int) -> Bool {
      let byte = bytes[offset]
      switch self {
      case .double: return byte == 0x22
      case .round: return byte == UInt8(ascii: ")")
      case .square: return byte == UInt8(ascii: "]")
      case .curlyDouble: return byte == 0xE2 && bytes.scalar(at: offset).scalar == 0x201D
      case .corner: return byte == 0xE3 && bytes.scalar(at: offset).scalar == 0x300D
      case .guillemets: return byte == 0xC2 && bytes.scalar(at: offset).scalar == 0xBB
      case .single:
        let isCurly = byte == 0xE2 && bytes.scalar(at: offset).scalar == 0x2019
        guard byte == 0x27 || isCurly else { return false }
        return !bytes.isWordCharacter(at: offset + (isCurly ? 3 : 1))
          && bytes.spaceLength(at: bytes.scalarStart(before: offset)) == 0
      }
    }
  }
}
