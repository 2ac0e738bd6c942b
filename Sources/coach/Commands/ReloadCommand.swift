import Application
import ArgumentParser
import Configuration
import Glibc
import Systemd

struct Reload: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reload",
    abstract: "Let the running service read the configuration again, and say what came of it.",
    discussion: """
      The service reads a changed file by itself; this waits for it. A configuration that is \
      refused ends with 78, and what was in force stays in force.
      """
  )

  func run() throws {
    let reading = try Reload.again(Paths().lock)
    if let refusal = reading.refusal { throw CommandError(.configuration, refusal) }
    Output.wrapped("The service has read the configuration again: \(reading.file).")
  }

  /// Asks the holder of a lock to read again; how it did.
  private static func again(_ path: String) throws(CommandError) -> DaemonLock.Reading {
    try CommandError.ofSystem { () throws(SystemdError) in
      let wait = try ReloadWait(path)
      return try wait.outcome()
    }.get()
  }
}

/// Waits for the service to say that it has read its configuration.
private final class ReloadWait {
  private let path: String
  private let loop: Loop
  private var watch: Watch?
  private var limit: Timer?
  /// The reading before ours; nil until the service is asked.
  private var before: Int?
  private var result: Result<DaemonLock.Reading, CommandError>?

  init(_ path: String) throws(SystemdError) {
    self.path = path
    loop = try Loop()
    watch = try Watch(loop: loop) { [unowned self] _ in look() }
    limit = try loop.timer { [unowned self] in end(.failure(ReloadWait.silence)) }
  }

  func outcome() throws(SystemdError) -> Result<DaemonLock.Reading, CommandError> {
    let directory = File.parent(of: path)
    try watch?.add(directory: directory, names: ["daemon.lock"], events: .filesAndWrites)
    try limit?.set(microseconds: Clock.realtime() + 30_000_000)
    look()
    if result == nil { _ = try loop.run() }
    return result ?? .failure(ReloadWait.silence)
  }

  private func look() {
    guard let holder = DaemonLock.holder(of: path) else { return end(.failure(ReloadWait.absence)) }
    // A service that is starting says so when it can be asked.
    guard let reading = DaemonLock.reading(in: path) else { return }
    if let before {
      if reading.number != before { end(.success(reading)) }
    } else if kill(holder, SIGHUP) == 0 {
      before = reading.number
    } else {
      end(.failure(ReloadWait.absence))
    }
  }

  private func end(_ result: Result<DaemonLock.Reading, CommandError>) {
    self.result = result
    loop.exit(0)
  }

  private static let absence = CommandError(
    .unavailable,
    "the service is not running; it reads the configuration when it starts: "
      + "systemctl --user start coach"
  )

  private static let silence = CommandError(
    .unavailable,
    "the service has not answered for 30 seconds; see: systemctl --user status coach"
  )
}
