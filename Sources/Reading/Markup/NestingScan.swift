/// Takes out of HTML what would cost a parser more than the text is worth, before it sees it: tags
/// that nest too deep, formatting that is opened again in every block, and attributes by the
/// thousand.
///
/// What is taken out is overwritten with spaces, so that every other byte keeps its place; text is
/// never touched.
struct NestingScan {
  /// What was taken out.
  struct Findings: Equatable {
    /// Where the first tag stood that was nested too deep; nil when there was none.
    var tooDeep: Int?
    /// Where formatting began to be passed over; nil when all of it stands.
    var endlessFormatting: Int?
    /// Where the first tag stood that had too many attributes.
    var tooManyAttributes: Int?
    /// Where a comment, a tag or a program begins that never ends; nil when all end.
    var unended: Int?
  }

  /// How deep elements may nest, which is as deep as Blink lets them.
  ///
  /// Its `kMaximumHTMLParserDOMTreeDepth` is far deeper than any page that people read; Gumbo's time
  /// grows with the square of the depth.
  static let deepest = 512
  /// Formatting elements that may be open at a time.
  private static let mostFormatting = 64
  /// Attributes of one tag: Gumbo compares each with all before it.
  private static let mostAttributes = 100

  private var open = OpenTags()
  /// Tags taken out that are still open, by name.
  private var beyond: [String: Int] = [:]
  /// How often a parser would open formatting again.
  private var reopened = 0
  private let keepsFormatting: Bool
  private(set) var findings = Findings()

  private init(keepsFormatting: Bool) { self.keepsFormatting = keepsFormatting }

  /// Overwrites what is too much.
  static func flatten(_ bytes: inout [UInt8]) -> Findings {
    var scan = NestingScan(keepsFormatting: true)
    if scan.scan(&bytes) { return scan.findings }
    // Too much is opened again: formatting is of no use to a listener, so all of it goes.
    var second = NestingScan(keepsFormatting: false)
    _ = second.scan(&bytes)
    var findings = second.findings
    findings.tooDeep = [findings.tooDeep, scan.findings.tooDeep].compactMap(\.self).min()
    findings.tooManyAttributes = findings.tooManyAttributes ?? scan.findings.tooManyAttributes
    findings.unended = findings.unended ?? scan.findings.unended
    return findings
  }

  /// Goes through all tags; false when formatting is opened again too often.
  private mutating func scan(_ bytes: inout [UInt8]) -> Bool {
    let mostReopened = 250_000 + bytes.count / 8
    var offset = 0
    while let start = Self.next(UInt8(ascii: "<"), from: offset, in: bytes) {
      offset = start + 1
      guard offset < bytes.count else { break }
      if bytes[offset] == UInt8(ascii: "!") || bytes[offset] == UInt8(ascii: "?") {
        offset = endOfDeclaration(at: offset, in: bytes)
        continue
      }
      let isEnd = bytes[offset] == UInt8(ascii: "/")
      let nameStart = isEnd ? offset + 1 : offset
      guard nameStart < bytes.count, (bytes[nameStart] | 0x20) &- 0x61 < 26 else {
        // `</ …>` is a comment, `<3` is text.
        if isEnd { offset = (Self.next(UInt8(ascii: ">"), from: offset, in: bytes) ?? offset) + 1 }
        continue
      }
      var nameEnd = nameStart
      while nameEnd < bytes.count, !Self.endsName(bytes[nameEnd]) { nameEnd += 1 }
      let close = endOfTag(from: nameEnd, &bytes, tag: start)
      offset = close
      let name = String(
        decoding: bytes[nameStart..<min(nameEnd, nameStart + 32)], as: UTF8.self
      ).lowercased()
      let kind = TagKind.of(name)
      if name == "frameset" || name == "frame" || name == "isindex" {
        // Parsers drop all text beside frames, and write one of their own for an index.
        Self.blank(start..<close, &bytes)
      } else if isEnd {
        end(name, kind, start..<close, &bytes)
      } else if kind.contains(.raw), !open.isForeign {
        if kind.contains(.endsParagraph) { _ = open.prepare(name, kind) }
        if name == "plaintext" { break }
        offset = end(of: "</\(name)", from: close, in: bytes, begun: start)
      } else {
        let isClosed = close >= start + 3 && bytes[close - 2] == UInt8(ascii: "/")
        begin(name, kind, isClosed: isClosed, start..<close, &bytes)
      }
      guard reopened <= mostReopened || !keepsFormatting else { return false }
    }
    return true
  }

  private mutating func begin(
    _ name: String, _ kind: TagKind, isClosed: Bool, _ tag: Range<Int>, _ bytes: inout [UInt8]
  ) {
    if kind.contains(.void) && !open.isForeign { return }
    guard open.prepare(name, kind) else { return }
    if open.isForeign || kind.contains(.foreign), isClosed { return }
    if kind.contains(.formatting), !open.isForeign {
      guard keepsFormatting else {
        if findings.endlessFormatting == nil { findings.endlessFormatting = tag.lowerBound }
        return Self.blank(tag, &bytes)
      }
      guard open.formatting.count < Self.mostFormatting else { return takeOut(name, tag, &bytes) }
      return open.beginFormatting(name)
    }
    guard open.depth < Self.deepest else { return takeOut(name, tag, &bytes) }
    open.begin(name, kind)
    reopened += open.formatting.count
  }

