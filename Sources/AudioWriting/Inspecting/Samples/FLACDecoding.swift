import CFLAC
import Glibc

/// Decodes FLAC through libFLAC, which compares the samples with their MD5 and each frame with its
/// CRC; libsndfile does neither.
final class FLACDecoding {
  fileprivate let file: InputFile
  private let channels: Int
  private let body: (Span<Float>) throws(AudioWritingError) -> Void
  private var decoded = DecodedSamples()
  private var refusal: AudioWritingError?
  private var buffer: [Float] = []

  static func decode(
    _ file: InputFile, _ structure: AudioStructure,
    into body: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) -> DecodedSamples {
    var result: Swift.Result<DecodedSamples, AudioWritingError> = .success(DecodedSamples())
    // The callbacks are over when libFLAC returns.
    withoutActuallyEscaping(body) { body in
      result = FLACDecoding(file, channels: structure.channels, body).run()
    }
    return try result.get()
  }

  private init(
    _ file: InputFile, channels: Int,
    _ body: @escaping (Span<Float>) throws(AudioWritingError) -> Void
  ) {
    self.file = file
    self.channels = channels
    self.body = body
  }

  private func run() -> Swift.Result<DecodedSamples, AudioWritingError> {
    file.position = 0
    guard let decoder = FLAC__stream_decoder_new() else {
      return .failure(
        AudioWritingError(path: file.path, action: "decode", cause: .system(ENOMEM)))
    }
    defer { FLAC__stream_decoder_delete(decoder) }
    FLAC__stream_decoder_set_md5_checking(decoder, 1)
    let status = FLAC__stream_decoder_init_stream(
      decoder, Self.read, Self.seek, Self.tell, Self.length, Self.isAtEnd, Self.write, nil,
      Self.fail, Unmanaged.passUnretained(self).toOpaque())
    guard status == FLAC__STREAM_DECODER_INIT_STATUS_OK else {
      decoded.failure = ("libFLAC reports status \(status.rawValue)", 0)
      return .success(decoded)
    }
    let isDone = FLAC__stream_decoder_process_until_end_of_stream(decoder) != 0
    let state = FLAC__stream_decoder_get_state(decoder)
    if !isDone || state != FLAC__STREAM_DECODER_END_OF_STREAM, decoded.failure == nil {
      decoded.failure = ("libFLAC stops in state \(state.rawValue)", decoded.frames)
    }
    decoded.differs = FLAC__stream_decoder_finish(decoder) == 0
    if let refusal { return .failure(refusal) }
    return .success(decoded)
  }

  /// Takes the samples of a frame, channel by channel.
  fileprivate func take(
    _ frame: FLAC__Frame, _ planes: UnsafePointer<UnsafePointer<FLAC__int32>?>
  ) -> Bool {
    let count = Int(frame.header.blocksize)
    guard Int(frame.header.channels) == channels else {
      note("a frame of \(frame.header.channels) channels")
      return false
    }
    let bits = Int(max(frame.header.bits_per_sample, 1))
    let scale = Float(sign: .plus, exponent: 1 - bits, significand: 1)
    buffer.removeAll(keepingCapacity: true)
    buffer.reserveCapacity(count * channels)
    for index in 0..<count {
      for channel in 0..<channels { buffer.append(Float(planes[channel]?[index] ?? 0) * scale) }
    }
    do throws(AudioWritingError) {
      try body(buffer.span)
    } catch {
      refusal = error
      return false
    }
    decoded.frames += count
    return true
  }

  fileprivate func note(_ message: String) {
    if decoded.failure == nil { decoded.failure = (message, decoded.frames) }
  }

  private static let read: FLAC__StreamDecoderReadCallback = { _, bytes, count, user in
    guard let count else { return FLAC__STREAM_DECODER_READ_STATUS_ABORT }
    let file = decoding(user).file
    count.pointee = file.read(
      into: UnsafeMutableRawBufferPointer(start: bytes, count: count.pointee))
    if file.failure != nil { return FLAC__STREAM_DECODER_READ_STATUS_ABORT }
    return count.pointee == 0
      ? FLAC__STREAM_DECODER_READ_STATUS_END_OF_STREAM : FLAC__STREAM_DECODER_READ_STATUS_CONTINUE
  }
  private static let seek: FLAC__StreamDecoderSeekCallback = { _, place, user in
    decoding(user).file.seek(Int(clamping: place), SEEK_SET) < 0
      ? FLAC__STREAM_DECODER_SEEK_STATUS_ERROR : FLAC__STREAM_DECODER_SEEK_STATUS_OK
  }
  private static let tell: FLAC__StreamDecoderTellCallback = { _, place, user in
    place?.pointee = UInt64(decoding(user).file.position)
    return FLAC__STREAM_DECODER_TELL_STATUS_OK
  }
  private static let length: FLAC__StreamDecoderLengthCallback = { _, length, user in
    length?.pointee = UInt64(decoding(user).file.length)
    return FLAC__STREAM_DECODER_LENGTH_STATUS_OK
  }
  private static let isAtEnd: FLAC__StreamDecoderEofCallback = { _, user in
    let file = decoding(user).file
    return file.position >= file.length ? 1 : 0
  }
  private static let write: FLAC__StreamDecoderWriteCallback = { _, frame, planes, user in
    guard let frame, let planes, decoding(user).take(frame.pointee, planes) else {
      return FLAC__STREAM_DECODER_WRITE_STATUS_ABORT
    }
    return FLAC__STREAM_DECODER_WRITE_STATUS_CONTINUE
  }
  private static let fail: FLAC__StreamDecoderErrorCallback = { _, status, user in
    switch status {
    case FLAC__STREAM_DECODER_ERROR_STATUS_LOST_SYNC: decoding(user).note("a frame is damaged")
    case FLAC__STREAM_DECODER_ERROR_STATUS_FRAME_CRC_MISMATCH:
      decoding(user).note("a frame differs from its CRC")
    default: decoding(user).note("a frame cannot be decoded")
    }
  }
}

/// The decoding behind libFLAC's user data.
private func decoding(_ pointer: UnsafeMutableRawPointer?) -> FLACDecoding {
  Unmanaged<FLACDecoding>.fromOpaque(pointer!).takeUnretainedValue()
}
