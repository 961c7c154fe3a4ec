/// Finds the sentences of a text.
public enum SentenceSplitter {
  /// UTF-8 ranges of the sentences of one passage, white space around them left out.
  public static func sentences(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { sentences(in: SourceBytes($0)) }
  }

  static func sentences(in bytes: SourceBytes) -> [Range<Int>] {
    bytes.count == 0 ? [] : [0..<bytes.count]
  }
}
