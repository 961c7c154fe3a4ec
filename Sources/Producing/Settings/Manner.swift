/// How a part of a text is read otherwise than the rest of it: a heading, a quotation.
public struct Manner<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Percent of the pace of the rest.
  public var rate: Value
  /// Added to the pitch of the rest.
  public var pitch: Value
  /// Percent of the volume of the rest.
  public var volume: Value

  /// All parts.
  public init(rate: Value, pitch: Value, volume: Value) {
    self.rate = rate
    self.pitch = pitch
    self.volume = volume
  }

  /// Every part changed in the same way.
  public func map<Other>(_ change: (Value) -> Other) -> Manner<Other> {
    Manner<Other>(rate: change(rate), pitch: change(pitch), volume: change(volume))
  }
}

extension Manner<Int> {
  /// Headings where neither settings nor profile say otherwise: slower and a semitone lower, as a
  /// reader announces what comes.
  public static var standardHeading: Manner<Int> { Manner(rate: 92, pitch: -5, volume: 100) }
  /// Quotations where neither settings nor profile say otherwise: slower, a semitone higher and
  /// softer, as a reader who lends somebody a voice.
  public static var standardQuote: Manner<Int> { Manner(rate: 95, pitch: 5, volume: 95) }

  /// Percent that a pace may be changed to.
  static let rateRange = 50...200
  /// What may be added to a pitch.
  static let pitchRange = -50...50
  /// Percent that a volume may be changed to; a voice that speaks at 80 may clip at more.
  static let volumeRange = 25...125
}

extension Manner<Setting<Int>> {
  /// What the layers say, and where they are silent the standard.
  init(_ said: Manner<Setting<Int>?>, else standard: Manner<Int>) {
    self.init(
      rate: said.rate ?? Setting(standard.rate, from: .standard),
      pitch: said.pitch ?? Setting(standard.pitch, from: .standard),
      volume: said.volume ?? Setting(standard.volume, from: .standard))
  }
}

extension Manner<Setting<Int>?> {
  /// A layer that says nothing.
  static var silent: Manner<Setting<Int>?> { Manner(rate: nil, pitch: nil, volume: nil) }
}

/// How much words stand out that the text stresses.
public enum Emphasis: String, Hashable, Sendable, CaseIterable {
  /// Like all other words.
  case none
  /// Somewhat slower, higher and louder: one hears it when one listens for it.
  case moderate
  /// Clearly slower, higher and louder.
  case strong
}

/// All manners in which a voice reads.
public struct Manners: Hashable, Sendable {
  /// Headings of every level.
  public var heading: Manner<Int>
  /// Passages that are quotations, and words that are quoted within others.
  public var quote: Manner<Int>
  /// Words that the text stresses.
  public var emphasis: Emphasis

  /// What the layers say, the profile's included, and where they are silent the standard.
  init(_ said: Settings) {
    heading = Manner(said.heading, else: .standardHeading).map(\.value)
    quote = Manner(said.quote, else: .standardQuote).map(\.value)
    emphasis = said.emphasis?.value ?? .moderate
  }
}
