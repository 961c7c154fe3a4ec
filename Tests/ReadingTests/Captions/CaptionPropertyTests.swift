import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Captions put together at random, cut and jumbled: no letter of theirs is lost.
///
/// What is said is written in Cyrillic letters and Arabic digits here, of which no markup has any; a
/// cue's name, which is markup, in Greek.
struct CaptionPropertyTests {
  private static let pieces = [
    "жаба ", "слово. ", "- Да. ", "ЖАН: ", "Жан: ", "[музыка] ", "(смех) ", "♪ песня ♪ ", ">> ",
    "<v Жан>", "</v>", "<i>", "</i>", "<c.x>", "<ruby>", "<rt>", "</rt>", "</ruby>", "<lang ru>",
    "&amp;", "&nbsp;", "&", "{\\an8}", "< ", "-\n", "\n", " \n", "жаба-\n", "еще раз\n",
    "длинное\n",
    "\n\n", "\r\n", "NOTE жаба\n", "\n\nNOTE что\n", "STYLE\n", "12\n", "\n3\n",
    "00:01.000 --> 00:02.000\n", "00:00:03,000 --> 00:00:04,000\n", "\n\n00:02.000 --> 00:02.010\n",
    "00:0x:03,000 --> 00:00:04,000\n", "00:05", "-->", " --> ", "όνομα\n", "٣٤ ", "\u{01}", "睡眠",
    "…",
  ]

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func nothingIsLost(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      var text = Bool.random(using: &generator) ? "WEBVTT\n\n" : ""
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
      let sounds: SoundPolicy = Bool.random(using: &generator) ? .omit : .read
      for format in [SourceFormat.webVTT, .subRip] {
        guard let read = try? read(text, as: format, "a", { $0.policies.sounds = sounds }) else {
          continue
        }
        checkEveryLetter(
          read.episode, "\(format) \(text.debugDescription)", where: isOfNoMarkup)
      }
    }
  }

  private static let values = [
    #""жаба""#, #""слово. ""#, #""\u0436\n""#, "1", "2.5", "-1", "1e999", "null", "true", "{", "}",
    "[", "]", ",", ":", #""body":"#, #""speaker":"#, #""startTime":"#, #""endTime":"#,
    #"{"body":"жаба"},"#, #"{"speaker":"Жан","body":"да"},"#, "\"", "\\",
  ]

  /// Strings that are no keys, and all that has no quotes around it.
  private func valuesOfJSON(_ text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    while let quote = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) {
      if start < quote { ranges.append(start..<quote) }
      var end = quote + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      end = min(end, bytes.count)
      start = min(end + 1, bytes.count)
      let isKey = start < bytes.count && bytes[start] == UInt8(ascii: ":")
      if !isKey { ranges.append(quote..<end) }
    }
    return ranges + [start..<bytes.count].filter { !$0.isEmpty }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingIsLostOfJSON(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var text = #"{"segments":[{"body":"жаба"},"#
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        text += Self.values.randomElement(using: &generator) ?? ""
      }
      let read = try read(text, as: .transcriptJSON)
      checkEveryLetter(read.episode, in: valuesOfJSON(text), text, where: isOfNoMarkup)
      #expect(read.episode.turns.first?.hasPrefix("жаба") == true, "\(text)")
    }
  }
}
