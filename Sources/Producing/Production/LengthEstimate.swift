import AudioWriting
import Narration
import SpeechWorker

/// How long an episode will be, before it is spoken.
struct LengthEstimate {
  /// Length of the audio in seconds.
  let seconds: Double

  /// Letters that eSpeak NG says in the time of a word of its rate; measured on show notes, 4.7 to
  /// 5.3.
  private static let lettersPerWord = 5.0

  /// From the letters to say, the pace of who says them, and the pauses.
  init(of script: Script, cast: Cast, settings: EpisodeSettings) {
    let minutes = script.utterances.reduce(0.0) { sum, utterance in
      let letters = utterance.words.reduce(0) { $0 + $1.text.utf8.count }
      let prosody = cast.performance(of: utterance).prosody(for: utterance.passage)
      let pace = max(1, prosody.wordsPerMinute)
      return sum + Double(letters) / Self.lettersPerWord / Double(pace)
    }
    let milliseconds = script.utterances.reduce(0) {
      $0 + settings.pauses[after: $1.pauseAfter].value
    }
    seconds = minutes * 60 + Double(milliseconds) / 1000
  }

  /// Bytes that each output will about need, and the samples that are kept until they are levelled.
  func bytes(of outputs: EpisodeOutputs, settings: EpisodeSettings) -> [(path: String, bytes: Int)]
  {
    let samples = seconds * Double(settings.sampleRate.value)
    let depth = settings.bitDepth.value
    var needs = outputs.audio.map { file in
      let bytes =
        switch file.container {
        case .wav: samples * Double(depth.rawValue) / 8
        // Of 16 bits FLAC keeps some 60 %; what 24 add is noise, of which nothing can be spared.
        case .flac: samples * (depth == .sixteen ? 1.2 : 2.2)
        // At 96 kbit/s.
        case .mp3, .opus: seconds * 12_000
        }
      return (path: file.path, bytes: Int(bytes))
    }
    if settings.loudness.value != .off, let first = outputs.audio.first {
      needs.append((path: first.path, bytes: Int(seconds * Double(Production.sampleRate) * 2)))
    }
    return needs + [(path: outputs.captions, bytes: Int(seconds * 100))]
  }
}
