internal import Narration

/// Reads plain text: paragraphs, and what can be told of headings, lists and references without
/// markup.
///
/// Every character but white space ends in the run map of a passage or in a declared omission.
struct PlainTextReader {
  let source: SourceText
  let options: EpisodeReader.Options
  let splitParagraphs: @Sendable (String) -> [Range<Int>]

  /// Reads the whole text; what decoding had to say comes first among the notices.
  func read(notices: [Complaint]) throws(ReadingError) -> EpisodeDraft {
    let original = DocumentBytes(source.text)
    let frame = ArchiveFrame(original, keepsIt: options.keepsBoilerplate)
    let pages = PrintedPages(original, without: frame.omissions)
    let bytes = pages.bytes
    let text = pages.isUnchanged ? source.text : bytes.string(0..<bytes.count)
    let lines = TextLine.lines(of: splitParagraphs(text), in: bytes)
    guard !lines.isEmpty else {
      throw ReadingError(
        .empty, at: source.document,
        bytes.count == 0 ? "the file is empty" : "there is nothing but white space",
        remedy: "name a file with text in it")
    }
    let blobs = Blobs.find(in: original, longerThan: options.longestWord)
    var header = HeaderBlock(lines, in: bytes, source: source)
    var blocks = BlockScanner(bytes: bytes, lines: lines[header.lineCount...]).blocks()
    var assembler = PassageAssembler(
      bytes: bytes, source: original, blobs: blobs, furniture: pages.omissions,
      notes: options.policies.notes)
    let boilerplate = assembler.takeBoilerplate(
      from: &blocks, keepsIt: options.keepsBoilerplate)
    HeadingFinder(blocks, in: bytes).mark(&blocks)

    if let title = header.metadata.title, assembler.firstHeading(of: blocks) == title {
      header.omitTitle()
    }
    for omitted in header.omissions { assembler.leaveOut(omitted, because: .metadata) }
    if let title = header.title { assembler.add(.heading(level: 1), title) }
    assembler.add(blocks)

    var metadata = header.metadata.filled(from: frame.metadata).filled(
      from: Metadata(title: boilerplate?.title, album: boilerplate?.show))
    metadata.title = metadata.title ?? assembler.titleHeading
    return EpisodeDraft(
      source: source, metadata: metadata, passages: assembler.drafts,
      omissions: assembler.omissions,
      notices: notices + header.notices + Blobs.warnings(blobs, in: source))
  }
}
