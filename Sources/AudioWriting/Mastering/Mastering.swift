/// What is made of a voice's samples before they are written.
public struct Mastering: Hashable, Sendable {
  /// The integrated loudness to reach, in LUFS (ITU-R BS.1770-4); nil leaves the samples as loud as
  /// they are, and then no ceiling is held.
  public var loudness: Double?
  /// The highest true peak that is let out, in dBTP.
  public var ceiling: Double
  /// What speech is taken for that is too short or too soft to be measured, in LUFS: about what the
  /// voices in `voices/` come to.
  public var nominalLoudness: Double

  /// −19 LUFS in one channel are heard as −16 LUFS in two, which is what podcasts aim for.
  public init(loudness: Double? = -19, ceiling: Double = -1.5, nominalLoudness: Double = -23) {
    self.loudness = loudness
    self.ceiling = ceiling
    self.nominalLoudness = nominalLoudness
  }
}

/// What ``AudioMaster`` made.
public struct MasteredAudio: Hashable, Sendable {
  /// The measures of the files, in the order of their paths.
  public var files: [WrittenAudio]
  /// The integrated loudness of what came in, in LUFS; nil where it is undefined or was not measured.
  public var measured: Double?
  /// The one gain of all samples, in dB, a whole number of hundredths; 0 where loudness is off.
  public var gain: Double
  /// The integrated loudness of what went out, in LUFS, from a trial on parts of it: short of what was
  /// asked for where the limiter takes too much away; nil where nothing was measured.
  public var expected: Double?
}
