/// What a name of a speaker may look like, and when two names are one.
enum SpeakerName {
  /// Whether words before a colon may be somebody's name.
  ///
  /// `Dr. Jane O'Neil-Smith`, `Erik St. Martin`, `Speaker 1`, `JANE`, `Ludwig van Beethoven`, `田中`,
  /// `host` → true; `So here is the thing`, `Note`, `Step 3`, `10` → false
  static func isPossible(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard let first = words.first, let last = words.last, first.contains(where: \.isLetter),
      !name.hasSuffix(","), !name.hasSuffix("-"), !name.contains("--"), !name.contains("//")
    else { return false }
    if name.hasSuffix("."), last.count > 1, !["jr.", "sr."].contains(last.lowercased()) {
      return last.dropLast().contains(".")
    }
    guard first.first.map({ $0.isLetter || $0.isNumber }) == true,
      words.allSatisfy({ $0.utf8.count <= 48 && !isCode($0) })
    else { return false }
    if words.count == 1, isLowercase(first) { return first.count <= 20 && !isOtherLabel(name) }
    guard !isLowercase(first) || isGeneric(name) else { return false }
    for word in words.dropFirst() where isLowercase(word) && !particles.contains(word.lowercased())
    {
      return isGeneric(name)
    }
    guard !particles.contains(String(last)) || words.count == 1 else { return false }
    return !isOtherLabel(name)
  }

  /// Whether the text tells by itself that it is a role in a conversation: `Speaker 1`, `Host`, `Q`.
  static func isGeneric(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    let numbers = name.split(separator: " ").filter { $0.allSatisfy(\.isNumber) }
    guard words.count + numbers.count <= 3 else { return false }
    return words.contains(where: generic.contains)
      && words.allSatisfy { generic.contains($0) || $0.count == 1 }
  }

  /// A name without what its bearer does: `STEVE BLOOM, HOST` → `STEVE BLOOM`; `Ada, Ben` stays.
  static func withoutRole(_ name: String) -> String {
    guard let comma = name.firstIndex(of: ","), comma > name.startIndex else { return name }
    let words = name[name.index(after: comma)...].lowercased().split { !$0.isLetter }
    guard !words.isEmpty, words.allSatisfy({ roles.contains($0) || generic.contains($0) })
    else { return name }
    return String(name[..<comma])
  }

  static func isQuestion(_ key: String) -> Bool { ["q", "question", "frage", "f"].contains(key) }
  static func isAnswer(_ key: String) -> Bool {
    ["a", "answer", "antwort", "r", "réponse"].contains(key)
  }

  /// Whether all letters are capitals, of which there are at least two.
  static func isCapitals(_ name: String) -> Bool {
    var count = 0
    for character in name {
      if character.isLowercase { return false }
      if character.isUppercase { count += 1 }
    }
    return count >= 2
  }

  /// A name without regard to case, titles and spaces: `Dr. JANE  Doe` → `jane doe`.
  static func key(_ name: String) -> String {
    var words = name.lowercased().split { $0 == " " || $0 == "\u{A0}" }
    while words.count > 1, titles.contains(words[0]) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// The first letters of a name's words: `ada lovelace` → `al`.
  static func initials(_ key: String) -> String {
    String(key.split { $0 == " " || $0 == "-" }.compactMap(\.first))
  }

  /// Whether a word is no word of a name: `uri.path`, `and/or`, `snake_case`; `J.D.` and `O'Neil` are.
  private static func isCode(_ word: Substring) -> Bool {
    if word.contains("/") || word.contains("@") { return true }
    let parts = word.split(separator: ".", omittingEmptySubsequences: true)
    return parts.count > 1 && parts.dropLast().contains { $0.count > 2 }
  }

  private static func isLowercase(_ word: Substring) -> Bool {
    (word.first { $0.isLetter || $0.isNumber })?.isLowercase ?? false
  }

  private static let titles: Set<Substring> = [
    "dr.", "dr", "prof.", "prof", "professor", "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "sir",
    "dame", "rev.", "sen.", "rep.", "gov.", "president", "senator", "judge", "herr", "frau",
    "the",
  ]

  private static let particles: Set<String> = [
    "a", "al", "and", "af", "av", "bin", "d", "da", "dal", "de", "del", "della", "den", "der",
    "des", "di", "do", "dos", "du", "e", "el", "et", "ibn", "la", "le", "of", "the", "ten", "ter",
    "und", "van", "vom", "von", "y", "zu", "zum", "zur", "jr.", "sr.",
  ]

  private static let generic: Set<Substring> = [
    "speaker", "host", "cohost", "co", "guest", "interviewer", "interviewee", "moderator",
    "narrator", "announcer", "participant", "panelist", "audience", "member", "respondent",
    "presenter", "reporter", "anchor", "caller", "listener", "operator", "man", "woman", "male",
    "female", "voice", "unknown", "unidentified", "person", "voiceover", "everyone", "everybody",
    "all", "both", "q", "a", "question", "answer", "sprecher", "sprecherin", "moderatorin",
    "interviewerin", "me", "user", "assistant",
  ]

  private static let roles: Set<Substring> = [
    "byline", "correspondent", "editor", "producer", "author", "ceo", "cto", "founder", "director",
    "professor", "the", "of", "and", "chief", "executive", "senior", "news", "senator", "president",
  ]

  /// Labels that part a text and name nobody.
  private static func isOtherLabel(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter && $0 != "." }
    guard let first = words.first, let last = words.last else { return true }
    if words.count > 1 || name.contains(" "), leads.contains(first) { return true }
    // A commit or another number with letters in it.
    if !name.contains(where: { $0.isUppercase || $0 == " " }), name.count(where: \.isNumber) > 2 {
      return !isGeneric(name)
    }
    // `Step 3`, `Figure 2`, `Table S1`, `Part II`
    if name.contains(where: \.isNumber), counted.contains(first) { return true }
    return others.contains(words.joined(separator: " "))
      || words.count > 1
        && ["time", "note", "notes", "tip", "tips", "points", "date"].contains(last)
  }

