import Narration
import NarrationTesting
import Testing

@testable import Reading

/// What holds for any book, and for what is left of one.
@Suite struct EPUBPropertyTests {
  @Test func noBytesMakeItTrap() throws {
    var random = SeededGenerator(seed: 11)
    var book = TestBook(
      "<h1 id=\"a\">One</h1><p>It rained<a epub:type=\"noteref\" href=\"c2.xhtml#n\">1</a>.</p>",
      "<section epub:type=\"endnotes\"><h1>Notes</h1><p id=\"n\" epub:type=\"endnote\">Wet.</p></section>"
    )
    book.addNavigation("<ol><li><a href=\"c1.xhtml#a\">One</a></li></ol>")
    book.addNCX(
      "<navPoint><navLabel><text>One</text></navLabel><content src=\"c1.xhtml\"/></navPoint>")
    let zip = book.archive
    var options = EpisodeReader.Options()
    options.format = .epub
    let reader = EpisodeReader(options)
    for round in 0..<1500 {
      var bytes = zip.bytes()
      if round.isMultiple(of: 2) {
        // Members that are damaged inside an archive that is whole.
        var damaged = zip
        let at = Int.random(in: 1..<damaged.members.count, using: &random)
        for _ in 0..<Int.random(in: 1...5, using: &random)
        where !damaged.members[at].contents.isEmpty {
          let place = Int.random(in: 0..<damaged.members[at].contents.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: damaged.members[at].contents.remove(at: place)
          case 1: damaged.members[at].contents.removeSubrange(place...)
          case 2:
            damaged.members[at].contents[place] =
              Array("<>&\"/#= ".utf8).randomElement(using: &random) ?? 0
          default: damaged.members[at].contents[place] = .random(in: 0...255, using: &random)
          }
        }
        bytes = damaged.bytes()
      } else {
        for _ in 0..<3 {
          bytes[.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
        }
      }
      guard let read = try? reader.read(bytes: bytes, named: "b.epub") else { continue }
      for passage in read.episode.chapters.flatMap(\.passages) {
        for run in passage.runs.runs {
          #expect(run.source.upperBound <= read.episode.source.text.utf8.count)
        }
      }
    }
  }

  @Test func everyWordIsSpokenOrDeclared() throws {
    var random = SeededGenerator(seed: 5)
    let shapes = [
      "<p>#</p>", "<div>#<p>#</p>#</div>", "<ul><li>#</li><li><p>#</p>#</li></ul>", "<h2>#</h2>",
      "<blockquote>#</blockquote>", "<p hidden=\"\">#</p>",
      "<aside epub:type=\"pullquote\">#</aside>",
      "<table><tr><th>#</th><th>#</th></tr><tr><td>#</td><td><p>#</p></td></tr></table>",
      "<p>#<a epub:type=\"noteref\" href=\"c2.xhtml#n@\">@</a> # <em>#</em> # <span epub:type=\"pagebreak\">#</span></p>",
      "<aside epub:type=\"footnote\" id=\"n@\"><p>#</p>#</aside>", "<nav epub:type=\"toc\">#</nav>",
      "<section epub:type=\"endnotes\"><h3>#</h3><p epub:type=\"endnote\" id=\"n@\">#</p></section>",
      "<p>#<sup><a id=\"r@\" href=\"c1.xhtml#m@\">@</a></sup>#</p>",
      "<p id=\"m@\"><a href=\"c2.xhtml#r@\">@</a> #</p>",
      "<figure><p>#</p><figcaption>#</figcaption></figure>",
      "<section><h1>#</h1><pre>#</pre><hr/>#</section>", "<dl><dt>#</dt><dd>#</dd></dl>",
    ]
    for round in 0..<150 {
      var words: [String] = []
      func body() -> String {
        (0..<Int.random(in: 1...8, using: &random)).map { _ in
          let number = Int.random(in: 1...4, using: &random)
          var shape = shapes.randomElement(using: &random) ?? ""
          shape = shape.replacing("@", with: "\(number)").replacing("#n", with: "\u{1}n")
            .replacing("#m", with: "\u{1}m").replacing("#r", with: "\u{1}r")
          return shape.map { character -> String in
            guard character == "#" else { return String(character) }
            words.append("word\(words.count)x")
            return words[words.count - 1]
          }.joined().replacing("\u{1}", with: "#")
        }.joined()
      }
      var book = TestBook(body(), body(), body())
      if round.isMultiple(of: 3) { book.documents[2].spine = "linear=\"no\"" }
      for policy in NotePolicy.allCases {
        var policies = ReadingPolicies()
        policies.notes = policy
        if round.isMultiple(of: 2) { policies.pageBreaks = .read }
        let draft = try book.draft(policies)
        #expect(draft.lost(words) == [], "\(book.documents.map(\.text)) \(policy)")
        // And nothing is said twice.
        let spoken = draft.texts.joined(separator: " ").split { !$0.isLetter && !$0.isNumber }
          .filter { $0.hasPrefix("word") }
        #expect(Set(spoken).count == spoken.count, "\(book.documents.map(\.text)) \(policy)")
      }
    }
  }
}
