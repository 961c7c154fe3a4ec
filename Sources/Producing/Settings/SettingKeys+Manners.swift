extension SettingKey {
  /// What is read otherwise than the rest.
  static let manners: [SettingKey] =
    manner(
      "heading", of: "heading", \.heading.rate, \.heading.pitch, \.heading.volume, .standardHeading)
    + manner("quote", of: "quotation", \.quote.rate, \.quote.pitch, \.quote.volume, .standardQuote)
    + [
      SettingKey(
        "emphasis", \.emphasis, "How much words stand out that the text stresses.",
        values: Emphasis.allCases.map(\.rawValue).joined(separator: ", "),
        standard: "the voice's, else \(Emphasis.moderate.rawValue)",
        example: Emphasis.strong.rawValue, words: Emphasis.allCases.map(\.rawValue),
        show: { $0.rawValue }
      ) { Emphasis(rawValue: $0) }
    ]

  /// The three keys of a manner.
  private static func manner(
    _ part: String, of name: String, _ rate: Path<Int>, _ pitch: Path<Int>, _ volume: Path<Int>,
    _ standard: Manner<Int>
  ) -> [SettingKey] {
    func key(
      _ name: String, _ path: Path<Int>, _ summary: String, _ range: ClosedRange<Int>,
      standard: Int, isPercent: Bool
    ) -> SettingKey {
      let unit = isPercent ? "%" : ""
      let show: @Sendable (Int) -> String = { isPercent ? "\($0) %" : signed($0) }
      let bounds = "\(signed(range.lowerBound)) to \(signed(range.upperBound))"
      return SettingKey(
        "\(part).\(name)", path, summary,
        values: isPercent ? "\(range.lowerBound) to \(range.upperBound) percent" : bounds,
        standard: "the voice's, else \(show(standard))", example: show(standard), show: show
      ) { Measured.whole(in: $0, unit: unit, range) }
    }
    return [
      key(
        "rate", rate, "Pace of a \(name), in percent of the rest.", Manner.rateRange,
        standard: standard.rate, isPercent: true),
      key(
        "pitch", pitch, "Added to the pitch for a \(name); 6 is about a semitone.",
        Manner.pitchRange, standard: standard.pitch, isPercent: false),
      key(
        "volume", volume, "Volume of a \(name), in percent of the rest.", Manner.volumeRange,
        standard: standard.volume, isPercent: true),
    ]
  }

  /// `+5`, `-5`, `0`.
  private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
}
