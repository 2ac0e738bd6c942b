import Application
import ArgumentParser
import Coaching
import Configuration
import Glibc
import Machine
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
    let paths = Paths()
    guard let holder = DaemonLock.holder(of: paths.lock) else {
      let command = ("command", "systemctl --user start coach")
      throw CommandError(.unavailable, "reload-stopped", command)
    }
    let answer = try CommandError.ofSystem { () throws(SystemdError) in
      try ReloadCall(holder).answer()
    }
    let file: String
    switch answer {
    case .read(let name): file = name
    case .refused(let error): throw error
    case .unheard: file = try Reload.bySignal(holder, paths)
    }
    let phrases = Spoken.phrases
    let name = file.isEmpty ? phrases("defaults-no-file") : file
    Output.say(phrases("reloaded", ("file", name)))
    if let read = try? Configuration.inForce(at: paths, .withoutTips) {
      LastGoodConfiguration(paths).keep(read.configuration, from: read.source)
      Output.advise(read.configuration)
    }
  }

  /// Tells a service that is on no bus of ours; what it reads is read here too, and refused alike.
  private static func bySignal(_ holder: Int32, _ paths: Paths) throws(CommandError) -> String {
    guard kill(holder, SIGHUP) == 0 else {
      let command = ("command", "systemctl --user status coach")
      throw CommandError(.unavailable, "reload-signal", command)
    }
    return try Configuration(at: paths).file ?? ""
  }
}

/// Asks the service over the person's bus to read its configuration again.
private final class ReloadCall {
  enum Answer {
    /// The file that was read; empty where the defaults hold.
    case read(String)
    case refused(CommandError)
    /// It is on no bus that can be reached.
    case unheard
  }

  /// The process that is asked: another coach may have the name on this bus.
  private let holder: Int32
  private let loop: Loop
  private var bus: Bus?
  private var result = Answer.unheard

  init(_ holder: Int32) throws(SystemdError) {
    self.holder = holder
    loop = try Loop()
    bus = try Bus(SessionBus.address, loop: loop) { [unowned self] state in
      if state == .connected { findOwner() } else { end(.unheard) }
    }
  }

  func answer() throws(SystemdError) -> Answer {
    // A service that starts has the lock before it has the name: the bus waits for it with us.
    let limit = try bus?.after(seconds: 35) { [unowned self] in end(.refused(ReloadCall.silence)) }
    defer { withExtendedLifetime(limit) {} }
    bus?.connect()
    _ = try loop.run()
    return result
  }

  private func findOwner() {
    let call = Call(
      destination: "org.freedesktop.DBus",
      path: "/org/freedesktop/DBus",
      interface: "org.freedesktop.DBus",
      member: "GetConnectionUnixProcessID",
      arguments: [.text(BusInterface.name)]
    )
    ask(call) { [unowned self] result in
      guard case .success(let values) = result, values == [.count(UInt32(bitPattern: holder))]
      else {
        return end(.unheard)
      }
      reload()
    }
  }

  private func reload() {
    let call = Call(
      destination: BusInterface.name,
      path: BusInterface.path,
      interface: BusInterface.name,
      member: "Reload"
    )
    ask(call) { [unowned self] result in
      switch result {
      case .success(let values):
        if case .text(let file)? = values.first { end(.read(file)) } else { end(.unheard) }
      case .failure(let error) where error.name == "\(BusInterface.name).Error.Configuration":
        end(.refused(CommandError(.configuration, words: error.text)))
      case .failure(let error) where error.isOfNobody: end(.unheard)
      case .failure: end(.refused(ReloadCall.silence))
      }
    }
  }

  private func ask(_ call: Call, _ handler: @escaping (Result<[Value], CallError>) -> Void) {
    do {
      // To read decks takes milliseconds; a service that is busy starting may take seconds.
      try bus?.call(call, withinSeconds: 30, handler)
    } catch {
      end(.unheard)
    }
  }

  private func end(_ answer: Answer) {
    result = answer
    loop.exit(0)
  }

  private static let silence = CommandError(
    .unavailable,
    "reload-silence",
    ("command", "systemctl --user status coach")
  )
}
