import Foundation
import NarrationTesting

// Rounds of faults against the programs that are built beside this one; see `Scripts/faults`.

/// How the rounds of a kind went.
struct Tally {
  var played = 0
  var hit = 0
  var skipped = 0
  var failed = 0
}

func tell(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

func cell(_ number: Int) -> String {
  String(repeating: " ", count: max(0, 9 - "\(number)".count)) + "\(number)"
}

var numbers = ["--rounds": 200, "--seed": 1, "--from": 0]
var isVerbose = false
var arguments = CommandLine.arguments.dropFirst()
while let option = arguments.popFirst() {
  if option == "--verbose" {
    isVerbose = true
  } else if numbers[option] != nil, let number = arguments.popFirst().flatMap(Int.init), number >= 0
  {
    numbers[option] = number
  } else {
    tell("usage: faults [--rounds N] [--seed S] [--from N] [--verbose]")
    exit(EX_USAGE)
  }
}
let (count, seed, from) = (
  numbers["--rounds"] ?? 0, numbers["--seed"] ?? 0, numbers["--from"] ?? 0
)

var tallies: [Fault: Tally] = [:]
var reasons: Set<String> = []
for number in from..<from + count {
  let round = FaultRound(number: number, seed: UInt64(seed), sentences: 8...30)
  let outcome = round.play()
  var tally = tallies[round.fault] ?? Tally()
  if let reason = outcome.skipped {
    tally.skipped += 1
    reasons.insert("\(round.fault.rawValue): skipped, because \(reason)")
  } else {
    tally.played += 1
    if outcome.wasHit { tally.hit += 1 }
  }
  if !outcome.faults.isEmpty { tally.failed += 1 }
  tallies[round.fault] = tally
  if isVerbose || !outcome.faults.isEmpty {
    let mark = outcome.faults.isEmpty ? "round" : "FAILED round"
    tell("\(mark) \(number), \(round.description): \(outcome.told)")
    for fault in outcome.faults { tell("    \(fault)") }
  }
}

tell(
  "Rounds \(from) to \(from + count - 1) of seed \(seed)".padding(
    toLength: 32, withPad: " ", startingAt: 0) + "   played   met it  skipped   failed")
for fault in Fault.allCases {
  let tally = tallies[fault] ?? Tally()
  let name = fault.rawValue.padding(toLength: 32, withPad: " ", startingAt: 0)
  tell(name + [tally.played, tally.hit, tally.skipped, tally.failed].map(cell).joined())
}
for reason in reasons.sorted() { tell(reason) }
exit(tallies.values.contains { $0.failed > 0 } ? 1 : 0)
