import Narration
import SpokenText
import Testing

@testable import Reading

/// What cites, and what is cited.
struct JATSCitationTests {
  static let list = """
    <ref-list><title>Literature</title>
    <ref id="b1"><label>1</label><mixed-citation><name><surname>Lindqvist</surname>\
    <given-names>M</given-names></name>. (<year>2019</year>). <article-title>Rest</article-title>. \
    <source>Sleep</source>, 1, 2–3.</mixed-citation></ref>
    <ref id="b2"><label>2</label><element-citation><person-group person-group-type="author"><name>\
    <surname>Ode</surname><given-names>KB</given-names></name><name><surname>Doe</surname>\
    <given-names>J</given-names></name></person-group><article-title>Coffee and sleep</article-title>\
    <source>Journal of Rest</source><year>2020</year><volume>12</volume><issue>3</issue>\
    <fpage>15</fpage><lpage>20</lpage><pub-id pub-id-type="doi">10.1000/abc</pub-id>\
    <pub-id pub-id-type="pmid">123</pub-id></element-citation></ref>
    <ref id="b3"><element-citation publication-type="book"><person-group person-group-type="author">\
    <name><surname>Okafor</surname><given-names>N</given-names></name><etal/></person-group>\
    <year>2018</year><source>The book of sleep</source><edition>2</edition>\
    <publisher-loc>Bern</publisher-loc><publisher-name>Rest Press</publisher-name>\
    </element-citation></ref>
    <ref id="b4"><mixed-citation>An entry without names, 2001.</mixed-citation></ref>
    <ref id="b5"><element-citation><collab>World Health Organization</collab>\
    <article-title>Numbers</article-title></element-citation></ref>
    </ref-list>
    """

  private func cite(_ id: String, _ text: String) -> String {
    "<xref ref-type=\"bibr\" rid=\"\(id)\">\(text)</xref>"
  }

  private func text(_ paragraph: String) throws -> (text: String, episode: Episode) {
    let episode = try readJATS(jats(body: "<p>\(paragraph)</p>", back: Self.list)).episode
    checkEveryLetterOfXML(episode, isInOrder: false)
    return (episode.passages[1].text, episode)
  }

