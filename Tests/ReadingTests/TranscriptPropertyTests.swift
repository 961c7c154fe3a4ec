import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Transcripts that are made of known turns, and texts that only resemble some.
struct TranscriptPropertyTests {
  private static let names = [
    "Ada King", "Ben", "Dr. Jane O'Neil-Smith", "田中", "Мария", "Speaker 1", "ZOË",
    "Erik St. Martin",
    "ChatGPT", "Ludwig van Beethoven",
  ]
  private static let words = [
    "It rains at 10:30, they said.", "Otters sleep on their backs.", "And why is that?",
    "Well... I think so.", "We saw [the company] fail.", "He said: no.", "Yes!", "It is (so) wet.",
    "Naïve – or not?", "Two is 2.", "Note: it is hot.", "A “quoted” word, then.", "睡眠は大切です。",
  ]
  private static let sounds = [
    "[laughter]", "\\[laughs\\]", "(applause)", "[unintelligible 00:12:34]", "[music playing]",
    "[crosstalk]",
  ]
  private static let times = ["[04:07]", "\\[04:07\\]", "(00:12:34)", "[1:02:03.5]"]

  private enum Style: CaseIterable { case bold, boldThenColon, plain, bracketed, timed, timeFirst }

  private func label(_ name: String, _ style: Style) -> String {
    switch style {
    case .bold: "**\(name):**"
    case .boldThenColon: "**\(name)**:"
    case .plain: "\(name):"
    case .bracketed: "[\(name)]:"
    case .timed: "\(name) (00:12:34):"
    case .timeFirst: "[00:12:34] \(name):"
    }
  }

  private func options(_ sounds: SoundPolicy = .omit) -> EpisodeReader.Options {
    var options = EpisodeReader.Options()
    options.format = .plainText
    options.policies.sounds = sounds
    return options
  }

  /// The turns that were written are the turns that are read: speakers, and every word.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func turnsComeBack(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let cast = Array(
        Self.names.shuffled(using: &generator).prefix(.random(in: 2...4, using: &generator)))
      let style = Style.allCases.randomElement(using: &generator) ?? .bold
      var written: [String] = []
      var expected: [String] = []
      for turn in 0..<Int.random(in: 8...30, using: &generator) {
        // Each speaks at least twice.
        let name = turn < 8 ? cast[turn % cast.count] : cast.randomElement(using: &generator) ?? ""
        for paragraph in 0..<Int.random(in: 1...3, using: &generator) {
          var parts = paragraph == 0 ? [label(name, style)] : []
          var spoken: [String] = []
          for part in 0..<Int.random(in: 1...4, using: &generator) {
            let words = Self.words.randomElement(using: &generator) ?? ""
            // A paragraph that begins like a label would be one.
            if part > 0 || paragraph == 0 || !words.contains(":") {
              parts.append(words)
              spoken.append(words)
            }
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: parts.append(Self.sounds.randomElement(using: &generator) ?? "")
            case 1: parts.append(Self.times.randomElement(using: &generator) ?? "")
            default: break
            }
          }
          written.append(parts.joined(separator: " "))
          if !spoken.isEmpty { expected.append("\(name): \(spoken.joined(separator: " "))") }
        }
      }
      let text = written.filter { !$0.isEmpty }.joined(separator: "\n\n")
      let episode = try EpisodeReader(options(), splitParagraphs: simpleParagraphs)
        .read(bytes: Array(text.utf8), named: "talk").episode
      let turns = episode.passages.map {
        "\($0.speaker?.name ?? "-"): \($0.text)"
      }
      #expect(turns == expected, "\(text)")
      checkEveryLetter(episode, text)
    }
  }

  private static let pieces =
    words + sounds + times
    + [
      "Ada:", "**Ada:**", "**Ben**:", "[Ada]", "ADA:", ">> BEN:", ">>", "♪", "♪ la ♪", "**", "*",
      "*laughs*", "\\", "\\[", "[", "]", "(", ")", ":", "：", "Ada (host):", "Ada 00:12", "00:12",
      "Break:", "Hosts: Ada King, Ben Okafor", "Q:", "A:", "Speakers:", "- item", "# Heading",
      "---",
      "[laughs[", "Ada\u{A0}:", "e\u{301}:", "\u{01}", "😀:", "[00:00:01 - 00:00:05]", "99:99",
      "999:59:59.999999999999999999999999", "[music] to [music]", "[04:07] to [05:08]", "Ada King:",
    ]
  private static let joints = [" ", " ", "\n", "\n", "\n\n", "\n\n", "", "\r\n", "\t"]

  /// Whatever stands where: nothing is lost, every run leads to its bytes.
  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func anyPieces(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<120 {
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
        text += Self.joints.randomElement(using: &generator) ?? ""
      }
      do throws(ReadingError) {
        let read = try EpisodeReader(options(round.isMultiple(of: 2) ? .omit : .read))
          .read(bytes: Array(text.utf8), named: "talk")
        checkEveryLetter(read.episode, text.debugDescription)
      } catch {
        #expect(error.kind == .empty, "\(error)")
      }
    }
  }

  /// Inputs at which a step that looks at all others would not come to its end.
  @Test(arguments: [
    "Ada: Yes.\n\nBen: No.\n\n", "[", "(", "*", "♪ ", "[laughs ", ">> ", "Ada ", "00:01 ", "\\[",
    "**Ada:** ", "[00:01] ", "Ada:\n\n", "# Ada:\n\n", "Ada: Yes.\nBen: No.\n",
  ])
  func manyOfAKind(_ piece: String) throws {
    let text =
      "Ada: Hello.\n\nBen: Hello.\n\nAda: " + String(repeating: piece, count: 6_000) + "Bye."
    let read = try EpisodeReader(options()).read(bytes: Array(text.utf8), named: "talk")
    #expect(read.episode.chapters.count > 0)
  }

  /// Thousands of names, each once.
  @Test func manyNames() throws {
    var text = "Ada King: Hello.\n\nAda King: Hello.\n\nAda King: Hello.\n\n"
    for number in 0..<6_000 { text += "Ada Ben\(number): Yes.\n\nAda King: No.\n\n" }
    let read = try EpisodeReader(options()).read(bytes: Array(text.utf8), named: "talk")
    #expect(read.episode.passages.count == 12_003)
  }
}
