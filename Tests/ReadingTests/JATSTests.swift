import Narration
import SpokenText
import Testing

@testable import Reading

/// An article of JATS around some content.
func jats(
  title: String = "<article-title>Otters</article-title>", meta: String = "", body: String = "",
  back: String = "", after: String = "", attributes: String = "xml:lang=\"en\""
) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3 20210610//EN" \
  "JATS-journalpublishing1-3.dtd">
  <article xmlns:xlink="http://www.w3.org/1999/xlink" \
  xmlns:mml="http://www.w3.org/1998/Math/MathML" \(attributes)>
  <front><journal-meta><journal-title-group><journal-title>Journal of Rest</journal-title>\
  </journal-title-group><issn>1234-5678</issn></journal-meta>
  <article-meta><title-group>\(title)</title-group>\(meta)</article-meta></front>
  <body>\(body)</body><back>\(back)</back>\(after)</article>
  """
}

/// What an article of JATS becomes.
struct JATSTests {
  // MARK: Front matter

  @Test func metadata() throws {
    let meta = """
      <contrib-group><contrib contrib-type="author"><name><surname>Lindqvist</surname>\
      <given-names>Mara</given-names></name></contrib>
      <contrib contrib-type="author"><name name-style="eastern"><surname>Li</surname>\
      <given-names>Wei</given-names></name></contrib>
      <contrib contrib-type="author"><collab>Otter Group<contrib-group><contrib><name>\
      <surname>Hidden</surname></name></contrib></contrib-group></collab></contrib>
      <contrib contrib-type="editor"><name><surname>Editor</surname></name></contrib></contrib-group>
      <aff>University of Rest</aff>
      <pub-date pub-type="ppub"><year>2022</year></pub-date>
      <pub-date pub-type="epub"><day>3</day><month>March</month><year>2021</year></pub-date>
      <permissions><copyright-statement>All rights</copyright-statement></permissions>
      <kwd-group><kwd>otter</kwd></kwd-group>
      <funding-group><funding-statement>Paid by us</funding-statement></funding-group>
      """
    let title = "<article-title>Otters &amp; sleep<xref ref-type=\"fn\" rid=\"n\">*</xref>"
    let episode = try readJATS(
      jats(title: title + "</article-title>", meta: meta, body: "<p>They sleep.</p>")
    ).episode
    #expect(episode.metadata.title == "Otters & sleep")
    #expect(episode.metadata.artist == "Mara Lindqvist, Li Wei, Otter Group")
    #expect(episode.metadata.album == "Journal of Rest")
    #expect(episode.metadata.date == "2021-03-03")
    #expect(episode.metadata.language == "en")
    #expect(episode.passages.map(\.text) == ["Otters & sleep", "They sleep."])
    #expect(episode.passages[0].kind == .heading(level: 1))
    let declared = episode.omitted(.metadata).joined(separator: "|")
    for text in [
      "1234-5678", "Lindqvist", "Hidden", "Editor", "University of Rest", "All rights",
      "otter", "Paid by us",
    ] {
      #expect(declared.contains(text), "\(text)")
    }
    #expect(episode.omitted(.noteMark) == ["*"])
    checkEveryLetterOfXML(episode, isInOrder: false)
  }

  @Test(
    arguments: [
      (
        "<pub-date date-type=\"pub\" iso-8601-date=\"2019-05-06T00:00:00Z\"><year>2019</year></pub-date>",
        "2019-05-06"
      ),
      ("<pub-date><year>2019</year><month>13</month></pub-date>", "2019"),
      ("<pub-date><year>2019</year><month>2</month><day>30</day></pub-date>", "2019-02"),
      ("<pub-date><year>MMXX</year></pub-date>", nil),
    ] as [(String, String?)])
  func dates(_ meta: String, _ date: String?) throws {
    #expect(try readJATS(jats(meta: meta, body: "<p>A.</p>")).episode.metadata.date == date)
  }

  @Test func abstracts() throws {
    let meta = """
      <abstract><sec><title>Aims</title><p>To sleep.</p></sec></abstract>
      <abstract abstract-type="teaser"><p>Short form.</p></abstract>
      <trans-abstract xml:lang="de"><p>Schlafen.</p></trans-abstract>
      """
    let episode = try readJATS(jats(meta: meta)).episode
    #expect(episode.passages.map(\.text) == ["Otters", "Abstract", "Aims", "To sleep."])
    #expect(
      episode.passages.map(\.kind) == [
        .heading(level: 1), .heading(level: 2), .heading(level: 3), .paragraph,
      ])
    // The heading is an insertion: it stands for no byte of the source.
    #expect(episode.passages[1].runs.source(of: 0..<8).isEmpty)
    #expect(episode.omitted(.alternative) == ["Short form.", "Schlafen."])
  }

  // MARK: Body

  @Test func sectionsAndBlocks() throws {
    let body = """
      <sec><label>1</label><title>Methods</title><p>We looked.</p>
      <sec><title>Animals</title>
      <list list-type="alpha-lower"><list-item><p>Old.</p></list-item>
      <list-item><p>Young.</p></list-item></list>
      <list><list-item><label>3.</label><p>Third.</p></list-item></list>
      <disp-quote><p>To sleep.</p></disp-quote>
      <verse-group><verse-line>One line</verse-line><verse-line>Another</verse-line></verse-group>
      <boxed-text><label>Box 1</label><caption><title>Facts</title></caption><p>It swims.</p>
      </boxed-text>
      <def-list><def-item><term>REM</term><def><p>A phase.</p></def></def-item></def-list>
      <preformat>let x = 1</preformat>
      </sec></sec>
      """
    let episode = try readJATS(jats(body: body)).episode
    let passages = episode.passages
    #expect(
      passages.map(\.text) == [
        "Otters", "1 Methods", "We looked.", "Animals", "Old.", "Young.", "Third.", "To sleep.",
        "One line", "Another", "Box 1 Facts", "It swims.", "REM", "A phase.", "",
      ])
    #expect(
      passages.map(\.kind) == [
        .heading(level: 1), .heading(level: 2), .paragraph, .heading(level: 3),
        .listItem(marker: "a)"), .listItem(marker: "b)"), .listItem(marker: "3."), .quote, .verse,
        .verse, .heading(level: 4), .paragraph, .paragraph, .paragraph, .code,
      ])
    checkEveryLetterOfXML(episode, isInOrder: false)
  }

  @Test func spans() throws {
    let body = """
      <p>H<sub>2</sub>O, <italic>in vitro</italic>, <ext-link ext-link-type="uri" \
      xlink:href="https://example.org/a">the site</ext-link>, <abbrev>HIV<def><p>human \
      immunodeficiency virus</p></def></abbrev>, <named-content xml:lang="de">Wort</named-content>\
      <!-- no --><?no pi?><strike>gone</strike>.</p>
      """
    let episode = try readJATS(jats(body: body)).episode
    let passage = try #require(episode.passages.last)
    #expect(passage.text == "H₂O, in vitro, the site, HIV, Wort.")
    let kinds = passage.spans.map(\.kind)
    #expect(
      kinds == [
        .emphasis, .link(target: "https://example.org/a"),
        .expansion("human immunodeficiency virus"), .language("de"),
      ])
    #expect(episode.omitted(.deleted) == ["gone"])
    #expect(episode.omitted(.alternative) == ["human immunodeficiency virus"])
    #expect(episode.slice(of: "the site", in: passage) == "the site")
  }

  @Test func formulas() throws {
    let body = """
      <p>As <disp-formula><label>(1)</label><mml:math><mml:mi>E</mml:mi><mml:mo>=</mml:mo>\
      <mml:mi>m</mml:mi><mml:msup><mml:mi>c</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>\
      </disp-formula>, <inline-formula><alternatives><tex-math>$x$</tex-math><mml:math>\
      <mml:mfrac><mml:mrow><mml:mi>a</mml:mi><mml:mo>+</mml:mo><mml:mn>1</mml:mn></mml:mrow>\
      <mml:mi>b</mml:mi></mml:mfrac></mml:math></alternatives></inline-formula> and \
      <inline-formula><tex-math>\\documentclass{minimal}\\begin{document}$$\\frac{a}{b_{1}} \\le \
      \\alpha^{2}$$\\end{document}</tex-math></inline-formula>.</p>
      """
    let episode = try readJATS(jats(body: body)).episode
    let passage = try #require(episode.passages.last)
    #expect(passage.text == "As E = mc² (1), (a + 1)/b and (a)/(b₁) ≤ α².")
    #expect(episode.omitted(.alternative) == ["$x$"])
    #expect(
      episode.omitted(.code) == ["\\documentclass{minimal}\\begin{document}", "\\end{document}"])
    checkEveryLetterOfXML(episode, isInOrder: false)
  }

  @Test func notes() throws {
    let body = """
      <sec><title>One</title><p>It rained.<xref ref-type="fn" rid="n1"><sup>1</sup></xref> It \
      stopped.<fn id="n2"><label>2</label><p>In May.</p></fn></p></sec><sec><title>Two</title>\
      <p>Then.</p></sec>
      """
    let back = """
      <fn-group><title>Notes</title><fn id="n1"><label>1</label><p>For a day, see \
      <xref ref-type="fn" rid="n1">1</xref>.</p></fn></fn-group>
      <fn-group><title>Interests</title><fn><p>None.</p></fn></fn-group>
      """
    let episode = try readJATS(jats(body: body, back: back)).episode
    #expect(
      episode.passages.map(\.text) == [
        "Otters", "One", "It rained. It stopped.", "For a day, see .", "In May.", "Two", "Then.",
        "Interests", "None.",
      ])
    #expect(episode.passages[3].kind == .note(mark: "1"))
    #expect(episode.passages[4].kind == .note(mark: "2"))
    #expect(episode.omitted(.note) == ["Notes"])
    checkEveryLetterOfXML(episode, isInOrder: false)
  }

  // MARK: Figures and tables

  @Test func floatsFollowTheirFirstMention() throws {
    let body = """
      <sec><title>One</title><p>See <xref ref-type="fig" rid="f1">Figure 1</xref>.</p>\
      <p>See <xref ref-type="fig" rid="f1">Figure 1</xref> again.</p></sec>
      """
    let floats = """
      <floats-group><fig id="f2"><label>Figure 2</label><caption><p>Unmentioned.</p></caption></fig>
      <fig id="f1"><label>Figure 1</label><caption><title>An otter.</title><p>It sleeps.</p></caption>
      <alt-text>A brown otter</alt-text><graphic xlink:href="no.png"/>
      <permissions><copyright-statement>CC BY</copyright-statement></permissions></fig></floats-group>
      """
    let episode = try readJATS(jats(body: body, after: floats)).episode
    #expect(
      episode.passages.map(\.text) == [
        "Otters", "One", "See Figure 1.", "Figure 1. An otter.", "It sleeps.", "A brown otter",
        "See Figure 1 again.", "Figure 2. Unmentioned.",
      ])
    #expect(episode.passages[3].kind == .caption)
    #expect(episode.passages[5].kind == .figure)
    #expect(episode.slice(of: "brown", in: episode.passages[5]) == "A brown otter")
    #expect(episode.omitted(.metadata).contains("CC BY"))
    checkEveryLetterOfXML(episode, isInOrder: false)
  }

  @Test func tables() throws {
    let body = """
      <table-wrap id="t1"><label>Table 1</label><caption><p>Doses</p></caption>
      <alternatives><graphic xlink:href="t.png"/><table><thead><tr><th>Drug</th><th>Dose</th></tr>\
      </thead><tbody><tr><td>Tea</td><td>3 mg<xref ref-type="table-fn" rid="a">a</xref></td></tr>\
      </tbody></table></alternatives>
      <table-wrap-foot><fn id="a"><label>a</label><p>Per day.</p></fn></table-wrap-foot></table-wrap>
      """
    let episode = try readJATS(jats(body: body)).episode
    #expect(
      episode.passages.dropFirst().map(\.text) == [
        "Table 1. Doses", "Drug", "Dose", "Tea", "3 mg", "Per day.",
      ])
    #expect(episode.passages[5].kind == .tableCell(row: 1, column: 1, headers: ["Dose"]))
    #expect(episode.passages[6].kind == .note(mark: "a"))
    checkEveryLetterOfXML(episode, isInOrder: false)
  }

  @Test func tablesOfCALS() throws {
    let body = """
      <table-wrap><table><tgroup cols="2"><colspec colname="c1"/><thead><row><entry>Drug</entry>\
      <entry>Dose</entry></row></thead><tbody><row><entry morerows="1">Tea</entry><entry>1</entry>\
      </row><row><entry>2</entry></row></tbody></tgroup></table></table-wrap>
      """
    let passages = try readJATS(jats(body: body)).episode.passages.dropFirst()
    #expect(passages.map(\.text) == ["Drug", "Dose", "Tea", "1", "2"])
    #expect(passages.last?.kind == .tableCell(row: 2, column: 1, headers: ["Dose"]))
  }

  // MARK: Parts behind

  @Test func partsBehind() throws {
    let back = """
      <ack><p>We thank them.</p></ack><app-group><app><title>Appendix A</title><p>More.</p></app>\
      </app-group><glossary><p>Words.</p></glossary>
      """
    let answer = """
      <sub-article article-type="decision-letter"><front-stub><aff>Bern</aff></front-stub>\
      <body><p>Fine.</p></body></sub-article>
      <response response-type="reply"><front-stub><title-group><article-title>Thanks</article-title>\
      </title-group></front-stub><body><p>Well.</p></body></response>
      """
    let episode = try readJATS(jats(body: "<p>A.</p>", back: back, after: answer)).episode
    #expect(
      episode.passages.map(\.text) == [
        "Otters", "A.", "Acknowledgements", "We thank them.", "Appendix A", "More.", "Glossary",
        "Words.", "Decision letter", "Fine.", "Thanks", "Well.",
      ])
    #expect(episode.omitted(.metadata).contains("Bern"))
  }
}
