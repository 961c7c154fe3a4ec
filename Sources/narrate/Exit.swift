import ArgumentParser
import Narration
import Producing

/// The one place where failures become exit statuses.
enum Exit {
  /// Does something; what it throws is told and becomes the status.
  static func on<Result>(
    _ reporter: Reporter, _ body: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await body()
    } catch let failure as Failure {
      reporter.endProgress()
      reporter.tell(failure.complaint)
      throw ExitCode(failure.status.rawValue)
    } catch let interruption as Interruption {
      reporter.endProgress()
      throw ExitCode(interruption.status.rawValue)
    } catch let error as ValidationError {
      throw error
    } catch let code as ExitCode {
      throw code
    } catch {
      reporter.endProgress()
      reporter.tell(
        Complaint(.error, "\(error)", remedy: "this is a bug of narrate; please report it"))
      throw ExitCode(ExitStatus.software.rawValue)
    }
  }
}
