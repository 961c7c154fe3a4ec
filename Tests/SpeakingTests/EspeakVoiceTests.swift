import Glibc
import Narration
import NarrationTesting
import Speaking
import SpeechWorker
import SpokenText
import Testing

/// eSpeak NG as one hears it through the pool.
@Suite struct EspeakVoiceTests {
  static func command(_ voice: String = "en-us") -> VoiceCommand {
    VoiceCommand(
      executable: BuiltProducts.path(of: "narrate-voice"), arguments: ["--voice", voice])
  }

  static func speak(
    _ texts: [String], jobs: Int = 1, voice: String = "en-us", prosody: Prosody = Prosody()
  ) async throws -> [SpokenUtterance] {
    try await VoicePool(jobs: jobs).speakAll(
      texts.map {
        SpeechRequest(words: FakeVoice.words($0), voice: command(voice), prosody: prosody)
      })
  }

  static func speak(_ words: [Word], voice: String = "en-us") async throws -> SpokenUtterance {
    try await VoicePool(jobs: 1).speakAll([SpeechRequest(words: words, voice: command(voice))])[0]
  }

  static let sentences = [
    "The house at the end of the road was empty.", "Is it going to be cold in the morning?",
    "I am out of a job, out of money; out of luck!", "Twenty-five cats sat on a mat.",
    "She said: never, ever, do that again.", "No.", "naïve café owners in São Paulo",
    "one of the best of the rest of us", "a", "It’s the students’ own fault, isn’t it?",
    "Stop!", "Nobody knows.",
  ]

