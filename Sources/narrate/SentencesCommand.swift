import ArgumentParser
import SpokenText

/// `narrate sentences`: plain text in, one sentence a line out.
struct SentencesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences", abstract: "Plain UTF-8 in, one sentence a line out.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "A file, or - for standard input.")
  var file = "-"

  @Option(help: "json adds each sentence's range of bytes.")
  var format = Format.text

  func run() async throws {
    try await Exit.on(Reporter(format: .text, isQuiet: false)) {
      var input = try InputBytes(path: file)
      let (text, warnings) = DecodedText.repaired(try input.readAll())
      for warning in warnings { StandardError.write("\(input.name): warning: \(warning)\n") }
      write(text)
    }
  }

  private func write(_ text: String) {
    var output = OutputBytes()
    let utf8 = Array(text.utf8)
    for range in SentenceSplitter.sentences(in: text) {
      let sentence = String(decoding: utf8[range], as: UTF8.self)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      switch format {
      case .text: output.write(sentence + "\n")
      case .json:
        output.write(
          SentenceJSON(range: [range.lowerBound, range.upperBound], text: sentence).line + "\n")
      }
    }
    output.flush()
  }
}
