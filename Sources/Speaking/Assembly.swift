import SpeechWorker

extension SpokenUtterance {
  /// Joins the pieces of a request, with a pause of `pause` samples for each row of lost words.
  init(index: Int, pieces: [FaultPolicy.Piece], pause: Int) {
    if pieces.count == 1, case .spoken(let samples, let starts) = pieces[0].content {
      self.init(index: index, samples: samples, wordStarts: starts, outcome: .whole)
      return
    }
    var samples: [Int16] = []
    var starts: [Int] = []
    var losses: [Loss] = []
    var pauseStart: Int?
    for piece in pieces {
      switch piece.content {
      case .spoken(let sound, let onsets):
        pauseStart = nil
        starts += onsets.map { $0 + samples.count }
        samples += sound
      case .lost(let reason):
        let start = pauseStart ?? samples.count
        if pauseStart == nil { samples += [Int16](repeating: 0, count: pause) }
        pauseStart = start
        starts += piece.words.map { _ in start }
        if let last = losses.last, last.reason == reason,
          last.words.upperBound == piece.words.lowerBound
        {
          losses[losses.count - 1].words = last.words.lowerBound..<piece.words.upperBound
        } else {
          losses.append(Loss(words: piece.words, reason: reason))
        }
      }
    }
    let isLost = !losses.isEmpty && losses.reduce(0) { $0 + $1.words.count } == starts.count
    self.init(
      index: index, samples: samples[...], wordStarts: starts,
      outcome: losses.isEmpty ? .whole : isLost ? .lost(losses) : .partly(losses))
  }
}
