import AudioWriting
import Narration

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
      let pace = max(1, cast.performance(of: utterance).wordsPerMinute)
      return sum + Double(letters) / Self.lettersPerWord / Double(pace)
    }
    let milliseconds = script.utterances.reduce(0) {
      $0 + settings.pauses[after: $1.pauseAfter].value
    }
    seconds = minutes * 60 + Double(milliseconds) / 1000
  }

  /// Bytes that each output will about need: samples of 16 bit, of which FLAC keeps some 60 %, and a
  /// share for captions.
  func bytes(of outputs: EpisodeOutputs, sampleRate: Int) -> [(path: String, bytes: Int)] {
    let samples = seconds * Double(sampleRate) * 2
    let audio = outputs.audio.map { file in
      let share =
        switch file.container {
        case .wav: 1.0
        case .flac: 0.6
        case .mp3, .opus: 0.25
        }
      return (path: file.path, bytes: Int(samples * share))
    }
    return audio + [(path: outputs.captions, bytes: Int(seconds * 100))]
  }
}
