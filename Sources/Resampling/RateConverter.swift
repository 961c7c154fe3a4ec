internal import CSoxr
import Glibc

/// Samples at another rate, through libsoxr at its high quality: 20 bits, a linear phase, and 91 % of
/// the band (`soxr.h`).
///
/// The output has as many samples as the duration asks for, rounded half up, and nothing in it moves.
/// It does not depend on the pieces in which samples come.
public struct RateConverter: ~Copyable {
  private let state: soxr_t
  private let input: Int
  private let output: Int
  private var taken = 0
  private var released = 0
  private var block = [Float](repeating: 0, count: 1 << 14)
  /// What the library says went wrong, after which no samples come; nil as long as all is well.
  public private(set) var failure: String?

  /// A converter between two rates in samples a second; nil for rates between which there is none, or
  /// without memory.
  public init?(from input: Int, to output: Int) {
    var error: soxr_error_t?
    guard input > 0, output > 0,
      let state = soxr_create(Double(input), Double(output), 1, &error, nil, nil, nil)
    else { return nil }
    self.state = state
    self.input = input
    self.output = output
  }

  deinit { soxr_delete(state) }

  /// Takes samples after those taken before and lets out what is ready.
  public mutating func append<Failure: Error>(
    _ samples: Span<Float>, to sink: (Span<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    var used = 0
    while used < samples.count, failure == nil {
      var (consumed, made) = (0, 0)
      let error = samples.withUnsafeBufferPointer { samples in
        block.withUnsafeMutableBufferPointer { block in
          soxr_process(
            state, samples.baseAddress.map { $0 + used }, samples.count - used, &consumed,
            block.baseAddress, block.count, &made)
        }
      }
      note(error, isStuck: consumed == 0 && made == 0)
      used += consumed
      released += made
      if made > 0 { try sink(block.span.extracting(0..<made)) }
    }
    taken += samples.count
  }

  /// Lets out the rest, to exactly the length of what was taken.
  public mutating func finish<Failure: Error>(
    to sink: (Span<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    let (whole, rest) = taken.multipliedFullWidth(by: output)
    let half = UInt(input / 2)
    let (low, carry) = rest.addingReportingOverflow(half)
    var left = input.dividingFullWidth((whole + (carry ? 1 : 0), low)).quotient - released
    while left > 0, failure == nil {
      var made = 0
      let error = block.withUnsafeMutableBufferPointer { block in
        soxr_process(state, nil, 0, nil, block.baseAddress, min(block.count, left), &made)
      }
      note(error, isStuck: false)
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
  public static var library: String { String(cString: soxr_version()) }

  private mutating func note(_ error: soxr_error_t?, isStuck: Bool) {
    if let error {
      failure = String(cString: error)
    } else if isStuck {
      failure = "libsoxr takes no more"
    }
  }
}
