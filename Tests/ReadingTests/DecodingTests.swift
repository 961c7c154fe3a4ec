import Narration
import Testing

@testable import Reading

/// Encodings, and where the characters of each stand.
struct DecodingTests {
  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    let units = [0xFEFF] + Array(text.utf16)
    return units.flatMap { unit in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private let text = "Où dort-on ?\r\n\r\nIm Süden – 😀 nie."

  @Test func allUnicodeEncodingsGiveTheSameEpisode() throws {
    let plain = try reader.read(bytes: Array(text.utf8), named: "a").episode
    for bytes in [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, bigEndian: true),
      utf16(text, bigEndian: false),
    ] {
      let read = try reader.read(bytes: bytes, named: "a")
      #expect(read.episode.source.text == text)
      #expect(read.episode.chapters == plain.chapters)
      #expect(read.notices.isEmpty)
    }
  }

  @Test func placesAreInCodePointsOfTheDecodedText() throws {
    let episode = try reader.read(bytes: utf16(text, bigEndian: false), named: "a").episode
    let passage = try #require(episode.chapters.first?.passages.last)
    #expect(passage.text == "Im Süden – 😀 nie.")
    let start = "Im Süden – 😀 ".utf8.count
    let place = episode.source.place(of: passage.runs.source(of: start..<start + 3))
    #expect(place.description == "a:3:14")
    #expect(episode.source.slice(place.bytes) == "nie")
  }

  @Test func loneSurrogate() {
    let bytes = utf16("ab\nc", bigEndian: false) + [0x00, 0xD8, 0x64, 0x00]
    let error = failure(bytes)
    #expect(error?.kind == .undecodable)
    #expect(error?.complaint.place == "episode.txt:2:2")
  }

  @Test func halfACharacterAtTheEnd() {
    let error = failure(utf16("abc", bigEndian: true) + [0x00])
    #expect(error?.kind == .undecodable)
    #expect(error?.complaint.place == "episode.txt:1:4")
  }

  @Test func utf16WithoutItsMark() {
    let error = failure(Array(utf16("This is English.", bigEndian: false).dropFirst(2)))
    #expect(error?.kind == .undecodable)
    #expect(error?.complaint.what.contains("byte order mark") == true)
  }

  @Test func utf32() {
    #expect(failure([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])?.kind == .undecodable)
  }

