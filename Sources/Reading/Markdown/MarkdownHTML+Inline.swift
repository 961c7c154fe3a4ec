internal import Narration

extension MarkdownHTML {
  /// Writes what stands in a paragraph, a heading or a cell.
  ///
  /// - Parameter range: The events of the block, its own start and end included.
  mutating func writeInline(_ range: Range<Int>, in name: String) {
    var imageDepth = 0
    /// For each link that is open whether it has a tag.
    var links: [Bool] = []
    var raw = RawText()
    for index in range.dropFirst().dropLast() {
      let event = document.events[index]
      let here = placer.cursor..<placer.cursor
      switch event.kind {
      case .text:
        let previous = document.events[index - 1]
        let isLast = index + 2 == range.upperBound
        let skipped = PandocAttributes.ranges(
          in: document.literals[event.literal], isFollowing: Self.takesAttributes(previous.kind),
          endsHeading: isLast && name.hasPrefix("h"))
        write(event, .text, skipping: skipped)
      case .code: write(event, .code, skipping: [])
      case .softBreak:
        let place = placer.placeBreak()
        let isCopied = place.count == 1 && source.bytes[place.lowerBound] == 0x0A
        html.text([0x0A], source: place, isCopied: isCopied)
      case .lineBreak:
        let place = placer.placeBreak()
        html.markup(imageDepth > 0 ? " " : "<br>", at: place)
      case .html:
        writeTag(event, index, range, isInImage: imageDepth > 0, &raw)
      case .footnoteReference:
        if event.isStart { writeNoteMark(event, isInImage: imageDepth > 0) }
      case .image(let address):
        if event.isStart {
          if imageDepth == 0 {
            let target = address.utf8.count > 2000 ? "" : PlacedHTML.escaped(address)
            html.markup("<img src=\"\(target)\" alt=\"", at: here)
          }
          imageDepth += 1
        } else {
          imageDepth -= 1
          if imageDepth == 0 { html.markup("\">", at: here) }
        }
      default:
        if imageDepth == 0 { writeSpan(event, index, &links) }
      }
    }
  }

  private mutating func writeSpan(_ event: Event, _ index: Int, _ links: inout [Bool]) {
    let here = placer.cursor..<placer.cursor
    switch event.kind {
    case .emphasis: html.markup(event.isStart ? "<em>" : "</em>", at: here)
    case .strong: html.markup(event.isStart ? "<strong>" : "</strong>", at: here)
    case .struckOut: html.markup(event.isStart ? "<del>" : "</del>", at: here)
    case .link(let address):
      if event.isStart {
        let isTagged = !isBare(address, index)
        links.append(isTagged)
        if isTagged { html.markup("<a href=\"\(PlacedHTML.escaped(address))\">", at: here) }
      } else if links.popLast() ?? false {
        html.markup("</a>", at: here)
      }
    default: break
    }
  }

  /// Whether a link's text is its address: `<https://example.org>`.
  private func isBare(_ address: String, _ index: Int) -> Bool {
    guard index + 2 < document.events.count, document.events[index + 1].kind == .text,
      !document.events[index + 2].isStart
    else { return false }
    let text = document.literals[document.events[index + 1].literal]
    return text.elementsEqual(address.utf8) || address.utf8.elementsEqual("mailto:".utf8 + text)
  }

  /// Writes a literal, some ranges of which are markup beyond GitHub's Markdown.
  private mutating func write(
    _ event: Event, _ syntax: MarkdownPlacer.Syntax, skipping skipped: [Range<Int>]
  ) {
    let literal = document.literals[event.literal]
    let pieces = placer.place(
      literal, line: isLost ? -1 : event.line - 1 - linesBefore, column: event.column - 1, syntax)
    var skipped = skipped[...]
    for piece in pieces {
      var start = piece.text.lowerBound
      while start < piece.text.upperBound {
        while let next = skipped.first, next.upperBound <= start { skipped.removeFirst() }
        var end = piece.text.upperBound
        if let next = skipped.first {
          if next.lowerBound <= start {
            start = min(end, next.upperBound)
            continue
          }
          end = min(end, next.lowerBound)
        }
        if piece.isCopied {
          let from = piece.source.lowerBound + start - piece.text.lowerBound
          let place = from..<from + (end - start)
          html.text(source.bytes[place], source: place, isCopied: true)
        } else {
          html.text(literal[start..<end], source: piece.source, isCopied: false)
        }
        start = end
      }
    }
  }

  private mutating func writeNoteMark(_ event: Event, isInImage: Bool) {
    let place = placer.placeNoteMark()
    guard !isInImage else { return }
    let literal = String(decoding: document.literals[event.literal], as: UTF8.self)
    let number = noteNumbers[literal] ?? noteNumbers.count + 1
    noteNumbers[literal] = number
    let id = Int(literal).map(Self.noteID) ?? ""
    html.markup("<a role=\"doc-noteref\" href=\"#\(id)\">", at: place)
    html.text(Array("\(number)".utf8)[...], source: place, isCopied: false)
    html.markup("</a>", at: place.upperBound..<place.upperBound)
  }

