internal import CEspeakNG
public import SpeechWorker

/// eSpeak NG as the engine of a worker.
///
/// A sentence ends with the few milliseconds of silence in which eSpeak NG lets its last sound fade;
/// the pause after a sentence is left out (no `espeakENDPAUSE`), which changes no other sample, so
/// that pauses are the caller's to the sample. It begins with the silence, at most 15 ms, that
/// precedes a first sound.
public struct EspeakVoice: SpeechEngine {
  /// Samples a second: 22,050.
  public let sampleRate: Int
  /// Name and version: `eSpeak NG 1.51`.
  public var version: String { EspeakLibrary.version }
  /// The language of the voice, as eSpeak NG writes it.
  public var language: String { voice.language }
  /// Silence that is left where two runs meet within a phrase, 5 ms: they are as far apart as two
  /// words of one.
  private static let restAtJoins = 110
  private let voice: SettableVoice
  private let languages: LanguageRuns

  /// Starts eSpeak NG and sets the voice, for the whole process.
  public init(_ selection: VoiceSelection) throws(SpeechFailure) {
    sampleRate = try EspeakLibrary.started.get()
    let voices = try EspeakLibrary.fullVoices()
    voice = try selection.select(among: voices)
    languages = LanguageRuns(around: voice, among: voices)
    Self.rehearse()
  }

  /// Goes once through what is done for each unit, eSpeak NG left out: what Swift sets up at first
  /// use is then set up before the worker forks, not in every fork anew.
  private static func rehearse() {
    let text = EspeakText(
      [
        .init(text: "[[a", mark: ","), .init(text: "b", pronunciation: .espeak("b")),
        .init(text: "c", pronunciation: .ipa("x"), change: ProsodyChange(rate: 90)),
      ], isEnglish: true)
    _ = WordOnsets.starts(of: text.words, events: [.init(position: 1, sample: 0)], end: 9)
    _ = Collector { _ in true }
    _ = Phonemes.count(in: "a")
  }

  /// Speaks one sentence; values of its prosody are clamped to what eSpeak NG takes.
  public func speak(
    _ sentence: [SpeechUnit.Word], as prosody: Prosody, to output: inout some SpeechOutput
  ) throws(SpeechFailure) {
    set(prosody)
    if let runs = languages.runs(of: sentence) {
      return try speak(runs, of: sentence, as: prosody, to: &output)
    }
    let text = EspeakText(sentence, isEnglish: voice.isEnglish, prosody: prosody)
    let starts = try withUnsafeMutablePointer(to: &output) { output throws(SpeechFailure) in
      try speak(sentence[...], text) { output.pointee.append($0) }
    }
    for (index, start) in starts.enumerated() { output.wordBegins(index, at: start) }
  }

  /// Speaks a sentence of several languages, each run of words by a call of its own.
  private func speak(
    _ runs: [LanguageRuns.Run], of sentence: [SpeechUnit.Word], as prosody: Prosody,
    to output: inout some SpeechOutput
  ) throws(SpeechFailure) {
    defer { _ = voice.set() }
    var length = 0
    var isWithinPhrase = false
    for (number, run) in runs.enumerated() {
      // A voice whose data is damaged is as good as none.
      let speaker = run.voice.flatMap { $0.set() ? $0 : nil } ?? voice
      if speaker == voice { _ = voice.set() }
      set(prosody)
      let words = sentence[run.words]
      let isLast = number == runs.count - 1
      let goesOn = !isLast && words.last?.mark.isEmpty != false
      let text = EspeakText(
        Array(words), isEnglish: speaker.isEnglish, prosody: prosody, goesOn: goesOn)
      var samples: [Int16] = []
      let starts = try speak(words, text, pauses: !isLast && !goesOn) {
        samples += $0
        return true
      }
      let heard = SilentEnds.kept(
        of: samples, start: isWithinPhrase, end: goesOn, rest: Self.restAtJoins)
      isWithinPhrase = goesOn
      for (index, start) in zip(run.words, starts) {
        output.wordBegins(
          index, at: length + min(max(start - heard.lowerBound, 0), heard.count))
      }
      guard samples[heard].withUnsafeBufferPointer({ output.append($0) }) else { return }
      length += heard.count
    }
  }

