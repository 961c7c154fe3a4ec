public import ArgumentParser
public import Reading

/// How a text is read, for all commands that go through `Reading`.
struct ReadingOptions: ParsableArguments {
  /// Sizes in MiB that can be asked for; the largest is far beyond what a machine holds.
  private static let sizes = 1...65_536

  @Option(help: "The largest input that is read, in MiB.")
  var maxInput = 5

  @Option(
    name: .customLong("from"),
    help: "Read the input as this format, whatever it looks like.")
  var format: SourceFormat?

  @Option(
    help: "Which item of a feed: its number, 1 the newest, or words of its title. (default: 1)")
  var item: String?

  func validate() throws {
    guard Self.sizes.contains(maxInput) else {
      throw ValidationError(
        "--max-input takes \(Self.sizes.lowerBound) to \(Self.sizes.upperBound) MiB.")
    }
  }

  /// As the reader takes them.
  var reader: EpisodeReader.Options {
    var options = EpisodeReader.Options()
    options.byteLimit = maxInput << 20
    options.format = format
    options.item = item
    return options
  }
}

extension SourceFormat: ExpressibleByArgument {}
