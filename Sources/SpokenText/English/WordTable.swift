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

  /// The word with its capitals as they are.
  init(exactly word: UnsafeBufferPointer<UInt8>) {
    guard let base = UnsafeRawPointer(word.baseAddress) else { return }
    low = Self.load(base, count: min(word.count, 8))
    if word.count > 8 { high = Self.load(base + 8, count: min(word.count - 8, 8)) }
  }

  init(exactly word: String) {
    var word = word
    self = word.withUTF8 { WordKey(exactly: $0) }
  }

  fileprivate init() {}

  /// No word at all; it ends the search in a table.
  @inline(__always)
  fileprivate var isEmpty: Bool { low == 0 }

  /// Mixed by one multiplication.
  ///
  /// A hash made to withstand an attacker who chooses the keys would be most of the work of asking a
  /// table; these keys are the program's own.
  @inline(__always)
  fileprivate var mixed: UInt64 {
    (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Feeds both halves as one.
  func hash(into hasher: inout Hasher) { hasher.combine(low ^ high &* 0xC2B2_AE3D_27D4_EB4F) }
}

/// The places of words in a table that is at most a third full: found by one multiplication and most
/// often one comparison.
private struct WordPlaces: Sendable {
  private(set) var keys: [WordKey]
  private var count = 0
  private let shift: UInt64

  init(capacity: Int) {
    var bits: UInt64 = 3
    while 1 << bits < 3 * capacity { bits += 1 }
    shift = 64 - bits
    keys = Array(repeating: WordKey(), count: 1 << bits)
  }

  var isEmpty: Bool { count == 0 }
  var isFull: Bool { 3 * (count + 1) > keys.count }

  /// Gives a word a place, the same again if it has one.
  @discardableResult
  mutating func insert(_ key: WordKey) -> Int {
    precondition(!key.isEmpty, "A table of words holds no empty one")
    var place = first(for: key)
    while !keys[place].isEmpty {
      if keys[place] == key { return place }
      place = next(place)
    }
    keys[place] = key
    count += 1
    return place
  }

  /// The place of a word, nil when it has none.
  @inline(__always)
  func find(_ key: WordKey) -> Int? {
    var place = first(for: key)
    while true {
      let found = keys[place]
      if found.isEmpty { return nil }
      if found == key { return place }
      place = next(place)
    }
  }

  @inline(__always)
  private func first(for key: WordKey) -> Int { Int(truncatingIfNeeded: key.mixed >> shift) }

  @inline(__always)
  private func next(_ place: Int) -> Int { (place &+ 1) & (keys.count &- 1) }
}

/// Words to be recognized, for the many small questions that are asked of every word of a text.
struct WordSet: Sendable {
  private var places: WordPlaces

  init(_ words: some Collection<WordKey> = []) {
    places = WordPlaces(capacity: words.count)
    for word in words { places.insert(word) }
  }

  /// The words of a text, parted by white space.
  init(_ words: String) {
    self.init(
      words.utf8.split(whereSeparator: ASCII.isSpace).map { WordKey(String(Substring($0))) })
  }

  mutating func insert(_ key: WordKey) {
    if places.isFull {
      let words = places.keys.filter { !$0.isEmpty }
      places = WordPlaces(capacity: 2 * words.count + 1)
      for word in words { places.insert(word) }
    }
    places.insert(key)
  }

  @inline(__always)
  func contains(_ key: WordKey) -> Bool { places.find(key) != nil }

  var isEmpty: Bool { places.isEmpty }
}

/// What is known of words; asked as quickly as a ``WordSet``.
struct WordTable<Value: Sendable>: Sendable {
  private var places: WordPlaces
  /// By place; what stands where no word does is never asked for.
  private var values: [Value] = []

  init(_ meanings: [WordKey: Value]) {
    places = WordPlaces(capacity: meanings.count)
    guard let filler = meanings.values.first else { return }
    values = Array(repeating: filler, count: places.keys.count)
    for (key, value) in meanings { values[places.insert(key)] = value }
  }

  /// What is known of a word, nil when nothing.
  @inline(__always)
  subscript(key: WordKey) -> Value? { places.find(key).map { values[$0] } }
}
