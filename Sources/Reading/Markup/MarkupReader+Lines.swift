internal import Narration

extension MarkupReader {
  // MARK: Code and verse

  /// Reads preformatted text: code by policy, and lines of verse or prose as they stand.
  mutating func code(_ element: MarkupElement) {
    if MarkupLines.isProse(element) {
      (isPreformatted, endsLines) = (true, true)
      return content(of: element, as: .verse)
    }
    guard options.policies.code == .read else {
      leaveOut(element, because: .code)
      if options.policies.code == .announce, !element.isBlank {
        builder.addPlaceholder(.code, at: element.source)
      }
      return
    }
    content(of: element, as: .code)
  }

  /// A line break: white space, in verse the end of a passage; two of them end a paragraph.
  mutating func lineBreak(at offset: Int) {
    lineBreaks += 1
    builder.addBreak(at: offset)
    switch kind {
    case .paragraph, .quote, .verse, .note:
      if endsLines || lineBreaks > 1 { builder.end() }
    default: break
    }
  }

  /// Adds preformatted text, each line a passage of its own.
  mutating func addLines(of piece: MarkupTree.Piece) {
    guard piece.isCopied else {
      if piece.text.contains(where: \.isNewline) { builder.end() }
      if !builder.isOpen {
        guard !piece.text.allSatisfy(\.isWhitespace) else { return }
        begin()
      }
      return builder.add(piece)
    }
    var offset = piece.source.lowerBound
    for (number, line) in piece.text.utf8.split(
      separator: 0x0A, omittingEmptySubsequences: false
    ).enumerated() {
      if number > 0 {
        builder.end()
        offset += 1
      }
      let source = offset..<offset + line.count
      offset += line.count
      let text = String(Substring(line))
      guard !text.allSatisfy(\.isWhitespace) else { continue }
      if !builder.isOpen { begin() }
      builder.add(text, source: source, isCopied: true)
    }
  }
}

/// What the lines of a block look like.
enum MarkupLines {
  /// Longest line of verse on average, in characters.
  private static let verseLine = 60

  /// Whether an element is lines of verse: three or more, parted by breaks, short on average.
  static func isVerse(_ element: MarkupElement) -> Bool {
    guard ["p", "div", "blockquote"].contains(element.name) else { return false }
    // Breaks that stand alone part lines; two together part paragraphs or stanzas.
    var (lines, run) = (1, 0)
    for child in element.children {
      switch child {
      case .text(let pieces):
        guard !pieces.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) else { continue }
      case .element(let child) where child.name == "br":
        run += 1
        continue
      // Blocks inside have lines of their own.
      case .element(let child) where TagKind.of(child.name).contains(.endsParagraph): return false
      case .element: break
      }
      if run == 1 { lines += 1 }
      run = 0
    }
    guard lines > 2 else { return false }
    var left = lines * verseLine
    element.walk {
      if case .text(let pieces) = $0, left >= 0 {
        for piece in pieces { left -= piece.text.utf8.count }
      }
      return left >= 0
    }
    return left >= 0
  }

  /// Whether preformatted text is verse or prose and no code: no `code` in it, no class that says so,
  /// and hardly a character that letters and punctuation lack.
  static func isProse(_ element: MarkupElement) -> Bool {
    guard element.name == "pre", !element.isBlank else { return false }
    let names = ["class", "id", "data-lang"].compactMap { element[$0] }.joined(separator: " ")
      .lowercased()
    for sign in ["code", "highlight", "lang", "source", "syntax", "terminal", "console", "pretty"]
    where names.contains(sign) { return false }
    var (letters, others, lines, indents) = (0, 0, 1, 0)
    var hasCode = false
    var previous: Character = "\n"
    element.walk {
      switch $0 {
      case .element(let child):
        if ["code", "samp", "kbd", "var"].contains(child.name) { hasCode = true }
      case .text(let pieces):
        guard letters < 4000 else { return false }
        for character in pieces.lazy.flatMap(\.text) {
          if character.isLetter || ",.;:!?'’‘“”\"—–-".contains(character) {
            letters += 1
          } else if character.isNewline {
            lines += 1
          } else if character == " " || character == "\t" {
            if previous.isNewline { indents += 1 }
          } else {
            others += 1
          }
          previous = character
        }
      }
      return !hasCode
    }
    return !hasCode && letters >= 20 && others * 40 <= letters && indents * 2 <= lines + 1
  }
}
