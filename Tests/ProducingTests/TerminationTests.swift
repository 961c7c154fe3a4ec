import AudioWriting
import Foundation
import Narration
import Producing
import Testing

@Suite struct TerminationTests {
  @Test func aResultPassesThrough() async throws {
    // In a process of its own, for signals are a matter of the whole process.
    await #expect(processExitsWith: .exitCode(7)) {
      exit(try await Termination.cancelling { 7 })
    }
  }

  @Test(arguments: [(SIGINT, Producing.ExitStatus.interrupted), (SIGTERM, .terminated)])
  func aSignalCancelsAndWhatWasWrittenGoes(signal: Int32, status: Producing.ExitStatus) async throws
  {
    let scratch = try Scratch()
    let root = scratch.path
    await #expect(processExitsWith: .exitCode(status.rawValue)) {
      [root = root as String, signal = signal as Int32] in
      do {
        try await Termination.cancelling {
          let path = "\(root)/a.flac"
          let outputs = try OutputSet([path])
          try outputs.write("half".utf8, to: path)
          kill(getpid(), signal)
          try await Task.sleep(for: .seconds(600))
          try outputs.commit()
        }
      } catch let interruption as Interruption {
        exit(interruption.status.rawValue)
      }
    }
    #expect(try scratch.names() == [])
  }

  @Test func theSecondSignalEndsAtOnce() async throws {
    await #expect(processExitsWith: .signal(SIGINT)) {
      try await Termination.cancelling {
        kill(getpid(), SIGINT)
        // Deaf to cancellation.
        while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(1)) }
        kill(getpid(), SIGINT)
        sleep(600)
      }
    }
  }

  @Test func workThatIsDoneStaysDone() async throws {
    await #expect(processExitsWith: .exitCode(7)) {
      let number = try await Termination.cancelling {
        kill(getpid(), SIGTERM)
        while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(1)) }
        return Int32(7)
      }
      exit(number)
    }
  }

  @Test func aReaderThatWentAwayIsAnError() async throws {
    await #expect(processExitsWith: .exitCode(EPIPE)) {
      Termination.tellBrokenWritesAsErrors()
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      close(ends[0])
      exit(write(ends[1], "x", 1) == -1 ? errno : 0)
    }
  }

  @Test func everyStatusIsAsDocumented() {
    #expect(
      Producing.ExitStatus.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 70, 73, 74, 130, 143])
  }
}
