internal import CSoxr
import Glibc

/// Samples at another rate, through libsoxr at its high quality: 20 bits, a linear phase, and 91 % of
/// the band (`soxr.h`).
///
/// The output has as many samples as the duration asks for, rounded half up, and nothing in it moves.
struct RateConverter: ~Copyable {
  private let state: soxr_t
  private let path: String
  private let input: Int
  private let output: Int
  private var taken = 0
  private var released = 0
  private var block = [Float](repeating: 0, count: 1 << 14)

  /// - Parameters:
  ///   - path: The file that an error names.
  ///   - input: Samples a second of what comes in.
  ///   - output: Samples a second of what goes out.
  init(of path: String, from input: Int, to output: Int) throws(AudioWritingError) {
    var error: soxr_error_t?
    guard input > 0, output > 0,
      let state = soxr_create(Double(input), Double(output), 1, &error, nil, nil, nil)
    else {
      throw Self.error(path, error)
    }
    self.state = state
    self.path = path
    self.input = input
    self.output = output
  }

  deinit { soxr_delete(state) }

  /// Takes samples after those taken before and lets out what is ready.
  mutating func append(
    _ samples: Span<Float>, to sink: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    var used = 0
    while used < samples.count {
      var (consumed, made) = (0, 0)
      let error = samples.withUnsafeBufferPointer { samples in
        block.withUnsafeMutableBufferPointer { block in
          soxr_process(
            state, samples.baseAddress.map { $0 + used }, samples.count - used, &consumed,
            block.baseAddress, block.count, &made)
        }
      }
      if let error { throw Self.error(path, error) }
      used += consumed
      released += made
      if made > 0 { try sink(block.span.extracting(0..<made)) }
      if consumed == 0 && made == 0 { throw Self.error(path, nil) }
    }
    taken += samples.count
  }

  /// Lets out the rest, to exactly the length of what was taken.
  mutating func finish(
    to sink: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) {
    let (whole, rest) = taken.multipliedFullWidth(by: output)
    let half = UInt(input / 2)
    let (low, carry) = rest.addingReportingOverflow(half)
    var left = input.dividingFullWidth((whole + (carry ? 1 : 0), low)).quotient - released
    while left > 0 {
      var made = 0
      let error = block.withUnsafeMutableBufferPointer { block in
        soxr_process(state, nil, 0, nil, block.baseAddress, min(block.count, left), &made)
      }
      if let error { throw Self.error(path, error) }
      if made == 0 {
        // The resampler rounds a length down where we round it up: the sample is one of silence.
        made = min(left, block.count)
        for index in 0..<made { block[index] = 0 }
      }
      try sink(block.span.extracting(0..<made))
      left -= made
    }
  }

  /// Name and version of the library: `libsoxr-0.1.3`.
  static var library: String { String(cString: soxr_version()) }

  private static func error(_ path: String, _ message: soxr_error_t?) -> AudioWritingError {
    AudioWritingError(
      path: path, action: "change the rate of the samples",
      cause: .codec(message.map { String(cString: $0) } ?? "libsoxr does not say why"))
  }
}
