/// The number of a publication, a person or a trial, by its registry.
///
/// - `PMID: 31452104` → `P M I D three one four five two one zero four`
/// - `ISBN 978-3-16-148410-0` → `I S B N nine seven eight, three, one six, …`
/// - `arXiv:2101.00001` → `archive two one zero one dot zero zero zero zero one`
/// - `doi:10.1000/xyz` → `D O I link`; every character under `links=full`, nothing under
///   `links=omit`
///
/// Digits are said one by one, as for writing down; a hyphen in the number is a pause. A DOI is an
/// address, and follows the policy of addresses: nobody takes one down by ear.
struct Identifier: SemioticClass {
  static let kind = Edit.Kind.electronic

  enum Registry: Sendable { case doi, arXiv, orcid, letters, word }

  let registry: Registry
  /// Bytes of the registry's name; empty where a DOI stands without it.
  let name: Range<Int>
  /// The `13` of `ISBN-13`.
  var length: Range<Int>?
  /// Whether a colon stands behind that.
  var hasColon = false
  let number: Range<Int>
  let links: LinkPolicy

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    guard sentence.isFreeOnLeft(start) else { return nil }
    if sentence[start].isDigits {
      guard !sentence[start - 1].isMark("/"), let end = doiEnd(at: start, in: sentence) else {
        return nil
      }
      return doi(start..<start, number: start..<end, in: sentence)
    }
    guard sentence[start].keys.contains(.identifier) else { return nil }
    if sentence.token(start, isIgnoringCase: "doi") {
      let index = afterColon(start + 1, in: sentence)
      guard let end = doiEnd(at: index, in: sentence) else { return nil }
      return doi(start..<start + 1, number: index..<end, in: sentence)
    }
    return numbered(at: start, in: sentence)
  }

  private static func doi(
    _ name: Range<Int>, number: Range<Int>, in sentence: TokenizedSentence
  ) -> Match<Self> {
    let isOmitted = sentence.policies.links == .omit
    let tokens = name.lowerBound..<number.upperBound
    let value = Identifier(
      registry: .doi, name: name.isEmpty ? 0..<0 : sentence.bytes(of: name),
      number: sentence.bytes(of: number), links: sentence.policies.links)
    return Match(
      value, tokens: isOmitted ? Omission.widened(tokens, in: sentence) : tokens,
      rule: "identifier.doi", kind: isOmitted ? .omission : kind)
  }

  /// The end of `10.` + registrant + `/` + suffix without white space; closing punctuation is left.
  static func doiEnd(at start: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence.token(start, is: "10"), sentence[start + 1].isMark("."),
      sentence[start + 2].isDigits, sentence[start + 2].count >= 4
    else { return nil }
    var index = start + 3
    while sentence[index].isMark("."), sentence[index + 1].isDigits, index < start + 12 {
      index += 2
    }
    guard sentence[index].isMark("/"), sentence[index + 1].kind != .space else { return nil }
    var end = index + 1
    while sentence[end].kind != .space, sentence[end].kind != .boundary,
      sentence[end].kind != .control
    {
      end += 1
    }
    end = withoutClosing(index + 1..<end, in: sentence)
    return end > index + 1 ? end : nil
  }

  /// The end without stops, and without a bracket that was opened outside.
  static func withoutClosing(_ range: Range<Int>, in sentence: TokenizedSentence) -> Int {
    var open = 0
    var end = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let token = sentence[index]
      if token.isMark("(") || token.isMark("[") { open += 1 }
      if token.isMark(")") || token.isMark("]") {
        open -= 1
        if open < 0 { break }
      }
      let isClosing =
        token.kind == .mark
        && [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x22, 0x27, 0x201D, 0x2019].contains(token.scalar)
      index += 1
      if !isClosing { end = index }
    }
    return end
  }

  private static func afterColon(_ index: Int, in sentence: TokenizedSentence) -> Int {
    let colon = sentence.skippingSpace(index)
    return sentence.skippingSpace(
      sentence[colon].isMark(":") || sentence[colon].isMark("#") ? colon + 1 : colon)
  }

  private static func numbered(at start: Int, in sentence: TokenizedSentence) -> Match<Self>? {
    var nameEnd = start + 1
    // `ISBN-13`, `ORCID iD`
    let isISBN = sentence.token(start, isIgnoringCase: "isbn")
    if isISBN, sentence[nameEnd].isHyphen,
      sentence.token(nameEnd + 1, is: "13") || sentence.token(nameEnd + 1, is: "10")
    {
      nameEnd += 2
    } else if sentence.token(start, is: "ORCID"), sentence[nameEnd].isSpace,
      sentence.token(nameEnd + 1, isIgnoringCase: "id")
    {
      nameEnd += 2
    }
    var index = afterColon(nameEnd, in: sentence)
    // The number of a PMCID repeats the letters: `PMCID: PMC123`.
    if sentence.token(start, isIgnoringCase: "pmcid"), sentence.token(index, is: "PMC") {
      index += 1
    }
    let isPrefix =
      ["NCT", "PMC", "CRD", "ISRCTN", "ACTRN"].contains { sentence.token(start, is: $0) }
    guard sentence[index].isDigits, isPrefix == (index == start + 1) || index > start + 1 else {
      return nil
    }
    // A number of the Chemical Abstracts Service has two hyphens; `CAS 2019` is a meeting.
    if sentence.token(start, isIgnoringCase: "cas") {
      guard sentence.token(start, is: "CAS"), sentence[index + 1].isHyphen,
        sentence[index + 2].isDigits, sentence[index + 3].isHyphen
      else { return nil }
    }
    var end = index + 1
    while sentence[end].isHyphen || sentence[end].isEnDash || sentence[end].isMark(".")
      || (sentence[end].isSpace && isISBN),
      sentence[end + 1].isDigits
    {
      end += 2
    }
    // The check digit ten of ISBN, ISSN and ORCID.
    if sentence.token(end, is: "X") {
      end += 1
    } else if sentence[end].isHyphen, sentence.token(end + 1, is: "X") {
      end += 2
    } else if sentence.token(end, is: "v"), sentence[end + 1].isDigits {
      end += 2
    }
    let number = sentence.bytes(of: index..<end)
    let digits = sentence.bytes.slice(number).count(where: ASCII.isDigit)
    guard sentence.isFreeOnRight(after: end - 1), digits >= 4 else { return nil }
    let registry: Registry =
      sentence.token(start, isIgnoringCase: "arxiv")
      ? .arXiv
      : sentence.token(start, isIgnoringCase: "orcid")
        ? .orcid : sentence.token(start, isIgnoringCase: "eudract") ? .word : .letters
    return Match(
      Identifier(
        registry: registry, name: sentence[start].range,
        length: isISBN && nameEnd > start + 1 ? sentence[start + 2].range : nil,
        hasColon: sentence[nameEnd].isMark(":"), number: number,
        links: sentence.policies.links),
      tokens: start..<end, rule: "identifier.number")
  }

  // MARK: Saying

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    switch registry {
    case .doi:
      guard links != .omit else { return }
      writer.say("D O I")
      if links == .domain { writer.say("link") } else { sayEverything(into: &writer, in: sentence) }
    case .arXiv:
      writer.say("archive")
      sayDigits(into: &writer, in: sentence)
    case .orcid:
      writer.say("ORCID")
      sayDigits(into: &writer, in: sentence)
    case .word:
      writer.say(source: name)
      sayDigits(into: &writer, in: sentence)
    case .letters:
      writer.spell(source: name)
      if let length {
        NumberWords.sayCardinal(sentence.bytes.slice(length), into: &writer)
        writer.mark(hasColon ? .colon : .comma)
      }
      sayDigits(into: &writer, in: sentence)
    }
  }

  private func sayDigits(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for byte in sentence.bytes.slice(number) {
      if ASCII.isDigit(byte) {
        NumberWords.sayDigit(byte, into: &writer)
      } else if byte == UInt8(ascii: ".") {
        writer.say("dot")
      } else if byte == UInt8(ascii: "X") {
        writer.say("X")
      } else if byte == UInt8(ascii: "v") {
        writer.say("version")
      } else if byte == UInt8(ascii: "-") || byte == 0x20 {
        writer.mark(.comma)
      }
    }
  }

  /// `10.3389/x` → `ten dot three three eight nine slash x`.
  private func sayEverything(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    writer.say("ten")
    var offset = number.lowerBound + 2
    while offset < number.upperBound {
      let byte = sentence.bytes[offset]
      let length = sentence.bytes.scalar(at: offset).length
      if ASCII.isDigit(byte) {
        NumberWords.sayDigit(byte, into: &writer)
      } else if let name = Self.name(byte) {
        writer.say(name)
      } else {
        writer.say(source: offset..<offset + length)
      }
      offset += length
    }
  }

  private static func name(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "."): "dot"
    case UInt8(ascii: "/"): "slash"
    case UInt8(ascii: "-"): "dash"
    case UInt8(ascii: "_"): "underscore"
    case UInt8(ascii: "("): "open parenthesis"
    case UInt8(ascii: ")"): "close parenthesis"
    case UInt8(ascii: ":"): "colon"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "<"): "less than"
    case UInt8(ascii: ">"): "greater than"
    case UInt8(ascii: "+"): "plus"
    case UInt8(ascii: "#"): "number sign"
    default: nil
    }
  }
}
