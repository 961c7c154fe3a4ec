/// The kinds of audio file that can be written, each with its name on the command line.
public enum AudioContainer: String, CaseIterable, Hashable, Sendable {
  /// Free Lossless Audio Codec (RFC 9639).
  case flac
  /// RIFF WAVE with PCM; RF64 where the file outgrows 4 GiB.
  case wav
  /// MPEG-1 and MPEG-2 Audio Layer III (ISO/IEC 11172-3 and 13818-3) after an ID3v2 tag.
  case mp3
  /// Opus (RFC 6716) in Ogg (RFC 7845).
  case opus

  /// What follows the dot of a file's name.
  public var fileExtension: String { rawValue }

  /// The media type as servers and feeds name it.
  public var mediaType: String {
    switch self {
    case .flac: "audio/flac"
    case .wav: "audio/wav"
    case .mp3: "audio/mpeg"
    case .opus: "audio/ogg; codecs=opus"
    }
  }

  /// Whether the samples that are decoded are those that were encoded.
  public var isLossless: Bool { self == .flac || self == .wav }
}

/// Bits of a sample.
public enum SampleDepth: Int, CaseIterable, Hashable, Sendable {
  /// 16 bits, what voices give.
  case sixteen = 16
  /// 24 bits, which keep what levelling and a change of rate find between two of 16.
  case twentyFour = 24

  /// Bytes of a sample in a file of PCM.
  var byteCount: Int { rawValue / 8 }
}
