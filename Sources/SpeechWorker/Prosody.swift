/// How a voice speaks, in units that mean the same for every engine.
public struct Prosody: Hashable, Sendable {
  /// Words a minute, 80...900; 175 is the pace of a calm reader.
  public var wordsPerMinute: Int
  /// 0...100, 50 the voice's own pitch.
  public var pitch: Int
  /// Liveliness of the melody, 0...100, 50 the voice's own.
  public var pitchRange: Int
  /// 0...200 percent of the engine's full level.
  public var volume: Int

  /// Prosody with all its parts.
  public init(wordsPerMinute: Int = 175, pitch: Int = 50, pitchRange: Int = 50, volume: Int = 80) {
    self.wordsPerMinute = wordsPerMinute
    self.pitch = pitch
    self.pitchRange = pitchRange
    self.volume = volume
  }
}

/// How a part of a text is spoken otherwise than what is around it: a heading, a word with stress.
public struct ProsodyChange: Hashable, Sendable {
  /// Percent of the pace around it: 90 is a tenth slower.
  public var rate: Int
  /// Added to the pitch around it: 6 is about a semitone for most voices of eSpeak NG.
  public var pitch: Int
  /// Percent of the volume around it.
  public var volume: Int

  /// A change with all its parts; none by itself.
  public init(rate: Int = 100, pitch: Int = 0, volume: Int = 100) {
    self.rate = rate
    self.pitch = pitch
    self.volume = volume
  }

  /// What changes nothing.
  public static let nothing = ProsodyChange()

  /// This change within another: a stressed word in a quotation.
  public func within(_ outer: ProsodyChange) -> ProsodyChange {
    ProsodyChange(
      rate: rate * outer.rate / 100, pitch: pitch + outer.pitch,
      volume: volume * outer.volume / 100)
  }
}

extension Prosody {
  /// This prosody changed, rounded half up and kept within what engines take.
  public func changed(by change: ProsodyChange) -> Prosody {
    func clamp(_ value: Int, _ range: ClosedRange<Int>) -> Int {
      min(max(value, range.lowerBound), range.upperBound)
    }
    func share(_ value: Int, _ percent: Int) -> Int {
      (clamp(value, 0...1_000) * clamp(percent, 0...1_000) + 50) / 100
    }
    return Prosody(
      wordsPerMinute: clamp(share(wordsPerMinute, change.rate), 80...900),
      pitch: clamp(clamp(pitch, 0...100) + clamp(change.pitch, -100...100), 0...100),
      pitchRange: pitchRange, volume: clamp(share(volume, change.volume), 0...200))
  }
}
