/// The formats that episodes come in.
///
/// Told from the content first, from the name second; `--from` names one and ends all telling. A
/// further format is a case here, a sign by which it is known, and a reader in a folder of its own.
public enum SourceFormat: String, CaseIterable, Hashable, Sendable {
  /// Paragraphs of plain text, as feeds' show notes are copied.
  case plainText = "text"
  /// A page of the web.
  case html
}

extension SourceFormat {
  /// What the bytes say of themselves, and where they say nothing what the name says.
  static func sign(of bytes: [UInt8], named name: String) -> SourceFormat {
    content(of: bytes) ?? named(name) ?? .plainText
  }

  /// How many bytes are looked at.
  private static let head = 4096

  /// Told from the first bytes: `<!DOCTYPE html>` → HTML.
  private static func content(of bytes: [UInt8]) -> SourceFormat? {
    var bytes = bytes.prefix(head)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let start = String(decoding: bytes, as: UTF8.self)
      .drop(while: \.isWhitespace).prefix(64).lowercased()
    let pages = ["<!doctype html", "<html", "<head", "<body"]
    if pages.contains(where: { start.hasPrefix($0) }) { return .html }
    return nil
  }

  /// Told from what a name ends in.
  private static func named(_ name: String) -> SourceFormat? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm", "xhtml": return .html
    default: return nil
    }
  }
}
