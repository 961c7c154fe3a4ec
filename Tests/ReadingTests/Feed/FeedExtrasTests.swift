import Foundation
import Narration
import Testing

@testable import Reading

/// Transcripts and chapters of Podcasting 2.0, inline and in files beside the feed.
struct FeedExtrasTests {
  private static let item = "<title>Sleep</title><description>Notes.</description>"
  private static let captions = """
    WEBVTT

    00:00:00.000 --> 00:00:03.000
    <v Ann>Welcome to the show.

    00:00:03.000 --> 00:00:06.000
    <v Bob>Let us talk about sleep,

    00:00:06.500 --> 00:00:09.000
    <v Bob>because it matters.
    """

  private func feed(_ more: String) -> String {
    "<rss xmlns:podcast='https://podcastindex.org/namespace/1.0' "
      + "xmlns:psc='http://podlove.org/simple-chapters'><channel><title>Show</title><item>"
      + Self.item + more + "</item></channel></rss>"
  }

  /// Reads a feed from a folder of its own, in a folder with a secret beside it.
  private func read(_ more: String, files: [String: String] = [:]) throws -> ReadEpisode {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("narrate-feed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appendingPathComponent("show/sub")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "Secret.".write(
      to: root.appendingPathComponent("secret.txt"), atomically: true, encoding: .utf8)
    let show = root.appendingPathComponent("show")
    try FileManager.default.createSymbolicLink(
      at: show.appendingPathComponent("link.txt"),
      withDestinationURL: root.appendingPathComponent("secret.txt"))
    for (name, text) in files {
      try text.write(to: show.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let path = show.appendingPathComponent("feed.xml")
    try feed(more).write(to: path, atomically: true, encoding: .utf8)
    return try EpisodeReader().read(path: path.path)
  }

  @Test func aTranscriptBesideTheFeed() throws {
    let read = try read(
      "<podcast:transcript url='sub/a%20b.vtt' type='text/vtt'/>",
      files: ["sub/a b.vtt": Self.captions])
    let episode = read.episode
    #expect(read.notices == [])
    #expect(
      episode.turns == [
        "Sleep", "Notes.", "Ann: Welcome to the show.",
        "Bob: Let us talk about sleep, because it matters.",
      ])
    let last = try #require(episode.passages.last)
    let place = episode.source.place(of: last.runs.source(of: 0..<3))
    #expect(place.document.hasSuffix("show/sub/a b.vtt"))
    #expect(place.line == 7)
    #expect(episode.slice(of: "because") == "because")
    #expect(episode.omitted(.speakerName) == ["Ann", "Bob", "Bob"])
    checkPlaces(episode)
  }

  @Test func chaptersBeginInTheTranscript() throws {
    let json =
      #"{"version":"1.2.0","chapters":[{"startTime":0,"title":"Hello"},{"startTime":3,"toc":false,"title":"x"},"#
      + #"{"startTime":6.5,"title":"Why"},{"startTime":100,"title":"Too late"}]}"#
    let files = ["a.vtt": Self.captions, "ch.json": json]
    let transcript = "<podcast:transcript url='a.vtt' type='text/vtt'/>"
    let inline =
      "<psc:chapters><psc:chapter start='0' title='Hello'/><psc:chapter start='00:06.500' title='Why'/>"
      + "</psc:chapters>"
    for chapters in ["<podcast:chapters url='ch.json' type='application/json+chapters'/>", inline] {
      let read = try read(transcript + chapters, files: files)
      #expect(
        read.episode.turns.suffix(2) == [
          "Bob: Let us talk about sleep,", "Bob: because it matters.",
        ])
    }
    let input = ReaderInput(name: "f", options: .init(), splitParagraphs: { _ in [] })
    let text = feed(
      "<podcast:transcript type='text/vtt'>\(Self.captions.replacing("<", with: "&lt;"))</podcast:transcript>"
        + inline)
    let draft = try FeedReader(input: input).read(text, notices: [])
    #expect(draft.passages.map(\.chapterMark) == ["Sleep", "Hello", nil, "Why"])
    #expect(draft.passages.map(\.startTime) == [nil, 0, 3000, 6500])
    #expect(PodcastChapter.json(json).chapters.map(\.title) == ["Hello", "Why", "Too late"])
  }

  /// What is readable is used, and what is not is told with its place.
  @Test(arguments: [
    ("{\"chapters\":[{\"startTime\":0,\"title\":\"A\"},\n{\"st", ["A"], [":2:2: "]),
    ("{\"chapters\":[{\"startTime\":0,\"title\":\"A\"},\n", ["A"], [":2:1: "]),
    ("{\"chapters\":[{\"startTime\":0,\"title\":\"A\"},\n oops]}", ["A"], [":2:2: "]),
    ("{\"chapters\":[{\"startTime\":0,\"title\":\"A\"}}]", ["A"], [":1:41: "]),
    (
      "{\"chapters\":[{\"startTime\":\"0\",\"title\":\"A\"},\n{\"title\":\"B\"},{\"startTime\":2}]}",
      ["A"], [":2:1: warning: 2 chapters have no start or no title"]
    ),
    ("{\"chapters\":[{\"startTime\":\"x\",\"title\":\"A\"}]}", [], [":1:14: ", "no chapters can"]),
    ("not JSON", [], [":1:1: ", "no chapters can"]),
    ("", [], ["ch.json: warning"]),
    ("\u{0}\u{1}\u{0}\u{2}\u{0}", [], ["ch.json"]),
  ])
  func chaptersThatAreBroken(_ json: String, _ titles: [String], _ told: [String]) throws {
    let read = try read(
      "<podcast:transcript url='a.vtt' type='text/vtt'/>"
        + "<podcast:chapters url='ch.json' type='application/json+chapters'/>",
      files: ["a.vtt": Self.captions, "ch.json": json])
    #expect(PodcastChapter.json(json).chapters.map(\.title) == titles)
    let warnings = read.notices.filter { $0.severity == .warning }.map(\.description)
    #expect(warnings.count == told.count, "\(warnings)")
    for (warning, words) in zip(warnings, told) {
      #expect(warning.contains(words) && warning.contains("ch.json"), "\(warning)")
    }
  }

