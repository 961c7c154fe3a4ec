import Foundation
import NarrationTesting
import Testing

/// Every format from a file of its kind to the audio.
@Suite struct FormatTests {
  /// A file, and what must come of it.
  struct Format: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// Made of the text by pandoc into this format first.
    var pandoc: String?
    /// In this order, as `explain --format spoken` says it.
    var spoken: [String]
    /// Must be said nowhere.
    var unsaid: [String] = []
    var chapters: [String]
    var testDescription: String { name }
  }

  /// Long enough that its headings begin chapters, whatever is short of a chapter.
  private static let filler =
    "The lamp was lit at dusk and put out at dawn by whoever had the watch. "

  static let formats = [
    Format(
      name: "page.html",
      text: """
        <!DOCTYPE html><html lang="en"><head><title>Fog | Harbour Radio</title>
        <meta property="og:site_name" content="Harbour Radio"><style>p { color: red }</style></head>
        <body><nav><a href="/">Home</a> <a href="/a">Archive</a></nav>
        <article><h1>Fog &amp; lights</h1><p>\(filler)It weighs 5&nbsp;kg.</p>
        <h2>Counting</h2><p>\(filler)<abbr title="Royal Harbour Authority">RHA</abbr> counts.</p>
        <table><tr><th>Lamp</th><th>Range</th></tr><tr><td>North</td><td>3 km</td></tr></table>
        <figure><img src="l.png" alt="A lamp at night"><figcaption>The lamp.</figcaption></figure>
        </article><footer>All rights reserved</footer><script>track("me")</script></body></html>
        """,
      spoken: [
        "Fog and lights", "It weighs five kilograms.", "Counting", "Lamp: North",
        "Range: three kilometers", "A lamp at night", "The lamp.",
      ],
      unsaid: ["Archive", "rights", "track", "color"], chapters: ["Fog & lights", "Counting"]),
    Format(
      name: "notes.md",
      text: """
        ---
        title: Fog
        date: 2025-03-01
        ---
        # Fog

        \(filler)It has [two lamps](https://example.org) and *one* keeper.[^1]

        ## Steps

        3. Trim the wick.
        4. Light it.

        ```sh
        rm -rf /
        ```

        | Lamp | Range |
        | --- | --- |
        | North | 3 km |

        \(filler)

        [^1]: He sleeps by day.
        """,
      spoken: [
        "Fog", "It has two lamps and one keeper.", "Note one. He sleeps by day.",
        "three. Trim the wick.", "four. Light it.", "Code omitted.", "Range: three kilometers",
      ],
      unsaid: ["asterisk", "hash", "rm"], chapters: ["Fog", "Steps"]),
    Format(
      name: "talk.md",
      text: """
        **Ada Keeper:** \\[00:12\\] Good evening. \(filler)

        **Ben Tower:** \\[laughs\\] Good evening, Ada. \(filler)

        **Ada Keeper:** \\[01:30\\] It is 5 km away.
        """,
      spoken: ["Good evening.", "Good evening, Ada.", "It is five kilometers away."],
      unsaid: ["twelve", "laughs", "one thirty", "asterisk"], chapters: []),
    Format(
      name: "captions.vtt",
      text: """
        WEBVTT

        1
        00:00:01.000 --> 00:00:03.000
        <v Ada>The lamp was lit

        2
        00:00:03.000 --> 00:00:05.000
        <v Ada>at dusk, 5 km &amp; more away.

        00:00:05.000 --> 00:00:07.000
        <v Ben>I saw it.
        """,
      spoken: ["The lamp was lit at dusk, five kilometers and more away.", "I saw it."],
      unsaid: ["zero"], chapters: []),
    Format(
      name: "captions.srt",
      text: """
        1
        00:00:01,000 --> 00:00:03,000
        The lamp was <i>lit</i>

        2
        00:00:03,000 --> 00:00:05,000
        at dusk.
        """,
      spoken: ["The lamp was lit at dusk."], chapters: []),
    Format(
      name: "transcript.json",
      text: """
        {"version": "1.0.0", "segments": [
        {"speaker": "Ada", "startTime": 0.5, "endTime": 1.5, "body": "The lamp was"},
        {"speaker": "Ada", "startTime": 1.5, "endTime": 2.5, "body": "lit at dusk."},
        {"speaker": "Ben", "startTime": 3, "endTime": 4, "body": "I saw it."}]}
        """,
      spoken: ["The lamp was lit at dusk.", "I saw it."], chapters: []),
    Format(
      name: "feed.xml",
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>Harbour Radio</title><description>About the sea.</description>
        <item><title>Old fog</title><pubDate>Sat, 01 Feb 2025 08:00:00 GMT</pubDate>
        <description>An old one.</description></item>
        <item><title>New fog</title><pubDate>Sat, 01 Mar 2025 08:00:00 GMT</pubDate>
        <content:encoded><![CDATA[<p>The lamp weighs 5&nbsp;kg.</p><p>It is <b>lit</b>.</p>]]>\
        </content:encoded></item></channel></rss>
        """,
      spoken: ["New fog", "The lamp weighs five kilograms.", "It is lit."],
      unsaid: ["old", "About the sea"], chapters: ["New fog"]),
    Format(
      name: "book.epub",
      text: """
        ---
        title: The Keeper
        author: Ada Keeper
        lang: en
        ---
        # The first night

        \(filler)It is 5 km away.[^1]

        # The second night

        \(filler)

        [^1]: By boat.
        """, pandoc: "epub3",
      spoken: ["The first night", "It is five kilometers away.", "By boat.", "The second night"],
      chapters: ["The first night", "The second night"]),
    Format(
      name: "old.epub", text: "# One night\n\n\(filler)\n\n# Another\n\n\(filler)", pandoc: "epub2",
      spoken: ["One night", "Another"], chapters: ["One night", "Another"]),
    Format(
      name: "paper.docx",
      text: """
        # The lamp

        \(filler)It weighs 5 kg.[^1]

        2. Trim it.
        3. Light it.

        # The tower

        \(filler)

        [^1]: Without oil.
        """, pandoc: "docx",
      spoken: [
        "The lamp", "It weighs five kilograms.", "two. Trim it.", "three. Light it.",
        "Without oil.",
        "The tower",
      ],
      chapters: ["The lamp", "The tower"]),
    Format(
      name: "paper.xml",
      text: """
        <?xml version="1.0"?>
        <!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.3//EN" "x.dtd">
        <article article-type="research-article" xml:lang="en"><front><journal-meta>
        <journal-title-group><journal-title>Lamps</journal-title></journal-title-group></journal-meta>
        <article-meta><title-group><article-title>Light in fog</article-title></title-group>
        <abstract><p>\(filler)We measured 5 kg.</p></abstract></article-meta></front>
        <body><sec><title>Methods</title><p>\(filler)As shown before [<xref ref-type="bibr"
        rid="r1">1</xref>], it is lit.</p></sec></body>
        <back><ref-list><title>References</title><ref id="r1"><mixed-citation>Keeper, A. (2019). The
        wick. Lamps, 3(2), 4–9.</mixed-citation></ref></ref-list></back></article>
        """,
      spoken: ["Light in fog", "We measured five kilograms.", "Methods", "The wick."],
      chapters: ["Abstract", "Methods", "Reference"]),
  ]

  @Test(arguments: formats) func becomesAudio(_ format: Format) throws {
    try Scratch.with { scratch in
      if let target = format.pandoc {
        try scratch.write(format.text, to: "made.md")
        let made = try Program.run(
          "pandoc", ["-t", target, "-o", scratch.path(format.name), scratch.path("made.md")])
        try #require(made.status == 0, "pandoc makes \(format.name)")
      } else {
        try scratch.write(format.text, to: format.name)
      }
      let narrate = Narrate(in: scratch)
      let explained = try narrate("explain", "--format", "spoken", format.name)
      #expect(explained.status == 0, "\(explained.errors)")
      var rest = explained.text[...]
      for piece in format.spoken {
        let found = rest.firstRange(of: piece)
        #expect(found != nil, "“\(piece)” in its place in\n\(explained.text)")
        if let found { rest = rest[found.upperBound...] }
      }
      for piece in format.unsaid {
        #expect(!explained.text.contains(piece), "“\(piece)” in\n\(explained.text)")
      }

      let run = try narrate(format.name, "-o", "out.flac")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try Program.run("flac", ["-st", scratch.path("out.flac")]).status == 0)
      let chapters = try Chapters(probing: scratch.path("out.flac")).all.map(\.title)
      for title in format.chapters { #expect(chapters.contains(title), "\(title) in \(chapters)") }
      #expect(!chapters.isEmpty)
    }
  }

  /// Two speakers are two voices, and captions name them.
  @Test func speakersAreNamedInCaptions() throws {
    try Scratch.with { scratch in
      try scratch.write("Ada: The lamp.\n\nBen: The fog.\n\nAda: The boat.\n", to: "a.txt")
      let run = try Narrate(in: scratch)("a.txt", "--speakers", "never")
      #expect(run.status == 0, "\(run.errors)")
      let captions = try scratch.text("a.vtt")
      #expect(captions.contains("<v Ada>The lamp."))
      #expect(captions.contains("<v Ben>The fog."))
    }
  }
}
