import Foundation
import Narration
import NarrationTesting
import Testing

@testable import Reading

/// Archives around a book that lie, climb, grow or are locked.
@Suite struct EPUBArchiveTests {
  @Test func picturesCountOnlyWhenTheyAreTaken() throws {
    var book = TestBook("<p>Text.</p>")
    book.members = [
      ZIPWriter.Member(Array("OEBPS/a.jpg".utf8), [UInt8](repeating: 7, count: 70_000))
    ]
    let bytes = book.archive.bytes()
    try Scratch.with { scratch in
      let path = scratch.path("b.epub")
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      var options = EpisodeReader.Options()
      options.byteLimit = 10_000
      let read = try EpisodeReader(options).read(path: path)
      #expect(read.episode.passages.map(\.text) == ["Text."])
      options.byteLimit = 8000
      for source in [path, nil] {
        do throws(ReadingError) {
          let reader = EpisodeReader(options)
          if let source {
            _ = try reader.read(path: source)
          } else {
            _ = try reader.read(bytes: bytes, named: "b.epub")
          }
          Issue.record("read")
        } catch {
          #expect(error.kind == .tooLarge)
          #expect(error.complaint.what.hasSuffix("with its pictures"))
        }
      }
    }
  }

  @Test func bombsAreRefusedByTheLimit() {
    var book = TestBook("<p>Text.</p>")
    book.members = [ZIPWriter.Member.bomb("OEBPS/bomb.xhtml", count: 900_000)]
    book.manifest =
      "<item id=\"b\" href=\"bomb.xhtml\" media-type=\"application/xhtml+xml\"/>"
    book.spineAttributes = "><itemref idref=\"b\"/"
    let error = refusal(as: .epub, of: book.archive.bytes(), limit: 500_000)
    #expect(error?.kind == .tooLarge)
    #expect(error?.complaint.place == "b.epub/OEBPS/bomb.xhtml")
    #expect(error?.complaint.remedy?.contains("--max-input") == true)
  }

  @Test func membersThatClimbOrRepeatAreToldAndNotUsed() throws {
    var book = TestBook("<p>First.</p>")
    book.members = [
      ZIPWriter.Member("../../home/evil", "x"),
      ZIPWriter.Member("OEBPS/c1.xhtml", TestBook.page("<p>Second.</p>")),
    ]
    let draft = try book.draft()
    #expect(draft.texts == ["First."])
    #expect(draft.notices.map(\.severity) == [.warning, .warning])
  }

  // MARK: Locks

  private func encryption(_ algorithm: String, _ member: String) -> ZIPWriter.Member {
    ZIPWriter.Member(
      "META-INF/encryption.xml",
      """
      <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
      <EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="\(algorithm)"/>
      <CipherData><CipherReference URI="\(member)"/></CipherData></EncryptedData></encryption>
      """)
  }

  @Test(arguments: [
    ("META-INF/rights.xml", "<rights xmlns=\"http://ns.adobe.com/adept\"/>", "Adobe ADEPT"),
    ("META-INF/license.lcpl", "{}", "Readium LCP"),
    ("META-INF/sinf.xml", "<x/>", "Apple FairPlay"), ("x", "", "by META-INF/encryption.xml"),
  ])
  func aLockedBookNamesItsLock(_ member: String, _ contents: String, _ lock: String) {
    var book = TestBook("<p>Text.</p>")
    book.members = [
      encryption("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "OEBPS/c1.xhtml"),
      ZIPWriter.Member(member, contents),
    ]
    let error = book.failure()
    #expect(error?.kind == .unsupported)
    #expect(error?.complaint.place == "b.epub/OEBPS/c1.xhtml")
    #expect(error?.complaint.what.contains(lock) == true)
  }

  @Test func obfuscatedFontsConcernNobodyWhoListens() throws {
    var book = TestBook("<p>Text.</p>")
    book.members = [encryption("http://www.idpf.org/2008/embedding", "OEBPS/c1.xhtml")]
    #expect(try book.draft().texts == ["Text."])
    book.members = [encryption("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "OEBPS/a.jpg")]
    #expect(try book.draft().texts == ["Text."])
  }

  @Test func anEncryptedMemberOfTheArchiveIsRefused() throws {
    var zip = TestBook("<p>Text.</p>").archive
    zip.members[3].flags |= 1
    #expect(refusal(as: .epub, of: zip.bytes())?.kind == .unsupported)
  }
}
