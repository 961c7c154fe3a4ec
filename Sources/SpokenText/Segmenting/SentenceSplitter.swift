/// Finds the sentences of a text.
///
/// ```
/// Dr. Ito left at 5 p.m. She had "enough of it." Then (as ever) it rained.
/// ╰───────────────────╯ ╰──────────────────────╯ ╰───────────────────────╯
/// ```
///
/// A sentence ends at `.` `?` `!` `…` with the quotes, brackets and reference numbers that close
/// after them, unless the mark belongs to an abbreviation, an initial, a number, an address, or
/// stands in a quotation or parenthesis around which the sentence goes on. A blank line always ends
/// it, a line break when the lines look like a list rather than wrapped text, and an item of a list
/// (`1.`, `b)`, `•`) begins one.
///
/// One pass over the bytes; the cost grows linearly with any text. The text is not changed: all
/// that is not white space is in exactly one sentence.
public enum SentenceSplitter {
  /// No sentence is longer, in UTF-8 bytes, so that all later work is bounded.
  public static let longest = 4096

  /// UTF-8 ranges of the sentences of a text, in order, white space around them left out.
  public static func sentences(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { sentences(in: SourceBytes($0)) }
  }

  static func sentences(in bytes: SourceBytes) -> [Range<Int>] {
    var scanner = SentenceScanner(bytes)
    return scanner.scan()
  }
}
