import Narration
import NarrationTesting

@testable import Reading

/// A book that a test puts together: documents in the order of the spine, and what is said of them.
struct TestBook {
  /// A document of the spine by its name in the folder `OEBPS`.
  struct Document {
    var name: String
    var text: String
    var spine = ""
    var manifest = ""
    var mediaType = "application/xhtml+xml"
  }

  var version = "3.0"
  var metadata = "<dc:title>The Book</dc:title><dc:language>en</dc:language>"
  var documents: [Document] = []
  /// Further items of the manifest, as XML.
  var manifest = ""
  var spineAttributes = ""
  /// What follows the spine: a guide.
  var guide = ""
  /// Further members, by their whole names.
  var members: [ZIPWriter.Member] = []
  /// The package document where it is not made of the parts above.
  var package: String?
  /// `META-INF/container.xml`; nil for none.
  var container: String? = """
    <?xml version="1.0"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
    </rootfiles></container>
    """

  /// A book of documents with these bodies, called `c1.xhtml`, `c2.xhtml` and so on.
  init(_ bodies: String...) {
    for (index, body) in bodies.enumerated() { add("c\(index + 1).xhtml", body) }
  }

  /// A book of one document, `a.xhtml`, as it stands.
  init(document text: String) { documents = [Document(name: "a.xhtml", text: text)] }

  /// Adds a document with a body.
  mutating func add(_ name: String, _ body: String, spine: String = "", manifest: String = "") {
    documents.append(
      Document(name: name, text: Self.page(body), spine: spine, manifest: manifest))
  }

  /// Adds a navigation document that is no part of the spine.
  mutating func addNavigation(_ list: String) {
    members.append(
      ZIPWriter.Member(
        "OEBPS/nav.xhtml", Self.page("<nav epub:type=\"toc\"><h1>Contents</h1>\(list)</nav>")))
    manifest += """
      <item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
      """
  }

  /// Adds an NCX.
  mutating func addNCX(_ points: String) {
    members.append(
      ZIPWriter.Member(
        "OEBPS/toc.ncx",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head/>
        <docTitle><text>The Book</text></docTitle><navMap>\(points)</navMap></ncx>
        """))
    manifest += "<item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>"
    spineAttributes = " toc=\"ncx\""
  }

  /// A document with a body, on its third line.
  static func page(_ body: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title></head>
    <body>\(body)</body></html>
    """
  }

  var packageDocument: String {
    package ?? """
      <?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="\(version)" unique-identifier="id">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
      \(metadata)</metadata>
      <manifest>\(manifest)
      \(documents.enumerated().map { index, document in
        "<item id=\"d\(index)\" href=\"\(document.name)\" media-type=\"\(document.mediaType)\""
          + " \(document.manifest)/>"
      }.joined(separator: "\n"))
      </manifest><spine\(spineAttributes)>
      \(documents.enumerated().map { index, document in
        "<itemref idref=\"d\(index)\" \(document.spine)/>"
      }.joined(separator: "\n"))
      </spine>\(guide)</package>
      """
  }

  var archive: ZIPWriter {
    var zip = ZIPWriter()
    zip.add("mimetype", "application/epub+zip")
    if let container { zip.add("META-INF/container.xml", container) }
    zip.add("OEBPS/book.opf", packageDocument)
    for document in documents { zip.add("OEBPS/\(document.name)", document.text) }
    zip.members += members
    return zip
  }

  func read(
    _ policies: ReadingPolicies = ReadingPolicies()
  ) throws(ReadingError) -> ReadEpisode {
    var options = EpisodeReader.Options()
    options.policies = policies
    return try EpisodeReader(options, splitParagraphs: simpleParagraphs)
      .read(bytes: archive.bytes(), named: "b.epub")
  }

  func draft(_ policies: ReadingPolicies = ReadingPolicies()) throws -> EpisodeDraft {
    var options = EpisodeReader.Options()
    options.policies = policies
    let input = ReaderInput(
      name: "b.epub", options: options, splitParagraphs: simpleParagraphs)
    return try EPUBReader(input: input).read(archive.bytes())
  }

  /// What the reader throws; records an issue when it throws nothing.
  func failure() -> ReadingError? { refusal(as: .epub, of: archive.bytes()) }
}
