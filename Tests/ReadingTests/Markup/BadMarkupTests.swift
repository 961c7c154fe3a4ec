import Narration
import Testing

@testable import Reading

/// Pages that nobody should write: all of their text is read, in time that grows with their length,
/// and what was given up is told with its place.
struct BadMarkupTests {
  /// Deep nesting in every way that a parser's depth can grow, far beyond what is kept; deinitializers
  /// and other steps that do not look at tags would need the depth of the largest.
  @Test(arguments: [
    ("<div>", 30_000), ("<div/>", 8_000), ("<div></x>", 8_000), ("<b><div></b>", 8_000),
    ("<div><table><td></div>", 8_000), ("<ul><li>", 8_000), ("<svg><g>", 20_000),
    ("<svg><foreignObject><div/>", 8_000), ("<button><p>", 8_000), ("<blockquote>", 8_000),
    ("<span>", 8_000), ("<x-y>", 8_000), ("<ruby>", 8_000), ("<em>", 8_000), ("<q>", 8_000),
    ("<table><tr><td>", 30_000), ("<form><div>", 8_000), ("<details>", 8_000),
    ("<dl><dt>", 8_000),
    ("<object>", 8_000), ("<select><optgroup>", 8_000), ("<math><mrow>", 8_000),
  ])
  func deepNesting(_ tags: String, _ count: Int) throws {
    let deep = try readPage("<p>Before.</p>" + String(repeating: tags, count: count) + "within")
    #expect(deep.episode.passages.first?.text == "Before.")
    let told =
      deep.episode.passages.dropFirst().map(\.text).joined()
      + deep.episode.omissions.map { deep.episode.source.slice($0.source) }.joined()
    #expect(told.contains("within"), "\(told.prefix(100))")
    let isOfSmallDepth = ["<select><optgroup>", "<button><p>"].contains(tags)
    if !isOfSmallDepth {
      let warning = deep.notices.first { $0.what.contains("nest too deep") }
      #expect(warning?.severity == .warning)
      #expect(warning?.place?.hasPrefix("page.html:1:") == true)
    }
  }

  /// Words of different elements are not one word when the elements are given up, and what is hidden
  /// stays so.
  @Test func textBeyondTheDepth() throws {
    for depth in [300, 600] {
      let html =
        String(repeating: "<div>", count: depth)
        + "<p>one</p><p>two</p><script>three</script><img alt=five>six<div hidden><p>four</p></div>"
      let read = try readPage(html)
      let text = read.episode.passages.map(\.text).joined(separator: " ")
      #expect(read.episode.omitted(.script) == ["three"])
      // Beyond what is parsed at all, even this tag is gone.
      #expect(text == (depth == 300 ? "one two five six" : "one two five six four"))
      #expect(read.episode.omitted(.hidden) == (depth == 300 ? ["four"] : []))
    }
  }

  /// Not so deep that anything is given up.
  @Test func ordinaryDepth() throws {
    let read = try readPage(String(repeating: "<div><p>x<span>", count: 100) + "y")
    #expect(read.notices.isEmpty)
    // Paragraphs that are never closed nest in nothing.
    let flat = try readPage(String(repeating: "<p><span>x <i>y<li>", count: 50))
    #expect(flat.notices.isEmpty)
  }

