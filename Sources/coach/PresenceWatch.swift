import Coaching
import Configuration
import Systemd

/// What the session, the screen saver and the notification server tell of the person.
///
/// All of it is asked for anew whenever something says that it changed; nothing is polled.
final class PresenceWatch {
  /// What is known of one thing: nil where nobody tells it.
  struct Known: Equatable {
    var isActive: Bool?
    var isIdle: Bool?
    var isLocked: Bool?
    /// Of each screen saver, whether it covers the screen.
    var isCovered: [Bool?] = [nil, nil]
    var isInhibited: Bool?

    /// Why nothing is to come between the person and what they do.
    var hindrance: Deferral? {
      if isLocked == true || isCovered.contains(true) { return .locked }
      if isActive == false { return .inactive }
      if isIdle == true { return .idle }
      return isInhibited == true ? .inhibited : nil
    }

    /// Whether somebody tells of breaks.
    var tellsBreaks: Bool { isIdle != nil || isLocked != nil || isCovered != [nil, nil] }
  }

  private let onChange: () -> Void
  private let onReturn: (_ from: Instant, _ until: Instant) -> Void
  private(set) var known = Known()
  private var back: Instant?
  /// Since when the person is not before the machine; nil while they are.
  private var gone: Instant?
  /// How many questions are still to be answered for the first time.
  private var unanswered = 0
  /// Which of the two buses have said whether they are there.
  private var isHeard = (system: false, session: false)
  /// Whether all that could be asked at the start is answered.
  var isSettled: Bool { isHeard == (true, true) && unanswered == 0 }

  /// What to do at each change, and when the person comes back after having been away.
  init(
    onChange: @escaping () -> Void,
    onReturn: @escaping (_ from: Instant, _ until: Instant) -> Void
  ) {
    self.onChange = onChange
    self.onReturn = onReturn
  }

  /// What a plan is made from; nil where nobody tells anything, or nobody is to be asked.
  func presence(_ settings: Settings.PresenceSettings) -> Presence? {
    guard settings.isWatched, known != Known() else { return nil }
    // Where no break is ever told of, none is waited for.
    let patience = known.tellsBreaks ? settings.patienceSeconds : 0
    return Presence(hindrance: known.hindrance, back: back, patienceSeconds: patience)
  }

  /// The machine goes to sleep, or is awake again and the person before it.
  func sleepChanged(_ sleeps: Bool) {
    if sleeps { return leave() }
    back = Workspace.now
    if known.hindrance?.isAbsence != true { comeBack() }
  }

  private func leave() { gone = gone ?? Workspace.now }

  private func comeBack() {
    guard let gone else { return }
    self.gone = nil
    onReturn(gone, Workspace.now)
  }

  private func change(_ change: (inout Known) -> Void) {
    let before = known
    change(&known)
    if known == before { return }
    let wasHindered = before == Known() || before.hindrance != nil
    if wasHindered, known.hindrance == nil { back = Workspace.now }
    if known.hindrance?.isAbsence == true { leave() } else if known.tellsBreaks { comeBack() }
    onChange()
  }
}

extension Deferral {
  /// Whether it says that the person is not before the machine.
  fileprivate var isAbsence: Bool { [.locked, .inactive, .idle].contains(self) }
}

// MARK: - The session

extension PresenceWatch {
  private static let logind = "org.freedesktop.login1"
  /// Of a service, the session that its person sees.
  private static let session = "/org/freedesktop/login1/session/auto"

  /// Hears of the session from logind.
  func listen(onSystem bus: Bus) {
    let changed = Signal(
      sender: PresenceWatch.logind,
      below: "/org/freedesktop/login1",
      interface: "org.freedesktop.DBus.Properties",
      member: "PropertiesChanged"
    )
    bus.listen(to: changed) { [unowned self, unowned bus] _ in askSession(bus) }
    bus.watch(PresenceWatch.logind) { [unowned self, unowned bus] in
      logindChanged(owner: $0, bus)
    }
  }

  func systemChanged(_ state: Bus.State, _ bus: Bus) {
    isHeard.system = true
    guard state == .connected else { return logindChanged(owner: nil, bus) }
    askOwner(of: PresenceWatch.logind, bus) { [unowned self] in logindChanged(owner: $0, bus) }
  }

  private func logindChanged(owner: String?, _ bus: Bus) {
    if owner != nil { return askSession(bus) }
    change { known in (known.isActive, known.isIdle, known.isLocked) = (nil, nil, nil) }
  }

  private func askSession(_ bus: Bus) {
    let ask = { [unowned self] (name: String, path: WritableKeyPath<Known, Bool?>) in
      get(
        name,
        of: "org.freedesktop.login1.Session",
        PresenceWatch.logind,
        PresenceWatch.session,
        bus
      ) { [unowned self] flag in change { $0[keyPath: path] = flag } }
    }
    ask("Active", \.isActive)
    ask("IdleHint", \.isIdle)
    ask("LockedHint", \.isLocked)
  }

