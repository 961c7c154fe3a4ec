/// The 112 bytes before the samples, of the length that libsndfile leaves for an RF64 header.
///
/// libsndfile's own describes the samples by `WAVE_FORMAT_EXTENSIBLE`, which Python's `wave` before
/// 3.12 and many portable players refuse, and counts nothing that stands after the samples. This one
/// says plain PCM. Sizes that 32 bits cannot hold go into `ds64` (EBU Tech 3306); otherwise its
/// place is kept by `JUNK` and the file is a plain RIFF one.
struct WAVHeader {
  static let length = 112

  var sampleRate: Int
  var depth = SampleDepth.sixteen
  /// Samples of the one channel.
  var frames: Int
  /// Bytes of the whole file.
  var fileLength: Int
  /// The largest file that may be a plain RIFF one; smaller in tests.
  var plainLimit = Int(UInt32.max) + 8

  var bytes: [UInt8] {
    let isPlain = fileLength <= plainLimit
    let unknown = UInt32.max
    let size = depth.byteCount
    var format = RIFFChunk("fmt ")
    format.append(UInt16(1))  // WAVE_FORMAT_PCM
    format.append(UInt16(1))  // channels
    format.append(UInt32(sampleRate))
    format.append(UInt32(size * sampleRate))  // bytes a second
    format.append(UInt16(size))  // bytes a frame
    format.append(UInt16(depth.rawValue))  // bits a sample
    var sizes = RIFFChunk(isPlain ? "JUNK" : "ds64")
    if isPlain {
      sizes.append(zeros: 28)
    } else {
      sizes.append(UInt64(fileLength - 8))
      sizes.append(UInt64(size * frames))
      sizes.append(UInt64(frames))
      sizes.append(UInt32(0))  // no other chunk needs 64 bits
    }
    var filler = RIFFChunk("JUNK")
    filler.append(zeros: 24)

    var header = RIFFChunk("header")
    header.append(ascii: isPlain ? "RIFF" : "RF64")
    header.append(isPlain ? UInt32(fileLength - 8) : unknown)
    header.append(ascii: "WAVE")
    header.append(sizes)
    header.append(format)
    header.append(filler)
    header.append(ascii: "data")
    header.append(isPlain ? UInt32(size * frames) : unknown)
    return header.payload
  }
}
