/// The formats that episodes come in.
///
/// Told from the content first, from the name second; `--from` names one and ends all telling. A
/// further format is a case here, a sign by which it is known, and a reader in a folder of its own.
public enum SourceFormat: String, CaseIterable, Hashable, Sendable {
  /// Paragraphs of plain text, as feeds' show notes are copied.
  case plainText = "text"
  /// CommonMark with the tables, footnotes and struck out text of GitHub.
  case markdown
  /// A page of the web.
  case html
  /// W3C WebVTT captions.
  case webVTT = "vtt"
  /// SubRip captions.
  case subRip = "srt"
  /// A transcript as Podcasting 2.0 has it in JSON.
  case transcriptJSON = "json"
  /// RSS 2.0 or Atom.
  case feed
  /// EPUB 2 or 3.
  case epub
  /// Scholarly articles in the Journal Article Tag Suite.
  case jats
  /// Office Open XML of word processors.
  case docx
}
