import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Generated pages: every word of them is in a passage or declared, at its place, whatever tags stand
/// around it in whatever order.
struct MarkupPropertyTests {
  /// A page, and where each of its words stands.
  private struct Page {
    var html = ""
    var words: [Range<Int>] = []

    mutating func word(_ generator: inout SeededGenerator) {
      let text =
        "w\(words.count)" + (["", "é", "ß", "–", "睡", "😀"].randomElement(using: &generator) ?? "")
      let start = html.utf8.count
      html += text
      words.append(start..<html.utf8.count)
      html +=
        [" ", " ", "\n", "\r\n", "&nbsp;", "&amp; ", "&#8217; ", ", ", "", "\t "]
        .randomElement(using: &generator) ?? ""
    }
  }

  private static let blocks = [
    "p", "div", "section", "article", "main", "aside", "nav", "header", "footer", "h1", "h2", "h3",
    "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "tr", "td", "th", "thead",
    "tbody", "caption", "figure", "figcaption", "form", "fieldset", "details", "summary", "address",
    "center", "hr", "button",
  ]
  private static let inlines = [
    "a href='#x'", "a", "b", "i", "em", "strong", "span", "span lang=fr", "abbr title='Long form'",
    "q", "sup", "sub", "br", "code", "del", "ins", "ruby", "rt", "font size=2", "nobr", "u",
    "my-card", "img alt='Words of it'", "svg", "math", "mi", "mo", "mfrac", "object", "video",
    "label", "i aria-hidden=true", "span hidden", "a role=doc-noteref href='#n1'",
    "aside id=n1 role=doc-footnote", "div class=sidebar", "div class=footnotes", "li id=n2",
    "p lang=de",
  ]

  /// Elements whose content parsers treat in ways of their own.
  private static let odd = [
    "select", "option", "optgroup", "colgroup", "col", "template", "noscript", "html", "body",
    "head",
    "frameset", "frame", "noframes", "textarea", "title", "script", "style", "xmp", "iframe",
    "input",
    "keygen", "isindex", "image", "listing", "rb", "rtc", "foreignObject", "annotation-xml", "desc",
    "marquee", "applet", "menuitem", "embed", "base", "link", "meta", "dialog", "slot", "p/", "br/",
  ]

  private static func name(_ tag: String) -> String {
    String(tag.prefix { $0 != " " && $0 != "/" })
  }

  /// A tree whose tags all match.
  private func tree(_ depth: Int, _ page: inout Page, _ generator: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      if depth == 0 || Int.random(in: 0..<3, using: &generator) == 0 {
        page.word(&generator)
        continue
      }
      let tags = Bool.random(using: &generator) ? Self.blocks : Self.inlines
      let tag = tags.randomElement(using: &generator) ?? "p"
      page.html += "<\(tag)>"
      tree(depth - 1, &page, &generator)
      page.html += "</\(Self.name(tag))>"
    }
  }

  /// Tags and words in any order.
  private func soup(_ page: inout Page, _ generator: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 1...60, using: &generator) {
      let tags = [Self.blocks, Self.inlines, Self.odd].randomElement(using: &generator) ?? []
      let tag = tags.randomElement(using: &generator) ?? "p"
      switch Int.random(in: 0..<8, using: &generator) {
      case 0, 1, 2: page.word(&generator)
      case 3: page.html += "</\(Self.name(tag))>"
      case 4: page.html += "<!-- a comment -->"
      default: page.html += "<\(tag)>"
      }
    }
  }

  private func check(_ page: Page) throws {
    let hint = page.html.debugDescription
    for notes in NotePolicy.allCases {
      do throws(ReadingError) {
        let episode = try readPage(page.html) { $0.policies.notes = notes }.episode
        checkEveryLetter(episode, in: page.words, hint)
      } catch {
        #expect(error.kind == .empty, "\(error)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func trees(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var page = Page()
      tree(4, &page, &generator)
      try check(page)
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func tagSoup(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      var page = Page()
      soup(&page, &generator)
      try check(page)
    }
  }

  /// Bytes taken out, doubled or cut off anywhere: no trap, and all places hold.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func damagedPages(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      var page = Page()
      tree(3, &page, &generator)
      var bytes = Array(page.html.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.removeSubrange(at...)
        case 1: bytes.remove(at: at)
        case 2:
          bytes.insert(
            contentsOf: Array("<!\"'>&/= \0é".utf8).shuffled(using: &generator).prefix(2), at: at)
        default: bytes[at] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      do throws(ReadingError) {
        let read = try read(bytes: bytes, as: .html)
        checkPlaces(read.episode, String(decoding: bytes, as: UTF8.self).debugDescription)
      } catch {
        #expect([.empty, .undecodable, .binary].contains(error.kind), "\(error)")
      }
    }
  }
}
