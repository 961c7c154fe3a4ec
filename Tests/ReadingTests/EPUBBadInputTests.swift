import Foundation
import Narration
import NarrationTesting
import Testing

@testable import Reading

@Suite struct EPUBBadInputTests {
  // MARK: Containers

  @Test func whatIsNoArchiveIsRefused() {
    for bytes in [Array("just text".utf8), [], [0x50, 0x4B, 3, 4, 0, 0]] {
      #expect(refusal(as: .epub, of: bytes)?.kind == .undecodable)
    }
  }

  @Test func aBookThatIsCutOffIsRefusedWithWhatToDo() {
    let whole = TestBook("<p>Text.</p>").archive.bytes()
    let error = refusal(as: .epub, of: Array(whole.prefix(whole.count / 2)))
    #expect(error?.kind == .undecodable)
    #expect(error?.complaint.remedy?.contains("get the file again") == true)
  }

  @Test func withoutAContainerThePackageIsLookedFor() throws {
    var book = TestBook("<p>Text.</p>")
    for container in [
      nil, "<container/>", "no XML <", book.container?.replacing("book", with: "gone"),
    ] {
      book.container = container
      let draft = try book.draft()
      #expect(draft.texts == ["Text."])
      #expect(draft.notices.map(\.severity) == [.warning])
      #expect(draft.notices.first?.what.contains("OEBPS/book.opf is taken") == true)
      let isDamaged = container?.hasPrefix("no XML") == true
      #expect(draft.notices.first?.what.contains("damaged") == isDamaged)
    }
  }

