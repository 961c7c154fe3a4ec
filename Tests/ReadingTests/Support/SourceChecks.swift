import Narration
import Testing

@testable import Reading

/// Checks that the passages of an episode lead back to its source, byte by byte.
func checkPlaces(
  _ episode: Episode, _ hint: @autoclosure () -> String = "", isInOrder: Bool = true
) {
  if let fault = SourceAccount(episode).fault(isInOrder: isInOrder) {
    Issue.record("\(fault) in \(hint())")
  }
}

/// Checks the places of an episode, and that every letter and digit of its text is told of once: in a
/// passage or in an omission.
///
/// - Parameters:
///   - ranges: Where its source holds text, in order; nil for all of it.
///   - isText: Which characters there are text, where not all letters and digits are.
func checkEveryLetter(
  _ episode: Episode, in ranges: [Range<Int>]? = nil, _ hint: @autoclosure () -> String = "",
  isInOrder: Bool = true,
  where isText: (Unicode.Scalar) -> Bool = SourceAccount.isLetterOrDigit
) {
  let account = SourceAccount(episode)
  let fault = account.fault(isInOrder: isInOrder) ?? account.miscounted(in: ranges, where: isText)
  if let fault { Issue.record("\(fault) in \(hint())") }
}

/// Whether a character is a Cyrillic letter or an Arabic digit, of which no markup has any: texts
/// that are written in these can be told from the markup around them.
func isOfNoMarkup(_ scalar: Unicode.Scalar) -> Bool {
  0x400..<0x460 ~= scalar.value || 0x660...0x669 ~= scalar.value
}

/// Checks the places of an episode that is written in XML, and that every letter and digit between its
/// tags is told of once.
func checkEveryLetterOfXML(
  _ episode: Episode, _ hint: @autoclosure () -> String = "", isInOrder: Bool = true
) {
  checkEveryLetter(
    episode, in: TagScan.texts(of: episode.source), hint(), isInOrder: isInOrder)
}
