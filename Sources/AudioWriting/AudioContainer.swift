/// The kinds of audio file that can be written, each with its name on the command line.
public enum AudioContainer: String, CaseIterable, Hashable, Sendable {
  /// Free Lossless Audio Codec (RFC 9639).
  case flac
  /// RIFF WAVE with 16-bit PCM; RF64 where the file outgrows 4 GiB.
  case wav

  /// What follows the dot of a file's name.
  public var fileExtension: String { rawValue }

  /// The media type as servers and feeds name it.
  public var mediaType: String {
    switch self {
    case .wav: "audio/wav"
    case .flac: "audio/flac"
    }
  }
}
