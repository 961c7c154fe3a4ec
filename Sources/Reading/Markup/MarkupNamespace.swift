/// The namespaces of XML that readers know, and what names look like in a ``MarkupTree``.
///
/// `{http://www.w3.org/1999/xhtml}P` → `p`, `{…/wordprocessingml/2006/main}tbl` → `w:tbl`; an element
/// of any other namespace, or of none, keeps its local name alone.
enum MarkupNamespace {
  /// Between namespace and name in what expat hands over; no address holds it.
  static let separator: Int8 = 0x0A

  private static let prefixes: [Substring: String] = [
    "http://www.w3.org/1999/xhtml": "",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1998/Math/MathML": "",
    "http://www.w3.org/2000/svg": "",
    "http://www.idpf.org/2007/ops": "epub",
    "http://www.idpf.org/2007/opf": "",
    "http://www.daisy.org/z3986/2005/ncx/": "",
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "http://podlove.org/simple-chapters": "psc",
    "http://search.yahoo.com/mrss/": "media",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  ]

  /// Those whose names are lower case by definition, whatever a careless document writes.
  private static let lowercased: Set<Substring> = ["http://www.w3.org/1999/xhtml"]

  /// The name in the tree of a name as expat gives it: `NAMESPACE\nLOCAL`, or the local name alone.
  static func name(_ expanded: String, isAttribute: Bool) -> String {
    guard let at = expanded.firstIndex(of: "\n") else { return expanded }
    let space = expanded[..<at]
    let local = expanded[expanded.index(after: at)...]
    let name = lowercased.contains(space) ? local.lowercased() : String(local)
    guard let prefix = prefixes[space], !prefix.isEmpty else { return name }
    return prefix + ":" + name
  }
}