  /// Speaks words by the voice that is set, and tells when each begins.
  private func speak(
    _ words: ArraySlice<SpeechUnit.Word>, _ text: EspeakText, pauses: Bool = false,
    to append: @escaping (UnsafeBufferPointer<Int16>) -> Bool
  ) throws(SpeechFailure) -> [Int] {
    let sound = try synthesize(text, pauses: pauses, to: append)
    return WordOnsets.starts(
      of: text.words, events: sound.events, phonemes: sound.phonemes, end: sound.sampleCount
    ) { Phonemes.count(in: words[words.startIndex + $0].text) }
  }

  private func set(_ prosody: Prosody) {
    espeak_SetParameter(espeakRATE, clamp(prosody.wordsPerMinute, 80...900), 0)
    espeak_SetParameter(espeakPITCH, clamp(prosody.pitch, 0...100), 0)
    espeak_SetParameter(espeakRANGE, clamp(prosody.pitchRange, 0...100), 0)
    espeak_SetParameter(espeakVOLUME, clamp(prosody.volume, 0...200), 0)
  }

  private func clamp(_ value: Int, _ range: ClosedRange<Int>) -> Int32 {
    Int32(min(max(value, range.lowerBound), range.upperBound))
  }

  /// - Parameter pauses: Whether the pause of the last mark is made too.
  private func synthesize(
    _ text: EspeakText, pauses: Bool, to append: @escaping (UnsafeBufferPointer<Int16>) -> Bool
  ) throws(SpeechFailure) -> Collector {
    // Text of the user is never SSML. Phonemes in brackets are read only where we have put some.
    var flags = UInt32(espeakCHARS_UTF8)
    if text.holdsPhonemes { flags |= UInt32(espeakPHONEMES) }
    if pauses { flags |= UInt32(espeakENDPAUSE) }
    let utf8 = text.utf8 + [0]
    let collector = Collector(append: append)
    let status = utf8.withUnsafeBytes {
      espeak_ng_Synthesize(
        $0.baseAddress, $0.count, 0, POS_CHARACTER, 0, flags, nil,
        Unmanaged.passUnretained(collector).toOpaque())
    }
    guard status == ENS_OK || collector.isFull else {
      throw SpeechFailure(EspeakLibrary.message(status))
    }
    return collector
  }
}

/// Takes what eSpeak NG hands over during one call of it.
private final class Collector {
  private let append: (UnsafeBufferPointer<Int16>) -> Bool
  private(set) var events: [WordOnsets.Event] = []
  private(set) var phonemes: [Int] = []
  private(set) var sampleCount = 0
  private(set) var isFull = false

  init(append: @escaping (UnsafeBufferPointer<Int16>) -> Bool) { self.append = append }

  /// Whether there was room for it.
  func take(
    _ samples: UnsafeBufferPointer<Int16>, _ events: UnsafePointer<espeak_EVENT>
  ) -> Bool {
    var next = events
    while next.pointee.type != espeakEVENT_LIST_TERMINATED {
      switch next.pointee.type {
      case espeakEVENT_WORD:
        self.events.append(
          WordOnsets.Event(
            position: Int(next.pointee.text_position), sample: Int(next.pointee.sample)))
      case espeakEVENT_PHONEME where !Phonemes.isPause(next.pointee.id.string.0):
        phonemes.append(Int(next.pointee.sample))
      default: break
      }
      next += 1
    }
    sampleCount += samples.count
    if !append(samples) { isFull = true }
    return !isFull
  }
}

/// Finds the collector for what eSpeak NG hands over and passes it on; 1 stops the synthesis.
///
/// Every event bears the user data of the call, the one that ends the list too.
func collect(
  _ samples: UnsafeMutablePointer<Int16>?, _ count: Int32,
  _ events: UnsafeMutablePointer<espeak_EVENT>?
) -> Int32 {
  guard let events, let user = events.pointee.user_data else { return 0 }
  let collector = Unmanaged<Collector>.fromOpaque(user).takeUnretainedValue()
  let buffer = UnsafeBufferPointer(start: samples, count: samples == nil ? 0 : Int(count))
  return collector.take(buffer, events) ? 0 : 1
}
