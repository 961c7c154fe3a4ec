import Foundation
import NarrationTesting
import Testing

/// `narrate explain`: what will be said, and why.
@Suite struct ExplainTests {
  private func explain(_ format: String, _ text: String = Texts.harbour) throws -> Narrate.Run {
    try Scratch.with { scratch in
      try scratch.write(text, to: "a.txt")
      let run = try Narrate(in: scratch)("explain", "--format", format, "a.txt")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try scratch.names() == ["a.txt"])
      return run
    }
  }

  @Test func theTableTellsPlaceClassRuleAndBothTexts() throws {
    let run = try explain("table")
    let rows = run.lines.filter { !$0.hasPrefix("Chapter ") }
    #expect(run.lines.count - rows.count == 3)
    let pattern = /(\d+):(\d+) +([a-z-]+) +([a-z][a-z. -]*?) +“(.*)” → (“.+”|\(nothing\))/
    for row in rows { #expect(row.wholeMatch(of: pattern) != nil, "\(row)") }
    let citation = rows.compactMap { $0.wholeMatch(of: pattern) }.first { $0.3 == "citation" }
    #expect(citation?.1 == "3" && citation?.2 == "5")
    #expect(citation?.5 == "Boese et al. (2025)")
    #expect(citation?.6.contains("and colleagues, twenty twenty-five") == true)
    #expect(rows.last?.contains("(nothing)") == true)
    #expect(!run.text.contains("\u{1B}"), "colour only on a terminal")
  }

  @Test func controlsInATextDoNotReachTheTerminal() throws {
    let run = try explain("table", "Red \u{1B}[31m and \u{9B}2J clear \u{202E}it.\n")
    let commands = run.text.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" || $0.value == 0x202E
    }
    #expect(commands.isEmpty)
  }

  @Test func spokenIsTheWordsAlone() throws {
    let lines = try explain("spoken").lines
    #expect(lines.first == "Light on the Water")
    #expect(lines.contains("Fog is water in the air, in drops of ten micrometers."))
    #expect(lines.allSatisfy { !$0.contains(where: \.isNumber) }, "\(lines)")
  }

  /// A text that is decoded and folded: ranges are of the decoded one.
  @Test(arguments: [
    Texts.harbour, "\u{FEFF}Two\r\nlines of 5 kg\r\nand a café [2] \u{7}here.\r\n",
    "A soft\u{AD}hyphen and 12 %\u{200B}.\n\n• First of 3\n• Second, e.g. this\n",
  ])
  func rangesSliceTheSource(text: String) throws {
    let run = try explain("json", text)
    let told = try JSONDecoder().decode(Explained.self, from: Data(run.output))
    #expect(told.version == 1)
    #expect(told.document == "a.txt")
    let source = Array(
      text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text.utf8.dropFirst(3) : text.utf8[...])
    #expect(!told.chapters.isEmpty)
    var utterances = 0
    for passage in told.chapters.flatMap(\.passages) {
      let whole = try slice(source, passage.range)
      #expect(!passage.text.isEmpty && !whole.isEmpty)
      for placed in passage.edits {
        let slice = try slice(source, placed.range)
        // A text is folded on its way: the same but for white space and what is left out.
        #expect(bare(slice) == bare(placed.edit.written), "\(slice) and \(placed.edit.written)")
        #expect(place(of: placed.range[0], in: source) == [placed.line, placed.column])
      }
      let edits = passage.edits.map(\.edit)
      #expect(Normalized.isAligned(edits, Array(passage.text.utf8), Array(passage.spoken.utf8)))
      for utterance in passage.utterances {
        utterances += 1
        #expect(bare(try slice(source, utterance.range)) == bare(utterance.written))
      }
    }
    #expect(utterances > 0)
    for omission in told.omissions {
      #expect(try slice(source, omission.range) == omission.text && !omission.reason.isEmpty)
    }
  }

  private func slice(_ source: [UInt8], _ range: [Int]) throws -> String {
    try #require(range.count == 2 && range[0] <= range[1] && range[1] <= source.count)
    return try #require(String(validating: source[range[0]..<range[1]], as: UTF8.self))
  }

  private func bare(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      !$0.properties.isWhitespace && ![.control, .format].contains($0.properties.generalCategory)
    }
  }

  /// Line and column from 1, in code points.
  private func place(of offset: Int, in source: [UInt8]) -> [Int] {
    let before = String(decoding: source[..<offset], as: UTF8.self).unicodeScalars
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    return [line.count, (line.last?.count ?? 0) + 1]
  }
}

/// `explain --format json`, as far as it is checked.
struct Explained: Decodable {
  struct Chapter: Decodable {
    var title: String
    var passages: [Passage]
  }
  struct Passage: Decodable {
    var range: [Int]
    var text: String
    var spoken: String
    var edits: [PlacedEdit]
    var utterances: [Utterance]
  }
  struct PlacedEdit: Decodable {
    var range: [Int]
    var line: Int
    var column: Int
    var edit: Normalized.Edit
  }
  struct Utterance: Decodable {
    var range: [Int]
    var written: String
  }
  struct Omission: Decodable {
    var range: [Int]
    var reason: String
    var text: String
  }
  var version: Int
  var document: String
  var chapters: [Chapter]
  var omissions: [Omission]
}
