internal import Narration

/// What an XML declaration says of the encoding (XML 1.0, 4.3.3), against what the bytes say.
enum XMLDeclaration {
  /// Encodings whose characters beyond ASCII are read as Windows-1252 where the bytes are no UTF-8.
  private static let western: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "latin-1", "windows-1252",
    "cp1252",
  ]

  /// The encoding that the declaration names, in lower case.
  static func encoding(of text: String) -> String? {
    guard text.hasPrefix("<?xml"), let end = text.prefix(300).firstRange(of: "?>") else {
      return nil
    }
    let declaration = text[..<end.lowerBound]
    guard let name = declaration.firstRange(of: "encoding") else { return nil }
    let value = declaration[name.upperBound...].drop { $0 == "=" || $0.isWhitespace }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return value.dropFirst().prefix { $0 != quote }.lowercased()
  }

  /// The notices of decoding that still hold.
  ///
  /// Bytes that are no UTF-8 are read as Windows-1252, which is right when the declaration says so.
  ///
  /// - Throws: ``ReadingError/Kind/undecodable`` when it names another encoding, which would come out
  ///   as other letters.
  static func check(
    _ text: String, notices: [Complaint], named name: String
  ) throws(ReadingError) -> [Complaint] {
    guard !notices.isEmpty, let encoding = encoding(of: text) else { return notices }
    guard western.contains(encoding) else {
      throw ReadingError(
        .undecodable, at: "\(name):1", "the encoding is \(encoding), which is not read",
        remedy: "save it as UTF-8: iconv -f \(encoding.filter { $0.isASCII && $0 != " " }) -t UTF-8"
      )
    }
    return encoding.hasPrefix("utf") ? notices : notices.filter { $0.severity != .notice }
  }
}
