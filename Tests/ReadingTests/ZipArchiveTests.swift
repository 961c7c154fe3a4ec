import Narration
import NarrationTesting
import Testing

@testable import Reading

@Suite struct ZipArchiveTests {
  private typealias Member = ZIPWriter.Member

  private func open(_ members: [Member], limit: Int = 16 << 20) throws -> ZipArchive {
    try ZipArchive(ZIPWriter(members).bytes(), named: "a.zip", limit: limit)
  }

  private func text(_ archive: ZipArchive, _ name: String) throws -> String? {
    try archive.bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  private func failure(_ body: () throws -> Void) -> ReadingError? {
    do { try body() } catch { return error as? ReadingError }
    Issue.record("no error")
    return nil
  }

  @Test func membersComeInOrderWithTheirBytes() throws {
    let archive = try open([Member("b/two.txt", "Two"), Member("b/", ""), Member("one.txt", "")])
    #expect(archive.members.map(\.name) == ["b/two.txt", "one.txt"])
    #expect(archive.members.map(\.size) == [3, 0])
    #expect(try text(archive, "b/two.txt") == "Two")
    #expect(try text(archive, "one.txt") == "")
    #expect(try text(archive, "three.txt") == nil)
    #expect(archive.notices.isEmpty)
  }

  @Test func dataDescriptorsAndZIP64AndDeflateAreRead() throws {
    var described = Member("d", "described")
    described.flags |= 8
    var large = Member("z", "sixty-four")
    large.isZIP64 = true
    let archive = try open([described, large, .bomb("r", count: 1000)])
    #expect(try text(archive, "d") == "described")
    #expect(try text(archive, "z") == "sixty-four")
    #expect(try archive.bytes(of: "r") == [UInt8](repeating: 0x20, count: 775))
    #expect(archive.notices.isEmpty)
  }

  @Test func namesAreReadInUTF8AndCodePage437() throws {
    var old = Member([0x81, 0x2E, 0x74], Array("old".utf8))  // ü in code page 437
    old.flags = 0
    let archive = try open([Member("größe/日本.txt", "new"), old])
    #expect(archive.members.map(\.name) == ["größe/日本.txt", "ü.t"])
    #expect(try text(archive, "ü.t") == "old")
  }

  @Test(arguments: [
    "../evil", "a/../../evil", "/etc/passwd", #"..\evil"#, #"C:\evil"#, "c:evil", #"\\host\x"#,
    "..",
  ])
  func namesThatLeadOutAreNotUsed(_ name: String) throws {
    let archive = try open([Member(name, "evil"), Member("good", "good")])
    #expect(archive.members.map(\.name) == ["good"])
    #expect(archive.notices.map(\.severity) == [.warning])
    #expect(archive.notices.first?.what.contains("leads out") == true)
    #expect(try archive.bytes(of: name) == nil)
  }

  @Test func aNameIsNotCutAtNUL() throws {
    let archive = try open([Member(Array("ch1.xhtml\0.exe".utf8), [0x21])])
    #expect(try archive.bytes(of: "ch1.xhtml") == nil)
  }

  @Test func windowsSeparatorsAreFolders() throws {
    let archive = try open([Member(#"OEBPS\ch1.xhtml"#, "one"), Member("./x//y", "two")])
    #expect(archive.members.map(\.name) == ["OEBPS/ch1.xhtml", "x/y"])
    #expect(try text(archive, "OEBPS/ch1.xhtml") == "one")
  }

  @Test func ofTwoMembersWithOneNameTheFirstCounts() throws {
    let archive = try open([Member("a", "first"), Member("a", "second"), Member("./a", "third")])
    #expect(try text(archive, "a") == "first")
    #expect(archive.members.count == 1)
    #expect(archive.notices.count == 1)
    #expect(archive.notices.first?.what.contains("names of 2 members") == true)
  }

  @Test func encryptedMembersAreRefusedByName() throws {
    var secret = Member("s", "0123456789abcdef")
    secret.flags |= 1
    let archive = try open([secret, Member("open", "open")])
    let error = failure { _ = try archive.bytes(of: "s") }
    #expect(error?.kind == .unsupported)
    #expect(error?.complaint.place == "a.zip/s")
    #expect(error?.complaint.what.contains("encrypted") == true)
    #expect(try text(archive, "open") == "open")
  }

  @Test func unknownCompressionIsRefused() throws {
    var odd = Member("s", "0123456789abcdef")
    odd.method = 97
    let archive = try open([odd])
    #expect(failure { _ = try archive.bytes(of: "s") }?.kind == .unsupported)
  }

  @Test func theLimitCountsWhatIsInflatedWhateverTheHeaderClaims() throws {
    var lying = Member.bomb("s", count: 900_000)
    lying.claimedSize = 10
    let archive = try open([lying], limit: 100_000)
    let error = failure { _ = try archive.bytes(of: "s") }
    #expect(error?.kind == .tooLarge)
    #expect(error?.complaint.remedy?.contains("--max-input") == true)
  }

  @Test func theLimitIsOneForAllMembers() throws {
    let many = (0..<20).map { Member.bomb("m\($0)", count: 10_000) }
    let archive = try open(many, limit: 100_000)
    let error = failure { for member in many.indices { _ = try archive.bytes(of: "m\(member)") } }
    #expect(error?.kind == .tooLarge)
    #expect(error?.complaint.place == "a.zip/m10")
    #expect(failure { _ = try archive.bytes(of: "m11") }?.kind == .tooLarge)
  }

  @Test func aBombIsRefusedEvenUnderALargeLimit() throws {
    let archive = try open([.bomb("s", count: 30_000_000)], limit: 1 << 40)
    let error = failure { _ = try archive.bytes(of: "s") }
    #expect(error?.kind == .tooLarge)
    #expect(error?.complaint.what.contains("150-fold") == true)
  }

  @Test func aMemberMayHaveALimitOfItsOwn() throws {
    let archive = try open([Member("cover", "0123456789")])
    #expect(failure { _ = try archive.bytes(of: "cover", limit: 9) }?.kind == .tooLarge)
    #expect(try archive.bytes(of: "cover", limit: 10)?.count == 10)
  }

  @Test func ofADamagedMemberTheRestIsReadWithAWarning() throws {
    var damaged = Member("s", "still here")
    damaged.claimedCRC = 1
    let archive = try open([damaged])
    #expect(try text(archive, "s") == "still here")
    #expect(archive.notices.map(\.place) == ["a.zip/s"])
  }

  @Test func whatIsNoArchiveOrIsCutOffIsAnError() throws {
    let whole = ZIPWriter([Member("a", String(repeating: "text ", count: 100))]).bytes()
    for bytes in [
      [], Array("no archive".utf8), Array(whole.prefix(300)), Array(whole.dropLast(30)),
    ] {
      let error = failure { _ = try ZipArchive(bytes, named: "a.zip", limit: 1 << 20) }
      #expect(error?.kind == .undecodable, "\(bytes.count)")
      #expect(error?.complaint.remedy != nil)
    }
  }

  @Test func noBytesMakeItTrap() throws {
    var random = SeededGenerator(seed: 7)
    let whole = ZIPWriter([
      Member("a.txt", "some text"), .bomb("b", count: 5000), Member("../c", "climbs"),
    ]).bytes()
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      guard let archive = try? ZipArchive(bytes, named: "a.zip", limit: 1 << 16) else { continue }
      for member in archive.members {
        #expect(MemberPath.safe(member.name) == member.name)
        let found = try? archive.bytes(of: member.name)
        #expect((found?.count ?? 0) <= 1 << 16)
      }
    }
  }

  @Test(arguments: [
    ("a.xhtml", "OEBPS/t/a.xhtml", nil), ("../n.xhtml#n1", "OEBPS/n.xhtml", "n1"),
    ("#top", "OEBPS/t/me.xhtml", "top"), ("b%20c.xhtml#%C3%BC", "OEBPS/t/b c.xhtml", "ü"),
    ("/r.xhtml", "r.xhtml", nil), ("./x/../y.xhtml?q=1", "OEBPS/t/y.xhtml", nil),
    ("100%.xhtml", "OEBPS/t/100%.xhtml", nil),
  ])
  func referencesLeadToMembers(_ reference: String, _ member: String, _ fragment: String?) {
    let found = MemberPath.resolve(reference, in: "OEBPS/t/me.xhtml")
    #expect(found?.member == member)
    #expect(found?.fragment == fragment)
  }

  @Test(arguments: [
    "http://example.org/a.xhtml", "//example.org/a", "mailto:a@b", "../../../a", "data:text/html,x",
    "%2e%2e/%2e%2e/%2e%2e/a",
  ])
  func referencesThatLeadOutLeadNowhere(_ reference: String) {
    #expect(MemberPath.resolve(reference, in: "OEBPS/t/me.xhtml") == nil)
  }
}
