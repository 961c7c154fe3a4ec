/// How high a voice is.
public enum Pitch {
  /// The median of the fundamental over frames of 46 ms that are voiced, in hertz; 0 without one.
  ///
  /// By autocorrelation of every second sample, 60 to 350 Hz.
  public static func median(of samples: ArraySlice<Int16>, rate: Double = 22_050) -> Double {
    let frame = 512
    let halved = stride(from: samples.startIndex, to: samples.endIndex, by: 2)
      .map { Double(samples[$0]) }
    let lags = Int(rate / 2 / 350)...Int(rate / 2 / 60)
    var found: [Double] = []
    for start in stride(from: 0, to: halved.count - frame - lags.upperBound, by: frame / 2) {
      let part = halved[start..<start + frame]
      let energy = part.reduce(0) { $0 + $1 * $1 }
      guard energy > Double(frame) * 400 * 400 else { continue }
      let sums = lags.map { lag in
        part.indices.reduce(0.0) { $0 + halved[$1] * halved[$1 + lag] }
      }
      guard let best = sums.indices.max(by: { sums[$0] < sums[$1] }), sums[best] > energy / 2
      else { continue }
      found.append(rate / 2 / Double(lags.lowerBound + best))
    }
    return found.isEmpty ? 0 : found.sorted()[found.count / 2]
  }
}
