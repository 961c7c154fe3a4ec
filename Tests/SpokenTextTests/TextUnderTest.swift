import SpokenText

/// A text with all that decides how it is said, as a fuzzer makes it from bytes.
///
/// Two bytes of settings, then the text. Broken UTF-8 is repaired, as a reader of files does.
struct TextUnderTest {
  var normalizer = Normalizer()
  var role = TextRole.prose
  var text: String
  /// The text is said over and over, which is apt to make the cost of a rule grow.
  var isRepeated: Bool

  init(_ bytes: some Collection<UInt8>) {
    var settings = bytes.prefix(2).reduce(0) { $0 << 8 | UInt32($1) }
    text = String(decoding: bytes.dropFirst(2), as: UTF8.self)
    func take<Value>(_ values: [Value]) -> Value {
      let count = UInt32(values.count)
      defer { settings /= count }
      return values[Int(settings % count)]
    }
    normalizer.language = take([
      .americanEnglish, .britishEnglish, .americanEnglish, Language("de"),
    ])
    role = take([.prose, .reference, .prose, .heading])
    normalizer.policies.citations = take(CitationPolicy.allCases)
    normalizer.policies.references = take(ReferencePolicy.allCases)
    normalizer.policies.links = take(LinkPolicy.allCases)
    normalizer.policies.abbreviations = take(AbbreviationPolicy.allCases)
    normalizer.policies.symbols = take(SymbolLevel.allCases)
    normalizer.policies.style = take(SpeakingStyle.allCases)
    isRepeated = take([false, false, false, false, false, false, false, true])
  }

  /// What is wrong with what is made of the text, nil when every property holds.
  var fault: String? {
    if isRepeated { return faultOfMany }
    var context = Context(definitions: normalizer.definitions(in: [text]))
    let normalized = normalizer.normalize(text, as: role, in: &context)
    if let fault = normalized.fault { return fault }
    guard Array(normalized.source.utf8) == Array(text.utf8) else { return "the source is changed" }
    // Of a form that is defined in the plural alone, the singular is remembered.
    if context.introduced.contains(where: {
      context.definitions[$0] == nil && context.definitions["\($0)s"] == nil
    }) {
      return "what nobody defined is introduced"
    }
    var again = Context(definitions: normalizer.definitions(in: [text]))
    guard normalizer.normalize(text, as: role, in: &again) == normalized, again == context else {
      return "a second time says something else"
    }
    guard normalized.sentences.allSatisfy({ !$0.source.isEmpty }) else {
      return "an empty sentence"
    }
    return faultOfPart(said: normalized)
  }

  /// What is wrong with the text over and over.
  private var faultOfMany: String? { said(untilBytes: 2000)?.misalignment }

  /// What is made of the text over and over, until there are so many bytes of it; nil for no text.
  func said(untilBytes count: Int) -> NormalizedText? {
    guard !text.isEmpty else { return nil }
    let many = String(repeating: text, count: count / text.utf8.count + 1)
    var context = Context(definitions: normalizer.definitions(in: [many]))
    return normalizer.normalize(many, as: role, in: &context)
  }

  /// A text says the same between two others as it does alone, in the same context.
  ///
  /// But for what the passage as a whole decides: an entry of a reference list, and capitals
  /// throughout.
  private func faultOfPart(said alone: NormalizedText) -> String? {
    guard role == .prose, !ReferenceEntry.isReference(text), text.utf8.contains(where: isLower)
    else { return nil }
    var context = Context(definitions: normalizer.definitions(in: [text]))
    let together = normalizer.normalize(
      "It begins.\n\n\(text)\n\nIt ends.", as: role, in: &context)
    let said = together.saidSentences
    let wanted =
      normalizer.normalize("It begins.").saidSentences + alone.saidSentences
      + normalizer.normalize("It ends.").saidSentences
    return said == wanted ? nil : "it is said otherwise between two paragraphs: \(said), \(wanted)"
  }

  /// The settings, as short as they can be said.
  var settings: String {
    let policies = normalizer.policies
    return "\(normalizer.language) \(role) citations=\(policies.citations)"
      + " references=\(policies.references) links=\(policies.links)"
      + " abbreviations=\(policies.abbreviations) symbols=\(policies.symbols)"
      + " style=\(policies.style)\(isRepeated ? ", over and over" : "")"
  }

  private func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}

extension NormalizedText {
  /// What is said of each sentence, but for those of which nothing is said.
  fileprivate var saidSentences: [String] {
    let bytes = Array(spoken.utf8)
    return sentences.filter { !$0.spoken.isEmpty }
      .map { String(decoding: bytes[$0.spoken], as: UTF8.self) }
  }
}
