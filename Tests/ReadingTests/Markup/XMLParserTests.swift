import Narration
import Testing

@testable import Reading

struct XMLParserTests {
  /// Pieces of text with what the source has in their place.
  private func pieces(_ xml: String) -> [String] {
    let bytes = Array(xml.utf8)
    var found: [String] = []
    XMLParser.parse(xml, named: "a.xml").tree.root.walk {
      if case .text(let pieces) = $0 {
        for piece in pieces where !piece.text.allSatisfy(\.isWhitespace) {
          let source = String(decoding: bytes[piece.source], as: UTF8.self)
          #expect(!piece.isCopied || source == piece.text)
          found.append(piece.isCopied ? piece.text : "\(source)→\(piece.text)")
        }
      }
      return true
    }
    return found
  }

  private func text(_ xml: String) -> String { XMLParser.parse(xml, named: "a.xml").tree.root.text }

  @Test func everyTextHasItsPlace() {
    #expect(
      pieces("<a>é<b>x</b>&amp;&#8217;&#x41;<![CDATA[<&amp;]]>y<!-- no -->z<?no no?>w</a>")
        == ["é", "x", "&amp;→&", "&#8217;→’", "&#x41;→A", "<&amp;", "y", "z", "w"])
  }

  @Test func lineBreaks() {
    #expect(text("<a>one\r\ntwo\rthree\nfour</a>") == "one\ntwo\nthree\nfour")
    #expect(pieces("<a>one\r\ntwo</a>") == ["one", "two"])
  }

  @Test func elementsAndAttributes() throws {
    let xml = "<a>\n<b x=\"1 &lt; 2\"\n y='z'/>\n<c></c></a>"
    let tree = XMLParser.parse(xml, named: "a.xml").tree
    let a = try #require(tree.root.first("a"))
    let b = try #require(a.first("b"))
    #expect(b["x"] == "1 < 2")
    #expect(b["y"] == "z")
    let bytes = Array(xml.utf8)
    #expect(String(decoding: bytes[b.source], as: UTF8.self).hasPrefix("<b x="))
    #expect(a.source == 0..<bytes.count)
    let later = XMLParser.parse(xml, named: "a.xml", base: 100).tree.root.first("a")
    #expect(later?.source == 100..<100 + bytes.count)
  }

  /// HTML's entities are known whether or not a document type says so.
  @Test(arguments: [
    "", "<?xml version='1.0'?>", "<?xml version='1.0' standalone='yes'?>",
    "<!DOCTYPE html>",
    "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' 'http://127.0.0.1:9/x.dtd'>",
    "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY own 'mine'>]>", "\n \n<?xml version='1.1'?>",
  ])
  func entitiesOfHTML(_ start: String) {
    #expect(pieces(start + "<p>a&nbsp;b&eacute;</p>") == ["a", "b", "&eacute;→é"])
    #expect(text(start + "<p>a&nbsp;b&eacute;</p>") == "a\u{A0}bé")
    #expect(pieces(start + "<p>&nothing; x</p>") == ["&nothing;→&nothing;", " x"])
  }

  @Test func entitiesOfTheDocument() {
    let xml = "<!DOCTYPE a [<!ENTITY me 'Ann &amp; Bob'><!ENTITY b '<i>it</i>'>]><a>x&me;y&b;z</a>"
    #expect(text(xml) == "xAnn & Bobyitz")
    let bytes = Array(xml.utf8)
    XMLParser.parse(xml, named: "a.xml").tree.root.walk {
      if case .text(let pieces) = $0 {
        for piece in pieces where piece.text.count > 1 || piece.text == "it" {
          #expect(["&me;", "&b;"].contains(String(decoding: bytes[piece.source], as: UTF8.self)))
          #expect(!piece.isCopied)
        }
      }
      return true
    }
  }

  @Test func nothingIsFetched() throws {
    let xml = """
      <!DOCTYPE a SYSTEM "file:///etc/hostname" [<!ENTITY f SYSTEM "file:///etc/hostname">
      <!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]><a>x&f;y</a>
      """
    let parsed = XMLParser.parse(xml, named: "a.xml")
    #expect(parsed.damage == nil)
    #expect(parsed.tree.root.text == "x&f;y")
    #expect(pieces(xml) == ["x", "&f;→&f;", "y"])
    let outside = try #require(parsed.outside)
    #expect(outside.place == "a.xml:2:54")
    #expect(outside.severity == .warning)
    #expect(outside.what == "external entities are never read: &f; is said as it is written")
  }

  /// In text, in the text of another entity, in attributes, and where nothing can be read at all.
  @Test(arguments: [
    ("<a>x&f;y&f;z</a>", "x&f;y&f;z", "a.xml:4:5"),
    ("<a>\n<b>&outer;</b></a>", "\n(&f;)", "a.xml:5:4"),
    ("<a>&deep;</a>", "[(&f;)]", "a.xml:4:4"),
    ("<a>&hidden;</a>", "&f;", "a.xml:4:4"),
    ("<a>&picture;</a>", "&picture;", "a.xml:4:4"),
    ("<a><![CDATA[&f;]]><!--&f;--><?p &f;?></a>", "&f;", nil),
    ("<a>&lt;&outer", "<&outer", nil),
  ])
  func externalEntitiesStayAsWritten(_ body: String, _ text: String, _ place: String?) {
    let xml = """
      <!DOCTYPE a [<!ENTITY f PUBLIC "-//X//Y" "http://127.0.0.1:9/f"><!NOTATION gif SYSTEM "">
      <!ENTITY outer '(&f;)'><!ENTITY deep '[&outer;]'><!ENTITY hidden '&#38;f;'>
      <!ENTITY f 'not this'><!ENTITY picture SYSTEM "p.gif"><!-- <!ENTITY f 'nor this'> -->]>
      \(body)
      """
    let parsed = XMLParser.parse(xml, named: "a.xml")
    #expect(parsed.tree.root.text == text)
    #expect(parsed.outside?.place == place)
    #expect((parsed.damage == nil) == body.hasSuffix("</a>"))
  }

  /// Expat drops unknown entities in attributes, and ends at external ones.
  @Test func entitiesInAttributes() throws {
    let doctype = """
      <!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY own 'mine'>
      <!ENTITY tag '<b alt="&f;&eacute;&own;"/>'>]>
      """
    let body =
      "<a t='&lt;&#65;&amp;eacute;&eacute;&own;&f;&nosuch;&;&Q&A'>&tag;<c u=\"'&eacute;>'\"/>"
    let parsed = XMLParser.parse(doctype + body + "é&eacute;</a>", named: "a.xml")
    #expect(parsed.damage == nil)
    let a = try #require(parsed.tree.root.first("a"))
    #expect(a["t"] == "<A&eacute;émine&f;&nosuch;&;&Q&A")
    #expect(a.first("b")?["alt"] == "&f;émine")
    #expect(a.first("c")?["u"] == "'é>'")
    #expect(a.text == "éé")
    #expect(parsed.outside?.place == "a.xml:2:46")
    let plain = XMLParser.parse("<p><img alt='caf&eacute; &nosuch;'/></p>", named: "a.xml")
    #expect(plain.tree.root.first("p")?.first("img")?["alt"] == "café &nosuch;")
    #expect(plain.outside == nil)
  }

  /// Neither a billion laughs, nor many copies of a long one, nor a chain that recursion would follow.
  @Test func entitiesThatGrow() {
    var laughs = "<!DOCTYPE a [<!ENTITY l0 'lol '>"
    for level in 1...11 {
      let inner = String(repeating: "&l\(level - 1);", count: 10)
      laughs += "<!ENTITY l\(level) '\(inner)'>"
    }
    let copies =
      "<!DOCTYPE a [<!ENTITY l '\(String(repeating: "x", count: 100_000))'>]><a>before"
      + String(repeating: "&l;", count: 100_000) + "</a>"
    // Of references that are kept as they are written, too.
    let outside = laughs.replacing("'lol '", with: "SYSTEM 'lol'")
    let unknown = laughs.replacing("<!ENTITY l0 'lol '>", with: "")
    for xml in [
      laughs + "]><a>before&l11;</a>", outside + "]><a>before&l11;</a>",
      unknown + "]><a>before&l11;</a>", copies,
    ] {
      let parsed = XMLParser.parse(xml, named: "a.xml")
      #expect(parsed.damage?.what.contains("expand without measure") == true)
      #expect(parsed.tree.root.text.hasPrefix("before"))
      #expect(parsed.tree.root.text.utf8.count < 3 << 20)
    }
    var chain = "<!DOCTYPE a [<!ENTITY l0 'lol'>"
    for level in 1...20_000 { chain += "<!ENTITY l\(level) '&l\(level - 1);'>" }
    let parsed = XMLParser.parse(chain + "]><a>&l20000;</a>", named: "a.xml")
    #expect(parsed.damage?.what.contains("refer to each other") == true)
    var parameters = "<!DOCTYPE a [<!ENTITY % l0 ''>"
    for level in 1...20_000 { parameters += "<!ENTITY % l\(level) '&#37;l\(level - 1);'>" }
    #expect(
      XMLParser.parse(parameters + " %l20000;]><a>x</a>", named: "a.xml").damage?.what
        .contains("refer to each other") == true)
  }

  @Test func deepNesting() {
    let xml =
      String(repeating: "<b>x", count: 100_000) + String(repeating: "</b>", count: 100_000)
    let parsed = XMLParser.parse(xml, named: "a.xml")
    #expect(parsed.isFlattened)
    #expect(parsed.damage == nil)
    #expect(parsed.tree.root.text.utf8.count == 100_000)
  }

  @Test(arguments: [
    ("<a>one<b>two</b>three", "onetwothree"), ("<a>one<b cl", "one"), ("<a>one</b>two</a>", "one"),
    ("<a>one<![CDATA[two", "onetwo"), ("<a>one &am", "one &am"), ("<a>one</a><b>two</b>", "one"),
  ])
  func damage(_ xml: String, _ rest: String) throws {
    let parsed = XMLParser.parse(xml, named: "a.xml")
    #expect(parsed.tree.root.text == rest)
    #expect(parsed.damage?.severity == .warning)
    #expect(parsed.damage?.place?.hasPrefix("a.xml:1:") == true)
    // What is not in the tree stands behind the damage.
    let from = try #require(parsed.damagedFrom)
    let read = String(decoding: Array(xml.utf8)[..<from], as: UTF8.self)
    #expect(!read.contains("two") || rest.contains("two"))
  }

  @Test func declarationsThatLie() {
    for encoding in ["UTF-16", "ISO-8859-1", "KOI8-R", "nonsense"] {
      #expect(text("<?xml version='1.0' encoding='\(encoding)'?><a>é</a>") == "é")
    }
  }

  @Test func smallMistakesAreMended() {
    #expect(text("<a>Q&A, AT&T; a & b &&amp; &#;</a>") == "Q&A, AT&T; a & b && &#;")
    #expect(pieces("<a>Q&A</a>") == ["Q&A"])
    #expect(text("<a>x&#0;y\u{0B}z\u{FFFF}w&#xD800;v</a>").filter { $0 != " " } == "xyzwv")
    let attribute = XMLParser.parse("<a u='x?b=1&c=2'/>", named: "a.xml").tree.root.first("a")
    #expect(attribute?["u"] == "x?b=1&c=2")
  }

  @Test func namespaces() throws {
    let xml = """
      <x:p xmlns:x="http://www.w3.org/1999/xhtml" xmlns:q="urn:unknown" x:a="1" b="2" xml:lang="de">
      <P xmlns="http://www.w3.org/1999/xhtml"/><q:r/><itunes:author/><other:s/>
      <e:t xmlns:e="http://www.w3.org/2005/Atom"><e:u/></e:t><e:v/></x:p>
      """
    let parsed = XMLParser.parse(xml, named: "a.xml")
    #expect(parsed.damage == nil)
    let p = try #require(parsed.tree.root.first("p"))
    #expect(p.attributes.map(\.name) == ["a", "b", "xml:lang"])
    #expect(p.elements.map(\.name) == ["p", "r", "itunes:author", "s", "atom:t", "v"])
    #expect(p.first("atom:t")?.elements.map(\.name) == ["atom:u"])
  }

  /// A feed and an article of JATS that declare an encoding.
  private func declaring(_ encoding: String, _ title: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    let xml = Array("<?xml version=\"1.0\" encoding = '\(encoding)' ?>".utf8)
    return [
      ("feed.xml", "<rss><channel><item><title>", "</title></item></channel></rss>"),
      ("article.xml", "<article><body><p>", "</p></body></article>"),
    ].map { name, before, after in (name, xml + Array(before.utf8) + title + Array(after.utf8)) }
  }

  @Test(
    arguments: [
      ("Latin1", [0x43, 0x61, 0x66, 0xE9], "Café"), ("koi8-r", [0xC1, 0xC2, 0xD7], "абв"),
    ] as [(String, [UInt8], String)])
  func theEncodingThatIsDeclared(_ encoding: String, _ title: [UInt8], _ text: String) throws {
    for (name, bytes) in declaring(encoding, title) {
      let read = try EpisodeReader().read(bytes: bytes, named: name)
      #expect(read.episode.turns == [text])
      #expect(read.notices.map(\.severity) == [.notice])
      #expect(read.notices.first?.what.contains("declares") == true)
    }
  }

  /// What nobody knows is refused where it matters (XML 1.0, 4.3.3).
  @Test func anUnknownEncodingIsRefused() throws {
    for (name, bytes) in declaring("x-runes", [0x43, 0x61, 0x66, 0xE9]) {
      let error = failure(bytes, name)
      #expect(error?.kind == .undecodable)
      #expect(error?.complaint.place == "\(name):1")
      #expect(error?.complaint.remedy?.contains("iconv -f x-runes") == true)
    }
    for (name, bytes) in declaring("x-runes", Array("Café".utf8)) {
      #expect(try EpisodeReader().read(bytes: bytes, named: name).episode.turns == ["Café"])
    }
  }
}
