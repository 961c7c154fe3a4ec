internal import COpusEnc

/// An Ogg Opus file of one channel that libopusenc writes through an ``OutputFile``.
///
/// See `opusenc.h` and RFC 7845. Of its own libopusenc adds the vendor's name that the format asks for,
/// `libopus 1.3.1, libopusenc 0.2.1`, and nothing that differs from one run to the next but the serial
/// number, which is set here.
struct OpusEncoder: ~Copyable {
  /// The number that tells the streams of a file apart (RFC 3533, section 6): any, as there is one.
  static let serialNumber = 1
  /// Bytes left after the comments for a tag editor, so that it need not move the samples.
  private static let padding = 512

  private let handle: OpaquePointer
  /// Held for libopusenc, whose callbacks reach it by this address.
  private let file: Unmanaged<OutputFile>
  /// Samples on their way to the encoder, which takes floating point where 16 bits are too few.
  private var floats: [Float] = []
  private var isEmpty = true

  /// Opens an encoder; nothing is written before the first sample.
  ///
  /// - Parameters:
  ///   - comments: `NAME=value` each.
  ///   - picture: The value of `METADATA_BLOCK_PICTURE`, ended by a NUL; it follows the comments.
  init(
    _ file: OutputFile, sampleRate: Int, depth: SampleDepth, comments: [String],
    picture: [CChar]?
  ) throws(AudioWritingError) {
    let list = ope_comments_create()
    defer { if let list { ope_comments_destroy(list) } }
    var code = list == nil ? OPE_ALLOC_FAIL : OPE_OK
    for comment in comments where code == OPE_OK { code = ope_comments_add_string(list, comment) }
    if let picture, code == OPE_OK {
      code = picture.withUnsafeBufferPointer {
        ope_comments_add(list, "METADATA_BLOCK_PICTURE", $0.baseAddress)
      }
    }
    let held = Unmanaged.passRetained(file)
    var handle: OpaquePointer?
    if code == OPE_OK {
      var callbacks = Self.callbacks
      let rate = Int32(clamping: sampleRate)
      handle = ope_encoder_create_callbacks(&callbacks, held.toOpaque(), list, rate, 1, 0, &code)
    }
    for (request, value) in Self.settings(sampleRate: sampleRate, depth: depth)
    where code == OPE_OK {
      code = opusenc_set(handle, request, Int32(value))
    }
    guard let handle, code == OPE_OK else {
      if let handle { ope_encoder_destroy(handle) }
      held.release()
      let action = "start at \(sampleRate) samples a second"
      throw file.error(in: action, else: Self.text(of: code))
    }
    self.handle = handle
    self.file = held
  }

  deinit {
    ope_encoder_destroy(handle)
    file.release()
  }

  /// What is asked of Opus, by `opus_defines.h`.
  ///
  /// Measured on a minute of synthetic speech at 22,050 samples a second, as PESQ (wide band, 4.64 at
  /// most) and processor time:
  ///
  /// | bits a second | complexity | PESQ | time |
  /// | --- | --- | --- | --- |
  /// | 24,000 | 10 | 3.77 | 0.97 s |
  /// | 32,000 | 10 or 8 | 4.02 | 0.97 s |
  /// | 32,000 | 6 | 3.89 | 0.74 s |
  /// | 32,000 | 5 | 3.66 | 0.59 s |
  /// | 32,000 | 3 | 2.88 | 0.50 s |
  /// | 48,000 | 10 | 4.30 | 1.00 s |
  ///
  /// A file is encoded once and fetched and heard often, so all effort is taken. As music
  /// (`OPUS_SIGNAL_MUSIC`) it takes 61,000 for the 32,000 asked for, at 3.79. The application stays "audio": that for
  /// telephony hears no better (4.01), but takes the lowest frequencies away.
  private static func settings(sampleRate: Int, depth: SampleDepth) -> [(Int32, Int)] {
    var settings: [(Int32, Int)] = [
      (OPE_SET_SERIALNO_REQUEST, serialNumber),
      (OPE_SET_COMMENT_PADDING_REQUEST, padding),
      (OPUS_SET_BITRATE_REQUEST, 32_000),
      (OPUS_SET_COMPLEXITY_REQUEST, 10),
      (OPUS_SET_SIGNAL_REQUEST, Int(OPUS_SIGNAL_VOICE)),
      (OPUS_SET_LSB_DEPTH_REQUEST, depth.rawValue),
    ]
    // No bits for what is not there: 3 % fewer at the same quality.
    if sampleRate <= 24_000 {
      settings.append((OPUS_SET_MAX_BANDWIDTH_REQUEST, Int(OPUS_BANDWIDTH_SUPERWIDEBAND)))
    }
    return settings
  }

  /// Takes the next samples.
  mutating func write(_ samples: Span<Int16>) throws(AudioWritingError) {
    isEmpty = isEmpty && samples.isEmpty
    var rest = samples
    while !rest.isEmpty {
      let piece = rest.extracting(first: 1 << 20)
      try check(
        piece.withUnsafeBufferPointer {
          ope_encoder_write(handle, $0.baseAddress, Int32($0.count))
        })
      rest = rest.extracting(droppingFirst: piece.count)
    }
  }

  /// Takes the highest 24 bits of the next samples.
  mutating func write(_ samples: Span<Int32>) throws(AudioWritingError) {
    isEmpty = isEmpty && samples.isEmpty
    var rest = samples
    while !rest.isEmpty {
      let piece = rest.extracting(first: 4096)
      floats.removeAll(keepingCapacity: true)
      for index in piece.indices { floats.append(Float(piece[index] >> 8) / 0x80_0000) }
      try check(
        floats.withUnsafeBufferPointer {
          ope_encoder_write_float(handle, $0.baseAddress, Int32($0.count))
        })
      rest = rest.extracting(droppingFirst: piece.count)
    }
  }

  /// Writes what is left and lets go of the file, which stays open.
  consuming func finish() throws(AudioWritingError) {
    // libopusenc 0.2.1 aborts where it is drained and was given nothing: it gets one silent sample.
    var code = OPE_OK
    if isEmpty {
      var silence: Int16 = 0
      code = ope_encoder_write(handle, &silence, 1)
    }
    if code == OPE_OK { code = ope_encoder_drain(handle) }
    if code != OPE_OK || file.takeUnretainedValue().failure != nil {
      throw error(code, in: "finish the samples")
    }
  }

  private func check(_ code: Int32) throws(AudioWritingError) {
    if code != OPE_OK || file.takeUnretainedValue().failure != nil {
      throw error(code, in: "write samples")
    }
  }

  private func error(_ code: Int32, in action: String) -> AudioWritingError {
    file.takeUnretainedValue().error(in: action, else: Self.text(of: code))
  }

  private static func text(of code: Int32) -> String { String(cString: ope_strerror(code)) }

  private static var callbacks: OpusEncCallbacks {
    OpusEncCallbacks(
      write: { file, bytes, count in
        let bytes = UnsafeRawBufferPointer(start: bytes, count: Int(count))
        return outputFile(file).write(bytes) == bytes.count ? 0 : 1
      },
      close: { _ in 0 })
  }
}
