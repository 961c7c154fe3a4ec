import SpokenText

extension NormalizedText {
  /// What is wrong with the account of changes, nil when source and spoken text align completely.
  ///
  /// Edits must be in order and apart in both texts, and the bytes between two of them the same in
  /// both; children must be in order inside their parents; sentences in order inside the texts.
  var misalignment: String? {
    let source = Array(source.utf8)
    let spoken = Array(spoken.utf8)
    var (sourceEnd, spokenEnd) = (0, 0)
    for edit in edits {
      guard edit.source.lowerBound >= sourceEnd, edit.spoken.lowerBound >= spokenEnd else {
        return "\(edit.rule.text) at \(edit.source) overlaps the edit before it"
      }
      guard edit.source.upperBound <= source.count, edit.spoken.upperBound <= spoken.count else {
        return "\(edit.rule.text) at \(edit.source) lies outside"
      }
      guard
        source[sourceEnd..<edit.source.lowerBound].elementsEqual(
          spoken[spokenEnd..<edit.spoken.lowerBound])
      else { return "the texts differ before \(edit.rule.text) at \(edit.source)" }
      if let fault = Self.misplacedChild(of: edit) { return fault }
      (sourceEnd, spokenEnd) = (edit.source.upperBound, edit.spoken.upperBound)
    }
    guard source[sourceEnd...].elementsEqual(spoken[spokenEnd...]) else {
      return "the texts differ behind the last edit"
    }
    (sourceEnd, spokenEnd) = (0, 0)
    for sentence in sentences {
      guard sentence.source.lowerBound >= sourceEnd, sentence.spoken.lowerBound >= spokenEnd,
        sentence.source.upperBound <= source.count, sentence.spoken.upperBound <= spoken.count
      else { return "the sentence at \(sentence.source) is out of order" }
      (sourceEnd, spokenEnd) = (sentence.source.upperBound, sentence.spoken.upperBound)
    }
    return nil
  }

  private static func misplacedChild(of parent: Edit) -> String? {
    var (sourceEnd, spokenEnd) = (parent.source.lowerBound, parent.spoken.lowerBound)
    for child in parent.children {
      guard child.source.lowerBound >= sourceEnd, child.spoken.lowerBound >= spokenEnd,
        child.source.upperBound <= parent.source.upperBound,
        child.spoken.upperBound <= parent.spoken.upperBound
      else { return "\(child.rule.text) at \(child.source) is not inside \(parent.rule.text)" }
      if let fault = misplacedChild(of: child) { return fault }
      (sourceEnd, spokenEnd) = (child.source.upperBound, child.spoken.upperBound)
    }
    return nil
  }
}
