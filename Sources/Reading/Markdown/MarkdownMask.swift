/// What of a Markdown document its parser is not shown as it stands.
///
/// The masked document has the same length and the same lines. Two bytes may stand where others do:
/// a space, for what is markup beyond GitHub's Markdown, and controls, for characters that are to
/// be nothing but text: text takes its bytes from the document itself, whatever the parser was shown.
///
/// What is defused is what costs the parser the square of its length (cmark-gfm 0.29.0.gfm.6), at
/// counts that no document for people reaches.
struct MarkdownMask {
  private(set) var bytes: [UInt8]
  /// Labels of the footnotes that are defined, in the order of their definitions: `^1`.
  private(set) var footnotes: [ArraySlice<UInt8>] = []
  /// What was defused, by a place in it.
  private(set) var defused: [(what: String, source: Range<Int>)] = []
  private let lines: MarkdownLines

  /// Stands for a character that must not mean anything.
  static let plain: UInt8 = 0x01

  private static let mostBrackets = 5000
  private static let mostInstructions = 100
  private static let mostColumns = 1000
  private static let mostCells = 500_000
  private static let mostAddressBytes = 32 << 20

  init(_ lines: MarkdownLines, head: Range<Int>) {
    self.lines = lines
    bytes = lines.bytes
    blank(head)
    blankDivisions()
    makeDefinitionsItems()
    maskFootnoteLabels()
    defuseBrackets()
    defuseTables()
    defuseDefinitions()
  }

  /// Overwrites a range with spaces, line breaks left out.
  mutating func blank(_ range: Range<Int>) {
    for offset in range where bytes[offset] != 0x0A && bytes[offset] != 0x0D {
      bytes[offset] = 0x20
    }
  }

  // MARK: Footnotes

