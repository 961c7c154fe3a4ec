import Narration
import NarrationTesting
import Producing
import Testing

/// Words in a language that no voice has are told, others are not.
@Suite struct UnspokenLanguagesTests {
  private func warnings(
    _ spans: String, options: [(String, String)] = []
  ) async throws -> [Complaint] {
    let scratch = try Scratch()
    let path = try scratch.write("a.html", "<html lang=en><p>He said\n\(spans) and left.</p>")
    let production = try Production(
      source: path, settings: try Dialogue.settings(options)
    ) { _ in }
    return await production.unspokenLanguages(worker: BuiltProducts.path(of: "narrate-voice"))
  }

  @Test func whatNobodySpeaksIsTold() async throws {
    let told = try await warnings(
      "<i lang=tlh>nuqneH, Qapla</i>, <i lang=de-CH>Guten Tag</i>, <i lang=qaa>o</i>")
    #expect(told.count == 2)
    #expect(told.first?.place?.hasSuffix("a.html:2:13") == true, "\(told)")
    #expect(told.first?.what.contains("`tlh`: words in it (2)") == true, "\(told)")
    #expect(told.last?.what.contains("`qaa`: words in it (1)") == true, "\(told)")
    #expect(told.allSatisfy { $0.severity == .warning && $0.remedy != nil })
  }

  @Test(arguments: [
    "nothing", "<i lang=de>ja</i>", "<i lang=en-AU>mate</i>", "<i lang=zh-Hant>好</i>",
    "<i lang=pt-BR>sim</i>",
  ])
  func whatAVoiceSpeaksIsNotTold(_ spans: String) async throws {
    #expect(try await warnings(spans).isEmpty)
  }
}
