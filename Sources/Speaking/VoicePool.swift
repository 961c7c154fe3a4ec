/// Speaks many utterances at a time, each in a worker process, and delivers them in order.
///
/// The samples of an utterance follow from the words, voices and prosodies of the requests alone:
/// not from the number of jobs, not from chance, not from a worker's death.
public struct VoicePool: Hashable, Sendable {
  /// Stretches that are spoken at the same time.
  public var jobs: Int
  /// Samples a second of what is delivered; an engine that differs is resampled.
  public var sampleRate: Int

  /// Stretches that may be spoken or wait for delivery at a time, for each job.
  private static let aheadPerJob = 4

  /// A pool of at least one job.
  public init(jobs: Int, sampleRate: Int = 22_050) {
    self.jobs = max(1, jobs)
    self.sampleRate = sampleRate
  }

  /// Speaks the requests and hands over each as soon as all before it have been.
  ///
  /// While `deliver` takes its time, the pool speaks no more than a bounded number ahead. What
  /// cannot be spoken is told in an utterance's outcome. Throws a `Complaint` when a voice cannot
  /// speak at all, what `deliver` throws, and `CancellationError`; in each case, as at the end,
  /// no process is left. Has SIGPIPE ignored in this process if nothing else was decided about it.
  public func speak(
    _ requests: [SpeechRequest], isolation: isolated (any Actor)? = #isolation,
    deliver: (SpokenUtterance) async throws -> Void
  ) async throws {
    _ = BrokenPipes.ignored
    let jobs = try DescriptorRoom.jobs(atMost: jobs, workers: Lane.shelfSize)
    try ThreadRoom.check(jobs: jobs)
    let stretches = Stretch.all(of: requests)
    let tickets = Tickets(count: stretches.count, ahead: Self.aheadPerJob * jobs)
    let (spoken, results) = AsyncThrowingStream<SpokenStretch, any Error>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { tickets.close() }
      for _ in 0..<min(jobs, stretches.count) {
        let lane = Lane(
          requests: requests, stretches: stretches, tickets: tickets, sampleRate: sampleRate,
          results: results)
        group.addTask { await lane.run() }
      }
      var early: [Int: SpokenStretch] = [:]
      var next = 0
      var iterator = spoken.makeAsyncIterator()
      while next < stretches.count {
        guard let stretch = try await iterator.next(isolation: isolation) else {
          throw CancellationError()
        }
        early[stretch.index] = stretch
        while let stretch = early.removeValue(forKey: next) {
          for utterance in stretch.utterances { try await deliver(utterance) }
          next += 1
          tickets.release()
        }
      }
    }
  }
}
