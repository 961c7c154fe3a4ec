import Narration
import Testing

@testable import Reading

/// The article of a page, what is furniture around it, and what the page says of itself.
struct HTMLPageTests {
  private let sentence =
    "The otter sleeps on its back in the river and holds on to its kin until the morning comes. "

  private var page: String {
    """
    <!DOCTYPE html><html lang="en-GB"><head><title>Otters at night | The River Post</title>
    <meta property="og:site_name" content="The River Post">
    <meta name="author" content="Ada Reed &amp; Ben Gray">
    <meta property="article:published_time" content="2024-05-06T08:00:00Z">
    <meta name="description" content="How otters  sleep."><style>p { color: red }</style></head>
    <body class="has-sidebar share-enabled"><a class="skip-link" href="#main">Skip to content</a>
    <header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
    <div class="breadcrumbs"><a href="/">Start</a> › <a href="/w">Wildlife</a></div>
    <main id="main"><article><header><h1>Otters at night <a class="headerlink" href="#o">¶</a></h1>
    </header><div class="share-bar"><a href="t">Tweet this</a></div>
    <p>\(sentence)</p><p>Short end.</p>
    <form class="newsletter"><p>Our letters</p><input><button>Subscribe</button></form>
    <script>var x = "not text";</script></article>
    <aside class="related"><h3>Related</h3><ul><li><a href="1">Ten otters</a></li></ul></aside></main>
    <section id="comments"><h3>2 comments</h3><p>\(sentence)\(sentence)\(sentence)</p></section>
    <div class="cookie-banner">We use cookies to make this page better for all of us and for our partners.</div>
    <footer>© 2024 The River Post. All rights reserved.</footer></body></html>
    """
  }

