/// English words in the International Phonetic Alphabet as eSpeak NG's mnemonics.
enum EnglishIPA {
  /// The mnemonics of a transcription, or nil when it has a symbol that is not in the table.
  ///
  /// `ˈbɒsə` → `'b|0|s|@`. Delimiters (`/…/`), syllable dots and ties are left out; a space
  /// parts two words.
  static func mnemonics(_ transcription: String) -> String? {
    let symbols = Array(transcription.unicodeScalars.filter { !ignored.contains($0) })
    var phonemes = ""
    var next = 0
    while next < symbols.count {
      guard let (length, mnemonic) = longestMatch(symbols[next...]) else { return nil }
      // A bar keeps neighbours apart that would read as one: t|S is not tS.
      if let last = phonemes.last, !"',|".contains(last) { phonemes += "|" }
      phonemes += mnemonic
      next += length
    }
    return phonemes
  }

  private static func longestMatch(
    _ symbols: ArraySlice<Unicode.Scalar>
  ) -> (length: Int, mnemonic: String)? {
    for length in stride(from: min(longest, symbols.count), through: 1, by: -1) {
      var key = String.UnicodeScalarView()
      key.append(contentsOf: symbols.prefix(length))
      if let mnemonic = table[String(key)] { return (length, mnemonic) }
    }
    return nil
  }

  /// Slashes, brackets, syllable dots, tie bars above and below, and non-syllabic marks.
  private static let ignored: Set<Unicode.Scalar> = [
    "/", "[", "]", ".", "\u{361}", "\u{35C}", "\u{32F}",
  ]

  private static let longest = 3

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for line in rows.split(separator: "\n") {
      let columns = line.split(separator: " ")
      for symbol in columns.dropFirst() { table[String(symbol)] = String(columns[0]) }
    }
    table[" "] = "||"
    return table
  }()

  /// A mnemonic, and the symbols it stands for.
  private static let rows = """
    ' ˈ '
    , ˌ ,
    i: iː i
    I ɪ ᵻ
    E ɛ e
    a æ a
    A: ɑː ɑ
    0 ɒ
    O: ɔː ɔ
    U ʊ
    u: uː u
    V ʌ ɐ
    3: ɜː ɜ ɝː ɝ ɜːɹ ɜːr ɜɹ
    3 ɚ əɹ ər
    @ ə
    eI eɪ
    aI aɪ
    OI ɔɪ
    oU oʊ əʊ
    aU aʊ
    i@ ɪə
    e@ eə ɛə
    U@ ʊə
    p p pʰ
    b b
    t t tʰ ɾ
    d d
    k k kʰ
    g g ɡ
    f f
    v v
    T θ
    D ð
    s s
    z z
    S ʃ
    Z ʒ
    tS tʃ ʧ
    dZ dʒ ʤ
    h h
    m m
    n n
    N ŋ
    l l ɫ
    r r ɹ ɻ
    j j
    w w ʍ
    x x
    ? ʔ
    @L l̩ əl
    @n n̩ ən
    @m m̩ əm
    """
}
