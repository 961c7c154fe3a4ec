import Narration
import NarrationTesting
import Testing

@testable import Reading

@Suite struct EPUBNoteTests {
  private func policies(_ notes: NotePolicy) -> ReadingPolicies {
    var policies = ReadingPolicies()
    policies.notes = notes
    return policies
  }

  /// Kind and text of each passage, notes with their marks.
  private func shown(_ draft: EpisodeDraft) -> [String] {
    draft.passages.map {
      if case .note(let mark) = $0.passage.kind { return "[\(mark)] \($0.passage.text)" }
      return $0.passage.text
    }
  }

  /// Notes in a document of their own, as EPUB 3 marks them.
  private var marked: TestBook {
    TestBook(
      """
      <h1>One</h1><p>It rained.<a epub:type="noteref" href="c3.xhtml#n1">1</a> Hard.</p><p>Then not.</p>
      """,
      "<h1>Two</h1><p>Sun.<a role=\"doc-noteref\" id=\"r2\" href=\"c3.xhtml#n2\"><sup>2</sup></a></p>",
      """
      <section epub:type="endnotes"><h1>Notes</h1><ol>
      <li id="n1" epub:type="endnote"><p>For a day.</p><p>Or two.</p></li>
      <li id="n2" role="doc-endnote"><p>Hot. <a href="c2.xhtml#r2">↩</a></p></li></ol></section>
      """)
  }

  @Test func notesOfAnotherDocumentAreReadOnceByPolicy() throws {
    let draft = try marked.draft()
    #expect(
      shown(draft) == [
        "One", "It rained. Hard.", "Then not.", "[1] For a day.", "Or two.", "Two", "Sun.",
        "[2] Hot.",
      ])
    #expect(draft.omitted(.noteMark) == ["1", "2", "↩"])
    #expect(draft.omitted(.note) == ["Notes"])
    let note = draft.passages[3].passage
    #expect(
      draft.source.place(of: note.runs.source(of: 0..<3)).description
        == "b.epub/OEBPS/c3.xhtml:4:36")
    #expect(
      shown(try marked.draft(policies(.place))) == [
        "One", "It rained. Hard.", "[1] For a day.", "Or two.", "Then not.", "Two", "Sun.",
        "[2] Hot.",
      ])
    let omitted = try marked.draft(policies(.omit))
    #expect(shown(omitted) == ["One", "It rained. Hard.", "Then not.", "Two", "Sun."])
    for words in ["For a day.", "Or two.", "Hot."] {
      #expect(omitted.omitted(.note).contains { $0.contains(words) })
    }
    for draft in [draft, omitted] {
      checkEveryLetterOfXML(draft.undivided)
    }
  }

  @Test func notesOfEPUB2AreFoundByLinksBothWays() throws {
    var book = TestBook(
      """
      <p>It rained.<sup><a id="r1" href="n.html#n1">1</a></sup> See <a href="n.html#n1">the note</a>
      and <a href="c1.xhtml#r1">2020</a>.</p>
      <p>Sun<a id="r2" href="n.html#n2">*</a>.</p>
      """)
    book.version = "2.0"
    book.add(
      "n.html",
      """
      <h2>Notes</h2><p id="n1"><a href="c1.xhtml#r1"><sup>1</sup></a> For a day.</p>
      <p><a id="n2" href="c1.xhtml#r2">*</a> Hot.</p>
      """)
    let draft = try book.draft()
    #expect(
      shown(draft) == [
        "It rained. See the note and 2020.", "Sun.", "[1] For a day.", "[*] Hot.",
      ])
    #expect(draft.omitted(.note) == ["Notes"])
    #expect(draft.omitted(.noteMark) == ["1", "*", "1", "*"])
  }

  @Test func numbersThatLeadElsewhereAreNoNotes() throws {
    let book = TestBook(
      """
      <p>See chapter <a id="a" href="c2.xhtml#top">2</a> of it.</p><p id="b">Text <a href="#b">3</a>.</p>
      """,
      "<h1 id=\"top\">Two</h1><p id=\"back\">Go <a href=\"c1.xhtml#a\">back</a> now.</p>")
    #expect(
      shown(try book.draft()) == ["See chapter 2 of it.", "Text 3.", "Two", "Go back now."])
  }

  @Test func aNoteThatIsHiddenUntilItIsTouchedIsRead() throws {
    let book = TestBook(
      """
      <p>Rain<a epub:type="noteref" href="#n">*</a>.</p>
      <aside epub:type="footnote" id="n" hidden="hidden" style="display: none"><p>Wet.</p></aside>
      <aside epub:type="footnote" id="m" hidden="hidden"><p>Nobody asks.</p></aside>
      """)
    let draft = try book.draft()
    #expect(shown(draft) == ["Rain.", "[*] Wet."])
    #expect(draft.omitted(.hidden) == ["Nobody asks."])
  }

  @Test func notesThatNothingReadRefersToAreDeclared() throws {
    let book = TestBook(
      """
      <p>Rain.<del>Gone<a epub:type="noteref" href="#n">1</a></del></p>
      <aside epub:type="footnote" id="n"><p>Wet.</p></aside>
      <aside epub:type="footnote" id="m"><p>Alone.</p></aside>
      """)
    let draft = try book.draft()
    #expect(shown(draft) == ["Rain.", "[] Alone."])
    #expect(draft.omitted(.note) == ["Wet."])
  }

  @Test func aNoteMayReferToANoteAndToItself() throws {
    let book = TestBook(
      """
      <p>Rain<a epub:type="noteref" href="#a">1</a>.</p>
      <aside epub:type="footnote" id="a"><p>Wet<a epub:type="noteref" href="#b">2</a>.</p></aside>
      <aside epub:type="footnote" id="b"><p>See <a epub:type="noteref" href="#a">1</a> above.</p></aside>
      """)
    for policy in [NotePolicy.chapter, .place] {
      #expect(
        shown(try book.draft(policies(policy))) == ["Rain.", "[1] Wet.", "[2] See above."])
    }
  }

  @Test func ofTwoNotesWithOneIdBothAreRead() throws {
    let book = TestBook(
      """
      <p>Rain<a epub:type="noteref" href="#a">1</a>.</p>
      <aside epub:type="footnote" id="a"><p>First.</p></aside>
      <aside epub:type="footnote" id="a"><p>Second.</p></aside>
      """)
    #expect(shown(try book.draft()) == ["Rain.", "[] Second.", "[1] First."])
  }

  @Test func aReferenceToNoNoteLosesItsMarkAlone() throws {
    let book = TestBook("<p>Rain<a epub:type=\"noteref\" href=\"gone.xhtml#a\">1</a>.</p>")
    let draft = try book.draft()
    #expect(shown(draft) == ["Rain."])
    #expect(draft.omitted(.noteMark) == ["1"])
  }

  @Test(arguments: ["12", "[3]", "*", "†", "iv", "b", " 7 ", "(2)"])
  func marks(_ text: String) { #expect(EPUBNotes.isMark(text)) }

  @Test(arguments: ["", "note", "↩", "123456", "Back", "see 3", "ab"])
  func noMarks(_ text: String) { #expect(!EPUBNotes.isMark(text)) }
}
