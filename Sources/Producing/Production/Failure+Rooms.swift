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

  /// An audio file that could not be written.
  init(_ error: AudioWritingError) { self.init(.ioError, error.complaint) }
}
