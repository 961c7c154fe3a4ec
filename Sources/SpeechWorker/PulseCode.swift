/// Samples as a program wrote them: a WAV file, or nothing but samples.
///
/// RIFF as the Multimedia Programming Interface and Data Specifications 1.0 (1991) has it; a program
/// that writes into a pipe leaves the sizes open, and then all that follows is samples.
struct PulseCode {
  let sampleRate: Int
  let samples: [Int16]

  init(_ bytes: [UInt8], plainRate: Int?) throws(SpeechFailure) {
    let parsed = bytes.withUnsafeBytes { Self.parse($0, plainRate: plainRate) }
    (sampleRate, samples) = try parsed.get()
  }

  private static func parse(
    _ bytes: UnsafeRawBufferPointer, plainRate: Int?
  ) -> Result<(Int, [Int16]), SpeechFailure> {
    guard bytes.starts(with: "RIFF".utf8) else {
      guard let plainRate else {
        let what = bytes.isEmpty ? "nothing" : "no WAV file"
        return .failure(
          SpeechFailure("the command wrote \(what); is its output standard output, its rate told?"))
      }
      return .success((plainRate, Self.samples(bytes)))
    }
    var place = 12
    var rate: Int?
    while place + 8 <= bytes.count {
      let name = bytes[place..<place + 4]
      let size = Int(bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
      let rest = UnsafeRawBufferPointer(rebasing: bytes[(place + 8)...])
      if name.elementsEqual("fmt ".utf8), rest.count >= 16 {
        let channels = rest.loadUnaligned(fromByteOffset: 2, as: UInt16.self)
        let bits = rest.loadUnaligned(fromByteOffset: 14, as: UInt16.self)
        guard channels == 1, bits == 16 else {
          return .failure(
            SpeechFailure("the command wrote \(channels) channels of \(bits) bits, not 1 of 16"))
        }
        rate = Int(rest.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
      } else if name.elementsEqual("data".utf8), let rate, (1_000...384_000).contains(rate) {
        let isOpen = size == 0 || size > rest.count
        return .success(
          (rate, samples(isOpen ? rest : UnsafeRawBufferPointer(rebasing: rest[..<size]))))
      }
      place += 8 + size + size % 2
    }
    return .failure(SpeechFailure("the command wrote a WAV file without samples"))
  }

  private static func samples(_ bytes: UnsafeRawBufferPointer) -> [Int16] {
    (0..<bytes.count / 2).map {
      Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: 2 * $0, as: Int16.self))
    }
  }
}
