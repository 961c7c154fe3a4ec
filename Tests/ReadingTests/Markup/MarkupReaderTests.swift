import Narration
import Testing

@testable import Reading

/// What elements of HTML are to a listener.
struct MarkupReaderTests {
  // MARK: White space and words

  @Test(arguments: [
    ("<p>a <b> b</b>\n c</p>", ["paragraph: a b c"]),
    ("<p>a<br>b</p>", ["paragraph: a b"]),
    (
      "<p>one<br> <br>two<br><br><br>three</p>",
      ["paragraph: one", "paragraph: two", "paragraph: three"]
    ),
    ("<div>a</div>b<p>c</p>d", ["paragraph: a", "paragraph: b", "paragraph: c", "paragraph: d"]),
    ("a&nbsp;b&#160;c&ensp;d", ["paragraph: a b c d"]),
    ("<p>so<b>me</b>thing</p>", ["paragraph: something"]),
    ("<p>a<wbr>b&shy;c", ["paragraph: ab\u{AD}c"]),
    ("<x-card>a</x-card><x-card>b</x-card>", ["paragraph: a b"]),
    (
      "<p>AT&T &amp; &lt;x&gt; caf&eacute; &notit; &#x201C;q&#8221;",
      ["paragraph: AT&T & <x> café ¬it; “q”"]
    ),
    ("<p>a<img alt='pic'>b", ["paragraph: a pic b"]),
    ("<address>Ada<br>1 Road</address>", ["paragraph: Ada", "paragraph: 1 Road"]),
    (
      "<p>Roses are red,<br>violets are blue,<br>otters are wet.",
      ["verse: Roses are red,", "verse: violets are blue,", "verse: otters are wet."]
    ),
  ])
  func whiteSpace(_ html: String, _ lines: [String]) throws {
    #expect(try pageLines(html) == lines)
  }

  @Test func carriageReturns() throws {
    let episode = try readPage("<p>one\r\ntwo\rthree &amp;\r\nfour</p>\r\n<p>five</p>").episode
    #expect(episode.lines == ["paragraph: one two three & four", "paragraph: five"])
    checkPlaces(episode)
    let passage = try #require(episode.passages.last)
    #expect(episode.source.position(of: passage) == "5:4")
  }

  // MARK: Blocks

  @Test(arguments: [
    (
      "<h1><div>A</div></h1><h2><a href=x>B</a></h2><a href=x><h3>C</h3></a>",
      ["heading 1: A", "heading 2: B", "heading 3: C"]
    ),
    ("<div role=heading aria-level=4>D</div><h2> </h2>", ["heading 4: D"]),
    ("<ol><li>a<li>b<p>c</p></ol>", ["list-item 1.: a", "list-item 2.: b", "paragraph: c"]),
    (
      "<ol start=5 reversed><li>a<li value=2>b<li>c</ol>",
      ["list-item 5.: a", "list-item 2.: b", "list-item 1.: c"]
    ),
    (
      "<ol type=a><li>a<li>b</ol><ol type=I><li>c</ol>",
      ["list-item a): a", "list-item b): b", "list-item 1.: c"]
    ),
    ("<ol start=99999999999999999999><li>a</ol>", ["list-item 1.: a"]),
    (
      "<ol start=9223372036854775807><li>a<li>b</ol>",
      ["list-item 9223372036854775807.: a", "list-item -9223372036854775808.: b"]
    ),
    ("<ul><li><a href=x><p>linked</p></a></ul>", ["list-item •: linked"]),
    ("<ul><li><ul><li>inner</ul>outer</ul>", ["list-item •: inner", "list-item •: outer"]),
    ("<ul><li>a<ol><li>b</ol>c</ul>", ["list-item •: a", "list-item 1.: b", "paragraph: c"]),
    ("<dl><dt>Otter<dd>An animal</dl>", ["paragraph: Otter", "paragraph: An animal"]),
    (
      "<blockquote><p>a<ul><li>b</ul></blockquote>c",
      ["quote: a", "list-item •: b", "paragraph: c"]
    ),
    ("<details><summary>More</summary>Text</details>", ["paragraph: More", "paragraph: Text"]),
    ("<p>old <del>not</del><ins>new</ins> <s>no</s>", ["paragraph: old new"]),
    ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", ["paragraph: 漢字"]),
    (
      "<figure><img alt='An otter'><figcaption><p>Fig. 1: Sleep</p></figcaption></figure>",
      ["figure: An otter", "caption: Fig. 1: Sleep"]
    ),
    ("<figure><img alt='Same'><figcaption>Same</figcaption></figure>", ["caption: Same"]),
    ("<p>x<p><img alt='IMG_1.jpg'><img alt=''><img>", ["paragraph: x"]),
    ("<picture><source srcset=a><img alt='An otter'></picture>", ["figure: An otter"]),
    ("<p>see <a href=x><img alt='a map'></a> here", ["paragraph: see a map here"]),
    (
      "<p>x</p><div role=img aria-label='A chart'></div><i aria-label='star'></i>",
      ["paragraph: x", "paragraph: star"]
    ),
    (
      "<svg><title>A chart</title><desc>It rises</desc><text>5</text></svg>",
      ["figure: A chart. It rises"]
    ),
    ("<p>a <q>b</q>", ["paragraph: a “b”"]),
    ("<p>H<sub>2</sub>O 10<sup>-3</sup> 4<sup>th</sup>", ["paragraph: H₂O 10⁻³ 4th"]),
    (
      "<pre>\nThe woods are lovely, dark and deep,\n  But I have promises</pre>",
      ["verse: The woods are lovely, dark and deep,", "verse: But I have promises"]
    ),
    ("<p>a<pre><code>let x = 1</code></pre>", ["paragraph: a", "code: "]),
    ("<p>a<pre>if (x) { return y[0]; }</pre>", ["paragraph: a", "code: "]),
  ])
  func blocks(_ html: String, _ lines: [String]) throws {
    #expect(try pageLines(html) == lines)
  }

