import Glibc
import Narration
import NarrationTesting
import Speaking
import SpeechWorker
import SpokenText
import Testing

/// Words of other languages, as one hears them through the pool.
@Suite struct LanguageVoiceTests {
  /// Words of a text; behind `@` stands a word's language.
  private static func words(_ text: String) -> [Word] {
    FakeVoice.words(text).map { word in
      let parts = word.text.split(separator: "@").map(String.init)
      return Word(
        text: parts[0], source: 0..<0, mark: word.mark, language: parts.count > 1 ? parts[1] : nil)
    }
  }

  private static func speak(
    _ text: String, voice: String = "en-us+f3"
  ) async throws -> SpokenUtterance {
    try await EspeakVoiceTests.speak(words(text), voice: voice)
  }

  /// How alike two sounds are where they are laid over each other best, 0 to 1.
  private static func likeness(_ left: ArraySlice<Int16>, _ right: ArraySlice<Int16>) -> Double {
    let count = min(left.count, right.count) - 800
    guard count > 1_000 else { return 0 }
    func part(_ samples: ArraySlice<Int16>, _ start: Int) -> [Double] {
      samples[samples.startIndex + start..<samples.startIndex + start + count].map(Double.init)
    }
    func product(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let still = part(left, 400)
    return stride(from: 0, to: 800, by: 2).map { start in
      let moved = part(right, start)
      return product(still, moved)
        / max(1, (product(still, still) * product(moved, moved)).squareRoot())
    }.max() ?? 0
  }

  @Test func aGermanWordSoundsAsInGerman() async throws {
    let mixed = try await Self.speak("The word Weltanschauung@de is hard.")
    let sound = mixed.samples[mixed.wordStarts[2]..<mixed.wordStarts[3]]
    // The phrase goes on behind it, so that the voice does not fall.
    let german = try await Self.speak("Weltanschauung,", voice: "de+f3")
    #expect(Self.likeness(sound, german.samples) > 0.7)
    let english = try await Self.speak("The word Weltanschauung is hard.")
    let plain = english.samples[english.wordStarts[2]..<english.wordStarts[3]]
    #expect(Self.likeness(plain, german.samples) < 0.6)
    let british = try await Self.speak("Weltanschauung,", voice: "de+m3")
    #expect(Self.likeness(sound, british.samples) < 0.6)
  }

  @Test func everyWordHasItsTimeAndNoGapIsHeard() async throws {
    let text =
      "We met monsieur@fr Lefebvre@fr at the Bahnhof@de and he said: buenos@es días@es, my friend."
    let spoken = try await Self.speak(text)
    #expect(spoken.outcome == .whole)
    #expect(spoken.wordStarts.count == Self.words(text).count)
    #expect(spoken.wordStarts.first == 0)
    #expect(zip(spoken.wordStarts, spoken.wordStarts.dropFirst()).allSatisfy { $0 < $1 })
    #expect(spoken.wordStarts.allSatisfy { $0 < spoken.samples.count })
    // Where languages meet within a phrase, before `monsieur`, `at`, `Bahnhof` and `and`, there are
    // 20 ms of silence at most; before a plosive it stops for longer by itself.
    for word in [2, 4, 6, 7] {
      let start = spoken.wordStarts[word]
      let before = spoken.samples[..<start].reversed().prefix { abs($0) < 50 }.count
      let after = spoken.samples[start...].prefix { abs($0) < 50 }.count
      #expect(before + after <= 441, "\(word): \(before) + \(after)")
    }
    // A mark is a pause as in one language.
    #expect(Self.words(text)[12].text == "my")
    let pause = spoken.samples[..<spoken.wordStarts[12]].reversed().prefix { abs($0) < 50 }.count
    #expect((2_000...8_000).contains(pause), "\(pause)")
  }

  @Test func oneWordOfAnotherLanguageIsASentence() async throws {
    let spoken = try await Self.speak("Weltanschauung@de.")
    let german = try await Self.speak("Weltanschauung.", voice: "de+f3")
    #expect(spoken.wordStarts == [0])
    #expect(spoken.samples == german.samples)
    // With a region, and by the name that the language has elsewhere.
    #expect(try await Self.speak("Weltanschauung@de-CH.").samples == german.samples)
    let chinese = try await Self.speak("ni3hao3@zh-Hant.")
    #expect(chinese.samples == (try await Self.speak("ni3hao3.", voice: "cmn+f3")).samples)
  }

  /// Also every variety of the voice's own language, and phonemes, which are those of the voice.
  @Test(arguments: ["tlh", "zz", "x-none", "en-GB", "EN", "-", String(repeating: "q", count: 99)])
  func whatHasNoVoiceOfItsOwnIsSaidByTheVoice(_ tag: String) async throws {
    let plain = try await Self.speak("The word Weltanschauung is hard.")
    #expect(try await Self.speak("The word Weltanschauung@\(tag) is hard.") == plain)
    func phonemes(_ language: String?) -> [Word] {
      [Word(text: "x", source: 0..<0, pronunciation: .espeak("h@l'oU"), language: language)]
    }
    let own = try await EspeakVoiceTests.speak(phonemes(nil))
    #expect(try await EspeakVoiceTests.speak(phonemes("de")) == own)
  }

  @Test func sentencesBeforeAndAfterAreInTheVoicesOwn() async throws {
    let texts = ["It is so.", "Nun@de ja@de.", "It is so.", "Oui@fr or no?", "It is so."]
    func speak(_ jobs: Int) async throws -> [SpokenUtterance] {
      try await VoicePool(jobs: jobs).speakAll(
        (texts + texts + texts).map {
          SpeechRequest(words: Self.words($0), voice: EspeakVoiceTests.command("en-us+f3"))
        })
    }
    let spoken = try await speak(1)
    let plain = try await Self.speak("It is so.").samples
    #expect(spoken[0].samples == plain)
    for index in [2, 4] {
      // But for the flutter, which goes on.
      #expect(abs(spoken[index].samples.count - plain.count) < 40)
      #expect(Self.likeness(spoken[index].samples[...], plain[...]) > 0.8)
    }
    for jobs in [2, 4] { #expect(try await speak(jobs) == spoken) }
  }

  @Test func aVoiceFileSpeaksOtherLanguagesToo() async throws {
    let (path, own) = try EspeakVoiceTests.voiceFile()
    defer { unlink(path) }
    let texts = ["It is so.", "Nun@de ja@de.", "It is so."]
    let spoken = try await VoicePool(jobs: 1).speakAll(
      texts.map { SpeechRequest(words: Self.words($0), voice: own) })
    let german = try await Self.speak("Nun ja.", voice: "de")
    // But for the flutter, which goes on, and which at 68 Hz moves every pulse.
    for (found, same) in [(spoken[1], german), (spoken[2], spoken[0])] {
      #expect(abs(found.samples.count - same.samples.count) < 60)
      let share = Pitch.median(of: found.samples[...]) / Pitch.median(of: same.samples[...])
      #expect(abs(share - 1) < 0.03)
    }
    let low = Pitch.median(of: spoken[0].samples[...])
    #expect(low > 0 && low < 0.8 * Pitch.median(of: german.samples[...]))
  }
}
