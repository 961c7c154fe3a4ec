import Narration
import NarrationTesting
import Testing

@testable import Reading

private let paragraph = TestDocument.paragraph
private let run = TestDocument.run

/// Documents that are damaged, hostile or strange.
struct DOCXBadInputTests {
  private let sound = TestDocument(
    paragraph("One", "berschrift1", "") + paragraph("First.", "", "")
      + paragraph("Second.", "", ""))

  @Test func noDocument() throws {
    #expect(refusal(as: .docx, of: Array("Plain text.".utf8))?.kind == .undecodable)
    #expect(refusal(as: .docx, of: [0xD0, 0xCF, 0x11, 0xE0, 0, 0])?.kind == .unsupported)
    #expect(refusal(as: .docx, of: [])?.kind == .undecodable)
    var sheet = ZIPWriter()
    sheet.add("[Content_Types].xml", "<Types/>")
    sheet.add("xl/workbook.xml", "<workbook/>")
    let error = try #require(refusal(as: .docx, of: sheet.bytes()))
    #expect(error.kind == .unsupported)
    #expect(error.complaint.what.contains("a spreadsheet"))
    #expect(error.complaint.place == "a.docx")
    #expect(refusal(as: .docx, of: TestDocument("").bytes())?.kind == .empty)
  }

