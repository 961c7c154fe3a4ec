import Glibc
import NarrationTesting
import SpeechWorker

// A worker around the fake engine, for tests.
//
//     fake-voice [--sample-rate N] [--counter FILE --accidents N] [--cpu-seconds N]
//                [--wall-seconds N] [--memory BYTES] [--room BYTES]
//                [--refuse MESSAGE | --quit STATUS | --mute]

struct Options {
  private var values: [String: String] = [:]

  init(_ arguments: some Sequence<String>) {
    var rest = Array(arguments)[...]
    while let option = rest.popFirst() {
      guard option.hasPrefix("--") else {
        Worker.tell("unknown argument \(option)")
        exit(EX_USAGE)
      }
      values[option] = option == "--mute" ? "" : rest.popFirst()
    }
  }

  subscript(option: String) -> String? { values[option] }
  func number(_ option: String) -> Int? { values[option].flatMap { Int($0) } }
}

let options = Options(CommandLine.arguments.dropFirst())
if let status = options.number("--quit") { exit(Int32(status)) }
if options["--mute"] != nil { while true { sleep(1000) } }

var limits = UnitLimits()
limits.cpuSeconds = options.number("--cpu-seconds") ?? limits.cpuSeconds
limits.wallSeconds = options.number("--wall-seconds") ?? limits.wallSeconds
limits.memory = options.number("--memory") ?? limits.memory
limits.room = options.number("--room") ?? limits.room

Worker.serve(limits: limits) { () throws(SpeechFailure) in
  if let message = options["--refuse"] { throw SpeechFailure(message) }
  return FakeEngine(
    sampleRate: options.number("--sample-rate") ?? 22_050, counter: options["--counter"],
    accidents: options.number("--accidents") ?? .max)
}
