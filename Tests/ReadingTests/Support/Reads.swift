import Narration
import Testing

@testable import Reading

/// Paragraphs by blank lines; within a block a line is a paragraph, unless the block is wrapped:
/// several lines, none over 80 bytes and one over 50.
func simpleParagraphs(in text: String) -> [Range<Int>] {
  let bytes = Array(text.utf8)
  var lines: [Range<Int>] = []
  var start = 0
  for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
    lines.append(start..<index)
    start = index + 1
  }
  lines.append(start..<bytes.count)

  var paragraphs: [Range<Int>] = []
  var block: [Range<Int>] = []
  func flush() {
    let isWrapped =
      block.count > 1 && block.allSatisfy { $0.count <= 80 } && block.contains { $0.count > 50 }
    if isWrapped, let first = block.first, let last = block.last {
      paragraphs.append(first.lowerBound..<last.upperBound)
    } else {
      paragraphs += block
    }
    block = []
  }
  for (number, line) in lines.enumerated() {
    var line = line
    while let last = line.last, isSpace(bytes[last]) { line = line.lowerBound..<last }
    while let first = line.first, isSpace(bytes[first]) { line = first + 1..<line.upperBound }
    if line.isEmpty {
      // The empty line between CR and LF parts nothing.
      let end = lines[number].lowerBound
      let isInsideCRLF =
        end > 0 && end < bytes.count && bytes[end - 1] == 0x0D && bytes[end] == 0x0A
      if !isInsideCRLF { flush() }
    } else {
      block.append(line)
    }
  }
  flush()
  return paragraphs
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

let reader = EpisodeReader(splitParagraphs: simpleParagraphs)

func read(_ text: String, _ name: String = "episode.txt") throws -> ReadEpisode {
  try reader.read(bytes: Array(text.utf8), named: name)
}

func readPassages(_ text: String) throws -> [Passage] {
  try read(text).episode.passages
}

/// Reads bytes as a format, with the program's own paragraphs.
func read(
  bytes: [UInt8], as format: SourceFormat, _ name: String = "input",
  _ change: (inout EpisodeReader.Options) -> Void = { _ in }
) throws(ReadingError) -> ReadEpisode {
  var options = EpisodeReader.Options()
  options.format = format
  change(&options)
  return try EpisodeReader(options).read(bytes: bytes, named: name)
}

/// Reads a text as a format, with the program's own paragraphs.
func read(
  _ text: String, as format: SourceFormat, _ name: String = "input",
  _ change: (inout EpisodeReader.Options) -> Void = { _ in }
) throws(ReadingError) -> ReadEpisode {
  try read(bytes: Array(text.utf8), as: format, name, change)
}

func readMarkdown(
  _ text: String, _ change: (inout EpisodeReader.Options) -> Void = { _ in }
) throws(ReadingError) -> ReadEpisode {
  try read(text, as: .markdown, "episode.md", change)
}

func readPage(
  _ html: String, _ change: (inout EpisodeReader.Options) -> Void = { _ in }
) throws(ReadingError) -> ReadEpisode {
  try read(html, as: .html, "page.html", change)
}

/// The passages of a page, each as `kind: text`.
func pageLines(_ html: String) throws -> [String] { try readPage(html).episode.lines }

func readJATS(
  _ text: String, _ change: (inout EpisodeReader.Options) -> Void = { _ in }
) throws(ReadingError) -> ReadEpisode {
  try read(text, as: .jats, "article.xml", change)
}

func readDOCX(
  _ bytes: [UInt8], _ change: (inout EpisodeReader.Options) -> Void = { _ in }
) throws(ReadingError) -> ReadEpisode {
  try read(bytes: bytes, as: .docx, "a.docx", change)
}

/// What the reader throws for some bytes; records an issue when it throws nothing.
func failure(
  _ bytes: [UInt8], _ name: String = "episode.txt", _ options: EpisodeReader.Options = .init()
) -> ReadingError? {
  do throws(ReadingError) {
    _ = try EpisodeReader(options, splitParagraphs: simpleParagraphs)
      .read(bytes: bytes, named: name)
    Issue.record("read \(bytes.count) bytes without complaint")
    return nil
  } catch {
    return error
  }
}

/// What the reader of a container throws for some bytes; records an issue when it throws nothing.
func refusal(
  as format: SourceFormat, of bytes: [UInt8], limit: Int = 16 << 20
) -> ReadingError? {
  var options = EpisodeReader.Options()
  options.format = format
  options.byteLimit = limit
  return failure(bytes, format == .epub ? "b.epub" : "a.docx", options)
}
