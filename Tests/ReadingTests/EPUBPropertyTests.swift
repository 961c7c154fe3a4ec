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
    for round in 0..<600 {
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
      if let read = try? reader.read(bytes: bytes, named: "b.epub") {
        checkPlaces(read.episode, read.episode.source.text)
      }
    }
  }

  private static let shapes = [
    "<p>#</p>", "<div>#<p>#</p>#</div>", "<ul><li>#</li><li><p>#</p>#</li></ul>", "<h2>#</h2>",
    "<blockquote>#</blockquote>", "<p hidden=\"\">#</p>",
    "<aside epub:type=\"pullquote\">#</aside>", "# &amp; #&nbsp;&eacute;# &#x416;",
    "<table><tr><th>#</th><th>#</th></tr><tr><td>#</td><td><p>#</p></td></tr></table>",
    "<p>#<a epub:type=\"noteref\" href=\"c2.xhtml#n@\">@</a> # <em>#</em> # <span epub:type=\"pagebreak\">#</span></p>",
    "<aside epub:type=\"footnote\" id=\"n@\"><p>#</p>#</aside>", "<nav epub:type=\"toc\">#</nav>",
    "<section epub:type=\"endnotes\"><h3>#</h3><p epub:type=\"endnote\" id=\"n@\">#</p></section>",
    "<p>#<sup><a id=\"r@\" href=\"c1.xhtml#m@\">@</a></sup>#</p>",
    "<p id=\"m@\"><a href=\"c2.xhtml#r@\">@</a> #</p>", "<p>#<br/>#<br/>#</p>",
    "<figure><p>#</p><figcaption>#</figcaption></figure>",
    "<!-- no text --><ruby>#<rt>#</rt></ruby>",
    "<section><h1>#</h1><pre>#</pre><hr/>#</section>", "<dl><dt>#</dt><dd>#</dd></dl>",
    "<p><span class=\"pagenum\">[@]</span># <img src=\"a.png\" alt=\"seen\"/></p>",
    "<del>#</del> 7",
  ]

  /// A body in which every `#` of the shapes is a word that stands nowhere else, every `@` a number.
  private func body(_ words: inout Int, _ generator: inout SeededGenerator) -> String {
    var body = ""
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let number = Int.random(in: 1...4, using: &generator)
      var before: Character = " "
      for character in Self.shapes.randomElement(using: &generator) ?? "" {
        switch character {
        case "@": body += "\(number)"
        // But that of an address or a number stays.
        case "#" where before != "l" && before != "&":
          words += 1
          body += "word\(words)x" + (["", "é", "睡", "Ж"].randomElement(using: &generator) ?? "")
        default: body.append(character)
        }
        before = character
      }
    }
    return body
  }

  /// A book of three documents, with lists of contents that are read for their titles alone.
  private func book(_ round: Int, _ generator: inout SeededGenerator) -> TestBook {
    var words = 0
    let bodies = (0..<3).map { _ in body(&words, &generator) }
    var book = TestBook(bodies[0], bodies[1], bodies[2])
    if round.isMultiple(of: 3) { book.documents[2].spine = "linear=\"no\"" }
    if round.isMultiple(of: 4) {
      book.addNavigation("<ol><li><a href=\"c1.xhtml\">One</a></li></ol>")
      book.addNCX(
        "<navPoint><navLabel><text>1 of it</text></navLabel><content src=\"c2.xhtml\"/></navPoint>")
    }
    return book
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func nothingIsLost(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<50 {
      let book = book(round, &generator)
      for notes in NotePolicy.allCases {
        var policies = ReadingPolicies()
        policies.notes = notes
        if round.isMultiple(of: 2) { policies.pageBreaks = .read }
        do throws(ReadingError) {
          let episode = try book.read(policies).episode
          checkEveryLetterOfXML(episode, "\(book.documents.map(\.text)) \(notes)")
        } catch {
          #expect(error.kind == .empty, "\(error)")
        }
      }
    }
  }

  /// Tags that go, stand twice or cross in documents and in what is said of them.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func nothingIsLostOfWhatIsDamaged(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<80 {
      var zip = book(round, &generator).archive
      for index in zip.members.indices.dropFirst(2) where Bool.random(using: &generator) {
        let text = String(decoding: zip.members[index].contents, as: UTF8.self)
        zip.members[index].contents = Array(TagScan.damaged(text, &generator).utf8)
      }
      do throws(ReadingError) {
        let episode = try read(bytes: zip.bytes(), as: .epub, "b.epub").episode
        checkEveryLetterOfXML(episode, episode.source.text)
      } catch {
        #expect([.empty, .undecodable].contains(error.kind), "\(error)")
      }
    }
  }
}
