import CLinux
import Glibc

/// A program that was run to its end, with what it wrote.
///
/// Its three streams are files in memory (memfd_create(2)): what it writes cannot block it, and all
/// of it is gone with the last process that has it open.
struct ProgramRun {
  let output: [UInt8]

  init(_ command: [String], input text: String) throws(SpeechFailure) {
    let files = (0..<3).map { _ in Self.memoryFile() }
    defer { for file in files where file >= 0 { close(file) } }
    guard files.allSatisfy({ $0 >= 0 }) else {
      throw SpeechFailure("no file in memory: \(errnoText())")
    }
    var text = text
    let isGiven = text.withUTF8 { Descriptors.write(files[0], UnsafeRawBufferPointer($0)) }
    guard isGiven, lseek(files[0], 0, SEEK_SET) == 0 else {
      throw SpeechFailure("no room for the text: \(errnoText())")
    }
    let status = try Self.run(command, files)
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    let told =
      String(decoding: Self.bytes(of: files[2], atMost: 4096), as: UTF8.self)
      .split(whereSeparator: \.isNewline).last.map { ": \($0)" } ?? ""
    // What kills the program would have killed an engine in this process.
    if signal != 0 { Self.dieLike(signal) }
    guard code == 0 else {
      throw SpeechFailure("\(command[0]) ended with exit status \(code)\(told)")
    }
    output = Self.bytes(of: files[1], atMost: UnitLimits().room + 4096)
  }

  /// A file that is none of the first three descriptors, of which a unit's process has closed some.
  private static func memoryFile() -> Int32 {
    let file = narrate_memory_file("stream")
    guard (0..<3).contains(file) else { return file }
    defer { close(file) }
    return fcntl(file, F_DUPFD_CLOEXEC, 3)
  }

  /// Runs the command and waits for it; what it cannot begin it tells on its standard error.
  private static func run(_ command: [String], _ files: [Int32]) throws(SpeechFailure) -> Int32 {
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let parent = getpid()
    let child = fork()
    if child == 0 {
      _ = narrate_die_with_parent()
      if getppid() != parent { _exit(1) }
      for (stream, file) in files.enumerated() { dup2(file, Int32(stream)) }
      execvp(arguments[0]!, &arguments)
      var message = "cannot be run: \(errnoText())\n"
      message.withUTF8 { _ = Descriptors.write(2, UnsafeRawBufferPointer($0)) }
      _exit(127)
    }
    guard child > 0 else { throw SpeechFailure("no process: \(errnoText())") }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  private static func bytes(of file: Int32, atMost limit: Int) -> [UInt8] {
    let size = Int(lseek(file, 0, SEEK_END))
    return [UInt8](unsafeUninitializedCapacity: min(max(size, 0), limit)) { buffer, count in
      while count < buffer.count {
        let read = pread(file, buffer.baseAddress! + count, buffer.count - count, off_t(count))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { break }
        count += read
      }
    }
  }

  private static func dieLike(_ signal: Int32) {
    _ = Glibc.signal(signal, SIG_DFL)
    kill(getpid(), signal)
  }
}
