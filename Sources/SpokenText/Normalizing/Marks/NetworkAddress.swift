/// The address of a machine: four numbers or groups of hexadecimal digits, with a port or a mask.
///
/// - `127.0.0.1:8080` → `one two seven dot zero dot zero dot one, port eighty eighty`
/// - `10.0.0.1/24` → `one zero dot zero dot zero dot one slash twenty-four`
/// - `localhost:3000` → `localhost port three thousand`
/// - `fe80::1` → `F E eight zero colon colon one`, `00:1a:2b:3c:4d:5e` → `zero zero, one A, …`
///
/// After RFC 4632 (masks), RFC 4291 (colons) and IEEE 802 (machines).
struct NetworkAddress: SemioticClass {
  static let kind = Edit.Kind.electronic

  enum Form {
    case numbers, host, colons, machine
  }

  let form: Form
  let address: Range<Int>
  /// Tokens of the digits behind the colon or the slash.
  var port: Int?
  var mask: Int?

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<NetworkAddress>? {
    let token = sentence[start]
    let next = sentence[start + 1]
    guard next.isMark(":") || next.isMark(".") && token.isDigits || next.isWord || next.isDigits,
      sentence.isFreeOnLeft(start)
    else { return nil }
    if token.isDigits, sentence[start + 1].isMark("."), let match = numbers(start, in: sentence) {
      return match
    }
    if token.isWord, sentence[start + 1].isMark(":"),
      sentence.token(start, isIgnoringCase: "localhost"), let port = port(start + 1, in: sentence)
    {
      return Match(
        NetworkAddress(form: .host, address: start..<start + 1, port: port),
        tokens: start..<port + 1, rule: "electronic.port")
    }
    return colons(start, in: sentence)
  }

  private static func numbers(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<NetworkAddress>? {
    for part in 0..<4 {
      let index = start + 2 * part
      guard let value = sentence.value(index), value < 256, sentence[index].count <= 3,
        part == 3 || sentence[index + 1].isMark(".")
      else { return nil }
    }
    var end = start + 7
    guard !sentence.isInsideNumber(start), !sentence[end].isWord,
      !(sentence[end].isMark(".") && sentence[end + 1].isDigits)
    else { return nil }
    var address = NetworkAddress(form: .numbers, address: start..<end)
    if let port = port(end, in: sentence) {
      address.port = port
      end = port + 1
    } else if sentence[end].isMark("/"), let bits = sentence.value(end + 1), bits <= 32,
      sentence.isFreeOnRight(after: end + 1)
    {
      address.mask = end + 1
      end += 2
    }
    return Match(address, tokens: start..<end, rule: "electronic.ip")
  }

  /// The number behind a colon: `:8080`.
  private static func port(_ colon: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[colon].isMark(":"), let value = sentence.value(colon + 1), value < 65_536,
      sentence[colon + 1].count >= 2, sentence.isFreeOnRight(after: colon + 1)
    else { return nil }
    return colon + 1
  }

  /// Hexadecimal groups: two colons side by side or seven of them; six pairs are a machine's.
  private static func colons(
    _ start: Int, in sentence: TokenizedSentence
  ) -> Match<NetworkAddress>? {
    var index = start
    var groups = 0
    var marks = 0
    var hasGap = false
    var arePairs = true
    while groups <= 8, index - start < 40 {
      let first = index
      while isHexadecimal(index, in: sentence) { index += 1 }
      let length = index > first ? Int(sentence[index - 1].end) - Int(sentence[first].start) : 0
      if index > first {
        guard length <= 4 else { return nil }
        groups += 1
        if length != 2 { arePairs = false }
      } else if !(marks > 0 && hasGap) {
        return nil
      }
      guard sentence[index].isMark(":") else { break }
      let isDouble = sentence[index + 1].isMark(":")
      let next = index + (isDouble ? 2 : 1)
      guard isHexadecimal(next, in: sentence) || isDouble && !sentence[next].isWord else { break }
      if isDouble {
        guard !hasGap else { return nil }
        hasGap = true
      }
      marks += 1
      index = next
    }
    guard groups > 1 || hasGap && sentence[start].isDigits, index > start,
      !sentence[index].isWord, !sentence[index].isDigits
    else { return nil }
    let isMachine = arePairs && groups == 6 && marks == 5 && !hasGap
    guard isMachine || hasGap || groups == 8 && marks == 7 else { return nil }
    return Match(
      NetworkAddress(form: isMachine ? .machine : .colons, address: start..<index),
      tokens: start..<index, rule: isMachine ? "electronic.mac" : "electronic.ip")
  }

  private static func isHexadecimal(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    let token = sentence[index]
    if token.isDigits { return true }
    guard token.isWord, token.count <= 4 else { return false }
    return sentence.bytes.slice(token.range).allSatisfy { ($0 | 0x20) &- 0x61 < 6 }
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    for index in address {
      let token = sentence[index]
      switch token.kind {
      case .digits: NumberWords.sayDigits(sentence.bytes.slice(token.range), into: &writer)
      case .word where form == .host: writer.say(source: token.range)
      case .word: writer.spell(source: token.range)
      case .mark where form == .machine: writer.mark(.comma)
      case .mark: writer.say(token.isMark(".") ? "dot" : "colon")
      case .space, .control, .boundary: break
      }
    }
    if let port {
      if form == .numbers { writer.mark(.comma) }
      writer.say("port")
      Self.sayPort(port, into: &writer, in: sentence)
    }
    if let mask, let bits = sentence.value(mask) {
      writer.say("slash")
      NumberWords.sayCardinal(bits, into: &writer)
    }
  }

  /// `8080` → `eighty eighty`, `3000` → `three thousand`, `443` → `four four three`.
  static func sayPort(
    _ index: Int, into writer: inout SpokenWriter, in sentence: TokenizedSentence
  ) {
    let digits = sentence.bytes.slice(sentence[index].range)
    if digits.count == 2 || sentence.value(index).map({ $0 % 1000 == 0 }) == true {
      NumberWords.sayCardinal(digits, into: &writer)
    } else if digits.count == 4 {
      NumberWords.sayPairs(digits, into: &writer)
    } else {
      NumberWords.sayDigits(digits, into: &writer)
    }
  }
}
