import Narration
import NarrationTesting
import Testing

@testable import Reading

struct FeedTests {
  private static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
     xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:podcast="https://podcastindex.org/namespace/1.0"
     xmlns:psc="http://podlove.org/simple-chapters">
    <channel><title>Talking &amp; Science</title><link>https://example.org</link>
    <language>en-GB</language><description>A show about things.</description>
    <itunes:author>Lena Ode</itunes:author>
    """

  private func feed(_ items: String...) -> String {
    Self.head + items.map { "<item>\($0)</item>" }.joined(separator: "\n") + "</channel></rss>"
  }

  private func readFeed(_ text: String, item: String? = nil) throws -> ReadEpisode {
    var options = EpisodeReader.Options()
    options.item = item
    return try EpisodeReader(options).read(bytes: Array(text.utf8), named: "feed.xml")
  }

  private func check(_ episode: Episode, _ words: String...) {
    checkPlaces(episode)
    for word in words { #expect(episode.slice(of: word) != nil, "\(word)") }
  }

  // MARK: RSS

  @Test func contentInCDATA() throws {
    let text = feed(
      """
      <title><![CDATA[Sleep &amp; <i>memory</i>]]></title><pubDate>Sat, 01 Mar 2025 22:00:00 -0500</pubDate>
      <guid>abc</guid><dc:creator>Ann Ode</dc:creator><itunes:subtitle>In short</itunes:subtitle>
      <description>Short.</description>
      <content:encoded><![CDATA[<h2>Intro</h2><p>Does sleep &amp; rest <b>help</b>?</p>
      <ul><li>One</li></ul>]]></content:encoded>
      """)
    let read = try readFeed(text)
    let episode = read.episode
    #expect(read.notices == [])
    #expect(episode.turns == ["Sleep & memory", "Intro", "Does sleep & rest help?", "One"])
    #expect(
      episode.passages.map(\.kind) == [
        .heading(level: 1), .heading(level: 2), .paragraph, .listItem(marker: "•"),
      ])
    #expect(
      episode.metadata
        == Metadata(
          title: "Sleep & memory", album: "Talking & Science", artist: "Ann Ode",
          language: "en-GB", date: "2025-03-01", comment: "In short"))
    #expect(episode.slice(of: "sleep & rest") == "sleep &amp; rest")
    #expect(episode.slice(of: "memory") == "memory")
    #expect(episode.omitted(.alternative) == ["Short."])
    #expect(episode.omitted(.metadata).contains("abc"))
    #expect(episode.omitted(.metadata).contains("A show about things."))
    checkPlaces(episode)
  }

  /// Escaped once for XML, and inside once for HTML.
  @Test func contentThatIsEscaped() throws {
    let episode = try readFeed(
      feed(
        "<description>&lt;p&gt;Ann&amp;#8217;s &amp;amp; &lt;i&gt;it&lt;/i&gt;&amp;nbsp;&amp;lt;b&amp;gt;"
          + "&lt;/p&gt;&lt;p&gt;Two &#233;.&lt;/p&gt;</description>")
    ).episode
    #expect(episode.turns == ["Ann’s & it <b>", "Two é."])
    #expect(episode.slice(of: "Ann’s") == "Ann&amp;#8217;s")
    #expect(episode.slice(of: "it") == "it")
    #expect(episode.slice(of: "é") == "&#233;")
    #expect(episode.slice(of: "<b>") == "&amp;lt;b&amp;gt;")
    #expect(episode.passages.first?.spans.map(\.kind) == [.emphasis])
  }

  /// Without blocks of HTML the lines are what the author had in mind.
  @Test func notesInPlainText() throws {
    let episode = try readFeed(
      feed(
        "<title>Notes</title><description>First of AT&amp;amp;T.\n\nSecond &lt;b&gt;one&lt;/b&gt;.\n\n"
          + "- item\n- other</description>")
    ).episode
    #expect(episode.turns == ["Notes", "First of AT&T.", "Second one.", "item", "other"])
    #expect(episode.slice(of: "AT&T") == "AT&amp;amp;T")
  }

  @Test func theTitleIsSaidOnce() throws {
    let episode = try readFeed(
      feed(
        "<title>On sleep</title><description>&lt;p&gt;On Sleep.&lt;/p&gt;&lt;p&gt;It is good.&lt;/p&gt;</description>"
      )
    ).episode
    #expect(episode.turns == ["On Sleep.", "It is good."])
    #expect(episode.passages.first?.kind == .heading(level: 1))
    #expect(episode.omitted(.repetition) == ["On sleep"])
  }

  @Test func boilerplateIsOmitted() throws {
    let text = feed(
      """
      <title>Sleep</title><content:encoded><![CDATA[<p>Subscribe to nothing. It is a talk.</p>
      <p>Support this podcast at example.org</p><p>Apple Podcasts | Spotify</p>
      <p>Hosted on Acast. See acast.com/privacy.</p>
      <p>Bye. The post <a href="x">Sleep</a> appeared first on <a href="y">Talk</a>.</p>]]></content:encoded>
      """)
    let episode = try readFeed(text).episode
    #expect(
      episode.turns == [
        "Sleep", "Subscribe to nothing. It is a talk.", "Support this podcast at example.org",
        "Apple Podcasts | Spotify", "Hosted on Acast. See acast.com/privacy.", "Bye.",
      ])
    #expect(
      episode.omitted(.feedBoilerplate)
        == [#"The post <a href="x">Sleep</a> appeared first on <a href="y">Talk</a>."#])
    let all = try readFeed(text.replacing("Bye. ", with: "")).episode
    #expect(all.turns == ["Sleep", "Subscribe to nothing. It is a talk."])
    #expect(all.omitted(.feedBoilerplate).count == 4)
    checkPlaces(all)
    var options = EpisodeReader.Options()
    options.keepsBoilerplate = true
    let kept = try EpisodeReader(options).read(bytes: Array(text.utf8), named: "feed.xml").episode
    #expect(kept.turns.count == 6)
  }

  @Test(arguments: [
    "Our sponsor Spotify paid for this.", "Follow us into the dark cave of sleep research.",
    "We talk about support and the show of force.",
  ])
  func whatLooksLikeAnEnding(_ text: String) {
    #expect(!FeedEnding.isEnding(text))
  }

  // MARK: Items

  private var several: String {
    feed(
      "<title>Old one</title><pubDate>Sat, 01 Feb 2025 10:00:00 GMT</pubDate><description>Old.</description>",
      "<title>Late one</title><pubDate>1 Mar 2025 23:30:00 -0500</pubDate><description>Late.</description>",
      "<title>New one</title><pubDate>Sun, 2 Mar 25 04:00:00 GMT</pubDate><description>New.</description>",
      "<title>Undated</title><description>When?</description>")
  }

  @Test(arguments: [
    (nil, "Late one"), ("1", "Late one"), ("2", "New one"), ("4", "Undated"), ("OLD", "Old one"),
    ("one late", "Late one"), ("new one", "New one"),
  ])
  func anItemIsChosen(_ item: String?, _ title: String) throws {
    let episode = try readFeed(several, item: item).episode
    #expect(episode.metadata.title == title)
    #expect(episode.omitted(.otherItem).count == 3)
    checkPlaces(episode)
  }

  @Test(arguments: ["one", "5", "0", "nothing", "99999999999999999999"])
  func noItemIsChosen(_ item: String) throws {
    let error = #expect(throws: ReadingError.self) { try readFeed(several, item: item) }
    #expect(error?.complaint.remedy?.contains("“Late one”, “New one”") == true)
  }

  @Test func withoutDatesTheFirstIsNewest() throws {
    let text = feed("<title>A</title>", "<title>B</title>")
    #expect(try readFeed(text).episode.metadata.title == "A")
  }

  @Test(arguments: [
    ("Sat, 01 Mar 2025 22:00:00 -0500", "2025-03-01", 1620),
    ("2025-03-02T01:00:00+02:00", "2025-03-02", 1380),
    ("1 Mar 25 00:00 EST", "2025-03-01", 300), ("2025-03-01", "2025-03-01", 0),
  ])
  func dates(_ text: String, _ day: String, _ minutes: Int) throws {
    let date = try #require(FeedDate(text))
    let first = try #require(FeedDate("2025-03-01T00:00:00Z"))
    #expect(date.day == day)
    #expect(date.minutes - first.minutes == minutes)
    #expect(FeedDate("Sat, 31 Feb 2025 22:00:00") == nil)
    #expect(FeedDate("soon") == nil)
  }

  // MARK: Atom and RSS 1.0

  @Test func atom() throws {
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Atomschau</title>
      <author><name>Uli</name></author>
      <entry><title type="html">Ein &amp;amp; Zwei</title><updated>2025-03-01T10:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Erster&nbsp;Absatz.</p></div></content>
      <summary>kurz</summary></entry>
      <entry><title>a &lt; b</title><published>2025-02-01</published><content type="text">Nur &lt;b&gt; Text.</content></entry>
      <entry><title>Drei</title><published>2025-01-01</published><content type="html">&lt;p&gt;Eins&lt;/p&gt;&lt;p&gt;Zwei&lt;/p&gt;</content></entry>
      </feed>
      """
    let first = try readFeed(text).episode
    #expect(first.turns == ["Ein & Zwei", "Erster Absatz."])
    #expect(
      first.metadata
        == Metadata(
          title: "Ein & Zwei", album: "Atomschau", artist: "Uli", language: "de",
          date: "2025-03-01", comment: "kurz"))
    #expect(first.slice(of: "Absatz") == "Absatz")
    #expect(try readFeed(text, item: "2").episode.turns == ["a < b", "Nur <b> Text."])
    #expect(try readFeed(text, item: "3").episode.turns == ["Drei", "Eins", "Zwei"])
  }

  @Test func rssOne() throws {
    let text = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="x"><title>Show</title></channel>
      <item><title>One</title><description>Text.</description></item></rdf:RDF>
      """
    let episode = try readFeed(text).episode
    #expect(episode.turns == ["One", "Text."])
    #expect(episode.metadata.album == "Show")
  }

  // MARK: Bad input

  @Test func externalEntitiesAreNotRead() throws {
    let text = feed("<title>One &x;</title><description>&lt;p&gt;Two &x; &amp;x;</description>")
      .replacing("<rss", with: "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss")
    let read = try read(text, "feed.xml")
    #expect(read.episode.turns == ["One &x;", "Two &x; &x;"])
    #expect(read.episode.slice(of: "&x;") == "&x;")
    #expect(read.notices.map(\.severity) == [.warning])
    #expect(read.notices[0].place?.hasPrefix("feed.xml:8:") == true, "\(read.notices)")
    #expect(read.notices[0].what.contains("external entities are never read: &x;"))
  }

  @Test func aFeedThatIsCut() throws {
    let whole = several
    let cut = try #require(whole.firstRange(of: "New.</desc"))
    let read = try readFeed(String(whole[..<cut.upperBound]))
    #expect(read.episode.turns == ["Late one", "Late."])
    #expect(read.notices.map(\.severity) == [.warning])
    let last = try readFeed(String(whole[..<cut.upperBound]), item: "new")
    #expect(last.episode.turns == ["New one", "New."])
  }

  /// Whatever is cut off or changed, no letter of it is lost.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func mutilated(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let whole = feed(
      "<title>Сон &amp; more</title><content:encoded><![CDATA[<p>Жаба &amp; <b>слово</b></p>"
        + "<p>Да</p>]]></content:encoded>",
      "<title>Другое</title><description>&lt;p&gt;Еще ٣&lt;/p&gt;</description>")
    for _ in 0..<200 {
      let text = TagScan.damaged(whole, &generator)
      guard let read = try? read(text, as: .feed) else { continue }
      checkEveryLetter(read.episode, text, where: isOfNoMarkup)
    }
  }

  /// Whatever bytes stand where, nothing traps, and what is read has its place.
  @Test(arguments: [1, 2] as [UInt64])
  func anyBytes(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let whole = Array(
      feed("<title>A</title><description>&lt;p&gt;Ж <![CDATA[<b>B</b>]]></description>").utf8)
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.removeSubrange(at..<min(bytes.count, at + 1))
        case 1: bytes[at] = Array("<&>]\"".utf8).randomElement(using: &generator) ?? 0
        default: bytes.removeSubrange(at..<min(bytes.count, at + 40))
        }
      }
      if let read = try? read(bytes: bytes, as: .feed) {
        checkPlaces(read.episode, read.episode.source.text)
      }
    }
  }

  private static let pieces = [
    "жаба ", "слово ٣. ", "Да\n\n", "- еще\n", "<p>", "</p>", "<b>", "</b>", "<ul><li>", "</ul>",
    "<br>", "&amp;", "&nbsp;", "&eacute;", "&", "< ", "<a href=\"x?a&amp;b\">", "</a>", "<del>",
    "</del>", "<!-- x -->", "<blockquote>", "</blockquote>", "<table><tr><td>", "</table>", "\r\n",
    "<pre>", "</pre>", "<h2>", "</h2>", "<script>", "</script>", "<sup>2</sup>", "\t", "😀", "",
    "The post жаба appeared first on слово.", "Subscribe on Apple", "<ruby>да<rt>нет</rt></ruby>",
  ]

  /// Bodies put together at random, in CDATA, escaped, or as they stand: no letter of theirs is lost.
  ///
  /// What is said is written in Cyrillic letters here, of which no markup has any.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func nothingIsLost(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      var body = ""
      for _ in 0..<Int.random(in: 1...25, using: &generator) {
        body += Self.pieces.randomElement(using: &generator) ?? ""
      }
      let escaped = body.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      for written in ["<![CDATA[\(body)]]>", escaped, "a<![CDATA[\(body)]]>\(escaped)"] {
        for name in ["description", "content:encoded"] {
          let text = feed(
            "<title>Слово &amp;amp; да</title><\(name)>\(written)</\(name)>",
            "<title>Другое</title>")
          checkEveryLetter(try readFeed(text).episode, text, where: isOfNoMarkup)
        }
      }
    }
  }

  @Test func itemsWithoutMuch() throws {
    #expect(try readFeed(feed("<description>Body.</description>")).episode.turns == ["Body."])
    #expect(try readFeed(feed("<title>Title</title>")).episode.turns == ["Title"])
    #expect(throws: ReadingError.self) { try readFeed(feed("<guid>x</guid>")) }
    let none = #expect(throws: ReadingError.self) { try readFeed(feed()) }
    #expect(none?.complaint.what == "the feed has no items")
    #expect(throws: ReadingError.self) {
      try read("<opml><body/></opml>", as: .feed)
    }
  }

  @Test func tooLong() {
    var options = EpisodeReader.Options()
    options.byteLimit = 500
    #expect(failure(Array(several.utf8), "feed.xml", options)?.kind == .tooLarge)
  }

  @Test func prefixesThatNobodyDeclared() throws {
    let text =
      "<rss><channel><item><title>Q&A</title><content:encoded>Body & all.</content:encoded></item></channel></rss>"
    #expect(try readFeed(text).episode.turns == ["Q&A", "Body & all."])
  }
}
