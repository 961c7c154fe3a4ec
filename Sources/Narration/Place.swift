/// Where something stands in what the user gave.
public struct Place: Hashable, Sendable {
  /// The file as the user named it, or the member of a container (`book.epub/OEBPS/ch1.xhtml`).
  public var document: String
  /// UTF-8 bytes of the document's decoded text, half open.
  public var bytes: Range<Int>
  /// Line, from 1.
  public var line: Int
  /// Column, from 1, in Unicode code points.
  public var column: Int

  /// A place with all its parts.
  public init(document: String, bytes: Range<Int>, line: Int, column: Int) {
    self.document = document
    self.bytes = bytes
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// As compilers print it: `episode.txt:4:17`.
  public var description: String { "\(document):\(line):\(column)" }
}