  /// Asks for a property that is a truth value, and tells nil where there is none.
  private func get(
    _ property: String,
    of interface: String,
    _ destination: String,
    _ path: String,
    _ bus: Bus,
    _ handler: @escaping (Bool?) -> Void
  ) {
    let call = Call(
      destination: destination,
      path: path,
      interface: "org.freedesktop.DBus.Properties",
      member: "Get",
      arguments: [.text(interface), .text(property)]
    )
    self.call(call, bus) { values in
      guard case .variant(.flag(let flag))? = values.first else { return handler(nil) }
      handler(flag)
    }
  }

  /// Calls; gets no values where that fails.
  private func call(_ call: Call, _ bus: Bus, _ handler: @escaping ([Value]) -> Void) {
    do {
      unanswered += 1
      try bus.call(call, withinSeconds: 5) { [unowned self] answer in
        unanswered -= 1
        handler((try? answer.get()) ?? [])
      }
    } catch {
      unanswered -= 1
    }
  }
}

// MARK: - The desktop

extension PresenceWatch {
  private static let savers = [
    (name: "org.freedesktop.ScreenSaver", path: "/org/freedesktop/ScreenSaver"),
    (name: "org.gnome.ScreenSaver", path: "/org/gnome/ScreenSaver"),
  ]
  private static let notifications = "org.freedesktop.Notifications"
  private static let notificationsPath = "/org/freedesktop/Notifications"

  /// Hears of the screen savers and of the notification server.
  func listen(onSession bus: Bus) {
    for (index, saver) in PresenceWatch.savers.enumerated() {
      let changed = Signal(
        sender: saver.name,
        path: saver.path,
        interface: saver.name,
        member: "ActiveChanged"
      )
      bus.listen(to: changed) { [unowned self] message in
        guard let flag = try? message.values().first?.flag else { return }
        change { $0.isCovered[index] = flag }
      }
      bus.watch(saver.name) { [unowned self, unowned bus] in saverChanged(index, owner: $0, bus) }
    }
    let changed = Signal(
      sender: PresenceWatch.notifications,
      path: PresenceWatch.notificationsPath,
      interface: "org.freedesktop.DBus.Properties",
      member: "PropertiesChanged"
    )
    bus.listen(to: changed) { [unowned self, unowned bus] _ in askInhibited(bus) }
    bus.watch(PresenceWatch.notifications) { [unowned self, unowned bus] in
      serverChanged(owner: $0, bus)
    }
  }

  func sessionChanged(_ state: Bus.State, _ bus: Bus) {
    isHeard.session = true
    guard state == .connected else {
      return change { known in (known.isCovered, known.isInhibited) = ([nil, nil], nil) }
    }
    for (index, saver) in PresenceWatch.savers.enumerated() {
      askOwner(of: saver.name, bus) { [unowned self] in saverChanged(index, owner: $0, bus) }
    }
    askOwner(of: PresenceWatch.notifications, bus) { [unowned self] in
      serverChanged(owner: $0, bus)
    }
  }

  /// Asks who has a name; nobody is started for it.
  private func askOwner(of name: String, _ bus: Bus, _ handler: @escaping (String?) -> Void) {
    do {
      unanswered += 1
      try bus.askOwner(of: name) { [unowned self] owner in
        unanswered -= 1
        handler(owner)
      }
    } catch {
      unanswered -= 1
    }
  }

  private func saverChanged(_ index: Int, owner: String?, _ bus: Bus) {
    guard owner != nil else { return change { $0.isCovered[index] = nil } }
    let saver = PresenceWatch.savers[index]
    let ask = Call(
      destination: saver.name,
      path: saver.path,
      interface: saver.name,
      member: "GetActive"
    )
    call(ask, bus) { [unowned self] values in
      // One that cannot be asked, as some cannot, tells when it changes.
      change { $0.isCovered[index] = values.first?.flag ?? false }
    }
  }

  private func serverChanged(owner: String?, _ bus: Bus) {
    if owner == nil { return change { $0.isInhibited = nil } }
    askInhibited(bus)
  }

  /// Asks Plasma's property and, where that is none, dunst's.
  private func askInhibited(_ bus: Bus) {
    let ask = { [unowned self] (name: String, of: String, then: @escaping (Bool?) -> Void) in
      get(name, of: of, PresenceWatch.notifications, PresenceWatch.notificationsPath, bus, then)
    }
    ask("Inhibited", PresenceWatch.notifications) { [unowned self] flag in
      if let flag { return change { $0.isInhibited = flag } }
      ask("paused", "org.dunstproject.cmd0") { [unowned self] flag in
        change { $0.isInhibited = flag }
      }
    }
  }
}
