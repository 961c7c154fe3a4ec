import SpokenText

// What holds for every text, whatever is in it. Used by the tests and by the fuzzer, so it records
// nothing itself: a question answers nil, or says what is wrong.

extension NormalizedText {
  /// What is wrong with the result as it stands, nil when nothing is.
  var fault: String? {
    misalignment ?? misplacedSentence ?? misplacedWord ?? mapFault ?? markupFault
  }

  /// What is wrong with the account of changes, nil when source and spoken text align completely.
  ///
  /// Edits must be in order and apart in both texts, and the bytes between two of them the same in
  /// both; children must be in order inside their parents; all of them begin and end between
  /// characters.
  var misalignment: String? {
    let source = Array(source.utf8)
    let spoken = Array(spoken.utf8)
    var (sourceEnd, spokenEnd) = (0, 0)
    for edit in edits {
      guard edit.source.lowerBound >= sourceEnd, edit.spoken.lowerBound >= spokenEnd else {
        return "\(edit.rule.text) at \(edit.source) overlaps the edit before it"
      }
      guard edit.source.upperBound <= source.count, edit.spoken.upperBound <= spoken.count else {
        return "\(edit.rule.text) at \(edit.source) lies outside"
      }
      guard
        source[sourceEnd..<edit.source.lowerBound].elementsEqual(
          spoken[spokenEnd..<edit.spoken.lowerBound])
      else { return "the texts differ before \(edit.rule.text) at \(edit.source)" }
      if let fault = Self.splitCharacter(of: edit, source: source, spoken: spoken) { return fault }
      if let fault = Self.misplacedChild(of: edit) { return fault }
      (sourceEnd, spokenEnd) = (edit.source.upperBound, edit.spoken.upperBound)
    }
    guard source[sourceEnd...].elementsEqual(spoken[spokenEnd...]) else {
      return "the texts differ behind the last edit"
    }
    return nil
  }

  private static func misplacedChild(of parent: Edit) -> String? {
    var (sourceEnd, spokenEnd) = (parent.source.lowerBound, parent.spoken.lowerBound)
    for child in parent.children {
      guard child.source.lowerBound >= sourceEnd, child.spoken.lowerBound >= spokenEnd,
        child.source.upperBound <= parent.source.upperBound,
        child.spoken.upperBound <= parent.spoken.upperBound
      else { return "\(child.rule.text) at \(child.source) is not inside \(parent.rule.text)" }
      if let fault = misplacedChild(of: child) { return fault }
      (sourceEnd, spokenEnd) = (child.source.upperBound, child.spoken.upperBound)
    }
    return nil
  }

  private static func splitCharacter(
    of edit: Edit, source: [UInt8], spoken: [UInt8]
  ) -> String? {
    guard isBetweenCharacters(edit.source, of: source),
      isBetweenCharacters(edit.spoken, of: spoken)
    else { return "\(edit.rule.text) at \(edit.source) splits a character" }
    for child in edit.children {
      if let fault = splitCharacter(of: child, source: source, spoken: spoken) { return fault }
    }
    return nil
  }

  private static func isBetweenCharacters(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
    [range.lowerBound, range.upperBound].allSatisfy {
      $0 == bytes.count || (bytes.indices.contains($0) && bytes[$0] & 0xC0 != 0x80)
    }
  }

  /// What is wrong with the sentences: they are in order, begin and end between characters, and
  /// hold everything but white space.
  private var misplacedSentence: String? {
    let source = Array(source.utf8)
    let spoken = Array(spoken.utf8)
    var (sourceEnd, spokenEnd) = (0, 0)
    for sentence in sentences {
      guard sentence.source.lowerBound >= sourceEnd, sentence.spoken.lowerBound >= spokenEnd,
        sentence.source.upperBound <= source.count, sentence.spoken.upperBound <= spoken.count
      else { return "the sentence at \(sentence.source) is out of order" }
      guard Self.isBetweenCharacters(sentence.source, of: source),
        Self.isBetweenCharacters(sentence.spoken, of: spoken)
      else { return "the sentence at \(sentence.source) splits a character" }
      guard Self.isBlank(source[sourceEnd..<sentence.source.lowerBound]) else {
        return "there is text before the sentence at \(sentence.source)"
      }
      (sourceEnd, spokenEnd) = (sentence.source.upperBound, sentence.spoken.upperBound)
    }
    return Self.isBlank(source[sourceEnd...]) ? nil : "there is text behind the last sentence"
  }

