/// What a worker says on its standard output.
public enum WorkerMessage: Hashable, Sendable {
  /// The first message of a worker that is ready.
  case hello(WorkerHello)
  /// The last message of a worker that cannot go on, and why.
  case refusal(String)
  /// How the unit of the request with this number ended.
  case reply(number: UInt32, UnitEnd)
}

/// A worker's introduction.
public struct WorkerHello: Hashable, Sendable {
  /// Must equal ``WireFormat/protocolVersion``.
  public var protocolVersion: Int
  /// Samples a second of everything that follows.
  public var sampleRate: Int
  /// Name and version: `eSpeak NG 1.51`.
  public var engine: String

  /// A hello with all its parts.
  public init(
    protocolVersion: Int = WireFormat.protocolVersion, sampleRate: Int, engine: String
  ) {
    self.protocolVersion = protocolVersion
    self.sampleRate = sampleRate
    self.engine = engine
  }
}

/// How a unit ended in the process that was forked for it.
public enum UnitEnd: Hashable, Sendable {
  /// Every word was given to the voice.
  case spoken(SpokenUnit)
  /// A signal ended the process.
  case died(signal: Int32)
  /// It used more CPU time than its text could need (`RLIMIT_CPU`).
  case cpuTime
  /// It took longer than its text could need and was killed.
  case wallClock
  /// It made more samples than there is room for.
  case outOfRoom
  /// The engine could not speak it and said why.
  case failed(String)
}

/// The sound of a unit.
public struct SpokenUnit: Hashable, Sendable {
  /// 16 bit, mono.
  public var samples: [Int16]
  /// Each word's first sample: one for each word of the unit, ascending, within its sentence.
  public var wordStarts: [Int]
  /// The sample after each sentence's last, ascending; the last is the count of samples.
  public var sentenceEnds: [Int]

  /// A unit's sound with all its parts; one sentence where no ends are given.
  public init(samples: [Int16], wordStarts: [Int], sentenceEnds: [Int]? = nil) {
    self.samples = samples
    self.wordStarts = wordStarts
    self.sentenceEnds = sentenceEnds ?? [samples.count]
  }
}

extension WorkerMessage {
  /// The whole frame as it is written to the worker's standard output.
  public func frame() -> [UInt8] {
    switch self {
    case .hello(let hello):
      var writer = ByteWriter(kind: WireFormat.Kind.hello)
      writer.number(UInt16(clamping: hello.protocolVersion))
      writer.number(UInt32(clamping: hello.sampleRate))
      writer.text(hello.engine)
      return writer.frame()
    case .refusal(let message):
      var writer = ByteWriter(kind: WireFormat.Kind.refusal)
      writer.text(message)
      return writer.frame()
    case .reply(let number, .spoken(let spoken)):
      return spoken.samples.withUnsafeBufferPointer { samples in
        let starts = spoken.wordStarts.map { UInt32(clamping: $0) }
        let ends = spoken.sentenceEnds.map { UInt32(clamping: $0) }
        let head = starts.withUnsafeBufferPointer { starts in
          ends.withUnsafeBufferPointer { ends in
            Self.replyHead(
              number: number, RoomSound(wordStarts: starts, sentenceEnds: ends, samples: samples))
          }
        }
        return head + Array(UnsafeRawBufferPointer(samples))
      }
    case .reply(let number, let end):
      var writer = ByteWriter(kind: WireFormat.Kind.reply)
      writer.number(number)
      switch end {
      case .spoken: break
      case .died(let signal):
        writer.number(WireFormat.End.died)
        writer.number(UInt8(clamping: signal))
      case .cpuTime: writer.number(WireFormat.End.cpuTime)
      case .wallClock: writer.number(WireFormat.End.wallClock)
      case .outOfRoom: writer.number(WireFormat.End.outOfRoom)
      case .failed(let message):
        writer.number(WireFormat.End.failed)
        writer.text(message)
      }
      return writer.frame()
    }
  }

  /// All of a spoken unit's frame but the samples, which follow from where they lie.
  static func replyHead(number: UInt32, _ sound: RoomSound) -> [UInt8] {
    var writer = ByteWriter(kind: WireFormat.Kind.reply)
    writer.number(number)
    writer.number(WireFormat.End.spoken)
    writer.number(UInt32(clamping: sound.wordStarts.count))
    writer.number(UInt32(clamping: sound.sentenceEnds.count))
    writer.number(UInt32(clamping: sound.samples.count))
    writer.numbers(sound.wordStarts)
    writer.numbers(sound.sentenceEnds)
    return writer.frame(following: sound.samples.count * MemoryLayout<Int16>.size)
  }

  /// Reads what follows a frame's length.
  public init(frameBody: ArraySlice<UInt8>) throws(WireFault) {
    self = try wireDecoded(frameBody) { reader throws(WireFault) in
      switch try reader.number(UInt8.self) {
      case WireFormat.Kind.hello:
        return .hello(
          WorkerHello(
            protocolVersion: Int(try reader.number(UInt16.self)),
            sampleRate: Int(try reader.number(UInt32.self)), engine: try reader.text()))
      case WireFormat.Kind.refusal: return .refusal(try reader.text())
      case WireFormat.Kind.reply:
        return .reply(number: try reader.number(), try UnitEnd(&reader))
      case let kind: throw WireFault("\(kind) is no kind of frame from a worker")
      }
    }
  }
}

extension UnitEnd {
  fileprivate init(_ reader: inout ByteReader) throws(WireFault) {
    switch try reader.number(UInt8.self) {
    case WireFormat.End.spoken: self = .spoken(try SpokenUnit(&reader))
    case WireFormat.End.died: self = .died(signal: Int32(try reader.number(UInt8.self)))
    case WireFormat.End.cpuTime: self = .cpuTime
    case WireFormat.End.wallClock: self = .wallClock
    case WireFormat.End.outOfRoom: self = .outOfRoom
    case WireFormat.End.failed: self = .failed(try reader.text())
    case let end: throw WireFault("\(end) is no end of a unit")
    }
  }
}

extension SpokenUnit {
  fileprivate init(_ reader: inout ByteReader) throws(WireFault) {
    let words = Int(try reader.number(UInt32.self))
    let sentences = Int(try reader.number(UInt32.self))
    let count = Int(try reader.number(UInt32.self))
    wordStarts = try reader.numbers(UInt32.self, count: words).map(Int.init)
    sentenceEnds = try reader.numbers(UInt32.self, count: sentences).map(Int.init)
    samples = try reader.numbers(Int16.self, count: count)
    guard Self.isAscending(wordStarts, to: count) else {
      throw WireFault("the words of a unit do not begin in order within it")
    }
    guard Self.isAscending(sentenceEnds, to: count), sentenceEnds.last ?? count == count else {
      throw WireFault("the sentences of a unit do not end in order with it")
    }
  }

  private static func isAscending(_ places: [Int], to end: Int) -> Bool {
    var previous = 0
    for place in places {
      guard place >= previous, place <= end else { return false }
      previous = place
    }
    return true
  }
}
