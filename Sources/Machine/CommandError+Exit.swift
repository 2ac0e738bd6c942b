package import Application

extension CommandError.Kind {
  /// The exit code of sysexits(3).
  package var exitCode: Int32 {
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
  package init?(exitCode: Int32) {
    let all: [Self] = [.usage, .data, .unavailable, .software, .inputOutput, .configuration]
    guard let kind = all.first(where: { $0.exitCode == exitCode }) else { return nil }
    self = kind
  }
}
