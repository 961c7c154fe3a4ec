internal import Narration

/// What a Markdown document says of itself before its text.
///
/// - YAML between `---` and `---` or `...`, as Jekyll, Pandoc and most others have it, read leniently:
///   keys of the first level with a value, a quoted one, a block (`|`, `>`) or a list
/// - TOML between lines of `+++`, as Hugo has it
/// - lines `Title: …` of MultiMarkdown, and `% …` of Pandoc, up to a blank line
struct FrontMatter {
  /// A key in small letters with its value on one line.
  struct Field: Equatable {
    var key: String
    var value: String
    /// The line that the key stands in, from 0.
    var line: Int
  }

  /// UTF-8 bytes of the document, its marks included; empty when there is none.
  private(set) var range = 0..<0
  private(set) var fields: [Field] = []

  init(_ lines: MarkdownLines) {
    let first = Self.string(lines, 0)
    let found =
      switch first {
      case "---": Self.block(lines, ends: ["---", "..."], Self.yaml)
      case "+++": Self.block(lines, ends: ["+++"], Self.toml)
      default: first.hasPrefix("% ") ? Self.titleBlock(lines) : Self.headerLines(lines)
      }
    guard let found else { return }
    range = 0..<lines.end(of: found.last).upperBound
    fields = found.fields
  }

  // MARK: What it says

  private static let meanings: [String: any WritableKeyPath<Metadata, String?> & Sendable] = [
    "title": \.title, "author": \.artist, "authors": \.artist, "artist": \.artist,
    "creator": \.artist, "by": \.artist, "date": \.date, "published": \.date,
    "publishdate": \.date, "pubdate": \.date, "publication date": \.date, "show": \.album,
    "podcast": \.album, "series": \.album, "album": \.album, "language": \.language,
    "lang": \.language, "locale": \.language, "description": \.comment, "summary": \.comment,
    "subtitle": \.comment, "abstract": \.comment, "excerpt": \.comment,
  ]

  /// Whether it says anything that is known here.
  var isAboutEpisodes: Bool { fields.contains { Self.meanings[$0.key] != nil } }

  /// The metadata, and what of it cannot be used; the first of two keys of one meaning holds.
  func metadata(in source: SourceText, _ lines: MarkdownLines) -> (Metadata, [Complaint]) {
    var metadata = Metadata()
    var notices: [Complaint] = []
    for field in fields where !field.value.isEmpty {
      guard let path = Self.meanings[field.key], metadata[keyPath: path] == nil else { continue }
      let place = { source.place(of: lines[field.line]).description }
      switch path {
      case \.date:
        metadata.date = CalendarDate.iso(field.value) ?? Self.day(field.value)
        if metadata.date == nil {
          notices.append(
            Complaint(
              .notice, at: place(), "\"\(field.value)\" is no date that has one meaning",
              remedy: "write 2025-03-01"))
        }
      case \.language:
        let tag = field.value.replacing("_", with: "-")
        metadata.language = LanguageTag.isValid(tag) ? tag : nil
        if metadata.language == nil {
          notices.append(
            Complaint(
              .notice, at: place(), "\"\(field.value)\" is no language tag",
              remedy: "write a tag such as en-GB"))
        }
      default: metadata[keyPath: path] = field.value
      }
    }
    return (metadata, notices)
  }

  /// The day of a time such as `2025-03-01 10:00:00 +0100`.
  private static func day(_ value: String) -> String? {
    guard let first = value.split(separator: " ").first, first.utf8.count == 10 else { return nil }
    return CalendarDate.iso(String(first))
  }

  // MARK: Forms

  private typealias Found = (fields: [Field], last: Int)

