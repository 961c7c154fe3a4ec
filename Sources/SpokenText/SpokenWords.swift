extension NormalizedText {
  /// The words of a sentence in order, each with its place in the source.
  ///
  /// `"Dr. Lee (b. 1950) slept."` → `Doctor`, `Lee,`, `born`, `nineteen`, `fifty,`, `slept.`
  public func words(of sentence: Sentence) -> [SpokenWord] {
    let utf8 = spoken.utf8
    let range = sentence.spoken.clamped(to: 0..<utf8.count)
    var words: [SpokenWord] = []
    let bytes = Array(
      utf8[
        utf8.index(
          utf8.startIndex, offsetBy: range.lowerBound)..<utf8.index(
            utf8.startIndex, offsetBy: range.upperBound)])
    var start = 0
    while start < bytes.count {
      if ASCII.isSpace(bytes[start]) {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, !ASCII.isSpace(bytes[end]) { end += 1 }
      var textEnd = end
      while textEnd > start, PhrasingMark(byte: bytes[textEnd - 1]) != nil { textEnd -= 1 }
      let mark = PhrasingMark.strongest(in: bytes[textEnd..<end])
      if textEnd > start {
        let pieces = parts(of: bytes, start..<textEnd, at: range.lowerBound)
        for piece in pieces {
          words.append(
            word(
              String(decoding: bytes[piece], as: UTF8.self),
              mark: piece.upperBound == textEnd ? mark : .none,
              spoken: range.lowerBound + piece.lowerBound..<range.lowerBound + piece.upperBound))
        }
      } else if let last = words.indices.last, mark.strength > words[last].mark.strength {
        words[last].mark = mark
      }
      start = end
    }
    return words
  }

  /// A word in one piece, or in several at the hyphens beside a homograph: a pronunciation is that
  /// of a whole word, as `lead` in `lead-free`.
  private func parts(of bytes: [UInt8], _ word: Range<Int>, at base: Int) -> [Range<Int>] {
    guard bytes[word].contains(UInt8(ascii: "-")) else { return [word] }
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].spoken.upperBound <= base + word.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var parts: [Range<Int>] = []
    var start = word.lowerBound
    while low < edits.count, edits[low].spoken.lowerBound < base + word.upperBound {
      let edit = edits[low].spoken.lowerBound - base..<edits[low].spoken.upperBound - base
      if edits[low].kind == .homograph, edit.lowerBound >= start,
        edit.upperBound <= word.upperBound
      {
        if edit.lowerBound - 1 > start, bytes[edit.lowerBound - 1] == UInt8(ascii: "-") {
          parts.append(start..<edit.lowerBound - 1)
          start = edit.lowerBound
        }
        if edit.upperBound + 1 < word.upperBound, bytes[edit.upperBound] == UInt8(ascii: "-") {
          parts.append(start..<edit.upperBound)
          start = edit.upperBound + 1
        }
      }
      low += 1
    }
    parts.append(start..<word.upperBound)
    return parts
  }

  private func word(_ text: String, mark: PhrasingMark, spoken range: Range<Int>) -> SpokenWord {
    let edit = place(ofSpoken: range.lowerBound, edits: edits[...]).edit
    let path = edit.map { self.path(to: range.lowerBound, in: $0) } ?? []
    var pronunciation = path.last { $0.pronunciation != nil }?.pronunciation
    if pronunciation == nil, let kind = path.last?.kind, Self.speaksLetters(kind),
      Self.isLetterName(text)
    {
      pronunciation = .letterName
    }
    return SpokenWord(
      text: text, source: source(ofSpoken: range), mark: mark, pronunciation: pronunciation)
  }

  /// Whether a capital alone that an edit of this kind says is a letter: no article, no pronoun.
  private static func speaksLetters(_ kind: Edit.Kind) -> Bool {
    switch kind {
    case .kept, .expansion, .glossary, .definition, .phrasing, .homograph, .omission: false
    default: true
    }
  }

  /// `A`, `A's`.
  private static func isLetterName(_ word: String) -> Bool {
    guard let first = word.utf8.first, ASCII.isUpper(first) else { return false }
    return word.utf8.count == 1 || word.utf8.dropFirst().elementsEqual("'s".utf8)
  }
}

extension PhrasingMark {
  init?(byte: UInt8) {
    switch byte {
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: ";"): self = .semicolon
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: "."): self = .period
    case UInt8(ascii: "?"): self = .question
    case UInt8(ascii: "!"): self = .exclamation
    default: return nil
    }
  }

  /// How strongly a mark parts phrases; the stronger of two is heard.
  var strength: Int {
    switch self {
    case .none: 0
    case .comma: 1
    case .semicolon: 2
    case .colon: 3
    case .period: 4
    case .exclamation: 5
    case .question: 6
    }
  }

  static func strongest(in bytes: ArraySlice<UInt8>) -> PhrasingMark {
    var strongest = PhrasingMark.none
    for byte in bytes {
      if let mark = PhrasingMark(byte: byte), mark.strength > strongest.strength {
        strongest = mark
      }
    }
    return strongest
  }
}
