import Glibc

/// What is measured of the samples of a file.
public struct AudioLevels: Hashable, Sendable {
  /// LUFS; nil for less than 0.4 s and for what is under the gate of −70 LUFS.
  public var integratedLoudness: Double?
  /// dBTP; nil where all samples are 0.
  public var truePeak: Double?
  /// The highest sample in dBFS; nil where all samples are 0.
  public var samplePeak: Double?
  /// Frames of silence before the first sound and after the last one; all of them where there is none.
  public var leadingSilence: Int
  /// Frames of silence after the last sound.
  public var trailingSilence: Int
  /// The longest silence between two sounds.
  public var longestSilence: Range<Int>
  /// The largest step from a sample to the next, full scale being 1, and the frame that it leads to: a
  /// click, where it is larger than those of the voice.
  public var largestStep: Double
  /// The frame that the largest step leads to.
  public var largestStepFrame: Int
  /// Samples at full scale, of all channels.
  public var clippedSamples: Int
  /// How often at least ``LevelMeter/shortestClipping`` of them follow one another.
  public var clippingRuns: Int
  /// Where the first such run starts.
  public var firstClipping: Int?
}

/// Measures samples as they pass, in memory that does not grow.
final class LevelMeter {
  /// Below −60 dBFS nothing is heard: what codecs and dither leave in a pause.
  static let silence: Float = 0.001
  /// A voice may touch full scale; a wave that was cut off stays there.
  static let shortestClipping = 3

  private let channels: Int
  /// The highest and the lowest sample that the file can hold.
  private let fullScale: ClosedRange<Float>
  private var loudness: LoudnessMeter
  private var frames = 0
  private var firstSound: Int?
  private var lastSound = 0
  private var longestSilence = 0..<0
  private var peak: Float = 0
  private var step: Float = 0
  private var stepFrame = 0
  private var clipped = 0
  private var runs = 0
  private var firstRun: Int?
  /// For each channel the last sample, and how many at full scale led up to it.
  private var last: [Float]
  private var run: [Int]

  init(of path: String, _ structure: AudioStructure) throws(AudioWritingError) {
    channels = max(structure.channels, 1)
    // What has no bits may be louder than 1, and is cut off when it is played.
    let lowest = Float(sign: .plus, exponent: 1 - (structure.bitsPerSample ?? 24), significand: 1)
    let isWhole = structure.isLossless && structure.codec != "IEEE float"
    fullScale = -1...(isWhole ? 1 - lowest : 1)
    loudness = try LoudnessMeter(
      of: path, sampleRate: structure.sampleRate, channels: channels, measuresTruePeak: true)
    last = Array(repeating: 0, count: channels)
    run = Array(repeating: 0, count: channels)
  }

  /// Takes frames after those taken before, the samples of each beside one another.
  func append(_ samples: Span<Float>) throws(AudioWritingError) {
    try loudness.append(samples)
    for channel in 0..<channels { measure(samples, channel) }
    frames += samples.count / channels
  }

  /// The first channel also decides where there is silence, together with all others.
  ///
  /// A sample that is no number is over full scale and nothing else.
  private func measure(_ samples: Span<Float>, _ channel: Int) {
    var last = last[channel]
    var run = run[channel]
    var frame = frames
    var index = channel
    var peak = peak
    var step = step
    while index < samples.count {
      let sample = samples[index]
      let magnitude = abs(sample)
      if magnitude > peak, magnitude.isFinite { peak = magnitude }
      let change = abs(sample - last)
      if change > step, frame > 0, change.isFinite {
        step = change
        stepFrame = frame
      }
      if fullScale.contains(sample) && magnitude < fullScale.upperBound {
        run = 0
      } else {
        run += 1
        clipped += 1
        if run == Self.shortestClipping {
          runs += 1
          firstRun = min(firstRun ?? .max, frame - run + 1)
        }
      }
      last = sample
      index += channels
      frame += 1
    }
    self.peak = peak
    self.step = step
    self.last[channel] = last
    self.run[channel] = run
    if channel == 0 { measureSilence(samples) }
  }

  private func measureSilence(_ samples: Span<Float>) {
    var index = 0
    var frame = frames
    while index < samples.count {
      var isHeard = false
      for place in index..<min(index + channels, samples.count)
      where abs(samples[place]) >= Self.silence { isHeard = true }
      if isHeard {
        if firstSound == nil {
          firstSound = frame
        } else if frame - lastSound - 1 > longestSilence.count {
          longestSilence = lastSound + 1..<frame
        }
        lastSound = frame
      }
      index += channels
      frame += 1
    }
  }

  /// What came of it.
  var levels: AudioLevels {
    AudioLevels(
      integratedLoudness: loudness.integrated, truePeak: loudness.truePeak,
      samplePeak: peak > 0 ? Double(20 * log10(peak)) : nil,
      leadingSilence: firstSound ?? frames,
      trailingSilence: firstSound == nil ? frames : frames - lastSound - 1,
      longestSilence: longestSilence, largestStep: Double(step), largestStepFrame: stepFrame,
      clippedSamples: clipped, clippingRuns: runs, firstClipping: firstRun)
  }
}
