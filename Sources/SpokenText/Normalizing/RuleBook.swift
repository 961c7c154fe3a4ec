/// The rules in order of precedence, and which of them each token wakes.
///
/// Most tokens of a text are ordinary words that no rule is about. Who wakes whom is therefore kept
/// as sets of bits: a token's candidates are the union of a few machine words, and those that need
/// something which the sentence does not hold are struck out before any is asked.
struct RuleBook: Sendable {
  let rules: [Rule]
  /// What the rules are about, by place.
  let classes: [any SemioticClass.Type]
  /// By bit of ``Triggers``.
  private let byTrigger: [RuleSet]
  /// By bit of ``KeywordSet``.
  private let byKey: [RuleSet]
  /// Rules by what they need of the sentence, again by bit of ``Triggers``.
  private let byNeed: [RuleSet]
  private let needless: RuleSet
  /// Every token wakes every rule, for tests to compare with: slow, and the same result.
  let wakesAll: Bool

  init(_ rules: [Rule], wakesAll: Bool = false) {
    precondition(rules.count <= RuleSet.capacity, "RuleSet holds no more rules")
    self.rules = rules
    classes = rules.map(\.semioticClass)
    self.wakesAll = wakesAll
    func members(_ isMember: (Rule) -> Bool) -> RuleSet {
      rules.indices.reduce(into: RuleSet()) { set, index in
        if isMember(rules[index]) { set.insert(index) }
      }
    }
    byTrigger = (0..<Triggers.bitWidth).map { bit in
      members { $0.wakesOn.contains(Triggers(rawValue: 1 << bit)) }
    }
    byKey = (0..<KeywordSet.bitWidth).map { bit in
      members {
        $0.wakesOn.contains(.keyword) && $0.keys.contains(KeywordSet(rawValue: 1 << bit))
      }
    }
    byNeed = (0..<Triggers.bitWidth).map { bit in
      members { $0.needs.contains(Triggers(rawValue: 1 << bit)) }
    }
    needless = members(\.needs.isEmpty)
  }

  /// The rules that a sentence with these tokens can satisfy at all.
  func available(to present: Triggers) -> RuleSet {
    if wakesAll { return RuleSet(below: rules.count) }
    var set = needless
    present.forEachBit { set.formUnion(byNeed[$0]) }
    return set
  }

  /// The rules that a token wakes.
  @inline(__always)
  func awake(on triggers: Triggers, keys: KeywordSet) -> RuleSet {
    if wakesAll { return RuleSet(below: rules.count) }
    var set = RuleSet()
    triggers.subtracting(.keyword).forEachBit { set.formUnion(byTrigger[$0]) }
    if triggers.contains(.keyword) { keys.forEachBit { set.formUnion(byKey[$0]) } }
    return set
  }
}

/// A set of places in a ``RuleBook``, at most 128 of them.
struct RuleSet: Sendable {
  static let capacity = 128

  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  /// All places before one.
  init(below count: Int) {
    for index in 0..<count { insert(index) }
  }

  mutating func insert(_ index: Int) {
    if index < 64 { low |= 1 << UInt64(index) } else { high |= 1 << UInt64(index - 64) }
  }

  @inline(__always)
  mutating func formUnion(_ other: RuleSet) {
    low |= other.low
    high |= other.high
  }

  @inline(__always)
  mutating func formIntersection(_ other: RuleSet) {
    low &= other.low
    high &= other.high
  }

  /// Takes out the first, nil when none is left.
  @inline(__always)
  mutating func popFirst() -> Int? {
    if low != 0 {
      let index = low.trailingZeroBitCount
      low &= low &- 1
      return index
    }
    guard high != 0 else { return nil }
    let index = high.trailingZeroBitCount
    high &= high &- 1
    return 64 + index
  }
}

extension OptionSet where RawValue == UInt32 {
  static var bitWidth: Int { UInt32.bitWidth }

  @inline(__always)
  func forEachBit(_ body: (Int) -> Void) {
    var bits = rawValue
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
  }
}
