import Glibc
import Narration
import NarrationTesting
import Speaking
import SpeechWorker
import SpokenText
import Synchronization

/// Voice commands of the fake engine, and the sound that is to be expected from it.
enum FakeVoice {
  private static let count = Atomic(0)

  /// A text that no other process has among its arguments.
  static func marker() -> String {
    "marker-\(getpid())-\(count.add(1, ordering: .relaxed).newValue)"
  }

  static func command(_ options: String...) -> VoiceCommand {
    VoiceCommand(executable: BuiltProducts.path(of: "fake-voice"), arguments: options)
  }

  /// A voice whose accidents happen this often in all.
  static func command(accidents: Int, _ options: String...) -> VoiceCommand {
    let counter = "/tmp/narrate-\(marker())"
    return VoiceCommand(
      executable: BuiltProducts.path(of: "fake-voice"),
      arguments: ["--counter", counter, "--accidents", "\(accidents)"] + options)
  }

  /// Words of a text that is split at spaces; a mark at a word's end is its mark.
  static func words(_ text: String) -> [Word] {
    text.split(separator: " ").map { part in
      let mark = part.last.flatMap { PhrasingMark(rawValue: String($0)) } ?? .none
      return Word(text: String(mark == .none ? part : part.dropLast()), source: 0..<0, mark: mark)
    }
  }

  static func request(_ text: String, _ voice: VoiceCommand) -> SpeechRequest {
    SpeechRequest(words: words(text), voice: voice)
  }

  /// What the fake engine makes of a sentence, computed here.
  ///
  /// - Parameter place: How many sentences were spoken in the same fork before.
  static func sound(of text: String, at place: Int = 0) -> SpokenUnit {
    var samples: [Int16] = []
    var starts: [Int] = []
    for word in words(text) {
      starts.append(samples.count)
      var hash = place
      for byte in word.text.utf8 { hash = (hash * 31 + Int(byte)) % 65_536 }
      let period = 20 + hash % 180
      for sample in 0..<200 + 100 * word.text.utf8.count {
        samples.append(sample / period % 2 == 0 ? 8_000 : -8_000)
      }
      if word.mark != .none { samples += [Int16](repeating: 0, count: 400) }
    }
    return SpokenUnit(samples: samples, wordStarts: starts)
  }
}

extension VoicePool {
  /// Everything that is delivered, in the order in which it is.
  func speakAll(_ requests: [SpeechRequest]) async throws -> [SpokenUtterance] {
    var all: [SpokenUtterance] = []
    try await speak(requests) { all.append($0) }
    return all
  }
}
