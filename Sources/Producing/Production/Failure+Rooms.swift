import AudioWriting
import Narration
import Reading

extension Failure {
  /// A text that could not be read, with the status that its kind stands for.
  init(_ error: ReadingError) {
    let status: ExitStatus =
      switch error.kind {
      case .notFound: .noInput
      case .isFolder: .usage
      case .empty, .binary, .undecodable, .tooLarge, .unsupported: .dataError
      case .unreadable: .noInput
      }
    self.init(status, error.complaint)
  }

  /// An audio file that could not be written, or whose container cannot hold the episode.
  init(_ error: AudioWritingError) {
    if case .unfit = error.cause {
      self.init(.cannotCreate, error.complaint)
    } else {
      self.init(.ioError, error.complaint)
    }
  }
}