  private mutating func takeOut(_ name: String, _ tag: Range<Int>, _ bytes: inout [UInt8]) {
    beyond[name, default: 0] += 1
    if findings.tooDeep == nil { findings.tooDeep = tag.lowerBound }
    Self.blank(tag, &bytes)
  }

  private mutating func end(
    _ name: String, _ kind: TagKind, _ tag: Range<Int>, _ bytes: inout [UInt8]
  ) {
    if let count = beyond[name], count > 0 {
      beyond[name] = count - 1
      return Self.blank(tag, &bytes)
    }
    if kind.contains(.formatting), !keepsFormatting, !open.isForeign {
      return Self.blank(tag, &bytes)
    }
    if open.end(name, kind), !kind.contains(.formatting) {
      beyond.removeAll(keepingCapacity: true)
      reopened += open.formatting.count
    }
  }

  // MARK: Bytes

  private static func next(_ byte: UInt8, from start: Int, in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = start
      while offset < buffer.count {
        if buffer[offset] == byte { return offset }
        offset += 1
      }
      return nil
    }
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// The offset behind a comment, a document type or a section of character data.
  private mutating func endOfDeclaration(at offset: Int, in bytes: [UInt8]) -> Int {
    if bytes[offset...].starts(with: "!--".utf8) {
      // `<!-->` and `<!--->` are whole comments; `--!>` ends one as well.
      var from = offset + 1
      while let dash = Self.next(UInt8(ascii: "-"), from: from, in: bytes) {
        from = dash + 1
        let rest = bytes[from...]
        if rest.starts(with: "->".utf8) { return from + 2 }
        if dash > offset + 2, rest.starts(with: "-!>".utf8) { return from + 3 }
        if dash == offset + 2, rest.starts(with: ">".utf8) { return from + 1 }
      }
      return unended(offset - 1, in: bytes)
    }
    if open.isForeign, bytes[offset...].starts(with: "![CDATA[".utf8) {
      return end(of: "]]>", from: offset, in: bytes, begun: offset - 1)
    }
    return Self.next(UInt8(ascii: ">"), from: offset, in: bytes).map { $0 + 1 }
      ?? unended(offset - 1, in: bytes)
  }

  /// Takes in that something goes on to the end of the text.
  private mutating func unended(_ start: Int, in bytes: [UInt8]) -> Int {
    if findings.unended == nil { findings.unended = start }
    return bytes.count
  }

  /// The offset behind the `>` that ends a tag (HTML Standard, 13.2.5.32 to 40); attributes beyond
  /// the hundredth are overwritten.
  private mutating func endOfTag(from start: Int, _ bytes: inout [UInt8], tag: Int) -> Int {
    var offset = start
    var attributes = 0
    var blankFrom: Int?
    let count = bytes.count
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
    while offset < count, bytes[offset] != UInt8(ascii: ">") {
      if isSpace(bytes[offset]) || bytes[offset] == UInt8(ascii: "/") {
        offset += 1
        continue
      }
      if attributes == Self.mostAttributes { blankFrom = offset }
      attributes += 1
      // The name; an equals sign may begin it.
      offset += 1
      while offset < count, !Self.endsName(bytes[offset]), bytes[offset] != UInt8(ascii: "=") {
        offset += 1
      }
      while offset < count, isSpace(bytes[offset]) { offset += 1 }
      guard offset < count, bytes[offset] == UInt8(ascii: "=") else { continue }
      offset += 1
      while offset < count, isSpace(bytes[offset]) { offset += 1 }
      guard offset < count else { break }
      let quote = bytes[offset]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        if let end = Self.next(quote, from: offset + 1, in: bytes) {
          offset = end + 1
        } else {
          // Without this the rest of the page would be the value.
          _ = unended(tag, in: bytes)
          bytes[offset] = 0x20
        }
      } else {
        while offset < count, !isSpace(bytes[offset]), bytes[offset] != UInt8(ascii: ">") {
          offset += 1
        }
      }
    }
    if let blankFrom {
      if findings.tooManyAttributes == nil { findings.tooManyAttributes = tag }
      let end = bytes[min(offset, count) - 1] == UInt8(ascii: "/") ? offset - 1 : offset
      Self.blank(blankFrom..<max(blankFrom, min(end, count)), &bytes)
    }
    if offset >= count { return unended(tag, in: bytes) }
    return offset + 1
  }

  /// The offset behind the next occurrence of some ASCII letters in any case, or the end.
  private mutating func end(
    of mark: String, from start: Int, in bytes: [UInt8], begun: Int
  ) -> Int {
    let mark = Array(mark.utf8)
    let found: Int? = bytes.withUnsafeBufferPointer { buffer in
      var offset = start
      while offset + mark.count <= buffer.count {
        if buffer[offset] == mark[0] {
          var length = 1
          while length < mark.count,
            buffer[offset + length] == mark[length]
              || mark[length] &- 0x61 < 26 && buffer[offset + length] | 0x20 == mark[length]
          {
            length += 1
          }
          if length == mark.count { return offset + mark.count }
        }
        offset += 1
      }
      return nil
    }
    return found ?? unended(begun, in: bytes)
  }

  private static func blank(_ range: Range<Int>, _ bytes: inout [UInt8]) {
    for offset in range where bytes[offset] != 0x0A && bytes[offset] != 0x0D {
      bytes[offset] = 0x20
    }
  }
}
