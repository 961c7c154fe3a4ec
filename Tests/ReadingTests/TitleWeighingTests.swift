import Narration
import Testing

@testable import Reading

/// Of all candidates of a chapter, which one names it.
struct TitleWeighingTests {
  private static let filler =
    "Well, we went on with it and then they said that it was so, and you know how it goes there. "

  /// The title of a chapter of talk in which each sentence stands in a stretch of its own, among
  /// two chapters about something else.
  private func title(_ sentences: [String], speakers: [String] = ["Ada", "Ben"]) -> String {
    func turns(_ sentences: [String]) -> [DraftPassage] {
      sentences.enumerated().map { index, sentence in
        let text = sentence + " " + String(repeating: Self.filler, count: 3)
        return DraftPassage(
          passage: Passage(
            kind: .paragraph, speaker: Speaker(name: speakers[index % speakers.count]), text: text,
            runs: RunMap([])),
          chapterMark: index == 0 ? "" : nil)
      }
    }
    func other(_ thing: String) -> [DraftPassage] {
      turns((0..<20).map { _ in "They build \(thing) here." })
    }
    let drafts = other("stone bridges") + turns(sentences) + other("radio towers")
    return ChapterDivider(drafts, title: nil, policy: .marks).chapters()[1].title
  }

  private static let plain = Array(repeating: "It was so.", count: 6)

  @Test func whatComesBackNamesAChapter() {
    let loop = Array(repeating: "A feedback loop is what they need.", count: 4)
    #expect(title(Self.plain + ["It is a velvet raincoat."] + loop) == "Feedback loop")
    #expect(title(["It is a velvet raincoat."] + loop + Self.plain) == "Feedback loop")
  }

  @Test func anAnecdoteInOnePlaceDoesNot() {
    let story = [
      "A velvet raincoat came in.", "The velvet raincoat was old.", "A velvet raincoat.",
    ]
    let topic = ["The feedback loop is long.", "It was so.", "It was so."]
    #expect(title(story + topic + topic + topic) == "Feedback loop")
  }

  @Test(arguments: [
    // A figure of speech.
    "We went down a rabbit hole.",
    // A person.
    "I met Peter Jackson.",
    // What the episode uses as a verb.
    "And the engine compiles. It will compile. They compile.",
  ])
  func someDoNot(_ sentence: String) {
    let aside = Array(repeating: sentence, count: 4)
    let topic = Array(repeating: "A feedback loop is long.", count: 2)
    #expect(title(aside + Self.plain + topic) == "Feedback loop")
  }

  @Test func aNameAloneNamesAChapterWithoutAPhrase() {
    let name = Array(repeating: "We said that RocksDB is so.", count: 5)
    #expect(title(name + Self.plain + ["It is a velvet raincoat."]) == "RocksDB")
    let noName = Array(repeating: "We said that apples are so.", count: 5)
    #expect(title(noName + Self.plain + ["It is a velvet raincoat."]) == "Velvet raincoat")
  }

  @Test func speakersDoNot() {
    let named = Array(repeating: "We saw Ada Lane there.", count: 5)
    let title = title(named + ["A velvet raincoat is long."], speakers: ["Ada Lane", "Ben Hill"])
    #expect(title == "Velvet raincoat")
  }

  /// All adverbs, all nouns joined, all in one sentence: what is looked at stays near each word.
  @Test(arguments: ["really ", "stone of ", "stone bridge ", "a stone and ", "Stone "])
  func longRunsCostNoMore(_ words: String) throws {
    let text = String(repeating: words, count: 20_000)
    let start = ContinuousClock.now
    let chapters = try read(text).episode.chapters
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(chapters.allSatisfy { !$0.title.isEmpty })
  }
}
