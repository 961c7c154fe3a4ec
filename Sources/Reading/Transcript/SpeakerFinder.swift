internal import Narration

/// Decides which labels of a document name speakers.
///
/// A label must recur, the labels together must stand at a share of the passages, and what follows
/// them must look like speech; then labels that stand only once are speakers too when they look as
/// the others do. So neither `Note:` in an article nor the terms of a glossary are taken for people.
struct SpeakerFinder {
  /// A label where it was found.
  struct Found {
    var label: SpeakerLabel
    /// Whether what follows ends as sentences do, or nothing follows on the line.
    var leadsSpeech: Bool
    /// Whether nothing else stands in its passage.
    var isAlone: Bool
    /// Whether it is a heading.
    var isHeading = false
  }

  /// The name of each speaker, by the key of every way in which a label writes it.
  private(set) var names: [String: String] = [:]
  /// Whether passages without a label go on with the turn before: not where answers to labelled
  /// questions have no label.
  private(set) var turnsContinue = true

  private struct Group {
    var key: String
    var spellings: [String] = []
    var count = 0
    var speech = 0
    var colons = 0
    var styles: [SpeakerLabel.Style: Int] = [:]
  }

  /// Least share of labels among passages, where most labels are set off and where they are not.
  private static let leastShare = (set: 0.08, plain: 0.25)

  private var groups: [Group] = []

  /// - Parameters:
  ///   - labels: Of the whole document in its order.
  ///   - passages: How many passages somebody could say.
  ///   - headings: How many headings there are.
  ///   - listed: Names that the document itself lists as speakers.
  ///   - isWord: Whether the document also writes this in lower case in the midst of its text.
  init(
    _ labels: [Found], passages: Int, headings: Int, listed: [String], isWord: (String) -> Bool
  ) {
    collect(Self.withoutHeadings(labels, of: headings))
    let passages = passages - labels.count(where: \.isAlone)
    dropBareLabels(passages: passages, isWord: isWord)
    let recurring = groups.filter { $0.count > 1 }
    let count = recurring.reduce(0) { $0 + $1.count }
    guard count >= 3 || count == 2 && passages <= 4 else { return }
    let isSet = recurring.reduce(0) { $0 + Self.setOff($1) } * 2 >= count
    let share = Double(count) / Double(max(passages, 1))
    let speech = Double(recurring.reduce(0) { $0 + $1.speech }) / Double(count)
    guard share >= (isSet ? Self.leastShare.set : Self.leastShare.plain),
      speech >= (isSet ? 0.3 : 0.5)
    else { return }

    let listedKeys = Set(listed.map(SpeakerName.key))
    let dominant = Self.dominantStyle(recurring, of: count)
    var accepted: [Group] = []
    var doubtful: [Group] = []
    for group in groups {
      let isKnown = SpeakerName.isGeneric(group.spellings[0]) || listedKeys.contains(group.key)
      let fits = dominant.map { Self.fits(group, $0) } ?? true
      if isKnown || fits && (group.count > 1 || dominant != nil && dominant != .plain) {
        accepted.append(group)
      } else {
        doubtful.append(group)
      }
    }
    // A name that stands once is one where it shortens another, or looks like nothing else.
    let known = NameIndex(accepted.map(\.key) + listedKeys.sorted())
    for group in doubtful {
      let words = group.key.split(separator: " ")
      let isCapitalized = group.spellings[0].split(separator: " ").allSatisfy {
        $0.first?.isLowercase != true
      }
      if longForm(of: group, in: known) != nil
        || Self.fits(group, .plain) && dominant ?? .plain == .plain && isCapitalized
          && (words.count > 1 || !isWord(group.key))
      {
        accepted.append(group)
      }
    }
    name(accepted, listed: listed)
    let keys = accepted.map(\.key)
    turnsContinue =
      !keys.contains(where: SpeakerName.isQuestion) || keys.contains(where: SpeakerName.isAnswer)
      || keys.count > 1
  }

  // MARK: Counting

  /// Headings without a colon are speakers' names only where hardly any others stand.
  private static func withoutHeadings(_ labels: [Found], of headings: Int) -> [Found] {
    let bare = { (found: Found) in found.isHeading && found.label.style == .bare }
    var counts: [String: Int] = [:]
    for found in labels where bare(found) { counts[found.label.name, default: 0] += 1 }
    let recurring = counts.values.reduce(0) { $0 + ($1 > 1 ? $1 : 0) }
    return recurring * 4 >= headings * 3 ? labels : labels.filter { !bare($0) }
  }

