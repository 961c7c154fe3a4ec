import Glibc

/// The loop of a worker process: requests on standard input, replies on standard output.
public enum Worker {
  /// Serves until standard input ends, then ends the process.
  ///
  /// Exit status after sysexits(3): 0 at the end of the requests or when nobody reads the replies,
  /// 65 when the engine cannot be made or a request is malformed, 71 when the system refuses
  /// memory or a process. What is wrong is told both to standard error and, as a refusal, to the
  /// narrator. The process must not have started a thread.
  public static func serve<Engine: SpeechEngine>(
    limits: UnitLimits = UnitLimits(), _ makeEngine: () throws(SpeechFailure) -> Engine
  ) -> Never {
    // A narrator may ignore SIGPIPE, and that is inherited.
    signal(SIGPIPE, SIG_DFL)
    let channel = Channel()
    let engine: Engine
    do throws(SpeechFailure) { engine = try makeEngine() } catch {
      channel.refuse(error.message, status: EX_DATAERR)
    }
    guard let room = SharedRoom(bytes: limits.room) else {
      channel.refuse("no memory for samples: \(errnoText())", status: EX_OSERR)
    }
    let process = UnitProcess(
      room: room, limits: limits, input: channel.input, output: channel.output,
      addressSpace: addressSpace())
    channel.send(.hello(WorkerHello(sampleRate: engine.sampleRate, engine: engine.version)))
    while let request = channel.nextRequest() {
      do throws(SpeechFailure) {
        channel.reply(request.number, try process.speak(request.unit, with: engine), from: room)
      } catch {
        channel.refuse(error.message, status: EX_OSERR)
      }
    }
    _exit(0)
  }

  /// Writes a line to standard error, after the name of the program.
  public static func tell(_ message: String) {
    let program = CommandLine.arguments.first?.split(separator: "/").last ?? "worker"
    var line = "\(program): \(message)\n"
    line.withUTF8 { _ = Descriptors.write(STDERR_FILENO, UnsafeRawBufferPointer($0)) }
  }

  /// Bytes of address space of this process, from the first field of `/proc/self/statm` (proc(5)).
  private static func addressSpace() -> Int {
    let descriptor = open("/proc/self/statm", O_RDONLY)
    guard descriptor >= 0 else { return 1 << 32 }
    defer { close(descriptor) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = text.withUnsafeMutableBytes { Descriptors.read(descriptor, into: $0) } ?? 0
    let pages = text.prefix(count).prefix { $0 != 0x20 }
    return (Int(String(decoding: pages, as: UTF8.self)) ?? 1 << 20) * sysconf(Int32(_SC_PAGESIZE))
  }
}

/// The worker's end of the two pipes.
private final class Channel {
  let input = STDIN_FILENO
  let output: Int32
  private var frames = FrameBuffer(limit: WireFormat.requestLimit)
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  init() {
    // Frames go to a descriptor of their own; what an engine prints goes to standard error.
    output = dup(STDOUT_FILENO)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    // A unit's samples fit in the pipe as a rule, so that the next unit is spoken while the
    // narrator reads. F_SETPIPE_SZ of fcntl(2), 1,024 + 7; refused for what is no pipe.
    _ = fcntl(output, 1031, 1 << 20)
  }

  /// The next request; nil when there are no more.
  func nextRequest() -> UnitRequest? {
    do throws(WireFault) {
      while true {
        if let body = try frames.next() { return try UnitRequest(frameBody: body) }
        let count = buffer.withUnsafeMutableBytes { Descriptors.read(input, into: $0) }
        guard let count, count > 0 else {
          if !frames.isBetweenFrames { throw WireFault("a frame ends before it is whole") }
          return nil
        }
        buffer.withUnsafeBytes { frames.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      }
    } catch {
      refuse("malformed request: \(error.message)", status: EX_DATAERR)
    }
  }

  func reply(_ number: UInt32, _ end: UnitProcess.End, from room: SharedRoom) {
    switch end {
    case .own(.spoken(let sound)):
      write(WorkerMessage.replyHead(number: number, sound))
      write(UnsafeRawBufferPointer(sound.samples))
      room.release()
    case .own(.outOfRoom):
      room.releaseAll()
      send(.reply(number: number, .outOfRoom))
    case .own(.failed(let message)): send(.reply(number: number, .failed(message)))
    case .forced(let end):
      room.releaseAll()
      send(.reply(number: number, end))
    case .unheard: _exit(0)
    }
  }

  func send(_ message: WorkerMessage) { write(message.frame()) }

  func refuse(_ message: String, status: Int32) -> Never {
    Worker.tell(message)
    send(.refusal(message))
    _exit(status)
  }

  private func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    if !Descriptors.write(output, bytes) { _exit(0) }
  }
}
