import SpokenText
import Testing

@Suite struct ReferenceEntryTests {
  static let entry = """
    Boese, M., Berman, R., & Choi, K. (2025). Fear and losss” in 20 rats. Neuron, 19(2), 15–20. \
    https://doi.org/10.5555/jis.2025.0046
    """

  /// Authors parted by semicolons, `…` for more of them; year; title; container; volume; issue;
  /// pages; identifier; a hyphen for what is not there.
  @Test(arguments: TableLine.lines(of: "reference-entry"))
  func fieldsAreFound(_ line: TableLine) {
    let fields = ReferenceEntry.fields(of: line.text)
    let found = fields.map {
      [
        ($0.authors + ($0.hasFurtherAuthors ? ["…"] : [])).joined(separator: "; "), $0.year,
        $0.title, $0.container, $0.volume, $0.issue, $0.pages, $0.identifier,
      ].map { $0.isEmpty ? "-" : $0 }
    }
    #expect(found == line.pieces)
  }

  /// The text of ranges, in source or spoken text.
  private func slices(_ ranges: [Range<Int>], of text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func sentencesAreSpokenPartsWithTheirSource() {
    let result = Normalizer().normalize(Self.entry)
    #expect(
      slices(result.sentences.map(\.spoken), of: result.spoken).map { $0.prefix(12) } == [
        "Boese and co", "Fear and los", "Neuron, volu", "Link to doi ",
      ])
    #expect(
      slices(result.sentences.map(\.source), of: result.source) == [
        "Boese, M., Berman, R., & Choi, K. (2025).", "Fear and losss” in 20 rats.",
        "Neuron, 19(2), 15–20.", "https://doi.org/10.5555/jis.2025.0046",
      ])
  }

  @Test func whatIsLeftOutIsDeclared() {
    let result = Normalizer().normalize(Self.entry)
    let omitted = result.edits.flatMap(\.children).filter { $0.kind == .omission }
    #expect(
      slices(omitted.map(\.source), of: result.source) == [
        ", M., Berman, R., & Choi, K.", "2), 15–20",
      ])
    #expect(omitted.allSatisfy { $0.spoken.isEmpty })
  }

  @Test func omittedEntryIsOneOmission() {
    var normalizer = Normalizer()
    normalizer.policies.references = .omit
    let result = normalizer.normalize(Self.entry)
    #expect(result.edits.map(\.kind) == [.omission])
    #expect(result.edits.map(\.source) == [0..<result.source.utf8.count])
    #expect(result.sentences.map(\.spoken) == [0..<0])
  }

  @Test(arguments: [
    entry, "Reference: \(entry)", "[4] \(entry)",
    "Smith J, Jones AB. Sleep. N Engl J Med. 2020;382(10):929-36.",
    "Smith, John. “Sleep.” Journal of Sleep, vol. 12, no. 3, 2020, pp. 45–67.",
    "J. Smith and C. Lee, “Sleep,” Journal of Sleep, vol. 3, 2021.",
  ])
  func isReference(_ text: String) {
    #expect(ReferenceEntry.isReference(text))
  }

  @Test(arguments: [
    "", "2020", "Smith et al. (2021) found 15 studies, 19(2), and left.",
    "Boese, M. said in 2025 that it works. We asked others. They agreed with him, 5 to 2.",
    "Paris, France. We stayed there in 2020. It was good.",
    "The review (Boese et al., 2025) is in Frontiers, 19, 15. See https://doi.org/10.3389/x",
    "In 2020, 19 rats ran. See doi:10.1000/xyz.",
    "World War II (1939). It began in Poland, 5, 6.",
  ])
  func isNoReference(_ text: String) {
    #expect(!ReferenceEntry.isReference(text))
  }

  @Test func unparsedReferenceIsReadAsProse() {
    var context = Context()
    let text = "see the archive of the town, box 4"
    let result = Normalizer().normalize(text, as: .reference, in: &context)
    #expect(result.spoken == "see the archive of the town, box four")
  }
}
