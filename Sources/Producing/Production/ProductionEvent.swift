public import Narration

/// What a production tells while it goes on.
public enum ProductionEvent: Hashable, Sendable {
  /// Something that the user should know.
  case complaint(Complaint)
  /// Speaking begins: sentences to speak, and about how long the audio will be.
  case started(utterances: Int, estimatedSeconds: Double)
  /// Sentences that stand in the audio so far, and its length so far.
  case spoken(utterances: Int, seconds: Double)
  /// All is spoken, and is now levelled and written; how much of it is, from 0 to 1.
  case levelled(share: Double)
}

/// What a production made.
public struct ProductionReport: Hashable, Sendable {
  /// The files that stand at their places.
  public var files: [String]
  /// Length of the audio in seconds.
  public var seconds: Double
  /// Sentences in the audio.
  public var utterances: Int
  /// Sentences of which some words could not be spoken; each was told as a warning.
  public var unspoken: Int
  /// Chapters in the audio.
  public var chapters: Int

  /// How loud the voices were, in LUFS; nil where they were not measured, or too short for it.
  public var loudness: Double?
  /// By how much they were made louder, in dB, a whole number of hundredths.
  public var gain: Double

  /// Success, or partial when a sentence is missing.
  public var status: ExitStatus { unspoken == 0 ? .success : .partial }
}
