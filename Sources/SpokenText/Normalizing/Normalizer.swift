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
    var text = text
    return text.withUTF8 { buffer in
      let bytes = SourceBytes(buffer)
      var writer = SpokenWriter(source: bytes, context: context, isBritish: language.isBritish)
      writer.lexicon = lexicon
      let definitions = context.definitions
      let isShouted = bytes.isShouted
      var sentences = sayReference(bytes, as: role, into: &writer)
      var tokens: [Token] = []
      for range in sentences.isEmpty ? SentenceSplitter.sentences(in: bytes) : [] {
        writer.beginSentence(at: range.lowerBound)
        let start = writer.spoken.count
        tokens.removeAll(keepingCapacity: true)
        Lexer.tokenize(range, of: bytes, into: &tokens)
        tokens.withUnsafeBufferPointer {
          apply(
            to: TokenizedSentence(
              bytes: bytes, tokens: $0, language: language, policies: policies, role: role,
              definitions: definitions, isInShoutedPassage: isShouted, lexicon: lexicon),
            into: &writer)
        }
        writer.copy(upTo: range.upperBound)
        sentences.append(.init(source: range, spoken: start..<writer.spoken.count))
      }
      writer.copy(upTo: bytes.count)
      context = writer.context
      return NormalizedText(
        source: bytes.string(0..<bytes.count),
        spoken: String(decoding: writer.spoken, as: UTF8.self),
        edits: writer.edits, sentences: sentences)
    }
  }

  /// Says the whole passage as an entry of a reference list, when it is one; else says nothing.
  private func sayReference(
    _ bytes: SourceBytes, as role: TextRole, into writer: inout SpokenWriter
  ) -> [NormalizedText.Sentence] {
    guard role == .reference || role == .prose && ReferenceEntry.isWorthParsing(bytes) else {
      return []
    }
    var tokens: [Token] = []
    Lexer.tokenize(0..<bytes.count, of: bytes, into: &tokens)
    return tokens.withUnsafeBufferPointer {
      let passage = TokenizedSentence(
        bytes: bytes, tokens: $0, language: language, policies: policies, role: role,
        definitions: writer.context.definitions, lexicon: lexicon)
      return ReferenceEntry(in: passage)?.write(of: passage, into: &writer, reading: apply) ?? []
    }
  }

  private func apply(to sentence: TokenizedSentence, into writer: inout SpokenWriter) {
    var index = 0
    tokens: while index < sentence.count {
      let token = sentence[index]
      // White space that an edit before it took along.
      if token.end <= writer.position {
        index += 1
        continue
      }
      let triggers = Triggers(token)
      // Most of any text: a word in small letters before white space.
      if triggers.isSubset(of: [.lower, .letter, .space]), sentence[index + 1].kind != .mark,
        !sentence[index + 1].isDigits, sentence.lexicon.isEmpty
      {
        index += 1
        continue
      }
      for rule in Precedence.rules where !rule.wakesOn.isDisjoint(with: triggers) {
        if let next = rule.apply(index, sentence, &writer), next > index {
          index = next
          continue tokens
        }
      }
      index += 1
    }
  }
}
