import Glibc

/// What is done to processes while they run, at moments that are drawn.
struct Meddling {
  let run: FaultedRun
  /// Seconds that such a run takes in peace.
  let usual: Double
  /// What was done, for people.
  private(set) var deeds: [String] = []

  init(_ run: FaultedRun, usual: Double) {
    self.run = run
    self.usual = usual
  }

  mutating func meddle(_ fault: Fault, with random: inout SeededGenerator) {
    switch fault {
    case .killedVoices: strike(with: { _, _ in SIGKILL }, &random)
    case .crashedVoices:
      // A unit that dies so twice is given up; one death is borne.
      var isSpared = false
      strike(
        with: { isUnit, random in
          if isUnit, isSpared { return SIGKILL }
          isSpared = isSpared || isUnit
          return [SIGSEGV, SIGABRT, SIGBUS].randomElement(using: &random) ?? SIGSEGV
        }, &random)
    case .stoppedVoices: stopForAWhile(&random)
    case .interrupted, .interruptedTwice:
      run.pass(Double.random(in: 0...1.1, using: &random) * usual)
      let signal = Bool.random(using: &random) ? SIGINT : SIGTERM
      send(signal)
      if fault == .interruptedTwice {
        run.pass(Double.random(in: 0...0.03, using: &random))
        send(signal)
      }
    case .killed:
      run.pass(Double.random(in: 0...1.1, using: &random) * usual)
      send(SIGKILL)
    case .orphaned:
      run.pass(Double.random(in: 0...0.8, using: &random) * usual)
      for voice in run.someVoices() + run.units { stop(voice) }
      send([SIGINT, SIGTERM, SIGKILL].randomElement(using: &random) ?? SIGKILL)
    case .hungVoice:
      // One that stands still before, where it is only asked who it is, is an error and is told.
      while run.isRunning, !run.errors.contains(" sentences, about ") { usleep(500) }
      run.pass(Double.random(in: 0...0.8, using: &random) * usual)
      if let voice = run.someVoices().randomElement(using: &random) { stop(voice) }
    case .fullDisk, .fileSize, .descriptors, .memory, .processes, .failingVoice: break
    }
  }

  /// Kills workers and units: four, for a unit that is lost five times by chance is given up.
  private mutating func strike(
    with signal: (_ isUnit: Bool, inout SeededGenerator) -> Int32,
    _ random: inout SeededGenerator
  ) {
    var left = 4
    while run.isRunning, left > 0 {
      let (voices, units) = (run.voices, run.units)
      if let victim = (voices + units).randomElement(using: &random) {
        let number = signal(units.contains(victim), &random)
        if kill(victim, number) == 0 {
          left -= 1
          deeds.append("signal \(number) to a \(units.contains(victim) ? "unit" : "voice")")
        }
      }
      run.pass(Double.random(in: 0...0.3, using: &random) * usual)
    }
  }

  private mutating func stopForAWhile(_ random: inout SeededGenerator) {
    for _ in 0..<6 where run.isRunning {
      run.pass(Double.random(in: 0...0.2, using: &random) * usual)
      guard let victim = (run.voices + run.units).randomElement(using: &random) else { continue }
      stop(victim)
      run.pass(Double.random(in: 0...0.4, using: &random) * usual)
      kill(victim, SIGCONT)
    }
  }

  private mutating func stop(_ pid: pid_t) {
    if kill(pid, SIGSTOP) == 0 { deeds.append("a process stopped") }
  }

  private mutating func send(_ signal: Int32) {
    guard run.isRunning else { return }
    kill(run.pid, signal)
    deeds.append("signal \(signal) to narrate")
  }
}