  /// Twelve sentences are a stretch: what is spoken in one fork.
  @Test func aStretchSoundsTheSameWheneverAndWhereverItIsSpoken() async throws {
    #expect(Self.sentences.count == 12)
    let texts = (0..<3).flatMap { _ in Self.sentences }
    let reference = try await Self.speak(texts)
    for utterance in reference {
      let first = reference[utterance.index % Self.sentences.count]
      #expect(utterance.samples == first.samples)
      #expect(utterance.wordStarts == first.wordStarts)
      #expect(utterance.outcome == .whole)
      #expect(utterance.samples.contains { abs($0) > 2_000 })
    }
    for jobs in [2, 4] { #expect(try await Self.speak(texts, jobs: jobs) == reference) }
    let first = try await Self.speak([Self.sentences[0]])
    #expect(first[0].samples == reference[0].samples)
  }

  @Test func everyWordBeginsWithinItsUtteranceInOrder() async throws {
    for utterance in try await Self.speak(Self.sentences) {
      let words = FakeVoice.words(Self.sentences[utterance.index])
      #expect(utterance.wordStarts.count == words.count)
      #expect(utterance.wordStarts.first == 0)
      #expect(utterance.wordStarts == utterance.wordStarts.sorted())
      #expect(utterance.wordStarts.allSatisfy { $0 < utterance.samples.count })
      // Words that eSpeak NG says as one have been given a time each.
      #expect(Set(utterance.wordStarts).count == words.count)
    }
  }

  /// Before a word after a comma it is silent, and soon after its start it is not.
  @Test func aWordBeginsWhereItIsHeard() async throws {
    let numbers = "one two three four five six seven eight nine ten eleven twelve"
    let text = numbers.split(separator: " ").joined(separator: ", ") + "."
    let spoken = try await Self.speak([text])[0]
    #expect(spoken.wordStarts.count == 12)
    for start in spoken.wordStarts.dropFirst() {
      #expect(spoken.samples[start - 1_000..<start].allSatisfy { abs($0) < 50 })
      #expect(spoken.samples[start..<start + 3_000].contains { abs($0) > 500 })
    }
  }

  @Test func aUnitEndsSoonAfterItsLastSound() async throws {
    for text in ["Stop it.", "What?", "Yes!", "six,", "dogs;", "hello:", "me"] {
      let samples = try await Self.speak([text])[0].samples
      let silence = samples.reversed().prefix { $0 == 0 }.count
      #expect(silence <= 441, "\(text) ends with \(silence) silent samples")
    }
  }

  /// Silence is put before and after: the step to it must be lost among those of speech.
  @Test(arguments: ["en-us", "en-us+f5", "en-gb-x-rp+m5"])
  func noJoinClicks(_ voice: String) async throws {
    for utterance in try await Self.speak(Self.sentences, voice: voice) {
      let samples = utterance.samples.map(Int.init)
      let inner = zip(samples, samples.dropFirst()).map { abs($1 - $0) }.max() ?? 0
      #expect(abs(samples.first ?? 0) < inner / 2)
      #expect(abs(samples.last ?? 0) < inner / 2)
    }
  }

  /// The names as eSpeak NG's own en-us writes them.
  static let letters: [(String, String)] = [
    ("A", "'eI"), ("B", "b'i:"), ("C", "s'i:"), ("D", "d'i:"), ("E", "'i:"), ("F", "'Ef"),
    ("G", "dZ'i:"), ("H", "'eItS"), ("I", "'aI"), ("J", "dZ'eI"), ("K", "k'eI"), ("L", "'El"),
    ("M", "'Em"), ("N", "'En"), ("O", "'oU"), ("P", "p'i:"), ("Q", "kj'u:"), ("R", "'A@"),
    ("S", "'Es"), ("T", "t'i:"), ("U", "j'u:"), ("V", "v'i:"), ("W", "d'Vb@Lj,u:"), ("X", "'Eks"),
    ("Y", "w'aI"), ("Z", "z'i:"),
  ]

  @Test(arguments: letters) func aLetterIsSaidByItsName(_ letter: String, _ mnemonics: String)
    async throws
  {
    func sentence(_ pronunciation: Pronunciation) -> [Word] {
      [
        Word(text: "vitamin", source: 0..<0),
        Word(text: letter, source: 0..<0, pronunciation: pronunciation),
        Word(text: "helps", source: 0..<0, mark: .period),
      ]
    }
    let named = try await Self.speak(sentence(.letterName))
    #expect(named == (try await Self.speak(sentence(.espeak(mnemonics)))))
    #expect(named.outcome == .whole)
  }

  @Test func theLetterAIsNotTheArticle() async throws {
    let plain = try await Self.speak(
      "vitamin A helps".split(separator: " ").map {
        Word(text: String($0), source: 0..<0)
      })
    let named = try await Self.speak(
      "vitamin A helps".split(separator: " ").map {
        Word(
          text: String($0), source: 0..<0, pronunciation: $0 == "A" ? .letterName : nil)
      })
    // "ay" is longer than "uh".
    let length = { (spoken: SpokenUtterance) in spoken.wordStarts[2] - spoken.wordStarts[1] }
    #expect(length(named) > length(plain) + 1_000)
  }

  @Test func ipaIsSpokenAsItsMnemonics() async throws {
    func word(_ pronunciation: Pronunciation?) -> [Word] {
      [Word(text: "read", source: 0..<0, mark: .period, pronunciation: pronunciation)]
    }
    let past = try await Self.speak(word(.espeak("r'Ed")))
    #expect(try await Self.speak(word(.ipa("ɹˈɛd"))) == past)
    let present = try await Self.speak(word(nil))
    #expect(present.samples != past.samples)
    // What cannot be used is spelled, never lost.
    #expect(try await Self.speak(word(.ipa("ʘ"))) == present)
    #expect(try await Self.speak(word(.espeak("]]"))) == present)
  }

  /// What crashes the eSpeak NG that Debian 12 has: a part, and how often it stands in a word.
  static let crashing: [(String, Int)] = [("a.", 85), ("é.", 57), ("字.", 43), ("s'", 68)]

  @Test(arguments: crashing) func aRunThatCrashesTheLibraryIsSpoken(_ part: String, _ count: Int)
    async throws
  {
    for count in [count, 400] {
      let run = String(repeating: part, count: count)
      let spoken = try await Self.speak(["before it", "one \(run) two", "after it"])
      #expect(spoken.map(\.outcome) == [.whole, .whole, .whole])
      #expect(spoken[1].wordStarts.count == 3)
    }
  }

  @Test func manySingleLettersAreSpoken() async throws {
    for word in ["a", "s'", "é", "A", "q"] {
      let words = (0..<300).map { _ in Word(text: word, source: 0..<0, pronunciation: nil) }
      let spoken = try await Self.speak(words)
      #expect(spoken.wordStarts.count == 300)
      #expect(spoken.samples.contains { abs($0) > 500 })
    }
  }

  @Test func textIsNeverACommand() async throws {
    let trace = "/tmp/narrate-\(FakeVoice.marker())"
    let texts = [
      "before.", "<audio src=\"x$(touch \(trace)).wav\"> said.", "\u{1}300S quick.",
      "$(touch \(trace)) `touch \(trace)` said.", "<speak><prosody rate=\"9\">x", "[[_^_fr",
      "before.",
    ]
    var spoken: [SpokenUtterance] = []
    for text in texts { spoken += try await Self.speak([text]) }
    #expect(spoken.allSatisfy { $0.outcome == .whole })
    #expect(access(trace, F_OK) != 0)
    #expect(spoken[0].samples == spoken[6].samples)
    // Controls are not there, and brackets do not make phonemes.
    #expect(try await Self.speak(["300S quick."])[0].samples == spoken[2].samples)
    let brackets = try await Self.speak(["[ [h@l'oU]] you"])
    #expect(try await Self.speak(["[[h@l'oU]] you"])[0].samples == brackets[0].samples)
  }

  @Test func prosodyIsHeard() async throws {
    let text = ["The quick brown fox jumps over the lazy dog."]
    let plain = try await Self.speak(text)[0].samples
    let fast = try await Self.speak(text, prosody: Prosody(wordsPerMinute: 350))[0].samples
    #expect(Double(fast.count) < 0.6 * Double(plain.count))
    let high = try await Self.speak(text, prosody: Prosody(pitch: 90))[0].samples
    let flat = try await Self.speak(text, prosody: Prosody(pitchRange: 0))[0].samples
    #expect(high != plain)
    #expect(flat != plain && flat != high)
    let loudness = { (samples: ArraySlice<Int16>) in
      samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(samples.count)
    }
    let quiet = try await Self.speak(text, prosody: Prosody(volume: 20))[0].samples
    #expect(loudness(quiet) < loudness(plain) / 4)
    // Beyond the ends are the ends.
    let beyond = Prosody(wordsPerMinute: 1, pitch: -5, pitchRange: 900, volume: 9_000)
    let ends = Prosody(wordsPerMinute: 80, pitch: 0, pitchRange: 100, volume: 200)
    #expect(try await Self.speak(text, prosody: beyond) == Self.speak(text, prosody: ends))
  }

  @Test func voicesAreFoundByLanguageIdentifierAndName() async throws {
    let text = ["A bath in the castle."]
    let british = try await Self.speak(text, voice: "en-gb")
    for name in ["en-GB", "gmw/en", "English (Great Britain)"] {
      #expect(try await Self.speak(text, voice: name) == british)
    }
    #expect(try await Self.speak(text, voice: "en-us") != british)
    #expect(try await Self.speak(text, voice: "en-gb+f3") != british)
    #expect(try await Self.speak(text, voice: "de") != british)
  }

  @Test(arguments: ["zz", "", "en-us+nobody", "mb-en1", "mb/mb-en1", "en-xx"])
  func anUnknownVoiceIsAComplaint(_ voice: String) async throws {
    let complaint = await #expect(throws: Complaint.self) {
      try await Self.speak(["a", "b"], jobs: 2, voice: voice)
    }
    #expect(complaint?.what.contains("no v") == true)
  }

