/// From samples of a voice to fractions of full scale, and back to samples of a file.
enum SampleRounding {
  /// 16-bit samples times a gain, full scale being 1.
  static func scale(_ samples: Span<Int16>, by gain: Float, into result: inout [Float]) {
    let count = samples.count
    if result.count != count { result = [Float](repeating: 0, count: count) }
    let factor = gain / 32768
    samples.withUnsafeBufferPointer { samples in
      result.withUnsafeMutableBufferPointer { result in
        for index in 0..<count { result[index] = Float(samples[index]) * factor }
      }
    }
  }

  /// To the nearest sample of 16 bits, to an even one from between two; clipped at full scale.
  static func round(_ samples: Span<Float>, into result: inout [Int16]) {
    let count = samples.count
    if result.count != count { result = [Int16](repeating: 0, count: count) }
    // Where a Float has no room for fractions, adding rounds: 1.5 · 2²³ leaves room for signs.
    let shift: Float = 12_582_912
    samples.withUnsafeBufferPointer { samples in
      result.withUnsafeMutableBufferPointer { result in
        for index in 0..<count {
          let value = max(-32768, min(32767, samples[index] * 32768))
          let bits = Int32(bitPattern: (value + shift).bitPattern)
          result[index] = Int16(truncatingIfNeeded: bits &- Int32(bitPattern: shift.bitPattern))
        }
      }
    }
  }

  /// To the nearest sample of 24 bits, to an even one from between two, as the highest bits of 32;
  /// clipped at full scale.
  static func round(_ samples: Span<Float>, into result: inout [Int32]) {
    let count = samples.count
    if result.count != count { result = [Int32](repeating: 0, count: count) }
    let shift = 6_755_399_441_055_744.0  // 1.5 · 2⁵², as above
    samples.withUnsafeBufferPointer { samples in
      result.withUnsafeMutableBufferPointer { result in
        for index in 0..<count {
          let value = max(-8_388_608, min(8_388_607, Double(samples[index]) * 8_388_608))
          result[index] = Int32(truncatingIfNeeded: (value + shift).bitPattern) &<< 8
        }
      }
    }
  }
}
