import Application
import Coaching
import Machine
import Systemd

/// The coach on the person's bus: `org.activeservice.Coach1`, as the XML under `systemd/` has it.
///
/// Its methods do what the commands of their names do. Whatever calls may be anything: what it
/// brings is checked as what a person types, and never longer than a person types.
final class BusInterface {
  static let name = "org.activeservice.Coach1"
  static let path = "/org/activeservice/Coach1"

  /// What the daemon does for it.
  struct Service {
    var workspace: () throws(CommandError) -> Workspace
    /// Reads the configuration again; what was read.
    var reload: () throws(CommandError) -> String
    /// Looks, since something was written.
    var look: () -> Void
  }

  /// What its properties say.
  struct State: Equatable {
    /// The questions that wait.
    var waiting: [String] = []
    var next: [Value.Entry] = []
    /// Until when the coach is paused; empty where it is not.
    var paused = ""
    /// What only the person can mend, in words.
    var troubles: [String] = []
  }

  let service: Service
  var state = State()

  init(_ service: Service) {
    self.service = service
  }

  var export: Export {
    Export(
      path: BusInterface.path,
      interface: BusInterface.name,
      methods: methods,
      properties: [
        Export.Property("Waiting", "as") { [unowned self] in .texts(state.waiting) },
        Export.Property("Next", "a{sv}") { [unowned self] in .table(state.next) },
        Export.Property("Paused", "s") { [unowned self] in .text(state.paused) },
        Export.Property("Troubles", "as") { [unowned self] in .texts(state.troubles) },
      ],
      signals: [
        ("Prompted", [("prompt", "s"), ("tip", "s"), ("questions", "as")]),
        ("Answered", [("question", "s"), ("day", "s")]),
      ]
    )
  }

  /// The texts of a call may be as long as what a person types, and no longer.
  static let mostBytes = 4096

  /// A method that takes texts, checked, and works with what a command would work with.
  func method(
    _ name: String,
    _ takes: [String],
    gives: [Export.Argument],
    _ work: @escaping (_ texts: [String], Workspace) throws(CallError) -> [Value]
  ) -> Export.Method {
    let arguments: [Export.Argument] = takes.map { ($0, "s") }
    return Export.Method(name, takes: arguments, gives: gives) {
      [unowned self] values throws(CallError) in
      let texts = values.compactMap(\.text).map(\.streamSafe)
      for (text, argument) in zip(texts, takes) { try check(text, argument) }
      let workspace = try refusing("Failed", service.workspace)
      let given = try work(texts, workspace)
      service.look()
      return given
    }
  }

  /// Refuses what no person types.
  private func check(_ text: String, _ argument: String) throws(CallError) {
    if text.utf8.count > BusInterface.mostBytes {
      let what = "“\(argument)” has \(text.utf8.count) bytes, more than \(BusInterface.mostBytes)"
      throw error("InvalidArgument", what)
    }
    if text.printable != text {
      throw error("InvalidArgument", "“\(argument)” has a control character in it")
    }
  }

  /// An error of the interface.
  func error(_ name: String, _ text: String) -> CallError {
    CallError(name: "\(BusInterface.name).Error.\(name)", text: text)
  }

  /// Does something that a command does; bad data is refused by the name of an error.
  func refusing<Result>(
    _ name: String,
    _ work: () throws(CommandError) -> Result
  ) throws(CallError) -> Result {
    do {
      return try work()
    } catch {
      switch error.kind {
      case .data, .usage: throw self.error(name, error.spoken)
      case .configuration: throw self.error("Configuration", error.spoken)
      case .unavailable, .inputOutput, .software: throw self.error("Failed", error.spoken)
      }
    }
  }
}
