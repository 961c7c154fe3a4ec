/// Tells the format of an audio file from its bytes, whatever its name.
enum FormatSign {
  /// Reads what the file says of itself, or throws that it is of no known kind.
  static func structure(of file: InputFile) throws(AudioInspectionError) -> AudioStructure {
    // Whoever tags files puts ID3 before FLAC, too.
    let tag = ID3TagReader.length(at: 0, in: file)
    let start = file.bytes(at: tag, count: 12)
    try file.check()
    if tag == 0 {
      let form = start.prefix(4).asLetters
      if form == "RIFF" || form == "RF64", start.dropFirst(8).asLetters == "WAVE" {
        return try WAVStructure.read(file)
      }
      if form == "OggS" { return try OggOpusStructure.read(file) }
    }
    if start.starts(with: "fLaC".utf8) { return try FLACStructure.read(file, at: tag) }
    // Zeros between the tag and the first frame are padding that the tag does not count.
    var place = tag
    while tag > 0, place - tag < 1 << 16, file[place] == 0 { place += 1 }
    if MP3Structure.stands(at: place, in: file) { return try MP3Structure.read(file, at: place) }
    let reason = file.length == 0 ? "is empty" : "is no WAV, FLAC, MP3 or Opus file"
    throw AudioInspectionError(path: file.path, cause: .unreadable(reason))
  }
}
