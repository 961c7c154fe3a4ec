/// A sentence cut into tokens: all that a recognizer may look at.
///
/// Indices outside give ``Token/boundary``, offsets outside give 0: a recognizer looks as far left
/// and right as it likes.
struct TokenizedSentence {
  let bytes: SourceBytes
  private let tokens: UnsafeBufferPointer<Token>
  let language: Language
  let isBritish: Bool
  let policies: Policies
  let role: TextRole
  /// What the document and the glossary define.
  let definitions: Definitions
  /// What the user gives readings for.
  let lexicon: Lexicon
  /// All words are capitals, so that capitals say nothing about a single one.
  let isShouted: Bool

  init(
    bytes: SourceBytes, tokens: UnsafeBufferPointer<Token>, language: Language,
    policies: Policies, role: TextRole, definitions: Definitions = Definitions(),
    isInShoutedPassage: Bool = false, lexicon: Lexicon = Lexicon()
  ) {
    self.bytes = bytes
    self.tokens = tokens
    self.language = language
    isBritish = language.isBritish
    self.policies = policies
    self.role = role
    self.definitions = definitions
    self.lexicon = lexicon
    isShouted = isInShoutedPassage || Self.isShouted(tokens, role: role)
  }

  private static func isShouted(_ tokens: UnsafeBufferPointer<Token>, role: TextRole) -> Bool {
    var uppers = 0
    for token in tokens where token.isWord && token.count > 1 {
      guard token.isUpper else { return false }
      uppers += 1
    }
    return uppers > (role == .heading ? 0 : 1)
  }

  var count: Int { tokens.count }

  /// What all its tokens are, taken together.
  var triggers: Triggers { tokens.reduce(into: []) { $0.formUnion($1.triggers) } }

  /// A run of the tokens as a sentence by itself: no rule sees beyond it.
  func part(_ range: Range<Int>) -> TokenizedSentence {
    TokenizedSentence(
      bytes: bytes,
      tokens: UnsafeBufferPointer(rebasing: tokens[range.clamped(to: 0..<tokens.count)]),
      language: language, policies: policies, role: .prose, definitions: definitions,
      lexicon: lexicon)
  }

  @inline(__always)
  subscript(index: Int) -> Token {
    UInt(bitPattern: index) < UInt(bitPattern: tokens.count) ? tokens[index] : .boundary
  }

  /// UTF-8 bytes of a run of tokens.
  func bytes(of tokens: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else {
      let at = Int(self[tokens.lowerBound].start)
      return at..<at
    }
    return Int(self[tokens.lowerBound].start)..<Int(self[tokens.upperBound - 1].end)
  }

  func text(_ index: Int) -> String { bytes.string(self[index].range) }

  /// Whether a token is exactly this text.
  @inline(__always)
  func token(_ index: Int, is text: StaticString) -> Bool {
    let token = self[index]
    return token.count == text.utf8CodeUnitCount && bytes.holds(text, at: token.range)
  }

  /// Whether a token is this lower-case ASCII text, in any case.
  @inline(__always)
  func token(_ index: Int, isIgnoringCase text: StaticString) -> Bool {
    let token = self[index]
    return token.count == text.utf8CodeUnitCount && bytes.holdsIgnoringCase(text, at: token.range)
  }

  /// The index of the next token that is no white space, `index` itself included.
  func skippingSpace(_ index: Int) -> Int { self[index].isSpace ? index + 1 : index }

  /// The index of the token before `index` that is no white space.
  func beforeSpace(_ index: Int) -> Int { self[index - 1].isSpace ? index - 2 : index - 1 }

  /// Whether nothing that could belong to the same word or number touches the token on its left:
  /// no letter, no digit.
  func isFreeOnLeft(_ index: Int) -> Bool {
    let left = self[index - 1]
    return !left.isWord && !left.isDigits
  }

  /// The same for the right of the last token of something.
  func isFreeOnRight(after index: Int) -> Bool {
    let right = self[index + 1]
    return !right.isWord && !right.isDigits
  }

  /// The value of a run of digits, nil over 18 digits.
  func value(_ index: Int) -> Int? {
    let token = self[index]
    guard token.isDigits, token.count <= 18 else { return nil }
    var value = 0
    for byte in bytes.slice(token.range) { value = value * 10 + Int(byte - 0x30) }
    return value
  }
}

/// What part a text plays in its document.
public enum TextRole: Hashable, Sendable {
  case prose
  case heading
  /// One entry of a reference list.
  case reference
}
