import Foundation

/// One run of `narrate` that meets a fault, and the run after it, all drawn from a seed.
public struct FaultRound: Sendable {
  /// From 0; the round's text, settings and fault follow from it and the seed.
  public let number: Int
  /// What happens in it.
  public let fault: Fault
  private let text: String
  private let formats: [String]
  private let loudness: String
  private let jobs: Int
  private let jobsAfter: Int
  private let hasOlder: Bool
  private let random: SeededGenerator

  /// What came of a round.
  public struct Outcome: Sendable {
    /// What must not be, each in a line; none when all is well.
    public var faults: [String] = []
    /// Why the fault could not be made on this system; nothing was tried then.
    public var skipped: String?
    /// Whether the run met the fault before it was done.
    public var wasHit = false
    /// What was done to the run, and what it ended with.
    public var told = ""
  }

  /// Draws a round.
  ///
  /// - Parameter sentences: How many the text may have.
  public init(number: Int, seed: UInt64, sentences: ClosedRange<Int>) {
    self.number = number
    fault = Fault(ofRound: number)
    var random = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(number))
    let accidents =
      fault == .failingVoice
      ? [FakeEngine.Accident.hang, .kill, .killWorker].map(\.rawValue) : []
    text = FaultText.draw(
      sentences: Int.random(in: sentences, using: &random), accidents: accidents, with: &random)
    let all = ["flac", "wav", "mp3", "opus"].shuffled(using: &random)
    formats = Array(all.prefix(Int.random(in: 1...3, using: &random)))
    loudness = ["-19", "-16", "off"].randomElement(using: &random) ?? "off"
    let jobs = [1, 2, 7].shuffled(using: &random)
    (self.jobs, jobsAfter) = (jobs[0], jobs[1])
    hasOlder = Bool.random(using: &random)
    self.random = random
  }

  /// The round in a line.
  public var description: String {
    "\(fault.rawValue): \(formats.joined(separator: ",")), loudness \(loudness), jobs \(jobs)"
      + (hasOlder ? ", over older files" : "")
  }

  /// Runs `narrate` in peace, then with the fault, then once more in peace.
  public func play() -> Outcome {
    var outcome = Outcome()
    do {
      try Scratch.with { scratch in
        try play(on: try FaultStage(in: scratch, isFake: fault == .failingVoice), &outcome)
      }
    } catch let reason as Scarcity.Unavailable {
      outcome.skipped = reason.why
    } catch {
      outcome.faults.append("the round itself fails: \(error)")
    }
    return outcome
  }

  private func play(on stage: FaultStage, _ outcome: inout Outcome) throws {
    var random = random
    try stage.write(text, to: "\(stage.work)/\(FaultStage.episode)")
    let start = ContinuousClock.now
    let first = try stage.start(arguments(jobs: 1))
    let calm = first.wait()
    let usual = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    guard let calm, [0, 1].contains(calm) else {
      outcome.faults.append("in peace it ends with \(calm ?? -1): \(first.errors)")
      return
    }
    var judge = FaultJudge(stage: stage, calm: try stage.contents(), calmStatus: calm)
    try stage.clear()
    if hasOlder { try judge.placeOlderFiles() }

    // The samples wait on the disk as well.
    let samples = judge.seconds * 44_100
    let scarcity = try Scarcity(
      fault, of: stage, bytes: judge.bytes + (loudness == "off" ? 0 : Int(samples)),
      with: &random)
    var deeds = scarcity.map { [$0.told] } ?? []
    if fault == .failingVoice {
      let accidents = Int.random(in: 1...4, using: &random)
      try stage.setAccidents(accidents)
      deeds.append("\(accidents) accidents of the voice")
    }
    let run = try stage.start(arguments(jobs: jobs), through: scarcity?.wrapper ?? [])
    var meddling = Meddling(run, usual: usual)
    meddling.meddle(fault, with: &random)
    let status = run.wait()
    deeds += meddling.deeds
    outcome.told = "\(deeds.joined(separator: ", ")) → \(status.map { "\($0)" } ?? "hung")"
    outcome.wasHit = status != calm || fault.isBorne && !deeds.isEmpty
    if let after = scarcity?.leavesFiles { try stage.replaceWork(by: after) }
    outcome.faults += try judge.faults(of: run, status: status, fault: fault)

    if fault == .failingVoice { try stage.setAccidents(0) }
    let again = try stage.start(arguments(jobs: jobsAfter))
    let statusAgain = again.wait()
    outcome.faults += try judge.faultsAfterwards(of: again, status: statusAgain)
  }

  private func arguments(jobs: Int) -> [String] {
    [
      FaultStage.episode, "--format", formats.joined(separator: ","), "--loudness=\(loudness)",
      "--jobs", "\(jobs)",
    ]
  }
}
