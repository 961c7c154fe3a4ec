internal import Narration

/// The lists of a document and where each stands in its counting (ECMA-376, part 1, 17.9).
struct DOCXNumbering {
  /// How an item is marked.
  enum Marker: Equatable {
    case bullet
    /// A number by itself, with the type of HTML's `ol`: `1`, `a`, `A`, `i`, `I`.
    case number(Int, type: String)
    /// What is more than a number: `2.1`, `Step 3`.
    case text(String)
  }

  private struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    /// The level whose items begin the counting anew, from 1; 0 for none; nil for any above.
    var restart: Int?

    init(_ element: MarkupElement) {
      start = Self.number(element.first("w:start")) ?? 1
      format = element.first("w:numFmt")?["w:val"] ?? "decimal"
      text = element.first("w:lvlText")?["w:val"] ?? ""
      restart = Self.number(element.first("w:lvlRestart"))
    }

    static func number(_ element: MarkupElement?) -> Int? {
      element?["w:val"].flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) }
    }
  }

  private struct List {
    var abstract: String
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var abstracts: [String: [Int: Level]] = [:]
  private var lists: [String: List] = [:]
  /// The number of the last item at each level, by abstract list.
  private var counters: [String: [Int: Int]] = [:]
  /// Lists of which an item was met.
  private var begun: Set<String> = []

  init(_ tree: MarkupTree?, styles: DOCXStyles) {
    guard let tree else { return }
    var links: [String: String] = [:]
    for element in tree.root.descendants("w:abstractNum") {
      guard let id = element["w:abstractNumId"] else { continue }
      abstracts[id] = Self.levels(element)
      if let style = element.first("w:numStyleLink")?["w:val"] { links[id] = style }
    }
    for element in tree.root.descendants("w:num") {
      guard let id = element["w:numId"],
        let abstract = element.first("w:abstractNumId")?["w:val"]
      else { continue }
      var list = List(abstract: abstract)
      for override in element.elements where override.name == "w:lvlOverride" {
        guard let level = override["w:ilvl"].flatMap({ Int($0) }) else { continue }
        list.starts[level] = Level.number(override.first("w:startOverride"))
        if let own = override.first("w:lvl") { list.levels[level] = Level(own) }
      }
      lists[id] = list
    }
    // A list may be another's by the name of a style.
    for (id, style) in links.sorted(by: { $0.key < $1.key }) {
      guard let other = styles[style].numbering, let list = lists[other.id] else { continue }
      abstracts[id] = abstracts[list.abstract]
    }
  }

  private static func levels(_ element: MarkupElement) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for level in element.elements where level.name == "w:lvl" {
      if let number = level["w:ilvl"].flatMap({ Int($0) }) { levels[number] = Level(level) }
    }
    return levels
  }

  /// Counts an item and says how it is marked; nil for a list that is none.
  mutating func marker(of id: String, level: Int) -> Marker? {
    guard id != "0" else { return nil }
    guard let list = lists[id] else { return .bullet }
    let levels = (abstracts[list.abstract] ?? [:]).merging(list.levels) { $1 }
    var counter = counters[list.abstract] ?? [:]
    if begun.insert(id).inserted {
      for (level, start) in list.starts { counter[level] = start - 1 }
    }
    counter[level] = (counter[level] ?? (list.starts[level] ?? levels[level]?.start ?? 1) - 1) + 1
    for above in 0..<level where counter[above] == nil {
      counter[above] = levels[above]?.start ?? 1
    }
    for deeper in counter.keys where deeper > level {
      let restart = levels[deeper]?.restart
      if restart == nil || restart ?? 0 > level { counter[deeper] = nil }
    }
    counters[list.abstract] = counter
    guard let shown = levels[level] else { return .bullet }
    return Self.marker(shown, level, counter, levels)
  }

  private static func marker(
    _ shown: Level, _ level: Int, _ counter: [Int: Int], _ levels: [Int: Level]
  ) -> Marker {
    if shown.format == "bullet" || shown.format == "none" && !shown.text.contains("%") {
      return .bullet
    }
    let number = counter[level] ?? 1
    let rest = shown.text.replacing("%\(level + 1)", with: "")
    if !rest.contains("%"), !rest.contains(where: { $0.isLetter || $0.isNumber }),
      shown.text != rest
    {
      return .number(number, type: type(of: shown.format))
    }
    var text = shown.text
    for above in 0...max(level, 0) {
      let format = levels[above]?.format ?? "decimal"
      text = text.replacing("%\(above + 1)", with: written(counter[above] ?? 1, format))
    }
    let line = text.onOneLine
    return line.contains(where: { $0.isLetter || $0.isNumber }) ? .text(line) : .bullet
  }

  private static func type(of format: String) -> String {
    switch format {
    case "lowerLetter": "a"
    case "upperLetter": "A"
    case "lowerRoman": "i"
    case "upperRoman": "I"
    default: "1"
    }
  }

  private static func written(_ number: Int, _ format: String) -> String {
    guard (1...26).contains(number), format == "lowerLetter" || format == "upperLetter" else {
      return "\(number)"
    }
    let letter = String(Unicode.Scalar(UInt8(0x60 + number)))
    return format == "upperLetter" ? letter.uppercased() : letter
  }
}
