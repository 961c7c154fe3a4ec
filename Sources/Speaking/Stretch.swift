import Narration
import SpeechWorker
import SpokenText

/// Requests one after the other that are spoken in one fork of a worker: a turn of a speaker, or a
/// part of a long one.
///
/// A fork costs about a millisecond, a sixth of what a sentence costs; by the dozen sentences it is
/// next to nothing. A stretch follows from the requests alone, so that the samples of each are the
/// same in every run: within a stretch eSpeak NG hears what it has spoken before.
struct Stretch {
  /// Indices of the requests.
  var requests: Range<Int>

  /// The most that is spoken in one fork: it is lost and spoken again when its worker dies, and what
  /// lies ready ahead of its turn grows with it.
  static let sentenceLimit = 12
  static let byteLimit = 2_048

  /// Divides requests where the voice or its manner changes, or a stretch is long enough.
  ///
  /// A request without words, or one that is long by itself, stands alone.
  static func all(of requests: [SpeechRequest]) -> [Stretch] {
    var stretches: [Stretch] = []
    var bytes = 0
    for (index, request) in requests.enumerated() {
      let length = request.textLength
      if let last = stretches.last, last.requests.count < sentenceLimit,
        bytes + length <= byteLimit, length > 0, bytes > 0,
        request.continues(requests[index - 1])
      {
        stretches[stretches.count - 1].requests = last.requests.lowerBound..<index + 1
        bytes += length
      } else {
        stretches.append(Stretch(requests: index..<index + 1))
        bytes = length
      }
    }
    return stretches
  }
}

extension SpeechRequest {
  /// Bytes of its words, white space between them included.
  fileprivate var textLength: Int { words.reduce(0) { $0 + $1.text.utf8.count + 2 } }

  /// Whether the same voice goes on in the same manner.
  fileprivate func continues(_ other: SpeechRequest) -> Bool {
    voice == other.voice && prosody == other.prosody && manner == other.manner
  }
}
