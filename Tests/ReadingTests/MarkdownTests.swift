import Narration
import Testing

@testable import Reading

/// What Markdown becomes to a listener.
struct MarkdownTests {
  @Test func headingsBecomeChapters() throws {
    let read = try readMarkdown(
      """
      # The otter *sleeps*

      It floats on its back.

      The second part
      ---------------

      It holds a stone.

      ## A third one {#third .unnumbered} ##
      """)
    #expect(read.episode.metadata.title == "The otter sleeps")
    #expect(
      read.episode.lines == [
        "heading 1: The otter sleeps", "paragraph: It floats on its back.",
        "heading 2: The second part", "paragraph: It holds a stone.", "heading 2: A third one",
      ])
    #expect(read.notices.isEmpty)
  }

  @Test func listsKeepTheirNumbers() throws {
    let text = """
      3. three
      3. four

         and more

         - a *bullet*
      5) another list

      - [x] fed
      - [ ] washed
      """
    #expect(
      try readMarkdown(text).episode.lines == [
        "list-item 3.: three", "list-item 4.: four", "paragraph: and more",
        "list-item •: a bullet", "list-item 5.: another list", "list-item •: Done: fed",
        "list-item •: Not done: washed",
      ])
    #expect(try readMarkdown("- [x] fed").episode.slices == ["[x]", "fed"])
  }

  @Test func spansStandOnTheirWords() throws {
    let read = try readMarkdown(
      "**Ada Lovelace:** \\[04:07\\] See [the *notes*](https://e.org/a_b \"t\") or <https://e.org/c>."
    )
    let passage = try #require(read.episode.chapters.first?.passages.first)
    #expect(passage.text == "Ada Lovelace: [04:07] See the notes or https://e.org/c.")
    let spans = passage.spans.map { span in
      let words = String(decoding: Array(passage.text.utf8)[span.text], as: UTF8.self)
      return "\(words): \(span.kind)"
    }
    #expect(
      spans == [
        "Ada Lovelace:: emphasis", "the notes: link(target: \"https://e.org/a_b\")",
        "notes: emphasis",
      ])
    #expect(
      read.episode.slices.filter { $0.count < 8 } == [
        " ", "\\[", "04:07", "\\]", " See ", "the ", "notes", " or ", ".",
      ])
  }

  @Test func escapesAndEntitiesAreDecoded() throws {
    let read = try readMarkdown("caf&eacute; \\*so\\* 5 &lt; 6 &amp;c &#x263A; AT&T &bogus;")
    let passage = try #require(read.episode.chapters.first?.passages.first)
    #expect(passage.text == "café *so* 5 < 6 &c ☺ AT&T &bogus;")
    let decoded = passage.runs.runs.filter { $0.kind == .decoded }
    #expect(
      decoded.map { read.episode.source.slice($0.source) } == [
        "&eacute;", "\\*", "\\*", "&lt;", "&amp;", "&#x263A;",
      ])
    checkPlaces(read.episode, "entities")
  }

  @Test func codeByPolicy() throws {
    let text = "Run `let x`:\n\n```swift\nlet x = 1\n```\n\n    indented\n"
    #expect(try readMarkdown(text).episode.lines == ["paragraph: Run let x:", "code: ", "code: "])
    #expect(
      try readMarkdown(text, { $0.policies.code = .omit }).episode.lines == [
        "paragraph: Run let x:"
      ])
    #expect(
      try readMarkdown(text, { $0.policies.code = .read }).episode.lines == [
        "paragraph: Run let x:", "code: let x = 1", "code: indented",
      ])
    let omissions = try readMarkdown(text).episode.omissions
    #expect(omissions.allSatisfy { $0.reason == .code } && omissions.count == 2)
  }

  @Test func tablesRowByRow() throws {
    let read = try readMarkdown(
      """
      Doses of it
      | Drug | Dose |
      |:-----|-----:|
      | A\\|B | 5 *mg* |
      | C |
      """)
    let passages = read.episode.passages
    #expect(
      passages.map(\.text) == ["Doses of it", "Drug", "Dose", "A|B", "5 mg", "C"])
    #expect(passages[3].kind == .tableCell(row: 1, column: 0, headers: ["Drug"]))
    #expect(passages[4].kind == .tableCell(row: 1, column: 1, headers: ["Dose"]))
    #expect(read.episode.slices.contains("\\|"))
    checkPlaces(read.episode, "table")
  }

  private static let notes = """
    It rained.[^a_b] It stopped.[^2]

    [^2]: Second.
    [^a_b]: First *note*.

        Its second paragraph.

    [^lost]: Nobody asks for me.

    The end.
    """

  @Test func footnotesByPolicy() throws {
    let atEnd = try readMarkdown(Self.notes).episode.lines
    #expect(atEnd.first == "paragraph: It rained. It stopped.")
    #expect(atEnd.contains("note: Nobody asks for me."))
    #expect(
      Array(atEnd.suffix(3).map { $0.drop { $0 != ":" } }) == [
        ": First note.", ": Its second paragraph.", ": Second.",
      ])
    #expect(atEnd.firstIndex(of: "paragraph: The end.") == atEnd.count - 4)
    let atPlace = try readMarkdown(Self.notes, { $0.policies.notes = .place }).episode.lines
    #expect(atPlace[1] == "note 1: First note.")
    #expect(atPlace[3] == "note 2: Second.")

    let omitted = try readMarkdown(Self.notes) { $0.policies.notes = .omit }.episode
    #expect(
      omitted.passages.map(\.text) == ["It rained. It stopped.", "The end."])
    let slices = omitted.omissions.map { "\($0.reason): \(omitted.source.slice($0.source))" }
    #expect(slices.contains("noteMark: [^a_b]") && slices.contains("note: Second."))
    #expect(slices.contains("note: Nobody asks for me."))
  }

  @Test func quotationsImagesAndStrikes() throws {
    let text = """
      > Sleep *well*.
      lazy line

      ![An otter, asleep](otter.png "title")

      Its ![stone](s.png) is ~~old~~ new. ~5 and ~6.
      """
    #expect(
      try readMarkdown(text).episode.lines == [
        "quote: Sleep well. lazy line", "figure: An otter, asleep",
        "paragraph: Its stone is new. ~5 and ~6.",
      ])
    let episode = try readMarkdown(text).episode
    #expect(episode.omissions.map(\.reason) == [.deleted])
    #expect(episode.omissions.map { episode.source.slice($0.source) } == ["old"])
  }

  @Test func htmlInMarkdown() throws {
    let text = """
      <!-- a comment
      of two lines -->
      <details>
      <summary>More</summary>

      Some *text* with H<sub>2</sub>O and <abbr title="Rapid Eye Movement">REM</abbr>.

      </details>

      <div hidden>

      Hidden *words*.

      </div>

      Use the <title> element. <!-- not this -->
      """
    let read = try readMarkdown(text)
    #expect(
      read.episode.passages.map(\.text) == [
        "More", "Some text with H₂O and REM.", "Use the element.",
      ])
    let spans = read.episode.passages.flatMap(\.spans).map(\.kind)
    #expect(spans.contains(.expansion("Rapid Eye Movement")))
    #expect(read.episode.omissions.allSatisfy { $0.reason == .hidden })
    let left = read.episode.omissions.map { read.episode.source.slice($0.source) }.joined()
    #expect(left == "Hidden words.")
  }

  @Test func openCommentIsReadWithAWarning() throws {
    let read = try readMarkdown("One.\n\n<!-- two\n\nthree\n")
    #expect(read.notices.map(\.severity) == [.warning])
    #expect(read.notices.first?.place == "episode.md:3:1")
    #expect(read.episode.passages.map(\.text) == ["One.", "two three"])
  }

  @Test func definitionsOfLinksAreMarkup() throws {
    let text =
      "[foo]: https://e.org \"foo is here\"\n[bar]:\n  /x\nfoo is here, [foo] and [b][bar].\n"
    let read = try readMarkdown(text)
    #expect(read.episode.passages.map(\.text) == ["foo is here, foo and b."])
    let passage = try #require(read.episode.chapters.first?.passages.first)
    #expect(read.episode.source.place(of: passage.runs.source(of: 0..<3)).line == 4)
  }

  @Test func pandocsMarks() throws {
    let text = """
      ::: {.note}
      A [small]{.smallcaps} word and [a link](http://e.org){.ext}.
      :::

      Term
      :   Its *definition*.

          Its second paragraph.

      ```{=html}
      <p>Real <b>HTML</b></p>
      ```
      """
    #expect(
      try readMarkdown(text).episode.lines == [
        "paragraph: A small word and a link.", "paragraph: Term", "paragraph: Its definition.",
        "paragraph: Its second paragraph.", "paragraph: Real HTML",
      ])
  }

  @Test func linesOfVerseAreNotJoined() throws {
    let read = try readMarkdown("Sleep, sleep  \nand dream\\\nof the sea.\n")
    let text = read.episode.passages.map(\.text).joined(separator: " ")
    #expect(text == "Sleep, sleep and dream of the sea.")
    checkPlaces(read.episode, "verse")
  }
}
