import Narration
import Testing

@testable import Reading

/// Passages from pieces of text: white space, spans, omissions and places.
struct PassageBuilderTests {
  /// Adds pieces one behind the other in a source that is just them.
  private func build(longestWord: Int = 2000, _ pieces: [String]) -> PassageBuilder {
    var builder = PassageBuilder(longestWord: longestWord)
    var offset = 0
    for piece in pieces {
      switch piece {
      case "<em>": builder.beginSpan(.emphasis)
      case "</em>": builder.endSpan()
      case "<p>": builder.begin(.paragraph)
      case "<br>": builder.addBreak(at: offset)
      case "<!>":
        builder.omit(offset..<offset + 3, because: .hidden)
        offset += 3
      default:
        builder.add(piece, source: offset..<offset + piece.utf8.count, isCopied: true)
        offset += piece.utf8.count
      }
    }
    builder.end()
    return builder
  }

  private func emphasized(_ builder: PassageBuilder) -> [[String]] {
    builder.drafts.map { $0.passage.spans { $0 == .emphasis } }
  }

  @Test(arguments: [
    (["  a", " ", "  b\t", "\n"], "a b"), (["a", "b"], "ab"), (["a", "<br>", "b"], "a b"),
    (["a ", "<br>", " b"], "a b"), (["a\u{A0}\u{200B}b"], "a b"), (["a\r\nb\rc"], "a b c"),
  ])
  func whiteSpace(_ pieces: [String], _ text: String) {
    #expect(build(pieces).drafts.map(\.passage.text) == [text])
  }

  /// A single space is copied as it stands; more of them are folded.
  @Test func runs() {
    let runs = build(["a b  c d"]).drafts[0].passage.runs.runs
    #expect(
      runs == [
        .init(text: 0..<3, source: 0..<3, kind: .copied),
        .init(text: 3..<4, source: 3..<5, kind: .folded),
        .init(text: 4..<7, source: 5..<8, kind: .copied),
      ])
  }

  @Test func nothingOfNothing() {
    #expect(build([" ", "\n"]).drafts.isEmpty)
    #expect(build(["<em>", "</em>", "<p>", "<p>"]).drafts.isEmpty)
  }

  @Test(arguments: [
    (["a ", "<em>", "b", "</em>", " c"], [["b"]]), (["a", "<em>", " b ", "</em>", "c"], [["b"]]),
    (["a", "<em>", " ", "</em>", "b"], [[]]),
    (["<em>", "a", "<p>", "b", "</em>", "c"], [["a"], ["b"]]),
    (["<em>", "a", "<em>", "b", "</em>", "</em>"], [["ab", "b"]]),
    (["a", "</em>", "b"], [[]]),
  ])
  func spans(_ pieces: [String], _ words: [[String]]) {
    #expect(emphasized(build(pieces)) == words)
  }

  @Test(arguments: [
    // A word too long is taken out with the space before it, wherever it stands.
    (["a xxxxxxxx b"], ["a b"], 2..<10), (["xxxxxxxx b"], ["b"], 0..<8),
    (["a xxxxxxxx"], ["a"], 2..<10),
    (["a xxx", "xxxxx b"], ["a b"], 2..<10),
    (["a ", "<em>", "xxxxxxxx", "</em>", " b"], ["a b"], 2..<10),
    (["a  xxxxxxxx  b"], ["a b"], 3..<11),
  ])
  func longWords(_ pieces: [String], _ texts: [String], _ source: Range<Int>) {
    let builder = build(longestWord: 5, pieces)
    #expect(builder.drafts.map(\.passage.text) == texts)
    #expect(builder.omissions == [Omission(source: source, reason: .blob)])
    for draft in builder.drafts {
      let passage = draft.passage
      #expect(
        passage.runs.runs.last?.text.upperBound == passage.text.utf8.count
          || passage.runs.runs.last?.kind == .omitted)
      #expect(
        zip(passage.runs.runs, passage.runs.runs.dropFirst()).allSatisfy {
          $0.text.upperBound == $1.text.lowerBound && $0.source.upperBound <= $1.source.lowerBound
        })
      #expect(passage.spans.isEmpty)
    }
  }

  /// Scripts without spaces have no long words.
  @Test func unspacedScripts() {
    let text = "カワウソは仰向けに寝ます"
    #expect(build(longestWord: 5, [text]).drafts.map(\.passage.text) == [text])
  }

  @Test func omissionsInside() {
    let builder = build(["a ", "<!>", "b", "\u{E000}\u{1}", "c"])
    let passage = builder.drafts[0].passage
    #expect(passage.text == "a bc")
    #expect(builder.omissions.map(\.reason) == [.hidden, .unspeakable])
    #expect(builder.omissions.map(\.source) == [2..<5, 6..<10])
    #expect(passage.runs.runs.filter { $0.kind == .omitted }.map(\.source) == [2..<5, 6..<10])
    #expect(passage.runs.source(of: 3..<4) == 10..<11)
  }

  @Test func decodedText() {
    var builder = PassageBuilder(longestWord: 100)
    builder.add("é", source: 0..<8, isCopied: false)
    builder.add("x", source: 8..<9, isCopied: true)
    builder.add(" ", source: 9..<15, isCopied: false)
    builder.add("y", source: 15..<16, isCopied: true)
    builder.end()
    let passage = builder.drafts[0].passage
    #expect(passage.text == "éx y")
    #expect(passage.runs.runs.map(\.kind) == [.decoded, .copied, .folded, .copied])
    #expect(passage.runs.source(of: 0..<2) == 0..<8)
  }
}

