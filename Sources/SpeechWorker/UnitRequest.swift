/// A unit on its way to a worker, with the number that its reply will bear.
public struct UnitRequest: Hashable, Sendable {
  /// Chosen by the narrator; the reply repeats it.
  public var number: UInt32
  /// What is to be spoken.
  public var unit: SpeechUnit

  /// A request with its number.
  public init(number: UInt32, unit: SpeechUnit) {
    self.number = number
    self.unit = unit
  }

  /// The whole frame as it is written to the worker's standard input.
  ///
  /// Values of prosody and changes that do not fit the field are clamped to it.
  public func frame() -> [UInt8] {
    var writer = ByteWriter(kind: WireFormat.Kind.request)
    writer.number(number)
    writer.number(UInt16(clamping: unit.prosody.wordsPerMinute))
    writer.number(UInt16(clamping: unit.prosody.pitch))
    writer.number(UInt16(clamping: unit.prosody.pitchRange))
    writer.number(UInt16(clamping: unit.prosody.volume))
    writer.number(UInt32(clamping: unit.sentences.count))
    for sentence in unit.sentences { writer.number(UInt32(clamping: sentence.count)) }
    for word in unit.words {
      writer.text(word.text)
      writer.number(word.mark.utf8.first ?? 0)
      switch word.pronunciation {
      case nil: writer.number(UInt8(0))
      case .letterName: writer.number(UInt8(1))
      case .espeak(let mnemonics):
        writer.number(UInt8(2))
        writer.text(mnemonics)
      case .ipa(let symbols):
        writer.number(UInt8(3))
        writer.text(symbols)
      }
      writer.text(word.language)
      writer.number(UInt8(word.change == nil ? 0 : 1))
      if let change = word.change {
        writer.number(UInt16(clamping: change.rate))
        writer.number(Int16(clamping: change.pitch))
        writer.number(UInt16(clamping: change.volume))
      }
    }
    return writer.frame()
  }

  /// Reads what follows a frame's length.
  public init(frameBody: ArraySlice<UInt8>) throws(WireFault) {
    self = try wireDecoded(frameBody) { reader throws(WireFault) in
      guard try reader.number(UInt8.self) == WireFormat.Kind.request else {
        throw WireFault("a frame is no request")
      }
      return try UnitRequest(&reader)
    }
  }

  private init(_ reader: inout ByteReader) throws(WireFault) {
    number = try reader.number()
    let prosody = Prosody(
      wordsPerMinute: Int(try reader.number(UInt16.self)),
      pitch: Int(try reader.number(UInt16.self)),
      pitchRange: Int(try reader.number(UInt16.self)),
      volume: Int(try reader.number(UInt16.self)))
    let count = Int(try reader.number(UInt32.self))
    guard count <= WireFormat.sentenceLimit else {
      throw WireFault("a request has \(count) sentences, more than \(WireFormat.sentenceLimit)")
    }
    let lengths = try reader.numbers(UInt32.self, count: count).map(Int.init)
    let words = lengths.reduce(0, +)
    guard words <= WireFormat.wordLimit else {
      throw WireFault("a request has \(words) words, more than \(WireFormat.wordLimit)")
    }
    var sentences: [[SpeechUnit.Word]] = []
    sentences.reserveCapacity(count)
    for length in lengths {
      var sentence: [SpeechUnit.Word] = []
      sentence.reserveCapacity(min(length, reader.remaining / 11))
      for _ in 0..<length { sentence.append(try SpeechUnit.Word(&reader)) }
      sentences.append(sentence)
    }
    unit = SpeechUnit(sentences: sentences, prosody: prosody)
  }
}

extension SpeechUnit.Word {
  fileprivate init(_ reader: inout ByteReader) throws(WireFault) {
    let text = try reader.text()
    let mark = try reader.number(UInt8.self)
    guard mark == 0 || ",;:.?!".utf8.contains(mark) else {
      throw WireFault("\(mark) is no phrasing mark")
    }
    let pronunciation: Pronunciation?
    switch try reader.number(UInt8.self) {
    case 0: pronunciation = nil
    case 1: pronunciation = .letterName
    case 2: pronunciation = .espeak(try reader.text())
    case 3: pronunciation = .ipa(try reader.text())
    case let kind: throw WireFault("\(kind) is no kind of pronunciation")
    }
    let language = try reader.text()
    let change: ProsodyChange?
    switch try reader.number(UInt8.self) {
    case 0: change = nil
    case 1:
      change = ProsodyChange(
        rate: Int(try reader.number(UInt16.self)), pitch: Int(try reader.number(Int16.self)),
        volume: Int(try reader.number(UInt16.self)))
    case let count: throw WireFault("\(count) is no count of changes")
    }
    self.init(
      text: text, mark: mark == 0 ? "" : String(Unicode.Scalar(mark)),
      pronunciation: pronunciation, language: language, change: change)
  }
}

/// Reads one value from bytes that must hold nothing else.
func wireDecoded<Value>(
  _ bytes: ArraySlice<UInt8>, _ read: (inout ByteReader) throws(WireFault) -> Value
) throws(WireFault) -> Value {
  let result = bytes.withUnsafeBytes { buffer -> Result<Value, WireFault> in
    do throws(WireFault) {
      var reader = ByteReader(buffer)
      let value = try read(&reader)
      try reader.end()
      return .success(value)
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}
