// The bytes that pass between a narrator and its worker.
//
// All numbers are little-endian. A *text* is a u32 count of bytes and that many bytes of UTF-8.
//
//     frame     0  u32  count of the bytes that follow, kind included, 1...limit
//               4  u8   kind
//               5  …    body
//
// From the worker, on its standard output:
//
//     hello     kind 1   u16  protocol version        the first frame
//                        u32  samples a second
//                        text name and version of the engine
//     refusal   kind 2   text why                     the last frame; the worker exits after it
//     reply     kind 3   u32  number of the request   one for each request, in order
//                        u8   end, and by it:
//                             0 spoken          u32 count of words, of sentences, of samples,
//                                               u32 each word's first sample,
//                                               u32 the sample after each sentence's last,
//                                               i16 each sample
//                             1 died            u8 signal
//                             2 out of CPU time
//                             3 out of wall-clock time
//                             4 out of room
//                             5 failed          text why
//
// From the narrator, on the worker's standard input, which it closes to end the worker:
//
//     request   kind 16  u32  number
//                        u16  words a minute, u16 pitch, u16 pitch range, u16 volume
//                        u32  count of sentences, for each u32 its count of words, and for
//                             each word
//                             text the word
//                             u8   its mark as an ASCII character, 0 for none
//                             u8   pronunciation: 0 as spelled, 1 letter name,
//                                  2 eSpeak mnemonics (text), 3 IPA (text)
//                             text its language as a BCP 47 tag, empty for the text's own
//                             u8   0, or 1 where it stands out from the unit, and then
//                                  u16 percent of the pace, i16 what is added to the
//                                  pitch, u16 percent of the volume
//
// Decoding never traps: bytes that do not follow this layout are a `WireFault`.

#if !_endian(little)
  #error("samples pass between the processes as they lie in memory, which is little-endian")
#endif

/// What both ends of the pipes agree on.
public enum WireFormat {
  /// Told in the hello; the two ends must agree.
  public static let protocolVersion = 3
  /// Bytes that a request's frame may announce.
  public static let requestLimit = 1 << 20
  /// Bytes that a frame from the worker may announce.
  public static let replyLimit = 1 << 29
  /// Words that one request may hold.
  public static let wordLimit = 16_384
  /// Sentences that one request may hold.
  public static let sentenceLimit = 1_024
  /// Bytes that announce a frame's length.
  public static let headerSize = 4

  enum Kind {
    static let hello: UInt8 = 1
    static let refusal: UInt8 = 2
    static let reply: UInt8 = 3
    static let request: UInt8 = 16
  }

  enum End {
    static let spoken: UInt8 = 0
    static let died: UInt8 = 1
    static let cpuTime: UInt8 = 2
    static let wallClock: UInt8 = 3
    static let outOfRoom: UInt8 = 4
    static let failed: UInt8 = 5
  }
}

/// Bytes that are no frame of this protocol.
public struct WireFault: Error, Hashable {
  /// What is wrong with them, as one sentence without a final stop.
  public var message: String

  init(_ message: String) { self.message = message }
}
