import Narration
import Testing

@testable import Reading

struct OmissionOrderTests {
  /// What is left out beside a space goes into it, so that runs stand in the order of the source.
  @Test func anOmissionBehindASpace() {
    let source = Array("one [x] two [y], three".utf8)
    var builder = PassageBuilder(longestWord: 100)
    func add(_ range: Range<Int>) {
      builder.add(
        String(decoding: source[range], as: UTF8.self), source: range, isCopied: true)
    }
    add(0..<4)
    builder.omit(4..<7, because: .sound)
    add(7..<12)
    builder.omit(12..<15, because: .sound)
    add(15..<22)
    builder.end()
    let passage = builder.drafts[0].passage
    #expect(passage.text == "one two , three")
    #expect(
      zip(passage.runs.runs, passage.runs.runs.dropFirst()).allSatisfy {
        $0.source.upperBound <= $1.source.lowerBound
      })
    #expect(passage.runs.source(of: 3..<4) == 7..<8)
    #expect(builder.omissions.map(\.source) == [4..<7, 12..<15])
  }
}
