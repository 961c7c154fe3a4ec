import CLinux
import Glibc

/// Any program that reads text and writes samples, as the engine of a worker.
///
/// Run once a sentence: the sentence is its standard input, a line of UTF-8 in an ordinary file that
/// can also be opened as `/dev/stdin`; what it leaves in its standard output, which can be opened as
/// `/dev/stdout`, is a WAV file or plain samples, 16 bit, mono. No shell sees the command, and no
/// word of the text is among its arguments.
///
/// In the arguments `{words-per-minute}`, `{stretch}` (1 at 175 words a minute, 2 at half of it),
/// `{pitch}`, `{pitch-range}` (0 to 100) and `{volume}` (percent) stand for the prosody.
///
/// `flite -voice slt -f /dev/stdin -o /dev/stdout` speaks as it is.
///
/// Such a program tells nothing of its words: the time from its first sound to its last is divided
/// among them by their letters. The silence around is left out but for 10 ms, so that pauses are the
/// caller's.
public struct CommandEngine: SpeechEngine {
  /// Samples a second, as a first short sentence had them.
  public let sampleRate: Int
  /// The command as one would type it.
  public var version: String { command.joined(separator: " ") }
  private let command: [String]
  private let plainRate: Int?

  /// How long a sentence may take: such a program may load much before it speaks.
  public static let limits = UnitLimits(
    cpuSeconds: 120, wallSeconds: 120, memory: 1 << 40, room: UnitLimits().room)

  /// Runs the command once, to hear whether it speaks and at which rate.
  ///
  /// - Parameters:
  ///   - command: A program, by path or to be found in `PATH`, and its arguments.
  ///   - plainRate: Samples a second of a program that writes no WAV file.
  public init(_ command: [String], plainRate: Int? = nil) throws(SpeechFailure) {
    guard command.first?.isEmpty == false else { throw SpeechFailure("no command is given") }
    self.command = command
    self.plainRate = plainRate
    let output = try ProgramRun(command.map { Self.filled($0, Prosody()) }, input: "Yes.\n").output
    sampleRate = try PulseCode(output, plainRate: plainRate).sampleRate
  }

  /// Speaks one sentence.
  public func speak(
    _ sentence: [SpeechUnit.Word], as prosody: Prosody, to output: inout some SpeechOutput
  ) throws(SpeechFailure) {
    let text = Self.text(of: sentence)
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    let run = try ProgramRun(command.map { Self.filled($0, prosody) }, input: text + "\n")
    let sound = try PulseCode(run.output, plainRate: plainRate)
    guard sound.sampleRate == sampleRate else {
      throw SpeechFailure(
        "\(command[0]) spoke at \(sampleRate) samples a second, and now at \(sound.sampleRate)")
    }
    let heard = sound.heard(margin: sampleRate / 100)
    guard heard.withUnsafeBufferPointer({ output.append($0) }) else { return }
    let shares = OnsetShares.divide(
      0..<heard.count, by: sentence.map { OnsetShares.weight($0.text) })
    for (index, start) in shares.enumerated() { output.wordBegins(index, at: start) }
  }

  /// A sentence on one line: controls would be none of it.
  private static func text(of sentence: [SpeechUnit.Word]) -> String {
    var text = String.UnicodeScalarView()
    for word in sentence {
      if !text.isEmpty { text.append(" ") }
      text.append(
        contentsOf: word.text.unicodeScalars.filter { $0.properties.generalCategory != .control })
      text.append(contentsOf: word.mark.unicodeScalars)
    }
    return String(text)
  }

  private static func filled(_ argument: String, _ prosody: Prosody) -> String {
    guard argument.contains("{") else { return argument }
    let hundredths = 175 * 100 / max(1, prosody.wordsPerMinute)
    let stretch = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    var filled = argument
    for (name, value) in [
      ("{words-per-minute}", "\(prosody.wordsPerMinute)"), ("{stretch}", stretch),
      ("{pitch}", "\(prosody.pitch)"), ("{pitch-range}", "\(prosody.pitchRange)"),
      ("{volume}", "\(prosody.volume)"),
    ] {
      let parts = filled.split(separator: name, omittingEmptySubsequences: false)
      filled = parts.joined(separator: value)
    }
    return filled
  }
}

/// A program that was run to its end, with what it wrote.
///
/// Its three streams are files in memory (memfd_create(2)): what it writes cannot block it, and all
/// of it is gone with the last process that has it open.
private struct ProgramRun {
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

/// Samples as a program wrote them: a WAV file, or nothing but samples.
///
/// RIFF as the Multimedia Programming Interface and Data Specifications 1.0 (1991) has it; a program
/// that writes into a pipe leaves the sizes open, and then all that follows is samples.
struct PulseCode {
  let sampleRate: Int
  private let samples: [Int16]

  init(_ bytes: [UInt8], plainRate: Int?) throws(SpeechFailure) {
    let parsed = bytes.withUnsafeBytes { Self.parse($0, plainRate: plainRate) }
    (sampleRate, samples) = try parsed.get()
  }

  private static func parse(
    _ bytes: UnsafeRawBufferPointer, plainRate: Int?
  ) -> Result<(Int, [Int16]), SpeechFailure> {
    guard bytes.starts(with: "RIFF".utf8) else {
      guard let plainRate else {
        let what = bytes.isEmpty ? "nothing" : "no WAV file"
        return .failure(
          SpeechFailure("the command wrote \(what); is its output standard output, its rate told?"))
      }
      return .success((plainRate, Self.samples(bytes)))
    }
    var place = 12
    var rate: Int?
    while place + 8 <= bytes.count {
      let name = bytes[place..<place + 4]
      let size = Int(bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
      let rest = UnsafeRawBufferPointer(rebasing: bytes[(place + 8)...])
      if name.elementsEqual("fmt ".utf8), rest.count >= 16 {
        let channels = rest.loadUnaligned(fromByteOffset: 2, as: UInt16.self)
        let bits = rest.loadUnaligned(fromByteOffset: 14, as: UInt16.self)
        guard channels == 1, bits == 16 else {
          return .failure(
            SpeechFailure("the command wrote \(channels) channels of \(bits) bits, not 1 of 16"))
        }
        rate = Int(rest.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
      } else if name.elementsEqual("data".utf8), let rate, (1_000...384_000).contains(rate) {
        let isOpen = size == 0 || size > rest.count
        return .success(
          (rate, samples(isOpen ? rest : UnsafeRawBufferPointer(rebasing: rest[..<size]))))
      }
      place += 8 + size + size % 2
    }
    return .failure(SpeechFailure("the command wrote a WAV file without samples"))
  }

  private static func samples(_ bytes: UnsafeRawBufferPointer) -> [Int16] {
    (0..<bytes.count / 2).map {
      Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: 2 * $0, as: Int16.self))
    }
  }

  /// What is louder than −54 dB of full scale, from the first such sample to the last, with as
  /// much as `margin` around it.
  func heard(margin: Int) -> ArraySlice<Int16> {
    let isHeard = { (sample: Int16) in abs(Int(sample)) > 64 }
    guard let first = samples.firstIndex(where: isHeard),
      let last = samples.lastIndex(where: isHeard)
    else { return [] }
    return samples[max(0, first - margin)..<min(samples.count, last + 1 + margin)]
  }
}
