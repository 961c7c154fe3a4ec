import ArgumentParser
import Producing
import SpokenText

/// `narrate normalize`: plain text in, spoken text out, without reading or speaking anything.
struct NormalizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Plain UTF-8 in, the words to speak out.",
    discussion: """
      Without --lines the input is one document: a long form defined anywhere holds for all of \
      it. With --lines each line is a document of its own, one line out for each line in, flushed \
      whenever input pauses. Invalid UTF-8 is repaired with U+FFFD and never stops the stream.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, ssml
  }

  @Argument(help: "A file, or - for standard input.")
  var file = "-"

  @Flag(help: "Take each line as a document of its own.")
  var lines = false

  @Option(help: "What to print.")
  var format = Format.text

  @Option(help: "Whose rules apply: en-US, en-GB.")
  var language = "en-US"

  @OptionGroup(title: "What is said")
  var policies: PolicyOptions

  func run() async throws {
    try await Exit.on(Reporter(format: .text, isQuiet: false)) {
      var settings = Settings()
      try settings.set("language", to: language, option: "--language")
      var defaults = Policies()
      defaults.links = .full
      let normalizer = Normalizer(
        language: settings.language?.value ?? .americanEnglish, policies: policies.over(defaults))
      var input = try InputBytes(path: file)
      var output = OutputBytes()
      if lines {
        var isDone = false
        while !isDone {
          let rendered = try input.withNextLine(beforeWaiting: { output.flush() }) {
            render($0, with: normalizer)
          }
          if let rendered {
            output.write(rendered)
            output.write("\n")
          } else {
            isDone = true
          }
        }
      } else {
        let (text, warnings) = DecodedText.repaired(try input.readAll())
        for warning in warnings { StandardError.write("\(input.name): warning: \(warning)\n") }
        renderDocument(text, warnings: warnings, with: normalizer, to: &output)
      }
      output.flush()
    }
  }

  /// One line as a document of its own; its output is one line too.
  private func render(_ line: UnsafeBufferPointer<UInt8>, with normalizer: Normalizer) -> String {
    let (text, warnings) = DecodedText.repaired(line)
    let normalized = normalizer.normalize(text)
    return switch format {
    case .text: normalized.spoken
    case .json:
      NormalizedJSON(normalized, language: normalizer.language, warnings: warnings).line
    case .ssml:
      NormalizedText.ssmlOpening(normalizer.language) + normalized.ssmlParagraph
        + NormalizedText.ssmlClosing
    }
  }

  /// A whole document, a paragraph at a time: no more than one is held beside the text itself.
  private func renderDocument(
    _ text: String, warnings: [String], with normalizer: Normalizer, to output: inout OutputBytes
  ) {
    guard !text.isEmpty else { return }
    let paragraphs = ParagraphSplitter.paragraphs(in: text)
    let texts = paragraphs.lazy.map { text.utf8Slice($0) }
    var context = Context(definitions: normalizer.definitions(in: texts))
    if format == .ssml { output.write(NormalizedText.ssmlOpening(normalizer.language) + "\n") }
    var position = 0
    for range in paragraphs {
      let normalized = normalizer.normalize(text.utf8Slice(range), in: &context)
      switch format {
      case .text:
        // White space between paragraphs stays as it is.
        output.write(text.utf8Slice(position..<range.lowerBound))
        output.write(normalized.spoken)
      case .json:
        output.write(
          NormalizedJSON(
            normalized, language: normalizer.language, offset: range.lowerBound,
            warnings: warnings
          ).line + "\n")
      case .ssml: output.write(normalized.ssmlParagraph + "\n")
      }
      position = range.upperBound
    }
    switch format {
    case .text: output.write(text.utf8Slice(position..<text.utf8.count))
    case .json: break
    case .ssml: output.write(NormalizedText.ssmlClosing + "\n")
    }
  }
}