  /// White space, the zero-width space among it.
  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{200B}"
    }
  }

  /// What is wrong with the words: none is empty or holds a control character, and each lies in its
  /// sentence.
  private var misplacedWord: String? {
    for sentence in sentences {
      for word in words(of: sentence) {
        guard !word.text.isEmpty else { return "an empty word in \(sentence.source)" }
        guard !word.text.utf8.contains(where: { $0 < 0x21 || $0 == 0x7F }) else {
          return "a control character or a space in the word at \(word.source)"
        }
        guard sentence.source.lowerBound <= word.source.lowerBound,
          word.source.upperBound <= sentence.source.upperBound
        else { return "the word at \(word.source) is outside \(sentence.source)" }
      }
    }
    return nil
  }

  /// What is wrong with the map: it never runs backward, stays inside the texts, and leads each
  /// copied byte to itself.
  private var mapFault: String? {
    if let fault = Self.disorder(
      over: spoken.utf8.count, into: source.utf8.count, of: source(ofSpoken:))
    {
      return "from spoken to source, \(fault)"
    }
    if let fault = Self.disorder(
      over: source.utf8.count, into: spoken.utf8.count, of: spoken(ofSource:))
    {
      return "from source to spoken, \(fault)"
    }
    for edit in edits where !edit.source.isEmpty && !edit.spoken.isEmpty {
      let source = source(ofSpoken: edit.spoken)
      guard edit.source.lowerBound <= source.lowerBound,
        source.upperBound <= edit.source.upperBound
      else {
        return "what \(edit.rule.text) says at \(edit.spoken) leads to \(source)"
      }
    }
    // The bytes between edits, one by one.
    var (sourceEnd, spokenEnd) = (0, 0)
    for edit in edits + [Self.end(of: self)] {
      for offset in 0..<edit.source.lowerBound - sourceEnd {
        let (here, there) = (sourceEnd + offset, spokenEnd + offset)
        guard source(ofSpoken: there..<there + 1) == here..<here + 1,
          spoken(ofSource: here..<here + 1) == there..<there + 1
        else { return "the copied byte \(here) is not \(there) in the other text" }
      }
      (sourceEnd, spokenEnd) = (edit.source.upperBound, edit.spoken.upperBound)
    }
    return nil
  }

  private static func end(of text: NormalizedText) -> Edit {
    let (source, spoken) = (text.source.utf8.count, text.spoken.utf8.count)
    return Edit(source: source..<source, spoken: spoken..<spoken, kind: .kept, rule: "")
  }

  /// Where a map runs backward: what one byte leads to lies before what the byte before it does.
  private static func disorder(
    over count: Int, into length: Int, of map: (Range<Int>) -> Range<Int>
  ) -> String? {
    var last = 0..<0
    for offset in 0..<count {
      let range = map(offset..<offset + 1)
      guard range.lowerBound >= 0, range.upperBound <= length else {
        return "\(offset) leads outside to \(range)"
      }
      guard range.upperBound >= last.lowerBound else {
        return "\(offset) leads to \(range), and the byte before it to \(last)"
      }
      last = range
    }
    return nil
  }

  /// What is wrong with the markup: it holds no tag and no entity but its own, whatever was written.
  private var markupFault: String? {
    let own = [
      "<p>", "</p>", "<s>", "</s>", "<say-as interpret-as=\"characters\">", "</say-as>",
      "<phoneme alphabet=\"ipa\" ph=\"", "</phoneme>", "&amp;", "&lt;", "&gt;", "&quot;",
    ].map { Array($0.utf8) }
    let bytes = Array(ssmlParagraph.utf8)
    var index = 0
    var isInTag = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "&"):
        guard let piece = own.first(where: { bytes[index...].starts(with: $0) }) else {
          return "the markup holds what was written"
        }
        isInTag = isInTag || piece.last == UInt8(ascii: "\"")
        index += piece.count
      case UInt8(ascii: ">"):
        guard isInTag else { return "the markup holds what was written" }
        isInTag = false
        index += 1
      default: index += 1
      }
    }
    return nil
  }
}
