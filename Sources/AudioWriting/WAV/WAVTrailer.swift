/// What stands after the samples: tags in `LIST INFO`, chapters as cue points with labels.
///
/// Labels are what editors and players of WAV read. They carry a chapter's first sample exactly and
/// no end: the next cue, or the end of the samples, is the end, as the Timeline has it too. A label
/// holds the whole title; ffprobe and mpv show its first 511 bytes.
struct WAVTrailer {
  let bytes: [UInt8]

  /// The latest chapter start that a cue can hold, in samples: 54 hours at 22,050 a second.
  static let lastStart = Int(UInt32.max)

  init(tags: Tags, chapters: [ChapterPoint]) {
    bytes = Self.information(tags) + (chapters.isEmpty ? [] : Self.cues(chapters))
  }

  private static func information(_ tags: Tags) -> [UInt8] {
    var list = RIFFChunk("LIST", listType: "INFO")
    for (field, value) in tags.fields {
      guard let name = name(of: field) else { continue }
      var chunk = RIFFChunk(name)
      chunk.append(text: value)
      list.append(chunk)
    }
    return tags.fields.isEmpty ? [] : list.bytes
  }

  private static func name(of field: Tags.Field) -> String? {
    switch field {
    case .title: "INAM"
    case .album: "IPRD"
    case .artist: "IART"
    case .language: "ILNG"
    case .date: "ICRD"
    case .comment: "ICMT"
    // The list has no name for it.
    case .publisher: nil
    case .encoder: "ISFT"
    }
  }

  /// The cues before their labels: ffprobe names only the cues that it has seen.
  private static func cues(_ chapters: [ChapterPoint]) -> [UInt8] {
    var cues = RIFFChunk("cue ")
    var labels = RIFFChunk("LIST", listType: "adtl")
    cues.append(UInt32(chapters.count))
    for (index, chapter) in chapters.enumerated() {
      let id = UInt32(index + 1)
      let start = UInt32(chapter.start)
      cues.append(id)
      cues.append(start)  // in the order of a playlist, of which there is none
      cues.append(ascii: "data")
      cues.append(UInt32(0))  // chunk start: there is no wave list
      cues.append(UInt32(0))  // block start: PCM has no blocks
      cues.append(start)
      var label = RIFFChunk("labl")
      label.append(id)
      label.append(text: chapter.title)
      labels.append(label)
    }
    return cues.bytes + labels.bytes
  }
}