  /// `café – “naïve”` as Windows-1252, among ASCII.
  @Test func windows1252() throws {
    let bytes =
      Array("A long line of text, and then: caf".utf8) + [0xE9, 0x20, 0x96, 0x20, 0x93]
      + Array("na".utf8) + [0xEF] + Array("ve".utf8) + [0x94, 0x2E]
    let read = try reader.read(bytes: bytes, named: "old.txt")
    #expect(read.episode.source.text == "A long line of text, and then: café – “naïve”.")
    #expect(
      read.notices.map(\.description) == [
        "old.txt:1:35: notice: read as Windows-1252, because it is no UTF-8 from here on; "
          + "save the file as UTF-8 if a character is wrong"
      ])
  }

  @Test func aStrayByteInSoundUTF8() throws {
    let bytes = Array("“One” – “two”, caf".utf8) + [0xE9] + Array(".\nÜber.".utf8)
    let read = try reader.read(bytes: bytes, named: "a")
    #expect(read.episode.source.text == "“One” – “two”, café.\nÜber.")
    #expect(read.notices.map(\.severity) == [.warning])
    #expect(read.notices.first?.place == "a:1:19")
  }

  /// Words of other encodings among enough ASCII are no Windows-1252, and nobody guesses what they
  /// are.
  @Test(
    arguments: [
      // 日本語テスト in EUC-JP
      [
        0xC6, 0xFC, 0xCB, 0xDC, 0xB8, 0xEC, 0xA5, 0xC6, 0xA5, 0xB9, 0xA5, 0xC8,
      ],
      // これは in Shift_JIS, twice
      [0x82, 0xB1, 0x82, 0xEA, 0x82, 0xCD, 0x20, 0x82, 0xB1, 0x82, 0xEA, 0x82, 0xCD],
      // привет in Windows-1251 and мир behind it
      [0xEF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xEC, 0xE8, 0xF0, 0xF0],
    ] as [[UInt8]])
  func wordsOfAnotherEncoding(_ bytes: [UInt8]) {
    let ascii = Array("A long line of text, all of it ASCII.\nAnd then caf".utf8)
    let error = failure(ascii + [0xE9, 0x3A, 0x20] + bytes)
    #expect(error?.kind == .undecodable)
    #expect(error?.complaint.place?.hasSuffix(":2:16") == true)
    #expect(error?.complaint.remedy == "save the file as UTF-8")
  }

  /// Marks in a row, and capitals with accents beside each other, are found in Windows-1252.
  @Test(
    arguments: [
      [0x97, 0x97, 0x97, 0x97, 0x97, 0x97, 0x97, 0x97, 0x97, 0x97],
      [0xC9, 0xC8, 0x20, 0xE9, 0xE8, 0x20, 0xC9, 0xC8, 0x20, 0xE9, 0xE8],
      [0x93, 0x85, 0x94, 0x97, 0x20, 0xE9, 0x20, 0xE9, 0x20, 0xE9],
    ] as [[UInt8]])
  func rowsOfMarks(_ bytes: [UInt8]) throws {
    let ascii = Array("A long line of text, all of it ASCII, and then: ".utf8)
    let read = try reader.read(bytes: ascii + bytes + [0x20, 0x61, 0x2E], named: "old.txt")
    #expect(read.notices.first?.what.hasPrefix("read as Windows-1252") == true)
  }

  /// Half a sequence in a text of UTF-8 is damage, whatever Windows-1252 makes of its bytes.
  @Test func damagedUTF8() {
    let bytes = Array("“One”\n“two ".utf8) + [0xE2, 0x80, 0x20] + Array("– three”".utf8)
    let error = failure(bytes)
    #expect(error?.kind == .undecodable)
    #expect(error?.complaint.place == "episode.txt:2:6")
    #expect(error?.complaint.what == "byte 0xE2 here is no UTF-8")
  }

  @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
  func bytesThatWindows1252LeavesOut(_ byte: UInt8) {
    let error = failure(Array("Line one.\nSome text with ".utf8) + [byte] + Array(" in it.".utf8))
    #expect(error?.kind == .undecodable)
    #expect(error?.complaint.place == "episode.txt:2:16")
  }

  /// Cyrillic in its own code page is mostly bytes beyond ASCII.
  @Test func anotherCodePage() {
    #expect(
      failure([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xEC, 0xE8, 0xF0])?.kind == .undecodable)
  }

  @Test func scanFollowsTheTableOfWellFormedSequences() {
    // Table 3-7 of Unicode: overlong forms, surrogates and values past U+10FFFF are broken.
    #expect(UTF8Scan([0xC0, 0xAF]).broken == [0..<1, 1..<2])
    #expect(UTF8Scan([0xE0, 0x80, 0x80]).broken == [0..<1, 1..<2, 2..<3])
    #expect(UTF8Scan([0xED, 0xA0, 0x80]).broken == [0..<1, 1..<2, 2..<3])
    #expect(UTF8Scan([0xF4, 0x91, 0x92, 0x93]).broken == [0..<1, 1..<2, 2..<3, 3..<4])
    #expect(
      UTF8Scan([0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41]).broken
        == [0..<2, 2..<3, 3..<6, 6..<8])
    let sound = UTF8Scan(Array("aé漢😀".utf8))
    #expect(sound.broken.isEmpty)
    #expect(sound.soundSequences == 3)
    #expect(sound.highBytes == 9)
  }
}

/// What markup declares of its encoding.
struct DeclaredEncodingTests {
  private func page(_ declaration: String, _ text: [UInt8]) throws -> ReadEpisode {
    var options = EpisodeReader.Options()
    options.format = .html
    return try EpisodeReader(options).read(
      bytes: Array("\(declaration)<p>".utf8) + text, named: "a.html")
  }

