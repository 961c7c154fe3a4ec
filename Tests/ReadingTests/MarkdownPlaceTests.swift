import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Every word of Markdown leads back to where it stands, and none is lost.
struct MarkdownPlaceTests {
  /// `@` becomes a word that stands nowhere else.
  private static let inlines = [
    "@", "@", "@", "na\u{EF}ve@", "睡@", "😀@", "*@*", "_@_", "**@**", "***@***", "~~@~~", "`@`",
    "`` @`@ ``", "` @ `", "\\*@", "\\\\", "\\[@\\]", "\\@", "&amp;@", "@&eacute;", "&#65;",
    "&bogus;",
    "@&@", "[@ @](http://e.org/ab)", "[@](<d e> \"f\")", "![@](i.png)", "<b>@</b>", "<br>",
    "@<sub>2</sub>O", "<abbr title=\"Long\">@</abbr>", "<https://e.org/q>", "[^1]", "[^n_2]",
    "[none @]", "*", "_", "`", "[", "]", "(", "<", ">", "|", "~", "5*3*2", "@_b_c", "- @", "1. @",
    "# @", ": @", "<!-- k -->", "<title>", "<i>@", "</b>", "&", "$@_1$", "[@]{.small}", "a\\|@",
    "`@\\|b`", "http://e.org/@_b_c?d=e&f=g", "@  ", "![", "</p>", "<table>", "<li>", "</ul>",
    "<td>@",
  ]
  /// Those in which a word may become a part of an address or a tag.
  private static let swallowing = ["](", "<x y=\"", "[ref]", "[@][ref]", "<a href='", ")", "\">"]
  private static let starts = [
    "", "", "", "", "# ", "## ", "> ", "> > ", "- ", "* ", "1. ", "7) ", "- [x] ", "- [ ] ", "    ",
    "  ", "\t", "| ", "[^1]: ", "[^n_2]: ", "[^un]: ", ">", "   > ", ":   ", "+ ", "> - ", "- > ",
    "<div>", "</div>", "<p align=center>", "::: {.note}\n", "::: note\n", "-\t", "1.\t",
  ]
  private static let joints = [
    " ", " ", " ", " ", "", "\n", "\n", "  \n", "\\\n", "\n\n", "\n\n", " | ", " |\n",
    "\n|---|---|\n", "\n===\n", "\n---\n", "\n```\n", "\r\n", "\n\n> ", "\n    ", "\n> ", "\r",
  ]

  private func generated(_ generator: inout SeededGenerator, swallowing: Bool) -> String {
    var text = ""
    var words = 0
    let inlines = swallowing ? Self.inlines + Self.swallowing : Self.inlines
    let starts = swallowing ? Self.starts + ["[ref]: ", "[ref]:\n"] : Self.starts
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      if text.isEmpty || text.hasSuffix("\n") {
        text += starts.randomElement(using: &generator) ?? ""
      }
      for character in inlines.randomElement(using: &generator) ?? "" {
        if character == "@" {
          words += 1
          text += "w\(words)x"
        } else {
          text.append(character)
        }
      }
      text += Self.joints.randomElement(using: &generator) ?? ""
    }
    return text
  }

  private func check(_ text: String, _ notes: NotePolicy, _ code: CodePolicy, isWhole: Bool) {
    do throws(ReadingError) {
      let read = try readMarkdown(text) {
        $0.policies.notes = notes
        $0.policies.code = code
      }
      if isWhole {
        checkEveryLetter(read.episode, in: words(in: text), text.debugDescription)
      } else {
        checkPlaces(read.episode, text.debugDescription)
      }
    } catch {
      #expect(error.kind == .empty, "\(error)")
    }
  }

  /// Where the words `w17x` stand.
  private func words(in text: String) -> [Range<Int>] {
    text.matches(of: /w[0-9]+x/).map { match in
      let start = text.utf8.distance(from: text.utf8.startIndex, to: match.range.lowerBound)
      return start..<start + match.output.utf8.count
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func generatedTexts(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for number in 0..<100 {
      let isWhole = number.isMultiple(of: 2)
      let text = generated(&generator, swallowing: !isWhole)
      check(text, .chapter, .announce, isWhole: isWhole)
      check(text, .place, .read, isWhole: isWhole)
      check(text, .omit, .omit, isWhole: isWhole)
    }
  }
}
