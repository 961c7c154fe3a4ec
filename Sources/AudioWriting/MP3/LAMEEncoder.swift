internal import CLAME
import Glibc

/// A stream of MP3 frames that libmp3lame makes from the samples of one channel.
///
/// See `lame/lame.h`. It begins with an empty frame, whose place ``information()`` takes at the end.
struct LAMEEncoder: ~Copyable {
  /// How hard libmp3lame tries, from 9 to 0.
  ///
  /// On nine minutes of synthetic speech at 22,050 Hz and 64 kbit/s, level 4 takes 1.4 s and keeps
  /// noise 0.2 dB further below what masks it than 3 (1.6 s), 0.7 dB further than 2 (3.0 s) and
  /// 0.9 dB further than 0 (8.9 s); 7, which does not shape noise, takes 0.8 s and loses 0.4 dB.
  private static let quality: Int32 = 4
  /// Samples that are handed over at once, so that the buffer stays small.
  private static let pieceLength = 8192

  /// Samples by which what a decoder leaves out at the start, 576 of the encoder and 529 of its own,
  /// falls short of one frame of MPEG-1 or two of MPEG-2.
  private static let startGap = 1152 - (576 + 529)

  private let flags: OpaquePointer
  /// Room for what a piece becomes at worst: 1.25 bytes a sample, and 7,200 (`lame.h`).
  private let buffer: UnsafeMutableRawBufferPointer
  private let samplesPerFrame: Int
  /// The first samples, until there are enough of them; nil from then on.
  private var held: [Int32]? = []
  /// Samples that were given, and the silence around them that players are to leave out.
  private var samples = 0
  private var silenceBefore = 0
  private var silenceAfter = 0

  /// An encoder of the rate, at a constant bit rate; nil where libmp3lame refuses or has no memory.
  ///
  /// - Parameter bitRate: Thousands of bits a second.
  init?(sampleRate: Int, bitRate: Int) {
    guard var flags = Self.encoder(sampleRate: sampleRate, bitRate: bitRate, scale: 1) else {
      return nil
    }
    // At a constant bit rate libmp3lame multiplies by 0.95, lest something clip.
    let scale = lame_get_scale(flags)
    if scale != 1 {
      lame_close(flags)
      guard scale > 0,
        let other = Self.encoder(sampleRate: sampleRate, bitRate: bitRate, scale: 1 / scale)
      else { return nil }
      flags = other
    }
    guard abs(lame_get_scale(flags) - 1) < 0.0001 else {
      lame_close(flags)
      return nil
    }
    self.flags = flags
    samplesPerFrame = Int(lame_get_framesize(flags))
    buffer = .allocate(byteCount: Self.pieceLength * 5 / 4 + 7200, alignment: 1)
  }

  private static func encoder(sampleRate: Int, bitRate: Int, scale: Float) -> OpaquePointer? {
    guard let flags = lame_init() else { return nil }
    // It would tell of its errors on standard error.
    lame_set_errorf(flags, nil)
    lame_set_msgf(flags, nil)
    lame_set_debugf(flags, nil)
    lame_set_in_samplerate(flags, Int32(clamping: sampleRate))
    lame_set_out_samplerate(flags, Int32(clamping: sampleRate))
    lame_set_num_channels(flags, 1)
    lame_set_mode(flags, MONO)
    lame_set_VBR(flags, vbr_off)
    lame_set_brate(flags, Int32(clamping: bitRate))
    lame_set_quality(flags, quality)
    lame_set_scale(flags, scale)
    lame_set_bWriteVbrTag(flags, 1)
    // Levels are set before, and what reads them would slow the encoder.
    lame_set_findReplayGain(flags, 0)
    guard lame_init_params(flags) >= 0, lame_get_out_samplerate(flags) == sampleRate,
      lame_get_brate(flags) == bitRate, lame_get_bWriteVbrTag(flags) == 1
    else {
      lame_close(flags)
      return nil
    }
    return flags
  }

  deinit {
    lame_close(flags)
    buffer.deallocate()
  }

  /// What libmp3lame is called on.
  static var version: String { "LAME \(String(cString: get_lame_short_version()))" }

  /// Encodes samples; what frames are ready goes into the file.
  mutating func encode(_ samples: Span<Int16>, into file: OutputFile) throws(AudioWritingError) {
    self.samples += samples.count
    if held == nil {
      try encodePieces(samples, into: file) { samples, bytes in
        lame_encode_buffer(flags, samples.baseAddress, nil, Int32(samples.count), bytes, size)
      }
    } else {
      for index in samples.indices { held?.append(Int32(samples[index]) << 16) }
      try encodeHeld(into: file)
    }
  }

