/// A walk through bytes that nobody vouches for: what is not there is nil, and nothing is read past
/// the end.
struct ByteCursor {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// Bytes that are left.
  var count: Int { bytes.endIndex - position }
  var isAtEnd: Bool { count == 0 }
  /// What is left.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// The next bytes, or nil where there are fewer.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= self.count else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// The next bytes, or as many as are left.
  mutating func takeUp(to count: Int) -> ArraySlice<UInt8> {
    take(max(0, min(count, self.count))) ?? []
  }

  /// A number of up to eight bytes, the lowest first; what no `Int` holds is the largest one.
  mutating func little(_ width: Int) -> Int? {
    take(width).map { $0.reversed().asNumber }
  }

  /// A number of up to eight bytes, the highest first; what no `Int` holds is the largest one.
  mutating func big(_ width: Int) -> Int? {
    take(width).map(\.asNumber)
  }

  /// Bytes up to a NUL of so many bytes, which is passed, or to the end.
  mutating func takeUntilNUL(width: Int = 1) -> ArraySlice<UInt8> {
    let start = position
    while count >= width {
      if bytes[position..<position + width].allSatisfy({ $0 == 0 }) {
        defer { position += width }
        return bytes[start..<position]
      }
      position += width
    }
    position = bytes.endIndex
    return bytes[start...]
  }
}

extension Sequence<UInt8> {
  fileprivate var asNumber: Int {
    Int(clamping: reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// Four letters of a chunk's or frame's name; what is no letter is shown as `?`.
  var asLetters: String {
    String(String.UnicodeScalarView(map { (32...126).contains($0) ? Unicode.Scalar($0) : "?" }))
  }
}

extension Collection<UInt8> {
  /// Text in UTF-8, or else one character a byte, up to the first NUL.
  var asText: String {
    let bytes = prefix { $0 != 0 }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.asLatin1
  }

  /// Text of one character a byte (ISO 8859-1).
  var asLatin1: String { String(String.UnicodeScalarView(map { Unicode.Scalar($0) })) }
}
