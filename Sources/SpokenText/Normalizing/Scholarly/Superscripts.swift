/// Digits and signs set high or low.
enum Superscripts {
  struct Run: Sendable {
    var numbers: [(first: Int, last: Int?)]
    var end: Int
  }

  /// The digit that a superscript stands for.
  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070: 0
    case 0x2074...0x2079: Int(scalar - 0x2070)
    default: nil
    }
  }

  /// The digit that a subscript stands for.
  static func lowDigit(_ scalar: UInt32) -> Int? {
    (0x2080...0x2089).contains(scalar) ? Int(scalar - 0x2080) : nil
  }

  /// `+` for U+207A, `-` for U+207B and for a minus written at full height behind superscripts.
  static func isPlus(_ scalar: UInt32) -> Bool { scalar == 0x207A }
  static func isMinus(_ scalar: UInt32) -> Bool { scalar == 0x207B }

  /// A run of digits of one kind as a number of up to nine digits.
  static func number(
    at start: Int, in sentence: TokenizedSentence, digit: (UInt32) -> Int?
  ) -> (value: Int, end: Int)? {
    var value = 0
    var index = start
    while sentence[index].kind == .mark, let next = digit(sentence[index].scalar) {
      guard index - start < 9 else { return nil }
      value = value * 10 + next
      index += 1
    }
    return index > start ? (value, index) : nil
  }

  /// `3`, `3–5`, `3,5` in superscripts.
  static func numbers(at start: Int, in sentence: TokenizedSentence) -> Run? {
    guard let first = number(at: start, in: sentence, digit: digit), (1...999) ~= first.value
    else { return nil }
    var run = Run(numbers: [(first.value, nil)], end: first.end)
    while run.numbers.count < 32 {
      let joint = sentence[run.end]
      let isDash = isMinus(joint.scalar) || joint.isEnDash || joint.isHyphen
      let isComma = joint.isMark(",") || joint.isMark("˒")
      guard isDash || isComma,
        let next = number(at: run.end + 1, in: sentence, digit: digit), (1...999) ~= next.value
      else { return run }
      if isDash {
        guard run.numbers[run.numbers.count - 1].last == nil else { return nil }
        run.numbers[run.numbers.count - 1].last = next.value
      } else {
        run.numbers.append((next.value, nil))
      }
      run.end = next.end
    }
    return run
  }
}
