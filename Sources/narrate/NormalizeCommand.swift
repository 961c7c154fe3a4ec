import ArgumentParser
import Narration
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

  @Option(help: SettingOptions.help("glossary"), completion: .file())
  var glossary: String?

  @Option(
    name: .customLong("lexicon"), help: SettingOptions.help("lexicon"), completion: .file())
  var lexicons: [String] = []

  @OptionGroup(title: "What is said")
  var policies: PolicyOptions

  func run() async throws {
    let reporter = Reporter(format: .text, isQuiet: false)
    try await Exit.on(reporter) {
      var settings = Settings()
      try settings.set("language", to: language, option: "--language")
      if let glossary { try settings.set("glossary", to: glossary, option: "--glossary") }
      let lexicon = try LexiconFile.lexicon(lexicons)
      for problem in lexicon.problems { reporter.tell(Complaint(problem)) }
      var defaults = Policies()
      defaults.links = .full
      let normalizer = Normalizer(
        language: settings.language?.value ?? .americanEnglish, policies: policies.over(defaults),
        glossary: try settings.glossary?.value.definitions() ?? Definitions(), lexicon: lexicon)
      var input = try InputBytes(path: file)
      var output = OutputBytes()
      if lines {
        while let line = try input.nextLine(beforeWaiting: { output.flush() }) {
          output.write(render(line, with: normalizer))
          output.write("\n")
        }
      } else {
        let bytes = try input.readAll()
        renderDocument(bytes, named: input.name, with: normalizer, to: &output)
      }
      output.flush()
    }
  }

  /// One line as a document of its own; its output is one line too.
  private func render(_ line: [UInt8], with normalizer: Normalizer) -> String {
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

  private func renderDocument(
    _ bytes: [UInt8], named name: String, with normalizer: Normalizer,
    to output: inout OutputBytes
  ) {
    let (text, warnings) = DecodedText.repaired(bytes)
    for warning in warnings { StandardError.write("\(name): warning: \(warning)\n") }
    guard !bytes.isEmpty else { return }
    let utf8 = Array(text.utf8)
    let paragraphs = ParagraphSplitter.paragraphs(in: text)
    let texts = paragraphs.map { String(decoding: utf8[$0], as: UTF8.self) }
    var context = Context(definitions: normalizer.definitions(in: texts))
    if format == .ssml { output.write(NormalizedText.ssmlOpening(normalizer.language) + "\n") }
    var position = 0
    for (range, paragraph) in zip(paragraphs, texts) {
      let normalized = normalizer.normalize(paragraph, in: &context)
      switch format {
      case .text:
        // White space between paragraphs stays as it is.
        output.write(utf8[position..<range.lowerBound])
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
    case .text: output.write(utf8[position...])
    case .json: break
    case .ssml: output.write(NormalizedText.ssmlClosing + "\n")
    }
  }
}
