internal import Narration

/// The container of a book (OCF: EPUB 3.3, section 4): where its package document is, and whether it
/// may be read.
struct EPUBContainer {
  let archive: ZipArchive
  private(set) var notices: [Complaint] = []

  init(_ archive: ZipArchive) { self.archive = archive }

  /// The member that is the package document.
  ///
  /// `META-INF/container.xml` names it (section 4.2.6.3.1); where that is missing or says nothing, it
  /// is the first member that ends in `.opf`, with a warning.
  mutating func packagePath() throws(ReadingError) -> String {
    let container = "META-INF/container.xml"
    var what = "META-INF/container.xml is missing"
    if let bytes = try archive.bytes(of: container) {
      let name = "\(archive.name)/\(container)"
      let decoded = MemberText.decode(bytes, named: name)
      let parsed = XMLParser.parse(decoded.text, named: name)
      let paths = parsed.tree.root.descendants("rootfile").filter {
        $0["media-type"].map { $0 == "application/oebps-package+xml" } ?? true
      }.compactMap { $0["full-path"].flatMap { MemberPath.resolve($0, in: "") }?.member }
      if let path = paths.first(where: { archive.member($0) != nil }) {
        notices += decoded.notices + parsed.warnings
        return path
      }
      what =
        paths.first.map { "META-INF/container.xml names \($0), which is not in the archive" }
        ?? "META-INF/container.xml names no package document"
      if let damage = parsed.damage { what += " (\(damage.what))" }
    }
    guard let path = archive.members.first(where: { $0.name.lowercased().hasSuffix(".opf") })?.name
    else {
      throw ReadingError(
        .undecodable, at: archive.name, "\(what), and nothing else says what is in this book",
        remedy: "check that it is an EPUB; a ZIP archive of texts has to be unpacked")
    }
    notices.append(
      Complaint(.warning, at: archive.name, "\(what); \(path) is taken for the package document"))
    return path
  }

  /// The members that cannot be read because they are encrypted (OCF, section 4.2.6.3.2).
  ///
  /// Fonts are often obfuscated so, which concerns nobody who listens.
  mutating func encryptedMembers() throws(ReadingError) -> Set<String> {
    let path = "META-INF/encryption.xml"
    guard let bytes = try archive.bytes(of: path) else { return [] }
    let name = "\(archive.name)/\(path)"
    let decoded = MemberText.decode(bytes, named: name)
    let parsed = XMLParser.parse(decoded.text, named: name)
    notices += decoded.notices + parsed.warnings
    var members: Set<String> = []
    for data in parsed.tree.root.descendants("EncryptedData") {
      let method = data.descendants("EncryptionMethod").first?["Algorithm"] ?? ""
      guard !Self.fontObfuscation.contains(method) else { continue }
      for reference in data.descendants("CipherReference") {
        if let uri = reference["URI"], let target = MemberPath.resolve(uri, in: "") {
          members.insert(target.member)
        }
      }
    }
    return members
  }

  private static let fontObfuscation: Set<String> = [
    "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
  ]

  /// The refusal of a book whose text is encrypted, with the name of its lock.
  func refusal(of member: String) -> ReadingError {
    ReadingError(
      .unsupported, at: "\(archive.name)/\(member)",
      "the book's text is encrypted (\(lock)), so that it cannot be read",
      remedy: "ask the seller for an edition without copy protection")
  }

  private var lock: String {
    if archive.member("META-INF/license.lcpl") != nil { return "Readium LCP" }
    if archive.member("META-INF/sinf.xml") != nil { return "Apple FairPlay" }
    if let found = try? archive.bytes(of: "META-INF/rights.xml", limit: 1 << 20) {
      let text = String(decoding: found, as: UTF8.self)
      return text.contains("ns.adobe.com/adept") ? "Adobe ADEPT" : "by META-INF/rights.xml"
    }
    return "by META-INF/encryption.xml"
  }
}
