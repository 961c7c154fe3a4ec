/// What a word does in a sentence, as far as its form tells.
enum WordKind: UInt8 {
  /// A noun for all that is known, or an adjective before one.
  case content
  /// An adjective that cannot end a title.
  case adjective
  /// An adjective or noun that says little: `new`, `thing`.
  case vague
  case verb
  /// A form in `-ing` or `-ed`: verb, adjective or noun as its neighbours decide.
  case participle
  case adverb
  case determiner
  /// `of`, `in`, `and`: may join the parts of a title.
  case connector
  case pronoun
  /// Modals, forms of *be* and *have*, and contractions with them.
  case auxiliary
  /// `to`, which may begin a verb.
  case to
  /// Every other word without meaning of its own.
  case function
  case number

  var isContentLike: Bool { self == .content || self == .adjective || self == .vague }
}

/// Questions about English words; for another language nearly everything is ``WordKind/content``.
enum EnglishWords {
  private static let table: [String: WordKind] = {
    var table: [String: WordKind] = [:]
    for (kind, words) in [
      (WordKind.determiner, EnglishWordLists.determiners),
      (.connector, EnglishWordLists.connectors), (.pronoun, EnglishWordLists.pronouns),
      (.auxiliary, EnglishWordLists.auxiliaries), (.function, EnglishWordLists.functionWords),
      (.adverb, EnglishWordLists.adverbs), (.vague, EnglishWordLists.vague),
      (.adjective, EnglishWordLists.adjectives), (.content, EnglishWordLists.nouns),
      (.verb, EnglishWordLists.irregularVerbs),
    ] {
      for word in words.split(whereSeparator: \.isWhitespace) where table[String(word)] == nil {
        table[String(word)] = kind
      }
    }
    table["to"] = .to
    for verb in EnglishWordLists.verbs.split(whereSeparator: \.isWhitespace) {
      for form in forms(of: String(verb)) where table[form] == nil { table[form] = .verb }
    }
    return table
  }()