  /// What no parser should be made to do: each would take minutes if it were quadratic.
  @Test(arguments: [
    "<p>" + (0..<60).map { "<font size=\($0)>" }.joined()
      + String(repeating: "x <p>", count: 30_000),
    "<table>" + String(repeating: "<i></i>x ", count: 20_000),
    String(repeating: "<p>a</p>", count: 20_000) + "<table>"
      + String(repeating: "y <i></i>", count: 5000),
    "<p>" + String(repeating: "&eacute;x ", count: 30_000),
    "<p>" + String(repeating: "<img alt=a>x ", count: 20_000),
    String(repeating: "<a href=x>", count: 20_000) + "x",
    "x" + String(repeating: "</p>", count: 20_000),
    "<table>" + String(repeating: "<tr><th>x<td rowspan=1000 colspan=1000>y ", count: 10_000),
    "<p>x<b>" + String(repeating: "<!-- - -- -", count: 20_000) + "-->",
    "x" + String(repeating: "<", count: 20_000),
    "x" + String(repeating: "<a b='", count: 20_001),
    "x <textarea>" + String(repeating: "</textare", count: 20_000),
    "<p>" + String(repeating: "<em>", count: 900) + String(repeating: "<p>words </p>", count: 5000),
    "<p>x</p><ol class=footnotes>" + String(repeating: "<li id=a>y", count: 10_000),
  ])
  func quadraticTraps(_ html: String) throws {
    let episode = try readPage(html) { $0.longestWord = 1 << 20 }.episode
    #expect(!episode.passages.isEmpty)
    checkPlaces(episode)
  }

  @Test func manyAttributes() throws {
    let html = "<p>one</p>\n<p" + (0..<200_000).map { " a\($0)=1" }.joined() + " title=x>two</p>"
    let read = try readPage(html)
    #expect(read.episode.lines == ["paragraph: one", "paragraph: two"])
    #expect(read.notices.map(\.place) == ["page.html:2:1"])
    #expect(read.notices.first?.what.contains("attributes") == true)
  }

  /// A page whose transfer broke off.
  @Test(arguments: [
    ("<p>one</p>\n<p title=\"never", ["one"], "page.html:2:1"),
    ("<p>one</p>\n<p title=\"ends>two</p>three", ["one", "two", "three"], "page.html:2:1"),
    ("<p>one</p>\n<!-- two", ["one"], "page.html:2:1"),
    ("<p>one</p>\n<script>two", ["one"], "page.html:2:1"),
    ("<p>one</p>\n<p", ["one"], "page.html:2:1"),
  ])
  func cutPages(_ html: String, _ texts: [String], _ place: String) throws {
    let read = try readPage(html)
    #expect(read.episode.passages.map(\.text) == texts)
    #expect(read.notices.map(\.place) == [place])
  }

  @Test(arguments: [
    // Crossed and unclosed tags, and ends of nothing.
    ("<b>one<p>two</b> three<p>four", ["one", "two three", "four"]),
    ("<p>one<div>two</p>three", ["one", "two", "three"]),
    ("</div></p></b>one</html>two", ["onetwo"]),
    ("<ul><li>one<p>two<li>three", ["one", "two", "three"]),
    ("<h1>one<h2>two</h1>three", ["one", "two", "three"]),
    ("<a href=x>one<a href=y>two", ["onetwo"]),
    ("one<plaintext><b>two</b>", ["one", "<b>two</b>"]),
    (
      "one <3 two < three &amp four & five &#x110000; &#0;",
      ["one <3 two < three & four & five � �"]
    ),
    (
      "<p>one<!-- two --><!--> three <!-- -- > --> four<!doctype x> five<? six ?> seven",
      ["one three four five seven"]
    ),
    ("<svg><![CDATA[<p>]]></svg><p>one", ["one"]),
    ("<frameset><frame></frameset><noframes>x</noframes><p>one", ["one"]),
  ])
  func crossedTags(_ html: String, _ texts: [String]) throws {
    let episode = try readPage(html).episode
    #expect(episode.passages.map(\.text) == texts)
    checkPlaces(episode, html)
  }

  @Test func aRunWithoutWhiteSpace() throws {
    let data = String(repeating: "QUJD", count: 1000)
    let episode = try readPage("<p>An <b>image \(data)</b> here.</p>").episode
    #expect(episode.lines == ["paragraph: An image here."])
    #expect(episode.omitted(.blob) == [data])
  }

  @Test func oneLongText() throws {
    let text = String(repeating: "The otter sleeps on its back. ", count: 30_000)
    let episode = try readPage("<html><body><p>\(text)</p></body></html>").episode
    #expect(episode.passages.first?.text.utf8.count == text.utf8.count - 1)
    #expect(episode.passages.first?.runs.runs.count ?? 0 < 5)
  }
}
