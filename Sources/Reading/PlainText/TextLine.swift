/// A line that is not blank, where it stands.
struct TextLine {
  /// UTF-8 bytes without the white space around.
  var range: Range<Int>
  /// Whether a paragraph, as the splitter sees it, begins here.
  var startsParagraph: Bool
  /// Columns of white space before it on its line; a tab goes to the next multiple of eight.
  var indent: Int
  /// Line breaks between it and the line before; two or more leave a blank line.
  var breaksBefore: Int

  /// Whether white space stands before it on its line.
  var isIndented: Bool { indent > 0 }

  /// Cuts paragraphs into their lines.
  ///
  /// - Parameter start: Where the line breaks before the first one begin to count.
  static func lines(
    of paragraphs: [Range<Int>], in bytes: DocumentBytes, from start: Int = 0
  ) -> [TextLine] {
    var lines: [TextLine] = []
    var position = start
    for paragraph in paragraphs {
      var startsParagraph = true
      var breaks = countBreaks(position..<paragraph.lowerBound, in: bytes)
      var offset = paragraph.lowerBound
      while offset < paragraph.upperBound {
        var end = offset
        var lineEnd = offset
        var start: Int?
        var next = paragraph.upperBound
        while end < paragraph.upperBound {
          let (value, length) = bytes.scalar(at: end)
          end += length
          if TextScalar.isLineBreak(value) {
            next = value == 0x0D && bytes[end] == 0x0A ? end + 1 : end
            break
          }
          if !TextScalar.isWhiteSpace(value) {
            if start == nil { start = end - length }
            lineEnd = end
          }
        }
        if let start {
          lines.append(
            TextLine(
              range: start..<min(lineEnd, paragraph.upperBound),
              startsParagraph: startsParagraph, indent: indent(before: start, in: bytes),
              breaksBefore: breaks))
          startsParagraph = false
          breaks = 0
        }
        if end < paragraph.upperBound || next < paragraph.upperBound { breaks += 1 }
        offset = next
      }
      position = paragraph.upperBound
    }
    return lines
  }

  /// How far a line is indented; of more than 200 characters of white space only the last count.
  private static func indent(before start: Int, in bytes: DocumentBytes) -> Int {
    var offset = start
    while offset > 0, start - offset < 200, bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 {
      offset -= 1
    }
    // A no-break space or a wider one indents too.
    if offset == start, offset > 1, offset >= 2, bytes[offset - 1] >= 0x80 {
      let length = bytes[offset - 2] == 0xC2 ? 2 : 3
      if TextScalar.isWhiteSpace(bytes.scalar(at: offset - length).value) { return 1 }
    }
    var columns = 0
    while offset < start {
      columns = bytes[offset] == 0x09 ? (columns / 8 + 1) * 8 : columns + 1
      offset += 1
    }
    return columns
  }

  private static func countBreaks(_ range: Range<Int>, in bytes: DocumentBytes) -> Int {
    var count = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, length) = bytes.scalar(at: offset)
      offset += length
      if value == 0x0D && bytes[offset] == 0x0A { continue }
      if value == 0x2029 { count += 1 }
      if TextScalar.isLineBreak(value) { count += 1 }
    }
    return count
  }
}

/// The words of a short line, for questions about its shape.
struct LineShape {
  let text: String
  let words: [Substring]
  /// The text without a closing quotation mark or bracket.
  private let core: Substring

  init(_ text: String) {
    self.text = text
    words = text.split(whereSeparator: \.isWhitespace)
    var core = text[...]
    while let last = core.last, "\"'”’»)]*_".contains(last) {
      core.removeLast()
      // `It was short.[2]`
      guard last == "]", let open = core.lastIndex(of: "["),
        core[open...].dropFirst().allSatisfy(\.isNumber)
      else { continue }
      core = core[..<open]
    }
    self.core = core
  }

  /// The last character that is no closing mark.
  var last: Character? { core.last }
  /// Whether a sentence ends at the end of the line.
  var endsSentence: Bool { last.map { ".!?…。！？".contains($0) } ?? false }
  /// Whether it ends in any mark that ends or parts sentences.
  var endsInPunctuation: Bool { endsSentence || last.map { ",;:–—-".contains($0) } ?? false }

  var startsUpper: Bool {
    guard let first = text.drop(while: { "\"'“‘«(¿¡".contains($0) }).first else { return false }
    return first.isUppercase || first.isNumber || (first.isLetter && !first.isLowercase)
  }

  /// Whether it has letters and all of those that have case are capitals.
  var isAllCapitals: Bool {
    var letters = 0
    for character in text {
      if character.isLowercase { return false }
      if character.isUppercase { letters += 1 }
    }
    return letters >= 4
  }

  /// Whether every word but small ones begins with a capital or a digit.
  var isTitleCase: Bool {
    let small: Set<Substring> = [
      "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "this",
      "to", "vs", "with",
    ]
    return words.allSatisfy { word in
      small.contains(word) || word.first.map { !$0.isLetter || $0.isUppercase } ?? true
    }
  }
}
