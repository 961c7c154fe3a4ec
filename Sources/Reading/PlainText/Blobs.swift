internal import Narration

/// Finds runs without white space that are too long to be language: base64, minified code, keys.
enum Blobs {
  /// Ranges of more than `limit` characters in which neither white space nor a character of a
  /// script without word spaces stands; `aGVsbG8…` of 3,000 characters → one range.
  static func find(in bytes: DocumentBytes, longerThan limit: Int) -> [Range<Int>] {
    var blobs: [Range<Int>] = []
    var start = 0
    var characters = 0
    var offset = 0
    while offset < bytes.count {
      let (value, length) = bytes.scalar(at: offset)
      if TextScalar.isWhiteSpace(value) || TextScalar.isUnspaced(value) {
        if characters > limit { blobs.append(start..<offset) }
        characters = 0
        start = offset + length
      } else {
        characters += 1
      }
      offset += length
    }
    if characters > limit { blobs.append(start..<offset) }
    return blobs
  }

  /// Tells of each blob with its place and length; of the many beyond the first twenty only how
  /// many they are.
  static func warnings(_ blobs: [Range<Int>], in source: SourceText) -> [Complaint] {
    let most = 20
    var warnings = blobs.prefix(most).map { blob in
      Complaint(
        .warning, at: source.place(of: blob).description,
        "\(blob.count) bytes without white space are left out: this is data, not language",
        remedy: "put white space into it if it is to be spoken")
    }
    if blobs.count > most {
      warnings.append(
        Complaint(
          .warning, at: source.document,
          "\(blobs.count - most) more runs of data without white space are left out"))
    }
    return warnings
  }
}
