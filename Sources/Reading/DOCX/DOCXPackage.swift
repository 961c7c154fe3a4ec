internal import Narration

/// The parts of a package of Office Open XML (ECMA-376, part 2), and which is which.
struct DOCXPackage {
  /// A part that was read, and where its text stands in the episode's source.
  struct Part {
    var path: String
    var tree: MarkupTree
    var base: Int
    var isFlattened: Bool
  }

  /// What a part refers to by an id.
  struct Relationship {
    var type: Substring
    var target: String
    var isExternal: Bool
  }

  let name: String
  private let archive: ZipArchive
  /// The parts that hold text, as members of the episode's source.
  private(set) var members: [(name: String, text: String)] = []
  private var length = 0
  private var damages: [Complaint] = []
  /// What stands behind damage in the parts that hold text.
  private(set) var lost: [Omission] = []

  /// Opens a package.
  ///
  /// - Parameter limit: The most bytes that its parts may have together; XML is long beside its text.
  init(_ bytes: [UInt8], named name: String, limit: Int) throws(ReadingError) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw ReadingError(
        .unsupported, at: name, "this is an old or an encrypted Office document",
        remedy: "open it in a word processor and save it as DOCX without a password")
    }
    guard bytes.starts(with: [0x50, 0x4B]) else {
      throw ReadingError(
        .undecodable, at: name, "this is no ZIP archive, as every DOCX is",
        remedy: "name another format with --from, or get the file again")
    }
    self.name = name
    archive = try ZipArchive(bytes, named: name, limit: limit)
  }

  /// What went wrong so far.
  var notices: [Complaint] { archive.notices + damages }

  /// The path of the document itself.
  ///
  /// - Throws: ``ReadingError/Kind/unsupported`` when the package holds none.
  mutating func mainPath() throws(ReadingError) -> String {
    let relationships = try relationships(at: "_rels/.rels", from: "")
    let named = relationships.sorted { $0.key < $1.key }.map(\.value)
      .first { $0.type == "officeDocument" && !$0.isExternal }?.target
    for path in [named, "word/document.xml"].compactMap(\.self)
    where archive.member(path) != nil && !path.hasPrefix("xl/") && !path.hasPrefix("ppt/") {
      return path
    }
    let folders = Set(archive.members.map { $0.name.prefix { $0 != "/" } })
    let kind =
      folders.contains("xl")
      ? "a spreadsheet" : folders.contains("ppt") ? "a presentation" : "no DOCX"
    throw ReadingError(
      .unsupported, at: name, "this is \(kind): the archive holds no word/document.xml",
      remedy: "save its text as DOCX or as plain text")
  }

  /// What a part refers to, by id; nothing when the part refers to nothing.
  mutating func relationships(of path: String) throws(ReadingError) -> [String: Relationship] {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let file = slash.map { path[path.index(after: $0)...] } ?? path[...]
    return try relationships(at: "\(folder)_rels/\(file).rels", from: path)
  }

  private mutating func relationships(
    at path: String, from part: String
  ) throws(ReadingError) -> [String: Relationship] {
    guard let tree = try tree(of: path) else { return [:] }
    var found: [String: Relationship] = [:]
    for element in tree.root.descendants("Relationship") {
      guard let id = element["Id"], let type = element["Type"], let target = element["Target"]
      else { continue }
      let kind = type.split(separator: "/").last ?? ""
      let isExternal = element["TargetMode"] == "External"
      if isExternal {
        found[id] = Relationship(type: kind, target: target, isExternal: true)
      } else if let resolved = MemberPath.resolve(target, in: part.isEmpty ? "document" : part) {
        found[id] = Relationship(type: kind, target: resolved.member, isExternal: false)
      }
    }
    return found
  }

  /// A part without text of its own, such as the styles; nil when it is not there.
  mutating func tree(of path: String) throws(ReadingError) -> MarkupTree? {
    guard let bytes = try archive.bytes(of: path) else { return nil }
    let place = "\(name)/\(path)"
    let decoded = MemberText.decode(bytes, named: place)
    let parsed = XMLParser.parse(decoded.text, named: place)
    damages += decoded.notices + parsed.warnings
    return parsed.tree
  }

  /// A part with text, which becomes a member of the episode's source; nil when it is not there.
  mutating func part(_ path: String) throws(ReadingError) -> Part? {
    guard let bytes = try archive.bytes(of: path) else { return nil }
    let place = "\(name)/\(path)"
    let decoded = MemberText.decode(bytes, named: place)
    let parsed = XMLParser.parse(decoded.text, named: place, base: length)
    damages += decoded.notices + parsed.warnings
    lost += parsed.lost
    if parsed.isFlattened {
      damages.append(
        Complaint(
          .warning, at: place,
          "elements nest more than \(MarkupBuilder.deepest) deep; the inner ones are read as text"))
    }
    let part = Part(
      path: path, tree: parsed.tree, base: length, isFlattened: parsed.isFlattened)
    members.append((place, decoded.text))
    length += decoded.text.utf8.count
    return part
  }

  /// Where the text of all parts read so far ends.
  var end: Int { length }
}
