/// Finds the paragraphs of raw text.
public enum ParagraphSplitter {
  /// UTF-8 ranges of the paragraphs of a plain text, white space around them left out.
  public static func paragraphs(in text: String) -> [Range<Int>] {
    text.utf8.isEmpty ? [] : [0..<text.utf8.count]
  }
}
