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

  private let flags: OpaquePointer
  /// Room for what a piece becomes at worst: 1.25 bytes a sample, and 7,200 (`lame.h`).
  private let buffer: UnsafeMutableRawBufferPointer

  /// An encoder of the rate, at a constant bit rate; nil where libmp3lame refuses or has no memory.
  ///
  /// - Parameter bitRate: Thousands of bits a second.
  init?(sampleRate: Int, bitRate: Int) {
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
    lame_set_quality(flags, Self.quality)
    lame_set_bWriteVbrTag(flags, 1)
    // Levels are set before, and what reads them would slow the encoder.
    lame_set_findReplayGain(flags, 0)
    guard lame_init_params(flags) >= 0, lame_get_out_samplerate(flags) == sampleRate,
      lame_get_brate(flags) == bitRate, lame_get_bWriteVbrTag(flags) == 1
    else {
      lame_close(flags)
      return nil
    }
    self.flags = flags
    buffer = .allocate(byteCount: Self.pieceLength * 5 / 4 + 7200, alignment: 1)
  }

  deinit {
    lame_close(flags)
    buffer.deallocate()
  }

  /// What libmp3lame is called on.
  static var version: String { "LAME \(String(cString: get_lame_short_version()))" }

  /// Encodes samples; what frames are ready goes into the file.
  func encode(_ samples: Span<Int16>, into file: OutputFile) throws(AudioWritingError) {
    try encodePieces(samples, into: file) { samples, bytes in
      lame_encode_buffer(flags, samples.baseAddress, nil, Int32(samples.count), bytes, size)
    }
  }

  /// Encodes samples whose full scale is that of 32 bits.
  func encode(_ samples: Span<Int32>, into file: OutputFile) throws(AudioWritingError) {
    try encodePieces(samples, into: file) { samples, bytes in
      lame_encode_buffer_int(flags, samples.baseAddress, nil, Int32(samples.count), bytes, size)
    }
  }

  /// Encodes what is left, filled up with silence; after it come no samples.
  func flush(into file: OutputFile) throws(AudioWritingError) {
    let count = lame_encode_flush(
      flags, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), size)
    try write(count, into: file, to: "finish the samples")
  }

  /// Samples that the frames hold, less those that decoders leave out at both ends; after flushing.
  var samples: Int {
    Int(lame_get_frameNum(flags)) * Int(lame_get_framesize(flags))
      - Int(lame_get_encoder_delay(flags)) - Int(lame_get_encoder_padding(flags))
  }

  /// The frame to put where the stream begins, after flushing.
  ///
  /// Empty where libmp3lame has none. It says how many frames there are, where each hundredth of the whole starts, and how many
  /// samples the encoder put before and after those that it was given.
  func information() -> UnsafeRawBufferPointer {
    let bytes = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let count = lame_get_lametag_frame(flags, bytes, buffer.count)
    return UnsafeRawBufferPointer(rebasing: buffer[..<(count <= buffer.count ? count : 0)])
  }

  private var size: Int32 { Int32(buffer.count) }

  private func encodePieces<Sample: BitwiseCopyable>(
    _ samples: Span<Sample>, into file: OutputFile,
    with encode: (UnsafeBufferPointer<Sample>, UnsafeMutablePointer<UInt8>?) -> Int32
  ) throws(AudioWritingError) {
    var start = 0
    while start < samples.count {
      let end = min(start + Self.pieceLength, samples.count)
      let count = samples.extracting(start..<end).withUnsafeBufferPointer {
        encode($0, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self))
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
