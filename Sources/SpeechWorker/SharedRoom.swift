import Glibc

/// The memory in which a forked process leaves what it has spoken.
///
/// It is mapped once, shared and anonymous: no file, no name, gone with its last process. Address
/// space is reserved generously and pages are taken only where something is written.
///
///     0        header
///     128      why the engine failed, UTF-8
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
  private static let startsOffset = 65_536
  private static let samplesOffset = startsOffset + WireFormat.wordLimit * 4
  fileprivate static let missing = UInt32.max
  /// Below this the pages stay for the next unit, which saves taking them anew.
  private static let keptBytes = 1 << 20

  private let base: UnsafeMutableRawPointer
  private let header: UnsafeMutablePointer<Header>
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
    starts = (base + Self.startsOffset).bindMemory(
      to: UInt32.self, capacity: WireFormat.wordLimit)
    samples = (base + Self.samplesOffset).bindMemory(to: Int16.self, capacity: bytes / 2)
    capacity = bytes / 2
  }

  /// Makes it ready for a unit of this many words.
  func prepare(words: Int) {
    header.pointee = Header(
      state: State.begun.rawValue, messageLength: 0, sampleCount: 0)
    starts.update(repeating: Self.missing, count: words)
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

  func writer(words: Int) -> RoomWriter {
    RoomWriter(starts: starts, words: words, samples: samples, capacity: capacity)
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
  func end(words: Int) -> RoomEnd {
    switch State(rawValue: header.pointee.state) {
    case .spoken:
      let count = header.pointee.sampleCount
      guard (0...capacity).contains(count) else { return .failed("the engine lost count") }
      return .spoken(
        wordStarts: ascendingStarts(words: words, sampleCount: count),
        samples: UnsafeRawBufferPointer(start: samples, count: count * 2))
    case .full: return .outOfRoom
    case .failed:
      let count = min(max(Int(header.pointee.messageLength), 0), Self.messageCapacity)
      let bytes = UnsafeRawBufferPointer(start: base + Self.messageOffset, count: count)
      return .failed(String(decoding: bytes, as: UTF8.self))
    case .begun, nil: return .failed("the engine ended the process before it had spoken")
    }
  }

  /// One start for each word: a word that the engine told nothing about begins with the one before
  /// it, and none begins earlier than that or after the end.
  private func ascendingStarts(words: Int, sampleCount: Int) -> UnsafeBufferPointer<UInt32> {
    let starts = UnsafeMutableBufferPointer(start: starts, count: words)
    let end = UInt32(clamping: sampleCount)
    var previous: UInt32 = 0
    for index in starts.indices {
      if starts[index] != Self.missing { previous = min(max(previous, starts[index]), end) }
      starts[index] = previous
    }
    return UnsafeBufferPointer(starts)
  }
}

/// What a process left in the room, as it lies there.
enum RoomEnd {
  case spoken(wordStarts: UnsafeBufferPointer<UInt32>, samples: UnsafeRawBufferPointer)
  case outOfRoom
  case failed(String)
}

/// The room as an engine sees it.
struct RoomWriter: SpeechOutput {
  fileprivate let starts: UnsafeMutablePointer<UInt32>
  fileprivate let words: Int
  fileprivate let samples: UnsafeMutablePointer<Int16>
  fileprivate let capacity: Int
  private(set) var count = 0
  private(set) var isFull = false
  private var populated = 0
  /// Samples that fill a whole number of pages, also where these have 64 KiB.
  private static let stride = 65_536

  fileprivate init(
    starts: UnsafeMutablePointer<UInt32>, words: Int, samples: UnsafeMutablePointer<Int16>,
    capacity: Int
  ) {
    self.starts = starts
    self.words = words
    self.samples = samples
    self.capacity = capacity
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
    guard (0..<words).contains(index), starts[index] == SharedRoom.missing, sample >= 0 else {
      return
    }
    starts[index] = UInt32(clamping: min(sample, Int(SharedRoom.missing) - 1))
  }
}
