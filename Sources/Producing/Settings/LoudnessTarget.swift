/// How loud the audio becomes.
public enum LoudnessTarget: Hashable, Sendable, CustomStringConvertible {
  /// Loudnesses that can be asked for, in LUFS.
  public static let range = -30.0...(-10.0)
  /// What a podcast in one channel aims for: as loud as −16 LUFS in two.
  public static let standard = LoudnessTarget.integrated(-19)

  /// Integrated loudness in LUFS (ITU-R BS.1770-4).
  case integrated(Double)
  /// As loud as the voices are.
  case off

  /// Reads `-19`, `-16.5 LUFS` or `off`; nil for anything else.
  public init?(_ text: String) {
    if text == "off" {
      self = .off
      return
    }
    guard let sign = text.first, sign == "-" || sign == "\u{2212}",
      let number = Measured.number(in: String(text.dropFirst()))
        ?? Measured.number(in: String(text.dropFirst()), unit: "LUFS"),
      Self.range.contains(-number)
    else { return nil }
    self = .integrated(-number)
  }

  /// `-19 LUFS` or `off`.
  public var description: String {
    switch self {
    case .integrated(let loudness):
      loudness == loudness.rounded() ? "\(Int(loudness)) LUFS" : "\(loudness) LUFS"
    case .off: "off"
    }
  }

  /// In LUFS; nil for as loud as the voices are.
  public var lufs: Double? {
    if case .integrated(let loudness) = self { loudness } else { nil }
  }
}