  /// Makes labels of footnotes such as `[^a_b]` a single text to the parser, and the second of two
  /// definitions with one label a paragraph.
  private mutating func maskFootnoteLabels() {
    var defined: Set<String> = []
    for line in lines.lines.indices {
      guard let label = footnoteLabel(definedIn: line) else { continue }
      if defined.insert(key(label)).inserted {
        footnotes.append(bytes[label])
      } else {
        bytes[label.lowerBound - 1] = Self.plain
      }
    }
    guard !footnotes.isEmpty else { return }
    footnotes = []
    var seen: Set<String> = []
    var offset = 0
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "[")) {
      offset = open + 1
      guard let label = label(at: open), defined.contains(key(label)) else { continue }
      let isNew = seen.insert(key(label)).inserted
      for at in label {
        if let index = Self.special.firstIndex(of: bytes[at]) { bytes[at] = 0x0E + UInt8(index) }
      }
      if isNew { footnotes.append(bytes[label]) }
      offset = label.upperBound
    }
  }

  /// What ends a text in the eyes of the parser, and so would cut a label.
  private static let special = Array("`\\&_*<!~".utf8)

  private func key(_ label: Range<Int>) -> String {
    String(decoding: lines.bytes[label], as: UTF8.self).lowercased()
  }

  /// `^label` in `[^label]` at a bracket.
  private func label(at open: Int) -> Range<Int>? {
    guard open + 2 < bytes.count, bytes[open + 1] == UInt8(ascii: "^") else { return nil }
    var end = open + 2
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "]"),
      bytes[end] != UInt8(ascii: "["), end - open < 1000
    {
      end += 1
    }
    guard end > open + 2, end < bytes.count, bytes[end] == UInt8(ascii: "]") else { return nil }
    return open + 1..<end
  }

  private func footnoteLabel(definedIn line: Int) -> Range<Int>? {
    let range = lines[line]
    var offset = range.lowerBound
    // Quotations and list items may begin on the same line.
    while offset < range.upperBound, Self.isBlockMark(bytes[offset]) { offset += 1 }
    guard offset < range.upperBound, bytes[offset] == UInt8(ascii: "["),
      let label = label(at: offset), label.upperBound + 1 < range.upperBound,
      bytes[label.upperBound + 1] == UInt8(ascii: ":")
    else { return nil }
    return label
  }

  private static func isBlockMark(_ byte: UInt8) -> Bool {
    MarkdownLines.isSpace(byte) || byte &- 0x30 < 10
      || [0x2A, 0x2B, 0x2D, 0x2E, 0x29, 0x3E].contains(byte)
  }

  // MARK: Pandoc

  /// Blanks the fences of divisions, `::: {.note}`, which Pandoc writes; blocks of code are left alone.
  private mutating func blankDivisions() {
    guard lines.bytes.firstRange(of: Array(":::".utf8)) != nil else { return }
    for line in linesOutsideOfCode() {
      let range = lines[line]
      let start = lines.contentStart(of: line, quotes: 3)
      let length = bytes[start..<range.upperBound].prefix { $0 == UInt8(ascii: ":") }.count
      if length >= 3, isDivisionFence(start + length..<range.upperBound) {
        blank(start..<range.upperBound)
      }
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2D || byte == 0x5F
  }

  /// Shows the parser the definitions of Pandoc and PHP Markdown Extra as items of a list, which their
  /// further paragraphs belong to in the same way.
  ///
  /// A term stands on one line, and right or a blank line below it `:   Its definition`.
  private mutating func makeDefinitionsItems() {
    for line in linesOutsideOfCode() where line > 0 {
      let range = lines[line]
      let at = lines.skipSpaces(from: range.lowerBound, to: range.upperBound)
      guard at - range.lowerBound < 4, at + 2 < range.upperBound, bytes[at] == UInt8(ascii: ":"),
        MarkdownLines.isSpace(bytes[at + 1]),
        lines.skipSpaces(from: at + 1, to: range.upperBound) < range.upperBound
      else { continue }
      bytes[at] = UInt8(ascii: "-")
    }
  }

  /// The lines that are neither in a fence nor one.
  private func linesOutsideOfCode() -> [Int] {
    var fence: (byte: UInt8, length: Int)?
    return lines.lines.indices.filter { line in
      let range = lines[line]
      let start = lines.contentStart(of: line, quotes: 3)
      guard start < range.upperBound else { return fence == nil }
      let byte = bytes[start]
      let length = bytes[start..<range.upperBound].prefix { $0 == byte }.count
      guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~"), length >= 3 else {
        return fence == nil
      }
      if let open = fence {
        if open.byte == byte, length >= open.length { fence = nil }
      } else {
        fence = (byte, length)
      }
      return false
    }
  }

  /// Whether what follows the colons is nothing, a single word, or attributes in braces.
  private func isDivisionFence(_ range: Range<Int>) -> Bool {
    let rest = bytes[range].split(whereSeparator: { MarkdownLines.isSpace($0) })
    guard let first = rest.first else { return true }
    if first.first == UInt8(ascii: "{") {
      return rest.last?.last == UInt8(ascii: "}") || rest.last?.allSatisfy { $0 == 0x3A } == true
    }
    return rest.count == 1 && first.allSatisfy(Self.isNamePart)
      || rest.count == 2 && rest[1].allSatisfy { $0 == UInt8(ascii: ":") }
  }

  // MARK: What would cost too much

  /// Takes their meaning from brackets and instructions beyond a number in one paragraph.
  private mutating func defuseBrackets() {
    var brackets = 0
    var instructions = 0
    var isTold = false
    for line in lines.lines.indices {
      let range = lines[line]
      if beginsBlock(line) { (brackets, instructions, isTold) = (0, 0, false) }
      for offset in range {
        switch bytes[offset] {
        case UInt8(ascii: "["):
          brackets += 1
          guard brackets > Self.mostBrackets else { continue }
        case UInt8(ascii: "<"):
          let next = offset + 1 < range.upperBound ? bytes[offset + 1] : 0
          guard next == UInt8(ascii: "?") || next == UInt8(ascii: "!") else { continue }
          instructions += 1
          guard instructions > Self.mostInstructions else { continue }
        default: continue
        }
        bytes[offset] = Self.plain
        if !isTold {
          defused.append(
            ("more brackets in a paragraph than a document for people has", offset..<offset + 1))
        }
        isTold = true
      }
    }
  }

  /// Whether a line surely begins another paragraph: it is blank, an item with a bullet or a heading.
  private func beginsBlock(_ line: Int) -> Bool {
    let range = lines[line]
    let start = lines.skipSpaces(from: range.lowerBound, to: range.upperBound)
    guard start < range.upperBound else { return true }
    guard start - range.lowerBound < 4 else { return false }
    var end = start
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): end = start + 1
    case UInt8(ascii: "#"):
      while end < range.upperBound, end - start < 6, bytes[end] == UInt8(ascii: "#") { end += 1 }
    default: return false
    }
    return end < range.upperBound && MarkdownLines.isSpace(bytes[end])
      && lines.skipSpaces(from: end, to: range.upperBound) < range.upperBound
  }

  /// Blanks the rule under the head of a table with so many columns, or so many missing cells, that it
  /// is none; its lines are then read as text.
  private mutating func defuseTables() {
    for line in lines.lines.indices {
      let range = lines[line]
      guard range.count > 2 * 50, bytes[range].allSatisfy(Self.isTableRule) else { continue }
      let columns = bytes[range].count { $0 == UInt8(ascii: "|") } + 1
      guard columns > 50 else { continue }
      var rows = 1
      if columns <= Self.mostColumns {
        while line + rows < lines.lines.count, !lines.isBlank(line + rows),
          rows * columns <= Self.mostCells
        {
          rows += 1
        }
      }
      guard columns > Self.mostColumns || rows * columns > Self.mostCells else { continue }
      blank(range)
      defused.append(("a table of \(columns) columns and many empty cells", range))
    }
  }

  static func isTableRule(_ byte: UInt8) -> Bool {
    MarkdownLines.isSpace(byte)
      || [UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">")]
        .contains(byte)
  }

  /// Makes long definitions of links text when so many links use them that the copies of their
  /// addresses would fill the memory.
  private mutating func defuseDefinitions() {
    var long: [String: (line: Int, length: Int)] = [:]
    var line = 0
    while line < lines.lines.count {
      let start = lines.contentStart(of: line, quotes: 3)
      let isDefinition =
        start < lines[line].upperBound && bytes[start] == UInt8(ascii: "[")
        && bytes[start..<lines[line].upperBound].prefix(1002).contains(UInt8(ascii: ":"))
      guard isDefinition else {
        line += 1
        continue
      }
      var end = line
      while end + 1 < lines.lines.count, !lines.isBlank(end + 1), !beginsBlock(end + 1),
        lines[end].upperBound - start < 4096, bytes[lines[end + 1].lowerBound] != UInt8(ascii: "[")
      {
        end += 1
      }
      let length = lines[end].upperBound - start
      if length > 1000, let close = bytes[start...].prefix(1002).firstIndex(of: UInt8(ascii: "]")) {
        let key = Self.linkKey(bytes[start + 1..<close])
        if long[key].map({ $0.length < length }) ?? true { long[key] = (line, length) }
      }
      line = end + 1
    }
    guard !long.isEmpty else { return }
    var copied = 0
    for (key, uses) in linkUses(of: Set(long.keys)).sorted(by: { $0.key < $1.key }) {
      guard let found = long[key] else { continue }
      let (size, isTooMuch) = found.length.multipliedReportingOverflow(by: max(0, uses - 1))
      guard isTooMuch || size > Self.mostAddressBytes - copied else {
        copied += size
        continue
      }
      let start = lines.contentStart(of: found.line, quotes: 3)
      bytes[start] = Self.plain
      defused.append(("a link of \(found.length) bytes, used \(uses - 1) times", start..<start + 1))
    }
  }

  /// How often labels stand in brackets, their definitions counted.
  private func linkUses(of keys: Set<String>) -> [String: Int] {
    var uses: [String: Int] = [:]
    var open = -1
    for offset in bytes.indices {
      if bytes[offset] == UInt8(ascii: "[") { open = offset }
      guard bytes[offset] == UInt8(ascii: "]"), open >= 0 else { continue }
      if offset - open < 1002 {
        let key = Self.linkKey(bytes[open + 1..<offset])
        if keys.contains(key) { uses[key, default: 0] += 1 }
      }
      open = -1
    }
    return uses
  }

  /// Labels that are one to the parser are one here; those with other than ASCII are all one.
  private static func linkKey(_ label: ArraySlice<UInt8>) -> String {
    guard label.allSatisfy({ $0 < 0x80 }) else { return "" }
    return String(decoding: label, as: UTF8.self).lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