  @Test(
    arguments: [
      ("<meta charset=koi8-r>", [0xF7, 0xD9, 0xC4, 0xD2, 0xC1], "Выдра"),
      ("<meta charset = 'Shift_JIS'>", [0x83, 0x4A, 0x83, 0x8F], "カワ"),
      ("<meta charset=\"gb2312\">", [0xCB, 0xAE, 0xCC, 0xA1, 0xCB, 0xAF, 0xBE, 0xF5], "水獭睡觉"),
      ("<meta charset=big5>", [0xA4, 0xF4], "水"),
      ("<meta charset=euc-kr>", [0xBC, 0xF6, 0xB4, 0xDE], "수달"),
      ("<meta charset=iso-8859-1>", [0x93, 0x63, 0xE9, 0x94], "“cé”"),
      ("<meta charset=iso-8859-9>", [0x73, 0x75, 0xFE], "suş"),
      ("<meta http-equiv=content-type content='text/html; charset=windows-1251'>", [0xC2], "В"),
      ("<?xml version='1.0' encoding='iso-8859-2'?><html>", [0xB1], "ą"),
      ("<!-- <meta charset=koi8-r> --><meta charset=iso-8859-2>", [0xB1], "ą"),
      ("<meta charset=iso-2022-jp>", [0x1B, 0x24, 0x42, 0x25, 0x2B, 0x1B, 0x28, 0x42], "カ"),
    ] as [(String, [UInt8], String)])
  func declarations(_ declaration: String, _ bytes: [UInt8], _ text: String) throws {
    let read = try page(declaration, bytes)
    #expect(read.episode.passages.map(\.text) == [text])
    #expect(read.notices.map(\.severity) == [.notice])
    #expect(read.notices.first?.what.contains("declares") == true)
  }

  /// Sound UTF-8 and a mark are stronger; a label that nobody knows says nothing.
  @Test(
    arguments: [
      ("<meta charset=iso-8859-1>", Array("Où – ü".utf8), "Où – ü", 0),
      ("<meta charset=x-unknown>", [0x4F, 0xF9], "Où", 1),
      ("<meta charset=utf-8>", [0x4F, 0xF9], "Où", 1),
      (
        "<meta charset=iso-8859-1>", Array("Où – ü, and ".utf8) + [0xE9] + Array(" é".utf8),
        "Où – ü, and é é", 1
      ),
    ] as [(String, [UInt8], String, Int)])
  func whatIsStronger(
    _ declaration: String, _ bytes: [UInt8], _ text: String, _ notices: Int
  ) throws {
    let read = try page(declaration, bytes)
    #expect(read.episode.passages.map(\.text) == [text])
    #expect(read.notices.count == notices)
  }

  @Test func aPlainTextDeclaresNothing() throws {
    let bytes = Array("See <meta charset=koi8-r>: caf".utf8) + [0xE9]
    let text = try reader.read(bytes: bytes, named: "a.txt").episode.source.text
    #expect(text.hasSuffix("café"))
  }

  @Test func brokenBytesOfADeclaredEncoding() throws {
    let read = try page("<meta charset=euc-jp>\n", [0x61, 0xFF, 0xA4])
    #expect(read.notices.map(\.severity) == [.notice, .warning])
    #expect(read.notices.last?.place == "a.html:2:5")
    #expect(read.episode.source.text.hasSuffix("a\u{FFFD}\u{FFFD}"))
  }

  @Test func aPageCutWithinACharacter() throws {
    let read = try page("", Array("Où – ü".utf8.dropLast()))
    #expect(read.episode.chapters.first?.passages.map(\.text) == ["Où –"])
    #expect(read.notices.map(\.severity) == [.warning])
    #expect(read.notices.first?.place == "a.html:1:9")
  }

  @Test func utf16OfXMLWithoutItsMark() throws {
    let bytes = "<?xml version='1.0'?><p>Où".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var options = EpisodeReader.Options()
    options.format = .html
    let read = try EpisodeReader(options).read(bytes: bytes, named: "a")
    #expect(read.episode.chapters.first?.passages.map(\.text) == ["Où"])
  }
}
