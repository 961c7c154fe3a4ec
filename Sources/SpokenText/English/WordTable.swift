/// Up to 16 bytes of a word in lower case, as two machine words: equal and hashed without a heap.
struct WordKey: Hashable, Sendable {
  fileprivate var low: UInt64 = 0
  fileprivate var high: UInt64 = 0

  @inline(__always)
  init(_ word: UnsafeBufferPointer<UInt8>) {
    guard let base = UnsafeRawPointer(word.baseAddress) else { return }
    let count = word.count
    if count >= 8 {
      low = Self.lowercased(base.loadUnaligned(as: UInt64.self))
      if count > 8 {
        high = Self.lowercased(Self.load(base + 8, count: min(count - 8, 8)))
      }
    } else {
      low = Self.lowercased(Self.load(base, count: count))
    }
  }

  /// Up to eight bytes, the first the lowest; two overlapping loads instead of a loop.
  @inline(__always)
  private static func load(_ base: UnsafeRawPointer, count: Int) -> UInt64 {
    if count == 8 { return base.loadUnaligned(as: UInt64.self) }
    if count >= 4 {
      let head = UInt64(base.loadUnaligned(as: UInt32.self))
      let tail = UInt64((base + count - 4).loadUnaligned(as: UInt32.self))
      return head | tail << UInt64(8 * (count - 4))
    }
    if count >= 2 {
      let head = UInt64(base.loadUnaligned(as: UInt16.self))
      let tail = UInt64((base + count - 2).loadUnaligned(as: UInt16.self))
      return head | tail << UInt64(8 * (count - 2))
    }
    return count == 1 ? UInt64(base.load(as: UInt8.self)) : 0
  }

  /// Sets bit 5 of each byte that is a capital of ASCII, all eight at once.
  @inline(__always)
  private static func lowercased(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low7 = bytes & (ones &* 0x7F)
    let fromA = low7 &+ (ones &* (0x80 - 0x41))
    let pastZ = low7 &+ (ones &* (0x80 - 0x5B))
    let isUpper = (fromA ^ pastZ) & ~bytes & (ones &* 0x80)
    return bytes | isUpper >> 2
  }

  init(_ word: String) {
    var word = word
    self = word.withUTF8 { WordKey($0) }
  }

  fileprivate init() {}

  /// Feeds both halves as one.
  func hash(into hasher: inout Hasher) { hasher.combine(low ^ high &* 0xC2B2_AE3D_27D4_EB4F) }
}

/// What is known of words, found by one multiplication and most often one comparison.
///
/// For tables that are asked for every word of a text, where a dictionary's hash, made to withstand
/// an attacker who chooses the keys, would be most of the work. These keys are the program's own.
struct WordTable<Value: Sendable>: Sendable {
  private var keys: [WordKey]
  private var values: [Value]
  private let shift: UInt64

  /// - Parameter filler: Any value, for the places that stay empty.
  init(_ meanings: [WordKey: Value], default filler: Value) {
    var bits: UInt64 = 4
    // A third full at the most.
    while 1 << bits < 3 * meanings.count { bits += 1 }
    shift = 64 - bits
    keys = Array(repeating: WordKey(), count: 1 << bits)
    values = Array(repeating: filler, count: 1 << bits)
    for (key, value) in meanings where key != WordKey() {
      var place = self.place(of: key)
      while keys[place] != WordKey() { place = next(place) }
      keys[place] = key
      values[place] = value
    }
  }

  /// What is known of a word, nil when nothing.
  @inline(__always)
  subscript(key: WordKey) -> Value? {
    var place = self.place(of: key)
    while true {
      let found = keys[place]
      if found.low == key.low, found.high == key.high { return values[place] }
      if found.low == 0 { return nil }
      place = next(place)
    }
  }

  @inline(__always)
  private func place(of key: WordKey) -> Int {
    let mixed = (key.low ^ (key.high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> shift)
  }

  @inline(__always)
  private func next(_ place: Int) -> Int { (place &+ 1) & (keys.count &- 1) }
}
