public import Narration

/// What an audio file is found to hold, read from the finished file alone.
///
/// Times are frames of ``sampleRate`` where samples were counted, and milliseconds where a container
/// counts in them.
public struct AudioInspection: Hashable, Sendable {
  /// The file as it was named.
  public var path: String
  /// Size in bytes.
  public var bytes: Int
  /// What the container says.
  public var structure: AudioStructure
  /// Frames that were decoded, a sample of each channel.
  public var frames: Int
  /// What was measured on the way; nil where nothing could be decoded.
  public var levels: AudioLevels?
  /// What is wrong with the file whatever it was made for: errors, and warnings.
  public var complaints: [Complaint]

  /// Whether samples are missing that the header announces.
  public var isCut: Bool { frames < structure.announcedFrames ?? 0 }

  /// The length in whole milliseconds, rounded half up.
  public var milliseconds: Int { milliseconds(of: frames) }

  /// Bits a second of the audio, tags and cover not counted; nil without a length.
  public var bitRate: Int? {
    guard frames > 0 else { return nil }
    return Int(Double(structure.audioBytes) * 8 * Double(structure.sampleRate) / Double(frames))
  }

  /// A frame's time in whole milliseconds, rounded half up.
  public func milliseconds(of frame: Int) -> Int {
    SampleTime(frame).milliseconds(sampleRate: structure.sampleRate)
  }
}

/// What an audio file says of itself, before a sample is decoded.
public struct AudioStructure: Hashable, Sendable {
  /// `WAV`, `RF64`, `FLAC`, `MP3` or `Ogg`.
  public var container: String
  /// How the samples are coded: `PCM`, `IEEE float`, `FLAC`, `MPEG-1 Layer III`, `Opus` or another.
  public var codec: String
  /// Whether the samples that are decoded are those that were encoded.
  public var isLossless: Bool
  /// Frames a second as they are decoded; Opus always has 48,000.
  public var sampleRate: Int
  /// Samples a second before they were encoded, where the file tells it and it is another number.
  public var originalRate: Int?
  /// Samples of a frame.
  public var channels: Int
  /// Bits of a sample; nil where the codec has no such thing.
  public var bitsPerSample: Int?
  /// Frames that the header announces; nil where it does not say.
  public var announcedFrames: Int?
  /// Bytes of the coded samples, with what frames them.
  public var audioBytes: Int
  /// In file order, chapters and pictures not among them.
  public var tags: [AudioTag] = []
  /// The first picture.
  public var cover: AudioCover?
  /// In the order in which the file lists them.
  public var chapters: [AudioChapter] = []
  /// What protects the samples; nil where the container has nothing.
  public var checksum: AudioChecksum?
  /// What is wrong, without the file's name.
  var findings: [Finding] = []
}

/// A field of a file's tags.
public struct AudioTag: Hashable, Sendable {
  /// `title`, `artist`, `album`, `date`, `language`, `comment`, `publisher` or `encoder`; another one
  /// as the file names it.
  public var name: String
  /// Its text.
  public var value: String
}

/// A picture in a file, by its kind and size.
public struct AudioCover: Hashable, Sendable {
  /// As the file names it, such as `image/jpeg`.
  public var mediaType: String
  /// Size in bytes.
  public var bytes: Int
}

/// A chapter as a file lists it.
public struct AudioChapter: Hashable, Sendable {
  /// Empty where the file has none for it.
  public var title: String
  /// When it starts, in milliseconds.
  public var milliseconds: Int
  /// Its first frame, where the container counts frames.
  public var frame: Int?
  /// When it ends, in milliseconds, where the container says so.
  public var endMilliseconds: Int?
}

/// A sum that a file carries so that damage is found.
public struct AudioChecksum: Hashable, Sendable {
  /// What a comparison came to.
  public enum Result: String, Hashable, Sendable {
    case matches, differs, absent
  }

  /// Of what it is the sum: `MD5 of the samples`.
  public var name: String
  /// What came of it.
  public var result: Result
}

/// Something wrong in a file, before it has the file's name.
struct Finding: Hashable, Sendable {
  var severity = Complaint.Severity.error
  var what: String
  var remedy: String?

  /// With the file's name.
  func complaint(at path: String) -> Complaint {
    Complaint(severity, at: path, what, remedy: remedy)
  }

  /// A place in the audio as a complaint tells it: `00:01:23.456`.
  static func time(_ frame: Int, rate: Int) -> String {
    time(milliseconds: milliseconds(frame, rate: rate))
  }

  static func time(milliseconds: Int) -> String {
    SampleTime.timestamp(milliseconds: milliseconds)
  }

  static func milliseconds(_ frame: Int, rate: Int) -> Int {
    SampleTime(frame).milliseconds(sampleRate: max(rate, 1))
  }

  /// What helps against a file that is not whole.
  static let remake = "make it again, or copy it again from where it is whole"
}
