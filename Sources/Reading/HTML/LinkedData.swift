/// The texts of JSON-LD that a page carries (schema.org), each with the keys that lead to it.
///
/// `{"@type": "Article", "author": {"name": "Ada"}}` → `author` `name`: `Ada`. What is not JSON ends
/// the reading; what was found before it stands.
struct LinkedData {
  /// Keys from the outside, arrays passed over, and the text.
  private(set) var texts: [(keys: [String], text: String)] = []

  /// Texts beyond this are none of an article's.
  private static let most = 2000
  private static let deepest = 64

  /// Reads one script of a page.
  init(_ json: String) {
    var json = json
    json.withUTF8 { read($0) }
  }

  /// The first text at the end of some keys, the one with the fewest keys before them.
  func first(_ keys: String...) -> String? { all(keys).first }

  /// All texts at the end of some keys that stand as far outside as the first of them.
  func all(_ keys: [String]) -> [String] {
    let found = texts.filter { $0.keys.suffix(keys.count).elementsEqual(keys) }
    guard let least = found.map(\.keys.count).min() else { return [] }
    return found.filter { $0.keys.count == least }.map(\.text)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    // For each object or array that is open, the key of what is read in it, nil in an array.
    var open: [(isObject: Bool, key: String?)] = []
    var isKey = false
    var offset = 0
    while offset < bytes.count, texts.count < Self.most {
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.deepest else { return }
        isKey = bytes[offset] == UInt8(ascii: "{")
        open.append((isKey, nil))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.popLast() != nil else { return }
        isKey = false
      case UInt8(ascii: ","): isKey = open.last?.isObject ?? false
      case UInt8(ascii: ":"): isKey = false
      case UInt8(ascii: "\""):
        guard let (text, end) = Self.string(at: offset, in: bytes) else { return }
        offset = end
        if isKey, !open.isEmpty {
          open[open.count - 1].key = text
        } else {
          texts.append((open.compactMap(\.key), text))
        }
        continue
      default: break
      }
      offset += 1
    }
  }

  /// The string that begins with the quotation mark at an offset, and where it ends (RFC 8259, 7).
  private static func string(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (text: String, end: Int)? {
    var text: [UInt8] = []
    var offset = start + 1
    var units: [UInt16] = []
    func flush() {
      guard !units.isEmpty else { return }
      text += Array(String(decoding: units, as: UTF16.self).utf8)
      units = []
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\"), offset + 1 < bytes.count {
        let escape = bytes[offset + 1]
        if escape == UInt8(ascii: "u"), offset + 5 < bytes.count,
          let unit = UInt16(
            String(decoding: bytes[offset + 2..<offset + 6], as: UTF8.self), radix: 16)
        {
          units.append(unit)
          offset += 6
          continue
        }
        flush()
        switch escape {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"),
          UInt8(ascii: "f"):
          text.append(0x20)
        default: text.append(escape)
        }
        offset += 2
        continue
      }
      flush()
      if byte == UInt8(ascii: "\"") { return (String(decoding: text, as: UTF8.self), offset + 1) }
      text.append(byte)
      offset += 1
    }
    return nil
  }
}
