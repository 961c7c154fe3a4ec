import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Pages of some hundred kilobytes that would be read for minutes if any step went over all of a text
/// again for each element around or beside it.
struct LinearReadingTests {
  private let words = String(repeating: "word ", count: 60_000)

  @Test(arguments: ["em", "a href='#x'", "cite", "span lang='de'", "abbr title='x'", "sup", "x-y"])
  func spansInEachOther(_ tag: String) throws {
    let name = tag.split(separator: " ")[0]
    let page =
      "<p>" + String(repeating: "<\(tag)>", count: 1000) + words
      + String(repeating: "</\(name)>", count: 1000) + "</p>"
    let passages = try readPage(page).episode.passages
    #expect(
      passages.map { $0.text.split(separator: " ").filter { $0 == "word" }.count } == [60_000])
  }

  @Test func imagesOfOneFigure() throws {
    let images = (0..<4000).map { "<img alt='x\($0)'>" }.joined()
    let page = "<figure>\(images)<figcaption>\(words)</figcaption></figure>"
    let passages = try readPage(page).episode.passages
    #expect(passages.count == 4001)
    #expect(passages.last?.kind == .caption)
    // The caption is still told from the words for an image.
    let same = "<figure><img alt='A  river'><figcaption>\n A <b>river</b></figcaption></figure>"
    #expect(try pageLines(same) == ["caption: A river"])
  }

  /// Nor is a text said again for each that refers to it.
  @Test func labelsByReference() throws {
    let images = String(repeating: "<img aria-labelledby='long'>", count: 4000)
    let page =
      "<p>Text.</p><div hidden id='long'>\(words)</div><div hidden id='short'>A <b>river</b></div>"
      + images + "<img aria-labelledby='short'>"
    let episode = try readPage(page).episode
    #expect(episode.lines == ["paragraph: Text.", "figure: A river"])
    #expect(episode.omitted(.hidden).first?.utf8.count == words.utf8.count)
  }

  /// Blobs are taken out of a passage again, with the spans in them.
  @Test func blobsBehindManySpans() throws {
    let blob = String(repeating: "x", count: 11)
    let page =
      "<p>" + String(repeating: "<i>a</i> ", count: 20_000)
      + String(repeating: "<b>z <i>\(blob)</i></b> ", count: 4000) + "end</p>"
    let episode = try readPage(page) { $0.longestWord = 10 }.episode
    let passage = try #require(episode.passages.first)
    #expect(passage.text.hasSuffix(" z z z end"))
    #expect(passage.spans.count == 24_000)
    #expect(passage.spans { _ in true }.suffix(2) == ["z", "z"])
    #expect(episode.omitted(.blob).count == 4000)
  }
}
