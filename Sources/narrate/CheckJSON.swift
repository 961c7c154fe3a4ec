import AudioWriting
import Narration
import Producing

/// What `check --format json` prints of a file: version 1 of its schema.
///
/// Times are seconds with three decimals, levels have two. A file that cannot be looked at has
/// `file` and `complaints` alone.
struct CheckJSON: Encodable {
  let version = 1
  let file: String
  let complaints: [ComplaintJSON]
  private(set) var container: String?
  private(set) var codec: String?
  private(set) var lossless: Bool?
  private(set) var bytes: Int?
  private(set) var sampleRate: Int?
  private(set) var originalRate: Int?
  private(set) var channels: Int?
  private(set) var bits: Int?
  private(set) var frames: Int?
  private(set) var announcedFrames: Int?
  private(set) var seconds: Double?
  private(set) var bitRate: Int?
  private(set) var checksum: ChecksumJSON?
  private(set) var tags: [TagJSON]?
  private(set) var cover: CoverJSON?
  private(set) var chapters: [ChapterJSON]?
  private(set) var levels: LevelsJSON?
  private(set) var companions: [String]?

  struct ComplaintJSON: Encodable {
    let severity: String
    /// The file that it is about: the audio, or a companion.
    let place: String?
    let what: String
    let remedy: String?

    init(_ complaint: Complaint) {
      severity = complaint.severity.rawValue
      place = complaint.place
      what = complaint.what
      remedy = complaint.remedy
    }
  }

  struct ChecksumJSON: Encodable {
    let name: String
    let result: String
  }

  struct TagJSON: Encodable {
    let name: String
    let value: String
  }

  struct CoverJSON: Encodable {
    let mediaType: String
    let bytes: Int
  }

  struct ChapterJSON: Encodable {
    let title: String
    let start: Double
    let frame: Int?
    let end: Double?
  }

  struct LevelsJSON: Encodable {
    let loudness: Double?
    let truePeak: Double?
    let samplePeak: Double?
    let leadingSilence: Double
    let trailingSilence: Double
    let longestSilence: SpanJSON?
    let largestStep: StepJSON
    let clippedSamples: Int
    let clippingRuns: Int
    let firstClipping: Double?
  }

  struct SpanJSON: Encodable {
    let start: Double
    let seconds: Double
  }

  struct StepJSON: Encodable {
    let size: Double
    let at: Double
  }

  /// A file that was looked at.
  init(_ check: OutputCheck) {
    let inspection = check.inspection
    let structure = inspection.structure
    file = inspection.path
    complaints = check.complaints.map(ComplaintJSON.init)
    container = structure.container
    codec = structure.codec
    lossless = structure.isLossless
    bytes = inspection.bytes
    sampleRate = structure.sampleRate
    originalRate = structure.originalRate
    channels = structure.channels
    bits = structure.bitsPerSample
    frames = inspection.frames
    announcedFrames = structure.announcedFrames
    seconds = Self.seconds(inspection.milliseconds)
    bitRate = inspection.bitRate
    checksum = structure.checksum.map { ChecksumJSON(name: $0.name, result: $0.result.rawValue) }
    tags = structure.tags.map { TagJSON(name: $0.name, value: $0.value) }
    cover = structure.cover.map { CoverJSON(mediaType: $0.mediaType, bytes: $0.bytes) }
    chapters = structure.chapters.map {
      ChapterJSON(
        title: $0.title, start: Self.seconds($0.milliseconds), frame: $0.frame,
        end: $0.endMilliseconds.map(Self.seconds))
    }
    levels = inspection.levels.map { Self.levels($0, of: inspection) }
    companions = check.companions
  }

  /// A file that could not be.
  init(_ path: String, _ complaint: Complaint) {
    file = path
    complaints = [ComplaintJSON(complaint)]
  }

  private static func levels(_ levels: AudioLevels, of inspection: AudioInspection) -> LevelsJSON {
    let time = { (frame: Int) in seconds(inspection.milliseconds(of: frame)) }
    let longest = levels.longestSilence
    return LevelsJSON(
      loudness: levels.integratedLoudness.map(hundredths),
      truePeak: levels.truePeak.map(hundredths), samplePeak: levels.samplePeak.map(hundredths),
      leadingSilence: time(levels.leadingSilence), trailingSilence: time(levels.trailingSilence),
      longestSilence: longest.isEmpty
        ? nil : SpanJSON(start: time(longest.lowerBound), seconds: time(longest.count)),
      largestStep: StepJSON(
        size: (levels.largestStep * 10_000).rounded() / 10_000, at: time(levels.largestStepFrame)),
      clippedSamples: levels.clippedSamples, clippingRuns: levels.clippingRuns,
      firstClipping: levels.firstClipping.map(time))
  }

  private static func seconds(_ milliseconds: Int) -> Double { Double(milliseconds) / 1000 }

  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
