import NarrationTesting
import Reading

/// Prose in each format that is read; a further format is a line in ``all``.
struct ReadingInput: Sendable {
  var format: SourceFormat
  /// What is particular about it, empty for nothing.
  var note = ""
  /// Its bytes, made of paragraphs of prose.
  var make: @Sendable ([Substring]) -> [UInt8]

  static let all = [
    ReadingInput(format: .plainText) { text($0.joined(separator: "\n\n")) },
    ReadingInput(format: .plainText, note: "wrapped, on pages") { text(pages($0)) },
    ReadingInput(format: .markdown) { text(headed($0, "\n\n", "## ") { "\($0)" }) },
    ReadingInput(format: .html) {
      text("<!DOCTYPE html><title>T</title><article>" + html($0) + "</article>")
    },
    ReadingInput(format: .webVTT) { text("WEBVTT\n\n" + cues($0, ".")) },
    ReadingInput(format: .subRip) { text(cues($0, ",")) },
    ReadingInput(format: .transcriptJSON) { text(json($0)) },
    ReadingInput(format: .feed) {
      text(
        "<rss version=\"2.0\"><channel><title>S</title><item><title>T</title><description>"
          + escaped(html($0)) + "</description></item></channel></rss>")
    },
    ReadingInput(format: .jats) {
      text(
        "<article article-type=\"a\"><body><sec><title>T</title>" + html($0)
          + "</sec></body></article>")
    },
    ReadingInput(format: .epub, make: epub),
    ReadingInput(format: .docx, make: docx),
  ]

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// A heading before each fortieth paragraph.
  private static func headed(
    _ paragraphs: [Substring], _ gap: String, _ mark: String, _ write: (Substring) -> String
  ) -> String {
    paragraphs.enumerated().map { index, paragraph in
      (index.isMultiple(of: 40) ? "\(mark)Part \(index / 40 + 1)\(gap)" : "") + write(paragraph)
    }.joined(separator: gap)
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static func html(_ paragraphs: [Substring]) -> String {
    paragraphs.map { "<p>\(escaped($0))</p>\n" }.joined()
  }

  /// Lines of 72 characters, a number and a form feed after forty.
  private static func pages(_ paragraphs: [Substring]) -> String {
    var (text, lines) = ("", 0)
    for paragraph in paragraphs {
      var length = 0
      for word in paragraph.split(separator: " ") {
        if length + word.count > 72 {
          text += "\n"
          (length, lines) = (0, lines + 1)
          if lines.isMultiple(of: 40) { text += "\n\(lines / 40)\n\u{0C}" }
        } else if length > 0 {
          text += " "
        }
        text += word
        length += word.count + 1
      }
      text += "\n\n"
    }
    return text
  }

  private static func cues(_ paragraphs: [Substring], _ point: String) -> String {
    paragraphs.enumerated().map { index, paragraph in
      func time(_ second: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))\(point)000"
      }
      return "\(index + 1)\n\(time(index * 9)) --> \(time(index * 9 + 8))\n\(paragraph)\n"
    }.joined(separator: "\n")
  }

  private static func json(_ paragraphs: [Substring]) -> String {
    let segments = paragraphs.enumerated().map { index, paragraph in
      let body = String(paragraph).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return
        "{\"speaker\":\"S\(index % 2)\",\"startTime\":\(index * 9),\"endTime\":\(index * 9 + 8),"
        + "\"body\":\"\(body)\"}"
    }
    return "{\"version\":\"1.0.0\",\"segments\":[\(segments.joined(separator: ",\n"))]}"
  }

  private static func epub(_ paragraphs: [Substring]) -> [UInt8] {
    let chapters = stride(from: 0, to: paragraphs.count, by: 100).map {
      paragraphs[$0..<min($0 + 100, paragraphs.count)]
    }
    let names = chapters.indices.map { "c\($0)" }
    var archive = StoredArchive()
    archive.add("mimetype", "application/epub+zip")
    archive.add(
      "META-INF/container.xml",
      "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
        + "<rootfiles><rootfile full-path=\"p.opf\" media-type=\"application/oebps-package+xml\"/>"
        + "</rootfiles></container>")
    archive.add(
      "p.opf",
      "<package version=\"3.0\" unique-identifier=\"i\" xmlns=\"http://www.idpf.org/2007/opf\">"
        + "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>T</dc:title>"
        + "<dc:identifier id=\"i\">i</dc:identifier><dc:language>en</dc:language></metadata>"
        + "<manifest>"
        + names.map {
          "<item id=\"\($0)\" href=\"\($0).xhtml\" media-type=\"application/xhtml+xml\"/>"
        }.joined()
        + "</manifest><spine>" + names.map { "<itemref idref=\"\($0)\"/>" }.joined()
        + "</spine></package>")
    for (name, chapter) in zip(names, chapters) {
      archive.add(
        "\(name).xhtml",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>\(name)</title></head><body>"
          + "<h1>Chapter \(name)</h1>\n" + html(Array(chapter)) + "</body></html>")
    }
    return archive.bytes
  }

  private static func docx(_ paragraphs: [Substring]) -> [UInt8] {
    var archive = StoredArchive()
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    archive.add(
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" "
        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"\(main)\"/></Types>")
    archive.add(
      "_rels/.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
    archive.add(
      "word/document.xml",
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + "<w:body>"
        + paragraphs.map { "<w:p><w:r><w:t>\(escaped($0))</w:t></w:r></w:p>" }.joined()
        + "</w:body></w:document>")
    return archive.bytes
  }
}
