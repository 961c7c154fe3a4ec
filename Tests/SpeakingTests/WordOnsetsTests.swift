import Testing

@testable import EspeakVoice

@Suite struct WordOnsetsTests {
  /// Words of these lengths with a space after each.
  private func words(_ lengths: [Int]) -> [EspeakText.Word] {
    var position = 1
    return lengths.map { length in
      defer { position += length + 1 }
      return EspeakText.Word(position: position..<position + length, weight: length)
    }
  }

  private func starts(_ lengths: [Int], _ events: [(Int, Int)], end: Int = 1_000) -> [Int] {
    WordOnsets.starts(
      of: words(lengths), events: events.map { .init(position: $0.0, sample: $0.1) }, end: end)
  }

  @Test func anEventIsItsWordsStart() {
    #expect(starts([3, 2, 4], [(1, 0), (5, 100), (8, 300)]) == [0, 100, 300])
  }

  @Test func laterEventsInsideAWordDoNotCount() {
    #expect(starts([11, 4], [(1, 0), (8, 150), (13, 300)]) == [0, 300])
  }

  @Test func wordsSpokenAsOneShareTheTimeByTheirLetters() {
    #expect(starts([2, 3, 5], [(1, 0), (8, 500)]) == [0, 200, 500])
    #expect(starts([2, 3, 5], [(1, 0)]) == [0, 200, 500])
    #expect(starts([1, 1, 2, 4], [(1, 100), (8, 500)]) == [100, 200, 300, 500])
  }

  @Test func wordsSpokenAsOneAreDividedAtTheirPhonemes() {
    // `of the` is @ v D @: `the` begins with the third.
    let counts = [2, 2, 4]
    func starts(_ phonemes: [Int]) -> [Int] {
      WordOnsets.starts(
        of: words([2, 3, 5]),
        events: [.init(position: 1, sample: 0), .init(position: 8, sample: 500)],
        phonemes: phonemes, end: 1_000
      ) { counts[$0] }
    }
    #expect(starts([0, 90, 330, 410, 500, 600, 700, 800]) == [0, 330, 500])
    #expect(starts([0, 90, 330, 500]) == [0, 330, 500])
    // Too few to go round: by letters.
    #expect(starts([0, 500]) == [0, 200, 500])
    #expect(starts([]) == [0, 200, 500])
  }

  @Test func aWordThatHasNoPhonemeTakesNoTime() {
    let counts = [2, 0, 2]
    let starts = WordOnsets.starts(
      of: words([2, 1, 3]), events: [.init(position: 1, sample: 0)], phonemes: [0, 100, 300, 350],
      end: 400
    ) { counts[$0] }
    #expect(starts == [0, 300, 300])
  }

  @Test func aWordBeforeTheFirstEventBeginsAtTheStart() {
    #expect(starts([1, 4], [(3, 400)]) == [0, 400])
  }

  @Test func whatMakesNoSoundTakesNoTime() {
    var words = words([3, 1, 4])
    words[1].weight = 0
    let events = [WordOnsets.Event(position: 1, sample: 0), .init(position: 7, sample: 600)]
    #expect(WordOnsets.starts(of: words, events: events, end: 900) == [0, 600, 600])
  }

  @Test func strangeEventsDoNoHarm() {
    #expect(starts([3, 3], [(0, 500), (99, 700), (-4, 3), (4, 9)]) == [0, 500])
    // Backward: the word that would begin before the one before it shares that one's time.
    #expect(starts([3, 3, 3], [(1, 0), (5, 800), (9, 200)]) == [0, 800, 900])
    #expect(starts([3, 3], [(1, -5), (5, 2_000)]) == [0, 1_000])
    #expect(starts([], [(1, 0)]).isEmpty)
    #expect(starts([3, 3], [], end: 0) == [0, 0])
  }
}
