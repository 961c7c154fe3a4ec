/// Paths of members in a container, which have `/` between folders and no way out of it.
enum MemberPath {
  /// The name of a member as a plain path, nil when it leads out of the archive.
  ///
  /// `OEBPS\ch1.xhtml` → `OEBPS/ch1.xhtml`, `./a//b` → `a/b`; `../a`, `/a`, `C:\a` → nil.
  static func safe(_ name: String) -> String? {
    let plain = name.replacing("\\", with: "/")
    guard !plain.isEmpty, !plain.hasPrefix("/"), !plain.utf8.contains(0) else { return nil }
    let head = plain.utf8.prefix(2)
    if head.count == 2, head.last == UInt8(ascii: ":"), let letter = head.first,
      (letter | 0x20) &- 0x61 < 26
    {
      return nil
    }
    let parts = plain.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    return parts.joined(separator: "/")
  }

  /// The member that a relative reference in a member leads to (RFC 3986, section 5.2), and the
  /// fragment behind it.
  ///
  /// In `OEBPS/text/a.xhtml`: `../notes.xhtml#n1` → `OEBPS/notes.xhtml`, `n1`; `#n1` → the member
  /// itself. Escapes are decoded. Nil for an address with a scheme or a host, and for what leads
  /// out of the archive.
  static func resolve(
    _ reference: String, in member: String
  ) -> (member: String, fragment: String?)? {
    let written = reference.drop { $0.isWhitespace }
    let hash = written.firstIndex(of: "#")
    let fragment = hash.map { decoded(written[written.index(after: $0)...]) }
    var path = written[..<(hash ?? written.endIndex)]
    if let query = path.firstIndex(of: "?") { path = path[..<query] }
    while path.last?.isWhitespace ?? false { path.removeLast() }
    guard !path.isEmpty else { return (member, fragment) }
    guard !hasScheme(path), !path.hasPrefix("//") else { return nil }
    var parts: [Substring] = []
    // A path that begins with a slash is taken from the root of the container.
    if !path.hasPrefix("/") { parts = member.split(separator: "/").dropLast() }
    let plain = decoded(path).replacing("\\", with: "/")
    for part in plain.split(separator: "/") where part != "." {
      guard part == ".." else {
        parts.append(part)
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    guard !parts.isEmpty, !plain.utf8.contains(0) else { return nil }
    return (parts.joined(separator: "/"), fragment)
  }

  private static func hasScheme(_ path: Substring) -> Bool {
    guard let colon = path.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = path.utf8[..<colon]
    guard let first = scheme.first, (first | 0x20) &- 0x61 < 26 else { return false }
    return scheme.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  /// Percent escapes as the UTF-8 they stand for; what is no escape stays as it is.
  static func decoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    return String(decoding: PercentEscapes.bytes(of: text), as: UTF8.self)
  }
}