  private mutating func collect(_ labels: [Found]) {
    var places: [String: Int] = [:]
    for found in labels where !SoundVocabulary.isStage(found.label.name) {
      let key = SpeakerName.key(found.label.name)
      let place = places[key] ?? groups.count
      if place == groups.count {
        groups.append(Group(key: key))
        places[key] = place
      }
      if groups[place].spellings.count < 8, !groups[place].spellings.contains(found.label.name) {
        groups[place].spellings.append(found.label.name)
      }
      groups[place].count += 1
      groups[place].speech += found.leadsSpeech ? 1 : 0
      groups[place].colons += found.label.hasColon ? 1 : 0
      groups[place].styles[found.label.style, default: 0] += 1
    }
  }

  /// Names without colon or time count only where several recur and are many; else they are
  /// headings, captions or verse.
  private mutating func dropBareLabels(passages: Int, isWord: (String) -> Bool) {
    func bare(_ group: Group) -> Int {
      (group.styles[.bare] ?? 0)
        + (group.colons == 0 && group.styles[.timed] == nil ? group.styles[.bracketed] ?? 0 : 0)
    }
    let recurring = groups.filter { $0.count > 1 && bare($0) > 0 }
    let count = recurring.reduce(0) { $0 + bare($1) }
    let isUsual =
      recurring.count > 1 && count >= 4 && Double(count) >= 0.25 * Double(passages)
      || recurring.contains { $0.colons > 0 }
    groups.removeAll { group in
      bare(group) == group.count
        && (!isUsual
          || group.key.split(separator: " ").allSatisfy { isWord(String($0)) }
            && !SpeakerName.isGeneric(group.spellings[0]))
    }
  }

  /// How many labels are set off from the text so that they can hardly be part of it.
  private static func setOff(_ group: Group) -> Int {
    let bare = group.styles[.bare] ?? 0
    if SpeakerName.isGeneric(group.spellings[0]) || group.key.contains(" ") {
      return group.count - bare
    }
    return group.count - bare - (group.styles[.plain] ?? 0)
  }

  /// Whether a label is written as most are; a name may be all capitals among others, and
  /// `McDonald` among capitals.
  private static func fits(_ group: Group, _ dominant: SpeakerLabel.Style) -> Bool {
    if group.styles[dominant] != nil { return true }
    switch dominant {
    case .plain: return group.styles[.capitals] != nil
    case .capitals: return group.count > 1 && group.styles[.plain] != nil
    default: return false
    }
  }

  /// The style of most labels, when it is that of at least seven in ten.
  private static func dominantStyle(_ groups: [Group], of count: Int) -> SpeakerLabel.Style? {
    let styles: [SpeakerLabel.Style] = [
      .bold, .capitals, .bracketed, .timed, .chevrons, .plain, .bare,
    ]
    return styles.first { style in
      groups.reduce(0) { $0 + ($1.styles[style] ?? 0) } * 10 >= 7 * count
    }
  }

  // MARK: Names

  /// The one longer name that a short one stands for: `jerod` → `jerod santo`, `JS` → `jerod santo`.
  private func longForm(of group: Group, in index: NameIndex) -> String? {
    guard !SpeakerName.isGeneric(group.spellings[0]) else { return nil }
    return index.longForm(
      of: group.key, isCapitals: group.spellings.allSatisfy(SpeakerName.isCapitals))
  }

  private mutating func name(_ groups: [Group], listed: [String]) {
    var display: [String: String] = [:]
    for name in listed where display[SpeakerName.key(name)] == nil {
      display[SpeakerName.key(name)] = name
    }
    for group in groups {
      // Capitals are the way in which a label is set, unless a name is never written otherwise.
      let mixed = group.spellings.first { !SpeakerName.isCapitals($0) }
      if display[group.key] == nil { display[group.key] = mixed ?? group.spellings[0] }
    }
    let index = NameIndex(display.keys.sorted())
    for group in groups {
      let key = longForm(of: group, in: index) ?? group.key
      names[group.key] = display[key] ?? group.spellings[0]
    }
  }
}
