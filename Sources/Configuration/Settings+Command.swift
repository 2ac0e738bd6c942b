import Coaching

extension Settings {
  /// The person's own program, which the channel “command” runs.
  public struct Command: Equatable, Sendable {
    /// The program and its arguments, no shell's; empty where there is none.
    public var words: [String]
    /// How long it may take, in seconds, at most an hour.
    public var timeoutSeconds: Int64

    public init(_ words: [String] = [], seconds: Int64 = 10) {
      self.words = words
      timeoutSeconds = seconds
    }
  }

  /// Reads the person's own program.
  mutating func readCommand(_ section: TOMLTable, in top: TOMLTable) throws(ConfigurationError) {
    try section.allow(["run", "timeout"])
    command.words = try section.texts("run") ?? command.words
    if command.words.first == "" || command.words.contains(where: { $0.utf8.contains(0) }) {
      let what = "“run” begins with a program: [\"notify-send\", \"Coach\"]"
      throw section.refusal("run", what)
    }
    let span = "a span from 1s to 1h, such as “10s”"
    command.timeoutSeconds =
      try section.read("timeout", span) { text in
        SettingSyntax.seconds(text).flatMap { $0 <= 3600 ? $0 : nil }
      } ?? command.timeoutSeconds
    if channels.contains(.command), command.words.isEmpty {
      let what = "the channel “command” has no program; name it: [command] run = [\"…\"]"
      throw top.refusal("channels", what)
    }
  }
}
