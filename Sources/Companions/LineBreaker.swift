/// Breaks a sentence into captions of a few lines, at the ends of phrases where it can.
///
/// `"When the night falls, all of the …"` breaks after `falls,` rather than after `of`. It knows no
/// language: it looks at marks and brackets, and takes a short word to belong to the next one.
struct LineBreaker {
  /// What stays together: a word with its marks, or a character of a word too long for a line.
  struct Unit {
    /// UTF-8 bytes of the text.
    var bytes: Range<Int>
    /// Unicode code points.
    var length: Int
    /// Whether a space stands before it.
    var hasSpace: Bool
    /// How much a break after it hurts.
    var penalty: Double
  }

  /// A caption: the bytes of the text that each of its lines shows.
  typealias Lines = [Range<Int>]

  let limits: CaptionLimits
  let units: [Unit]
  /// For each unit the end of the longest line that starts with it.
  private let lineEnds: [Int]

  init(_ text: String, limits: CaptionLimits) {
    self.limits = limits
    units = Self.units(of: text, lineLength: limits.lineLength)
    lineEnds = Self.lineEnds(units, lineLength: limits.lineLength)
  }

  /// The captions in order, by the cheapest way from the first unit to the last.
  var captions: [Lines] {
    var cheapest = [Double](repeating: .infinity, count: units.count + 1)
    var previous = [Int](repeating: 0, count: units.count + 1)
    cheapest[0] = 0
    for start in units.indices {
      var length = 0
      for end in start..<reach(from: start) {
        length += units[end].length + (end > start && units[end].hasSpace ? 1 : 0)
        let emptiness = 1 - min(1, Double(length) / Double(limits.lineLength * limits.lines))
        let isLast = end + 1 == units.count
        // A caption more costs 10, so that commas do not make two of what fits in one.
        let cost = 10 + 6 * emptiness * emptiness + (isLast ? 0 : units[end].penalty)
        if cheapest[start] + cost < cheapest[end + 1] {
          cheapest[end + 1] = cheapest[start] + cost
          previous[end + 1] = start
        }
      }
    }
    var captions: [Lines] = []
    var end = units.count
    while end > 0 {
      captions.append(lines(of: previous[end]..<end))
      end = previous[end]
    }
    return captions.reversed()
  }

  /// The end of the longest caption that starts with a unit.
  private func reach(from start: Int) -> Int {
    (0..<limits.lines).reduce(start) { end, _ in end < units.count ? lineEnds[end] : end }
  }

  /// As few lines as hold the units, each broken where it hurts least and is most even.
  private func lines(of caption: Range<Int>) -> Lines {
    var lines: Lines = []
    var start = caption.lowerBound
    while lineEnds[start] < caption.upperBound {
      // The rest must fit in the lines that are left.
      let left = limits.lines - lines.count - 1
      let ends = (start + 1...lineEnds[start]).filter { end in
        (0..<left).reduce(end) { $1 >= 0 && $0 < caption.upperBound ? lineEnds[$0] : $0 }
          >= caption.upperBound
      }
      let whole = span(start..<caption.upperBound)
      let costs = ends.map { end in
        let share = Double(span(start..<end)) / Double(whole) - 1 / Double(left + 1)
        // A word alone on its line looks lost.
        let isLonely = end - start == 1 || left == 1 && caption.upperBound - end == 1
        return units[end - 1].penalty + 12 * share * share + (isLonely ? 4 : 0)
      }
      guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { break }
      lines.append(units[start].bytes.lowerBound..<units[ends[best] - 1].bytes.upperBound)
      start = ends[best]
    }
    lines.append(units[start].bytes.lowerBound..<units[caption.upperBound - 1].bytes.upperBound)
    return lines
  }

  private func span(_ range: Range<Int>) -> Int {
    units[range.upperBound - 1].bytes.upperBound - units[range.lowerBound].bytes.lowerBound
  }

  private static func lineEnds(_ units: [Unit], lineLength: Int) -> [Int] {
    var ends: [Int] = []
    var end = 0
    // The length of `units[start..<end]` with a space before each that has one.
    var length = 0
    for start in units.indices {
      end = max(end, start)
      while end < units.count {
        let next = units[end].length + (units[end].hasSpace ? 1 : 0)
        let before = units[start].hasSpace ? 1 : 0
        guard end == start || length + next - before <= lineLength else { break }
        length += next
        end += 1
      }
      ends.append(end)
      length -= units[start].length + (units[start].hasSpace ? 1 : 0)
    }
    return ends
  }

  private static func units(of text: String, lineLength: Int) -> [Unit] {
    var units: [Unit] = []
    var offset = 0
    var openBrackets = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      defer { offset += word.utf8.count + 1 }
      if word.isEmpty { continue }
      let isFirst = units.isEmpty
      // A lone dash ends the line of what it follows.
      if !isFirst && !word.contains(where: { $0.isLetter || $0.isNumber }) {
        units[units.count - 1].penalty = 8
      }
      if !isFirst {
        let before = units[units.count - 1].penalty
        units[units.count - 1].penalty = Self.penalty(before: word, of: before)
      }
      openBrackets = max(0, openBrackets + word.openBrackets)
      let insideBrackets = openBrackets > 0 ? 4.0 : 0
      let length = word.unicodeScalars.count
      if length <= lineLength {
        let bytes = offset..<offset + word.utf8.count
        let penalty = Self.penalty(after: word) + insideBrackets
        units.append(Unit(bytes: bytes, length: length, hasSpace: !isFirst, penalty: penalty))
        continue
      }
      var place = offset
      for character in word {
        let bytes = place..<place + character.utf8.count
        let joints = "/-_.,?&=#%:;。、，！？；："
        units.append(
          Unit(
            bytes: bytes, length: character.unicodeScalars.count,
            hasSpace: !isFirst && place == offset, penalty: joints.contains(character) ? 1 : 6))
        place = bytes.upperBound
      }
      units[units.count - 1].penalty = Self.penalty(after: word) + insideBrackets
    }
    return units
  }

  /// What a break costs once it is known which word comes next.
  private static func penalty(before word: Substring, of penalty: Double) -> Double {
    // A phrase begins with a short word more often than with a long one: `… | of the …`.
    if penalty == 4, word.count <= 4, word.first?.isLowercase == true { return 3 }
    // An initial stays with the surname before it: `Radford, K.,`.
    let isInitial = word.first?.isUppercase == true && word.dropFirst().first == "."
    return isInitial && word.count <= 3 ? max(penalty, 4) : penalty
  }

  /// 0 after the end of a clause, 1 after a comma or bracket, 4 after a word, more after a short one.
  private static func penalty(after word: Substring) -> Double {
    let closers = "\"'”’»)]}›"
    guard let mark = word.last(where: { !closers.contains($0) }) else { return 4 }
    if "…:;—–。！？；：؟۔।".contains(mark) { return 0 }
    // "J." is an initial more often than an end.
    if ".!?".contains(mark) { return word.count > 2 ? 0 : 4 }
    // `e.g.,` and `et al.,` belong to what follows.
    if word.hasSuffix(".,"), word.contains(where: \.isLowercase) { return 4 }
    if ",、，،".contains(mark) || word.last.map({ ")]}".contains($0) }) == true { return 1 }
    return word.count <= 3 ? 6 : word.count == 4 ? 5 : 4
  }
}

extension Substring {
  /// Round and square brackets that open here, less those that close.
  fileprivate var openBrackets: Int {
    reduce(0) { "([".contains($1) ? $0 + 1 : ")]".contains($1) ? $0 - 1 : $0 }
  }
}
