import NarrationTesting
import Testing

/// Ten of the rounds of `Scripts/faults`: a run that meets a fault leaves all or nothing, and the run
/// after it makes the same bytes as if nothing had been.
@Suite struct FaultRoundTests {
  @Test(arguments: 0..<10) func aFaultCostsNoFile(number: Int) {
    let round = FaultRound(number: number, seed: 2, sentences: 6...15)
    let outcome = round.play()
    for fault in outcome.faults {
      Issue.record("\(fault); \(round.description); \(outcome.told)")
    }
    if let reason = outcome.skipped { print("not tried: \(round.fault.rawValue): \(reason)") }
  }

  /// With few descriptors fewer voices speak; with too few for one, that is told.
  @Test(arguments: [16, 22, 28, 40, 60]) func fewDescriptorsAreBorneOrTold(limit: Int) throws {
    try Scratch.with { scratch in
      try scratch.write(Texts.harbour, to: "a.txt")
      let run = try Narrate(in: scratch).run(
        ["a.txt", "--jobs", "7", "--format", "wav"], through: ["prlimit", "--nofile=\(limit)"])
      if limit < 60, run.status != 0 {
        #expect([70, 73, 74].contains(run.status), "\(run.errors)")
        #expect(run.complaints.count == 1, "\(run.errors)")
        #expect(try scratch.names() == ["a.txt"])
      } else {
        #expect(run.status == 0, "\(run.errors)")
        #expect(try scratch.names() == ["a.chapters.json", "a.txt", "a.vtt", "a.wav"])
      }
    }
  }
}
