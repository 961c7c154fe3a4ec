/// Up to 16 bytes of a word in lower case, as two machine words: equal and hashed without a heap.
struct WordKey: Hashable, Sendable {
  fileprivate var low: UInt64 = 0
  fileprivate var high: UInt64 = 0

  @inline(__always)
  init(_ word: UnsafeBufferPointer<UInt8>) {
    for index in 0..<min(word.count, 8) {
      low |= UInt64(ASCII.lowercased(word[index])) << UInt64(8 * index)
    }
    guard word.count > 8 else { return }
    for index in 8..<min(word.count, 16) {
      high |= UInt64(ASCII.lowercased(word[index])) << UInt64(8 * (index - 8))
    }
  }

  init(_ word: String) {
    var word = word
    self = word.withUTF8 { WordKey($0) }
  }

  fileprivate init() {}
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
