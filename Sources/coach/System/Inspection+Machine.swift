import Application
import Channels
import Coaching
import Configuration
import Files
import Glibc
import Machine
import Systemd

extension Inspection {
  /// All that can be wrong: with the files, then with what runs, then with the machine.
  static let all =
    Inspection.ofFiles + [.service, .busName, .notifications, .linger, .zone, .clock]

  // MARK: - The service

  /// Whether the service is installed, runs, and runs this program.
  private static let service = Inspection { premises in
    let holder = DaemonLock.holder(of: premises.paths.lock)
    guard let bus = try? BusInquiry(SessionBus.address) else {
      let runs = holder.map { Saying("see-no-bus-runs", ("number", Int($0))) }
      let says = runs ?? Saying("see-no-bus")
      return [Checkup("service", .unknown, says)] + program(holder)
    }
    guard let unit = Unit(on: bus) else {
      let says = Saying("see-no-manager")
      return [Checkup("service", .unknown, says)] + program(holder)
    }
    return [unit.checkup(holder)] + program(holder)
  }

  /// Whether what runs is what is installed.
  private static func program(_ holder: Int32?) -> [Checkup] {
    guard let holder, holder > 0 else { return [] }
    var (own, its) = (stat(), stat())
    guard unsafe stat("/proc/self/exe", &own) == 0, unsafe stat("/proc/\(holder)/exe", &its) == 0
    else {
      let says = Saying("see-no-process", ("number", Int(holder)))
      return [Checkup("program", .unknown, says)]
    }
    if (own.st_dev, own.st_ino) == (its.st_dev, its.st_ino) {
      return [Checkup("program", .well, Saying("see-this-program"))]
    }
    let says = Saying("see-other-program")
    return [Checkup("program", .amiss, says, remedy: "systemctl --user restart coach")]
  }

  /// Whether the service has its name on the person's bus.
  private static let busName = Inspection { premises in
    let name = "bus name"
    guard let holder = DaemonLock.holder(of: premises.paths.lock) else { return [] }
    guard let bus = try? BusInquiry(SessionBus.address) else {
      return [Checkup(name, .unknown, Saying("see-no-bus"))]
    }
    guard let process = bus.process(of: BusInterface.name) else {
      let says = Saying("see-nobody", ("name", BusInterface.name))
      return [Checkup(name, .amiss, says, remedy: "systemctl --user restart coach")]
    }
    if process == UInt32(bitPattern: holder) {
      return [Checkup(name, .well, Saying("see-own-name", ("name", BusInterface.name)))]
    }
    let number = ("number", Int(process))
    let says = Saying("see-other-name", number, ("name", BusInterface.name))
    let remedy = Saying("mend-other-name", ("command", "systemctl --user restart coach"))
    return [Checkup(name, .amiss, says, remedy: remedy)]
  }

  /// Whether the service outlives the last logout.
  private static let linger = Inspection { _ in
    let isOn = File.exists("/var/lib/systemd/linger/\(Environment.user)")
    let says =
      isOn
      ? Saying("see-lingers")
      : Saying("see-lingers-not", ("command", "loginctl enable-linger"))
    return [Checkup("linger", .well, says)]
  }

  // MARK: - The desktop

  /// Whether a notification server is there, and what it can show.
  private static let notifications = Inspection { premises in
    let (name, server) = ("notifications", Desktop.object.name)
    guard premises.settings.channels.contains(.desktop) else {
      return [Checkup(name, .well, Saying("see-notifications-off"))]
    }
    guard let bus = try? BusInquiry(SessionBus.address) else {
      return [Checkup(name, .unknown, Saying("see-no-bus"))]
    }
    guard bus.process(of: server) != nil else {
      let says =
        bus.canStart(server)
        ? Saying("see-server-to-come") : Saying("see-no-server")
      return [Checkup(name, .well, says)]
    }
    let ask = { (member: String) in bus.ask(Desktop.object.call(member)) }
    guard case .texts(let can)? = ask("GetCapabilities")?.first else {
      let says = Saying("see-server-silent")
      return [Checkup(name, .amiss, says, remedy: Saying("mend-server"))]
    }
    let said = ask("GetServerInformation")?.prefix(3).map { $0.plain } ?? []
    let known = said.first.map { "\($0) \(said.count > 2 ? said[2] : "")".trimmed.printable }
    let shows = [
      ("actions", Saying("shows-buttons")), ("body", Saying("shows-text")),
      ("inline-reply", Saying("shows-reply")),
    ]
    let words = shows.map { can.contains($0.0) ? $0.1 : Saying("shows-not", ("what", $0.1)) }
    let who = ("name", known?.saying ?? Saying("a-server"))
    return [Checkup(name, .well, Saying("see-server-shows", who, ("list", Saying.list(words))))]
  }

