/// The formats that episodes come in.
///
/// Told from the content first, from the name second; `--from` names one and ends all telling. A
/// further format is a case here and a reader in a folder of its own.
public enum SourceFormat: String, CaseIterable, Hashable, Sendable {
  /// Paragraphs of plain text, as feeds' show notes are copied.
  case plainText = "text"
}

/// What the first characters of a text say of its format.
enum FormatSign {
  /// The name of a markup that plain-text reading would speak aloud, or nil for prose.
  ///
  /// `<!DOCTYPE html>` → `an HTML page`, `WEBVTT` → `WebVTT captions`.
  static func markup(of text: String) -> String? {
    let head = text.unicodeScalars.prefix(256)
      .drop(while: { $0.properties.isWhitespace })
    let start = String(String.UnicodeScalarView(head)).lowercased()
    let signs: [(prefix: String, name: String)] = [
      ("<!doctype html", "an HTML page"), ("<html", "an HTML page"),
      ("<rss", "an RSS feed"), ("<feed", "an Atom feed"), ("<?xml", "an XML document"),
      ("<!doctype", "an SGML or XML document"), ("{\\rtf", "an RTF document"),
    ]
    if let sign = signs.first(where: { start.hasPrefix($0.prefix) }) { return sign.name }
    // The signature line stands alone: W3C WebVTT, section 4.1.
    if start == "webvtt" || start.hasPrefix("webvtt\n") || start.hasPrefix("webvtt\r")
      || start.hasPrefix("webvtt ")
    {
      return String(text.unicodeScalars.prefix(6)) == "WEBVTT" ? "WebVTT captions" : nil
    }
    return nil
  }

  /// The name of a markup that reads tolerably as plain text, told from the file's name.
  static func lightMarkup(ofName name: String) -> String? {
    let lower = name.lowercased()
    return lower.hasSuffix(".md") || lower.hasSuffix(".markdown") ? "Markdown" : nil
  }
}
