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

  /// What an exit code stands for; nil where it is none of these.
  init?(exitCode: Int32) {
    let all: [Self] = [.usage, .data, .unavailable, .software, .inputOutput, .configuration]
    guard let kind = all.first(where: { $0.exitCode == exitCode }) else { return nil }
    self = kind
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
