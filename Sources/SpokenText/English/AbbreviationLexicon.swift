/// ``AbbreviationTable`` ready to be asked.
enum AbbreviationLexicon {
  /// One reading of an abbreviation.
  struct Entry: Sendable {
    /// What is said; nil: the letters by name.
    let spoken: String?
    let context: AbbreviationContext
    let ending: AbbreviationEnding
    let traits: Traits
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Read without its stop too.
    static let bare = Traits(rawValue: 1)
    static let capitalizedOnly = Traits(rawValue: 2)
    static let lowerOnly = Traits(rawValue: 4)
    /// An ordinary word as well.
    static let word = Traits(rawValue: 8)
    /// A unit of measure after a number, as in `5 sec.`.
    static let unit = Traits(rawValue: 16)
  }

  /// The readings of an abbreviation given without its last stop, in any case.
  static func entries(for written: UnsafeBufferPointer<UInt8>) -> ArraySlice<Entry> {
    guard written.count <= 16, let range = ranges[WordKey(written)] else { return [] }
    return entries[range]
  }

  /// `e. g.` and `i. e.`, by the first letter.
  static func spaced(startingWith letter: UInt32) -> ArraySlice<Entry> {
    let key = letter | 0x20 == 0x65 ? WordKey("e.g") : WordKey("i.e")
    return ranges[key].map { entries[$0] } ?? []
  }

  /// How many lines of the table were understood; all of them, as a test sees to.
  static var count: Int { entries.count }

  private static let (entries, ranges): ([Entry], WordTable<Range<Int>>) = {
    var readings: [(key: WordKey, entry: Entry)] = []
    var order: [WordKey: Int] = [:]
    let contexts = Dictionary(
      uniqueKeysWithValues: AbbreviationContext.allCases.map { (Substring($0.rawValue), $0) })
    for fields in AbbreviationTable.tsv.tableRows {
      guard fields.count == 5, let context = contexts[fields[2]],
        let ending = AbbreviationEnding(rawValue: String(fields[3]))
      else { continue }
      var traits: Traits = []
      for trait in fields[4] {
        switch trait {
        case "b": traits.insert(.bare)
        case "c": traits.insert(.capitalizedOnly)
        case "l": traits.insert(.lowerOnly)
        case "u": traits.insert(.unit)
        default: traits.insert(.word)
        }
      }
      let key = WordKey(String(fields[0]))
      if order[key] == nil { order[key] = order.count }
      readings.append(
        (
          key,
          Entry(
            spoken: fields[1] == "-" ? nil : String(fields[1]), context: context, ending: ending,
            traits: traits)
        ))
    }
    // Readings of one abbreviation side by side, in the order of the table.
    let sorted = readings.enumerated().sorted {
      (order[$0.element.key] ?? 0, $0.offset) < (order[$1.element.key] ?? 0, $1.offset)
    }.map(\.element)
    var ranges: [WordKey: Range<Int>] = [:]
    for (index, reading) in sorted.enumerated() {
      ranges[reading.key] = (ranges[reading.key]?.lowerBound ?? index)..<index + 1
    }
    return (sorted.map(\.entry), WordTable(ranges))
  }()
}