  @Test func codeByPolicy() throws {
    let html = "<p>a<pre><code>let  x\n= 1</code></pre>"
    let read = try readPage(html) { $0.policies.code = .read }
    #expect(read.episode.lines == ["paragraph: a", "code: let x = 1"])
    let episode = try readPage(html) { $0.policies.code = .omit }.episode
    #expect(episode.lines == ["paragraph: a"])
    #expect(episode.omitted(.code) == ["let  x\n= 1"])
  }

  /// What nobody sees, or what stands for something else.
  @Test(arguments: [
    ("<div hidden>x</div>", Omission.Reason.hidden), ("<p aria-hidden=true>x</p>", .hidden),
    ("<p style='Display : none'>x</p>", .hidden), ("<dialog>x</dialog>", .hidden),
    ("<script>x</script>", .script), ("<style>x</style>", .script),
    ("<template>x</template>", .script), ("<noscript>x</noscript>", .script),
    ("<del>x</del>", .deleted), ("<ruby>a<rt>x</rt></ruby>", .alternative),
    ("<video>x</video>", .alternative), ("<iframe>x</iframe>", .alternative),
    ("<object>x</object>", .alternative), ("<canvas>x</canvas>", .alternative),
    ("<button>x</button>", .furniture), ("<select><option>x</select>", .furniture),
    ("<textarea>x</textarea>", .furniture), ("<svg><text>x</text></svg>", .alternative),
  ])
  func declared(_ html: String, _ reason: Omission.Reason) throws {
    let episode = try readPage("<p>Begin.</p>\(html)<p>End.</p>").episode
    #expect(episode.lines.first == "paragraph: Begin.")
    #expect(episode.lines.last == "paragraph: End.")
    #expect(episode.omitted(reason) == ["x"])
    #expect(!episode.passages.contains { $0.text.contains("x") })
  }

  // MARK: Spans

  @Test func spans() throws {
    let episode = try readPage(
      "<html lang=en><p>An <em>otter <strong>sleeps</strong></em> <span lang=fr>dans <i lang=en>the</i>"
        + " lit</span>, says <abbr title='World  Fund'>WF</abbr> <a href='x?a&amp;b'>here</a>.</p>"
    ).episode
    let passage = try #require(episode.passages.first)
    #expect(episode.metadata.language == "en")
    #expect(passage.spans { $0 == .emphasis } == ["otter sleeps", "sleeps", "the"])
    #expect(passage.spans { $0 == .language("fr") } == ["dans the lit"])
    #expect(passage.spans { $0 == .language("en") } == ["the"])
    #expect(passage.spans { $0 == .expansion("World Fund") } == ["WF"])
    #expect(passage.spans { $0 == .link(target: "x?a&b") } == ["here"])
  }