  /// Encodes samples whose full scale is that of 32 bits.
  mutating func encode(_ samples: Span<Int32>, into file: OutputFile) throws(AudioWritingError) {
    self.samples += samples.count
    if held == nil {
      try encodeWords(samples, into: file)
    } else {
      for index in samples.indices { held?.append(samples[index]) }
      try encodeHeld(into: file)
    }
  }

  /// Encodes what is left, filled up with silence; after it come no samples.
  mutating func flush(into file: OutputFile) throws(AudioWritingError) {
    if let held {
      self.held = nil
      silenceBefore = Self.startGap
      let padded = [Int32](repeating: 0, count: silenceBefore) + held
      try encodeWords(padded.span, into: file)
    }
    // libmp3lame puts 576 samples or more after the last, and as many before the first.
    let least = leastFrames * samplesPerFrame - 2 * 576
    silenceAfter = max(0, least - silenceBefore - samples)
    let silence = [Int32](repeating: 0, count: silenceAfter)
    try encodeWords(silence.span, into: file)
    let count = lame_encode_flush(flags, bytes, size)
    try write(count, into: file, to: "finish the samples")
  }

  /// Samples that the frames hold, less those that decoders leave out at both ends; after flushing.
  var heldSamples: Int {
    Int(lame_get_frameNum(flags)) * samplesPerFrame
      - Int(lame_get_encoder_delay(flags)) - Int(lame_get_encoder_padding(flags))
      - silenceBefore - silenceAfter
  }

  /// The frame to put where the stream begins, after flushing; nil where libmp3lame has none.
  ///
  /// It says how many frames there are, where each hundredth of the whole starts, and how many
  /// samples the encoder put before and after those that it was given.
  func information() -> [UInt8]? {
    let count = lame_get_lametag_frame(flags, bytes, buffer.count)
    guard count <= buffer.count, var frame = InformationFrame(Array(buffer[..<count])),
      frame.leaveOut(before: silenceBefore, after: silenceAfter)
    else { return nil }
    return frame.bytes
  }

  /// Frames that every stream has.
  ///
  /// By seven, the one before them included, ffmpeg knows an MP3 file; without two it gives up. The
  /// silence that they need must be told in 12 bits, so that MPEG-1 has four of its longer ones.
  private var leastFrames: Int { samplesPerFrame == 576 ? 6 : 4 }

  private var bytes: UnsafeMutablePointer<UInt8>? {
    buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
  }

  private var size: Int32 { Int32(buffer.count) }

  /// Encodes the first samples when there are enough of them for whole frames to be left out.
  ///
  /// ffmpeg (5.1) forgets what it has still to leave out of a frame's start when it leaves out its
  /// end too. Before fewer samples goes silence, so that the start ends with a frame.
  private mutating func encodeHeld(into file: OutputFile) throws(AudioWritingError) {
    guard let held, held.count >= Self.startGap else { return }
    self.held = nil
    try encodeWords(held.span, into: file)
  }

  private func encodeWords(_ samples: Span<Int32>, into file: OutputFile) throws(AudioWritingError)
  {
    try encodePieces(samples, into: file) { samples, bytes in
      lame_encode_buffer_int(flags, samples.baseAddress, nil, Int32(samples.count), bytes, size)
    }
  }

  private func encodePieces<Sample: BitwiseCopyable>(
    _ samples: Span<Sample>, into file: OutputFile,
    with encode: (UnsafeBufferPointer<Sample>, UnsafeMutablePointer<UInt8>?) -> Int32
  ) throws(AudioWritingError) {
    var start = 0
    while start < samples.count {
      let end = min(start + Self.pieceLength, samples.count)
      let count = samples.extracting(start..<end).withUnsafeBufferPointer {
        encode($0, bytes)
      }
      try write(count, into: file, to: "write samples")
      start = end
    }
  }

  /// Writes so many bytes of the buffer; less than none is an error of libmp3lame.
  private func write(
    _ count: Int32, into file: OutputFile, to action: String
  ) throws(AudioWritingError) {
    guard count >= 0 else {
      throw file.error(in: action, else: "libmp3lame reports error \(count)")
    }
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)])
    if !bytes.isEmpty && file.write(bytes) < bytes.count {
      throw file.error(in: action, else: "the file takes no more")
    }
  }
}
