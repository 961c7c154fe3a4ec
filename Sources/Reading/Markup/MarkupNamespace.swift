/// The namespaces of XML that readers know, and what names look like in a ``MarkupTree``.
///
/// `{http://www.w3.org/1999/xhtml}P` → `p`, `{…/wordprocessingml/2006/main}tbl` → `w:tbl`; an element
/// of any other namespace, or of none, keeps its local name alone.
enum MarkupNamespace {
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
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/rss/1.0/": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.itunes.com/DTDs/Podcast-1.0.dtd": "itunes",
    "http://www.google.com/schemas/play-podcasts/1.0": "googleplay",
    "http://www.google.com/schemas/play-podcasts/1.0/": "googleplay",
    "http://www.spotify.com/ns/rss": "spotify",
    "http://www.rawvoice.com/rawvoiceRssModule/": "rawvoice",
    "https://schema.acast.com/1.0/": "acast",
    "https://omny.fm/rss-extensions": "omny",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "https://podcastindex.org/namespace/1.0/": "podcast",
    "http://podcastindex.org/namespace/1.0": "podcast",
    "http://podlove.org/simple-chapters": "psc",
    "http://podlove.org/simple-chapters/": "psc",
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

  private static let known = Set(prefixes.values)

  /// The name in the tree of a name as it is written, by what its prefix stands for.
  ///
  /// - Parameters:
  ///   - written: `itunes:author`, `title`.
  ///   - namespace: What the document says that the prefix, or a name without one, stands for; nil
  ///     when it says nothing, in which case a prefix that everybody uses keeps its meaning.
  static func name(_ written: Substring, in namespace: Substring?) -> String {
    let colon = written.firstIndex(of: ":")
    let local = colon.map { written[written.index(after: $0)...] } ?? written
    guard let namespace else {
      if let colon, known.contains(String(written[..<colon])) { return String(written) }
      return String(local)
    }
    let name = lowercased.contains(namespace) ? local.lowercased() : String(local)
    guard let prefix = prefixes[namespace], !prefix.isEmpty else { return name }
    return prefix + ":" + name
  }
}

/// What prefixes stand for where a parser stands in a document (Namespaces in XML 1.0, section 6).
///
/// A prefix that nobody declared is no error here, as it is to a strict parser: many feeds have one.
struct MarkupNamespaceScope {
  private var declarations: [(prefix: Substring, namespace: Substring, depth: Int)] = [
    ("xml", "http://www.w3.org/XML/1998/namespace", 0)
  ]
  private var depth = 0

  /// Takes in the attributes of an element that begins; further declarations than these are passed
  /// over.
  mutating func begin(_ attributes: [(name: Substring, value: Substring)]) {
    depth += 1
    for attribute in attributes where attribute.name.hasPrefix("xmlns") {
      let rest = attribute.name.dropFirst(5)
      guard rest.isEmpty || rest.first == ":", declarations.count < Self.most else { continue }
      declarations.append((rest.dropFirst(), attribute.value, depth))
    }
  }

  private static let most = 1000

  mutating func end() {
    while let last = declarations.last, last.depth == depth { declarations.removeLast() }
    depth -= 1
  }

  /// Whether an attribute declares a prefix.
  static func isDeclaration(_ name: Substring) -> Bool {
    name == "xmlns" || name.hasPrefix("xmlns:")
  }

  func name(ofElement written: Substring) -> String {
    let prefix = written.firstIndex(of: ":").map { written[..<$0] } ?? ""
    return MarkupNamespace.name(written, in: namespace(of: prefix))
  }

  /// A name without a prefix is in no namespace (section 6.2).
  func name(ofAttribute written: Substring) -> String {
    guard let colon = written.firstIndex(of: ":") else { return String(written) }
    return MarkupNamespace.name(written, in: namespace(of: written[..<colon]))
  }

  private func namespace(of prefix: Substring) -> Substring? {
    declarations.last { $0.prefix == prefix }?.namespace
  }
}