  @Test func simpleChaptersThatAreBroken() throws {
    let read = try read(
      "<podcast:transcript url='a.vtt' type='text/vtt'/><psc:chapters>\n"
        + "<psc:chapter start='soon' title='Hello'/><psc:chapter start='0' title='Why'/></psc:chapters>",
      files: ["a.vtt": Self.captions])
    let warning = try #require(read.notices.first { $0.severity == .warning })
    #expect(warning.what == "this chapter has no start or no title, so that none begins there")
    #expect(warning.place?.hasSuffix(":1") == true)
  }

  @Test func inlineTranscripts() throws {
    let text = feed(
      "<podcast:transcript type='text/plain'>First words.\n\nLast &amp;amp; words.</podcast:transcript>"
        + "<podcast:transcript type='text/html'>&lt;p&gt;Better &amp;amp; words.&lt;/p&gt;</podcast:transcript>"
    )
    let episode = try EpisodeReader().read(bytes: Array(text.utf8), named: "feed.xml").episode
    #expect(episode.turns == ["Sleep", "Notes.", "Better & words."])
    #expect(episode.slice(of: "&") == "&amp;amp;")
    #expect(episode.omitted(.alternative).first?.hasPrefix("First words.") == true)
  }

  @Test func transcriptsInHTML() throws {
    let html =
      "<cite>Ada:</cite>\n<time>0:01</time>\n<p>Hello, <cite>Nature</cite> says.</p><p>Well &amp; good.</p>"
      + "<cite>Ben:</cite><time>0:09</time><p>Yes.</p>"
    let read = try read(
      "<podcast:transcript url='t.html' type='text/html'/>"
        + "<psc:chapters><psc:chapter start='9' title='Ben'/></psc:chapters>",
      files: ["t.html": html])
    #expect(
      read.episode.turns == [
        "Sleep", "Notes.", "Ada: Hello, Nature says.", "Ada: Well & good.", "Ben: Yes.",
      ])
    #expect(read.episode.omitted(.timeMark) == ["0:01", "0:09"])
    #expect(read.episode.omitted(.speakerName) == ["Ada:", "Ben:"])
    checkPlaces(read.episode)
  }

  @Test func damageInATranscriptInHTMLIsTold() throws {
    let html = "<cite>Ada:</cite>\n<p>Hello.</p>\n <!-- and so on"
    let file = try read(
      "<podcast:transcript url='t.html' type='text/html'/>", files: ["t.html": html])
    #expect(file.episode.turns == ["Sleep", "Notes.", "Ada: Hello."])
    #expect(file.notices.map(\.severity) == [.warning])
    #expect(file.notices.first?.place?.hasSuffix("t.html:3:2") == true)
    let inline = try read(
      "\n<podcast:transcript type='text/html'><![CDATA[\(html)]]></podcast:transcript>")
    #expect(inline.episode.turns == file.episode.turns)
    #expect(inline.notices.map(\.severity) == [.warning])
    #expect(inline.notices.first?.place?.hasSuffix("feed.xml:2:1") == true)
  }

  @Test(arguments: [
    "../secret.txt", "/etc/hostname", "sub/../../secret.txt", "%2e%2e/secret.txt", "link.txt",
    "sub",
    "file:///etc/hostname", "https://example.org/a.txt", "//example.org/a.txt", "missing.txt", "",
    "feed.xml%00", "..\\secret.txt",
  ])
  func nothingElseIsRead(_ url: String) throws {
    let read = try read("<podcast:transcript url='\(url)' type='text/plain'/>")
    #expect(read.episode.turns == ["Sleep", "Notes."])
    #expect(read.notices.allSatisfy { $0.severity == .notice })
    #expect(read.notices.count == 1)
  }

  @Test func bytesHaveNoFolder() throws {
    let text = feed("<podcast:transcript url='Package.swift' type='text/plain'/>")
    let read = try EpisodeReader().read(bytes: Array(text.utf8), named: "feed.xml")
    #expect(read.episode.turns == ["Sleep", "Notes."])
  }

  @Test func chaptersWithoutATranscript() throws {
    let read = try read("<psc:chapters><psc:chapter start='0' title='Hello'/></psc:chapters>")
    #expect(read.notices.count == 1)
  }

  /// The next best is read then.
  @Test func oneOfTwoTranscriptsIsBroken() throws {
    let read = try read(
      "<podcast:transcript type='application/json'>nonsense</podcast:transcript>"
        + "<podcast:transcript url='a.txt' type='text/plain'/>", files: ["a.txt": "Plain words."])
    #expect(read.episode.turns == ["Sleep", "Notes.", "Plain words."])
    #expect(read.notices.map(\.severity) == [.warning])
    #expect(read.episode.omitted(.alternative) == ["nonsense"])
  }

  @Test func aTranscriptThatCannotBeRead() throws {
    let read = try read(
      "<podcast:transcript url='a.json' type='application/json'/>", files: ["a.json": "[}"])
    #expect(read.episode.turns == ["Sleep", "Notes."])
    #expect(read.notices.map(\.severity) == [.warning, .warning])
  }
}
