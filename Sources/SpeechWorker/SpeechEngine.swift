/// What turns words into samples, inside a worker process.
///
/// An engine is created once a process and speaks one unit, sentence after sentence, in each fork of
/// it, so that it may keep state as it likes: no unit ever hears what another left behind.
public protocol SpeechEngine {
  /// Samples a second of everything this engine makes.
  var sampleRate: Int { get }
  /// Name and version, for reports and for the key of a resumed run: `eSpeak NG 1.51`.
  var version: String { get }
  /// Speaks one sentence: hands over samples as they come and the sample at which each word begins.
  ///
  /// Returning normally means that every word was given to the voice.
  func speak(
    _ sentence: [SpeechUnit.Word], as prosody: Prosody, to output: inout some SpeechOutput
  ) throws(SpeechFailure)
}

/// Where an engine puts what it makes.
public protocol SpeechOutput {
  /// Appends 16-bit mono samples; false when there is no room and the engine should stop.
  mutating func append(_ samples: UnsafeBufferPointer<Int16>) -> Bool
  /// Notes that the word of the sentence with this index begins at `sample`, counted from the
  /// sentence's start.
  mutating func wordBegins(_ index: Int, at sample: Int)
}

/// Why an engine could not speak a unit although it did not die.
public struct SpeechFailure: Error, Hashable {
  /// What went wrong, as one sentence.
  public var message: String

  /// A failure told in a sentence.
  public init(_ message: String) { self.message = message }
}

/// What is spoken in one fork, and how: sentences one after the other, or a part of one.
public struct SpeechUnit: Hashable, Sendable {
  /// A word with its mark, as the engine must say it.
  public struct Word: Hashable, Sendable {
    /// How the word is said when its spelling would mislead.
    public enum Pronunciation: Hashable, Sendable {
      case letterName
      case espeak(String)
      case ipa(String)
    }
    /// UTF-8, no white space, no control characters, at most 100 bytes.
    public var text: String
    /// `,` `;` `:` `.` `?` `!` or empty.
    public var mark: String
    /// How to say the word; nil as it is spelled.
    public var pronunciation: Pronunciation?

    /// A word with its mark.
    public init(text: String, mark: String = "", pronunciation: Pronunciation? = nil) {
      self.text = text
      self.mark = mark
      self.pronunciation = pronunciation
    }
  }

  /// In the order in which they are heard, each with its words in that order.
  public var sentences: [[Word]]
  /// How all of them are spoken.
  public var prosody: Prosody

  /// A unit with all its parts.
  public init(sentences: [[Word]], prosody: Prosody) {
    self.sentences = sentences
    self.prosody = prosody
  }

  /// The words of all sentences.
  public var words: FlattenSequence<[[Word]]> { sentences.joined() }
}

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
