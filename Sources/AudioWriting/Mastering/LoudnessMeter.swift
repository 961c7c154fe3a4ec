internal import CEbur128
import Glibc

/// Measures how loud samples are, after ITU-R BS.1770-4 and EBU R 128, through libebur128.
///
/// A lone channel counts once, as ffmpeg counts it: −19 LUFS of mono is heard as −16 LUFS of stereo.
/// The blocks of 0.4 s are kept as a histogram in steps of 0.1 LU, so that hours take no more memory
/// than a minute.
///
/// Sendable for the reason of ``AudioFiles``: one owner, and no copy.
public struct LoudnessMeter: ~Copyable, @unchecked Sendable {
  private var state: UnsafeMutablePointer<ebur128_state>?
  private let path: String
  private let measuresTruePeak: Bool
  private let channels: Int
  /// Samples so far, of each channel.
  public private(set) var length = 0

  /// - Parameters:
  ///   - path: The file that an error names.
  ///   - sampleRate: Samples a second, 16 to 2,822,400.
  ///   - channels: Samples of a frame, 1 to 64, which stand beside one another.
  ///   - measuresTruePeak: Whether ``truePeak`` is wanted, which costs four times the rest.
  public init(
    of path: String, sampleRate: Int, channels: Int = 1, measuresTruePeak: Bool = false
  ) throws(AudioWritingError) {
    var mode = EBUR128_MODE_I.rawValue | EBUR128_MODE_HISTOGRAM.rawValue
    if measuresTruePeak { mode |= EBUR128_MODE_TRUE_PEAK.rawValue }
    self.path = path
    self.measuresTruePeak = measuresTruePeak
    self.channels = channels
    guard (1...64).contains(channels) else {
      throw Self.error(path, .codec("libebur128 takes no \(channels) channels"))
    }
    guard (16...2_822_400).contains(sampleRate) else {
      throw Self.error(path, .codec("libebur128 knows no \(sampleRate) samples a second"))
    }
    state = ebur128_init(UInt32(channels), UInt(sampleRate), Int32(mode))
    if state == nil { throw Self.error(path, .system(ENOMEM)) }
  }

  deinit {
    var state = state
    if state != nil { ebur128_destroy(&state) }
  }

  /// Takes samples after those taken before.
  public mutating func append(_ samples: Span<Int16>) throws(AudioWritingError) {
    if samples.isEmpty { return }
    let result = samples.withUnsafeBufferPointer {
      ebur128_add_frames_short(state, $0.baseAddress, $0.count / channels)
    }
    try check(result, samples.count / channels)
  }

  /// Takes samples after those taken before; full scale is 1.
  public mutating func append(_ samples: Span<Float>) throws(AudioWritingError) {
    if samples.isEmpty { return }
    let result = samples.withUnsafeBufferPointer {
      ebur128_add_frames_float(state, $0.baseAddress, $0.count / channels)
    }
    try check(result, samples.count / channels)
  }

  /// The integrated loudness in LUFS, to about 0.05; nil for less than 0.4 s, and where every block
  /// is under the gate of −70 LUFS.
  public var integrated: Double? {
    var value = 0.0
    guard ebur128_loudness_global(state, &value) == EBUR128_SUCCESS.code, value.isFinite else {
      return nil
    }
    return value
  }

  /// The highest true peak of all channels in dBTP; nil where it was not asked for, and in silence.
  public var truePeak: Double? {
    var highest = 0.0
    for channel in 0..<UInt32(channels) where measuresTruePeak {
      var value = 0.0
      guard ebur128_true_peak(state, channel, &value) == EBUR128_SUCCESS.code else { return nil }
      highest = max(highest, value)
    }
    return highest > 0 && highest.isFinite ? 20 * log10(highest) : nil
  }

  private mutating func check(_ result: Int32, _ count: Int) throws(AudioWritingError) {
    guard result == EBUR128_SUCCESS.code else { throw Self.error(path, .system(ENOMEM)) }
    length += count
  }

  private static func error(_ path: String, _ cause: AudioWritingError.Cause) -> AudioWritingError {
    AudioWritingError(path: path, action: "measure the loudness", cause: cause)
  }
}

extension LoudnessMeter {
  /// Name and version of the library: `libebur128 1.2.6`.
  static var library: String {
    var (major, minor, patch) = (Int32(0), Int32(0), Int32(0))
    ebur128_get_version(&major, &minor, &patch)
    return "libebur128 \(major).\(minor).\(patch)"
  }
}

extension CEbur128.error {
  fileprivate var code: Int32 { Int32(rawValue) }
}
