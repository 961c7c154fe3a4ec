import SpeechWorker

/// One of a pool's lanes: speaks one stretch at a time, with a worker for each voice it meets.
struct Lane: Sendable {
  let requests: [SpeechRequest]
  let stretches: [Stretch]
  let tickets: Tickets
  let sampleRate: Int
  /// Where the utterances go, or the complaint that ends it all.
  let results: AsyncThrowingStream<SpokenStretch, any Error>.Continuation

  /// Workers that stay when their voice is silent: a dialogue changes voices at each utterance.
  static let shelfSize = 4

  /// Speaks as long as there are tickets.
  func run() async {
    await withDiscardingTaskGroup { group in
      var shelf: [WorkerLink] = []
      while let index = await tickets.take() {
        do {
          results.yield(
            try await speak(index, &shelf) { link in group.addTask { await link.run() } })
        } catch {
          results.finish(throwing: error)
          break
        }
      }
      for link in shelf { link.dismiss() }
    }
  }

  private func speak(
    _ index: Int, _ shelf: inout [WorkerLink], start: (WorkerLink) -> Void
  ) async throws -> SpokenStretch {
    let stretch = stretches[index].requests
    let voice = requests[stretch.lowerBound].voice
    let pieces = try await FaultPolicy().speak(requests[stretch]) { unit in
      let link = worker(for: voice, &shelf, start: start)
      let answer = await link.ask(unit)
      // A worker that did not answer for its unit is of no more use.
      if case .ended = answer { return answer }
      shelf.removeAll { $0 === link }
      return answer
    }
    return SpokenStretch(
      index: index,
      utterances: zip(stretch, pieces).map {
        SpokenUtterance(index: $0, pieces: $1, pause: sampleRate / 5)
      })
  }

  /// The worker of a voice, started if there is none; the one that was idle longest makes room.
  private func worker(
    for voice: VoiceCommand, _ shelf: inout [WorkerLink], start: (WorkerLink) -> Void
  ) -> WorkerLink {
    let link: WorkerLink
    if let place = shelf.firstIndex(where: { $0.voice == voice }) {
      link = shelf.remove(at: place)
    } else {
      if shelf.count == Self.shelfSize { shelf.removeFirst().dismiss() }
      link = WorkerLink(voice, sampleRate: sampleRate)
      start(link)
    }
    shelf.append(link)
    return link
  }
}

/// What was spoken of a stretch.
struct SpokenStretch: Sendable {
  /// Which stretch of those there are, from 0.
  var index: Int
  /// One for each of its requests, in order.
  var utterances: [SpokenUtterance]
}
