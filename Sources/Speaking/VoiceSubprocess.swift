import Glibc
import Subprocess
import SystemPackage

extension VoiceCommand {
  var subprocess: Executable {
    executable.contains("/") ? .path(FilePath(executable)) : .name(executable)
  }
}

extension Environment {
  /// Swift's backtracer would hold up a process that is meant to crash alone and in silence.
  static var forVoices: Environment { .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]) }
}

extension PlatformOptions {
  /// A process group of its own, so that an interrupt from the terminal reaches narrate alone,
  /// which then ends its workers.
  static var forVoices: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    return options
  }
}

extension TerminationStatus {
  /// `exit status 65` or `signal 9`.
  var told: String {
    switch self {
    case .exited(let code): "exit status \(code)"
    case .signaled(let signal): "signal \(signal)"
    }
  }
}

/// Writing to a worker that has died must be an error, not the end of this process.
enum BrokenPipes {
  /// Has SIGPIPE ignored from now on, unless somebody else has decided about it.
  static let ignored: Void = {
    var current = sigaction()
    sigaction(SIGPIPE, nil, &current)
    if unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self) == 0 {
      _ = signal(SIGPIPE, SIG_IGN)
    }
  }()
}
