/// Cuts sentences that are too long, so that the cost of all later work is bounded.
enum SentenceLimit {
  /// Appends pieces of at most ``SentenceSplitter/longest`` bytes: cut at the last white space
  /// after a phrasing mark in the second half, else at the last white space there, else between
  /// two characters.
  static func cut(_ sentence: Range<Int>, of bytes: SourceBytes, into pieces: inout [Range<Int>]) {
    var start = sentence.lowerBound
    while sentence.upperBound - start > SentenceSplitter.longest {
      let end = cutPoint(from: start, of: bytes)
      let textEnd = bytes.endBeforeSpace(end, floor: start)
      if textEnd > start { pieces.append(start..<textEnd) }
      start = min(bytes.skippingSpace(end), sentence.upperBound)
    }
    if start < sentence.upperBound { pieces.append(start..<sentence.upperBound) }
  }

  private static func cutPoint(from start: Int, of bytes: SourceBytes) -> Int {
    let limit = start + SentenceSplitter.longest
    var lastSpace: Int?
    var offset = limit
    while offset > start + SentenceSplitter.longest / 2 {
      if bytes.spaceLength(at: offset) > 0 {
        switch bytes[offset - 1] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."),
          UInt8(ascii: "?"), UInt8(ascii: "!"):
          return offset
        default: lastSpace = lastSpace ?? offset
        }
      }
      offset -= 1
    }
    return lastSpace ?? characterBoundary(before: limit, of: bytes)
  }

  /// A boundary between two characters, joiners and combining marks left with their base where
  /// that is near.
  private static func characterBoundary(before limit: Int, of bytes: SourceBytes) -> Int {
    var offset = limit
    while bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    var candidate = offset
    while limit - candidate < 64 {
      let before = bytes.scalar(before: candidate)
      let here = bytes.scalar(at: candidate).scalar
      if !joins(here), before != 0x200D { return candidate }
      candidate = bytes.scalarStart(before: candidate)
    }
    return offset
  }

  private static func joins(_ scalar: UInt32) -> Bool {
    scalar >= 0x80 && CharacterClass(scalar) == .joining || (0x1F3FB...0x1F3FF).contains(scalar)
  }
}
