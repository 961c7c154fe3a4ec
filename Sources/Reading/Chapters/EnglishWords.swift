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
    if count > 5, adjectiveEndings.contains(where: lower.hasSuffix) { return .adjective }
    return .content
  }

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
    var word = Substring(lower)
    if word.hasSuffix("ies"), word.utf8.count > 4 {
      word = word.dropLast(3) + "y"
    } else if ["sses", "shes", "ches", "xes", "zes"].contains(where: word.hasSuffix) {
      word = word.dropLast(2)
    } else if word.hasSuffix("s"), word.utf8.count > 3,
      !["ss", "us", "is"].contains(where: word.hasSuffix)
    {
      word = word.dropLast()
    }
    return String(word.prefix(7))
  }
}
