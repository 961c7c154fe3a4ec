import Glibc
import NarrationTesting
import Speaking
import SpeechWorker
import SpokenText
import Subprocess
import Testing

@Suite struct WorkerTests {
  @Test func aWorkerIntroducesItselfAndEndsWithItsInput() async throws {
    let status = try await RawWorker.run(FakeVoice.command()) { worker in
      #expect(try await worker.next() == .hello(WorkerHello(sampleRate: 22_050, engine: "fake 1")))
      try await worker.closeInput()
      #expect(try await worker.next() == nil)
    }
    #expect(status == .exited(0))
  }

  @Test func requestsThatAreThereAreAnsweredBeforeTheEnd() async throws {
    _ = try await RawWorker.run(FakeVoice.command()) { worker in
      _ = try await worker.next()
      for number in 1...3 { try await worker.ask(UInt32(number), "word \(number).") }
      try await worker.closeInput()
      for number in 1...3 {
        let sound = FakeVoice.sound(of: "word \(number).")
        #expect(try await worker.next() == .reply(number: UInt32(number), .spoken(sound)))
      }
      #expect(try await worker.next() == nil)
    }
  }

  /// A word that is an accident, options, and how the unit ends.
  static let accidents: [(String, [String], UnitEnd)] = [
    ("crash-segv", [], .died(signal: SIGSEGV)),
    ("crash-abort", [], .died(signal: SIGABRT)),
    ("crash-kill", [], .died(signal: SIGKILL)),
    ("quit", [], .failed("the engine ended the process with status 3")),
    ("fail", [], .failed("told to fail")),
    ("hang", ["--wall-seconds", "1"], .wallClock),
    ("spin", ["--cpu-seconds", "1", "--wall-seconds", "600"], .cpuTime),
    ("allocate", ["--memory", "67108864"], .died(signal: SIGABRT)),
    ("overflow", ["--room", "1000000"], .outOfRoom),
  ]

  @Test(arguments: accidents)
  func anAccidentIsToldAndLeavesNoTrace(_ word: String, _ options: [String], _ end: UnitEnd)
    async throws
  {
    var voice = FakeVoice.command()
    voice.arguments = options
    let status = try await RawWorker.run(voice) { worker in
      _ = try await worker.next()
      for (number, text) in [(1, "before."), (2, "a \(word) b"), (3, "before.")] {
        try await worker.ask(UInt32(number), text)
      }
      let plain = UnitEnd.spoken(FakeVoice.sound(of: "before."))
      #expect(try await worker.next() == .reply(number: 1, plain))
      #expect(try await worker.next() == .reply(number: 2, end))
      #expect(try await worker.next() == .reply(number: 3, plain))
      #expect(Processes.children(of: worker.pid).isEmpty)
    }
    #expect(status == .exited(0))
  }

  @Test func noDescriptorIsLeftAfterAUnit() async throws {
    _ = try await RawWorker.run(FakeVoice.command()) { worker in
      _ = try await worker.next()
      let before = Processes.openDescriptors(of: worker.pid)
      for number in 1...50 {
        try await worker.ask(UInt32(number), number.isMultiple(of: 2) ? "crash-segv" : "fine")
        _ = try await worker.next()
      }
      #expect(before > 0)
      #expect(Processes.openDescriptors(of: worker.pid) == before)
    }
  }

  @Test(arguments: [[1, 0, 0, 0, 99], [0, 0, 0, 0], [255, 255, 255, 255], [9, 0, 0, 0, 16]])
  func aMalformedRequestIsRefused(_ bytes: [UInt8]) async throws {
    let status = try await RawWorker.run(FakeVoice.command()) { worker in
      _ = try await worker.next()
      try await worker.send(bytes)
      try await worker.closeInput()
      guard case .refusal(let message) = try await worker.next() else {
        Issue.record("no refusal")
        return
      }
      #expect(message.hasPrefix("malformed request: "))
      #expect(try await worker.next() == nil)
    }
    #expect(status == .exited(65))
  }

  /// What the kernel does when the narrator is killed: it closes both pipes.
  @Test func aWorkerThatNobodyHearsEndsItsUnit() async throws {
    var child: pid_t = 0
    let status = try await RawWorker.run(FakeVoice.command()) { worker in
      _ = try await worker.next()
      try await worker.ask(1, "hang")
      let pid = worker.pid
      #expect(await Processes.eventually { Processes.children(of: pid).count == 1 })
      child = Processes.children(of: pid).first ?? 0
    }
    #expect(status == .exited(0))
    #expect(child > 0)
    let gone = child
    #expect(await Processes.eventually { !Processes.isAlive(gone) })
  }

  @Test func aUnitDiesWithItsWorker() async throws {
    var child: pid_t = 0
    let status = try await RawWorker.run(FakeVoice.command()) { worker in
      _ = try await worker.next()
      try await worker.ask(1, "hang")
      let pid = worker.pid
      #expect(await Processes.eventually { Processes.children(of: pid).count == 1 })
      child = Processes.children(of: pid).first ?? 0
      try worker.kill()
    }
    #expect(status == .signaled(SIGKILL))
    #expect(child > 0)
    let gone = child
    #expect(await Processes.eventually { !Processes.isAlive(gone) })
  }
}
