import Glibc
import Narration
import Synchronization

/// Whether there is room for the threads and processes of a run.
///
/// The runtime waits for a thread that it cannot have, for ever if need be; so this is found out
/// before.
enum ThreadRoom {
  /// Threads that the runtime and the launching of processes have beside those that compute.
  private static let others = 12
  /// For how many jobs there was room when it was looked for last.
  private static let found = Mutex(0)
  /// The voices of a job, and the process in which one of them speaks.
  private static let processes = Lane.shelfSize + 1

  /// Has all threads of a run for a moment, and as many more as it will have processes, which count
  /// against the same limit (RLIMIT_NPROC).
  ///
  /// Not again for jobs for which there was room before.
  ///
  /// Throws a `Complaint` when the system refuses one.
  static func check(jobs: Int) throws(Complaint) {
    guard found.withLock({ $0 < jobs }) else { return }
    let threads = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) + others
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    defer { gate.deallocate() }
    pthread_mutex_init(gate, nil)
    pthread_mutex_lock(gate)
    var started: [pthread_t] = []
    var refusal: Int32 = 0
    // More jobs than these need not be sure of their room: they wait for each other.
    for _ in 0..<threads + processes * min(jobs, 8) where refusal == 0 {
      var thread = pthread_t()
      refusal = pthread_create(&thread, nil, pass, gate)
      if refusal == 0 { started.append(thread) }
    }
    pthread_mutex_unlock(gate)
    for thread in started { pthread_join(thread, nil) }
    pthread_mutex_destroy(gate)
    if refusal != 0 {
      throw Complaint(
        .error, "the system allows too few processes or too little memory to start a voice",
        remedy: "raise the limits (ulimit -u, ulimit -v), or speak with fewer --jobs")
    }
    found.withLock { $0 = max($0, jobs) }
  }

  /// Waits until all are there.
  private static let pass: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    let gate = $0?.assumingMemoryBound(to: pthread_mutex_t.self)
    if let gate {
      pthread_mutex_lock(gate)
      pthread_mutex_unlock(gate)
    }
    return nil
  }
}
