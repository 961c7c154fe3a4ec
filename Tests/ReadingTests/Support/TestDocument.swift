import Narration
import NarrationTesting

@testable import Reading

/// A document of a word processor that a test puts together.
struct TestDocument {
  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:v="urn:schemas-microsoft-com:vml"
    """
  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var body: String
  var styles = """
    <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Mein"><w:basedOn w:val="berschrift2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
    <w:style w:type="paragraph" w:styleId="Verz1"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="character" w:styleId="Geheim"><w:rPr><w:vanish/></w:rPr></w:style>
    """
  var numbering = ""
  var footnotes = ""
  /// Further members by name, with the kind of their relationship.
  var parts: [(name: String, kind: String, text: String)] = []
  /// Further relationships of the document, as XML.
  var relationships = ""

  init(_ body: String) { self.body = body }

  static func paragraph(_ text: String, style: String = "", properties: String = "") -> String {
    let style = style.isEmpty ? "" : "<w:pStyle w:val=\"\(style)\"/>"
    return "<w:p><w:pPr>\(style)\(properties)</w:pPr>\(run(text))</w:p>"
  }

  static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func item(_ text: String, _ list: Int, level: Int = 0) -> String {
    paragraph(
      text,
      properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  private func part(_ root: String, _ content: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:\(root) \(Self.namespaces)>\(content)</w:\(root)>"
  }

  var document: String { part("document", "<w:body>\(body)</w:body>") }

  func bytes() -> [UInt8] {
    var zip = ZIPWriter()
    let head =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "_rels/.rels",
      head + "<Relationship Id=\"r\" Type=\"\(Self.relations)/officeDocument\" "
        + "Target=\"word/document.xml\"/></Relationships>")
    zip.add("word/document.xml", document)
    var relationships = self.relationships
    let known = [
      ("styles.xml", "styles", part("styles", styles)),
      ("numbering.xml", "numbering", part("numbering", numbering)),
      ("footnotes.xml", "footnotes", part("footnotes", footnotes)),
    ]
    for (name, kind, text) in known + parts {
      zip.add("word/\(name)", text)
      relationships +=
        "<Relationship Id=\"\(name)\" Type=\"\(Self.relations)/\(kind)\" Target=\"\(name)\"/>"
    }
    zip.add("word/_rels/document.xml.rels", head + relationships + "</Relationships>")
    return zip.bytes()
  }

  func read(_ change: (inout EpisodeReader.Options) -> Void = { _ in }) throws -> ReadEpisode {
    try readDOCX(bytes(), change)
  }
}
