/// Turns written text into words to say, with an account of every change.
///
/// Pure and total: any text in, words out, no error, from any thread. Cost grows linearly with the
/// text.
///
/// ```swift
/// let spoken = Normalizer().normalize("Henry IV took 15 mg.")
/// spoken.spoken  // "Henry the fourth took fifteen milligrams."
/// ```
public struct Normalizer: Sendable {
  /// Whose rules apply.
  public var language: Language
  /// The listener's choices.
  public var policies: Policies
  /// Short forms that the user has given long forms for; they win over the document's.
  public var glossary: Definitions
  /// Readings that the user gives; they win over all rules.
  public var lexicon: Lexicon

  /// A normalizer for a language.
  public init(
    language: Language = .americanEnglish, policies: Policies = Policies(),
    glossary: Definitions = Definitions(), lexicon: Lexicon = Lexicon()
  ) {
    self.language = language
    self.policies = policies
    self.glossary = glossary
    self.lexicon = lexicon
  }

  /// Normalizes a text that is a document by itself: its own definitions hold for all of it.
  public func normalize(_ text: String) -> NormalizedText {
    var context = Context(definitions: definitions(in: [text]))
    return normalize(text, in: &context)
  }

  /// What a document's texts, and before them the glossary, define.
  public func definitions(in texts: some Sequence<String>) -> Definitions {
    var definitions = glossary
    for text in texts { definitions.collect(from: text) }
    return definitions
  }

  /// Normalizes one passage of a document, in listening order.
  ///
  /// - Parameters:
  ///   - text: The passage.
  ///   - role: What part it plays in the document.
  ///   - context: Definitions of the whole document, and what the listener has heard so far.
  public func normalize(
    _ text: String, as role: TextRole = .prose, in context: inout Context
  ) -> NormalizedText {
    normalize(
      text, as: role, in: &context,
      by: language.isEnglish ? Precedence.english : Precedence.anyLanguage)
  }

  /// The same by rules of one's own.
  func normalize(
    _ text: String, as role: TextRole, in context: inout Context, by rules: RuleBook
  ) -> NormalizedText {
    // Taken, not copied: what the writer adds to it costs no copy of the whole.
    var taken = Context()
    swap(&taken, &context)
    defer { swap(&taken, &context) }
    var source = text
    let (spoken, edits, sentences) = source.withUTF8 { buffer in
      let bytes = SourceBytes(buffer)
      let passage = Passage(
        bytes: bytes, role: role, definitions: taken.definitions, isShouted: bytes.isShouted)
      var writer = SpokenWriter(source: bytes, context: taken, isBritish: language.isBritish)
      writer.lexicon = lexicon
      taken = Context()
      let sentences = say(passage, by: rules, into: &writer)
      writer.copy(upTo: bytes.count)
      taken = writer.context
      return (String(decoding: writer.spoken, as: UTF8.self), writer.edits, sentences)
    }
    return NormalizedText(source: source, spoken: spoken, edits: edits, sentences: sentences)
  }

  /// A text on its way, with all that holds for the whole of it.
  private struct Passage {
    let bytes: SourceBytes
    let role: TextRole
    let definitions: Definitions
    let isShouted: Bool
  }

  private func say(
    _ passage: Passage, by rules: RuleBook, into writer: inout SpokenWriter
  ) -> [NormalizedText.Sentence] {
    let bytes = passage.bytes
    var whole: [Token] = []
    if passage.role != .heading, ReferenceEntry.isWorthLexing(bytes, as: passage.role) {
      whole.reserveCapacity(bytes.count / 3 + 8)
      Lexer.cut(0..<bytes.count, of: bytes, into: &whole)
      if mayBeReference(passage, whole) {
        Lexer.assignTriggers(from: 0, of: &whole)
        if let entry = sayReference(passage, whole, by: rules, into: &writer) { return entry }
      }
    }
    var sentences: [NormalizedText.Sentence] = []
    var tokens: [Token] = []
    tokens.reserveCapacity(min(bytes.count, SentenceSplitter.longest) / 3 + 8)
    for range in SentenceSplitter.sentences(in: bytes) {
      writer.beginSentence(at: range.lowerBound)
      let start = writer.spoken.count
      tokens.removeAll(keepingCapacity: true)
      if !Lexer.take(range, from: whole, into: &tokens) {
        Lexer.tokenize(range, of: bytes, into: &tokens)
      }
      tokens.withUnsafeBufferPointer {
        Self.apply(rules, to: tokenized(passage, $0), into: &writer)
      }
      writer.copy(upTo: range.upperBound)
      sentences.append(.init(source: range, spoken: start..<writer.spoken.count))
    }
    return sentences
  }

  private func tokenized(
    _ passage: Passage, _ tokens: UnsafeBufferPointer<Token>
  ) -> TokenizedSentence {
    TokenizedSentence(
      bytes: passage.bytes, tokens: tokens, language: language, policies: policies,
      role: passage.role, definitions: passage.definitions,
      isInShoutedPassage: passage.isShouted, lexicon: lexicon)
  }

  private func mayBeReference(_ passage: Passage, _ tokens: [Token]) -> Bool {
    passage.role == .reference
      || tokens.withUnsafeBufferPointer {
        ReferenceParser(sentence: tokenized(passage, $0)).hasAuthors()
      }
  }

  /// Says the whole passage as an entry of a reference list, when it is one; else says nothing.
  private func sayReference(
    _ passage: Passage, _ tokens: [Token], by rules: RuleBook, into writer: inout SpokenWriter
  ) -> [NormalizedText.Sentence]? {
    let sentences = tokens.withUnsafeBufferPointer {
      let whole = tokenized(passage, $0)
      return ReferenceEntry(in: whole)?.write(of: whole, into: &writer) {
        Self.apply(rules, to: $0, into: &$1)
      } ?? []
    }
    return sentences.isEmpty ? nil : sentences
  }

  /// Offers each token to the rules that it wakes, in order of precedence.
  private static func apply(
    _ rules: RuleBook, to sentence: TokenizedSentence, into writer: inout SpokenWriter
  ) {
    let common: Triggers = sentence.lexicon.isEmpty ? [] : .lexicon
    let available = rules.available(to: sentence.triggers.union(common))
    let wakesAll = rules.wakesAll || !common.isEmpty
    let classes = rules.classes
    var index = 0
    tokens: while index < sentence.count {
      let token = sentence[index]
      // White space that an edit before it took along says nothing more.
      guard token.end > writer.position, !token.triggers.isEmpty || wakesAll else {
        index += 1
        continue
      }
      var awake = rules.awake(on: token.triggers.union(common), keys: token.keys)
      awake.formIntersection(available)
      while let rule = awake.popFirst() {
        if let end = classes[rule].apply(at: index, in: sentence, into: &writer), end > index {
          index = end
          continue tokens
        }
      }
      index += 1
    }
  }
}
