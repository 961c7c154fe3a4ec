import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Markdown that is broken, or made to break its reader.
struct MarkdownBadInputTests {
  private func many(_ text: String, _ count: Int = 100_000) -> String {
    String(repeating: text, count: count)
  }

  /// Each would not come to its end if a step took the square of it.
  @Test(arguments: [
    ">", "> ", "[", "![", "*", "*a ", "_", "a`", "- ", "1. ", "<", "<?", "<![CDATA[", "<!A ", "]",
    "[^",
    "\\", "&", "|", "~~a ", "_[]()", "![[]()", "[a](", "<a href='", "{", "[^1]", "<title>", "<!-- ",
  ])
  func manyMarks(_ mark: String) throws {
    let episode = try readMarkdown("Begin.\n\n" + many(mark, 10_000) + "\n\nThe end.\n").episode
    checkPlaces(episode, mark)
    let texts = episode.passages.map(\.text)
    #expect(texts.first == "Begin.")
    #expect(texts.contains { $0.hasSuffix("The end.") || $0.hasSuffix("The end") }, "\(mark)")
  }

  @Test func deepNesting() throws {
    let quotes = try readMarkdown(many(">") + " deep\n").episode
    #expect(quotes.passages.map(\.text) == ["deep"])
    let emphasis = try readMarkdown(many("*", 30_000) + "deep" + many("*", 30_000) + "\n").episode
    #expect(emphasis.passages.map(\.text) == ["deep"])
    let html = try readMarkdown(many("<div>\n", 1000) + "deep\n").episode
    #expect(html.passages.map(\.text) == ["deep"])
  }

  @Test func wideTableIsReadAsText() throws {
    let head = many("a | ", 10_000)
    let read = try readMarkdown("\(head)\n\(many("-|", 10_000))\n\(head)\n")
    #expect(read.notices.map(\.severity) == [.warning])
    #expect(read.notices.first?.place == "episode.md:2:1")
    checkEveryLetter(read.episode)
  }

  @Test func tableWithMissingCells() throws {
    let text = "\(many("a|", 900))\n\(many("-|", 900))\n\(many("b\n", 20_000))"
    let read = try readMarkdown(text)
    #expect(read.notices.count == 1)
    checkEveryLetter(read.episode)
  }

  /// 200,000 bytes used 30,000 times would be 6 GB.
  @Test func definitionThatExpands() throws {
    let text = "[a]: /\(many("u", 200_000)) \"t\"\n\n\(many("[a] ", 30_000))\n"
    let read = try readMarkdown(text)
    #expect(read.notices.contains { $0.severity == .warning && $0.what.contains("a link of") })
    checkEveryLetter(read.episode)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let lines = [
      "# A *b*", "", "> c", "> d", "", "- e", "  f", "", "| g | h |", "|---|---|", "| i | j |", "",
      "```", "code", "```", "", "k  ", "l[^1]", "", "[^1]: m",
    ]
    let text = lines.joined(separator: end)
    let unix = try readMarkdown(lines.joined(separator: "\n")).episode.lines
    #expect(try readMarkdown(text).episode.lines == unix)
    #expect(unix.contains("quote: c d") && unix.contains("list-item •: e f"))
    let episode = try readMarkdown(text) { $0.policies.code = .read }.episode
    // The label where the note stands is markup.
    checkEveryLetter(episode, end.debugDescription) {
      SourceAccount.isLetterOrDigit($0) && $0 != "1"
    }
  }

  @Test func markOfTheEncodingAndTabs() throws {
    #expect(try readMarkdown("\u{FEFF}# A\n").episode.lines == ["heading 1: A"])
    #expect(try readMarkdown("-\ta\n\n\tb\n").episode.lines == ["list-item •: a", "paragraph: b"])
    let code = try readMarkdown("-\ta\n\n\t\t\tlet b\n") { $0.policies.code = .read }.episode
    #expect(code.passages.map(\.text) == ["a", "let b"])
    checkEveryLetter(code)
  }

  @Test func longLine() throws {
    let text = many("The *otter* sleeps. ", 50_000)
    let episode = try readMarkdown(text).episode
    let passage = try #require(episode.chapters.first?.passages.first)
    let last = passage.text.utf8.count
    #expect(episode.source.slice(passage.runs.source(of: last - 7..<last)) == "sleeps.")
    checkEveryLetter(episode)
  }

  @Test(arguments: ["", "\n\n", "---\n", "<!-- a -->\n", "[a]: /b\n", "---\ntitle: T\n---\n"])
  func nothingToSay(_ text: String) {
    #expect(throws: ReadingError.self) { try readMarkdown(text) }
  }

  /// A text with everything, cut at each byte and with bytes changed.
  @Test func cutAndChanged() {
    let text = """
      ---
      title: "A"
      ---
      # B *c* {#d}

      > e [f](g "h") `i` &amp; \\[j\\]
      1. k<br>l[^m]

      | n | o |
      |---|---|
      | p | ~~q~~ |

      <div title="r">

      s ![t](u)

      </div>

      ~~~v
      w
      ~~~
      [^m]: x
      """
    let bytes = Array(text.utf8)
    var generator = SeededGenerator(seed: 7)
    let marks = Array("*_`[]()<>!&|~\\#-:\"'\n \t^{}".utf8)
    for count in bytes.indices {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: bytes.indices, using: &generator)] =
          marks.randomElement(using: &generator) ?? 0x2A
      }
      for input in [Array(bytes.prefix(count)), changed] {
        do throws(ReadingError) {
          let read = try read(bytes: input, as: .markdown)
          checkPlaces(read.episode, String(decoding: input, as: UTF8.self).debugDescription)
        } catch {
          #expect(error.kind == .empty, "\(error)")
        }
      }
    }
  }
}