  /// A line without the white space at its ends.
  private static func string(_ lines: MarkdownLines, _ line: Int) -> String {
    trimmed(String(decoding: lines.bytes[lines[line]], as: UTF8.self)[...])
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Longer heads are none.
  private static let mostLines = 1000

  private static func block(
    _ lines: MarkdownLines, ends: [String], _ read: ([(String, Int)]) -> [Field]?
  ) -> Found? {
    var inside: [(String, Int)] = []
    for line in lines.lines.indices.dropFirst().prefix(mostLines) {
      let text = String(decoding: lines.bytes[lines[line]], as: UTF8.self)
      if text.first?.isWhitespace != true, ends.contains(trimmed(text[...])) {
        guard let fields = read(inside) else { return nil }
        return (fields, line)
      }
      inside.append((text, line))
    }
    return nil
  }

  /// The key before a mark at the start of a line, and what follows.
  private static func entry(_ line: String, _ mark: Character) -> (key: String, value: String)? {
    guard let at = line.firstIndex(of: mark) else { return nil }
    let rest = line[line.index(after: at)...]
    let key = trimmed(line[..<at].filter { $0 != "\"" && $0 != "'" }[...])
    guard mark == "=" || rest.isEmpty || rest.first?.isWhitespace == true, !key.isEmpty,
      key.utf8.count < 60, line.first?.isWhitespace != true,
      key.allSatisfy({ $0.isLetter || $0.isNumber || "-_. ".contains($0) })
    else { return nil }
    return (key.lowercased(), trimmed(rest))
  }

  /// Nil for what is not YAML, such as prose between two rules.
  private static func yaml(_ lines: [(String, Int)]) -> [Field]? {
    var fields: [Field] = []
    var parts: [String] = []
    var isBlock = false
    func end() {
      guard !fields.isEmpty else { return }
      let joined = parts.joined(
        separator: isBlock || fields[fields.count - 1].value.isEmpty ? ", " : " ")
      let value = fields[fields.count - 1].value
      fields[fields.count - 1].value =
        isBlock
        ? parts.joined(separator: " ").onOneLine
        : scalar([value, joined].filter { !$0.isEmpty }.joined(separator: " "))
      parts = []
      isBlock = false
    }
    for (line, number) in lines {
      let text = trimmed(line[...])
      if text.isEmpty || text.hasPrefix("#") && !isBlock { continue }
      if line.first?.isWhitespace == true || text.hasPrefix("- ") || text == "-" {
        guard !fields.isEmpty else { return nil }
        parts.append(isBlock ? text : item(text))
      } else if let entry = entry(line, ":") {
        end()
        isBlock = ["|", ">", "|-", ">-", "|+", ">+"].contains(entry.value)
        fields.append(Field(key: entry.key, value: isBlock ? "" : entry.value, line: number))
      } else {
        return nil
      }
    }
    end()
    return fields.isEmpty ? nil : fields
  }

  /// What an item of a list says: `- Ada` and `- name: Ada` → `Ada`; other keys of an item are not
  /// looked at.
  private static func item(_ text: String) -> String {
    let item = text.hasPrefix("-") ? trimmed(text.dropFirst()) : text
    guard let entry = entry(item, ":") else { return text.hasPrefix("-") ? scalar(item) : item }
    return entry.key == "name" ? scalar(entry.value) : ""
  }

  /// A value without its quotes, comment and brackets: `"a \"b\""` → `a "b"`, `[a, b]` → `a, b`.
  static func scalar(_ text: String) -> String {
    switch text.first {
    case "\"":
      var value = ""
      var isEscaped = false
      for character in text.dropFirst() {
        if isEscaped {
          value.append(character == "n" || character == "t" ? " " : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          break
        } else {
          value.append(character)
        }
      }
      return value.onOneLine
    case "'":
      let inner = text.dropFirst().replacing("''", with: "\u{0}")
      return inner.prefix { $0 != "'" }.replacing("\u{0}", with: "'").onOneLine
    case "[":
      let inner = text.dropFirst().prefix { $0 != "]" }
      return inner.split(separator: ",").map { scalar(trimmed($0)) }.filter { !$0.isEmpty }
        .joined(separator: ", ")
    default:
      guard let comment = text.firstRange(of: " #") else { return text.onOneLine }
      return trimmed(text[..<comment.lowerBound]).onOneLine
    }
  }

  private static func toml(_ lines: [(String, Int)]) -> [Field]? {
    var fields: [Field] = []
    for (line, number) in lines {
      guard let entry = entry(trimmed(line[...]), "=") else { continue }
      fields.append(Field(key: entry.key, value: scalar(entry.value), line: number))
    }
    return fields.isEmpty ? nil : fields
  }

  /// `% title`, `% authors`, `% date`, each of which may go on in lines that are indented.
  private static func titleBlock(_ lines: MarkdownLines) -> Found? {
    var fields: [Field] = []
    var line = 0
    while line < min(lines.lines.count, 20), fields.count <= 3 {
      let text = String(decoding: lines.bytes[lines[line]], as: UTF8.self)
      if text.hasPrefix("%"), fields.count < 3 {
        let key = ["title", "author", "date"][fields.count]
        fields.append(Field(key: key, value: trimmed(text.dropFirst()), line: line))
      } else if text.first == " ", !lines.isBlank(line) {
        fields[fields.count - 1].value += " " + trimmed(text[...])
      } else {
        break
      }
      line += 1
    }
    return fields.isEmpty ? nil : (fields, line - 1)
  }

  /// Lines of keys up to a blank line, the first of them a key that is known here.
  private static func headerLines(_ lines: MarkdownLines) -> Found? {
    var fields: [Field] = []
    var line = 0
    while line < min(lines.lines.count, mostLines), !lines.isBlank(line) {
      let text = String(decoding: lines.bytes[lines[line]], as: UTF8.self)
      if let entry = entry(text, ":"), !entry.value.isEmpty {
        fields.append(Field(key: entry.key, value: entry.value.onOneLine, line: line))
      } else if text.first?.isWhitespace == true, !fields.isEmpty {
        fields[fields.count - 1].value += " " + text.onOneLine
      } else {
        return nil
      }
      line += 1
    }
    // Two speakers' turns look alike; what is a key among them is no name.
    guard let first = fields.first, meanings[first.key] != nil,
      fields.count(where: { meanings[$0.key] != nil }) * 2 > fields.count,
      fields.count > 1 || ["title", "author", "date"].contains(first.key)
    else { return nil }
    return (fields, line - 1)
  }
}
