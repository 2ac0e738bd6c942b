import Application
import Systemd

extension CommandError {
  /// Runs something of libsystemd, whose failures here are the machine's.
  static func ofSystem<Result>(
    _ work: () throws(SystemdError) -> Result
  ) throws(CommandError) -> Result {
    do {
      return try work()
    } catch {
      throw CommandError(.unavailable, words: "\(error)")
    }
  }
}
