import Foundation
import Narration
import NarrationTesting
import Testing

@testable import Reading

@Suite struct EPUBTests {
  @Test func documentsAreReadInTheOrderOfTheSpineWithTheirPlaces() throws {
    var book = TestBook()
    book.add("b.xhtml", "<h1>First</h1><p>Rain &amp; <em>wind</em>.</p>")
    book.add("a.xhtml", "<p>Then sun.</p>")
    let draft = try book.draft()
    #expect(draft.texts == ["First", "Rain & wind.", "Then sun."])
    #expect(draft.passages[0].passage.kind == .heading(level: 1))
    let rain = draft.passages[1].passage
    let place = draft.source.place(of: rain.runs.source(of: 0..<4))
    #expect(place.description == "b.epub/OEBPS/b.xhtml:3:24")
    #expect(draft.source.slice(rain.runs.source(of: 7..<11)) == "wind")
    let sun = draft.passages[2].passage
    #expect(
      draft.source.place(of: sun.runs.source(of: 5..<8)).description
        == "b.epub/OEBPS/a.xhtml:3:15")
    #expect(draft.notices.isEmpty)
    checkEveryLetterOfXML(draft.undivided)
    #expect(draft.omitted(.metadata).contains("The Book"))
  }

  @Test func anEPUBIsKnownByItsBytes() throws {
    let read = try TestBook("<h1>One</h1><p>Hello there.</p>").read()
    #expect(read.episode.metadata.title == "The Book")
    #expect(read.episode.passages.map(\.text) == ["One", "Hello there."])
  }

  // MARK: Metadata

  @Test func metadataOfEPUB3() throws {
    var book = TestBook("<p>Text.</p>")
    book.metadata = """
      <dc:title id="s">A Tale</dc:title><meta refines="#s" property="title-type">subtitle</meta>
      <dc:title id="t">The
       Storm</dc:title><meta refines="#t" property="title-type">main</meta>
      <dc:creator id="i">Cara Ill</dc:creator><meta refines="#i" property="role">ill</meta>
      <dc:creator id="a">Ada Lane</dc:creator><meta refines="#a" property="role">aut</meta>
      <dc:creator id="b">Ben Stone</dc:creator><meta refines="#b" property="role">aut</meta>
      <dc:language>en-GB</dc:language><dc:date>2024-05-06T07:08:09Z</dc:date>
      <dc:publisher>House</dc:publisher>
      <dc:description>&lt;p&gt;One &lt;b&gt;bold&lt;/b&gt; &amp;amp; day.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</dc:description>
      <meta property="belongs-to-collection" id="c">Weather</meta>
      <meta refines="#c" property="collection-type">series</meta>
      """
    #expect(
      try book.draft().metadata
        == Metadata(
          title: "The Storm", album: "Weather", artist: "Ada Lane, Ben Stone", language: "en-GB",
          date: "2024-05-06", comment: "One bold & day.\nTwo.", publisher: "House"))
  }

  @Test func metadataOfEPUB2() throws {
    var book = TestBook("<p>Text.</p>")
    book.version = "2.0"
    book.metadata = """
      <dc:title>The Storm</dc:title><dc:creator opf:role="aut">Ada Lane</dc:creator>
      <dc:creator opf:role="trl">Tom Lator</dc:creator><dc:language>de</dc:language>
      <dc:date opf:event="creation">1999</dc:date><dc:date opf:event="publication">2001-02</dc:date>
      <dc:description>Plain words.</dc:description><meta name="calibre:series" content="Weather"/>
      """
    #expect(
      try book.draft().metadata
        == Metadata(
          title: "The Storm", album: "Weather", artist: "Ada Lane", language: "de", date: "2001-02",
          comment: "Plain words."))
  }

  @Test func whatIsNotKnownIsLeftOpen() throws {
    var book = TestBook("<p>Text.</p>")
    book.metadata =
      "<dc:title> </dc:title><dc:date>once upon</dc:date><dc:language>klingon!</dc:language>"
    #expect(try book.draft().metadata == Metadata())
  }

  // MARK: Cover

  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]

  @Test func theCoverOfEPUB3AndOfEPUB2() throws {
    var book = TestBook("<p>Text.</p>")
    book.members.append(ZIPWriter.Member(Array("OEBPS/i/c.jpg".utf8), Self.jpeg))
    let item = "<item id=\"cov\" href=\"i/c.jpg\" media-type=\"image/jpeg\""
    book.manifest = item + " properties=\"cover-image\"/>"
    #expect(try book.draft().cover == Cover(bytes: Self.jpeg))
    #expect(try book.read().episode.cover?.mediaType == "image/jpeg")
    book.manifest = item + "/>"
    #expect(try book.draft().cover == nil)
    book.metadata += "<meta name=\"cover\" content=\"cov\"/>"
    #expect(try book.draft().cover == Cover(bytes: Self.jpeg))
  }

  @Test func aCoverThatIsNoPictureIsLeftOutWithANotice() throws {
    var book = TestBook("<p>Text.</p>")
    book.members.append(ZIPWriter.Member("OEBPS/c.svg", "<svg/>"))
    book.manifest =
      "<item id=\"c\" href=\"c.svg\" media-type=\"image/svg+xml\" properties=\"cover-image\"/>"
    let draft = try book.draft()
    #expect(draft.cover == nil)
    #expect(draft.notices.map(\.place) == ["b.epub/OEBPS/c.svg"])
    #expect(draft.notices.map(\.severity) == [.notice])
  }

  @Test func aPageWithThePictureOfTheCoverSaysNothing() throws {
    var book = TestBook()
    book.add(
      "cover.xhtml", "<section epub:type=\"cover\"><img src=\"c.jpg\" alt=\"Cover\"/></section>")
    book.add("one.xhtml", "<p>Text.</p>")
    #expect(try book.draft().texts == ["Text."])
  }

  // MARK: Chapters

  @Test func theTableOfContentsMarksChapters() throws {
    var book = TestBook(
      "<h1>Part One</h1><section id=\"a\"><h2>Chapter 1</h2><p>A.</p></section>"
        + "<h2><a id=\"b\"></a>The Storm</h2><p>B.</p>",
      "<p>End of it.<a id=\"c\"/></p><h2>Chapter 1</h2><p>C.</p>", "<p>D.</p>")
    book.addNavigation(
      """
      <ol><li><a href="c1.xhtml">Part One</a><ol><li><a href="c1.xhtml#a">Chapter 1</a></li>
      <li><a href="c1.xhtml#b">The <i>Storm</i></a></li></ol></li>
      <li><span>Part Two:</span><ol><li><a href="c2.xhtml#c">Chapter 1</a></li></ol></li>
      <li><a href="c3.xhtml#gone">Last</a></li></ol>
      """)
    let draft = try book.draft()
    #expect(
      zip(draft.texts, draft.marks).map { "\($0): \($1 ?? "-")" } == [
        "Part One: Part One", "Chapter 1: Part One: Chapter 1", "A.: -", "The Storm: The Storm",
        "B.: -", "End of it.: -", "Chapter 1: Part Two: Chapter 1", "C.: -", "D.: Last",
      ])
    #expect(draft.omitted(.navigation).contains("Contents"))
    checkEveryLetterOfXML(draft.undivided)
  }

  @Test func anNCXMarksChapters() throws {
    var book = TestBook("<h1 id=\"x\">One</h1><p>A.</p>", "<h1>Two</h1><p>B.</p>")
    book.version = "2.0"
    book.addNCX(
      """
      <navPoint id="p1"><navLabel><text>The first</text></navLabel><content src="c1.xhtml#x"/>
      </navPoint><navPoint id="p2"><navLabel><text>II</text></navLabel><content src="c2.xhtml"/>
      <navPoint id="p3"><navLabel><text></text></navLabel><content src="http://example.org/"/>
      </navPoint></navPoint>
      """)
    let draft = try book.draft()
    #expect(draft.marks == ["The first", nil, "II", nil])
    #expect(draft.omitted(.navigation) == ["The Book", "The first", "II"])
  }

  @Test func titlesStayClearWhenReadAlone() {
    for title in ["7", "IV.", "Chapter 2", "Section Three", "— 12 —", "CHAPTER IX", "Kapitel 3"] {
      #expect(EPUBNavigation.isNumber(title), "\(title)")
    }
    for title in [
      "The Storm", "Chapter 2: Rain", "Mix", "Part of it", "Two Cities", "Introduction",
    ] {
      #expect(!EPUBNavigation.isNumber(title), "\(title)")
    }
  }

  @Test func tooManyEntriesLoseTheirDeepest() throws {
    var book = TestBook("<p>Text.</p>")
    let inner = (0..<40).map { "<li><a href=\"c1.xhtml#i\($0)\">Sub \($0)</a></li>" }.joined()
    let outer = (0..<30).map {
      "<li><a href=\"c1.xhtml#o\($0)\">Top \($0)</a><ol>\(inner)</ol></li>"
    }
    book.addNavigation("<ol>\(outer.joined())</ol>")
    let draft = try book.draft()
    #expect(draft.notices.contains { $0.what.hasPrefix("1200 entries") })
  }

  @Test func aContentsPageInTheSpineIsNavigation() throws {
    var book = TestBook("<h1>One</h1><p>Text.</p>", "<h1>Two</h1><p>More.</p>")
    let links =
      "<li><a href=\"c1.xhtml\">One</a></li><li><a href=\"c2.xhtml\">Two</a></li>"
    book.documents.insert(
      TestBook.Document(
        name: "nav.xhtml",
        text: TestBook.page("<h1>Table</h1><nav epub:type=\"toc\"><ol>\(links)</ol></nav>"),
        manifest: "properties=\"nav\""), at: 0)
    book.documents.insert(
      TestBook.Document(
        name: "toc.xhtml",
        text: TestBook.page("<h1>Old table</h1><ul>\(links)<li><a href=\"#x\">Three</a></li></ul>")),
      at: 1)
    book.guide = "<guide><reference type=\"toc\" title=\"T\" href=\"toc.xhtml\"/></guide>"
    let draft = try book.draft()
    #expect(draft.texts == ["One", "Text.", "Two", "More."])
    #expect(draft.marks == ["One", nil, "Two", nil])
    checkEveryLetterOfXML(draft.undivided)
    #expect(draft.omitted(.navigation).contains("Old table"))
  }

  // MARK: Roles

  @Test func whatListenersSkipIsDeclared() throws {
    let book = TestBook(
      """
      <p>Text.</p><aside epub:type="pullquote"><p>Text!</p></aside>
      <section role="doc-index"><h2>Index</h2><p>rain, 12</p></section>
      <nav epub:type="page-list"><p>1 2 3</p></nav><section epub:type="loi"><p>Figures</p></section>
      <aside epub:type="sidebar"><p>Aside.</p></aside>
      <epub:switch><epub:case required-namespace="x"><p>Case.</p></epub:case>
      <epub:default><p>Default.</p></epub:default></epub:switch>
      <section role="doc-bibliography"><p>Lane, A. Storms.</p></section>
      """)
    let draft = try book.draft()
    #expect(draft.texts == ["Text.", "Aside.", "Default.", "Lane, A. Storms."])
    #expect(draft.omitted(.repetition) == ["Text!"])
    #expect(draft.omitted(.navigation) == ["Index", "rain, 12", "1 2 3", "Figures"])
    #expect(draft.omitted(.alternative) == ["Case."])
  }

  @Test func pageBreaksStandInsideOfSentences() throws {
    let book = TestBook(
      """
      <p>The end <span epub:type="pagebreak" id="p12" title="12"/>of it, and
      <span role="doc-pagebreak" aria-label=" Page 13. "></span>more<a epub:type="pagebreak">14</a>.</p>
      <div epub:type="pagebreak">xv</div><p>Text.</p>
      """)
    #expect(try book.draft().texts == ["The end of it, and more.", "Text."])
    #expect(try book.draft().omitted(.pageNumber) == ["12", " Page 13. ", "14", "xv"])
    var policies = ReadingPolicies()
    policies.pageBreaks = .read
    let draft = try book.draft(policies)
    #expect(
      draft.texts == ["The end page 12 of it, and Page 13 more page 14 .", "page xv", "Text."])
    let passage = draft.passages[0].passage
    let slice = draft.source.slice(passage.runs.source(of: 8..<15))
    #expect(slice == "<span epub:type=\"pagebreak\" id=\"p12\" title=\"12\"/>")
  }

  @Test func pageNumbersOfBooksWithoutEPUBsWords() throws {
    let book = TestBook(
      """
      <p>The end<span class="pagenum"><a id="p12"></a>[Pg 12]</span> of it.
      <span class="x pageno" title="[13]">&#160;</span>In <span class="pagenum">1984 or so</span>.</p>
      """)
    #expect(try book.draft().texts == ["The end of it. In 1984 or so."])
    var policies = ReadingPolicies()
    policies.pageBreaks = .read
    #expect(
      try book.draft(policies).texts == ["The end page 12 of it. page 13 In 1984 or so."])
  }

  @Test func whatIsLeftOutBeginsNoChapter() throws {
    var book = TestBook()
    book.add("x.xhtml", "<p>Extra.</p>", spine: "linear=\"no\"")
    book.add("one.xhtml", "<p>Text.</p>")
    book.addNavigation("<ol><li><a href=\"x.xhtml\">Extra</a></li></ol>")
    #expect(try book.draft().marks == [nil])
  }

  @Test func documentsOutsideOfTheReadingOrderAreLeftOutButForTheirNotes() throws {
    var book = TestBook("<p>Text.<a epub:type=\"noteref\" href=\"n.xhtml#n1\">1</a></p>")
    book.add(
      "n.xhtml",
      "<h1>Extra</h1><p>More.</p><aside epub:type=\"footnote\" id=\"n1\">A note.</aside>",
      spine: "linear=\"no\"")
    let draft = try book.draft()
    #expect(draft.texts == ["Text.", "A note."])
    #expect(draft.omitted(.auxiliary) == ["T", "Extra", "More."])
    #expect(draft.notices.map(\.severity) == [.notice])
    // A book that puts everything outside is read all the same.
    var odd = TestBook()
    odd.add("a.xhtml", "<p>Only.</p>", spine: "linear=\"no\"")
    #expect(try odd.draft().texts == ["Only."])
  }

  @Test func theLanguageOfADocumentIsSaidOnlyWhereItDiffers() throws {
    var book = TestBook()
    for language in ["en", "fr"] {
      book.documents.append(
        TestBook.Document(
          name: "\(language).xhtml",
          text:
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"\(language)\" lang=\"\(language)\">"
            + "<body><p>Ma.</p></body></html>"))
    }
    let spans = try book.draft().passages.map { $0.passage.spans.map(\.kind) }
    #expect(spans.first == [])
    #expect(spans.last?.contains(.language("fr")) == true)
  }
}
