import CSndfile
import Glibc

/// What came of decoding a file.
struct DecodedSamples {
  /// Frames that were decoded.
  var frames = 0
  /// What the decoder found, in its words, and the frame at which it did so.
  var failure: (message: String, frame: Int)?
  /// Whether a check sum of the samples was compared and differs.
  var differs = false
}

/// Decodes WAV, MP3 and Opus through libsndfile, as floating point.
///
/// Libsndfile 1.2.0 was held against ffmpeg 5.1, sample for sample: MP3 with and without an Info
/// frame, from LAME and from ffmpeg, starts at the same sample and has the same length, encoder's
/// delay and padding taken away; so does Opus with its pre-skip, once it is asked for 48,000 samples
/// a second. The program `sndfile-convert` to 16 bits does not give these samples.
enum SampleDecoding {
  /// Samples that are decoded at a time.
  private static let piece = 1 << 14

  static func decode(
    _ file: InputFile, _ structure: AudioStructure,
    into body: (Span<Float>) throws(AudioWritingError) -> Void
  ) throws(AudioWritingError) -> DecodedSamples {
    file.position = 0
    let silence = structure.container == "MP3" ? SilentStandardError() : nil
    defer { silence?.end() }
    var callbacks = callbacks
    var info = SF_INFO()
    // The file outlives the handle, which is closed below.
    let user = Unmanaged.passUnretained(file).toOpaque()
    guard let handle = sf_open_virtual(&callbacks, Int32(SFM_READ), &info, user) else {
      return DecodedSamples(failure: (String(cString: sf_strerror(nil)), 0))
    }
    defer { sf_close(handle) }
    if structure.codec == "Opus" {
      var rate = Int32(structure.sampleRate)
      let size = Int32(MemoryLayout<Int32>.size)
      sf_command(handle, Int32(SFC_SET_ORIGINAL_SAMPLERATE), &rate, size)
      sf_command(handle, Int32(SFC_GET_CURRENT_SF_INFO), &info, Int32(MemoryLayout<SF_INFO>.size))
    }
    var decoded = DecodedSamples()
    guard Int(info.channels) == structure.channels, Int(info.samplerate) == structure.sampleRate
    else {
      decoded.failure = (
        "the samples have \(info.channels) channels and \(info.samplerate) a second", 0
      )
      return decoded
    }
    let channels = structure.channels
    let count = max(1, piece / channels)
    let buffer = UnsafeMutableBufferPointer<Float>.allocate(capacity: count * channels)
    defer { buffer.deallocate() }
    while true {
      let read = sf_readf_float(handle, buffer.baseAddress, sf_count_t(count))
      guard read > 0 else { break }
      let samples = UnsafeBufferPointer(rebasing: buffer[..<(Int(read) * channels)])
      try body(samples.span)
      decoded.frames += Int(read)
    }
    if sf_error(handle) != SF_ERR_NO_ERROR {
      decoded.failure = (String(cString: sf_strerror(handle)), decoded.frames)
    }
    return decoded
  }

  private static var callbacks: SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { sf_count_t(inputFile($0).length) },
      seek: { sf_count_t(inputFile($2).seek(Int($0), $1)) },
      read: { bytes, count, file in
        let bytes = UnsafeMutableRawBufferPointer(start: bytes, count: Int(max(count, 0)))
        return sf_count_t(inputFile(file).read(into: bytes))
      },
      write: { _, _, _ in 0 },
      tell: { sf_count_t(inputFile($0).position) })
  }
}

/// The file behind a C library's user data.
private func inputFile(_ pointer: UnsafeMutableRawPointer?) -> InputFile {
  Unmanaged<InputFile>.fromOpaque(pointer!).takeUnretainedValue()
}

/// Keeps a library's talk off standard error for a while.
///
/// libmpg123 tells there what it finds in a damaged file, and libsndfile gives no way to stop it; the
/// user is told the same once, by ``AudioInspection/complaints``. It holds for the whole process.
private struct SilentStandardError {
  private let saved: Int32

  init?() {
    saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { if nowhere >= 0 { close(nowhere) } }
    guard saved >= 0, nowhere >= 0, dup2(nowhere, STDERR_FILENO) >= 0 else {
      if saved >= 0 { close(saved) }
      return nil
    }
  }

  func end() {
    dup2(saved, STDERR_FILENO)
    close(saved)
  }
}
