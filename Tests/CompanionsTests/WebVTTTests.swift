import Companions
import Foundation
import Narration
import NarrationTesting
import SpokenText
import Testing

/// Captions as another parser reads them.
@Suite struct WebVTTTests {
  private func text(_ heard: [Heard], limits: CaptionLimits = CaptionLimits()) -> String {
    let input = cueList(heard)
    let cues = CueList(script: input.script, timeline: input.timeline)
    return WebVTT.text(cues.captions(limits: limits), sampleRate: cues.sampleRate)
  }

  @Test func wholeFile() {
    let first = heard("Fear & memory.", speaker: "Anna\nB", from: 22_050)
    let second = heard("It <b>is</b> x --> y.", id: "c1-p2-s1", from: 88_200, gap: 4410)
    #expect(
      text([first, second]) == """
        WEBVTT

        c1-p1-s1
        00:00:01.000 --> 00:00:02.500
        <v Anna B>Fear &amp; memory.

        c1-p2-s1
        00:00:04.000 --> 00:00:05.000
        It &lt;b&gt;is&lt;/b&gt; x --&gt; y.

        """)
  }

  @Test func nothingHeardIsAnEmptyFile() {
    #expect(text([]) == "WEBVTT\n")
  }

  @Test func longSentencesBreakAtPhrases() throws {
    let sentence =
      "When the participants were shown the first pair of words, most of them pressed the left "
      + "button; the others, who had been given the drug an hour before, waited for the signal."
    let cues = try WebVTTReader(text([heard(sentence)])).cues
    #expect(
      cues.map(\.lines) == [
        [
          "When the participants were shown the first pair of words,",
          "most of them pressed the left button;",
        ],
        [
          "the others, who had been given the drug an hour before,",
          "waited for the signal.",
        ],
      ])
    #expect(cues.map(\.identifier) == ["c1-p1-s1-1", "c1-p1-s1-2"])
    // "the" is the eighteenth word, one every half second.
    #expect(cues.map(\.start) == [0, 8500])
    #expect(cues.map(\.end) == [8500, 16_000])
  }

  @Test(arguments: [
    (
      "The room stays the same as it ever was (Room 204, second floor), and so does the time.",
      ["The room stays the same as it ever was (Room 204, second floor),", "and so does the time."]
    ),
    (
      "Standard treatments (e.g., prolonged exposure) and medication often do fall short.",
      ["Standard treatments (e.g., prolonged exposure)", "and medication often do fall short."]
    ),
    (
      "This is a process in which the brain learns that a threatening stimulus is now safe.",
      ["This is a process in which the brain learns", "that a threatening stimulus is now safe."]
    ),
    (
      "Boese, M., Berman, R., Radford, K., Johnson, L. R., and Choi, K., in 2025.",
      ["Boese, M., Berman, R., Radford, K.,", "Johnson, L. R., and Choi, K., in 2025."]
    ),
    (
      "Still, 3 of the 12 old gauges found a crack that no inspector had seen.",
      ["Still, 3 of the 12 old gauges found", "a crack that no inspector had seen."]
    ),
  ])
  func linesBreakNeitherInBracketsNorAfterOneWord(_ text: String, _ lines: [String]) throws {
    #expect(try WebVTTReader(self.text([heard(text)])).cues.map(\.lines) == [lines])
  }

  @Test func partsChangeAtTheWordHeardAcrossFoldedText() throws {
    // The source has an entity and two spaces where the sentence has one character each.
    let written = String(repeating: "alpha & beta gamma, ", count: 8) + "omega."
    let source = written.replacingOccurrences(of: "&", with: "&amp;")
    var plain = heard(source)
    plain.utterance.written = written
    plain.utterance.words = plain.utterance.words.map {
      var word = $0
      word.text = $0.text == "&amp;" ? "and" : $0.text.filter { $0.isLetter }
      return word
    }
    let cues = try WebVTTReader(text([plain])).cues
    #expect(cues.count == 2)
    for cue in cues {
      let before = cues.prefix { $0.start < cue.start }.flatMap(\.lines).joined(separator: " ")
      #expect(cue.start == 500 * before.split(separator: " ").count)
    }
  }

  @Test func wordsWithoutPlacesShareTheTime() throws {
    var number = heard(String(repeating: "12345 ", count: 30) + "end.")
    // One hundred spoken words for the whole, no letter of which is written.
    number.utterance.source = 100..<400
    number.utterance.words = (0..<100).map { Word(text: "w", source: 100 + $0..<102 + $0) }
    number.mark.wordStarts = (0..<100).map { SampleTime($0 * 2205) }
    number.mark.end = SampleTime(220_500)
    let cues = try WebVTTReader(text([number])).cues
    #expect(cues.count == 2)
    #expect(cues[0].end == cues[1].start)
    // Near its share of ten seconds, and at the onset of a word.
    #expect(cues[1].start % 100 == 0 && (4000...7000).contains(cues[1].start), "\(cues)")
  }

  @Test func insertedWordsBelongToTheWordAfterThem() {
    var table = heard("First cell, second cell.")
    table.utterance.words.insert(Word(text: "column", source: 112..<112), at: 2)
    table.mark.wordStarts = (0..<5).map { SampleTime($0 * 100) }
    let input = cueList([table])
    let cue = CueList(script: input.script, timeline: input.timeline).cues[0]
    #expect(cue.onsets.map(\.offset) == [0, 6, 12, 19])
    #expect(cue.onsets.map(\.time.samples) == [0, 100, 200, 400])
  }

  @Test func utteranceWithoutSourceHasNoCue() {
    let input = cueList([
      heard("", id: "a"), heard("Text.", id: "b"), heard(" \n", id: "c"),
    ])
    let cues = CueList(script: input.script, timeline: input.timeline).cues
    #expect(cues.map(\.utterance) == ["b"])
    #expect(cues.map(\.index) == [1])
  }

  @Test func silentSentenceIsStillThere() throws {
    let cues = try WebVTTReader(text([heard("Unsaid.", from: 22_050, gap: 0)])).cues
    #expect(cues.map(\.lines) == [["Unsaid."]])
    #expect(cues.map(\.start) == [1000])
    #expect(cues.map(\.end) == [1001])
  }

  @Test func ffprobeCountsTheCues() throws {
    let voices = ["Anna", nil, "Tom & Jerry", "<v x>"]
    let all = (0..<40).map { index in
      heard(
        "Sentence \(index) & its <tags> --> arrows, שלום, 結果、🎧.", id: "c1-p1-s\(index + 1)",
        speaker: voices[index % 4], from: index * 100_000)
    }
    try Scratch.with { scratch in
      let path = scratch.path("a.vtt")
      try text(all).write(toFile: path, atomically: false, encoding: .utf8)
      let arguments = ["-v", "error", "-count_packets", "-show_entries", "stream=nb_read_packets"]
      let result = try Program.run("ffprobe", arguments + ["-of", "csv=p=0", path])
      #expect(result.text.filter(\.isNumber) == "40", "\(result.errors)")
    }
  }

  /// Whatever the script: ascending cues within their utterances, every character shown, in order.
  @Test(arguments: 0..<200)
  func anyScriptKeepsTextAndOrder(_ seed: Int) throws {
    var dice = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("abcdefghij  ,.;-&<>éЖ語🎧\u{301}\u{200F}\n\t\"'/")
    var start = 0
    let all = (0..<12).map { index in
      let length = Int.random(in: 0...(seed % 5 == 0 ? 900 : 200), using: &dice)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &dice)! })
      start += Int.random(in: 0...40_000, using: &dice)
      var one = heard(
        text, id: "c1-p1-s\(index)", from: start, gap: Int.random(in: 0...9000, using: &dice))
      if seed % 3 == 0 {
        one.utterance.source = 100..<100 + Int.random(in: 0...400, using: &dice)
      }
      if seed % 4 == 0 { one.utterance.words.shuffle(using: &dice) }
      if seed % 7 == 0 { one.mark.wordStarts.removeLast(one.mark.wordStarts.count / 2) }
      start = one.mark.end.samples
      return one
    }
    let limits = CaptionLimits(lineLength: [65, 20, 1][seed % 3], lines: 1 + seed % 3)
    let cues = try WebVTTReader(text(all, limits: limits)).cues
    for (cue, next) in zip(cues, cues.dropFirst()) { #expect(cue.start <= next.start) }
    for one in all {
      let own = cues.filter {
        $0.identifier == one.utterance.id || $0.identifier.hasPrefix(one.utterance.id + "-")
      }
      let shown = own.flatMap(\.lines).joined().unicodeScalars.filter {
        !$0.properties.isWhitespace
      }
      let written = one.utterance.written.unicodeScalars.filter { !$0.properties.isWhitespace }
      #expect(Array(shown) == Array(written))
      let first = one.mark.start.milliseconds(sampleRate: 22_050)
      let last = one.mark.end.milliseconds(sampleRate: 22_050)
      for cue in own {
        #expect(cue.start >= first && cue.end <= max(last, cue.start + 1) && cue.start <= last)
        #expect(cue.lines.count <= limits.lines)
        for line in cue.lines {
          let isFitting = line.unicodeScalars.count <= limits.lineLength
          #expect(isFitting || line.count == 1, "\(line)")
        }
      }
    }
  }

  @Test func dashesAndInitialsStayWithTheirWords() throws {
    let sentence =
      "The memory was found to be in a state that is called malleable, or in one word reconsolidation "
      + "– it could be rewritten, as J. K. Smith has said."
    let lines = try WebVTTReader(text([heard(sentence)])).cues.flatMap(\.lines)
    #expect(lines.count > 2)
    for line in lines {
      #expect(!line.hasPrefix("–") && !line.hasSuffix("J.") && !line.hasSuffix("K."), "\(lines)")
    }
  }

  @Test func endlessWordIsShownInParts() throws {
    let address = "https://example.org/" + String(repeating: "segment/", count: 60)
    let cues = try WebVTTReader(text([heard("See \(address) now.")])).cues
    #expect(cues.flatMap(\.lines).joined().contains(address))
    #expect(cues.flatMap(\.lines).allSatisfy { $0.count <= 65 })
    #expect(cues.dropLast().allSatisfy { $0.lines.last?.hasSuffix("/") == true }, "\(cues)")
  }
}
