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
      whenever input pauses. Invalid UTF-8 is repaired with U+FFFD and never stops the stream. \
      Here, addresses on the web are read in full unless --links says otherwise.
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

  @Option(help: "Whose rules apply: en-US, en-GB; other languages pass through.")
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
        while try input.passNextLine(
          to: &output, { render($0, with: normalizer, to: &$1) })
        {}
      } else {
        let (text, warnings) = DecodedText.repaired(try input.readAll())
        for warning in warnings { StandardError.write("\(input.name): warning: \(warning)\n") }
        renderDocument(text, warnings: warnings, with: normalizer, to: &output)
      }
      output.flush()
    }
  }

  /// One line as a document of its own; its output is one line too.
  private func render(
    _ line: UnsafeBufferPointer<UInt8>, with normalizer: Normalizer, to output: inout OutputBytes
  ) {
    let (text, warnings) = DecodedText.repaired(line)
    switch format {
    case .text where line.count > Self.longPassage:
      var context = Context(definitions: normalizer.definitions(in: [text]))
      write(text, [0..<text.utf8.count], with: normalizer, in: &context, to: &output)
    case .text: output.write(normalizer.normalize(text).spoken)
    case .json:
      output.write(
        NormalizedJSON(
          normalizer.normalize(text), language: normalizer.language, warnings: warnings
        ).line)
    case .ssml:
      output.write(NormalizedText.ssmlOpening(normalizer.language))
      output.write(normalizer.normalize(text).ssmlParagraph)
      output.write(NormalizedText.ssmlClosing)
    }
    output.write("\n")
  }

  /// A whole document, a paragraph at a time: no more than one is held beside the text itself.
  private func renderDocument(
    _ text: String, warnings: [String], with normalizer: Normalizer, to output: inout OutputBytes
  ) {
    guard !text.isEmpty else { return }
    let paragraphs = ParagraphSplitter.paragraphs(in: text)
    let texts = paragraphs.lazy.map { text.utf8Slice($0) }
    var context = Context(definitions: normalizer.definitions(in: texts))
    switch format {
    case .text: write(text, paragraphs, with: normalizer, in: &context, to: &output)
    case .json:
      for piece in Self.pieces(paragraphs, of: text) {
        output.write(
          NormalizedJSON(
            normalizer.normalize(text.utf8Slice(piece), in: &context),
            language: normalizer.language, offset: piece.lowerBound, warnings: warnings
          ).line + "\n")
      }
    case .ssml:
      output.write(NormalizedText.ssmlOpening(normalizer.language) + "\n")
      for piece in Self.pieces(paragraphs, of: text) {
        output.write(
          normalizer.normalize(text.utf8Slice(piece), in: &context).ssmlParagraph + "\n")
      }
      output.write(NormalizedText.ssmlClosing + "\n")
    }
  }

  /// Spoken text, with the white space between passages as it is.
  private func write(
    _ text: String, _ passages: [Range<Int>], with normalizer: Normalizer,
    in context: inout Context, to output: inout OutputBytes
  ) {
    var position = 0
    for piece in Self.pieces(passages, of: text) {
      output.write(text.utf8Slice(position..<piece.lowerBound))
      output.write(normalizer.normalize(text.utf8Slice(piece), in: &context).spoken)
      position = piece.upperBound
    }
    output.write(text.utf8Slice(position..<text.utf8.count))
  }

  /// A passage of more bytes is taken a run of sentences at a time, so that what is held of it does
  /// not grow with its length.
  private static let longPassage = 1 << 16

  private static func pieces(
    _ passages: [Range<Int>], of text: String
  ) -> some Sequence<Range<Int>> {
    passages.lazy.flatMap { passage -> [Range<Int>] in
      guard passage.count > longPassage else { return [passage] }
      var pieces: [Range<Int>] = []
      for sentence in SentenceSplitter.sentences(in: text.utf8Slice(passage)) {
        let start = passage.lowerBound + sentence.lowerBound
        let end = passage.lowerBound + sentence.upperBound
        if let last = pieces.last, end - last.lowerBound <= longPassage {
          pieces[pieces.count - 1] = last.lowerBound..<end
        } else {
          pieces.append(start..<end)
        }
      }
      return pieces
    }
  }
}
