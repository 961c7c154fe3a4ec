import CEspeakNG
import Glibc

// When eSpeak NG itself says that words begin, asked with nothing of ours between, for `bench`.
//
// Each line of standard input is a text; for each comes a line of `POSITION:SAMPLE`, where POSITION
// is a code point of the text from 1 and SAMPLE counts from its start, of every event of a word.
// Texts up to an empty line are spoken in one fork of a process that has spoken nothing.

func fail(_ message: String, status: Int32) -> Never {
  let line = Array("espeak-events: \(message)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  exit(status)
}

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.dropFirst().compactMap { Int32($0) }
guard let voice = arguments.first, numbers.count == 4, arguments.count == 5 else {
  fail("usage: espeak-events VOICE RATE PITCH RANGE VOLUME < TEXTS", status: 64)
}

/// Prints the events of one buffer.
func tell(
  _ samples: UnsafeMutablePointer<Int16>?, _ count: Int32,
  _ events: UnsafeMutablePointer<espeak_EVENT>?
) -> Int32 {
  guard var next = events else { return 0 }
  while next.pointee.type != espeakEVENT_LIST_TERMINATED {
    if next.pointee.type == espeakEVENT_WORD {
      print("\(next.pointee.text_position):\(next.pointee.sample)", terminator: " ")
    }
    next += 1
  }
  return 0
}

guard espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 60, nil, Int32(espeakINITIALIZE_DONT_EXIT)) > 0,
  espeak_SetVoiceByName(voice) == EE_OK
else {
  fail("eSpeak NG has no voice \(voice)", status: 69)
}
espeak_SetSynthCallback(tell)
while true {
  var texts: [String] = []
  while let line = readLine(), !line.isEmpty { texts.append(line) }
  if texts.isEmpty { break }
  let child = fork()
  if child == 0 {
    for text in texts {
      for (parameter, value) in zip([espeakRATE, espeakPITCH, espeakRANGE, espeakVOLUME], numbers) {
        espeak_SetParameter(parameter, value, 0)
      }
      let text = Array(text.utf8) + [0]
      _ = espeak_Synth(text, text.count, 0, POS_CHARACTER, 0, UInt32(espeakCHARS_UTF8), nil, nil)
      print("")
    }
    fflush(nil)
    _exit(0)
  }
  var status: Int32 = 0
  guard child > 0, waitpid(child, &status, 0) == child, status == 0 else {
    fail("eSpeak NG does not speak: \(texts.joined(separator: " / "))", status: 70)
  }
}
