/// The encoding that a page or an XML document declares for itself.
///
/// The declaration of XML (XML 1.0, 4.3.3), `meta charset` and `meta http-equiv`, looked for as the
/// HTML Standard does before it parses (13.2.3.2), comments passed over. It is believed only where
/// the bytes do not say otherwise: a byte order mark and sound UTF-8 are stronger.
struct DeclaredEncoding: Equatable {
  /// The label as it is written, in lower case: `iso-8859-1`.
  var label: String
  /// The name of the WHATWG Encoding Standard (4.2): `windows-1252`; nil for a label that is none of
  /// its.
  var name: String?
  /// Whether a declaration of XML says so, which is binding (XML 1.0, 4.3.3).
  var isOfXML = false

  /// Whether bytes that are no UTF-8 cannot be read where they were not decoded by now: the label is
  /// an encoding that the C library lacks, or one of XML that nobody knows.
  ///
  /// A page whose label nobody knows is read as if it had none (HTML Standard, 13.2.3.2).
  var isUnreadable: Bool {
    name.map { !["utf-8", "utf-16", "windows-1252"].contains($0) } ?? isOfXML
  }

  /// How many bytes are looked at; the HTML Standard says 1,024, pages are often later.
  private static let head = 4096

  /// Whether bytes begin as markup does.
  static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].first { $0 > 0x20 } == UInt8(ascii: "<")
  }

  /// What bytes of markup declare; nil for anything else and without a declaration.
  init?(in bytes: [UInt8]) {
    guard Self.isMarkup(bytes) else { return nil }
    let head = String(
      decoding: bytes.prefix(Self.head).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self
    ).lowercased()
    let labelOfXML = Self.ofXML(head)
    guard let label = labelOfXML ?? Self.ofMeta(head) else { return nil }
    self.label = label
    isOfXML = labelOfXML != nil
    name = Self.names[label]
  }

  private static func ofXML(_ head: String) -> String? {
    let text = head.drop { $0.isWhitespace }
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return nil }
    return value(after: "encoding", in: text[..<end.lowerBound])
  }

  private static func ofMeta(_ head: String) -> String? {
    var rest = head[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { return nil }
      if rest.hasPrefix("<meta"), let found = value(after: "charset", in: rest[..<end]) {
        return found
      }
      rest = rest[rest.index(after: end)...]
    }
    return nil
  }

  /// `charset = "utf-8"` → `utf-8`.
  private static func value(after key: String, in text: Substring) -> String? {
    guard let found = text.firstRange(of: key) else { return nil }
    let rest = text[found.upperBound...].drop(while: \.isWhitespace)
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    let label = value.prefix { $0.isLetter || $0.isNumber || "-_:.+".contains($0) }
    return label.isEmpty ? nil : String(label)
  }

  /// Names by label.
  private static let names: [String: String] = {
    // One line for each encoding: its name, then its labels.
    let table = """
      utf-8 unicode-1-1-utf-8 utf8 x-unicode20utf8
      utf-16 utf-16le utf-16be unicode ucs-2
      ibm866 866 cp866 csibm866
      iso-8859-2 iso8859-2 iso_8859-2 latin2 l2
      iso-8859-3 iso8859-3 latin3
      iso-8859-4 iso8859-4 latin4
      iso-8859-5 iso8859-5 cyrillic
      iso-8859-6 iso8859-6 arabic
      iso-8859-7 iso8859-7 greek greek8
      iso-8859-8 iso8859-8 hebrew iso-8859-8-i logical visual
      iso-8859-10 iso8859-10 latin6
      iso-8859-13 iso8859-13
      iso-8859-14 iso8859-14
      iso-8859-15 iso8859-15 iso_8859-15 latin9
      iso-8859-16
      koi8-r koi koi8 koi8_r
      koi8-u koi8-ru
      macintosh mac x-mac-roman
      windows-874 dos-874 iso-8859-11 iso8859-11 tis-620
      windows-1250 cp1250 x-cp1250
      windows-1251 cp1251 x-cp1251
      windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 ibm819 iso-8859-1 iso8859-1 iso88591 \
      iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252
      windows-1253 cp1253 x-cp1253
      windows-1254 cp1254 iso-8859-9 iso8859-9 iso_8859-9 l5 latin5 x-cp1254
      windows-1255 cp1255 x-cp1255
      windows-1256 cp1256 x-cp1256
      windows-1257 cp1257 x-cp1257
      windows-1258 cp1258 x-cp1258
      gbk chinese gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk
      gb18030
      big5 big5-hkscs cn-big5 x-x-big5
      euc-jp x-euc-jp
      iso-2022-jp
      shift_jis ms932 ms_kanji shift-jis sjis windows-31j x-sjis
      euc-kr korean ks_c_5601-1987 ksc5601 windows-949
      """
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let labels = line.split(separator: " ")
      for label in labels { names[String(label)] = labels.first.map(String.init) }
    }
    return names
  }()
}
