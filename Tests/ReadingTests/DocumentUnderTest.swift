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
    let source = Array(episode.source.text.utf8)
    guard !episode.chapters.isEmpty else { return "there is no chapter" }
    var told = [Bool](repeating: false, count: source.count)
    for omission in episode.omissions {
      guard source.indices.contains(all: omission.source) else { return "an omission is nowhere" }
      for offset in omission.source { told[offset] = true }
    }
    for chapter in episode.chapters {
      if chapter.passages.isEmpty { return "a chapter is empty" }
      for passage in chapter.passages {
        if let fault = Self.fault(of: passage, in: source) { return fault }
        for run in passage.runs.runs { for offset in run.source { told[offset] = true } }
      }
    }
    guard format == .plainText else { return nil }
    // What is neither white space nor in a passage or an omission is lost: plain text has no markup.
    if let lost = source.indices.first(where: { !told[$0] && source[$0] | 0x20 &- 0x61 < 26 }) {
      return "a letter is lost at \(lost)"
    }
    return nil
  }

  private static func fault(of passage: Passage, in source: [UInt8]) -> String? {
    let text = Array(passage.text.utf8)
    if text.isEmpty, passage.kind != .code { return "a passage is empty" }
    var end = 0
    for run in passage.runs.runs {
      if run.text.lowerBound != end { return "runs leave a gap at \(end) of \(passage.text)" }
      end = run.text.upperBound
      guard source.indices.contains(all: run.source) else { return "a run comes from nowhere" }
      if run.kind == .copied, text[run.text] != source[run.source] {
        return "a copied run holds other bytes: \(passage.text)"
      }
    }
    if end != text.count { return "runs end before their text: \(passage.text)" }
    for span in passage.spans where !text.indices.contains(all: span.text) {
      return "a span is outside of its text: \(passage.text)"
    }
    return nil
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

extension Range<Int> {
  fileprivate func contains(all other: Range<Int>) -> Bool {
    other.lowerBound >= lowerBound && other.upperBound <= upperBound
  }
}
