internal import CFLAC
internal import CSndfile

/// The libraries that decide which bytes an audio file holds.
public enum CodecVersions {
  /// Name and version of each, as the libraries tell them: `libsndfile-1.2.0`, `libFLAC 1.4.2`.
  public static var all: [String] {
    [String(cString: sf_version_string()), "libFLAC \(String(cString: flac_version()))"]
      + [LoudnessMeter.library, RateConverter.library]
  }
}
