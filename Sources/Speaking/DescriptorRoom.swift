import Glibc
import Narration

/// How many workers there may be with the descriptors that this process may still open.
///
/// Starting a process with too few left would not be an error but the end of this one.
enum DescriptorRoom {
  /// Whoever asks, and the system's own queues, open some as well.
  private static let reserve = 8
  /// What starting a process takes: three streams with two ends at most, a pipe that tells whether
  /// it has started, and the process itself.
  private static let start = 9
  /// What a worker that runs holds: two streams and the process.
  private static let worker = 3

  /// As many of the jobs as there is room for, each with `workers` at a time.
  ///
  /// Throws a `Complaint` when there is none for a single one.
  static func jobs(atMost jobs: Int, workers: Int) throws(Complaint) -> Int {
    var limit = rlimit()
    guard getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return jobs }
    let each = start + (workers - 1) * worker
    let most = Int(clamping: limit.rlim_cur)
    // Not worth counting.
    guard most < max(4_096, 4 * jobs * each) else { return jobs }
    let free = (0..<Int32(clamping: most)).count { fcntl($0, F_GETFD) < 0 }
    let possible = (free - reserve) / each
    guard possible > 0 else {
      throw Complaint(
        .error, "of \(most) files that may be open \(free) are left, too few to start a voice",
        remedy: "raise the limit (ulimit -n)")
    }
    return min(jobs, possible)
  }
}