  // MARK: - The machine

  /// Whether the person's zone is known.
  private static let zone = Inspection { _ in
    let (zone, trouble) = SystemZone.read()
    guard let trouble else { return [Checkup("zone", .well, zone.name)] }
    let remedy = Saying("mend-zone")
    return [Checkup("zone", .amiss, trouble, remedy: remedy)]
  }

  /// Whether the clock can be believed.
  private static let clock = Inspection { _ in
    let (name, now) = ("clock", SystemClock.now)
    var status = stat()
    let made =
      unsafe stat("/proc/self/exe", &status) == 0 ? Int64(status.st_mtim.tv_sec) : Int64.min
    // A day of grace: a file may come from a machine whose clock goes before.
    if now < PlanningContext.clockStarts || now.seconds < made - 86_400 {
      let (says, remedy) = (Saying("see-clock-behind"), Saying("mend-clock"))
      return [Checkup(name, .amiss, says, remedy: remedy)]
    }
    if Clock.isSynchronized { return [Checkup(name, .well, Saying("see-clock"))] }
    let says = Saying("see-clock-alone")
    return [Checkup(name, .unknown, says, remedy: "timedatectl set-ntp true")]
  }
}

/// The service as the user manager knows it.
private struct Unit {
  let load: String
  let active: String
  let file: String
  let result: String

  /// Nil where there is no manager on this bus.
  init?(on bus: BusInquiry) {
    let manager = "org.freedesktop.systemd1"
    let call = Call(
      destination: manager,
      path: "/org/freedesktop/systemd1",
      interface: "\(manager).Manager",
      member: "LoadUnit",
      arguments: [.text("coach.service")]
    )
    guard case .path(let path)? = bus.ask(call)?.first else { return nil }
    let unit = { bus.text($0, of: "\(manager).Unit", at: path, by: manager) ?? "" }
    load = unit("LoadState")
    active = unit("ActiveState")
    file = unit("UnitFileState")
    result = bus.text("Result", of: "\(manager).Service", at: path, by: manager) ?? ""
  }

  /// - Parameter holder: The coach that runs, by whomever it was started.
  /// - Returns: How it stands with the service.
  func checkup(_ holder: Int32?) -> Checkup {
    let start = "systemctl --user start coach"
    if load == "not-found" {
      let runs = holder.map { Saying("see-not-installed-runs", ("number", Int($0))) }
      return amiss(runs ?? Saying("see-not-installed"), Saying("mend-install"))
    }
    if load != "loaded" {
      let command = ("command", "systemctl --user daemon-reload")
      return amiss(
        Saying("see-not-loaded", ("state", load)),
        Saying("mend-install-reload", command)
      )
    }
    if active == "failed" {
      let command = ("command", "systemctl --user reset-failed coach && \(start)")
      return amiss(Saying("see-failed", ("result", result)), Saying("mend-failed", command))
    }
    if active != "active", active != "reloading" {
      return amiss(Saying("see-not-active", ("state", active)), start)
    }
    if file != "enabled", file != "linked-runtime", file != "enabled-runtime" {
      return amiss(Saying("see-not-enabled"), "systemctl --user enable coach")
    }
    return Checkup("service", .well, Saying("see-service"))
  }

  private func amiss(_ says: Saying, _ remedy: any Sayable) -> Checkup {
    Checkup("service", .amiss, says, remedy: remedy)
  }
}

extension Value {
  /// A text as it is, anything else as nothing.
  fileprivate var plain: String {
    if case .text(let text) = self { text } else { "" }
  }
}
