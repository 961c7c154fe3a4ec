import Narration
import Testing

/// Samples become printed time once, rounded half up.
@Suite struct TimeTests {
  @Test(arguments: [
    (0, 1000, 22_050, 0), (33, 1000, 22_050, 1), (34, 1000, 22_050, 2), (11, 1000, 22_050, 0),
    (12, 1000, 22_050, 1), (24, 1000, 48_000, 1), (23, 1000, 48_000, 0), (1, 75, 22_050, 0),
    (147, 75, 22_050, 1), (-24, 1000, 48_000, 0), (-25, 1000, 48_000, -1), (5, 1, 10, 1),
    (4, 1, 9, 0), (5, 1, 9, 1),
  ])
  func unitsRoundHalfUp(_ samples: Int, _ units: Int, _ rate: Int, _ expected: Int) {
    #expect(SampleTime(samples).units(perSecond: units, sampleRate: rate) == expected)
  }

  @Test func unitsAreExactForAnyCount() {
    let samples = 1_000_000_000_000_000
    #expect(SampleTime(samples).milliseconds(sampleRate: 22_050) == 45_351_473_922_902)
    #expect(SampleTime(samples).milliseconds(sampleRate: 1000) == samples)
    #expect(SampleTime(.max).milliseconds(sampleRate: 1) == .max)
    #expect(SampleTime(.min).milliseconds(sampleRate: 1) == .min)
    #expect(SampleTime(.max).units(perSecond: .max, sampleRate: .max) == .max)
  }

  @Test(arguments: [
    (0, "00:00:00.000"), (1, "00:00:00.001"), (59_999, "00:00:59.999"), (3_600_000, "01:00:00.000"),
    (359_999_999, "99:59:59.999"), (360_000_000, "100:00:00.000"), (-5, "00:00:00.000"),
  ])
  func timestamps(_ milliseconds: Int, _ expected: String) {
    #expect(SampleTime.timestamp(milliseconds: milliseconds) == expected)
  }

  @Test(arguments: [
    ("Two\r\nlines\0", "Two lines"), ("", ""), (" \n ", ""), ("a\u{2028}b", "a b"),
    ("a\u{FFFE}b", "a b"), ("\u{85}a\u{A0}b", "a b"), ("👩‍🔬 e\u{301}", "👩‍🔬 e\u{301}"),
    ("\u{202E}abc", "\u{202E}abc"),
  ])
  func oneLine(_ text: String, _ expected: String) {
    #expect(text.onOneLine == expected)
  }

  @Test func tidyLines() {
    #expect("\n First\r\n\r\nsecond\0 \u{2028}third\n\n".onTidyLines == "First\n\nsecond\nthird")
    #expect("".onTidyLines == "")
  }
}
