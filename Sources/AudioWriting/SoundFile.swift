import CSndfile

/// A file that libsndfile writes through an ``OutputFile``.
///
/// See `sndfile.h` and <https://libsndfile.github.io/libsndfile/api.html>.
struct SoundFile: ~Copyable {
  /// The layouts that this program writes.
  enum Format {
    /// RF64 with room for 64-bit sizes; its header is made a plain RIFF one where the sizes fit.
    case rf64
    case flac
  }

  private let handle: OpaquePointer
  /// Held for libsndfile, whose callbacks reach it by this address.
  private let file: Unmanaged<OutputFile>

  /// Opens a writer of one channel.
  init(
    _ file: OutputFile, format: Format, sampleRate: Int, depth: SampleDepth
  ) throws(AudioWritingError) {
    var info = SF_INFO()
    info.samplerate = Int32(clamping: sampleRate)
    info.channels = 1
    info.format = Int32(
      (format == .flac ? SF_FORMAT_FLAC : SF_FORMAT_RF64)
        | (depth == .sixteen ? SF_FORMAT_PCM_16 : SF_FORMAT_PCM_24))
    let held = Unmanaged.passRetained(file)
    var callbacks = Self.callbacks
    guard let handle = sf_open_virtual(&callbacks, Int32(SFM_WRITE), &info, held.toOpaque()) else {
      held.release()
      let message = String(cString: sf_strerror(nil))
      throw file.error(in: "start at \(sampleRate) samples a second", else: message)
    }
    self.handle = handle
    self.file = held
    if format == .rf64 { sf_command(handle, Int32(SFC_RF64_AUTO_DOWNGRADE), nil, 1) }
  }

  deinit {
    sf_close(handle)
    file.release()
  }

  /// Sets the effort of FLAC, from 0 to 8 as its command line counts; before the first sample.
  func setCompressionLevel(_ level: Int) throws(AudioWritingError) {
    var fraction = Double(level) / 8  // libsndfile takes 0…1
    let size = Int32(MemoryLayout<Double>.size)
    if sf_command(handle, Int32(SFC_SET_COMPRESSION_LEVEL), &fraction, size) == 0 {
      throw error(in: "set the compression")
    }
  }

  /// Sets a comment tag; before the first sample.
  func setComment(_ comment: String) throws(AudioWritingError) {
    if sf_set_string(handle, Int32(SF_STR_COMMENT), comment) != 0 {
      throw error(in: "reserve room for chapters")
    }
  }

  /// Writes the header now, so that a file without samples has one.
  func writeHeader() throws(AudioWritingError) {
    sf_command(handle, Int32(SFC_UPDATE_HEADER_NOW), nil, 0)
    if file.takeUnretainedValue().failure != nil { throw error(in: "write the header") }
  }

  /// Writes samples; libsndfile copies none of them where the format is that of memory.
  func write(_ samples: Span<Int16>) throws(AudioWritingError) {
    try check(
      samples.withUnsafeBufferPointer {
        sf_writef_short(handle, $0.baseAddress, sf_count_t($0.count))
      }, of: samples.count)
  }

  /// Writes the highest bits of samples, as many as the file's have.
  func write(_ samples: Span<Int32>) throws(AudioWritingError) {
    try check(
      samples.withUnsafeBufferPointer {
        sf_writef_int(handle, $0.baseAddress, sf_count_t($0.count))
      }, of: samples.count)
  }

  private func check(_ written: sf_count_t, of count: Int) throws(AudioWritingError) {
    if written != count || file.takeUnretainedValue().failure != nil {
      throw error(in: "write samples")
    }
  }

  /// Writes what is left, header included, and lets go of the file, which stays open.
  consuming func close() throws(AudioWritingError) {
    let file = file.takeRetainedValue()
    let code = sf_close(handle)
    discard self
    // libsndfile's own codecs drop errors at closing; the file remembers them.
    if code != 0 || file.failure != nil {
      throw file.error(in: "finish the samples", else: String(cString: sf_error_number(code)))
    }
  }

  private func error(in action: String) -> AudioWritingError {
    file.takeUnretainedValue().error(in: action, else: String(cString: sf_strerror(handle)))
  }

  private static var callbacks: SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { sf_count_t(outputFile($0).length) },
      seek: { sf_count_t(outputFile($2).seek(Int($0), $1)) },
      read: { bytes, count, file in
        let bytes = UnsafeMutableRawBufferPointer(start: bytes, count: Int(count))
        return sf_count_t(outputFile(file).read(into: bytes))
      },
      write: { bytes, count, file in
        let bytes = UnsafeRawBufferPointer(start: bytes, count: Int(count))
        return sf_count_t(outputFile(file).write(bytes))
      },
      tell: { sf_count_t(outputFile($0).position) })
  }
}

/// The file behind a C library's user data.
func outputFile(_ pointer: UnsafeMutableRawPointer?) -> OutputFile {
  Unmanaged<OutputFile>.fromOpaque(pointer!).takeUnretainedValue()
}