  @Test func numbersBecomeNames() throws {
    let (text, episode) = try text("It helps [\(cite("b1", "1")), \(cite("b2", "2"))].")
    #expect(text == "It helps [Lindqvist, 2019; Ode & Doe, 2020].")
    // Each name leads to the number that it stands for.
    #expect(episode.slice(of: "Ode & Doe, 2020", in: episode.passages[1]) == "2")
    #expect(
      try self.text("It helps \(cite("b1", "[1]")).").text == "It helps (Lindqvist, 2019).")
    #expect(
      try self.text("It helps.<sup>\(cite("b3", "3"))</sup> Well.").text
        == "It helps. (Okafor et al., 2018) Well.")
    #expect(
      try self.text("It helps\(cite("b3", "<sup>3</sup>")).").text
        == "It helps (Okafor et al., 2018).")
    #expect(
      try self.text("So (see \(cite("b5", "5"))).").text
        == "So (see World Health Organization, n.d.).")
  }

  @Test func aSpanNamesWhatIsBetween() throws {
    #expect(
      try text("So [\(cite("b1", "1"))–\(cite("b3", "3"))].").text
        == "So [Lindqvist, 2019; Ode & Doe, 2020; Okafor et al., 2018].")
    #expect(
      try text("So [\(cite("b1 b2", "1,2"))].").text
        == "So [Lindqvist, 2019; Ode & Doe, 2020].")
  }

  @Test func whoWasJustNamedIsNotNamedAgain() throws {
    #expect(
      try text("Okafor et al. [\(cite("b3", "3"))] slept.").text == "Okafor et al. [2018] slept.")
    #expect(
      try text("Ode and Doe \(cite("b2", "[2]")) slept.").text == "Ode and Doe (2020) slept.")
    #expect(
      try text("Ode and others slept [\(cite("b2", "2"))].").text
        == "Ode and others slept [Ode & Doe, 2020].")
  }

  @Test func whatIsNamedStays() throws {
    #expect(
      try text("So (\(cite("b1", "Lindqvist, 2019"))).").text == "So (Lindqvist, 2019).")
    #expect(
      try text("Lindqvist (\(cite("b1", "2019"))) slept.").text == "Lindqvist (2019) slept.")
    // Nobody's name is guessed.
    #expect(try text("So [\(cite("b4", "4"))].").text == "So [4].")
  }

  @Test func missingEntriesAreTold() throws {
    let read = try readJATS(
      jats(body: "<p>So [\(cite("x", "9"))] and [\(cite("y", "10"))].</p>", back: Self.list))
    #expect(read.episode.passages[1].text == "So [9] and [10].")
    let notice = try #require(read.notices.first)
    #expect(notice.severity == .warning)
    #expect(notice.what.hasPrefix("2 citations lead to no entry"))
    #expect(notice.place?.hasPrefix("article.xml:") == true)
  }

  /// So many names would say less than the numbers, and a list of any length is read in one go.
  @Test func manyWorksKeepTheirNumbers() throws {
    let many = (0..<4_000).map { _ in cite("b1", "1") }.joined(separator: ", ")
    #expect(try text("So [\(many)].").text.hasPrefix("So [1, 1, 1, 1,"))
  }

  @Test func spoken() throws {
    let body = "<p>It helps.<sup>\(cite("b3", "3"))</sup> Doe [\(cite("b1", "1"))] agrees.</p>"
    let episode = try readJATS(jats(body: body, back: Self.list)).episode
    let script = Scriptwriter(normalizer: Normalizer()).script(of: episode).script
    let words = script.utterances.map(\.spoken)
    #expect(words.contains { $0.hasPrefix("Okafor and colleagues, twenty eighteen") })
    #expect(words.contains("Ode and Doe, twenty twenty."))
    #expect(words.contains("Journal of Rest, volume twelve."))
  }

  // MARK: The list

  @Test func theListIsAChapter() throws {
    let episode = try readJATS(jats(body: "<p>A.</p>", back: Self.list)).episode
    let chapter = try #require(episode.chapters.last)
    #expect(chapter.title == "Literature")
    #expect(
      chapter.passages.map(\.text) == [
        "Literature", "Lindqvist M. (2019). Rest. Sleep, 1, 2–3.",
        "Ode, K. B., & Doe, J. (2020). Coffee and sleep. Journal of Rest, 12(3), 15–20. "
          + "https://doi.org/10.1000/abc",
        "Okafor, N., et al. (2018). The book of sleep (2nd ed.). Bern: Rest Press.",
        "An entry without names, 2001.", "World Health Organization. Numbers.",
      ])
    #expect(chapter.passages.dropFirst().allSatisfy { $0.kind == .reference })
    let entry = chapter.passages[2]
    for words in ["2020", "Coffee", "12", "10.1000/abc"] {
      #expect(episode.slice(of: words, in: entry) == words)
    }
    #expect(episode.omitted(.noteMark) == ["1", "2"])
    #expect(episode.omitted(.metadata).contains("123"))
  }

  @Test func anUntitledListHasTheUsualName() throws {
    let list =
      "<ref-list><ref><nlm-citation><person-group><name><surname>Ode</surname>"
      + "<given-names>K</given-names></name></person-group><year>2020</year></nlm-citation></ref>"
      + "<ref><citation>Doe J. Rest. 2001.</citation></ref></ref-list>"
    let episode = try readJATS(jats(body: "<p>A.</p>", back: list)).episode
    #expect(
      episode.chapters.last?.passages.map(\.text) == [
        "References", "Ode, K. (2020).", "Doe J. Rest. 2001.",
      ])
  }

  @Test func oneFormOfAnEntryIsRead() throws {
    let list = """
      <ref-list><ref><citation-alternatives><element-citation><year>2020</year></element-citation>\
      <mixed-citation>Ode K. Rest. 2020.</mixed-citation></citation-alternatives></ref></ref-list>
      """
    let episode = try readJATS(jats(body: "<p>A.</p>", back: list)).episode
    #expect(episode.passages.last?.text == "Ode K. Rest. 2020.")
    #expect(episode.omitted(.alternative) == ["2020"])
  }
}
