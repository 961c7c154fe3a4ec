import Testing

@testable import SpokenText

@Suite struct DefinitionFinderTests {
  @Test(arguments: TableLine.lines(of: "definition-finder"))
  func collects(_ line: TableLine) {
    var definitions = Definitions()
    definitions.collect(from: line.text)
    let wanted = line.pieces.map { piece in
      let parts = piece.split(separator: "=", maxSplits: 1)
      return (String(parts[0].dropLast()), String(parts[1].dropFirst()))
    }
    #expect(
      definitions.longForms == Dictionary(wanted, uniquingKeysWith: { first, _ in first }))
  }

  @Test func rangesAndOrder() {
    let text = "Né: deep brain stimulation (DBS). EEG (electroencephalogram) too."
    let found = DefinitionFinder.definitions(in: text)
    #expect(found.map(\.order) == [.longFirst, .shortFirst])
    #expect(found.map { slice(text, $0.short) } == ["DBS", "EEG"])
    #expect(
      found.map { slice(text, $0.long) } == ["deep brain stimulation", "electroencephalogram"])
    #expect(found.first?.long == 5..<27)
  }
}
