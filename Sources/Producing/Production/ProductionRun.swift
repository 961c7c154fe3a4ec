import AudioWriting
import Companions
import Narration
import Speaking

extension Production {
  /// Samples a second of the voices and of the Timeline.
  static let sampleRate = 22_050

  /// Speaks the script, writes all files, and gives them their names together at the end.
  ///
  /// - Parameters:
  ///   - outputs: Where; already checked by ``OutputPlan``.
  ///   - worker: The program that runs the voice.
  ///   - tell: What goes on, in order.
  /// - Throws: ``Failure``, or `CancellationError`; nothing bears a final name then.
  public func run(
    into outputs: EpisodeOutputs, worker: String, tell: @Sendable (ProductionEvent) -> Void
  ) async throws -> ProductionReport {
    let estimate = LengthEstimate(of: script, cast: cast, settings: settings)
    try FreeSpace.check(estimate.bytes(of: outputs, settings: settings))
    tell(.started(utterances: script.utterances.count, estimatedSeconds: estimate.seconds))

    let staged = try OutputSet(outputs.paths)
    let hidden = outputs.audio.map { staged.temporaryPath(for: $0.path) ?? $0.path }
    do {
      let (timeline, audio, unspoken) = try await record(
        into: zip(outputs.audio, hidden).map { ($0.container, $1) }, worker: worker, tell: tell)
      let captions = CueList(script: script, timeline: timeline).captions()
      try staged.write(
        WebVTT.text(captions, sampleRate: timeline.sampleRate).utf8, to: outputs.captions)
      try staged.write(PodcastChapters.json(timeline, about: metadata).utf8, to: outputs.chapters)
      try Task.checkCancellation()
      try staged.commit()
      return ProductionReport(
        files: outputs.paths,
        seconds: Double(timeline.length.samples) / Double(timeline.sampleRate),
        utterances: script.utterances.count, unspoken: unspoken, chapters: timeline.chapters.count,
        loudness: audio.measured, gain: audio.gain)
    } catch var error as AudioWritingError {
      // No hidden name is told to a user.
      if let index = hidden.firstIndex(of: error.path) { error.path = outputs.audio[index].path }
      throw Failure(error)
    } catch let complaint as Complaint {
      throw Failure(.software, complaint)
    }
  }

  /// Speaks every utterance into the audio files.
  ///
  /// - Returns: when everything is heard, what was made of it, and how many sentences are not whole.
  private func record(
    into files: [(container: AudioContainer, path: String)], worker: String,
    tell: (ProductionEvent) -> Void
  ) async throws -> (Timeline, MasteredAudio, unspoken: Int) {
    let plan = AudioPlan(
      sampleRate: settings.sampleRate.value, depth: settings.bitDepth.value,
      chapterTitles: script.chapters.map(\.title), tags: metadata, cover: episode.cover)
    var recording = try Recording(
      files: files, plan: plan, mastering: Mastering(loudness: settings.loudness.value.lufs),
      script: script, sampleRate: Self.sampleRate,
      pauses: settings.pauses.map { $0.value * Self.sampleRate / 1000 })
    try recording.appendLeadingSilence()
    var unspoken = 0
    try await VoicePool(jobs: settings.jobs.value, sampleRate: Self.sampleRate).speak(
      script.utterances.map { utterance in
        let performance = cast.performance(of: utterance)
        let voice = VoiceWorker.command(worker, speakingFor: performance.profile)
        return SpeechRequest(
          utterance, voice: voice, prosody: performance.prosody(for: utterance.passage),
          manner: performance.wordManner)
      }
    ) { spoken in
      let utterance = script.utterances[spoken.index]
      try recording.append(spoken, pauseAfter: utterance.pauseAfter)
      let complaints = complaints(about: spoken, of: utterance)
      if !complaints.isEmpty { unspoken += 1 }
      for complaint in complaints { tell(.complaint(complaint)) }
      tell(
        .spoken(
          utterances: spoken.index + 1,
          seconds: Double(recording.length.samples) / Double(Self.sampleRate)))
    }
    let (timeline, audio) = try recording.finish { share in
      try Task.checkCancellation()
      tell(.levelled(share: share))
    }
    if let target = settings.loudness.value.lufs, let expected = audio.expected,
      expected < target - 0.5
    {
      tell(
        .complaint(
          Complaint(
            .warning, at: source,
            "comes to \((expected * 10).rounded() / 10) LUFS, not to \(settings.loudness.value): "
              + "the rest would be peaks over the ceiling",
            remedy: "choose a softer loudness, such as --loudness=-16")))
    }
    return (timeline, audio, unspoken)
  }

  /// What is told of an utterance that is not whole: for each row of missing words where it stands
  /// and why it is missing.
  private func complaints(
    about spoken: SpokenUtterance, of utterance: Utterance
  ) -> [Complaint] {
    let losses: [SpokenUtterance.Loss]
    switch spoken.outcome {
    case .whole: return []
    case .partly(let some), .lost(let some): losses = some
    }
    return losses.map { loss in
      let words = utterance.words[loss.words]
      let told = words.map(\.text).joined(separator: " ")
      return Complaint(
        .warning, at: episode.source.place(of: words.first?.source ?? utterance.source).description,
        "not spoken: `\(told.count > 200 ? told.prefix(199) + "…" : told)`: \(loss.reason); "
          + "a short pause stands there",
        remedy: "change the spelling in the text, or give it a glossary entry")
    }
  }
}
