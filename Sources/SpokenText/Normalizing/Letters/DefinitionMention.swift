/// The place where a document defines a short form.
///
/// `post-traumatic stress disorder (PTSD) is` → `post-traumatic stress disorder, or P T S D, is`.
/// Only a short form that the document or glossary defines, behind its own long form.
struct DefinitionMention: SemioticClass {
  static let kind = Edit.Kind.definition

  /// The short form's tokens, brackets left out.
  let short: Range<Int>
  /// The phrase goes on behind the bracket without punctuation of its own.
  let goesOn: Bool

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<DefinitionMention>?
  {
    guard sentence[start].isMark("(") || sentence[start].isMark("[") else { return nil }
    var end = start + 1
    while end - start < 14, sentence[end].kind != .boundary, !sentence[end].isMark(")"),
      !sentence[end].isMark("]")
    {
      end += 1
    }
    guard sentence[end].isMark(")") || sentence[end].isMark("]"), end > start + 1 else {
      return nil
    }
    // `( PTSD )` in text cut into tokens
    let first = sentence.skippingSpace(start + 1)
    let last = sentence[end - 1].isSpace ? end - 1 : end
    guard first < last else { return nil }
    let short = first..<last
    let text = sentence.bytes.string(sentence.bytes(of: short))
    guard let long = sentence.definitions[text], follows(long, before: start, in: sentence) else {
      return nil
    }
    return Match(
      DefinitionMention(
        short: short, goesOn: !Phrasing.isParted(after: end + 1, in: sentence)),
      tokens: start..<end + 1, rule: "definition.brackets")
  }

  /// Whether the long form stands right before a token, whatever its capitals.
  private static func follows(
    _ long: String, before index: Int, in sentence: TokenizedSentence
  ) -> Bool {
    let end = Int(sentence[sentence.beforeSpace(index)].end)
    return sentence.bytes.holdsIgnoringCase(long, at: end - long.utf8.count)
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.context.introduced.insert(
      DefinedForm.key(sentence.bytes.string(sentence.bytes(of: short))))
    writer.mark(.comma)
    writer.say("or")
    sayShort(into: &writer, in: sentence)
    if goesOn { writer.mark(.comma) }
  }

  /// Says the short form by itself, whatever the policy for its other uses.
  private func sayShort(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    let first = sentence[short.lowerBound]
    if short.count == 1, first.isWord, !first.shape.contains(.nonASCII) {
      if first.keys.contains(.acronymWord), first.isUpper {
        writer.nested(
          Match(Shouting(word: first.range), tokens: short, rule: "acronym.word"), in: sentence)
        return
      }
      let (letters, ending) = Initialism.parts(of: first, in: sentence.bytes)
      writer.nested(
        Match(
          Initialism(letters: letters, ending: ending, defined: nil), tokens: short,
          rule: "initialism.letters"), in: sentence)
    } else if var match = Alphanumeric.recognize(at: short.lowerBound, in: sentence),
      match.tokens == short
    {
      match.value.defined = nil
      writer.nested(match, in: sentence)
    } else {
      writer.say(source: sentence.bytes(of: short))
    }
  }
}
