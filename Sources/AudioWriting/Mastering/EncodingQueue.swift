import Dispatch
import Narration
import Synchronization

/// Encodes samples on a thread of its own, while the next are read, gained and limited.
///
/// Sendable because the files are touched on the queue alone, and by ``finish(chapters:countedAt:)`` when it is empty.
final class EncodingQueue: @unchecked Sendable {
  private let queue = DispatchQueue(label: "narrate.encoding")
  /// Blocks that may wait: enough for the two threads not to wait for each other at every block.
  private let room = DispatchSemaphore(value: 4)
  private let failure = Mutex<AudioWritingError?>(nil)
  private var files: AudioFiles?

  init(_ files: consuming AudioFiles) { self.files = consume files }

  /// Takes samples after those taken before, as soon as there is room; throws what stood in the way of
  /// earlier ones.
  func append(_ samples: RoundedSamples) throws(AudioWritingError) {
    if let failure = failure.withLock({ $0 }) { throw failure }
    room.wait()
    queue.async { [self] in
      defer { room.signal() }
      guard failure.withLock({ $0 }) == nil else { return }
      do throws(AudioWritingError) {
        try files?.append(samples)
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }

  /// Waits until all that was taken is encoded, or known not to be.
  func drain() { queue.sync {} }

  /// Waits for the rest, writes the chapters and closes the files, once.
  ///
  /// - Parameter rate: Samples a second that the chapters count.
  func finish(
    chapters: [Timeline.ChapterMark], countedAt rate: Int
  ) throws(AudioWritingError) -> [WrittenAudio] {
    drain()
    if let failure = failure.withLock({ $0 }) { throw failure }
    return try files.take()!.finish(chapters: chapters, countedAt: rate)
  }
}
