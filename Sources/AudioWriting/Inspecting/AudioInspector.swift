import Narration

/// Reads an audio file back: what its container says, and what its samples are.
///
/// ```swift
/// let inspection = try AudioInspector.inspect("episode.flac")
/// for complaint in inspection.complaints { print(complaint) }
/// ```
///
/// Nothing of what writes is used for reading. The file may be anybody's: any bytes are taken, none is
/// believed, and memory does not grow with the length of the audio.
public enum AudioInspector {
  /// Looks at a file; throws where it cannot be read or is no audio file.
  public static func inspect(_ path: String) throws(AudioInspectionError) -> AudioInspection {
    let file = try InputFile(path: path)
    var structure = try FormatSign.structure(of: file)
    var inspection = AudioInspection(
      path: path, bytes: file.length, structure: structure, frames: 0, levels: nil, complaints: [])
    var decoded = DecodedSamples()
    do throws(AudioWritingError) {
      let meter = try LevelMeter(of: path, structure)
      decoded = try decode(file, structure, into: meter)
      inspection.frames = decoded.frames
      inspection.levels = meter.levels
    } catch {
      try file.check()
      inspection.complaints = structure.findings.map { $0.complaint(at: path) }
      inspection.complaints.append(
        Complaint(
          .error, at: path, "cannot be measured: \(error.reason)",
          remedy: "convert it to a common rate and few channels"))
      return inspection
    }
    try file.check()
    if structure.container == "FLAC", structure.checksum?.result == .matches, decoded.differs {
      structure.checksum?.result = .differs
    }
    inspection.structure = structure
    var findings = structure.findings + Self.findings(on: decoded, structure)
    findings += ChapterFindings.findings(
      in: structure, frames: max(decoded.frames, structure.announcedFrames ?? 0))
    inspection.complaints = findings.map { $0.complaint(at: path) }
    return inspection
  }

  private static func decode(
    _ file: InputFile, _ structure: AudioStructure, into meter: LevelMeter
  ) throws(AudioWritingError) -> DecodedSamples {
    let take = { (samples: Span<Float>) throws(AudioWritingError) in try meter.append(samples) }
    return structure.codec == "FLAC"
      ? try FLACDecoding.decode(file, structure, into: take)
      : try SampleDecoding.decode(file, structure, into: take)
  }

  /// What is wrong with the samples as such.
  private static func findings(
    on decoded: DecodedSamples, _ structure: AudioStructure
  ) -> [Finding] {
    var findings: [Finding] = []
    let rate = structure.sampleRate
    if let failure = decoded.failure, decoded.frames == 0 {
      let what = "cannot be decoded: \(failure.message)"
      return [Finding(what: what, remedy: Finding.remake)]
    }
    let announced = structure.announcedFrames ?? decoded.frames
    let isCut = decoded.frames < announced
    if let failure = decoded.failure,
      !(isCut && failure.frame == decoded.frames)
    {
      let time = Finding.time(failure.frame, rate: rate)
      findings.append(
        Finding(what: "is damaged at \(time): \(failure.message)", remedy: Finding.remake))
    }
    if announced != decoded.frames {
      findings.append(
        Finding(
          what: (isCut ? "is cut off: " : "is longer than it says: ")
            + "it announces \(announced) samples (\(Finding.time(announced, rate: rate))), "
            + "\(decoded.frames) are there (\(Finding.time(decoded.frames, rate: rate)))",
          remedy: Finding.remake))
    }
    switch structure.checksum?.result {
    case .differs where structure.codec != "Opus" && !isCut:
      findings.append(
        Finding(
          what: "the \(structure.checksum?.name ?? "") is not the one that the file carries",
          remedy: Finding.remake))
    case .absent where structure.codec == "FLAC":
      findings.append(
        Finding(
          severity: .warning, what: "carries no MD5, so that damage cannot be found",
          remedy: "encode it again"))
    default: break
    }
    return findings
  }
}
