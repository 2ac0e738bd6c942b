import Application
import Systemd

extension CommandError.Kind {
  /// The exit code of sysexits(3).
  var exitCode: Int32 {
    switch self {
    case .usage: 64
    case .data: 65
    case .unavailable: 69
    case .software: 70
    case .inputOutput: 74
    case .configuration: 78
    }
  }
}

extension CommandError {
  /// Runs something of libsystemd, whose failures here are the machine's.
  static func ofSystem<Result>(
    _ work: () throws(SystemdError) -> Result
  ) throws(CommandError) -> Result {
    do {
      return try work()
    } catch {
      throw CommandError(.unavailable, "\(error)")
    }
  }
}