  @Test func damageInAContainerIsTold() throws {
    var book = TestBook("<p>Text.</p>")
    book.container = book.container?.replacing("</rootfiles>", with: "</rootfile>")
    book.members = [ZIPWriter.Member("META-INF/encryption.xml", "<encryption>\n</x>")]
    let draft = try book.draft()
    #expect(draft.texts == ["Text."])
    #expect(draft.notices.map(\.severity) == [.warning, .warning])
    #expect(
      draft.notices.map { $0.place?.prefix { $0 != ":" } } == [
        "b.epub/META-INF/encryption.xml", "b.epub/META-INF/container.xml",
      ])
  }

  @Test func anArchiveOfSomethingElseIsRefused() {
    let bytes = ZIPWriter([ZIPWriter.Member("readme.txt", "Hello")]).bytes()
    let error = refusal(as: .epub, of: bytes)
    #expect(error?.kind == .undecodable)
    #expect(error?.complaint.what.contains("META-INF/container.xml is missing") == true)
  }

  @Test func aContainerMayNotLeadOut() {
    var book = TestBook("<p>Text.</p>")
    book.container = """
      <container><rootfiles><rootfile full-path="../../etc/book.opf"/></rootfiles></container>
      """
    #expect(throws: Never.self) { try book.draft() }
  }

  // MARK: Packages

  @Test(arguments: [
    "", "<package/>", "not XML at all", "<package><spine><itemref idref=\"x\"/></spine></package>",
    "<package><manifest><item id=\"a\" href=\"c1.xhtml\" media-type=\"application/xhtml+xml\"/></manifest></package>",
  ])
  func aPackageWithoutASpineIsRefused(_ package: String) {
    var book = TestBook("<p>Text.</p>")
    book.package = package
    #expect(book.failure()?.kind == .empty)
    #expect(book.failure()?.complaint.place == "b.epub/OEBPS/book.opf")
  }

  @Test func aBareAmpersandInAPackageIsRead() throws {
    var book = TestBook("<p>Text.</p>")
    book.metadata = "<dc:title>Q & A</dc:title><dc:language>en</dc:language>"
    let draft = try book.draft()
    #expect(draft.texts == ["Text."])
    #expect(draft.metadata.title == "Q & A")
    #expect(draft.notices.isEmpty)
  }

  @Test func aPackageInAnotherEncodingThanItSays() throws {
    var book = TestBook("<p>Text.</p>")
    book.metadata = "<dc:title>Café</dc:title><dc:language>fr</dc:language>"
    let text = book.packageDocument
    var latin = text.unicodeScalars.map { UInt8($0.value & 0xFF) }
    book.package = ""
    var zip = book.archive
    func read() throws -> Metadata {
      zip.members[2].contents = latin
      return try EpisodeReader().read(bytes: zip.bytes(), named: "b.epub").episode.metadata
    }
    // It says UTF-8 and is Windows-1252.
    #expect(try read().title == "Café")
    // It says what it is.
    latin = text.replacing("UTF-8", with: "ISO-8859-1").unicodeScalars.map {
      UInt8($0.value & 0xFF)
    }
    #expect(try read().title == "Café")
    // It says UTF-16 and is UTF-8.
    latin = Array(text.replacing("UTF-8", with: "UTF-16").utf8)
    #expect(try read().title == "Café")
    // It is UTF-16, with a mark and without.
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    latin = [0xFF, 0xFE] + wide
    #expect(try read().title == "Café")
    latin = wide
    #expect(try read().title == "Café")
  }

  @Test func missingDocumentsAreToldAndTheRestIsRead() throws {
    var book = TestBook("<p>One.</p>")
    book.documents.append(
      TestBook.Document(name: "two.xhtml", text: TestBook.page("<p>Two.</p>")))
    var zip = book.archive
    zip.members.removeAll { $0.name == Array("OEBPS/two.xhtml".utf8) }
    let read = try EpisodeReader().read(bytes: zip.bytes(), named: "b.epub")
    #expect(read.episode.passages.map(\.text) == ["One."])
    let notice = try #require(read.notices.first)
    #expect(notice.severity == .warning)
    #expect(notice.what == "the spine names OEBPS/two.xhtml, which is not in the archive")
    #expect(notice.place == "b.epub/OEBPS/book.opf:10:1")
  }

  @Test func oddItemsOfTheSpineAreToldAndTheRestIsRead() throws {
    var book = TestBook("<p>One.</p>")
    book.manifest = """
      <item id="web" href="https://example.org/a.xhtml" media-type="application/xhtml+xml"/>
      <item id="up" href="../../a.xhtml" media-type="application/xhtml+xml"/>
      <item id="jpg" href="a.jpg" media-type="image/jpeg" fallback="loop"/>
      <item id="loop" href="b.jpg" media-type="image/jpeg" fallback="jpg"/>
      <item id="pdf" href="a.pdf" media-type="application/pdf" fallback="d0"/>
      """
    book.spineAttributes =
      "><itemref idref=\"nothing\"/><itemref idref=\"web\"/><itemref "
      + "idref=\"up\"/><itemref idref=\"jpg\"/><itemref idref=\"pdf\"/"
    let draft = try book.draft()
    #expect(draft.texts == ["One."])
    #expect(
      draft.notices.map(\.what) == [
        "the spine names `nothing`, which the manifest does not have",
        "the spine names `web`, which lies outside of the book",
        "the spine names `up`, which lies outside of the book",
        "the spine names `OEBPS/a.jpg`, which is no text (image/jpeg) and has nothing to read in its place",
        "the spine names OEBPS/c1.xhtml twice; it is read once",
      ])
  }

  @Test func wrongMediaTypesAreSeenThrough() throws {
    var book = TestBook("<p>One.</p>", "<p>Two.</p>")
    book.documents[0].mediaType = "text/plain"
    book.documents[1].mediaType = ""
    #expect(try book.draft().texts == ["One.", "Two."])
  }

  @Test func namesWithEscapesAndBeyondASCII() throws {
    var book = TestBook()
    for (name, href, text) in [
      ("größe 1.xhtml", "gr%C3%B6%C3%9Fe%201.xhtml", "One."), ("日本.xhtml", "日本.xhtml", "Two."),
      ("a+b&c.xhtml", "a+b&amp;c.xhtml", "Three."),
    ] {
      book.members.append(ZIPWriter.Member("OEBPS/\(name)", TestBook.page("<p>\(text)</p>")))
      book.manifest +=
        "<item id=\"\(text)\" href=\"\(href)\" media-type=\"application/xhtml+xml\"/>"
      book.spineAttributes +=
        (book.spineAttributes.isEmpty ? ">" : "")
        + "<itemref idref=\"\(text)\"/>"
    }
    book.spineAttributes.removeLast(2)
    book.spineAttributes += "/"
    let draft = try book.draft()
    #expect(draft.texts == ["One.", "Two.", "Three."])
    #expect(draft.notices.isEmpty)
  }

  @Test func emptyBooksAreRefused() {
    #expect(TestBook().failure()?.kind == .empty)
    #expect(TestBook("", "<p> </p>").failure()?.kind == .empty)
    #expect(TestBook(document: "").failure()?.kind == .empty)
  }

  // MARK: Documents

  @Test func aDocumentThatIsNoXMLIsReadAsHTMLToItsEnd() throws {
    let book = TestBook(
      document: """
        <?xml version="1.0"?>
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head>
        <body><p>One <b>bold<p>Two & more &nbsp;</b><br/>and <a id="x"/>on.
        <table><tr><td>Three</table><p>Last
        """)
    let draft = try book.draft()
    #expect(draft.texts == ["One bold", "Two & more and on.", "Three", "Last"])
    #expect(draft.notices.map(\.severity) == [.warning])
    #expect(draft.notices.first?.place == "b.epub/OEBPS/a.xhtml:3:43")
    let two = draft.passages[1].passage
    #expect(draft.source.slice(two.runs.source(of: 0..<10)) == "Two & more")
    checkEveryLetterOfXML(draft.undivided)
  }

  @Test func definitionsOfADocumentThatIsNoXMLAreNotSaid() throws {
    let book = TestBook(
      document: """
        <!DOCTYPE html [<!ENTITY a "x"> <!ENTITY b "[y]">
        ]><html><body><p>One <b>two</p></body></html>
        """)
    #expect(try book.draft().texts == ["One two"])
    for broken in [
      "<!DOCTYPE html [<p>One", "<!DOCTYPE html [ ]", "!", "<!doctype", "<!DOCTYPE[]>",
    ] {
      _ = XHTMLRepair.withoutEmptyTags(broken)
    }
  }

  @Test func namedEntitiesNeedNoDefinition() throws {
    #expect(
      try TestBook("<p>A&nbsp;caf&eacute; &mdash; &nosuch;.</p>").draft().texts == [
        "A café — &nosuch;."
      ])
  }

  @Test func nothingOutsideIsRead() throws {
    let book = TestBook(
      document: """
        <!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY own SYSTEM "file:///etc/passwd">
        <!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p; <!ENTITY word "fine">]>
        <html xmlns="http://www.w3.org/1999/xhtml"><body><p>It is &own;&word;.</p>
        <p><img src="file:///etc/passwd" alt="A picture"/></p>
        <iframe src="http://example.org/"></iframe></body></html>
        """)
    let draft = try book.draft()
    #expect(!draft.texts.joined().contains("root:"))
    #expect(draft.texts.first == "It is &own;fine.")
    #expect(draft.texts.contains("A picture"))
    let notice = try #require(draft.notices.first)
    #expect(notice.place == "b.epub/OEBPS/a.xhtml:3:59")
    #expect(notice.what.contains("external entities are never read: &own;"))
  }

  @Test func entitiesThatGrowAreStopped() throws {
    var book = TestBook("<p>Fine.</p>")
    var entities = "<!ENTITY a0 \"\(String(repeating: "ha", count: 50))\">"
    for level in 1...9 {
      entities += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
    }
    book.documents.append(
      TestBook.Document(
        name: "a.xhtml",
        text: "<!DOCTYPE html [\(entities)]><html><body><p>Start &a9; end</p></body></html>"))
    let draft = try book.draft()
    #expect(draft.texts.first == "Fine.")
    #expect(!draft.notices.isEmpty)
  }

  @Test func aHundredThousandElementsMayNest() throws {
    let count = 100_000
    let body =
      String(repeating: "<div>", count: count) + "Deep." + String(repeating: "</div>", count: count)
    let draft = try TestBook(body, "<p>Next.</p>").draft()
    #expect(draft.texts == ["Deep.", "Next."])
    #expect(draft.notices.map(\.place) == ["b.epub/OEBPS/c1.xhtml"])
    // And when it is no XML.
    let broken = String(repeating: "<div>", count: count / 10) + "Deep.<b>"
    #expect(try TestBook(broken, "<p>Next.</p>").draft().texts == ["Deep.", "Next."])
    // And in a table of contents.
    var book = TestBook("<p>Text.</p>")
    book.addNavigation(String(repeating: "<ol><li><span>x</span>", count: count / 4))
    #expect(try book.draft().texts == ["Text."])
  }

  @Test func brokenUTF8InOneDocumentCostsNoOther() throws {
    let book = TestBook("<p>One.</p>", "<p>Two XX.</p>")
    var zip = book.archive
    let at = try #require(zip.members.firstIndex { $0.name == Array("OEBPS/c2.xhtml".utf8) })
    let place = try #require(zip.members[at].contents.firstIndex(of: UInt8(ascii: "X")))
    for bytes: [UInt8] in [[0xE2, 0x82], [0xC3, 0], [0xFF, 0xFE]] {
      zip.members[at].contents.replaceSubrange(place..<place + 2, with: bytes)
      let read = try EpisodeReader().read(bytes: zip.bytes(), named: "b.epub")
      #expect(!read.notices.isEmpty)
      #expect(read.notices.first?.place?.hasPrefix("b.epub/OEBPS/c2.xhtml") == true)
      let texts = read.episode.passages.map(\.text)
      #expect(texts.first == "One.")
      #expect(texts.last?.hasPrefix("Two ") == true)
    }
  }
}
