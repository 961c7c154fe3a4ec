import AudioWriting
import Foundation
import NarrationTesting
import Testing

/// The meter says what ffmpeg's says, and nothing where nothing is defined.
@Suite struct LoudnessTests {
  /// A tone of 997 Hz at full scale is −3.01 LUFS in one channel (EBU Tech 3341, section 2.9).
  @Test(arguments: [22_050, 24_000, 44_100, 48_000], [0.0, -20, -40])
  func toneOfReference(_ rate: Int, _ level: Double) throws {
    let samples = sine(997, level: level, seconds: 3, rate: rate)
    var meter = try LoudnessMeter(of: "a", sampleRate: rate, measuresTruePeak: true)
    try meter.append(samples.span)
    let measured = (meter.integrated, meter.truePeak, meter.length)
    let integrated = try #require(measured.0)
    let peak = try #require(measured.1)
    #expect(abs(integrated - (level - 3.01)) < 0.1)
    #expect(abs(peak - level) < 0.1)
    #expect(measured.2 == samples.count)
  }

  @Test func agreesWithFFmpegAndFloatsWithIntegers() throws {
    // Loud and quiet halves, so that the relative gate has something to shut out.
    let samples =
      testSamples(100_000).map { $0 / 2 } + testSamples(100_000).map { $0 / 100 }
    var meter = try LoudnessMeter(of: "a", sampleRate: 22_050, measuresTruePeak: true)
    var floats = try LoudnessMeter(of: "a", sampleRate: 22_050)
    for start in stride(from: 0, to: samples.count, by: 3001) {
      let piece = Array(samples[start..<min(start + 3001, samples.count)])
      let scaled = piece.map { Float($0) / 32768 }
      try meter.append(piece.span)
      try floats.append(scaled.span)
    }
    let measured = (meter.integrated, floats.integrated, floats.truePeak)
    let integrated = try #require(measured.0)
    #expect(measured.1 == integrated)
    #expect(measured.2 == nil)
    try Scratch.with { scratch in
      let path = scratch.path("a.wav")
      try write(samples, to: path, .wav)
      let theirs = try FFmpegLoudness(path)
      #expect(abs(integrated - theirs.integrated) <= 0.15)
    }
  }

  @Test(arguments: [0, 1, 8819])
  func underOneBlockIsUndefined(_ count: Int) throws {
    var meter = try LoudnessMeter(of: "a", sampleRate: 22_050)
    try meter.append(testSamples(count).span)
    let integrated = meter.integrated
    #expect(integrated == nil)
  }

  @Test func silenceIsUndefined() throws {
    var meter = try LoudnessMeter(of: "a", sampleRate: 22_050, measuresTruePeak: true)
    try meter.append([Int16](repeating: 0, count: 50_000).span)
    let measured = (meter.integrated, meter.truePeak)
    #expect(measured.0 == nil)
    #expect(measured.1 == nil)
  }

  @Test(arguments: [0, -5, 15, 3_000_000])
  func rateThatNobodyMeasures(_ rate: Int) {
    let error = #expect(throws: AudioWritingError.self) {
      _ = try LoudnessMeter(of: "a.flac", sampleRate: rate)
    }
    #expect(error?.path == "a.flac")
    #expect(error?.action == "measure the loudness")
  }
}

/// A sine; level in dBFS of its peak.
func sine(
  _ frequency: Double, level: Double, seconds: Double, rate: Int = 22_050, phase: Double = 0
) -> [Int16] {
  let amplitude = 32767 * pow(10, level / 20)
  return (0..<Int(seconds * Double(rate))).map {
    Int16((amplitude * sin(2 * .pi * frequency * Double($0) / Double(rate) + phase)).rounded())
  }
}

/// What ffmpeg's filter `ebur128` measures of a file.
struct FFmpegLoudness {
  /// LUFS, to 0.1.
  var integrated: Double
  /// dBTP, to 0.1; −∞ in silence.
  var truePeak: Double

  init(_ path: String) throws {
    let arguments = [
      "-hide_banner", "-nostats", "-i", path, "-af", "ebur128=peak=true:framelog=verbose",
      "-f", "null", "-",
    ]
    let result = try Program.run("ffmpeg", arguments)
    try #require(result.status == 0, "\(result.errors)")
    integrated = try Self.value("I:", in: result.errors)
    truePeak = try Self.value("Peak:", in: result.errors)
  }

  /// The last number that follows a label.
  private static func value(_ label: String, in text: String) throws -> Double {
    let lines = text.split(separator: "\n").filter { $0.contains(label) }
    let words = try #require(lines.last).split(separator: " ")
    let number = words[words.index(after: try #require(words.lastIndex(of: label[...])))]
    return try #require(Double(number))
  }
}
