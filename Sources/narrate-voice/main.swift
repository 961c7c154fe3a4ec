import EspeakVoice
import Glibc
import SpeechWorker

// The worker: requests on standard input, replies on standard output, one voice for its lifetime.
// No Foundation and no thread, because it forks for each unit.

let usage = """
  usage: narrate-voice --voice NAME | --voice-file PATH
         narrate-voice [--plain-rate N] --command PROGRAM [ARGUMENT…]
         narrate-voice --list | --version | --help

  Speaks units that another program sends (its protocol is for narrate, not for people).

    --voice NAME       a voice of eSpeak NG by language, identifier or name, with a variant
                       if wanted: en-gb, gmw/en-US, en-us+f3
    --voice-file PATH  a voice file
    --command PROGRAM  a program that reads a line of text from its standard input and writes a
                       WAV file, 16 bit, mono, to its standard output; run once a sentence
    --plain-rate N     samples a second of a program that writes nothing but samples
    --list             voices and variants, one a line: identifier, languages parted by commas,
                       name, gender, separated by tabs
    --version          the engine's name and version
  """

func fail(_ message: String, status: Int32) -> Never {
  Worker.tell(message)
  exit(status)
}

func list() {
  do throws(SpeechFailure) {
    for voice in try EspeakLibrary.voices() {
      let languages = voice.languages.joined(separator: ",")
      let fields = [voice.identifier, languages, voice.name, voice.gender]
      print(fields.joined(separator: "\t"))
    }
  } catch {
    fail(error.message, status: EX_UNAVAILABLE)
  }
}

func serve(_ selection: VoiceSelection) -> Never {
  Worker.serve { () throws(SpeechFailure) in try EspeakVoice(selection) }
}

func serve(_ command: [String], plainRate: Int?) -> Never {
  Worker.serve(limits: CommandEngine.limits) { () throws(SpeechFailure) in
    try CommandEngine(command, plainRate: plainRate)
  }
}

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "--command" {
  serve(Array(arguments.dropFirst()), plainRate: nil)
}
if arguments.first == "--plain-rate", arguments.count > 3, Array(arguments)[2] == "--command" {
  guard let rate = Int(Array(arguments)[1]), (1_000...384_000).contains(rate) else {
    fail("--plain-rate takes 1000 to 384000\n\(usage)", status: EX_USAGE)
  }
  serve(Array(arguments.dropFirst(3)), plainRate: rate)
}
switch (arguments.first, arguments.dropFirst().first, arguments.count) {
case ("--voice", let name?, 2): serve(.named(name))
case ("--voice-file", let path?, 2): serve(.file(path))
case ("--list", _, 1): list()
case ("--version", _, 1): print(EspeakLibrary.version)
case ("--help", _, 1): print(usage)
case (nil, _, _): fail("no voice given\n\(usage)", status: EX_USAGE)
case (let option?, _, _) where ["--voice", "--voice-file"].contains(option):
  fail("\(option) takes one value\n\(usage)", status: EX_USAGE)
case (let option?, _, _): fail("unknown option \(option)\n\(usage)", status: EX_USAGE)
}
