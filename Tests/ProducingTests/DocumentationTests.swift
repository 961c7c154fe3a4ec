import Foundation
import NarrationTesting
import Producing
import Testing

/// Pages written by hand say what the code says.
@Suite struct DocumentationTests {
  private func manual() throws -> String {
    try Repository.text(of: "Documentation/narrate.1")
      .replacingOccurrences(of: "\\-", with: "-")
  }

  @Test func theManualPageNamesEveryKeyAndEveryValue() throws {
    let manual = try manual()
    for key in SettingKey.all {
      let parts = key.name.split(separator: ".")
      if parts.count == 1 {
        #expect(
          manual.contains("--\(key.name) ") || manual.contains("--\(key.name)\n"), "\(key.name)")
      } else {
        for part in parts { #expect(manual.contains(part), "\(key.name)") }
      }
      // Policies list their values in words with commas.
      let words = key.values.split(separator: ", ").map(String.init)
      if words.count > 1, words.allSatisfy({ !$0.contains(" ") }) {
        #expect(manual.contains(words.joined(separator: "|")), "\(key.name)")
      }
    }
  }

  @Test func theManualPageNamesEveryExitStatus() throws {
    let manual = try manual()
    let status = try #require(manual.components(separatedBy: ".SH EXIT STATUS").last)
    for value in Producing.ExitStatus.allCases where value.rawValue < 128 {
      #expect(status.contains(".B \(value.rawValue)\n"), "\(value)")
    }
    #expect(status.contains(".BR 130 \", \" 143\n"))
  }

  /// The files that the map names are there.
  @Test func theMapLeadsThroughTheCode() throws {
    let map = try Repository.text(of: "ARCHITECTURE.md")
    let paths = map.matches(of: /`((?:Sources|Examples|Plugins)\/[^`]*\.[a-z]+)`/)
      .map { String($0.output.1) }
    #expect(paths.count > 20)
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: "\(Repository.root)/\(path)"), "\(path)")
    }
  }

  /// A file that a page sends the reader to must be there.
  @Test(arguments: ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "Examples/README.md"])
  func linksLeadSomewhere(page: String) throws {
    let text = try Repository.text(of: page)
    let folder = (page as NSString).deletingLastPathComponent
    for link in text.matches(of: /\]\(([^)#:]+)\)/).map({ String($0.output.1) }) {
      #expect(
        FileManager.default.fileExists(atPath: "\(Repository.root)/\(folder)/\(link)"), "\(link)")
    }
  }
}
