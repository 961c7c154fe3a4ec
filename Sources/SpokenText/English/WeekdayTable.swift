/// The days of the week, in full and short, with their number.
enum WeekdayTable {
  static let tsv = """
    sunday\t1
    monday\t2
    tuesday\t3
    wednesday\t4
    thursday\t5
    friday\t6
    saturday\t7
    sun\t1
    mon\t2
    tue\t3
    tues\t3
    wed\t4
    weds\t4
    thu\t5
    thur\t5
    thurs\t5
    fri\t6
    sat\t7
    """

  static let names: [StaticString] = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// The number of a day in full or short, Sunday being 1.
  static func number(at index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].keys.contains(.weekday) else { return nil }
    return numbers[WordKey(sentence.bytes.slice(sentence[index].range))]
  }

  /// The number of the day that a short name means, Sunday being 1; full names need no reading.
  static func weekday(at index: Int, in sentence: TokenizedSentence) -> Int? {
    guard sentence[index].keys.contains(.weekday), sentence[index].count <= 5,
      !sentence[index].isLower
    else { return nil }
    return numbers[WordKey(sentence.bytes.slice(sentence[index].range))]
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
