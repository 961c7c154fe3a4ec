/// Which rule is asked first, with the reason a line.
///
/// A token is offered to the classes in this order; the first that recognizes something there has
/// it. Longer and surer things stand before shorter and doubtful ones.
enum Precedence {
  static let rules: [Rule] = [
    Rule(Cardinal.self, on: .digits, because: "Whatever number nobody else took is counted.")
  ]
}
