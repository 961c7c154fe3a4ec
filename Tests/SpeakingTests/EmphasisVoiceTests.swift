import Narration
import NarrationTesting
import SpeechWorker
import Testing

@testable import Speaking

/// Words that stand out, as one hears them through the pool.
@Suite struct EmphasisVoiceTests {
  private static let manner = WordManner(
    emphasis: ProsodyChange(rate: 88, pitch: 12, volume: 112),
    quotation: ProsodyChange(rate: 95, pitch: 5, volume: 95))

  /// Words of a text; `*` behind a word is emphasis, `"` quotation.
  private static func words(_ text: String) -> [Word] {
    FakeVoice.words(text).map { word in
      Word(
        text: word.text.filter { $0 != "*" && $0 != "\"" }, source: 0..<0, mark: word.mark,
        isEmphasized: word.text.contains("*"), isQuoted: word.text.contains("\""))
    }
  }

  private static func speak(
    _ texts: [String], manner: WordManner = manner, jobs: Int = 1
  ) async throws -> [SpokenUtterance] {
    try await VoicePool(jobs: jobs).speakAll(
      texts.map {
        SpeechRequest(
          words: words($0), voice: EspeakVoiceTests.command(),
          prosody: Prosody(wordsPerMinute: 145, pitch: 45, pitchRange: 55, volume: 80),
          manner: manner)
      })
  }

  private static func word(_ index: Int, of spoken: SpokenUtterance) -> ArraySlice<Int16> {
    let end =
      index + 1 < spoken.wordStarts.count ? spoken.wordStarts[index + 1] : spoken.samples.count
    return spoken.samples[spoken.wordStarts[index]..<end]
  }

  private static let sentences: [(plain: String, stressed: String, word: Int)] = [
    ("The doctor never said it would work.", "The doctor never* said it would work.", 2),
    ("It is not a question of time.", "It is not* a question of time.", 2),
    ("We need a quiet room for it.", "We need a quiet* room for it.", 3),
    ("She read it in Nature last year.", "She read it in Nature* last year.", 4),
  ]

  @Test(arguments: sentences.indices) func aStressedWordIsLongerHigherAndLouder(
    _ index: Int
  ) async throws {
    let (plain, stressed, place) = Self.sentences[index]
    let without = try await Self.speak([plain])[0]
    let with = try await Self.speak([stressed])[0]
    let (before, after) = (Self.word(place, of: without), Self.word(place, of: with))
    #expect(Double(after.count) > 1.08 * Double(before.count))
    // A semitone and a decibel are 6 % and 12 %.
    #expect(Pitch.median(of: after) > 1.06 * Pitch.median(of: before))
    #expect(Self.level(after) > 1.1 * Self.level(before))
    #expect(with.wordStarts.count == without.wordStarts.count)
    #expect(zip(with.wordStarts, with.wordStarts.dropFirst()).allSatisfy { $0 < $1 })
    // The other words stay as they are.
    for other in without.wordStarts.indices where abs(other - place) > 1 {
      let (before, after) = (Self.word(other, of: without), Self.word(other, of: with))
      #expect(abs(after.count - before.count) < 400, "word \(other)")
      #expect(abs(Self.level(after) / Self.level(before) - 1) < 0.1, "word \(other)")
    }
  }

  private static func level(_ samples: ArraySlice<Int16>) -> Double {
    (samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(samples.count)).squareRoot()
  }

  @Test func whatIsNotToStandOutDoesNot() async throws {
    let (plain, stressed, _) = Self.sentences[0]
    let quoted = "The \"doctor \"never said it would work."
    let reference = try await Self.speak([plain])
    for text in [stressed, quoted] {
      #expect(try await Self.speak([text], manner: WordManner()) == reference)
      #expect(try await Self.speak([text]) != reference)
    }
  }

  /// What a sentence leaves set does not reach the next one.
  @Test func theNextSentenceIsAsItWas() async throws {
    let texts = ["It is so.", "I said never*", "It is so."]
    let spoken = try await Self.speak(texts + texts)
    let (first, third) = (spoken[0].samples[...], spoken[2].samples[...])
    #expect(abs(first.count - third.count) < 40)
    #expect(abs(Pitch.median(of: first) / Pitch.median(of: third) - 1) < 0.02)
    #expect(abs(Self.level(first) / Self.level(third) - 1) < 0.05)
    for jobs in [2, 4] { #expect(try await Self.speak(texts + texts, jobs: jobs) == spoken) }
  }

  @Test func emphasisOfAWholeUtteranceIsNone() {
    func request(_ flags: [Bool]) -> SpeechRequest {
      let words = flags.enumerated().map {
        Word(text: "a", source: $0.offset..<$0.offset + 1, isEmphasized: $0.element)
      }
      let said = Word(text: "Ada", source: 0..<0)
      return SpeechRequest(
        Utterance(
          id: "c1-p1-s1", speaker: nil, passage: .paragraph, written: "", source: 0..<9,
          words: [said] + words, pauseAfter: .sentence), voice: FakeVoice.command())
    }
    #expect(request([true, true]).words.allSatisfy { !$0.isEmphasized })
    #expect(request([true, false]).words.map(\.isEmphasized) == [false, true, false])
  }

  @Test func changesAreComposedAndClamped() {
    let stressed = Word(text: "a", source: 0..<0, isEmphasized: true, isQuoted: true)
    #expect(Self.manner.change(for: stressed) == ProsodyChange(rate: 83, pitch: 17, volume: 106))
    let prosody = Prosody(wordsPerMinute: 100, pitch: 95, volume: 150)
    let changed = prosody.changed(by: ProsodyChange(rate: 10, pitch: 12, volume: 200))
    #expect(changed == Prosody(wordsPerMinute: 80, pitch: 100, volume: 200))
    #expect(prosody.changed(by: .nothing) == prosody)
    let beyond = ProsodyChange(rate: .max, pitch: .min, volume: .min)
    #expect(prosody.changed(by: beyond) == Prosody(wordsPerMinute: 900, pitch: 0, volume: 0))
  }

  /// Text of a user beside commands and phonemes of ours is text.
  @Test func textBesideACommandIsText() async throws {
    for (given, same) in [
      ("so* \u{1}90P never", "so* 90P never"), ("\u{1}300S* quick", "300S* quick"),
      ("so* [[h@l'oU]] you", "so* [ [h@l'oU]] you"), ("so* \u{1} never", "so* \u{7} never"),
    ] {
      let spoken = try await Self.speak([given])[0]
      #expect(spoken.samples == (try await Self.speak([same])[0].samples), "\(given)")
    }
    let text = "say* <emphasis level=\"strong\">this</emphasis> [[_^_fr* \u{530}\u{557} now."
    #expect(try await Self.speak([text])[0].outcome == .whole)
  }

  /// eSpeak NG cuts long clauses; never may a part of a command be spoken.
  @Test func longSentencesSpeakNoCommand() async throws {
    for count in [20, 60, 100, 140, 200] {
      let plain = (0..<count).map { "sand\($0 % 7 == 3 ? "*" : "")" }.joined(separator: " ")
      let with = try await Self.speak([plain])[0]
      let without = try await Self.speak([plain], manner: WordManner())[0]
      #expect(with.wordStarts.count == count)
      // A number that is read aloud takes over a second.
      #expect(
        Double(with.samples.count) < 1.12 * Double(without.samples.count), "\(count) words")
    }
  }
}
