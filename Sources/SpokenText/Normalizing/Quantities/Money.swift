/// A sum of money: `$1.50` → `one dollar and fifty cents`, `£20k` → `twenty thousand pounds`.
struct Money: SemioticClass {
  static let kind = Edit.Kind.money

  var span: AmountSpan
  var currency: CurrencyTable.Currency
  var isNegative = false
  /// Whole and hundredths of `$1.50`, for each end of the span.
  var low: Hundredths?
  var high: Hundredths?
  /// Attributive, so in the singular: `a $5 bill` → `a five dollar bill`.
  var isAttributive = false
  /// What is said after "per", and whether it is `mo` or `yr` instead of a word.
  var rate: Rate?
  /// A plus stands behind it: `$100+`.
  var isOpenEnded = false

  /// A sum in units and hundredths.
  struct Hundredths: Sendable {
    var whole: Range<Int>
    var hundredths: Int
    var isOne: Bool
    var isZero: Bool
  }

  enum Rate: Sendable {
    case word(Range<Int>)
    case unit(String)
  }

  static func recognize(at start: Int, in sentence: TokenizedSentence) -> Match<Money>? {
    var index = start
    var isNegative = false
    if sentence[index].isMinus, sentence.isOpenOnLeft(index), !sentence[index + 1].isDigits {
      isNegative = true
      index += 1
    }
    if let (currency, after) = currencyBefore(index, in: sentence) {
      let number = sentence.skippingSpace(after)
      guard sentence[number].isDigits || sentence[number].isMark(".") || sentence[number].isMinus,
        let span = AmountSpan.scan(at: number, in: sentence, letters: .money)
      else { return nil }
      return finish(
        start, span: span, currency: currency, isNegative: isNegative, rule: "money.sign-first",
        in: sentence)
    }
    guard !isNegative, sentence[index].isDigits || sentence[index].isMinus,
      sentence.isFreeOnLeft(index),
      let span = AmountSpan.scan(at: index, in: sentence),
      let (currency, after) = currencyAfter(span.tokens.upperBound, in: sentence)
    else { return nil }
    var written = span
    written.tokens = start..<after
    return finish(
      start, span: written, currency: currency, isNegative: false, rule: "money.sign-last",
      in: sentence)
  }

  /// A currency sign or code before a number: `$`, `US$`, `CHF `.
  private static func currencyBefore(
    _ index: Int, in sentence: TokenizedSentence
  ) -> (CurrencyTable.Currency, Int)? {
    let token = sentence[index]
    if token.isWord {
      // `EUR/USD 1.08` is a rate of exchange.
      guard token.count <= 3, token.isUpper, sentence.isFreeOnLeft(index),
        !sentence[index - 1].isMark("/")
      else { return nil }
      if sentence[index + 1].isMark("$"),
        let currency = CurrencyTable.currency(sentence.text(index) + "$")
      {
        return (currency, index + 2)
      }
      guard token.count == 3, sentence[sentence.skippingSpace(index + 1)].isDigits,
        let currency = CurrencyTable.currency(sentence.text(index))
      else { return nil }
      return (currency, index + 1)
    }
    guard token.kind == .mark, token.scalar == 0x24 || token.scalar >= 0xA3, token.scalar != 0xA2,
      let currency = CurrencyTable.currency(sentence.text(index))
    else { return nil }
    return (currency, index + 1)
  }

  /// A currency sign or code after a number: `€`, `¢`, ` USD`.
  private static func currencyAfter(
    _ index: Int, in sentence: TokenizedSentence
  ) -> (CurrencyTable.Currency, Int)? {
    let at = sentence.skippingSpace(index)
    let token = sentence[at]
    let isCode = token.isWord && token.count == 3 && token.isUpper
    let isSign = token.kind == .mark && (token.scalar == 0x24 || token.scalar >= 0xA2)
    guard isCode || isSign, sentence.isFreeOnRight(after: at),
      let currency = CurrencyTable.currency(sentence.text(at))
    else { return nil }
    // `5 $10 notes`: the sign belongs to the number on its right.
    let next = sentence[at + 1]
    if isSign, next.isDigits || next.isMark(".") && sentence[at + 2].isDigits { return nil }
    return (currency, at + 1)
  }