  /// A voice file of one's own, and the command that speaks with it.
  static func voiceFile() throws -> (path: String, VoiceCommand) {
    let path = "/tmp/narrate-\(FakeVoice.marker())"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let text = "name own\nlanguage en-us\npitch 60 90\n"
    try #require(write(descriptor, text, text.utf8.count) == text.utf8.count)
    close(descriptor)
    return (
      path, VoiceCommand(executable: command().executable, arguments: ["--voice-file", path])
    )
  }

  @Test func aVoiceFileOfOnesOwnSpeaks() async throws {
    let (path, own) = try Self.voiceFile()
    defer { unlink(path) }
    let words = FakeVoice.words("Hello there.")
    let requests = [own, Self.command()].map { SpeechRequest(words: words, voice: $0) }
    let spoken = try await VoicePool(jobs: 1).speakAll(requests)
    #expect(spoken.map(\.outcome) == [.whole, .whole])
    #expect(spoken[0].samples != spoken[1].samples)
  }

  @Test func theProgramTellsItsVoicesAndItsEngine() async throws {
    let voices = try await Self.command().listedVoices()
    #expect(voices.map(\.identifier) == voices.map(\.identifier).sorted())
    #expect(!voices.contains { $0.identifier.hasPrefix("mb/") })
    let american = voices.first { $0.identifier == "gmw/en-US" }
    #expect(american?.languages.first == "en-us")
    #expect(american?.name == "English (America)")
    #expect(american?.gender == "male")
    #expect(voices.contains { $0.identifier == "!v/f3" && $0.languages == ["variant"] })
    let engine = try await Self.command().engine()
    #expect(engine.version.hasPrefix("eSpeak NG 1."))
    #expect(engine.sampleRate == 22_050)
  }
}
