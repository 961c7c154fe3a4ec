/// A short form for which the document or a glossary gives a long one, and whether its turn is now.
struct DefinedForm: Sendable {
  let short: String
  let long: String
  /// The long form stands beside it: `PTSD (post-traumatic …)`, `post-traumatic …, or PTSD`.
  let isExplained: Bool
  /// The article before it goes with the letters and not with the long form: `an RCT`.
  let isBoundByArticle: Bool

  /// What is defined for a short form of these bytes that ends before the token at `next`; nil when
  /// nothing is.
  init?(_ bytes: Range<Int>, before next: Int, in sentence: TokenizedSentence) {
    guard !sentence.definitions.longForms.isEmpty else { return nil }
    let short = sentence.bytes.string(bytes)
    guard let long = sentence.definitions[short] else { return nil }
    self.short = short
    self.long = long
    isExplained = Self.isBeside(long, bytes, in: sentence)
    isBoundByArticle = Self.isBoundByArticle(long, before: next, in: sentence)
  }

  /// What the context remembers of a form that was introduced: `RCTs` introduces `RCT` too.
  static func key(_ short: String) -> String {
    var utf8 = Array(short.utf8)
    guard utf8.count > 2, utf8.removeLast() == UInt8(ascii: "s"), let last = utf8.last,
      ASCII.isUpper(last)
    else { return short }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// `an RCT` cannot become `an randomized controlled trial`, and what is written stays.
  ///
  /// Only first letters that have one sound decide: `u`, `h`, `e` and `o` may be either.
  private static func isBoundByArticle(
    _ long: String, before next: Int, in sentence: TokenizedSentence
  ) -> Bool {
    guard let first = long.utf8.first.map(ASCII.lowercased), ASCII.isLower(first) else {
      return false
    }
    var start = next - 1
    for _ in 0..<12 where sentence[start - 1].isWord || sentence[start - 1].isHyphen {
      start -= 1
    }
    switch first {
    case UInt8(ascii: "a"), UInt8(ascii: "i"): return sentence.wordBefore(start, isAnyOf: ["a"])
    case UInt8(ascii: "u"), UInt8(ascii: "h"), UInt8(ascii: "e"), UInt8(ascii: "o"): return false
    default: return sentence.wordBefore(start, isAnyOf: ["an"])
    }
  }

  /// Says the long form if the policy wants it here: at every use, or at the first.
  ///
  /// - Returns: whether it was said.
  func sayIfDue(into writer: inout SpokenWriter, policies: Policies) -> Bool {
    if isBoundByArticle, policies.abbreviations == .firstUse { return false }
    let isFirst = writer.context.introduced.insert(Self.key(short)).inserted
    guard !isExplained, policies.style == .narration else { return false }
    switch policies.abbreviations {
    case .letters: return false
    case .expand: break
    case .firstUse: guard isFirst else { return false }
    }
    writer.say(long)
    return true
  }

  /// Whether the long form begins within some words after the short form, or ends as near before.
  private static func isBeside(
    _ long: String, _ short: Range<Int>, in sentence: TokenizedSentence
  ) -> Bool {
    let bytes = sentence.bytes
    let all = sentence.bytes(of: 0..<sentence.count)
    for distance in 1...40 {
      let start = short.upperBound + distance
      if start < all.upperBound, !bytes.isWordCharacter(at: start - 1),
        bytes.holds(long, startingAt: start)
      {
        return true
      }
      let end = short.lowerBound - distance
      if end > all.lowerBound, !bytes.isWordCharacter(at: end), bytes.holds(long, endingAt: end) {
        return true
      }
    }
    return false
  }
}

extension SourceBytes {
  /// Whether a phrase begins at an offset, in any case and with any white space between its words.
  func holds(_ phrase: String, startingAt offset: Int) -> Bool {
    var offset = offset
    for byte in phrase.utf8 {
      if byte == 0x20 {
        let next = skippingSpace(offset)
        guard next > offset else { return false }
        offset = next
      } else {
        guard ASCII.lowercased(self[offset]) == ASCII.lowercased(byte) else { return false }
        offset += 1
      }
    }
    return true
  }

  /// The same for a phrase that ends there.
  func holds(_ phrase: String, endingAt offset: Int) -> Bool {
    var offset = offset
    for byte in phrase.utf8.reversed() {
      if byte == 0x20 {
        let before = endBeforeSpace(offset, floor: 0)
        guard before < offset else { return false }
        offset = before
      } else {
        guard offset > 0, ASCII.lowercased(self[offset - 1]) == ASCII.lowercased(byte) else {
          return false
        }
        offset -= 1
      }
    }
    return true
  }
}
