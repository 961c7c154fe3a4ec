/// The silence at the ends of what an engine makes, which is left out where pauses are the caller's.
public enum SilentEnds {
  /// Samples below this are silence, about −54 dB of full scale.
  private static let silence = 64

  /// Samples without the silence at their ends; nothing of what is silent throughout.
  ///
  /// - Parameters:
  ///   - start: Whether it is left out at the start.
  ///   - end: Whether it is left out at the end.
  ///   - rest: Samples of it that stay.
  public static func kept(
    of samples: [Int16], start: Bool = true, end: Bool = true, rest: Int
  ) -> Range<Int> {
    func isHeard(_ sample: Int16) -> Bool { abs(Int(sample)) >= silence }
    guard start || end else { return samples.indices }
    guard let first = samples.firstIndex(where: isHeard),
      let last = samples.lastIndex(where: isHeard)
    else { return 0..<0 }
    return
      (start ? max(first - rest, 0) : 0)..<(end
      ? min(last + 1 + rest, samples.count) : samples.count)
  }
}