  private static func finish(
    _ start: Int, span: AmountSpan, currency: CurrencyTable.Currency, isNegative: Bool,
    rule: RuleName, in sentence: TokenizedSentence
  ) -> Match<Money> {
    var money = Money(span: span, currency: currency, isNegative: isNegative)
    var end = span.tokens.upperBound
    // `$5-$10`: the second sum bears its sign too.
    if span.high == nil, let next = sentence.rangeDash(end),
      let (second, after) = currencyBefore(next, in: sentence), second.plural == currency.plural,
      let high = Amount.scan(at: after, in: sentence, letters: .money)
    {
      money.span.high = high
      end = high.tokens.upperBound
    }
    if let word = sentence.wordAfter(end) {
      // `$50 USD`, `$16,000 dollars`: the currency is named once.
      if sentence[word].isUpper, sentence[word].count == 3,
        let code = CurrencyTable.currency(sentence.text(word)),
        code.plural.hasSuffix(currency.plural)
      {
        money.currency = code
        end = word + 1
      } else if sentence[word].isLower, sentence.text(word) == currency.plural {
        end = word + 1
      }
    }
    if currency.minorSingular != nil {
      money.low = hundredths(of: money.span.low, in: sentence)
      if let high = money.span.high { money.high = hundredths(of: high, in: sentence) }
    }
    if sentence[end].isMark("+"), sentence.isFreeOnRight(after: end) {
      money.isOpenEnded = true
      end += 1
    }
    if sentence[end].isMark("/"), let (rate, after) = rate(at: end + 1, in: sentence) {
      money.rate = rate
      end = after
    } else if sentence.isAttributive(start, end) {
      money.isAttributive = true
    } else if sentence[end].isHyphen, sentence[end + 1].isLower, !sentence[end - 1].isMark("+") {
      money.isAttributive = true
    }
    return Match(money, tokens: start..<end, rule: rule)
  }

  /// What a sum is paid for: `/mo`, `/month`, `/GB`.
  private static func rate(at index: Int, in sentence: TokenizedSentence) -> (Rate, Int)? {
    guard sentence[index].isWord else { return nil }
    if let unit = UnitTable.unit(sentence.text(index)) {
      return (
        .unit(sentence.isBritish ? unit.britishSingular : unit.singular),
        sentence.pastUnitStop(index + 1)
      )
    }
    guard sentence[index].isLower else { return nil }
    return (.word(sentence[index].range), index + 1)
  }

  /// Units and hundredths of an amount that is written with two decimals, or with zeros alone.
  private static func hundredths(
    of amount: Amount, in sentence: TokenizedSentence
  ) -> Hundredths? {
    guard case .decimal(let match) = amount.number, amount.scale == nil,
      match.value.sign == .none
    else { return nil }
    let number = match.value
    let decimals = sentence.bytes.slice(number.decimals)
    let isRound = decimals.allSatisfy { $0 == UInt8(ascii: "0") }
    guard isRound || decimals.count == 2 else { return nil }
    let hundredths = isRound ? 0 : decimals.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    let whole = sentence.bytes.slice(number.whole)
    return Hundredths(
      whole: number.whole, hundredths: hundredths,
      isOne: sentence.bytes.holds("1", at: number.whole),
      isZero: whole.allSatisfy { $0 == UInt8(ascii: "0") })
  }

  func verbalize(into writer: inout SpokenWriter, in sentence: TokenizedSentence) {
    if isNegative { writer.say("minus") }
    if low == nil, high == nil {
      // `$1–2 million`, `$5–10`: one name serves both.
      span.say(into: &writer, in: sentence)
      writer.say(span.isSingular || isAttributive ? currency.singular : currency.plural)
    } else {
      say(low, span.low, into: &writer, in: sentence)
      if let second = span.high {
        writer.say("to")
        say(high, second, into: &writer, in: sentence)
      }
    }
    if isOpenEnded { writer.say("plus") }
    switch rate {
    case .word(let range):
      writer.say("per")
      writer.say(source: range)
    case .unit(let name):
      writer.say("per")
      writer.say(name)
    case nil: break
    }
  }

  private func say(
    _ hundredths: Hundredths?, _ amount: Amount, into writer: inout SpokenWriter,
    in sentence: TokenizedSentence
  ) {
    guard let hundredths else {
      amount.say(into: &writer, in: sentence)
      writer.say(amount.isSingular || isAttributive ? currency.singular : currency.plural)
      return
    }
    let sayWhole = !hundredths.isZero || hundredths.hundredths == 0
    if sayWhole {
      NumberWords.sayCardinal(sentence.bytes.slice(hundredths.whole), into: &writer)
      writer.say(hundredths.isOne || isAttributive ? currency.singular : currency.plural)
    }
    guard hundredths.hundredths > 0, let one = currency.minorSingular,
      let many = currency.minorPlural
    else { return }
    if sayWhole { writer.say("and") }
    NumberWords.sayBelowHundred(hundredths.hundredths, into: &writer)
    writer.say(hundredths.hundredths == 1 || isAttributive ? one : many)
  }
}
