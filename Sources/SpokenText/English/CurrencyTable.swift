/// Currencies by sign or code: the sign as written, then what one and several are called, then
/// the same for the hundredth part, where there is one in use.
enum CurrencyTable {
  static let tsv = """
    $\tdollar\tdollars\tcent\tcents
    US$\tU S dollar\tU S dollars\tcent\tcents
    CA$\tCanadian dollar\tCanadian dollars\tcent\tcents
    CDN$\tCanadian dollar\tCanadian dollars\tcent\tcents
    C$\tCanadian dollar\tCanadian dollars\tcent\tcents
    A$\tAustralian dollar\tAustralian dollars\tcent\tcents
    AU$\tAustralian dollar\tAustralian dollars\tcent\tcents
    NZ$\tNew Zealand dollar\tNew Zealand dollars\tcent\tcents
    HK$\tHong Kong dollar\tHong Kong dollars\tcent\tcents
    S$\tSingapore dollar\tSingapore dollars\tcent\tcents
    NT$\tTaiwan dollar\tTaiwan dollars\tcent\tcents
    R$\treal\treais\tcentavo\tcentavos
    £\tpound\tpounds\tpenny\tpence
    €\teuro\teuros\tcent\tcents
    ¥\tyen\tyen
    ₹\trupee\trupees\tpaisa\tpaise
    ₽\truble\trubles\tkopeck\tkopecks
    ₩\twon\twon
    ₪\tshekel\tshekels\tagora\tagorot
    ₺\tlira\tlira\tkuruş\tkuruş
    ₴\thryvnia\thryvnias\tkopiyka\tkopiykas
    ₫\tdong\tdong
    ₦\tnaira\tnaira\tkobo\tkobo
    ₱\tpeso\tpesos\tcentavo\tcentavos
    ฿\tbaht\tbaht\tsatang\tsatang
    ₿\tbitcoin\tbitcoins
    ¢\tcent\tcents
    USD\tU S dollar\tU S dollars\tcent\tcents
    CAD\tCanadian dollar\tCanadian dollars\tcent\tcents
    AUD\tAustralian dollar\tAustralian dollars\tcent\tcents
    NZD\tNew Zealand dollar\tNew Zealand dollars\tcent\tcents
    HKD\tHong Kong dollar\tHong Kong dollars\tcent\tcents
    SGD\tSingapore dollar\tSingapore dollars\tcent\tcents
    EUR\teuro\teuros\tcent\tcents
    GBP\tpound\tpounds\tpenny\tpence
    JPY\tyen\tyen
    CNY\tyuan\tyuan
    RMB\tyuan\tyuan
    CHF\tSwiss franc\tSwiss francs\tcentime\tcentimes
    SEK\tSwedish krona\tSwedish kronor\töre\töre
    NOK\tNorwegian krone\tNorwegian kroner\tøre\tøre
    DKK\tDanish krone\tDanish kroner\tøre\tøre
    PLN\tzloty\tzlotys\tgrosz\tgroszy
    CZK\tCzech koruna\tCzech korunas
    HUF\tforint\tforints
    INR\trupee\trupees\tpaisa\tpaise
    BRL\treal\treais\tcentavo\tcentavos
    MXN\tMexican peso\tMexican pesos\tcentavo\tcentavos
    ZAR\trand\trand\tcent\tcents
    KRW\twon\twon
    RUB\truble\trubles\tkopeck\tkopecks
    ILS\tshekel\tshekels\tagora\tagorot
    TRY\tTurkish lira\tTurkish lira
    BTC\tbitcoin\tbitcoins
    zł\tzloty\tzlotys\tgrosz\tgroszy
    AED\tdirham\tdirhams
    ARS\tArgentine peso\tArgentine pesos\tcentavo\tcentavos
    CLP\tChilean peso\tChilean pesos
    EGP\tEgyptian pound\tEgyptian pounds\tpiastre\tpiastres
    IDR\trupiah\trupiah
    ISK\tkróna\tkrónur
    KES\tKenyan shilling\tKenyan shillings\tcent\tcents
    MYR\tringgit\tringgit\tsen\tsen
    NGN\tnaira\tnaira\tkobo\tkobo
    PKR\tPakistani rupee\tPakistani rupees\tpaisa\tpaise
    RON\tRomanian leu\tRomanian lei
    SAR\triyal\triyals
    THB\tbaht\tbaht\tsatang\tsatang
    TWD\tTaiwan dollar\tTaiwan dollars\tcent\tcents
    UAH\thryvnia\thryvnias\tkopiyka\tkopiykas
    VND\tdong\tdong
    """

  /// What a currency is called; an object, since every sum asks for one and hands it on.
  final class Currency: Sendable {
    let singular: String
    let plural: String
    let minorSingular: String?
    let minorPlural: String?

    fileprivate init(_ names: ArraySlice<String>) {
      let names = Array(names)
      singular = names[0]
      plural = names[1]
      minorSingular = names.count > 3 ? names[2] : nil
      minorPlural = names.count > 3 ? names[3] : nil
    }
  }

  /// The longest sign or code, in UTF-8 bytes.
  private static let longest = 4

  /// The currency of a sign or code, exactly as written.
  static func currency(_ sign: String) -> Currency? {
    sign.utf8.count <= longest ? table[WordKey(exactly: sign)] : nil
  }

  /// The currency that a token is the sign or code of.
  static func currency(at index: Int, in sentence: TokenizedSentence) -> Currency? {
    let range = sentence[index].range
    guard range.count <= longest else { return nil }
    return table[WordKey(exactly: sentence.bytes.slice(range))]
  }

  private static let table: WordTable<Currency> = {
    var table: [WordKey: Currency] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 3 else { continue }
      table[WordKey(exactly: fields[0])] = Currency(fields.dropFirst())
    }
    return WordTable(table)
  }()
}
