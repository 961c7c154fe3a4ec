/// The containers that audio can be written to.
public enum AudioFormat: String, Hashable, Sendable, CaseIterable {
  case flac, wav

  /// What file names end in, without the dot.
  public var fileExtension: String { rawValue }
}
