/// What tags are called here, whatever their container calls them.
enum TagNames {
  /// The name for a chunk of `LIST INFO`: `INAM` → `title`.
  static func name(ofRIFF chunk: String) -> String {
    switch chunk {
    case "INAM": "title"
    case "IPRD": "album"
    case "IART": "artist"
    case "ILNG": "language"
    case "ICRD": "date"
    case "ICMT": "comment"
    case "IPUB": "publisher"
    case "ISFT": "encoder"
    default: chunk
    }
  }

  /// The name for a field of Vorbis comments, whose letters may be large or small.
  static func name(ofVorbis field: String) -> String {
    let name = field.lowercased()
    switch name {
    case "description": return "comment"
    case "organization": return "publisher"
    case "title", "album", "artist", "language", "date", "comment", "publisher", "encoder":
      return name
    default: return field
    }
  }

  /// The name for a frame of ID3v2: `TIT2` → `title`.
  static func name(ofID3 frame: String) -> String {
    switch frame {
    case "TIT2": "title"
    case "TALB": "album"
    case "TPE1": "artist"
    case "TLAN": "language"
    case "TDRC", "TYER": "date"
    case "COMM": "comment"
    case "TPUB": "publisher"
    case "TSSE", "TENC": "encoder"
    default: frame
    }
  }
}
