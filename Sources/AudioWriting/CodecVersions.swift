internal import CFLAC
internal import COpusEnc
internal import CSndfile
import Resampling

/// The libraries that decide which bytes an audio file holds.
public enum CodecVersions {
  /// Name and version of each, as the libraries tell them: `libsndfile-1.2.0`, `libFLAC 1.4.2`,
  /// `LAME 3.100`.
  public static var all: [String] {
    [
      String(cString: sf_version_string()), "libFLAC \(String(cString: flac_version()))",
      LAMEEncoder.version,
      String(cString: ope_get_version_string()), String(cString: opus_get_version_string()),
      LoudnessMeter.library, RateConverter.library,
    ]
  }
}
