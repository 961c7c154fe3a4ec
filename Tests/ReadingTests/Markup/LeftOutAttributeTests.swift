import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Words in attributes that would be said, in what is left out.
struct LeftOutAttributeTests {
  @Test func inPages() throws {
    let page = """
      <h1>Otters</h1><p>They swim<a href="#n" role="doc-noteref">1</a>. <img src="a" alt="A river">
      They sleep on their backs, and hold hands.</p>
      <pre><code>x <img src="b.png" alt="A chart &amp; a &lt;code&gt;"></code></pre>
      <p><math alttext="a plus b"><mi>a</mi><mo>+</mo><mi>b</mi></math> is read.</p>
      <div hidden><math alttext="c plus d"><mi>c</mi></math><i aria-label="An icon"></i>
      <figure aria-label="A figure"></figure><svg aria-label="A home"><path/></svg>
      <img src="c.png" alt="c.png"><img src="d.png" alt=""><b aria-label="not said">bold</b></div>
      <aside role="doc-footnote" id="n"><p>See <img src="z" alt="a map">.</p></aside>
      """
    var policies = ReadingPolicies()
    policies.notes = .omit
    let episode = try readPage(page) { $0.policies = policies }.episode
    #expect(episode.passages.contains { $0.text.hasPrefix("They swim. A river They sleep") })
    #expect(episode.passages.contains { $0.text == "a plus b is read." })
    #expect(episode.omitted(.code) == ["x ", "A chart &amp; a &lt;code&gt;"])
    #expect(episode.omitted(.note) == ["See ", "a map", "."])
    #expect(
      episode.omitted(.hidden) == ["c plus d", "c", "An icon", "A figure", "A home", "bold"])
    #expect(episode.omitted(.alternative) == ["a", "+", "b"])
    // Where the note is read, so are its words, and nothing of it is declared.
    let read = try readPage(page).episode
    #expect(read.passages.contains { $0.text == "See a map ." })
    #expect(read.omitted(.note) == [])
    policies.code = .read
    #expect(try readPage(page) { $0.policies = policies }.episode.omitted(.code) == [])
  }

  @Test func inTheFurnitureOfAPage() throws {
    let page = """
      <nav><a href="/"><img src="logo" alt="The company's logo"></a></nav>
      <article><h1>Otters</h1><p>They swim all day long, and they sleep on their backs.</p></article>
      """
    #expect(try readPage(page).episode.omitted(.furniture) == ["The company's logo"])
  }

  @Test func pageBreaks() throws {
    let page = "<p>One <span role='doc-pagebreak' title='12'></span>two.</p>"
    #expect(try readPage(page).episode.omitted(.pageNumber) == ["12"])
    var policies = ReadingPolicies()
    policies.pageBreaks = .read
    let read = try readPage(page) { $0.policies = policies }.episode
    #expect(read.passages.map(\.text) == ["One page 12 two."])
    #expect(read.omissions == [])
  }

  /// In XML the place is the value's own too, unless the tag comes out of an entity.
  @Test func inBooks() throws {
    var book = TestBook()
    book.documents = [
      TestBook.Document(
        name: "a.xhtml",
        text: """
          <!DOCTYPE html [<!ENTITY pic '<img src="e" alt="three"/>'>]>
          <html xmlns="http://www.w3.org/1999/xhtml"><body><p>One
          <img class = "x>" src='q' alt='t&quot;wo, &eacute;'/></p>
          <p hidden=""><img alt = "hid" src="r"/>&pic;</p></body></html>
          """)
    ]
    book.addNavigation("<ol><li><a href='a.xhtml'><img src='s' alt='Start'/></a></li></ol>")
    let draft = try book.draft()
    let passage = try #require(draft.passages.first?.passage)
    #expect(passage.text == "One t\"wo, é")
    #expect(
      draft.source.slice(passage.runs.source(of: 4..<passage.text.utf8.count))
        == "t&quot;wo, &eacute;")
    let omissions = draft.omissions.map {
      "\($0.reason.rawValue): \(draft.source.slice($0.source))"
    }
    #expect(omissions.contains("hidden: hid"))
    #expect(omissions.contains("hidden: &pic;"))
    #expect(
      omissions.contains("table of contents: Start") || omissions.contains("navigation: Start"))
  }

  @Test func inDeletedDrawings() throws {
    let drawing = { (words: String) in
      "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"\(words)\"/>"
        + "</wp:inline></w:drawing></w:r>"
    }
    let episode = try TestDocument(
      "<w:p><w:r><w:t>Kept.</w:t></w:r>\(drawing("A river"))"
        + "<w:del>\(drawing("A lake"))</w:del></w:p>"
    ).read().episode
    #expect(episode.passages.map(\.text).joined(separator: " ") == "Kept. A river")
    #expect(episode.slice(of: "A river") == "A river")
    #expect(episode.omitted(.deleted) == ["A lake"])
  }

  /// Of notes without blocks the lines are read, and what their icons and pictures are called.
  @Test func inTheNotesOfAFeed() throws {
    for (tag, block) in [("img src=\"a\" alt", ""), ("i aria-label", ""), ("i aria-label", "p")] {
      let start = block.isEmpty ? "" : "&lt;\(block)&gt;"
      let feed = """
        <rss version="2.0"><channel><title>S</title><item><title>T</title>
        <description>\(start)Hello, &lt;b&gt;you&lt;/b&gt;&lt;\(tag)="and &amp;amp; me"&gt;&lt;/i&gt;.
        Bye.</description></item></channel></rss>
        """
      let episode = try read(feed, "feed.xml").episode
      let text = episode.passages.map(\.text).joined(separator: " ")
      #expect(text.replacing(" ", with: "") == "THello,youand&me.Bye.", "\(tag)")
      #expect(episode.slice(of: "and & me") == "and &amp;amp; me", "\(tag)")
    }
  }
}
