import Foundation
import Narration
import NarrationTesting
import SpokenText
import Testing

@testable import Reading

private let paragraph = TestDocument.paragraph
private let run = TestDocument.run
private let item = TestDocument.item

/// What a document of a word processor becomes.
struct DOCXTests {
  // MARK: Paragraphs

  @Test func headingsByStyle() throws {
    let body =
      paragraph("Otters", "Titel", "") + paragraph("One", "berschrift1", "")
      + paragraph("Deeper", "berschrift2", "") + paragraph("Mine", "Mein", "")
      + paragraph("By outline", "", "<w:outlineLvl w:val=\"0\"/>")
      + paragraph("Text.", "", "") + paragraph("To sleep.", "Zitat", "")
    let episode = try TestDocument(body).read().episode
    #expect(episode.metadata.title == "Otters")
    #expect(episode.metadata.language == "en-GB")
    #expect(
      episode.passages.map(\.kind) == [
        .heading(level: 1), .heading(level: 2), .heading(level: 3), .heading(level: 3),
        .heading(level: 2), .paragraph, .quote,
      ])
    let place = episode.source.place(of: episode.passages[5].runs.source(of: 0..<5))
    #expect(place.document == "a.docx/word/document.xml")
    #expect(place.line == 2)
    checkEveryLetterOfXML(episode)
  }

  /// Without a list of styles the usual ids are understood.
  @Test func usualIds() throws {
    var document = TestDocument(paragraph("One", "Heading2", "") + paragraph("Text.", "", ""))
    document.styles = ""
    #expect(try document.read().episode.passages[0].kind == .heading(level: 2))
  }

  @Test func runs() throws {
    let body = """
      <w:p>\(run("Wo", ""))\(run("rd ", ""))\(run("bold", "<w:b/>"))\(run(" not", "<w:b w:val=\"0\"/>"))\
      \(run(" H", ""))\(run("2", "<w:vertAlign w:val=\"subscript\"/>"))\(run("O ", ""))\
      <w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:tab/><w:t>non</w:t><w:noBreakHyphen/>\
      <w:t>stop</w:t><w:br/><w:sym w:font="Symbol" w:char="F061"/></w:r>\
      \(run("hidden", "<w:vanish/>"))\(run("secret", "<w:rStyle w:val=\"Geheim\"/>"))\
      \(run(" Wort", "<w:lang w:val=\"de-DE\"/>"))\(run("struck", "<w:strike/>"))\
      <w:ins>\(run(" new", ""))</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>\
      <w:smartTag>\(run(" smart", ""))</w:smartTag>\
      <w:sdt><w:sdtContent>\(run(" framed", ""))</w:sdtContent></w:sdt>\
      <w:hyperlink r:id="l1">\(run(" there", ""))</w:hyperlink></w:p>
      """
    var document = TestDocument(body)
    document.relationships = """
      <Relationship Id="l1" Type="x/hyperlink" TargetMode="External" Target="https://example.org/a"/>
      """
    let episode = try document.read().episode
    let passage = try #require(episode.passages.first)
    #expect(
      passage.text == "Word bold not H₂O coop non\u{2011}stop α Wort new smart framed there")
    let spans = passage.spans.map(\.kind)
    #expect(spans.contains(.emphasis) && spans.contains(.language("de-DE")))
    #expect(spans.contains(.link(target: "https://example.org/a")))
    #expect(episode.omitted(.hidden) == ["hidden", "secret"])
    #expect(episode.omitted(.deleted) == ["struck", "old"])
    #expect(episode.slice(of: "smart", in: passage) == "smart")
    checkEveryLetterOfXML(episode)
  }

  // MARK: Lists

  private let numbering = """
    <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt \
    w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>\
    <w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl><w:lvl w:ilvl="2"><w:start \
    w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText \
    w:val="·"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId \
    w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
    """

  @Test func listsAreCounted() throws {
    var document = TestDocument(
      item("A", 1, 0) + item("B", 1, 1) + item("C", 1, 1) + item("D", 1, 2)
        + paragraph("Between.", "", "") + item("E", 1, 0) + item("F", 1, 1) + item("G", 2, 0)
        + item("H", 3, 0) + item("I", 0, 0) + item("J", 99, 0))
    document.numbering = numbering
    let passages = try document.read().episode.passages
    #expect(
      passages.map(\.kind) == [
        .listItem(marker: "1."), .listItem(marker: "a)"), .listItem(marker: "b)"),
        .listItem(marker: "•"), .paragraph, .listItem(marker: "2."), .listItem(marker: "a)"),
        .listItem(marker: "5."), .listItem(marker: "•"), .paragraph, .listItem(marker: "•"),
      ])
    #expect(passages[3].text == "1.b.1 D")
  }

  @Test func countedHeadings() throws {
    var document = TestDocument(
      paragraph("One", "berschrift1", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")
        + paragraph("Text.", "", ""))
    document.numbering = numbering
    #expect(try document.read().episode.passages[0].text == "1. One")
  }

  // MARK: Notes

  @Test func notes() throws {
    var document = TestDocument(
      "<w:p>\(run("It rained.", ""))<w:r><w:footnoteReference w:id=\"4\"/></w:r>"
        + "\(run(" It stopped.", ""))</w:p>" + paragraph("One", "berschrift1", "")
        + paragraph("Then.", "", ""))
    document.footnotes = """
      <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
      <w:footnote w:id="4"><w:p><w:r><w:footnoteRef/></w:r>\(run(" For a day.", ""))</w:p>\
      </w:footnote><w:footnote w:id="5">\(paragraph("Nobody asked.", "", ""))</w:footnote>
      """
    let episode = try document.read().episode
    #expect(
      episode.passages.map(\.text) == [
        "It rained. It stopped.", "For a day.", "One", "Then.", "Nobody asked.",
      ])
    #expect(episode.passages[1].kind == .note(mark: "1"))
    let place = episode.source.place(of: episode.passages[1].runs.source(of: 0..<3))
    #expect(place.document == "a.docx/word/footnotes.xml")
    let without = try document.read { $0.policies.notes = .omit }.episode
    #expect(without.passages.count == 3)
    #expect(without.omitted(.note).contains(" For a day."))
    checkEveryLetterOfXML(without)
  }

  // MARK: Tables

  private func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text, "", ""))</w:tc>"
  }

  @Test func tables() throws {
    let body = """
      <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("Drug"))\
      \(cell("Dose", "<w:gridSpan w:val=\"2\"/>"))</w:tr>
      <w:tr>\(cell("Tea", "<w:vMerge w:val=\"restart\"/>"))\(cell("1"))\(cell("2"))</w:tr>
      <w:tr>\(cell("under", "<w:vMerge/>"))\(cell("3"))\(cell("4"))</w:tr></w:tbl>
      """
    let episode = try TestDocument(body).read().episode
    #expect(episode.passages.map(\.text) == ["Drug", "Dose", "Tea", "1", "2", "3", "4"])
    #expect(episode.passages[3].kind == .tableCell(row: 1, column: 1, headers: ["Dose"]))
    #expect(episode.passages[5].kind == .tableCell(row: 2, column: 1, headers: ["Dose"]))
    // No word processor shows what a merged cell covers.
    #expect(episode.omitted(.hidden) == ["under"])
  }

  /// The style of most tables has a first row that differs; one of names heads the columns.
  @Test func firstRowsAreHeaders() throws {
    let look = "<w:tblPr><w:tblLook w:val=\"04A0\"/></w:tblPr>"
    let row = "<w:tr>\(cell("Drug"))\(cell("Dose"))</w:tr>"
    let numbers = "<w:tr>\(cell("1"))\(cell("2"))</w:tr>"
    let headed = try TestDocument("<w:tbl>\(look)\(row)\(numbers)</w:tbl>").read().episode
    #expect(headed.passages[3].kind == .tableCell(row: 1, column: 1, headers: ["Dose"]))
    let plain = try TestDocument("<w:tbl>\(look)\(numbers)\(row)</w:tbl>").read().episode
    #expect(plain.passages[3].kind == .tableCell(row: 1, column: 1, headers: []))
  }

  // MARK: Fields, drawings, formulas

  private func field(_ instruction: String, _ result: String) -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> \(instruction) </w:instrText>"
      + "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run(result, ""))"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  @Test func fields() throws {
    let body = """
      <w:p>\(run("See", ""))\(field("REF fig", " Figure 1"))\(field("PAGE", "12"))\
      \(field("HYPERLINK &quot;https://example.org&quot;", " here"))\
      <w:fldSimple w:instr=" NUMPAGES ">\(run("99", ""))</w:fldSimple></w:p>
      <w:p>\(field("TOC \\o", "Contents 1"))</w:p>\(paragraph("One 3", "Verz1", ""))
      <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>\
      </w:sdtPr><w:sdtContent>\(paragraph("More contents", "", ""))</w:sdtContent></w:sdt>
      <w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText>\
      <w:fldChar w:fldCharType="separate"/></w:r>\(run("Never ended.", ""))</w:p>
      """
    let episode = try TestDocument(body).read().episode
    #expect(episode.passages.map(\.text) == ["See Figure 1 here", "Never ended."])
    #expect(episode.passages[0].spans.map(\.kind) == [.link(target: "https://example.org")])
    #expect(episode.omitted(.pageNumber) == ["12", "99"])
    #expect(episode.omitted(.furniture) == ["Contents 1", "One 3", "More contents"])
  }

  @Test func drawings() throws {
    let box = "<w:txbxContent>\(paragraph("In the box.", "", ""))</w:txbxContent>"
    let body = """
      <w:p>\(run("Before", ""))<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>\
      <wp:docPr descr="A holt" name="1"/>\(box)</wp:anchor></w:drawing></mc:Choice><mc:Fallback>\
      <w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
      \(run(" after.", ""))</w:p>
      <w:p><w:r><w:drawing><wp:inline><wp:docPr descr="An otter" name="2"/></wp:inline></w:drawing>\
      </w:r></w:p>
      """
    let episode = try TestDocument(body).read().episode
    #expect(
      episode.passages.map(\.text) == ["Before after.", "A holt", "In the box.", "An otter"])
    #expect(episode.passages.map(\.kind) == [.paragraph, .figure, .paragraph, .figure])
    #expect(episode.omitted(.alternative) == ["In the box."])
    checkEveryLetterOfXML(episode)
  }

  @Test func formulas() throws {
    let letter = { (text: String) in "<m:r><m:t>\(text)</m:t></m:r>" }
    let body = """
      <w:p>\(run("So ", ""))<m:oMath>\(letter("E"))\(letter("="))\(letter("m"))<m:sSup><m:e>\
      \(letter("c"))</m:e><m:sup>\(letter("2"))</m:sup></m:sSup></m:oMath>\(run(" and ", ""))<m:oMath>\
      <m:f><m:num>\(letter("a"))\(letter("+"))\(letter("b"))</m:num><m:den>\(letter("c"))</m:den></m:f>\
      <m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>\(letter("i=1"))</m:sub><m:sup>\
      \(letter("n"))</m:sup><m:e>\(letter("x"))</m:e></m:nary><m:rad><m:deg/><m:e>\(letter("y"))</m:e>\
      </m:rad></m:oMath></w:p>
      """
    let episode = try TestDocument(body).read().episode
    #expect(
      episode.passages.map(\.text) == ["So E = mc² and (a + b)/c ∑_{i = 1}^{n} x√y"])
    checkEveryLetterOfXML(episode)
  }

  @Test func referencesAndParts() throws {
    var document = TestDocument(
      paragraph("Text.", "", "") + paragraph("References", "berschrift1", "")
        + paragraph("Ode, K. (2019). Rest. Sleep, 1, 2–3.", "", "")
        + paragraph("Doe, J. (2020). Naps. Sleep, 2, 2–3.", "", ""))
    let head = { (root: String, text: String) in
      "<w:\(root) \(TestDocument.namespaces)>\(paragraph(text, "", ""))</w:\(root)>"
    }
    document.parts = [
      ("header1.xml", "header", head("hdr", "Running head")),
      ("comments.xml", "comments", head("comments", "A remark")),
    ]
    let episode = try document.read().episode
    #expect(
      episode.passages.map(\.kind) == [
        .paragraph, .heading(level: 1), .reference, .reference,
      ])
    #expect(episode.chapters.last?.title == "References")
    #expect(episode.omitted(.runningHead) == ["Running head"])
    #expect(episode.omitted(.hidden) == ["A remark"])
  }

  // MARK: Written by another program

  @Test func writtenByPandoc() throws {
    let text = """
      ---
      title: A study of otters
      author: [Mara Lindqvist, Kim Ode]
      lang: en-GB
      ---

      # Introduction

      Otters *sleep*.[^1] See [the site](https://example.org/otter) and H~2~O. ~~gone~~

      [^1]: On their back.

      ## Lists

      1. First
      2. Second
          a. inner

      - bullet

      > To sleep is good.

      ```
      let x = 1
      ```

      | Drug | Dose |
      |------|-----:|
      | Tea  | 3 mg |

      : Doses

      The energy is $E = mc^2$ with $\\sum_{i=1}^n x_i$.
      """
    let bytes = try Scratch.with { scratch in
      let (source, target) = (scratch.path("a.md"), scratch.path("a.docx"))
      try Data(text.utf8).write(to: URL(fileURLWithPath: source))
      let result = try Program.run("pandoc", [source, "--toc", "-o", target])
      #expect(result.status == 0, "\(result.errors)")
      return Array(try Data(contentsOf: URL(fileURLWithPath: target)))
    }
    let read = try readDOCX(bytes)
    let episode = read.episode
    #expect(read.notices.isEmpty)
    #expect(episode.metadata.title == "A study of otters")
    #expect(episode.metadata.artist == "Mara Lindqvist, Kim Ode")
    #expect(episode.metadata.language == "en-GB")
    #expect(
      episode.passages.map(\.text) == [
        "A study of otters", "Introduction", "Otters sleep. See the site and H₂O.", "Lists",
        "First",
        "Second", "inner", "bullet", "To sleep is good.", "", "Doses", "Drug", "Dose", "Tea",
        "3 mg",
        "The energy is E = mc² with ∑_{i = 1}^{n} x_{i}.", "On their back.",
      ])
    #expect(
      episode.passages.map(\.kind.summary) == [
        "heading 1", "heading 2", "paragraph", "heading 3", "list-item 1.", "list-item 2.",
        "list-item a)", "list-item •", "quote", "code", "caption", "table-cell 0,0",
        "table-cell 0,1",
        "table-cell 1,0", "table-cell 1,1", "paragraph", "note 1",
      ])
    #expect(episode.omitted(.deleted) == ["gone"])
    checkEveryLetterOfXML(episode)
  }
}
