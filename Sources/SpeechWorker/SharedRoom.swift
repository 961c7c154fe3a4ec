import Glibc

/// The memory in which a forked process leaves what it has spoken.
///
/// It is mapped once, shared and anonymous: no file, no name, gone with its last process. Address
/// space is reserved generously and pages are taken only where something is written.
///
///     0        header
///     128      why the engine failed, UTF-8
///     4096     the sample after each sentence's last, UInt32
///     65536    each word's first sample, UInt32; `missing` where the engine told none
///     131072   samples, at the start of a page of any size
struct SharedRoom {
  /// How far the process in the room has come.
  private enum State: Int32 { case begun, spoken, failed, full }

  private struct Header {
    var state: Int32
    var messageLength: Int32
    var sampleCount: Int
  }

  private static let messageOffset = 128
  private static let messageCapacity = 3968
  private static let endsOffset = 4096
  private static let startsOffset = 65_536
  private static let samplesOffset = startsOffset + WireFormat.wordLimit * 4
  fileprivate static let missing = UInt32.max
  /// Below this the pages stay for the next unit, which saves taking them anew.
  private static let keptBytes = 1 << 20

  private let base: UnsafeMutableRawPointer
  private let header: UnsafeMutablePointer<Header>
  private let ends: UnsafeMutablePointer<UInt32>
  private let starts: UnsafeMutablePointer<UInt32>
  private let samples: UnsafeMutablePointer<Int16>
  private let capacity: Int

  /// Maps a room for this many bytes of samples; nil when the system has no address space left.
  init?(bytes: Int) {
    let size = Self.samplesOffset + max(bytes, 2)
    let protection = PROT_READ | PROT_WRITE
    let flags = MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE
    guard let base = mmap(nil, size, protection, flags, -1, 0), base != MAP_FAILED else {
      return nil
    }
    self.base = base
    header = base.bindMemory(to: Header.self, capacity: 1)
    ends = (base + Self.endsOffset).bindMemory(
      to: UInt32.self, capacity: WireFormat.sentenceLimit)
    starts = (base + Self.startsOffset).bindMemory(
      to: UInt32.self, capacity: WireFormat.wordLimit)
    samples = (base + Self.samplesOffset).bindMemory(to: Int16.self, capacity: bytes / 2)
    capacity = bytes / 2
  }

  /// Makes it ready for a unit.
  func prepare(for unit: SpeechUnit) {
    header.pointee = Header(
      state: State.begun.rawValue, messageLength: 0, sampleCount: 0)
    starts.update(repeating: Self.missing, count: unit.words.count)
  }

  /// Gives the pages back to the system if the unit that has ended here was a long one.
  func release() {
    if header.pointee.sampleCount * 2 > Self.keptBytes { releaseAll() }
  }

  /// Gives the pages back, also when nobody knows how many were taken.
  ///
  /// Shared anonymous memory keeps its pages under MADV_DONTNEED; MADV_REMOVE of madvise(2) frees
  /// them.
  func releaseAll() { _ = madvise(base + Self.samplesOffset, capacity * 2, MADV_REMOVE) }

  // MARK: In the forked process

  func writer() -> RoomWriter {
    RoomWriter(starts: starts, ends: ends, samples: samples, capacity: capacity)
  }

  func finish(_ writer: RoomWriter) {
    header.pointee.sampleCount = writer.count
    header.pointee.state = writer.isFull ? State.full.rawValue : State.spoken.rawValue
  }

  func fail(_ message: String) {
    var message = message
    message.withUTF8 { utf8 in
      let count = min(utf8.count, Self.messageCapacity)
      if count > 0, let source = utf8.baseAddress {
        (base + Self.messageOffset).copyMemory(from: source, byteCount: count)
      }
      header.pointee.messageLength = Int32(count)
    }
    header.pointee.state = State.failed.rawValue
  }

  // MARK: In the worker, when that process has ended

