import Foundation
import Glibc

/// A start in which something is scarce.
struct Scarcity {
  /// A command that starts what follows it.
  var wrapper: [String]
  /// For people.
  var told: String
  /// Where the work folder's files are found afterwards, when they are not in it.
  var leavesFiles: String?

  /// A start in which the fault happens; nil for one that needs none.
  ///
  /// - Parameter bytes: What a run in peace writes.
  /// - Throws: ``Unavailable`` where this system cannot make it.
  init?(
    _ fault: Fault, of stage: FaultStage, bytes: Int, with random: inout SeededGenerator
  ) throws {
    switch fault {
    case .fileSize:
      let limit = Int.random(in: 0...bytes, using: &random)
      self.init(limit: "--fsize=\(limit)")
    case .descriptors:
      self.init(limit: "--nofile=\(Int.random(in: 8...60, using: &random))")
    case .memory:
      // With less the program is not loaded, or its runtime waits for a thread that it cannot have.
      self.init(limit: "--as=\(Int.random(in: 160...1_200, using: &random) << 20)")
    // With fewer the runtime itself waits for its first threads, as long as it takes.
    case .processes: try self.init(processes: Int.random(in: 12...60, using: &random), of: stage)
    case .fullDisk: try self.init(diskOf: stage, bytes: bytes, with: &random)
    default: return nil
    }
  }

  /// Why a fault cannot be made here.
  struct Unavailable: Error { var why: String }

  private init(limit: String, through more: [String] = []) {
    wrapper = ["prlimit", "--core=0", limit, "--"] + more
    told = limit
  }

  /// The limit counts all processes and threads of a user, and does not hold for the superuser,
  /// who so becomes nobody.
  private init(processes: Int, of stage: FaultStage) throws {
    guard geteuid() == 0 else {
      self.init(limit: "--nproc=\(Self.threads(of: geteuid()) + processes)")
      return
    }
    let nobody: uid_t = 65_534
    let become = ["setpriv", "--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups", "--"]
    let program = stage.scratch.path("bin/narrate")
    let works = try? Program.run("setpriv", become.dropFirst() + [program, "--version"])
    guard works?.status == 0 else {
      throw Unavailable(why: "the superuser has no limit, and nobody else may run \(program)")
    }
    for path in [stage.work, stage.scratch.path("work/\(FaultStage.episode)")] {
      chown(path, nobody, nobody)
    }
    self.init(
      limit: "--nproc=\(Self.threads(of: nobody) + processes)", through: become)
  }

  private static func threads(of user: uid_t) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.reduce(0) { sum, name in
      var status = stat()
      guard Int(name) != nil, stat("/proc/\(name)", &status) == 0, status.st_uid == user else {
        return sum
      }
      let tasks = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(name)/task")
      return sum + (tasks?.count ?? 0)
    }
  }

  /// Whether a disk of a size of ours can be had: by the superuser, and where the system lets
  /// everyone mount in a user namespace.
  private static let canMount =
    (try? Program.run("unshare", ["-rm", "mount", "-t", "tmpfs", "t", "/mnt"]))?.status == 0

  /// A small disk from the start, or one that somebody else fills.
  private init(
    diskOf stage: FaultStage, bytes: Int, with random: inout SeededGenerator
  ) throws {
    guard Self.canMount else { throw Unavailable(why: "no disk may be mounted here") }
    let after = stage.scratch.path("after")
    let isFilled = Bool.random(using: &random)
    let need = 2 * bytes / 1024 + 64
    let size = isFilled ? 4 * need : Int.random(in: 16...need, using: &random)
    let rest = Int.random(in: 0...need, using: &random)
    wrapper = [
      "prlimit", "--core=0", "--", "timeout", "-k", "5", "500", "unshare", "-rm", "bash", "-c",
      Self.script, stage.work, after, "\(size)", isFilled ? "\(size - rest)" : "0",
    ]
    told = isFilled ? "a disk filled to the last \(rest) KiB" : "a disk of \(size) KiB"
    leavesFiles = after
  }

  /// The work folder becomes a disk of its own for as long as this runs; what is in it then is
  /// copied out.
  private static let script = """
    work=$0 after=$1 size=$2 filler=$3
    shift 3
    mkdir "$after" && cp -a "$work/." "$after" || exit 99
    mount -t tmpfs -o size=16m faults "$work" && cd "$work" && cp -a "$after/." . \\
      && mount -o "remount,size=${size}k" "$work" || exit 99
    rm -rf "$after"
    "$@" &
    if [ "$filler" -gt 0 ]; then
      until ls -A | grep -q '[.]narrate-' || ! kill -0 $! 2>/dev/null; do sleep 0.01; done
      head -c "${filler}k" </dev/zero >filler 2>/dev/null
    fi
    wait $!
    status=$?
    rm -f filler
    cp -a . "$after" || exit 99
    exit $status
    """
}
