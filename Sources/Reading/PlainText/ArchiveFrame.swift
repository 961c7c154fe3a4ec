internal import Narration

/// What Project Gutenberg puts around the text of a book: a head up to
/// `*** START OF THE PROJECT GUTENBERG EBOOK … ***`, and a licence behind `*** END OF …`.
///
/// Both are declared omissions. The head's `Title:`, `Author:` and `Language:` are metadata.
struct ArchiveFrame {
  /// UTF-8 bytes of the head and of the licence.
  private(set) var omissions: [Omission] = []
  /// What the head says of the book.
  private(set) var metadata = Metadata()

  private static let longestLine = 240

  init(_ bytes: DocumentBytes, keepsIt: Bool) {
    guard !keepsIt else { return }
    let lines = PageLine.lines(of: bytes)
    guard let start = lines.prefix(400).firstIndex(where: { Self.isMark($0, " START OF ", bytes) })
    else { return }
    omissions.append(
      Omission(
        source: lines[0].range.lowerBound..<lines[start].range.upperBound, reason: .metadata))
    for line in lines[..<start] {
      let text = bytes.string(line.range.prefix(Self.longestLine))
      guard let colon = text.firstIndex(of: ":") else { continue }
      let value = text[text.index(after: colon)...].split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      guard !value.isEmpty else { continue }
      switch text[..<colon] {
      case "Title": metadata.title = metadata.title ?? value
      case "Author": metadata.artist = metadata.artist ?? value
      case "Language" where value == "English": metadata.language = "en"
      default: break
      }
    }
    guard let end = lines[start...].lastIndex(where: { Self.isMark($0, " END OF ", bytes) }),
      end > start, let last = lines.last
    else { return }
    omissions.append(
      Omission(
        source: lines[end].range.lowerBound..<last.range.upperBound, reason: .metadata))
  }

  private static func isMark(_ line: PageLine, _ words: String, _ bytes: DocumentBytes) -> Bool {
    guard bytes[line.range.lowerBound] == 0x2A, line.range.count <= longestLine else {
      return false
    }
    let text = bytes.string(line.range).uppercased()
    return text.hasPrefix("***") && text.contains(words.dropFirst())
      && text.contains("PROJECT GUTENBERG")
  }
}

extension Range<Int> {
  fileprivate func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
