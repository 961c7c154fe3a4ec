/// Texts for rounds of faults: ordinary sentences, and some that crash a voice.
enum FaultText {
  /// Runs of letters at which eSpeak NG 1.51 overruns a buffer.
  private static let crashes = [
    String(repeating: "a.", count: 85), String(repeating: "é.", count: 57),
    String(repeating: "字.", count: 43), String(repeating: "s'", count: 68),
  ]
  private static let beginnings = [
    "We walked to the river", "The keeper of the light said", "Nobody in the village knew",
    "On 3 May 2021 the ferry was late", "Dr. Okafor (2019) argues", "It was colder than 4 °C",
  ]
  private static let ends = [
    "and saw a heron", "that the fog would lift", "because the bridge was closed",
    "though 12 of 30 boats were home", "while snow fell on the orchard", "and went on",
  ]
  private static let speakers = ["Ada", "Ben", "Chioma"]

  /// A text in Markdown of so many sentences, no two alike.
  ///
  /// - Parameter accidents: Words of which some stand in it.
  static func draw(
    sentences: Int, accidents: [String], with random: inout SeededGenerator
  ) -> String {
    let isTalk = Bool.random(using: &random)
    var text = "# A walk\n\n"
    for number in 0..<sentences {
      if isTalk, number % 3 == 0 {
        text += "\n\n**\(speakers.randomElement(using: &random) ?? "Ada"):** "
      } else if number % 5 == 4 {
        text += "\n\n"
      }
      if number > 0, number % 25 == 0 { text += "\n\n# Part \(number / 25)\n\n" }
      text += sentence(number, accidents, &random) + " "
    }
    return text + "\n"
  }

  private static func sentence(
    _ number: Int, _ accidents: [String], _ random: inout SeededGenerator
  ) -> String {
    let dice = Int.random(in: 0..<20, using: &random)
    if dice == 0, let crash = crashes.randomElement(using: &random) {
      return "Then \(crash) was read, number \(number)."
    }
    if dice < 3, let accident = accidents.randomElement(using: &random) {
      return "Then \(accident) was read, number \(number)."
    }
    let beginning = beginnings.randomElement(using: &random) ?? ""
    let end = ends.randomElement(using: &random) ?? ""
    return "\(beginning) \(end), number \(number)."
  }
}
