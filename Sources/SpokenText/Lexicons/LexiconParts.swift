/// The entries that are found inside words, as a tree of their bytes.
struct LexiconParts: Sendable {
  private var children: [UInt64: UInt32] = [:]
  private var ends: [UInt32: [Part]] = [:]
  private var nodes: UInt32 = 1
  private var longest = 0

  private struct Part {
    var written: [UInt8]
    var scope: LexiconScope
    var isExact: Bool
    var reading: Int
  }

  var isEmpty: Bool { longest == 0 }

  mutating func insert(_ entry: LexiconEntry, reading: Int) {
    var stems = [entry.written]
    if !entry.isCaseSensitive, !entry.written.utf8.allSatisfy({ $0 < 0x80 }) {
      stems += [entry.written.lowercased(), entry.written.uppercased()]
    }
    for stem in Set(stems).sorted() {
      var node: UInt32 = 0
      let bytes = Array(stem.utf8)
      for byte in bytes {
        let key = Self.key(node, byte)
        if let child = children[key] {
          node = child
        } else {
          children[key] = nodes
          node = nodes
          nodes += 1
        }
      }
      ends[node, default: []].append(
        Part(
          written: bytes, scope: entry.scope, isExact: entry.isCaseSensitive, reading: reading))
      longest = max(longest, bytes.count)
    }
  }

  private static func key(_ node: UInt32, _ byte: UInt8) -> UInt64 {
    UInt64(node) << 8 | UInt64(ASCII.lowercased(byte))
  }

  /// The longest entry that a text holds at an offset and that fits its surroundings.
  ///
  /// - Parameters:
  ///   - limit: The end of the sentence.
  ///   - isFree: Whether a word may begin at the offset, or end at it.
  func longest(
    at offset: Int, limit: Int, of bytes: SourceBytes, isFree: (_ offset: Int) -> Bool
  ) -> (reading: Int, end: Int)? {
    var node: UInt32 = 0
    var found: (reading: Int, end: Int)?
    var end = offset
    while end < limit, let next = children[Self.key(node, bytes[end])] {
      node = next
      end += 1
      guard let parts = ends[node] else { continue }
      let part = parts.first {
        (!$0.isExact || bytes.slice(offset..<end).elementsEqual($0.written))
          && fits($0.scope, offset..<end, isFree)
      }
      if let part { found = (part.reading, end) }
    }
    return found
  }

  private func fits(
    _ scope: LexiconScope, _ range: Range<Int>, _ isFree: (Int) -> Bool
  ) -> Bool {
    switch scope {
    case .wholeWord, .anywhere: true
    case .wordStart: isFree(range.lowerBound) && !isFree(range.upperBound)
    case .wordEnd: !isFree(range.lowerBound) && isFree(range.upperBound)
    case .partOfWord: !isFree(range.lowerBound) || !isFree(range.upperBound)
    }
  }
}
