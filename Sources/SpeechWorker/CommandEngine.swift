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
    let heard = sound.samples[SilentEnds.kept(of: sound.samples, rest: sampleRate / 100)]
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
