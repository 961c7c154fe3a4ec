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
  /// What it is paid for.
  var rates: [Rate] = []
  /// A plus stands behind it: `$100+`.
  var isOpenEnded = false
  /// An `s` makes a plural of it: `$20s`.
  var plural: Plural?

  /// Several bills, or a vague sum: `in $20s`, `$1,000s`, `$100s of millions`.
  struct Plural: Sendable {
    /// What is said for a round number instead of a sum.
    var round: StaticString?
    /// UTF-8 bytes of `millions`; empty when there is none.
    var scale = 0..<0
  }

  private static let mostRates = 2

  /// A sum in units and hundredths.
  struct Hundredths: Sendable {
    var whole: Range<Int>
    var hundredths: Int
    var isOne: Bool
    var isZero: Bool
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
        let span = Amount.withComma(at: number, in: sentence)
          ?? AmountSpan.scan(at: number, in: sentence, letters: .money)
      else { return nil }
      return finish(
        start, span: span, currency: currency, isNegative: isNegative, rule: "money.sign-first",
        in: sentence)
    }
    guard !isNegative, sentence[index].isDigits || sentence[index].isMinus,
      sentence.isFreeOnLeft(index), sentence.mayGoOn(index),
      sentence.isBehindNumber(
        at: index,
        {
          let token = sentence[$0]
          return !token.triggers.isDisjoint(with: [.currency, .nonASCII, .wide])
            || token.isUpper && token.count == 3
        }),
      let (span, currency, after) = sumBefore(index, in: sentence)
    else { return nil }
    var written = span
    written.tokens = start..<after
    return finish(
      start, span: written, currency: currency, isNegative: false, rule: "money.sign-last",
      in: sentence)
  }

  /// Things that go by their price: `in $20 and $50 bills`.
  private static let priced: [StaticString] = [
    "bill", "bills", "note", "notes", "coin", "coins", "ticket", "tickets", "fee", "fees", "fine",
    "fines", "tip", "tips", "deposit", "discount", "coupon", "coupons", "voucher", "vouchers",
    "prize", "donation", "donations", "chips", "copay",
  ]

  /// A currency sign or code before a number: `$`, `US$`, `CHF `.
  private static func currencyBefore(
    _ index: Int, in sentence: TokenizedSentence
  ) -> (CurrencyTable.Currency, Int)? {
    let token = sentence[index]
    if token.isWord {
      // `Rs. 500 crore`
      if sentence.token(index, is: "Rs") {
        let end = sentence[index + 1].isMark(".") ? index + 2 : index + 1
        guard sentence.isFreeOnLeft(index), sentence[sentence.skippingSpace(end)].isDigits else {
          return nil
        }
        return CurrencyTable.currency("₹").map { ($0, end) }
      }
      // `EUR/USD 1.08` is a rate of exchange.
      guard token.count <= 3, token.isUpper, sentence.isFreeOnLeft(index),
        !sentence[index - 1].isMark("/")
      else { return nil }
      if sentence[index + 1].isMark("$"),
        let currency = CurrencyTable.currency(sentence.text(index) + "$")
      {
        return (currency, index + 2)
      }
      let number = sentence.skippingSpace(index + 1)
      // `INR 1.1` is how blood clots.
      guard token.count == 3, sentence[number].isDigits,
        !sentence.token(index, is: "INR") || sentence[number].count > 1
          || sentence[number + 1].isMark(",") || sentence[number + 1].isSpace,
        let currency = CurrencyTable.currency(at: index, in: sentence)
      else { return nil }
      return (currency, index + 1)
    }
    guard token.kind == .mark, token.scalar == 0x24 || token.scalar >= 0xA3, token.scalar != 0xA2,
      let currency = CurrencyTable.currency(at: index, in: sentence)
    else { return nil }
    return (currency, index + 1)
  }

  /// A sum whose currency stands behind it: `5 €`, `1.5M USD`, `1.234,56 €`.
  private static func sumBefore(
    _ index: Int, in sentence: TokenizedSentence
  ) -> (AmountSpan, CurrencyTable.Currency, Int)? {
    if let span = Amount.withComma(at: index, in: sentence),
      let (currency, after) = currencyAfter(span.tokens.upperBound, in: sentence)
    {
      return (span, currency, after)
    }
    guard let plain = AmountSpan.scan(at: index, in: sentence) else { return nil }
    if let (currency, after) = currencyAfter(plain.tokens.upperBound, in: sentence) {
      return (plain, currency, after)
    }
    // Letters such as `M` count here only when a currency follows them.
    guard sentence[plain.tokens.upperBound].isWord, sentence[plain.tokens.upperBound].count <= 2,
      let span = AmountSpan.scan(at: index, in: sentence, letters: .money),
      let (currency, after) = currencyAfter(span.tokens.upperBound, in: sentence)
    else { return nil }
    return (span, currency, after)
  }

  /// A currency sign or code after a number: `€`, `¢`, ` USD`.
  private static func currencyAfter(
    _ index: Int, in sentence: TokenizedSentence
  ) -> (CurrencyTable.Currency, Int)? {
    let at = sentence.skippingSpace(index)
    let token = sentence[at]
    let isCode =
      token.isWord && (token.count == 3 && token.isUpper || sentence.token(at, is: "zł"))
    let isSign = token.kind == .mark && (token.scalar == 0x24 || token.scalar >= 0xA2)
    guard isCode || isSign, sentence.isFreeOnRight(after: at),
      let currency = CurrencyTable.currency(at: at, in: sentence)
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
        let code = CurrencyTable.currency(at: word, in: sentence),
        code.plural.hasSuffix(currency.plural)
      {
        money.currency = code
        end = word + 1
      } else if sentence[word].isLower, sentence.text(word) == currency.plural {
        end = word + 1
      }
    }
    money.span.low.dropLastZeros(in: sentence)
    money.span.high?.dropLastZeros(in: sentence)
    if currency.minorSingular != nil {
      money.low = hundredths(of: money.span.low, in: sentence)
      if let high = money.span.high { money.high = hundredths(of: high, in: sentence) }
    }
    // `$5's worth`
    if sentence[end].isMark("'") || sentence[end].isMark("’"), sentence.token(end + 1, is: "s"),
      sentence.isFreeOnRight(after: end + 1)
    {
      return Match(money, tokens: start..<end + 2, rule: rule)
    }
    if sentence[end].isMark("+"), sentence.isFreeOnRight(after: end) {
      money.isOpenEnded = true
      end += 1
    }
    if span.high == nil, rule == "money.sign-first",
      let (plural, after) = plural(of: span, in: sentence)
    {
      money.plural = plural
      return Match(money, tokens: start..<after, rule: "money.plural")
    }
    // `Rs 500/-`: nothing follows the rupees.
    if sentence[end].isMark("/"), sentence[end + 1].isHyphen, sentence.isFreeOnRight(after: end + 1)
    {
      end += 2
    }
    // `$20/person/day`
    while money.rates.count < mostRates, let (rate, after) = Rate.scan(at: end, in: sentence) {
      money.rates.append(rate)
      end = after
    }
    if !money.rates.isEmpty { return Match(money, tokens: start..<end, rule: rule) }
    if sentence.isAttributive(start, end)
      || sentence.wordAfter(end).map({ sentence.token($0, isAnyOf: priced) }) ?? false
    {
      money.isAttributive = true
    } else if sentence[end].isHyphen, sentence[end + 1].isLower, !sentence[end - 1].isMark("+"),
      !sentence.token(end + 1, isAnyOf: ["ish", "odd", "plus"])
    {
      money.isAttributive = true
    }
    return Match(money, tokens: start..<end, rule: rule)
  }

  private static func plural(
    of span: AmountSpan, in sentence: TokenizedSentence
  ) -> (Plural, Int)? {
    let end = span.tokens.upperBound
    guard sentence.token(end, is: "s"), sentence.isFreeOnRight(after: end),
      case .cardinal(let number) = span.low.number, span.low.scale == nil
    else { return nil }
    let digits = sentence.bytes.slice(number.value.digits)
    for (written, spoken) in rounds where digits.elementsEqual(written.utf8) {
      if let of = sentence.wordAfter(end + 1), sentence.token(of, is: "of"),
        let scale = sentence.wordAfter(of + 1),
        sentence.token(scale, isAnyOf: ["thousands", "millions", "billions", "trillions"])
      {
        return (Plural(round: spoken, scale: sentence[scale].range), scale + 1)
      }
      return (Plural(round: spoken), end + 1)
    }
    return digits.count < 4 ? (Plural(), end + 1) : nil
  }

  private static let rounds: [(String, StaticString)] = [
    ("10", "tens"), ("100", "hundreds"), ("1000", "thousands"), ("1,000", "thousands"),
    ("10,000", "tens of thousands"), ("100,000", "hundreds of thousands"),
  ]

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
    if let plural {
      if let round = plural.round {
        writer.say(round)
        if !plural.scale.isEmpty {
          writer.say("of")
          writer.say(source: plural.scale)
        }
        writer.say("of")
        writer.say(currency.plural)
      } else {
        span.say(into: &writer, in: sentence)
        writer.attachPlural()
      }
      return
    }
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
    for rate in rates { rate.say(into: &writer) }
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
