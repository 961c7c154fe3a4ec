import AudioWriting
import Foundation
import Narration

/// Judges how loud a file is: EBU R 128 for the loudness, with what is asked of spoken word.
enum LevelCheck {
  /// How far the loudness may be from what is asked for, in LU.
  static let tolerance = 0.5
  /// The highest true peak in dBTP of what is not lossy: a codec adds up to a decibel and more.
  static let highestPeak = -1.5
  /// And of what a lossy codec made of it.
  static let highestLossyPeak = -1.0

  static func complaints(on inspection: AudioInspection, loudness: Double?) -> [Complaint] {
    guard let levels = inspection.levels else { return [] }
    var complaints: [Complaint] = []
    func add(_ what: String, _ remedy: String, _ severity: Complaint.Severity = .error) {
      complaints.append(Complaint(severity, at: inspection.path, what, remedy: remedy))
    }
    let channels = inspection.structure.channels
    if channels > 1 {
      add(
        "has \(channels) channels, where narrate writes one; its loudness is of all together",
        "mix it down to one", .warning)
    }
    if inspection.frames == 0 {
      add("holds no sound at all", "make it again")
    } else if levels.samplePeak == nil {
      add("is silent from start to end", "make it again")
    }
    if let loudness, let measured = levels.integratedLoudness.map(hundredths),
      abs(hundredths(measured - loudness)) > tolerance
    {
      let distance = decibels(abs(measured - loudness))
      add(
        "is \(distance) LU too \(measured > loudness ? "loud" : "quiet"): "
          + "\(decibels(measured)) LUFS instead of \(decibels(loudness))",
        "make it again with --loudness \(decibels(loudness)), or check with --loudness off")
    }
    if let peak = levels.truePeak.map(hundredths) {
      if inspection.structure.isLossless, peak > highestPeak {
        add(
          "has a true peak of \(decibels(peak)) dBTP, above \(decibels(highestPeak))",
          "make it quieter: lossy codecs and loudspeakers would clip it")
      } else if !inspection.structure.isLossless, peak > highestLossyPeak {
        add(
          "has a true peak of \(decibels(peak)) dBTP, above \(decibels(highestLossyPeak))",
          "make it quieter, or take a higher bit rate", .warning)
      }
    }
    if let first = levels.firstClipping {
      let time = SampleTime.timestamp(milliseconds: inspection.milliseconds(of: first))
      let times = levels.clippingRuns == 1 ? "once" : "\(levels.clippingRuns) times"
      add("is clipped \(times), first at \(time)", "make it quieter: lower the voice's volume")
    }
    return complaints
  }

  /// A level as it is compared and printed.
  static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// `-19.02`, `-1.5`, `-16`.
  static func decibels(_ value: Double) -> String {
    var text = String(format: "%.2f", value)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text == "-0" ? "0" : text
  }
}
