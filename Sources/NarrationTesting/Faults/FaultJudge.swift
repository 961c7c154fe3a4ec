import Foundation
import Glibc

/// Says what must not be after a run that met a fault.
struct FaultJudge {
  let stage: FaultStage
  /// Everything that stands there after a run in peace, the text included.
  let calm: [String: Data]
  let calmStatus: Int32
  private var older: [String: Data] = [:]

  init(stage: FaultStage, calm: [String: Data], calmStatus: Int32) {
    self.stage = stage
    self.calm = calm
    self.calmStatus = calmStatus
  }

  private var outputs: [String] { calm.keys.filter { $0 != FaultStage.episode }.sorted() }
  /// Of all outputs.
  var bytes: Int { outputs.reduce(0) { $0 + (calm[$1]?.count ?? 0) } }
  /// Of audio, by the last chapter's end.
  var seconds: Double {
    struct File: Decodable {
      struct Chapter: Decodable { var endTime: Double }
      var chapters: [Chapter]
    }
    let chapters = outputs.first { $0.hasSuffix(".chapters.json") }.flatMap { calm[$0] }
    let file = chapters.flatMap { try? JSONDecoder().decode(File.self, from: $0) }
    return file?.chapters.last?.endTime ?? 0
  }

  /// Gives every output a file to replace.
  mutating func placeOlderFiles() throws {
    for name in outputs {
      older[name] = Data("an older \(name)".utf8)
      try older[name]?.write(to: URL(fileURLWithPath: "\(stage.work)/\(name)"))
    }
  }

  /// What must not be after the run that met the fault.
  func faults(of run: FaultedRun, status: Int32?, fault: Fault) throws -> [String] {
    guard let status else { return ["it hangs: \(run.errors)"] }
    var faults = leftProcesses()
    let isCalm = status == calmStatus
    guard isCalm || !fault.isBorne && fault.statuses.contains(status) else {
      return faults + ["it ends with \(status): \(run.errors)"]
    }
    let found = try stage.contents()
    let mayLeave = fault.mayLeaveFiles(endedBy: status)
    for name in found.keys.sorted() where calm[name] == nil {
      if !(mayLeave && isHidden(name)) { faults.append("\(name) is left") }
    }
    if found[FaultStage.episode] != calm[FaultStage.episode] {
      faults.append("the text is changed")
    }
    let whole = outputs.filter { found[$0] == calm[$0] }
    let untouched = outputs.filter { found[$0] == older[$0] }
    switch status {
    case calmStatus where fault.isBorne || whole == outputs || status == 0:
      faults += outputs.filter { !whole.contains($0) }.map { "\($0) differs" }
    case 1: faults += try faultsOfPartialRun(run)
    default:
      for name in outputs where !whole.contains(name) && !untouched.contains(name) {
        faults.append("\(name) is neither as before nor whole")
      }
      if !mayLeave, whole != outputs, untouched != outputs {
        faults.append("some of the files are new, some are not: \(whole) and \(untouched)")
      }
    }
    if (64..<128).contains(status), !run.errors.contains("error: ") {
      faults.append("it ends with \(status) and tells no error")
    }
    return faults
  }

  /// Sentences may be lost when each is told; the files are there, and whole.
  private func faultsOfPartialRun(_ run: FaultedRun) throws -> [String] {
    var faults: [String] = []
    if !run.errors.contains("not spoken: ") { faults.append("it tells no sentence that is lost") }
    let names = try stage.contents()
    for name in outputs where names[name] == nil || names[name] == older[name] {
      faults.append("\(name) is not there")
    }
    if faults.isEmpty {
      let audio = outputs.filter { !$0.hasSuffix(".vtt") && !$0.hasSuffix(".json") }
      let check = try stage.start(["check"] + audio)
      if let status = check.wait(), status != 0 {
        faults.append("`check` ends with \(status): \(check.errors)")
      }
    }
    return faults
  }

  /// What must not be after a run in peace that follows it.
  func faultsAfterwards(of run: FaultedRun, status: Int32?) throws -> [String] {
    guard status == calmStatus else {
      return ["run again it ends with \(status.map { "\($0)" } ?? "nothing"): \(run.errors)"]
    }
    let found = try stage.contents()
    return leftProcesses()
      + found.keys.filter { calm[$0] == nil }.map { "\($0) is left when it is run again" }
      + calm.keys.filter { found[$0] != calm[$0] }.map { "\($0) differs when it is run again" }
  }

  /// Processes that are there some time after the run.
  ///
  /// One that a round stopped before it was a program of its own stands still until it is let go on;
  /// it must end then.
  private func leftProcesses() -> [String] {
    for round in 0..<2_000 {
      let processes = stage.processes
      if processes.isEmpty { return [] }
      if round == 1_000 { for pid in processes { kill(pid, SIGCONT) } }
      usleep(10_000)
    }
    let left = stage.processes
    for pid in left { kill(pid, SIGKILL) }
    return left.map { "process \($0) is left" }
  }

  /// `.NAME.narrate-PID`, with or without an ending.
  private func isHidden(_ name: String) -> Bool {
    outputs.contains { output in
      let start = ".\(output).narrate-"
      guard name.hasPrefix(start) else { return false }
      let rest = name.dropFirst(start.count).drop(while: \.isNumber)
      return ["", ".older", ".spool"].contains(rest)
    }
  }
}
