public import Narration

/// What is known of an audio file before its first sample.
///
/// A container that keeps its chapters before the samples reserves their room from this, so that
/// nothing is written twice when the times are known.
public struct AudioPlan: Hashable, Sendable {
  /// Samples a second of the one channel.
  public var sampleRate: Int
  /// Bits of a sample; a lossy container is given as many, and keeps what its codec keeps.
  public var depth: SampleDepth
  /// The titles of the chapters to come, in order.
  public var chapterTitles: [String]
  /// What the file says about itself.
  public var tags: Metadata
  /// The picture that players show, up to ``Cover/largestSize``, in containers that can hold one:
  /// all but WAV.
  public var cover: Cover?
  /// The program that the file names as its maker, without a version, so that a release that changes
  /// nothing audible changes no byte.
  public var encoder: String

  /// A plan with all its parts.
  public init(
    sampleRate: Int = 22_050, depth: SampleDepth = .sixteen, chapterTitles: [String] = [],
    tags: Metadata = Metadata(), cover: Cover? = nil, encoder: String = "narrate"
  ) {
    self.sampleRate = sampleRate
    self.depth = depth
    self.chapterTitles = chapterTitles
    self.tags = tags
    self.cover = cover
    self.encoder = encoder
  }
}