  /// Cut archives are errors with a place; nothing traps, wherever it is cut or changed.
  @Test func cutAndMutated() throws {
    let bytes = sound.bytes()
    for count in stride(from: 0, to: bytes.count, by: 97) {
      #expect(refusal(as: .docx, of: Array(bytes[..<count]))?.complaint.place == "a.docx")
    }
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let index = Int.random(in: 0..<mutated.count, using: &generator)
        mutated[index] = UInt8.random(in: 0...255, using: &generator)
      }
      if let read = try? readDOCX(mutated) { checkPlaces(read.episode) }
    }
  }

  @Test func damagedXMLIsReadToTheDamage() throws {
    var document = sound
    document.body = paragraph("Kept.", "", "") + "<w:p><w:r><w:t>Cut"
    let read = try document.read()
    #expect(read.episode.passages.map(\.text) == ["Kept.", "Cut"])
    let notice = try #require(read.notices.first)
    #expect(notice.severity == .warning)
    #expect(notice.place?.hasPrefix("a.docx/word/document.xml:2:") == true)
    document.body =
      paragraph("Kept.", "", "") + "</w:tbl>" + paragraph("Lost.", "", "")
    let broken = try document.read().episode
    #expect(broken.passages.map(\.text) == ["Kept."])
    #expect(broken.omitted(.damaged).first?.contains("Lost.") == true)
    document = sound
    document.styles = "<w:style"
    #expect(try document.read().notices.contains { $0.place?.contains("styles.xml") == true })
  }

  @Test func externalEntitiesAreNotRead() throws {
    var zip = ZIPWriter()
    let text = sound.document.replacing(
      "<w:document", with: "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><w:document"
    ).replacing("First.", with: "First &x;.")
    zip.add("word/document.xml", text)
    let read = try readDOCX(zip.bytes())
    #expect(read.episode.passages.map(\.text).contains("First &x;."))
    #expect(read.notices.first?.place?.hasPrefix("a.docx/word/document.xml:2:") == true)
    #expect(read.notices.first?.what.contains("never read") == true)
  }

  @Test func bombs() throws {
    var zip = ZIPWriter()
    // Of parts that are parsed four times the limit is read.
    zip.members.append(.bomb("word/document.xml", count: 5 << 20))
    #expect(refusal(as: .docx, of: zip.bytes(), limit: 1 << 20)?.kind == .tooLarge)
    let long = TestDocument(paragraph(String(repeating: "word ", count: 20_000), "", ""))
    #expect(refusal(as: .docx, of: long.bytes(), limit: 20_000)?.kind == .tooLarge)
    #expect(throws: Never.self) { try long.read { $0.byteLimit = 200_000 } }
  }

  /// What the document refers to outside of itself is never opened.
  @Test func foreignRelationships() throws {
    var document = sound
    document.relationships = """
      <Relationship Id="a" Type="x/footnotes" TargetMode="External" Target="file:///etc/passwd"/>
      <Relationship Id="b" Type="x/comments" Target="../../../etc/passwd"/>
      <Relationship Id="c" Type="x/header" Target="http://example.org/header.xml"/>
      <Relationship Id="d" Type="x/endnotes" Target="missing.xml"/>
      """
    let read = try document.read()
    #expect(read.episode.passages.map(\.text) == ["One", "First.", "Second."])
    #expect(read.episode.omissions.isEmpty)
  }

  @Test func embeddedDocumentsAreTold() throws {
    var document = sound
    document.body += "<w:altChunk r:id=\"x\"/>"
    #expect(try document.read().notices.contains { $0.what.contains("embedded") })
  }

  /// Word's other namespaces, in which everything means the same.
  @Test func strictDocuments() throws {
    var zip = ZIPWriter()
    let space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    zip.add(
      "word/document.xml",
      "<x:document xmlns:x=\"\(space)\"><x:body><x:p><x:pPr><x:pStyle x:val=\"Heading1\"/></x:pPr>"
        + "<x:r><x:t>Strict</x:t></x:r></x:p></x:body></x:document>")
    let episode = try readDOCX(zip.bytes()).episode
    #expect(episode.passages.map(\.kind) == [.heading(level: 1)])
  }

  @Test func cyclesAndNonsense() throws {
    var document = sound
    document.styles = """
      <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
      """
    document.numbering = """
      <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="99999999999999999999"/>\
      <w:lvlText w:val="%1%2%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId \
      w:val="1"/><w:lvlOverride w:ilvl="-5"><w:startOverride w:val="-9223372036854775808"/>\
      </w:lvlOverride></w:num>
      """
    let list = "<w:numPr><w:ilvl w:val=\"-9\"/><w:numId w:val=\"1\"/></w:numPr>"
    document.body =
      paragraph("Styled.", "A", "") + paragraph("Counted.", "", list)
      + "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\(run("Ended.", ""))"
      + "<w:r><w:footnoteReference w:id=\"none\"/></w:r></w:p>"
      + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"-1\"/><w:vMerge/></w:tcPr>"
      + "\(paragraph("Cell.", "", ""))</w:tc></w:tr></w:tbl>"
    document.footnotes =
      "<w:footnote w:id=\"1\"><w:p>\(run("Self.", ""))<w:r><w:footnoteReference w:id=\"1\"/></w:r>"
      + "</w:p></w:footnote>"
    let episode = try document.read().episode
    let text = episode.passages.map(\.text).joined(separator: " ")
    for word in ["Styled.", "Counted.", "Ended.", "Cell."] { #expect(text.contains(word)) }
    checkEveryLetterOfXML(episode)
  }

  @Test(arguments: [
    "w:tbl", "w:sdt", "w:ins", "w:smartTag", "mc:AlternateContent", "w:txbxContent",
  ])
  func deepNesting(_ name: String) throws {
    let text =
      String(repeating: "<\(name)>", count: 20_000) + paragraph("In the depth.", "", "")
      + String(repeating: "</\(name)>", count: 20_000)
    var document = sound
    document.body += text
    let read = try document.read()
    checkEveryLetterOfXML(read.episode)
    #expect(read.notices.contains { $0.what.contains("nest") })
  }

  private static let wraps = [
    "w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:ins", "w:del", "w:hyperlink", "w:sdt", "w:sdtContent",
    "w:smartTag", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:pict", "w:txbxContent",
    "m:oMath", "m:f", "m:num", "m:e", "m:sSup", "w:ruby", "w:rt", "w:rubyBase", "w:unknown",
    "w:moveFrom", "w:customXml",
  ]
  private static let leaves = [
    "<w:r><w:t>word </w:t></w:r>", "<w:t>bare</w:t>", "stray", "<w:delText>gone</w:delText>",
    "<m:r><m:t>x</m:t></m:r>", "<w:tab/>", "<w:br/>", "<w:footnoteReference w:id=\"1\"/>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
    "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>", "<w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr>",
    "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
    "<w:tcPr><w:vMerge/></w:tcPr>", "<w:p><w:r><w:t>para</w:t></w:r></w:p>",
  ]

  private func generate(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    ElementGenerator(leaves: Self.leaves, branches: Self.wraps)
      .content(depth, &generator)
  }

  /// Elements in any order and any other: every letter is in a passage or declared.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingIsLost(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var document = TestDocument(generate(6, &generator) + paragraph("End.", "", ""))
      document.footnotes =
        "<w:footnote w:id=\"1\">\(generate(3, &generator))</w:footnote>"
      let episode = try document.read().episode
      checkEveryLetterOfXML(episode, document.document + document.footnotes)
    }
  }

  /// Tags that go, stand twice or cross: what stands before is read, the rest is declared.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingIsLostOfWhatIsDamaged(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var document = TestDocument(
        paragraph("Begin.", "", "") + TagScan.damaged(generate(5, &generator), &generator))
      document.footnotes = TagScan.damaged(
        "<w:footnote w:id=\"1\">\(generate(3, &generator))</w:footnote>", &generator)
      let read = try document.read()
      checkEveryLetterOfXML(read.episode, document.document + document.footnotes)
    }
  }
}
