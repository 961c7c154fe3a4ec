extension SampleTime {
  /// The moment as players write it, `HH:MM:SS.mmm`, rounded half up to the millisecond.
  ///
  /// `SampleTime(80_000_000).timestamp(sampleRate: 22_050)` → `01:00:28.118`. From 100 hours on the
  /// hours have as many digits as they need.
  public func timestamp(sampleRate: Int) -> String {
    Self.timestamp(milliseconds: milliseconds(sampleRate: sampleRate))
  }

  /// Milliseconds from the start as `HH:MM:SS.mmm`; a negative count is taken as 0.
  public static func timestamp(milliseconds: Int) -> String {
    let milliseconds = max(milliseconds, 0)
    let seconds = milliseconds / 1000
    let minutes = seconds / 60
    return [padded(minutes / 60, 2), padded(minutes % 60, 2), padded(seconds % 60, 2)]
      .joined(separator: ":") + "." + padded(milliseconds % 1000, 3)
  }
}

/// A count in decimal digits with zeros before it.
private func padded(_ value: Int, _ digits: Int) -> String {
  let text = String(value)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
