import Narration

/// Reads the metadata blocks of a FLAC file (RFC 9639, section 8).
enum FLACStructure {
  /// Reads a file whose `fLaC` stands at a place: 0, or behind an ID3 tag that somebody put there.
  static func read(_ file: InputFile, at start: Int) throws(AudioInspectionError) -> AudioStructure
  {
    var place = start + 4
    var structure: AudioStructure?
    var comments: VorbisCommentBlock?
    var cover: AudioCover?
    while true {
      var header = ByteCursor(file.bytes(at: place, count: 4))
      guard let kind = header.big(1), let size = header.big(3) else { break }
      let content = { file.bytes(at: place + 4, count: size) }
      switch kind & 0x7F {
      case 0 where structure == nil: structure = streamInfo(content())
      case 4 where comments == nil: comments = VorbisCommentBlock(content()[...])
      case 6 where cover == nil: cover = FLACPicture.cover(content()[...])
      default: break
      }
      place += 4 + size
      if kind & 0x80 != 0 { break }
    }
    try file.check()
    guard var structure else {
      throw AudioInspectionError(
        path: file.path, cause: .unreadable("is a FLAC file that does not say its format"))
    }
    structure.audioBytes = max(0, file.length - place)
    if let comments {
      structure.tags = comments.tags
      structure.chapters = comments.chapters
      structure.findings = comments.findings
    }
    structure.cover = cover ?? comments?.cover
    if structure.announcedFrames == nil {
      structure.findings.append(
        Finding(
          severity: .warning, what: "does not say how long it is, so that players cannot seek",
          remedy: "encode it again into a file, not a pipe"))
    }
    return structure
  }

  private static func streamInfo(_ bytes: [UInt8]) -> AudioStructure? {
    var cursor = ByteCursor(bytes)
    guard cursor.take(10) != nil, let packed = cursor.big(4), let low = cursor.big(4),
      let sum = cursor.take(16)
    else { return nil }
    let rate = packed >> 12
    guard rate > 0 else { return nil }
    let frames = (packed & 15) << 32 | low
    // The comparison itself is libFLAC's, while it decodes.
    let isAbsent = sum.allSatisfy { $0 == 0 }
    return AudioStructure(
      container: "FLAC", codec: "FLAC", isLossless: true, sampleRate: rate,
      channels: packed >> 9 & 7 + 1, bitsPerSample: packed >> 4 & 31 + 1,
      announcedFrames: frames > 0 ? frames : nil, audioBytes: 0,
      checksum: AudioChecksum(
        name: "MD5 of the samples", result: isAbsent ? .absent : .matches))
  }
}
