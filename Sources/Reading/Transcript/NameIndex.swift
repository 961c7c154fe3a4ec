/// Finds the long form of a short name among names.
struct NameIndex {
  /// Names of two words or more by their first word, their last, and their initials.
  private var byFirst: [Substring: [String]] = [:]
  private var byLast: [Substring: [String]] = [:]
  private var byInitials: [String: [String]] = [:]

  /// More names than these under one word leave no single one to be meant.
  private static let most = 16

  /// - Parameter keys: Names as ``SpeakerName/key(_:)`` makes them.
  init(_ keys: [String]) {
    for key in Set(keys).sorted() {
      let words = key.split(separator: " ")
      guard words.count > 1, let first = words.first, let last = words.last else { continue }
      byFirst[first, default: []].append(key)
      byLast[last, default: []].append(key)
      byInitials[SpeakerName.initials(key), default: []].append(key)
    }
  }

  /// The one longer name that begins with a name, ends with it, or has it as initials.
  ///
  /// `jerod` → `jerod santo`, `santo` → `jerod santo`, `JS` → `jerod santo`; nil where two would do
  ///
  /// - Parameter isCapitals: Whether it is written in capitals, as initials are.
  func longForm(of key: String, isCapitals: Bool) -> String? {
    let words = key.split(separator: " ")
    guard let first = words.first else { return nil }
    var found: Set<String> = []
    for other in (byFirst[first] ?? []).prefix(Self.most) {
      let others = other.split(separator: " ")
      if others.count > words.count, others.starts(with: words) { found.insert(other) }
    }
    if words.count == 1 {
      found.formUnion((byLast[first] ?? []).prefix(Self.most))
      if isCapitals, (2...4).contains(key.count) {
        found.formUnion((byInitials[key.filter(\.isLetter)] ?? []).prefix(Self.most))
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