  @Test func theArticleNotThePage() throws {
    let episode = try readPage(page).episode
    #expect(
      episode.lines == [
        "heading 1: Otters at night", "paragraph: \(sentence.dropLast())", "paragraph: Short end.",
      ])
    let furniture = episode.omitted(.furniture)
    for text in [
      "Skip to content", "Home", "Start", "Wildlife", "Tweet this", "Our letters", "Subscribe",
      "Related", "Ten otters", "2 comments", "¶", "© 2024 The River Post. All rights reserved.",
    ] {
      #expect(furniture.contains(text), "\(text)")
    }
    #expect(furniture.contains { $0.hasPrefix("We use cookies") })
    #expect(episode.omitted(.script).count == 2)
    #expect(episode.omitted(.metadata) == ["Otters at night | The River Post"])
  }

  @Test func metadata() throws {
    let metadata = try readPage(page).episode.metadata
    #expect(
      metadata
        == Metadata(
          title: "Otters at night", album: "The River Post", artist: "Ada Reed & Ben Gray",
          language: "en-GB", date: "2024-05-06", comment: "How otters sleep."))
  }

  @Test(arguments: [
    // The site's name goes from the title, whether the page says it or not.
    ("<title>Otters of the river - Post</title><p>Text.", "Otters of the river"),
    ("<title>Otters</title><p>Text.", "Otters"),
    ("<title>A - B</title><p>Text.", "A - B"),
    ("<title>x</title><meta property=og:title content='The otter'><p>Text.", "The otter"),
    ("<title>x</title><h1>Heading <em>of it</em></h1><p>Text.", "Heading of it"),
    (
      "<script type='application/ld+json'>{\"headline\": \"Caf\\u00e9 \\\"O\\\"\"}</script><p>Text.",
      "Café \"O\""
    ),
  ])
  func titles(_ html: String, _ title: String) throws {
    #expect(try readPage(html).episode.metadata.title == title)
  }

  @Test(arguments: [
    ("<meta name=author content='Ada'>", "Ada"),
    ("<meta name=author content='https://a.example/ada'><a rel=author href=x>Ada</a>", "Ada"),
    ("<p class=byline>By Ada Reed</p>", "Ada Reed"),
    (
      "<script type='application/ld+json'>{\"@graph\":[{\"author\":[{\"name\":\"Ada\"},"
        + "{\"name\":\"Ben\"}]}]}</script>", "Ada, Ben"
    ),
    ("<meta name=citation_author content='Reed, A.'>", "Reed, A."),
    ("<div itemprop=author><span itemprop=name>Ada</span> writes</div>", "Ada"),
  ])
  func authors(_ html: String, _ author: String) throws {
    #expect(try readPage(html + "<p>Text of it.").episode.metadata.artist == author)
  }

  @Test(arguments: [
    ("<meta property='article:published_time' content='2024-05-06T01:02'>", "2024-05-06"),
    ("<time datetime='2023-01-02'>2 Jan</time>", "2023-01-02"),
    (
      "<time datetime='2023-01-02'>a</time><time itemprop=datePublished datetime=2022-02-03>b</time>",
      "2022-02-03"
    ),
    ("<meta name=citation_date content='2021/03/04'>", "2021-03-04"),
    ("<script type='application/ld+json'>{\"datePublished\":\"2020-05\"}</script>", "2020-05"),
    ("<meta name=date content='yesterday'>", nil), ("<time datetime='2023-02-31'>x</time>", nil),
  ])
  func dates(_ html: String, _ date: String?) throws {
    #expect(try readPage(html + "<p>Text of it.").episode.metadata.date == date)
  }

  /// Without signs of furniture all of it is text, headings of any kind included.
  @Test func aSimplePageIsReadWhole() throws {
    #expect(
      try pageLines("<h2>A</h2><div>One <b>two</b></div>three<p>four<ul><li>five</ul>") == [
        "heading 2: A", "paragraph: One two", "paragraph: three", "paragraph: four",
        "list-item •: five",
      ])
    #expect(try pageLines("just text") == ["paragraph: just text"])
  }

  /// Names that mean something else where most of the text is.
  @Test(arguments: ["sidebar", "share", "newsletter", "breadcrumbs", "advert", "comments", "toc"])
  func aWrapperWithABadName(_ name: String) throws {
    let text = String(repeating: "<p>\(sentence)</p>", count: 3)
    let lines = try pageLines("<div class='\(name)'><h1>T</h1>\(text)</div>")
    #expect(lines.count == 4)
  }

  /// A page without `article` or `main`: what holds the prose is the article.
  @Test func theDensestElement() throws {
    let links = (1...9).map { "<li><a href='\($0)'>Page number \($0)</a></li>" }.joined()
    let text = String(repeating: "<p>\(sentence)</p>", count: 4)
    let episode = try readPage(
      "<div id=top><ul>\(links)</ul></div><div id=a><h1>T</h1>\(text)</div><div><ul>\(links)</ul></div>"
    ).episode
    #expect(episode.passages.count == 5)
    #expect(episode.omitted(.furniture).count == 18)
  }

  /// Where several articles stand side by side none of them is the page's.
  @Test func aPageOfArticles() throws {
    let articles = (1...3).map { "<article><h2>Part \($0)</h2><p>\(sentence)</p></article>" }
    let lines = try pageLines("<main>\(articles.joined())</main>")
    #expect(lines.filter { $0.hasPrefix("heading") }.count == 3)
  }

  /// The title and what leads in stand before the article.
  @Test func theTitleOutsideOfTheArticle() throws {
    let text = String(repeating: "<p>\(sentence)</p>", count: 3)
    let lines = try pageLines(
      "<main><h1>Otters</h1><p>What they do.</p><article>\(text)</article></main>")
    #expect(lines.prefix(2) == ["heading 1: Otters", "paragraph: What they do."])
    let other = try pageLines(
      "<title>Otters</title><header><nav><a href=x>Home</a></nav><h1>Otters</h1></header>"
        + "<article>\(text)</article>")
    #expect(other.first == "heading 1: Otters")
    #expect(other.count == 4)
  }

  /// A title in what is furniture else, beside text that stands in no element.
  @Test func theTitleInFurniture() throws {
    let html =
      "<title>Otters at night</title><body><header><nav><a href=x>Home</a><h1>Otters at night</h1>"
      + "of us</nav></header>Loose text.<p>\(sentence)</p>"
    let episode = try readPage(html).episode
    #expect(
      episode.lines == [
        "heading 1: Otters at night", "paragraph: Loose text.", "paragraph: \(sentence.dropLast())",
      ])
    #expect(episode.omitted(.furniture) == ["Home", "of us"])
    let lead = try pageLines(
      "<header><h1>Otters</h1><p>What they do.</p></header><p>\(sentence)</p>")
    #expect(lead.prefix(2) == ["heading 1: Otters", "paragraph: What they do."])
  }

  /// Who is quoted, and an aside with something to say, are no furniture.
  @Test func footersAndAsidesInTheArticle() throws {
    let text = String(repeating: "<p>\(sentence)</p>", count: 5)
    let lines = try pageLines(
      "<article>\(text)<blockquote>To sleep.<footer>Hamlet</footer></blockquote>"
        + "<aside><p>\(sentence)</p></aside><footer><a href=x>Tags</a></footer></article>")
    #expect(
      lines.suffix(3) == ["quote: To sleep.", "quote: Hamlet", "paragraph: \(sentence.dropLast())"])
  }

  @Test(arguments: [
    ("<title>App</title><div id=root></div><script>start()</script>", "programs", "page.html:1:46"),
    ("<title>x</title>", "no text", "page.html"),
    ("<img alt=''>", "no text", "page.html"),
    ("<!-- <p>Text", "never ends", "page.html:1:1"),
  ])
  func pagesWithoutText(_ html: String, _ what: String, _ place: String) {
    var options = EpisodeReader.Options()
    options.format = .html
    let error = failure(Array(html.utf8), "page.html", options)
    #expect(error?.kind == .empty)
    #expect(error?.complaint.what.contains(what) == true)
    #expect(error?.complaint.place == place)
  }
}
