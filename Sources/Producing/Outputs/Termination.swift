internal import Dispatch
internal import Glibc
internal import Synchronization

/// The user ended the run with a signal.
public struct Interruption: Error, Hashable, Sendable {
  /// ``ExitStatus/interrupted`` or ``ExitStatus/terminated``.
  public var status: ExitStatus
}

/// What signals do to a run.
public enum Termination {
  /// Makes a reader that went away (SIGPIPE) and a file-size limit (SIGXFSZ) come back as errors
  /// of the write, so that they are told and cleaned up after.
  ///
  /// Child processes inherit what is ignored; a worker notices a closed pipe by `EPIPE`.
  public static func tellBrokenWritesAsErrors() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Runs `body` and cancels it when SIGINT or SIGTERM arrives, so that it can clean up.
  ///
  /// The same signal a second time ends the process at once; hidden files that stay behind then are
  /// removed by the next run. Not to be nested.
  ///
  /// - Throws: ``Interruption`` when a signal came and `body` did not finish all the same; else
  ///   whatever `body` throws.
  public static func cancelling<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let received = Mutex<Int32?>(nil)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Failure(.software, "no pipe for signals: \(String(cString: strerror(errno)))")
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    let (readEnd, writeEnd) = (ends[0], ends[1])
    signalPipe.store(writeEnd, ordering: .sequentiallyConsistent)

    // The handler is reset when it runs: the second signal has its usual, deadly effect.
    var action = sigaction()
    action.__sigaction_handler.sa_handler = noteSignal
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    var before = (sigaction(), sigaction())
    sigaction(SIGINT, &action, &before.0)
    sigaction(SIGTERM, &action, &before.1)

    // From here on the pipe keeps what comes, so the work may begin.
    let work = Task { try await body() }
    let source = DispatchSource.makeReadSource(fileDescriptor: readEnd, queue: .global())
    let (isCancelled, cancelled) = AsyncStream<Never>.makeStream()
    source.setEventHandler {
      var number: UInt8 = 0
      guard read(readEnd, &number, 1) == 1 else { return }
      received.withLock { $0 = $0 ?? Int32(number) }
      work.cancel()
    }
    source.setCancelHandler {
      close(readEnd)
      close(writeEnd)
      cancelled.finish()
    }
    source.resume()

    let result = await withTaskCancellationHandler {
      await work.result
    } onCancel: {
      work.cancel()
    }

    sigaction(SIGINT, &before.0, nil)
    sigaction(SIGTERM, &before.1, nil)
    signalPipe.store(-1, ordering: .sequentiallyConsistent)
    source.cancel()
    for await _ in isCancelled {}

    if case .failure = result, let number = received.withLock({ $0 }) {
      throw Interruption(status: number == SIGINT ? .interrupted : .terminated)
    }
    return try result.get()
  }
}

/// Where the signal handler writes; -1 when nobody listens.
///
/// An atomic, for a handler may neither lock nor allocate.
private let signalPipe = Atomic<Int32>(-1)

/// Runs inside a signal: notes the number and leaves (`write` is async-signal-safe).
private func noteSignal(_ number: Int32) {
  let end = signalPipe.load(ordering: .relaxed)
  guard end >= 0 else { return }
  let before = errno
  var byte = UInt8(truncatingIfNeeded: number)
  write(end, &byte, 1)
  errno = before
}
