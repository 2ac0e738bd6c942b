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
      let runs = holder.map { "; a coach runs as process \($0)" } ?? ""
      let says = "not known, because there is no session bus\(runs)"
      return [Checkup("service", .unknown, says)] + program(holder)
    }
    guard let unit = Unit(on: bus) else {
      let says = "not known, because no user manager of systemd answers on the session bus"
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
      let says = "not known, because the process \(holder) may not be looked at"
      return [Checkup("program", .unknown, says)]
    }
    if (own.st_dev, own.st_ino) == (its.st_dev, its.st_ino) {
      return [Checkup("program", .well, "the service runs this program")]
    }
    let says = "the service runs another program than this one, perhaps an older"
    return [Checkup("program", .amiss, says, remedy: "systemctl --user restart coach")]
  }

  /// Whether the service has its name on the person's bus.
  private static let busName = Inspection { premises in
    let name = "bus name"
    guard let holder = DaemonLock.holder(of: premises.paths.lock) else { return [] }
    guard let bus = try? BusInquiry(SessionBus.address) else {
      return [Checkup(name, .unknown, "not known, because there is no session bus")]
    }
    guard let process = bus.process(of: BusInterface.name) else {
      let says = "nobody is \(BusInterface.name) on the bus, though a coach runs"
      return [Checkup(name, .amiss, says, remedy: "systemctl --user restart coach")]
    }
    if process == UInt32(bitPattern: holder) {
      return [Checkup(name, .well, "the service is \(BusInterface.name)")]
    }
    let says = "another process (\(process)) is \(BusInterface.name) on the bus"
    return [Checkup(name, .amiss, says, remedy: "End it, then: systemctl --user restart coach")]
  }

  /// Whether the service outlives the last logout.
  private static let linger = Inspection { _ in
    let isOn = File.exists("/var/lib/systemd/linger/\(Environment.user)")
    let says =
      isOn
      ? "the service runs also while you are logged out"
      : "the service ends with your last logout; on a machine without a desktop say: "
        + "loginctl enable-linger"
    return [Checkup("linger", .well, says)]
  }

  // MARK: - The desktop

  /// Whether a notification server is there, and what it can show.
  private static let notifications = Inspection { premises in
    let (name, server) = ("notifications", Desktop.object.name)
    guard premises.settings.channels.contains(.desktop) else {
      return [Checkup(name, .well, "they are not wanted (“channels” in coach.toml)")]
    }
    guard let bus = try? BusInquiry(SessionBus.address) else {
      return [Checkup(name, .unknown, "not known, because there is no session bus")]
    }
    guard bus.process(of: server) != nil else {
      let says =
        bus.canStart(server)
        ? "the server is started when there is something to show"
        : "there is no server, so prompts go to the other channels"
      return [Checkup(name, .well, says)]
    }
    let ask = { (member: String) in bus.ask(Desktop.object.call(member)) }
    guard case .texts(let can)? = ask("GetCapabilities")?.first else {
      let remedy = "Start it anew; prompts go to the other channels meanwhile."
      return [Checkup(name, .amiss, "the server does not answer", remedy: remedy)]
    }
    let said = ask("GetServerInformation")?.prefix(3).map { $0.plain } ?? []
    let who = said.isEmpty ? "a server" : "\(said[0]) \(said.count > 2 ? said[2] : "")"
    let shows = [("actions", "buttons"), ("body", "text"), ("inline-reply", "a line to write in")]
    let words = shows.map { can.contains($0.0) ? $0.1 : "no \($0.1)" }.joined(separator: ", ")
    return [Checkup(name, .well, "\(who.trimmed.printable) shows \(words)")]
  }

  // MARK: - The machine

  /// Whether the person's zone is known.
  private static let zone = Inspection { _ in
    let (zone, trouble) = SystemZone.read()
    guard let trouble else { return [Checkup("zone", .well, zone.name)] }
    let remedy = "timedatectl set-timezone Europe/Berlin, or wherever you are; and look at TZ"
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
      let says = "it stands before the time at which this program was made"
      let remedy = "timedatectl set-ntp true, or set it: sudo timedatectl set-time …"
      return [Checkup(name, .amiss, says, remedy: remedy)]
    }
    if Clock.isSynchronized { return [Checkup(name, .well, "a time service keeps it")] }
    let says = "not known whether it is right, because no time service keeps it"
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
      let runs = holder.map { "; a coach runs as process \($0)" } ?? ""
      return amiss("it is not installed for you\(runs)", "./systemd/install, in the sources")
    }
    if load != "loaded" {
      let says = "systemd does not take its unit (\(load))"
      return amiss(says, "./systemd/install, then: systemctl --user daemon-reload")
    }
    if active == "failed" {
      let remedy = "journalctl --user -u coach says why; then: systemctl --user reset-failed coach"
      return amiss("it has failed (\(result))", "\(remedy) && \(start)")
    }
    if active != "active", active != "reloading" {
      return amiss("it does not run (\(active))", start)
    }
    if file != "enabled", file != "linked-runtime", file != "enabled-runtime" {
      return amiss("it runs, but will not at your next login", "systemctl --user enable coach")
    }
    return Checkup("service", .well, "it runs, and starts when you log in")
  }

  private func amiss(_ says: String, _ remedy: String) -> Checkup {
    Checkup("service", .amiss, says, remedy: remedy)
  }
}

extension Value {
  /// A text as it is, anything else as nothing.
  fileprivate var plain: String {
    if case .text(let text) = self { text } else { "" }
  }
}