  /// How the unit ended that a process left here on its own account.
  ///
  /// A process that went wrong may have written anything: nothing here is trusted.
  func end(of unit: SpeechUnit) -> RoomEnd {
    switch State(rawValue: header.pointee.state) {
    case .spoken:
      let count = header.pointee.sampleCount
      guard (0...capacity).contains(count) else { return .failed("the engine lost count") }
      putInOrder(unit, sampleCount: count)
      return .spoken(
        RoomSound(
          wordStarts: UnsafeBufferPointer(start: starts, count: unit.words.count),
          sentenceEnds: UnsafeBufferPointer(start: ends, count: unit.sentences.count),
          samples: UnsafeBufferPointer(start: samples, count: count)))
    case .full: return .outOfRoom
    case .failed:
      let count = min(max(Int(header.pointee.messageLength), 0), Self.messageCapacity)
      let bytes = UnsafeRawBufferPointer(start: base + Self.messageOffset, count: count)
      return .failed(String(decoding: bytes, as: UTF8.self))
    case .begun, nil: return .failed("the engine ended the process before it had spoken")
    }
  }

  /// Sees to one start for each word and one end for each sentence: a word that the engine told
  /// nothing about begins with the one before it in its sentence, none begins earlier than that or
  /// after its sentence's end, and the last sentence ends with the samples.
  private func putInOrder(_ unit: SpeechUnit, sampleCount: Int) {
    let all = UInt32(clamping: sampleCount)
    var previous: UInt32 = 0
    var word = 0
    for (index, sentence) in unit.sentences.enumerated() {
      let isLast = index + 1 == unit.sentences.count
      let end = isLast ? all : min(max(previous, ends[index]), all)
      for _ in sentence {
        if starts[word] != Self.missing { previous = min(max(previous, starts[word]), end) }
        starts[word] = previous
        word += 1
      }
      ends[index] = end
      previous = end
    }
  }
}

/// The sound that a process left in the room, as it lies there.
struct RoomSound {
  var wordStarts: UnsafeBufferPointer<UInt32>
  var sentenceEnds: UnsafeBufferPointer<UInt32>
  var samples: UnsafeBufferPointer<Int16>
}

/// What a process left in the room.
enum RoomEnd {
  case spoken(RoomSound)
  case outOfRoom
  case failed(String)
}

/// The room as an engine sees it.
struct RoomWriter: SpeechOutput {
  fileprivate let starts: UnsafeMutablePointer<UInt32>
  fileprivate let ends: UnsafeMutablePointer<UInt32>
  fileprivate let samples: UnsafeMutablePointer<Int16>
  fileprivate let capacity: Int
  private(set) var count = 0
  private(set) var isFull = false
  private var populated = 0
  /// The sentence that is being spoken: which, its words, and where it began.
  private var sentence = 0
  private var words = 0..<0
  private var firstSample = 0
  /// Samples that fill a whole number of pages, also where these have 64 KiB.
  private static let stride = 65_536

  fileprivate init(
    starts: UnsafeMutablePointer<UInt32>, ends: UnsafeMutablePointer<UInt32>,
    samples: UnsafeMutablePointer<Int16>, capacity: Int
  ) {
    self.starts = starts
    self.ends = ends
    self.samples = samples
    self.capacity = capacity
  }

  /// What follows belongs to the next sentence, of this many words.
  mutating func begin(sentenceOf count: Int) {
    words = words.upperBound..<words.upperBound + count
    firstSample = self.count
  }

  /// The sentence is spoken.
  mutating func endSentence() {
    ends[sentence] = UInt32(clamping: count)
    sentence += 1
  }

  mutating func append(_ new: UnsafeBufferPointer<Int16>) -> Bool {
    guard !isFull, new.count <= capacity - count else {
      isFull = true
      return false
    }
    guard let source = new.baseAddress else { return true }
    if count + new.count > populated { populate(count + new.count) }
    (samples + count).update(from: source, count: new.count)
    count += new.count
    return true
  }

  /// Takes pages ahead of the samples, many at once: each alone costs a fault of its own.
  ///
  /// MADV_POPULATE_WRITE of madvise(2), 23, since Linux 5.14; without it, nothing is lost but time.
  private mutating func populate(_ needed: Int) {
    let strides = (needed - populated + Self.stride - 1) / Self.stride
    let new = min(strides * Self.stride, capacity - populated)
    _ = madvise(samples + populated, new * 2, 23)
    populated += new
  }

  mutating func wordBegins(_ index: Int, at sample: Int) {
    guard words.indices.contains(words.lowerBound + index), sample >= 0,
      starts[words.lowerBound + index] == SharedRoom.missing
    else { return }
    starts[words.lowerBound + index] = UInt32(
      clamping: min(firstSample + sample, Int(SharedRoom.missing) - 1))
  }
}
