import Narration
import NarrationTesting

/// Markup by its tags alone, as no parser of ours reads it.
struct TagScan {
  /// Tags, comments, instructions and declarations; a last one may be cut.
  private(set) var tags: [Range<Int>] = []
  /// What stands between those, and in sections of character data; references to white space are none.
  private(set) var texts: [Range<Int>] = []

  /// Takes apart markup in whose attributes no `>` stands.
  init(_ text: String) {
    scan(text)
    let bytes = Array(text.utf8)
    for space in ["&nbsp;", "&#160;", "&ensp;"] where text.contains(space) {
      texts = texts.flatMap { range in
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var at = start
        while at < range.upperBound {
          if bytes[at] == UInt8(ascii: "&"), bytes[at...].starts(with: space.utf8) {
            if start < at { parts.append(start..<at) }
            at += space.utf8.count
            start = at
          } else {
            at += 1
          }
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
      }
    }
  }

  private mutating func scan(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    var offset = 0
    func ends(_ mark: String, from: Int) -> Int {
      let mark = Array(mark.utf8)
      var at = from
      while at + mark.count <= bytes.count {
        if bytes[at] == mark[0], bytes[at..<at + mark.count].elementsEqual(mark) {
          return at + mark.count
        }
        at += 1
      }
      return bytes.count
    }
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        offset += 1
        continue
      }
      if start < offset { texts.append(start..<offset) }
      let rest = bytes[offset...]
      if rest.starts(with: "<![CDATA[".utf8) {
        let end = ends("]]>", from: offset)
        let isWhole = bytes[..<end].suffix(3).elementsEqual("]]>".utf8)
        let text = min(offset + 9, end)..<max(min(offset + 9, end), isWhole ? end - 3 : end)
        if !text.isEmpty { texts.append(text) }
        start = end
      } else {
        start = ends(rest.starts(with: "<!--".utf8) ? "-->" : ">", from: offset)
        tags.append(offset..<start)
      }
      offset = start
    }
    if start < bytes.count { texts.append(start..<bytes.count) }
  }

  /// Where the text of a source stands, member by member.
  static func texts(of source: SourceText) -> [Range<Int>] {
    let bytes = Array(source.text.utf8)
    let starts = source.memberStarts
    return zip(starts, starts.dropFirst() + [bytes.count]).flatMap { start, end in
      TagScan(String(decoding: bytes[start..<end], as: UTF8.self)).texts.map {
        $0.lowerBound + start..<$0.upperBound + start
      }
    }
  }

  /// Damages markup so that what is text stays text: tags go, stand twice or change places, characters
  /// that mean something stand in the text alone, and the end is missing.
  ///
  /// - Parameter sparing: Markup before this byte is left as it is.
  static func damaged(
    _ text: String, sparing: Int = 0, _ generator: inout SeededGenerator
  ) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let scan = TagScan(String(decoding: bytes, as: UTF8.self))
      let tags = scan.tags.filter { $0.lowerBound >= sparing }
      guard let tag = tags.randomElement(using: &generator),
        let other = tags.randomElement(using: &generator)
      else { break }
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes.removeSubrange(tag)
      case 1: bytes.insert(contentsOf: bytes[tag], at: tag.upperBound)
      case 2: bytes.insert(contentsOf: bytes[tag], at: other.lowerBound)
      case 3:
        let mark = ["&", ">", "]", "\"", "&#", "&x", "'"].randomElement(using: &generator) ?? "&"
        bytes.insert(contentsOf: mark.utf8, at: tag.upperBound)
      case 4:
        let swapped = Array(bytes[other])
        bytes.replaceSubrange(tag, with: swapped)
      default:
        var end = Int.random(in: tag.lowerBound..<bytes.count, using: &generator)
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        bytes.removeSubrange(end...)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
