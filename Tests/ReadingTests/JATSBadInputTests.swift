import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Articles that are damaged, hostile or strange.
struct JATSBadInputTests {
  private let sound = jats(
    body: "<sec><title>One</title><p>First <italic>x</italic>.</p><p>Second.</p></sec>",
    back: JATSCitationTests.list)

  /// What is read is what stands before the cut, with a warning that says where it is.
  @Test func cutAnywhere() throws {
    let bytes = Array(sound.utf8)
    for count in stride(from: 1, to: bytes.count - 12, by: 17) {
      let text = String(decoding: bytes[..<count], as: UTF8.self)
      do throws(ReadingError) {
        let read = try readJATS(text)
        #expect(read.notices.contains { $0.severity == .warning }, "\(count)")
        checkEveryLetterOfXML(read.episode, "\(count)", isInOrder: false)
      } catch {
        #expect([.empty, .unsupported].contains(error.kind), "\(error)")
      }
    }
    let text = sound.prefix(upTo: try #require(sound.firstRange(of: "Second")).upperBound)
    let read = try readJATS(String(text))
    #expect(read.episode.passages.map(\.text) == ["Otters", "One", "First x.", "Second"])
    let line = text.split(separator: "\n").count
    #expect(read.notices.contains { $0.place?.hasPrefix("article.xml:\(line):") == true })
  }

  @Test func noArticle() throws {
    do throws(ReadingError) {
      _ = try read("<book><p>Hello</p></book>", as: .jats, "book.xml")
      Issue.record("a book was read as an article")
    } catch {
      #expect(error.kind == .unsupported)
      #expect(error.complaint.place == "book.xml")
      #expect(error.complaint.remedy != nil)
    }
  }

  /// What is around an article tells of it, and several are read one after the other.
  @Test func articlesInAnEnvelope() throws {
    let text = """
      <set><header>Record</header><article><front><article-meta><title-group><article-title>One\
      </article-title></title-group></article-meta></front><body><p>A.</p></body></article>
      <article><body><p>B.</p></body></article></set>
      """
    let episode = try readJATS(text).episode
    #expect(episode.metadata.title == "One")
    #expect(episode.passages.map(\.text) == ["One", "A.", "B."])
    #expect(episode.omitted(.metadata) == ["Record"])
  }

  @Test(arguments: ["sec", "italic", "sup", "list", "fig", "disp-quote", "table-wrap", "abbrev"])
  func deepNesting(_ name: String) throws {
    let count = name == "sec" ? 100_000 : 20_000
    let text =
      "<p>" + String(repeating: "<\(name)>", count: count) + "In the depth."
      + String(repeating: "</\(name)>", count: count) + "</p>"
    let read = try readJATS(jats(body: text))
    #expect(read.episode.passages.contains { $0.text.contains("In the depth.") })
    #expect(read.notices.contains { $0.what.contains("nest") })
  }

  @Test func crossedTagsEndTheText() throws {
    let read = try readJATS(jats(body: "<p>One <italic>two</p></italic><p>Three.</p>"))
    #expect(read.episode.passages.map(\.text) == ["Otters", "One two"])
    #expect(read.notices.contains { $0.what.contains("damaged") })
    let lost = try #require(read.episode.omitted(.damaged).first)
    #expect(lost.hasPrefix("p></italic><p>Three.</p>"))
    #expect(lost.hasSuffix("</article>"))
  }

  @Test func externalEntitiesAreNotRead() throws {
    let text = jats(body: "<p>As in &ch2;.</p>").replacing(
      ".dtd\">", with: ".dtd\" [<!ENTITY ch2 SYSTEM \"chapter2.xml\">]>")
    let read = try readJATS(text)
    #expect(read.episode.passages.map(\.text) == ["Otters", "As in &ch2;."])
    #expect(read.episode.slice(of: "&ch2;", in: read.episode.passages[1]) == "&ch2;")
    let line = text.split(separator: "\n").firstIndex { $0.contains("As in") } ?? 0
    #expect(read.notices.first?.place?.hasPrefix("article.xml:\(line + 1):") == true)
    #expect(read.notices.first?.what.contains("&ch2;") == true)
    checkEveryLetterOfXML(read.episode)
  }

  /// Figures that mention each other, and notes that refer to each other and to themselves.
  @Test func cycles() throws {
    let floats = (0..<600).map { number in
      "<fig id=\"f\(number)\"><caption><p>Figure \(number), see <xref ref-type=\"fig\" "
        + "rid=\"f\((number + 1) % 600)\">another</xref>.</p></caption></fig>"
    }
    let notes = (0..<400).map { number in
      "<fn id=\"n\(number)\"><p>Note \(number).<xref ref-type=\"fn\" "
        + "rid=\"n\((number + 1) % 400)\">x</xref></p></fn>"
    }
    let body =
      "<p>See <xref ref-type=\"fig\" rid=\"f0\">it</xref>.<xref ref-type=\"fn\" rid=\"n0\">x"
      + "</xref></p>"
    let text = jats(
      body: body, back: "<fn-group>\(notes.joined())</fn-group>",
      after: "<floats-group>\(floats.joined())</floats-group>")
    for policy in NotePolicy.allCases {
      let episode = try readJATS(text) { $0.policies.notes = policy }.episode
      #expect(episode.passages.count { $0.kind == .caption } == 600)
      let count = episode.passages.count { if case .note = $0.kind { true } else { false } }
      #expect(count == (policy == .omit ? 0 : 400))
      checkEveryLetterOfXML(episode, isInOrder: false)
    }
  }

  /// Text where none belongs is not lost.
  @Test func textBetweenBlocks() throws {
    let body = """
      stray<sec>inner<title>T</title><p>P</p></sec><list>odd<list-item>L</list-item></list>
      <table-wrap><table>here<tr>there<td>C</td><td>D</td></tr></table></table-wrap><fig>F</fig>
      """
    let text = jats(body: body, back: "<ref-list>R<ref>S<label>1</label></ref></ref-list>")
    let episode = try readJATS(text).episode
    checkEveryLetterOfXML(episode, isInOrder: false)
    let said = episode.passages.map(\.text).joined(separator: " ")
    for word in ["stray", "inner", "odd", "here", "there", "F", "R", "S"] {
      #expect(said.contains(word), "\(word)")
    }
  }

  private static let leaves = [
    "word", "A sentence. ", "<italic>i</italic>", "<sup>2</sup>", "<sub>x</sub>", "&amp;",
    "<break/>",
    "<xref ref-type=\"bibr\" rid=\"b1\">1</xref>", "<xref ref-type=\"bibr\" rid=\"no\">9</xref>",
    "<xref ref-type=\"fig\" rid=\"f1\">Fig. 1</xref>", "<xref ref-type=\"fn\" rid=\"n1\">x</xref>",
    "<xref ref-type=\"aff\" rid=\"a\">a</xref>", "<fn id=\"n2\"><label>q</label><p>note</p></fn>",
    "<label>lab</label>", "<title>title</title>", "<email>a@b.org</email>", "<uri>u</uri>",
    "<tex-math>\\alpha x</tex-math>", "<abbrev>ab<def><p>long</p></def></abbrev>",
    "<mml:math><mml:mfrac><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mfrac></mml:math>",
    "<object-id>id</object-id>", "<strike>gone</strike>",
    "<name><surname>Ode</surname><given-names>K</given-names></name>", "<year>2001</year>",
    "<element-citation><name><surname>Ode</surname><given-names>K</given-names></name>"
      + "<source>src</source><weird>w</weird><comment>c</comment></element-citation>",
    "<unknown>u</unknown>", "<p>para</p>", "<index-term><term>t</term></index-term>", "[", "]",
    ", ",
  ]
  private static let branches = [
    "p", "sec", "list", "list-item", "fig", "caption", "table-wrap", "table", "tr", "td", "thead",
    "disp-quote", "verse-group", "verse-line", "boxed-text", "def-list", "def-item", "term", "def",
    "disp-formula", "inline-formula", "alternatives", "fn-group", "fn", "ref-list", "ref",
    "mixed-citation", "element-citation", "person-group", "statement", "ack", "app", "glossary",
    "supplementary-material", "preformat", "table-wrap-foot", "citation-alternatives", "abstract",
    "code", "entry", "row", "tgroup", "string-name",
  ]

  private func generate(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    ElementGenerator(
      leaves: Self.leaves, branches: Self.branches,
      attributes: ["", " id=\"f1\"", " id=\"n1\"", " id=\"b1\""]
    )
    .content(depth, &generator)
  }

  /// Elements in any order and any other: every letter is in a passage or declared.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func nothingIsLost(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let text = jats(
        meta: generate(2, &generator), body: generate(5, &generator), back: generate(4, &generator),
        after: "<floats-group>\(generate(3, &generator))</floats-group>"
          + "<sub-article><body>\(generate(3, &generator))</body></sub-article>")
      for policy in NotePolicy.allCases {
        let episode = try readJATS(text) { $0.policies.notes = policy }.episode
        checkEveryLetterOfXML(episode, text, isInOrder: false)
      }
    }
  }

  /// Tags that go, stand twice or cross: what stands before is read, the rest is declared.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingIsLostOfWhatIsDamaged(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = TagScan.damaged(
        jats(
          meta: generate(1, &generator), body: generate(4, &generator),
          back: generate(3, &generator) + JATSCitationTests.list), &generator)
      do throws(ReadingError) {
        let read = try readJATS(text)
        checkEveryLetterOfXML(read.episode, text, isInOrder: false)
      } catch {
        #expect([.empty, .unsupported].contains(error.kind), "\(error)")
      }
    }
  }
}
