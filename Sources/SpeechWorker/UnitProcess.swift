import CLinux
import Glibc

/// The process that is forked for one unit and gone after it.
///
/// The unit's engine is a copy of one that has spoken nothing, so that no unit hears what another
/// left behind: the same unit gives the same samples at all times. Whatever it does, hang, crash or
/// eat memory, ends with this process; the worker and its streams never notice more than how.
struct UnitProcess {
  let room: SharedRoom
  let limits: UnitLimits
  /// The worker's descriptors, which the process must not hold.
  let input: Int32
  let output: Int32
  /// Bytes of address space of the worker, once all is mapped.
  let addressSpace: Int

  /// How a unit ended: on its own account, as the room tells, or by force.
  enum End {
    case own(RoomEnd)
    case forced(UnitEnd)
    /// Nobody is left to hear of it.
    case unheard
  }

  func speak(_ unit: SpeechUnit, with engine: some SpeechEngine) throws(SpeechFailure) -> End {
    // The process holds the writing end for as long as it lives: at its death, poll(2) wakes up.
    var life: [Int32] = [-1, -1]
    guard pipe(&life) == 0 else { throw SpeechFailure("no pipe: \(errnoText())") }
    // No program that an engine starts may hold it.
    _ = fcntl(life[1], F_SETFD, FD_CLOEXEC)
    defer { close(life[0]) }
    room.prepare(for: unit)
    let worker = getpid()
    let child = fork()
    if child == 0 {
      close(life[0])
      become(childOf: worker, textLength: unit.textLength)
      perform(unit, with: engine)
    }
    let forkError = errno
    close(life[1])
    guard child > 0 else {
      errno = forkError
      throw SpeechFailure("no process: \(errnoText())")
    }
    let seconds = limits.wallSeconds(forBytes: unit.textLength)
    let wake = wait(for: life[0], milliseconds: seconds * 1000)
    if wake != .died { kill(child, SIGKILL) }
    let status = reap(child)
    switch wake {
    case .died: return end(status: status, of: unit)
    case .late: return .forced(.wallClock)
    case .unheard: return .unheard
    }
  }

  // MARK: In the forked process

  private func become(childOf worker: pid_t, textLength: Int) {
    close(input)
    close(output)
    _ = narrate_die_with_parent()
    // The worker may have died before that took hold.
    if getppid() != worker { _exit(1) }
    _ = narrate_leave_no_core()
    let cpu = limits.cpuSeconds(forBytes: textLength)
    limit(RLIMIT_CORE, soft: 0, hard: 0)
    // SIGXCPU at the soft limit says what happened; SIGKILL at the hard one is for an engine that
    // catches it.
    limit(RLIMIT_CPU, soft: cpu, hard: cpu + 1)
    limit(RLIMIT_AS, soft: addressSpace + limits.memory, hard: addressSpace + limits.memory)
  }

  private func limit(_ resource: __rlimit_resource, soft: Int, hard: Int) {
    var values = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard))
    _ = setrlimit(Int32(resource.rawValue), &values)
  }

  private func perform(_ unit: SpeechUnit, with engine: some SpeechEngine) -> Never {
    var writer = room.writer()
    do throws(SpeechFailure) {
      for sentence in unit.sentences {
        writer.begin(sentenceOf: sentence.count)
        try engine.speak(sentence, as: unit.prosody, to: &writer)
        writer.endSentence()
      }
      room.finish(writer)
    } catch {
      room.fail(error.message)
    }
    // No handlers and no buffers of the worker's: they are the worker's to run and to flush.
    _exit(0)
  }

  // MARK: In the worker

  private enum Wake { case died, late, unheard }

  /// Waits for the process to die, for the time to run out, or for the narrator to go away.
  private func wait(for life: Int32, milliseconds: Int) -> Wake {
    let deadline = monotonicMilliseconds() + milliseconds
    var watched = [
      pollfd(fd: life, events: Int16(POLLIN), revents: 0),
      pollfd(fd: output, events: 0, revents: 0),
    ]
    while true {
      let left = deadline - monotonicMilliseconds()
      guard left > 0 else { return .late }
      let count = poll(&watched, nfds_t(watched.count), Int32(clamping: left))
      if count < 0, errno != EINTR { return .unheard }
      guard count > 0 else { continue }
      if watched[0].revents != 0 { return .died }
      if watched[1].revents != 0 { return .unheard }
    }
  }

  private func monotonicMilliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }

  private func reap(_ child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Reads a status as `WIFSIGNALED`, `WTERMSIG` and `WEXITSTATUS` of wait(2) do.
  private func end(status: Int32, of unit: SpeechUnit) -> End {
    let signal = status & 0x7F
    if signal == SIGXCPU { return .forced(.cpuTime) }
    if signal != 0 { return .forced(.died(signal: signal)) }
    let code = (status >> 8) & 0xFF
    if code != 0 { return .forced(.failed("the engine ended the process with status \(code)")) }
    return .own(room.end(of: unit))
  }
}

/// What `errno` says.
func errnoText() -> String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
