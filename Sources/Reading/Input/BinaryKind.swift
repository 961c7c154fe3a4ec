/// Known kinds of files that hold no text, told from their first bytes.
enum BinaryKind {
  private struct Signature {
    var bytes: [UInt8]
    var offset = 0
    var name: String
    /// The signature is made of letters that a text may begin with, so that a NUL must confirm it.
    var needsNUL = false
  }

  private static let signatures: [Signature] = [
    Signature(bytes: [0x89] + Array("PNG".utf8), name: "a PNG image"),
    Signature(bytes: [0xFF, 0xD8, 0xFF], name: "a JPEG image"),
    Signature(bytes: Array("GIF8".utf8), name: "a GIF image", needsNUL: true),
    Signature(bytes: Array("%PDF-".utf8), name: "a PDF document"),
    Signature(bytes: Array("%!PS".utf8), name: "a PostScript document"),
    Signature(bytes: [0xD0, 0xCF, 0x11, 0xE0], name: "an old Office document"),
    Signature(bytes: [0x1F, 0x8B], name: "gzip data"),
    Signature(bytes: Array("BZh".utf8), name: "bzip2 data", needsNUL: true),
    Signature(bytes: [0xFD] + Array("7zXZ".utf8), name: "XZ data"),
    Signature(bytes: [0x28, 0xB5, 0x2F, 0xFD], name: "Zstandard data"),
    Signature(bytes: Array("7z".utf8) + [0xBC, 0xAF], name: "a 7-Zip archive"),
    Signature(bytes: [0x7F] + Array("ELF".utf8), name: "an ELF program"),
    Signature(bytes: Array("MZ".utf8), name: "a Windows program", needsNUL: true),
    Signature(bytes: Array("SQLite format 3".utf8), name: "an SQLite database", needsNUL: true),
    Signature(bytes: Array("RIFF".utf8), name: "a RIFF file (WAV, AVI or WebP)", needsNUL: true),
    Signature(bytes: Array("fLaC".utf8), name: "FLAC audio", needsNUL: true),
    Signature(bytes: Array("OggS".utf8), name: "Ogg audio", needsNUL: true),
    Signature(bytes: Array("ID3".utf8), name: "MP3 audio", needsNUL: true),
    Signature(bytes: [0xFF, 0xFB], name: "MP3 audio", needsNUL: true),
    Signature(bytes: Array("ftyp".utf8), offset: 4, name: "MP4 media", needsNUL: true),
    Signature(bytes: [0x1A, 0x45, 0xDF, 0xA3], name: "Matroska or WebM media"),
    Signature(bytes: Array("ustar".utf8), offset: 257, name: "a tar archive", needsNUL: true),
  ]

  /// What the bytes are, or nil when they may be text: `a PNG image`.
  static func name(of bytes: [UInt8]) -> String? {
    if holds(bytes, Array("PK".utf8) + [3, 4], at: 0) { return zipName(bytes) }
    let hasNUL = bytes.prefix(512).contains(0)
    return signatures.first {
      holds(bytes, $0.bytes, at: $0.offset) && (hasNUL || !$0.needsNUL)
    }?.name
  }

  /// The name of the first member, right after the 30 bytes of its local header (APPNOTE 4.3.7),
  /// tells what the ZIP container is for.
  private static func zipName(_ bytes: [UInt8]) -> String {
    if holds(bytes, Array("mimetypeapplication/epub+zip".utf8), at: 30) { return "an EPUB book" }
    if holds(bytes, Array("mimetypeapplication/vnd.oasis.opendocument".utf8), at: 30) {
      return "an OpenDocument file"
    }
    if holds(bytes, Array("[Content_Types].xml".utf8), at: 30) { return "an Office document" }
    return "a ZIP archive"
  }

  private static func holds(_ bytes: [UInt8], _ signature: [UInt8], at offset: Int) -> Bool {
    bytes.dropFirst(offset).starts(with: signature)
  }
}
