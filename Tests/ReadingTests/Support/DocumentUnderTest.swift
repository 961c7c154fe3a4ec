import Narration
import NarrationTesting
import SpokenText

@testable import Reading

/// A document that nobody meant to write, and what holds for it all the same; see `Scripts/fuzz`.
///
/// The first byte is the format, the second the policies, the rest the document. Of the formats in
/// ZIP archives the members stand one behind the other, each under a line `==> NAME`.
struct DocumentUnderTest {
  let format: SourceFormat
  let bytes: [UInt8]
  let policies: ReadingPolicies

  init?(_ given: some Collection<UInt8>) {
    let given = Array(given)
    guard given.count > 2 else { return nil }
    let formats = SourceFormat.allCases
    format = formats[Int(given[0]) % formats.count]
    let choice = Int(given[1])
    var policies = ReadingPolicies()
    policies.code = CodePolicy.allCases[choice % 3]
    policies.notes = NotePolicy.allCases[choice / 3 % 3]
    policies.sounds = SoundPolicy.allCases[choice / 9 % 2]
    policies.pageBreaks = PageBreakPolicy.allCases[choice / 18 % 2]
    policies.chapters = [.auto, .headings, .marks, .none, .every(minutes: 1)][choice / 36 % 5]
    self.policies = policies
    let document = Array(given.dropFirst(2))
    bytes = [.epub, .docx].contains(format) ? Self.archive(of: document) : document
  }

  /// What is wrong with what was read of it; nil when nothing is.
  var fault: String? {
    var options = EpisodeReader.Options()
    options.format = format
    options.policies = policies
    options.byteLimit = 1 << 20
    let read: ReadEpisode
    do throws(ReadingError) {
      read = try EpisodeReader(options).read(bytes: bytes, named: "document")
    } catch {
      return error.complaint.what.isEmpty ? "an error says nothing" : nil
    }
    let episode = read.episode
    guard !episode.chapters.isEmpty else { return "there is no chapter" }
    if episode.chapters.contains(where: \.passages.isEmpty) { return "a chapter is empty" }
    let account = SourceAccount(episode)
    if let fault = account.fault(isInOrder: false) { return fault }
    // Plain text has no markup.
    return format == .plainText ? account.miscounted() : nil
  }

  /// An archive of the members of a document.
  private static func archive(of document: [UInt8]) -> [UInt8] {
    let text = String(decoding: document, as: UTF8.self)
    var zip = ZIPWriter()
    for part in text.split(separator: "==> ", omittingEmptySubsequences: true) {
      let name = part.prefix { $0 != "\n" }
      zip.add(String(name), String(part.dropFirst(name.count + 1)))
    }
    return zip.bytes()
  }
}
