import Files

/// What has to run outside of this service, as a unit of its own under the user manager: the
/// service sees neither the network nor all of the machine.
enum UserUnit {
  /// The words that run others so, and wait for them.
  ///
  /// - Parameters:
  ///   - words: The program and its arguments.
  ///   - description: What the manager calls it.
  ///   - seconds: How long it may take; nil where whoever waits ends it.
  /// - Returns: What is to be started.
  static func running(
    _ words: [String],
    description: String,
    withinSeconds seconds: Int64? = nil
  ) -> [String] {
    ["systemd-run", "--user", "--quiet", "--pipe", "--wait", "--collect"]
      + (seconds.map { ["--property=RuntimeMaxSec=\($0)"] } ?? [])
      + ["--description=\(description)"]
      // The manager puts its variables into the words of a unit.
      + words.map { $0.replacing("$", with: "$$") }
  }

  /// This program, as another can run it.
  static var program: String {
    // Of a program that an upgrade has replaced, the kernel says so behind its name.
    File.target(of: "/proc/self/exe")?.replacing(" (deleted)", with: "") ?? "coach"
  }
}
