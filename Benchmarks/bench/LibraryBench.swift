import SpokenText

/// The library, called as a program calls it that has text in memory.
struct LibraryBench {
  /// Best of so many.
  var rounds: Int
  /// Megabytes of each kind of text.
  var sizes: [Double]
  /// A folder with `episodes/changelog` and `cases/wikipedia.tsv`, which need not be there.
  var shared: String
  /// Where texts are put for programs that read files.
  var scratch: String

  /// Characters a second that a kind of text is read with, at least.
  private static let floors = [TextMaker.Kind.prose: 15e6, .dense: 4e6]

  func run() -> Int {
    throughput() + beside() + utterances()
  }

  /// A document as `narrate normalize` takes it: paragraphs, what they define, then each in turn.
  private static func sayDocument(_ text: String) {
    var text = text
    let normalizer = Normalizer()
    let ranges = ParagraphSplitter.paragraphs(in: text)
    let paragraphs = text.withUTF8 { bytes in
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    var context = Context(definitions: normalizer.definitions(in: paragraphs))
    for paragraph in paragraphs { keep(normalizer.normalize(paragraph, in: &context)) }
  }

  private func throughput() -> Int {
    var table = Table("Characters a second on one core, best of \(rounds)")
    for kind in TextMaker.Kind.allCases {
      let floor = Self.floors[kind] ?? 0
      var rates: [Double] = []
      var passage = ""
      for size in sizes {
        var maker = TextMaker(kind, seed: 1)
        let text = maker.text(ofBytes: Int(size * 1e6))
        let slowness = Reference.slowness
        let seconds = Clock.best(of: rounds) { Self.sayDocument(text) }
        let rate = Double(text.unicodeScalars.count) / seconds
        rates.append(rate)
        table.add(
          "\(kind), document of \(Table.short(size)) MB", rate / 1e6, "M/s", .atLeast(floor / 1e6),
          beside: "\(Table.short(rate / rates[0])) × the rate of \(Table.short(sizes[0])) MB",
          slowness: slowness)
        if size <= 10 { passage = text }
      }
      let slowness = Reference.slowness
      let seconds = Clock.best(of: rounds) { keep(Normalizer().normalize(passage)) }
      table.add(
        "\(kind), \(Table.short(Double(passage.utf8.count) / 1e6)) MB in one call",
        Double(passage.unicodeScalars.count) / seconds / 1e6, "M/s", .atLeast(floor / 1e6),
        slowness: slowness)
      table.add(
        "\(kind), cost of a character, the longest text over the shortest",
        (rates.first ?? 0) / (rates.last ?? 1), "×", .atMost(1.5))
    }
    return table.missed
  }

  /// eSpeak NG takes half a minute for a megabyte, and its rate does not depend on the length.
  private func beside() -> Int {
    var table = Table("Beside `espeak-ng -q -x` on the same text, best of \(rounds)")
    for (name, text) in texts {
      let path = "\(scratch)/beside.txt"
      guard save(text, to: path) else { continue }
      let count = Double(text.unicodeScalars.count)
      let ours = count / Clock.best(of: 4 * rounds) { Self.sayDocument(text) }
      let theirs = Command.best(of: rounds, by: \.computing, ["espeak-ng", "-q", "-x", "-f", path])
        .map { count / $0 }
      table.add(
        "\(name), \(text.utf8.count / 1000) kB", theirs.map { ours / $0 }, "×", .atLeast(20),
        beside: "\(Table.short(ours / 1e6)) M/s, eSpeak NG \(Table.short((theirs ?? 0) / 1e6)) M/s")
    }
    return table.missed
  }

  /// As much of each kind, and of what there is in the shared folder.
  private var texts: [(name: String, text: String)] {
    let length = sizes.count > 3 ? 100_000 : 20_000
    var texts = TextMaker.Kind.allCases.map { kind in
      var maker = TextMaker(kind, seed: 2)
      return (kind.rawValue, maker.text(ofBytes: length))
    }
    func add(_ name: String, _ parts: [some StringProtocol]) {
      guard !parts.isEmpty else { return }
      texts.append((name, String(parts.joined(separator: "\n\n").prefix(length))))
    }
    let folder = "\(shared)/episodes/changelog"
    add(
      "transcripts of a podcast",
      names(in: folder).filter { $0.hasSuffix(".md") }.compactMap { read("\(folder)/\($0)") })
    // Its second column is what is written.
    add(
      "sentences of Wikipedia",
      (read("\(shared)/cases/wikipedia.tsv") ?? "").split(separator: "\n").dropFirst().compactMap {
        $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().first
      })
    return texts
  }

  private func utterances() -> Int {
    var table = Table(
      "Computing of one utterance of 120 characters, 20,000 different ones, best of \(rounds)")
    for kind in TextMaker.Kind.allCases {
      var maker = TextMaker(kind, seed: 3)
      let utterances = maker.utterances(20_000)
      let normalizer = Normalizer()
      let slowness = Reference.slowness
      let figures = (0..<rounds).map { _ -> (median: Double, high: Double) in
        let times = utterances.map { utterance in
          let start = Clock.thread
          keep(normalizer.normalize(utterance))
          return (Clock.thread - start) * 1e6
        }.sorted()
        return (times[times.count / 2], times[times.count * 99 / 100])
      }
      let loop = Reference.seconds(over: utterances[0]) * 1e6
      let median = figures.map(\.median).min() ?? 0
      let high = figures.map(\.high).min() ?? 0
      table.add(
        "\(kind), half of them within", median, "µs", .none,
        beside: "\(Table.short(median / loop)) × a loop in C over one (\(Table.short(loop)) µs)")
      table.add(
        "\(kind), 99 of 100 within", high, "µs", .atMost(100),
        beside: "\(Table.short(high / loop)) × that loop", slowness: slowness)
    }
    return table.missed
  }
}
