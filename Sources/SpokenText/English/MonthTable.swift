/// The months, in full and short, with their number.
enum MonthTable {
  static let tsv = """
    january\t1
    february\t2
    march\t3
    april\t4
    may\t5
    june\t6
    july\t7
    august\t8
    september\t9
    october\t10
    november\t11
    december\t12
    jan\t1
    feb\t2
    mar\t3
    apr\t4
    jun\t6
    jul\t7
    aug\t8
    sep\t9
    sept\t9
    oct\t10
    nov\t11
    dec\t12
    """

  static let names: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The number of the month that a word names, January being 1.
  ///
  /// `may` and `march` in lower case are other words, unless a caller knows better.
  static func month(at index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].keys.contains(.month) else { return nil }
    return numbers[WordKey(sentence.bytes.slice(sentence[index].range))]
  }

  /// Whether a month's name in lower case is more often another word.
  static func isAlsoAWord(_ index: Int, in sentence: TokenizedSentence) -> Bool {
    sentence.token(index, isAnyOf: ["may", "march", "mar"])
  }

  private static let numbers: WordTable<Int> = {
    var numbers: [WordKey: Int] = [:]
    for line in tsv.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      if fields.count == 2, let number = Int(fields[1]) {
        numbers[WordKey(String(fields[0]))] = number
      }
    }
    return WordTable(numbers)
  }()
}
