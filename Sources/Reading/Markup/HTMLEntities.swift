internal import CGumbo

/// The character references of HTML5, of which there are 2,231 with names.
enum HTMLEntities {
  /// What a name stands for: `eacute` → `é`; nil for a name that HTML does not have.
  static func text(of name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= longest,
      name.utf8.allSatisfy({ isNamePart($0) })
    else { return nil }
    // `&nothing;` begins with `&not`, which HTML knows without its semicolon.
    guard let text = decoded("&\(name);"), text == ";" || !text.hasSuffix(";") else { return nil }
    return text
  }

  /// The reference that begins with an ampersand at an offset, and where it ends; of many references
  /// an ``EntityCache`` is asked.
  static func reference(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, until limit: Int
  ) -> (text: String, end: Int)? {
    var cache = EntityCache()
    return cache.reference(at: start, in: bytes, until: limit)
  }

  /// The longest name is `CounterClockwiseContourIntegral`.
  static let longest = 32

  static func isNamePart(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// What Gumbo makes of a reference; nil when it stays as it is.
  static func decoded(_ reference: String) -> String? {
    switch reference {
    case "&amp;": return "&"
    case "&lt;": return "<"
    case "&gt;": return ">"
    case "&quot;": return "\""
    case "&nbsp;": return "\u{A0}"
    default: break
    }
    // Before a letter, so that a reference to white space is not dropped with the body's edges.
    guard let output = gumbo_parse("<body>.\(reference)") else { return nil }
    defer {
      var options = kGumboDefaultOptions
      gumbo_destroy_output(&options, output)
    }
    let html = output.pointee.root.pointee.v.element.children
    for index in 0..<Int(html.length) {
      guard let child = html.data[index]?.assumingMemoryBound(to: GumboNode.self),
        child.pointee.type == GUMBO_NODE_ELEMENT, child.pointee.v.element.tag == GUMBO_TAG_BODY,
        child.pointee.v.element.children.length > 0,
        let text = child.pointee.v.element.children.data[0]?.assumingMemoryBound(to: GumboNode.self)
      else { continue }
      let found = String(String(cString: text.pointee.v.text.text).dropFirst())
      return found == reference || found.isEmpty ? nil : found
    }
    return nil
  }
}

/// Character references as a document has them; each is looked up once.
struct EntityCache {
  private var known: [String: String?] = [:]

  /// What a name stands for: `eacute` → `é`; nil for a name that HTML does not have.
  mutating func text(of name: String) -> String? {
    if let found = known[name] { return found }
    let text = HTMLEntities.text(of: name)
    known[name] = .some(text)
    return text
  }

  /// The reference that begins with an ampersand at an offset, and where it ends.
  ///
  /// `&amp;` and `&#8217;` as well as the old names that stand without a semicolon, as in `AT&amp T`.
  mutating func reference(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, until limit: Int
  ) -> (text: String, end: Int)? {
    var end = start + 1
    let most = min(limit, start + HTMLEntities.longest + 4)
    if end < most, bytes[end] == UInt8(ascii: "#") { end += 1 }
    while end < most, HTMLEntities.isNamePart(bytes[end]) { end += 1 }
    guard end > start + 1 else { return nil }
    if end < limit, bytes[end] == UInt8(ascii: ";") { end += 1 }
    let written = String(decoding: bytes[start..<end], as: UTF8.self)
    if let text = Self.numeric(written) { return (text, end) }
    let decoded: String?
    if let found = known["&" + written] {
      decoded = found
    } else {
      decoded = HTMLEntities.decoded(written)
      known["&" + written] = .some(decoded)
    }
    guard let text = decoded else { return nil }
    // Of `&notit` only `&not` is a reference; what follows it comes out as it stands.
    var tail = 0
    let (from, to) = (Array(written.utf8), Array(text.utf8))
    while tail < min(from.count, to.count) - 1,
      from[from.count - 1 - tail] == to[to.count - 1 - tail]
    {
      tail += 1
    }
    return (String(decoding: to[..<(to.count - tail)], as: UTF8.self), end - tail)
  }

  /// A reference by number to a usual character; the others have rules of their own.
  private static func numeric(_ reference: String) -> String? {
    guard reference.hasPrefix("&#"), reference.hasSuffix(";") else { return nil }
    let digits = reference.dropFirst(2).dropLast()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
      value >= 0xA0 || (0x20...0x7E).contains(value), value & 0xFFFE != 0xFFFE,
      !(0xFDD0...0xFDEF).contains(value), let scalar = Unicode.Scalar(value)
    else { return nil }
    return String(Character(scalar))
  }
}