  /// A span goes on in the next passage, and the document's own language is none.
  @Test func spansOverBlocks() throws {
    let episode = try readPage(
      "<html lang=de><body lang=DE><div lang=fr_FR><p>un</p><p>deux</p></div><p lang=de>drei</p>"
        + "<p lang='not a tag'>vier</p>"
    ).episode
    #expect(episode.passages.map(\.text) == ["un", "deux", "drei", "vier"])
    #expect(
      episode.passages.map { $0.spans.map(\.kind) } == [
        [.language("fr-FR")], [.language("fr-FR")], [], [],
      ])
  }

  // MARK: Tables

  @Test func tables() throws {
    #expect(
      try pageLines(
        "<table><caption>Sleep</caption><thead><tr><th>Name<th colspan=2>Hours</thead>"
          + "<tr><th rowspan=2>Ada<td>7<td>8<tr><td><p>9</p><p>or so</p><td>x</table>") == [
          "caption: Sleep", "table-cell 0,0: Name", "table-cell 0,1: Hours", "table-cell 1,0: Ada",
          "table-cell 1,1 [Hours|Ada]: 7", "table-cell 1,2 [Hours|Ada]: 8",
          "table-cell 2,1 [Hours|Ada]: 9",
          "table-cell 2,1: or so", "table-cell 2,2 [Hours|Ada]: x",
        ])
  }

  @Test func headersByNameAndScope() throws {
    #expect(
      try pageLines(
        "<table><tr><td><th id=a>A<tr><th scope=row>r<td headers=a>x<tr><td>s<td>y</table>") == [
          "table-cell 0,1: A", "table-cell 1,0: r", "table-cell 1,1 [A]: x", "table-cell 2,0: s",
          "table-cell 2,1 [A]: y",
        ])
  }

  @Test func tablesThatLayOutAPage() throws {
    #expect(
      try pageLines("<table role=presentation><tr><td>a<td>b</table>")
        == ["paragraph: a", "paragraph: b"])
    #expect(try pageLines("<table><tr><td>only</table>") == ["paragraph: only"])
    #expect(
      try pageLines("<table><tr><td>menu<td><table><tr><td>1<td>2</table></table>") == [
        "paragraph: menu", "table-cell 0,0: 1", "table-cell 0,1: 2",
      ])
  }

  /// What stands between the cells is put before the table by the parser, not lost.
  @Test func textBetweenCells() throws {
    let episode = try readPage("<table>stray<tr>other<td>a<td>b</table>").episode
    #expect(episode.passages.map(\.text).joined(separator: " ").hasPrefix("stray"))
    #expect(episode.passages.suffix(2).map(\.text) == ["a", "b"])
    checkEveryLetterOfXML(episode)
  }

  // MARK: Notes

  private let noted =
    "<p>One<sup id=r1><a href='#f1'>1</a></sup> two.<h2>B</h2><p>End.</p><section class=footnotes>"
    + "<h2>Notes</h2><ol><li id=f1><p>First. <a href='#r1'>↩</a></p><p>More.</p></li></ol></section>"

  @Test func notesByPolicy() throws {
    let episode = try readPage(noted).episode
    #expect(
      episode.lines == [
        "paragraph: One two.", "note 1: First.", "paragraph: More.", "heading 2: B",
        "paragraph: End.",
      ])
    #expect(episode.omitted(.noteMark) == ["1", "↩"])
    #expect(episode.omitted(.note) == ["Notes"])
    let silent = try readPage(noted) { $0.policies.notes = .omit }.episode
    #expect(silent.passages.map(\.text).filter { $0 != "Notes" } == ["One two.", "B", "End."])
    #expect(silent.omitted(.note).contains("First. "))
    #expect(silent.omitted(.note).contains("More."))
  }

  @Test func anAsideWithoutReference() throws {
    #expect(
      try pageLines("<p>a</p><aside role=doc-footnote>b</aside><p>c</p>") == [
        "paragraph: a", "note: b", "paragraph: c",
      ])
  }

  /// Notes that refer to each other, or to themselves, are read once.
  @Test func notesInACircle() throws {
    let lines = try pageLines(
      "<p>x<a role=doc-noteref href='#a'>1</a>.</p><div id=a role=doc-footnote>A"
        + "<a role=doc-noteref href='#b'>2</a></div><div id=b role=doc-footnote>B"
        + "<a role=doc-noteref href='#a'>1</a><a role=doc-noteref href='#b'>2</a></div>")
    #expect(lines == ["paragraph: x.", "note 1: A", "note 2: B"])
  }
}
