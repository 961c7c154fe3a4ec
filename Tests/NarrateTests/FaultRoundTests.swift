import NarrationTesting
import Testing

/// Ten of the rounds of `Scripts/faults`: a run that meets a fault leaves all or nothing, and the run
/// after it makes the same bytes as if nothing had been.
@Suite struct FaultRoundTests {
  @Test(arguments: 0..<10) func aFaultCostsNoFile(number: Int) {
    let round = FaultRound(number: number, seed: 2, sentences: 12...40)
    let outcome = round.play()
    for fault in outcome.faults {
      Issue.record("\(fault); \(round.description); \(outcome.told)")
    }
    if let reason = outcome.skipped { print("not tried: \(round.fault.rawValue): \(reason)") }
  }
}
