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
    /// A BCP 47 tag where the word is of another language than its text; else empty.
    ///
    /// An engine that does not speak the language says the word as its own.
    public var language: String
    /// How the word stands out from the unit; nil where it does not.
    ///
    /// An engine that cannot change its prosody within a sentence passes it over.
    public var change: ProsodyChange?

    /// A word with its mark.
    public init(
      text: String, mark: String = "", pronunciation: Pronunciation? = nil, language: String = "",
      change: ProsodyChange? = nil
    ) {
      self.text = text
      self.mark = mark
      self.pronunciation = pronunciation
      self.language = language
      self.change = change
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
