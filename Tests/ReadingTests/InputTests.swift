import Glibc
import Narration
import Testing

@testable import Reading

/// What is refused, and how.
struct RefusedInputTests {
  @Test func missingFile() {
    #expect(throws: ReadingError.self) { try reader.read(path: "/no/such/episode.txt") }
    do throws(ReadingError) {
      _ = try reader.read(path: "/no/such/episode.txt")
    } catch {
      #expect(error.kind == .notFound)
      #expect(error.description.hasPrefix("/no/such/episode.txt: error: no such file"))
    }
  }

  @Test func folderNamesTheCommandForFolders() {
    do throws(ReadingError) {
      _ = try reader.read(path: "/tmp")
      Issue.record("read a folder")
    } catch {
      #expect(error.kind == .isFolder)
      #expect(error.complaint.remedy?.contains("narrate /tmp/*.txt") == true)
    }
  }

  @Test func pathWithNUL() {
    do throws(ReadingError) {
      _ = try reader.read(path: "/tmp\0/x")
      Issue.record("cut a path at a NUL")
    } catch {
      #expect(error.kind == .notFound)
    }
  }

  @Test(arguments: ["", " ", "\n\r\n\t \u{00A0}\u{2003}\n", "\u{FEFF}", "\u{FEFF}\n"])
  func empty(_ text: String) {
    #expect(failure(Array(text.utf8))?.kind == .empty)
  }

  @Test func nothingToSay() {
    #expect(failure(Array("* * *\n\n---\n".utf8))?.kind == .empty)
    #expect(failure(Array(String(repeating: "QUJD", count: 2000).utf8))?.kind == .empty)
    #expect(failure([0x01, 0x02, 0x0A, 0x03])?.kind == .empty)
  }

  private static let zipHeader = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26)
  private static let binaries: [(bytes: [UInt8], name: String)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], "a PNG image"),
    (Array("%PDF-1.7\n".utf8), "a PDF document"),
    ([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0], "gzip data"),
    ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "an ELF program"),
    (zipHeader, "a ZIP archive"),
    (Array("ID3".utf8) + [4, 0, 0, 0, 0, 0], "MP3 audio"),
  ]

  @Test(arguments: binaries)
  func knownBinaryKinds(_ bytes: [UInt8], _ name: String) {
    let error = failure(bytes)
    #expect(error?.kind == .binary)
    #expect(error?.complaint.what == "this is \(name), not text")
  }

  /// Letters that begin a signature may also begin a text.
  @Test(arguments: ["MZ is a unit.", "ID3 tags are fun.", "RIFF is a format.", "BZh? GIF8?"])
  func textLikeSignatures(_ text: String) throws {
    #expect(try readPassages(text).map(\.text) == [text])
  }

  @Test func nulIsToldWithItsPlace() {
    let error = failure(Array("One line.\nTwo\0three".utf8))
    #expect(error?.kind == .binary)
    #expect(error?.complaint.place == "episode.txt:2:4")
  }

  @Test func limit() {
    var options = EpisodeReader.Options()
    options.byteLimit = 1_000_000
    let error = failure([UInt8](repeating: 0x61, count: 2_000_000), "long.txt", options)
    #expect(error?.kind == .tooLarge)
    #expect(
      error?.complaint.what
        == "2.0 MB, but the limit is 1.0 MB: it would be some 30 hours of audio")
  }

  @Test(arguments: [
    ("{\\rtf1\\ansi Hi.}", "an RTF document"),
    ("<?xml version=\"1.0\"?><recipe/>", "an XML document"),
    ("<!DOCTYPE tei>\n<TEI>", "an XML document"),
  ])
  func markupIsNotReadAsText(_ text: String, _ name: String) throws {
    let error = failure(Array(text.utf8))
    #expect(error?.kind == .unsupported)
    #expect(error?.complaint.what.contains(name) == true)

    var options = EpisodeReader.Options()
    options.format = .plainText
    let forced = EpisodeReader(options, splitParagraphs: simpleParagraphs)
    #expect(try !forced.read(bytes: Array(text.utf8), named: "a.txt").episode.chapters.isEmpty)
  }

  @Test func markdownIsToldByNameOrContent() throws {
    #expect(
      try read("Some *text* here.", "notes.md").episode.passages.map(\.text) == ["Some text here."])
    #expect(
      try read("Some *text* here.", "notes.txt").episode.passages.map(\.text) == [
        "Some *text* here."
      ])
    #expect(
      try read("**Ada:** Hello.", "notes.txt").episode.passages.map(\.text) == ["Ada: Hello."])
  }
}

/// Files, FIFOs and descriptors.
struct InputFileTests {
  private func withTemporaryFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/reading-tests-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in ["fifo", "episode.txt"] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    try body(folder)
  }

  private func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return }
      offset += count
    }
  }

  @Test func regularFile() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/episode.txt"
      let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      write("Sleep well.\n", to: file)
      close(file)
      let episode = try reader.read(path: path).episode
      #expect(episode.source.document == path)
      #expect(episode.passages.map(\.text) == ["Sleep well."])

      var options = EpisodeReader.Options()
      options.byteLimit = 11
      #expect(throws: ReadingError.self) {
        try EpisodeReader(options, splitParagraphs: simpleParagraphs).read(path: path)
      }
    }
  }

  @Test func fifoIsReadToItsEnd() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/fifo"
      try #require(mkfifo(path, 0o600) == 0)
      // Open for both, so that no second thread is needed; the reader sees the end when this
      // writer closes, which a descriptor of the reader's own shows.
      let both = open(path, O_RDWR | O_CLOEXEC)
      let end = open(path, O_RDONLY | O_CLOEXEC)
      write("From a pipe.", to: both)
      close(both)
      let episode = try reader.read(descriptor: end, named: "-").episode
      close(end)
      #expect(episode.passages.map(\.text) == ["From a pipe."])
    }
  }

  @Test func endlessDeviceIsStoppedAtTheLimit() {
    var options = EpisodeReader.Options()
    options.byteLimit = 100_000
    do throws(ReadingError) {
      _ = try EpisodeReader(options, splitParagraphs: simpleParagraphs).read(path: "/dev/zero")
      Issue.record("read /dev/zero to its end")
    } catch {
      #expect(error.kind == .tooLarge)
      #expect(error.complaint.what.hasPrefix("more than 0.1 MB"))
    }
  }

  @Test func closedDescriptor() {
    do throws(ReadingError) {
      _ = try reader.read(descriptor: 9999, named: "-")
      Issue.record("read a descriptor that is not open")
    } catch {
      #expect(error.kind == .unreadable(errno: EBADF))
    }
  }
}
