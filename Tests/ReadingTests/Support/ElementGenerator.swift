import NarrationTesting

/// Elements in any order and any other, around pieces of text and markup.
struct ElementGenerator {
  /// What stands innermost.
  let leaves: [String]
  /// Names of elements that hold others.
  let branches: [String]
  /// What may stand in their start tags, with the space before it.
  var attributes = [""]

  /// Some of them, up to so many inside each other.
  func content(_ depth: Int, _ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      if depth == 0 || Bool.random(using: &generator) {
        text += leaves.randomElement(using: &generator) ?? ""
      } else {
        let name = branches.randomElement(using: &generator) ?? "p"
        let attribute = attributes.randomElement(using: &generator) ?? ""
        text += "<\(name)\(attribute)>\(content(depth - 1, &generator))</\(name)>"
      }
    }
    return text
  }
}