  // MARK: HTML

  /// What is known of elements in a paragraph whose content is text to HTML.
  private struct RawText {
    /// The one that is open.
    var name: String?
    /// Names whose end does not follow in the paragraph.
    var missing: Set<String> = []
  }

  private mutating func writeTag(
    _ event: Event, _ index: Int, _ block: Range<Int>, isInImage: Bool, _ raw: inout RawText
  ) {
    let literal = document.literals[event.literal]
    let pieces = placer.place(
      literal, line: isLost ? -1 : event.line - 1 - linesBefore, column: event.column - 1, .html)
    guard !isInImage, let tag = RawHTML.tag(at: 0, in: Array(literal)),
      !RawHTML.never.contains(tag.name)
    else { return }
    if let name = raw.name {
      guard tag.isEnd, tag.name == name else { return }
      raw.name = nil
    }
    if tag.isEnd {
      guard let count = openNames[tag.name], count > 0 else {
        // It may end what a block of HTML before began.
        if !RawHTML.formatting.contains(tag.name) { write(pieces, literal) }
        return
      }
      while let open = openTags.popLast() {
        openNames[open, default: 1] -= 1
        if open == tag.name { break }
        html.markup("</\(open)>", at: placer.cursor..<placer.cursor)
      }
    } else if RawHTML.textual.contains(tag.name) || RawHTML.unseen.contains(tag.name) {
      guard !raw.missing.contains(tag.name), isClosed(tag.name, after: index, in: block) else {
        raw.missing.insert(tag.name)
        return
      }
      if RawHTML.textual.contains(tag.name) { raw.name = tag.name }
    }
    // Nobody nests so deep, and a parser of HTML takes the square of the depth.
    guard tag.isEnd || openTags.count < 100 else { return }
    write(pieces, literal)
    if !tag.isEnd, !tag.isEmpty {
      openTags.append(tag.name)
      openNames[tag.name, default: 0] += 1
    }
  }

  private func isClosed(_ name: String, after index: Int, in block: Range<Int>) -> Bool {
    (index + 1..<block.upperBound).contains {
      let event = document.events[$0]
      guard event.kind == .html else { return false }
      let tag = RawHTML.tag(at: 0, in: Array(document.literals[event.literal]))
      return tag?.isEnd == true && tag?.name == name
    }
  }

  private mutating func write(_ pieces: [MarkdownPlacer.Piece], _ literal: ArraySlice<UInt8>) {
    for piece in pieces {
      if piece.isCopied {
        html.raw(source.bytes[piece.source], source: piece.source)
      } else {
        html.markup(String(decoding: literal[piece.text], as: UTF8.self), at: piece.source)
      }
    }
  }

  private static func takesAttributes(_ kind: CommonMarkDocument.Kind) -> Bool {
    switch kind {
    case .link, .image, .code: true
    default: false
    }
  }
}

/// The attributes in braces that Pandoc writes behind headings, links, code and bracketed text.
///
/// `Results {#results .unnumbered}` → `Results`, `[small]{.smallcaps}` → `small`.
enum PandocAttributes {
  /// What of a text is markup, sorted.
  ///
  /// - Parameters:
  ///   - isFollowing: Whether it stands behind a link, an image or code.
  ///   - endsHeading: Whether it is the last text of a heading.
  static func ranges(
    in text: ArraySlice<UInt8>, isFollowing: Bool, endsHeading: Bool
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var open: Int?
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "["): open = index
      case UInt8(ascii: "{"):
        guard let end = end(from: index, in: text) else { break }
        if index == text.startIndex ? isFollowing : text[index - 1] == UInt8(ascii: "]") {
          if index > text.startIndex, let start = open {
            ranges.append(start..<start + 1)
            ranges.append(index - 1..<end)
          } else {
            ranges.append(index..<end)
          }
          open = nil
          index = end - 1
        } else if endsHeading, text[end...].allSatisfy(MarkdownLines.isSpace) {
          ranges.append(index..<text.endIndex)
          return ranges
        }
      default: break
      }
      index += 1
    }
    return ranges
  }

  /// The index behind the brace that ends attributes: `#id`, `.class`, `key="value"`, `-`.
  private static func end(from start: Int, in text: ArraySlice<UInt8>) -> Int? {
    var isAttribute = false
    var index = start + 1
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "{"): return nil
      case UInt8(ascii: "}"): return isAttribute ? index + 1 : nil
      case UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "-"):
        if index == start + 1 { isAttribute = true }
      case UInt8(ascii: "="): isAttribute = true
      default: break
      }
      index += 1
    }
    return nil
  }
}
