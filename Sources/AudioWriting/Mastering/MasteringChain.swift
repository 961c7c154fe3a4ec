import Glibc
import Resampling

/// One gain, another rate where one is asked for, the limiter, in this order: the ceiling must hold
/// in the file.
struct MasteringChain: ~Copyable {
  private let path: String
  private let factor: Float
  private var converter: RateConverter?
  private var limiter: Limiter?
  private var scaled: [Float] = []

  /// - Parameters:
  ///   - path: The file that an error names.
  ///   - gain: In dB.
  ///   - ceiling: In dBTP; nil for no limiter.
  ///   - input: Samples a second of what comes in.
  ///   - output: Samples a second of what goes out.
  init(
    of path: String, gain: Double, ceiling: Double?, from input: Int, to output: Int
  ) throws(AudioWritingError) {
    self.path = path
    factor = Float(pow(10, gain / 20))
    if input != output {
      guard let converter = RateConverter(from: input, to: output) else {
        throw Self.error(path, "there is no way from \(input) to \(output) a second")
      }
      self.converter = consume converter
    }
    limiter = ceiling.map { Limiter(ceiling: $0, sampleRate: output) }
  }

  /// Takes samples after those taken before and lets out what is ready, full scale being 1.
  mutating func append(
    _ samples: Span<Int16>, to sink: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    var scaled: [Float] = []
    swap(&scaled, &self.scaled)  // so that nothing else of this value is borrowed with it
    defer { swap(&scaled, &self.scaled) }
    SampleRounding.scale(samples, by: factor, into: &scaled)
    try Self.convert(scaled.span, &converter, &limiter, to: sink)
    if let failure = converter?.failure { throw Self.error(path, failure) }
  }

  /// Lets out the rest.
  mutating func finish(
    to sink: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    try Self.finish(&converter, &limiter, to: sink)
    if let failure = converter?.failure { throw Self.error(path, failure) }
  }

  private static func error(_ path: String, _ reason: String) -> AudioWritingError {
    AudioWritingError(path: path, action: "change the rate of the samples", cause: .codec(reason))
  }

  // Parameters rather than properties: a step's sink changes the next step while it is changed itself.

  private static func convert(
    _ samples: Span<Float>, _ converter: inout RateConverter?, _ limiter: inout Limiter?,
    to sink: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    if converter == nil { return try limit(samples, &limiter, to: sink) }
    try converter?.append(samples) { (ready) throws(AudioWritingError) in
      try limit(ready, &limiter, to: sink)
    }
  }

  private static func limit(
    _ samples: Span<Float>, _ limiter: inout Limiter?,
    to sink: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    if limiter == nil { return try sink(samples) }
    try limiter?.append(samples, to: sink)
  }

  private static func finish(
    _ converter: inout RateConverter?, _ limiter: inout Limiter?,
    to sink: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    try converter?.finish { (ready) throws(AudioWritingError) in
      try limit(ready, &limiter, to: sink)
    }
    try limiter?.finish(to: sink)
  }
}
