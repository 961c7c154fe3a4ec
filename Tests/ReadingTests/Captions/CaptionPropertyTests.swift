import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Captions put together at random, cut and jumbled: no letter of theirs is lost.
///
/// What is said is written in Cyrillic letters here, of which no markup has any.
struct CaptionPropertyTests {
  private static let pieces = [
    "жаба ", "слово. ", "- Да. ", "ЖАН: ", "Жан: ", "[музыка] ", "(смех) ", "♪ песня ♪ ", ">> ",
    "<v Жан>", "</v>", "<i>", "</i>", "<c.x>", "<ruby>", "<rt>", "</rt>", "</ruby>", "<lang ru>",
    "&amp;", "&nbsp;", "&", "{\\an8}", "< ", "-\n", "\n", " \n", "жаба-\n", "еще раз\n",
    "длинное\n",
    "\n\n", "\r\n", "NOTE жаба\n", "\n\nNOTE что\n", "STYLE\n", "12\n", "\n3\n",
    "00:01.000 --> 00:02.000\n", "00:00:03,000 --> 00:00:04,000\n", "\n\n00:02.000 --> 00:02.010\n",
    "00:0x:03,000 --> 00:00:04,000\n", "00:05", "-->", " --> ", "имя\n", "\u{01}", "睡眠", "…",
  ]

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func nothingIsLost(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      var text = Bool.random(using: &generator) ? "WEBVTT\n\n" : ""
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
      var options = EpisodeReader.Options()
      options.policies.sounds = Bool.random(using: &generator) ? .omit : .read
      for format in [SourceFormat.webVTT, .subRip] {
        guard let read = try? read(text, as: format, "a", options) else { continue }
        // A cue's name is markup.
        let names = text.contains("имя")
        checkPlaces(read.episode, "\(format) \(text.debugDescription)") {
          0x400..<0x460 ~= $0.value && !(names && "имя".unicodeScalars.contains($0))
        }
      }
    }
  }

  private static let values = [
    #""жаба""#, #""слово. ""#, #""\u0436\n""#, "1", "2.5", "-1", "1e999", "null", "true", "{", "}",
    "[", "]", ",", ":", #""body":"#, #""speaker":"#, #""startTime":"#, #""endTime":"#,
    #"{"body":"жаба"},"#, #"{"speaker":"Жан","body":"да"},"#, "\"", "\\",
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingIsLostOfJSON(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var text = #"{"segments":[{"body":"жаба"},"#
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        text += Self.values.randomElement(using: &generator) ?? ""
      }
      let read = try read(text, as: .transcriptJSON)
      // Keys are markup; so only where no text can stand in their place.
      checkPlaces(read.episode, text) { _ in false }
      #expect(read.episode.turns.first?.hasPrefix("жаба") == true, "\(text)")
    }
  }
}