  /// First words that no name has.
  private static let leads: Set<Substring> = [
    "as", "at", "but", "by", "for", "from", "how", "if", "in", "it", "no", "not", "on", "or", "see",
    "so", "that", "then", "these", "this", "to", "using", "what", "when", "where", "why", "with",
  ]

  private static let counted: Set<Substring> = [
    "act", "appendix", "article", "box", "case", "chapter", "class", "day", "episode", "equation",
    "example", "exercise", "experiment", "fig", "fig.", "figure", "image", "item", "lesson",
    "level", "line", "method", "mistake", "myth", "note", "number", "option", "page", "part",
    "phase", "point", "principle", "problem", "question", "reason", "rule", "scene", "season",
    "section", "stage", "step", "study", "table", "task", "tip", "type", "unit", "version",
    "volume", "week", "year",
  ]

  private static let others = Set(
    """
    abstract acknowledgments acknowledgements action actions address advantages advice affiliation
    affiliations aim aims also alternative answers appendix author authors availability
    background benefits bonus bottom breakfast brunch bug caption category caution cause caveat
    challenge challenges chapter chapters citation claim code comment comments conclusion
    conclusions cons contact content contents context copyright correspondence cost credit credits
    currently danger data date deadline default definition department description details
    difficulty dinner directions disadvantages disclaimer discussion disclosure doi download
    duration edit effect email end episode equipment error evidence example examples exception
    exercise explanation fact fax figure files first fix followup footnote format found fourth
    frequency from funding genre goal goals grade guests hashtags headline hint highlights history
    homepage hosts hours however http https hypothesis i.e. idea image important impact
    implications info information ingredients input inputs instructions interpretation
    introduction isbn issn issue keywords language last learn length lesson level license licence
    limitations link links listen location lunch main material materials meaning measure meta
    method methods mistake more motivation music myth name names next note notes n.b. nb
    objective objectives observation offer online opinion option or orcid origin other outcome
    outcomes outline output outputs overview page parameters participants partners pages pdf phone
    photo photos place platform point points position posted prerequisites present price principle
    problem problems procedure produced producer proof pros ps p.s. published publisher purpose
    quote rank rating rationale reality reason reasons recommendation recommendations recipe
    reference references related released reminder remark remarks remember requirements resources
    response result results return returns review reviewed risk risks rule runtime sample season
    second section see series serves setting settings share show shows side significance size
    snack solution solutions source sources speakers spoiler sponsor sponsors start status step
    steps strengths stop story subject subscribe subtitle suggestion summary supplies support
    symptoms syntax table tags takeaway takeaways task team tel telephone term terms test
    thanks then theorem theme therefore third tickets time timeline timestamp timestamps tip tips
    title to todo fixme tools topic topics total transcript transcription translation treatment
    trigger twitter type types update updated updates url usage use values variables venue version
    via video view warning weaknesses web website when where why written www year yield yields
    monday tuesday wednesday thursday friday saturday sunday january february july
    september october november december today tomorrow yesterday morning
    afternoon evening before after lemma corollary proposition hinweis achtung beispiel
    recommended avoid performance good bad right wrong correct incorrect preferred stability
    zutaten quelle quellen anmerkung thema datum titel autor autoren lösung aufgabe
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension Set<String> {
  fileprivate func contains(_ word: Substring) -> Bool { contains(String(word)) }
}