  /// Base, third person, past and, as a participle that may be a noun, nothing in `-ing`.
  private static func forms(of verb: String) -> [String] {
    let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
      let short = String(verb.dropLast())
      return [verb, short + "ies"]
    }
    let third = ["s", "x", "z", "ch", "sh", "o"].contains { verb.hasSuffix($0) } ? "es" : "s"
    return [verb, (verb.hasSuffix("e") ? stem + "e" : verb) + third]
  }

  /// What a word in lower case does.
  static func kind(of lower: String) -> WordKind {
    if let kind = table[lower] { return kind }
    if lower.utf8.contains(UInt8(ascii: "'")) {
      return isContraction(lower) ? .auxiliary : .content
    }
    let count = lower.utf8.count
    if count == 1 { return .function }
    if count > 4, lower.hasSuffix("ly") { return .adverb }
    if count > 4, lower.hasSuffix("ing") || lower.hasSuffix("ed"), !lower.hasSuffix("eed") {
      return .participle
    }
    if count > 6, lower.hasSuffix("est") { return .adjective }
    if count > 5, adjectiveEndings.contains(where: lower.hasSuffix) { return .adjective }
    return .content
  }

  /// Whether a word can only be a noun by its ending, and so is no verb after *to*.
  ///
  /// `therapies`, `extinction`, `therapist`; not `waste`.
  static func isNounByForm(_ lower: String) -> Bool {
    if isPlural(lower) { return true }
    return lower.utf8.count > 4 && nounEndings.contains(where: lower.hasSuffix)
  }

  /// Whether a noun phrase is over between two words: after a plural that is no modifier comes a
  /// verb more often than a noun (`users care`, but `sales team`).
  static func endsPhrase(_ left: ProseToken, before right: ProseToken) -> Bool {
    let isName = left.isCapitalized && left.before != .sentence
    return (left.kind == .content || left.kind == .vague) && !isName && !left.isPossessive
      && isPlural(left.lower)
      && !modifyingPlurals.contains(left.lower) && !isPlural(right.lower)
  }

  /// Whether a word that looks like a plural is a verb, given that the phrase is about one thing:
  /// `a lime tree binds`, but `a jobs program`.
  static func isVerbAfterOne(_ token: ProseToken) -> Bool {
    token.kind == .content && !token.isCapitalized && !token.isPossessive
      && isPlural(token.lower) && !modifyingPlurals.contains(token.lower)
  }

  private static func isPlural(_ lower: String) -> Bool {
    lower.utf8.count > 3 && lower.hasSuffix("s")
      && !["ss", "us", "is"].contains(where: lower.hasSuffix)
  }

  private static let nounEndings = [
    "tion", "sion", "ment", "ness", "ity", "ism", "ist", "ance", "ence", "ship", "ogy", "apy",
    "ics",
  ]

  /// Whether a verb follows: `will`, `don't`, `let's`.
  static func isModal(_ lower: String) -> Bool { modals.contains(lower) }

  private static let modals: Set<String> = [
    "will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "don't",
    "doesn't", "didn't", "won't", "can't", "wouldn't", "couldn't", "let's", "i'll", "we'll",
    "you'll", "they'll", "it'll",
  ]

  /// Whether a word in lower case is a frequent given name.
  static func isGivenName(_ lower: String) -> Bool { givenNames.contains(lower) }

  private static let givenNames = Set(
    EnglishWordLists.givenNames.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Whether words mean something else together than each by itself: `rabbit hole`.
  static func isIdiom(_ stems: [String]) -> Bool { idioms.contains(stems) }

  private static let idioms = Set(
    EnglishWordLists.idioms.split(separator: "\n").map {
      $0.split(separator: " ").map { stem(String($0)) }
    })

  private static let modifyingPlurals: Set<String> = [
    "sales", "news", "sports", "systems", "operations", "graphics", "analytics", "economics",
    "physics", "mathematics", "ethics", "politics", "series", "species", "arts", "games", "jobs",
    "genetics", "statistics", "genomics", "robotics", "electronics", "communications", "relations",
    "resources", "services", "savings", "customs", "logistics",
  ]

  private static let adjectiveEndings = [
    "ous", "ful", "able", "ible", "less", "ic", "al", "ive", "ary", "ant", "ish", "based",
  ]

  /// `it's`, `don't`, `we're`, `I'll`; not `brain's`.
  static func isContraction(_ lower: String) -> Bool {
    guard let mark = lower.lastIndex(of: "'") else { return false }
    let ending = lower[lower.index(after: mark)...]
    if ["t", "re", "ve", "ll", "d", "m"].contains(ending) { return true }
    guard ending == "s" else { return false }
    let word = String(lower[..<mark])
    return table[word] == .pronoun
      || ["let", "here", "there", "what", "how", "where", "that"]
        .contains(word)
  }

  /// A crude stem: plural and possessive endings go, and words longer than seven letters are cut,
  /// so that `memory` meets `memories` and `traumatic` meets `traumatized`.
  static func stem(_ lower: String) -> String {
    var bytes = Array(lower.utf8)
    func ends(_ ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      guard bytes.count >= count else { return false }
      for index in 0..<count where bytes[bytes.count - count + index] != ending.utf8Start[index] {
        return false
      }
      return true
    }
    if ends("ies"), bytes.count > 4 {
      bytes.removeLast(3)
      bytes.append(UInt8(ascii: "y"))
    } else if ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes") {
      bytes.removeLast(2)
    } else if ends("s"), bytes.count > 3, !ends("ss"), !ends("us"), !ends("is") {
      bytes.removeLast()
    }
    var count = min(bytes.count, 7)
    while count < bytes.count, bytes[count] & 0xC0 == 0x80 { count += 1 }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}

/// What is known of words that occurred already, so that each is looked at once.
struct WordForms {
  struct Form {
    /// Apostrophes straight, without a possessive ending.
    var lower: String
    var stem: String
    var kind: WordKind
    var isPossessive: Bool
    var isCapitalized: Bool
  }

  private var forms: [String: Form] = [:]

  /// The form of a word as it is written.
  mutating func form(of written: String) -> Form {
    if let form = forms[written] { return form }
    var lower = written.lowercased()
    if lower.utf8.contains(0xE2) { lower = String(lower.map { $0 == "’" ? "'" : $0 }) }
    let isPossessive = lower.hasSuffix("'s") && !EnglishWords.isContraction(lower)
    if isPossessive { lower.removeLast(2) }
    let form = Form(
      lower: lower, stem: EnglishWords.stem(lower), kind: EnglishWords.kind(of: lower),
      isPossessive: isPossessive, isCapitalized: written.first?.isUppercase ?? false)
    forms[written] = form
    return form
  }
}
