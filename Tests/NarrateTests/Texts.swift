/// Texts that are narrated.
enum Texts {
  /// Three chapters of plain headings, with something of all that policies decide about.
  static let harbour = """
    Light on the Water

    Dr. Boese et al. (2025) timed the harbour lights, and 4 of 5 boats found home [1]. See \
    https://example.org/lights/north for the list.

    Café & Fog

    Fog is water in the air, in drops of 10 µm. The coast guard service (CGS) counts the hours of \
    it. The CGS is never bored, and nobody writes <b>so</b>.

    References

    1. Boese A, Smith B. A study of lights at sea. J Harb. 2025;4:1-9.
    2. Marsh C. Fog in the north. J Harb. 2024;3:11-19.

    The post Light on the Water appeared first on Harbour Radio.

    """

  /// Sentences without any digit, as many as asked for, no two alike.
  static func walk(sentences: Int) -> String {
    let places = ["river", "hill", "bridge", "mill", "orchard", "harbour", "quarry"]
    let seen = ["a heron", "two dogs", "an old friend", "snow", "the first swallows"]
    return (0..<sentences).map { number in
      let place = places[number % places.count]
      let sight = seen[number % seen.count]
      return "We walked to the \(place) and saw \(sight) there"
        + String(repeating: ", again", count: number / 35) + "."
        + (number % 6 == 5 ? "\n\n" : " ")
    }.joined()
  }
}