/// Which bytes of the source each part of a decoded text came from.
struct TextAlignmentTests {
  private func pieces(_ decoded: String, _ source: String) -> [String] {
    var source = source
    return source.withUTF8 { bytes in
      var entities = EntityCache()
      return TextAlignment.pieces(of: decoded, from: bytes, in: 0..<bytes.count, &entities).map {
        let from = String(decoding: bytes[$0.source], as: UTF8.self)
        return $0.isCopied ? $0.text : "\($0.text)=\(from)"
      }
    }
  }

  @Test(arguments: [
    ("abc", "abc", ["abc"]), ("a&b", "a&amp;b", ["a", "&=&amp;", "b"]),
    ("é–", "&eacute;&#8211;", ["é=&eacute;", "–=&#8211;"]), ("€", "&#128;", ["€=&#128;"]),
    ("a\nb\nc", "a\r\nb\rc", ["a", "\n=\r\n", "b", "\n=\r", "c"]),
    ("AT&T & x", "AT&T &amp x", ["AT&T ", "&=&amp", " x"]), ("¬it;", "&notit;", ["¬=&not", "it;"]),
    // Tags that came to nothing.
    ("ab", "a</x y='>'>b", ["a", "b"]), ("ab", "a<!-- > -->b", ["a", "b"]),
    // What fits nowhere stands for all.
    ("xyz", "abc", ["xyz=abc"]), ("ab", "abc", ["ab"]), ("abcd", "abc", ["abcd=abc"]),
  ])
  func alignment(_ decoded: String, _ source: String, _ expected: [String]) {
    #expect(pieces(decoded, source) == expected)
  }

  @Test(arguments: [
    ("eacute", "é"), ("NotEqualTilde", "≂̸"), ("nbsp", "\u{A0}"), ("nothing", nil), ("semi", ";"),
    ("nosuchname", nil), ("", nil),
    ("a b", nil),
  ])
  func names(_ name: String, _ text: String?) {
    #expect(HTMLEntities.text(of: name) == text)
    var cache = EntityCache()
    #expect(cache.text(of: name) == text)
    #expect(cache.text(of: name) == text)
  }
}

/// Trees: order, places, and what is nested too deep.
struct MarkupTreeTests {
  @Test func placesOfElements() {
    let html = "<p>a <b>b</b></p><p>c"
    let root = HTMLParser.parse(html, base: 100).tree.root
    let paragraphs = root.descendants("p")
    #expect(paragraphs.map(\.source) == [100..<117, 117..<121])
    #expect(paragraphs.map(\.text) == ["a b", "c"])
    #expect(root.descendants("b").map(\.source) == [105..<113])
    #expect(root.descendants("b").first?.parent?.name == "p")
    #expect(!root.isBlank)
    #expect(HTMLParser.parse("<p> <b></b>\n</p>").tree.root.isBlank)
  }

  @Test func attributes() {
    let root = HTMLParser.parse("<img ALT='a &amp; b' alt=c title=\"\" hidden>").tree.root
    let image = root.descendants("img").first
    #expect(image?["alt"] == "a & b")
    #expect(image?["title"] == "" && image?["hidden"] == "" && image?["src"] == nil)
    #expect(image?.attributes.first?.source == 10..<19)
  }

  /// Beyond the depth the order of texts and the names around them stay.
  @Test func beyondTheDepth() {
    var builder = MarkupBuilder()
    for _ in 0..<MarkupBuilder.deepest + 5 { builder.begin("div", at: 0) }
    builder.begin("script", at: 1)
    builder.begin("p", at: 1)
    builder.text("a", source: 1..<2, isCopied: true)
    builder.end(at: 2)
    builder.end(at: 2)
    builder.text("b", source: 2..<3, isCopied: true)
    builder.begin("em", at: 3)
    builder.text("c", source: 3..<4, isCopied: true)
    builder.end(at: 4)
    builder.text("d", source: 4..<5, isCopied: true)
    builder.begin("img", at: 5)
    builder.end(at: 5)
    let root = builder.finish(at: 6).root
    #expect(builder.flattenedAt == 0)
    #expect(root.text == "abcd")
    #expect(root.descendants("script").map(\.text) == ["a"])
    #expect(root.descendants("em").map(\.text) == ["c"])
    #expect(root.descendants("img").count == 1)
    #expect(root.descendants("p").isEmpty)
  }
}
