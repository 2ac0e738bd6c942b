import Channels
import Coaching
import Systemd

/// Somebody on a bus who tells of the person, and what to ask them.
///
/// Whoever is not there tells nothing, and is not started for it.
struct PresenceSource: Sendable {
  struct Question: Sendable {
    enum Way: Sendable {
      case call(Call)
      /// What no bus tells; what it says is read as one text.
      case program([String])
    }

    var way: Way
    /// What keeps a prompt back where it is so.
    var why: DeferralReason
    /// Whether somebody tells when it changes; else it is asked when a prompt is due.
    var isTold = true
    /// To be called whenever it is so, for its end to be told.
    var whenSo: Call?
    /// Whether an answer says so; nil for one that says nothing.
    ///
    /// What came of a call that failed is no values.
    var reads: @Sendable ([Value]) -> Bool?

    init(
      call: Call,
      why: DeferralReason,
      isTold: Bool = true,
      whenSo: Call? = nil,
      reads: @escaping @Sendable ([Value]) -> Bool?
    ) {
      self.init(.call(call), why: why, isTold: isTold, whenSo: whenSo, reads: reads)
    }

    init(
      _ way: Way,
      why: DeferralReason,
      isTold: Bool = true,
      whenSo: Call? = nil,
      reads: @escaping @Sendable ([Value]) -> Bool?
    ) {
      self.way = way
      self.why = why
      self.isTold = isTold
      self.whenSo = whenSo
      self.reads = reads
    }
  }

  var name: String
  var isOnSystem = false
  /// Whether it tells nobody but who asked; whoever else does so has us ask, and no more.
  var whispers = false
  /// To be called before the first question.
  var first: Call?
  /// What says that something changed; a truth value that it brings answers the first question.
  var changes: [Signal]
  var questions: [Question]

  static let all = [
    logind, saver("freedesktop", tellsIdle: true), saver("gnome", tellsIdle: false),
    notifications, swaync, xfce, mutter, gnome, gnomeBanners,
  ]

  /// How long nobody has touched the machine who is away, in milliseconds.
  private static let idle: UInt64 = 300_000
}

// MARK: - Who there is

extension PresenceSource {
  /// The session that the person sees, and whether something holds the screen: a film perhaps.
  private static let logind = {
    // Of a service, “auto” is the session that its person sees.
    let session = BusObject("org.freedesktop.login1", "/org/freedesktop/login1/session/auto")
    let manager = BusObject(session.name, "/org/freedesktop/login1")
    let get = { session.get($0, "\(session.name).Session") }
    return PresenceSource(
      name: session.name,
      isOnSystem: true,
      changes: [manager.says("PropertiesChanged", BusObject.properties, isBelow: true)],
      questions: [
        Question(call: get("Active"), why: .inactive) { $0.property?.flag.map(!) },
        Question(call: get("IdleHint"), why: .idle) { $0.property?.flag },
        Question(call: get("LockedHint"), why: .locked) { $0.property?.flag },
        Question(
          call: manager.get("BlockInhibited", "\(session.name).Manager"),
          why: .presenting
        ) { $0.property?.text.map { $0.split(separator: ":").contains("idle") } },
      ]
    )
  }()

  /// A screen saver, which may tell when it is asked for how long nobody has been there.
  private static func saver(_ whose: String, tellsIdle: Bool) -> PresenceSource {
    let saver = BusObject("org.\(whose).ScreenSaver", "/org/\(whose)/ScreenSaver")
    // One that cannot be asked, as some cannot, tells when it changes.
    let covers = Question(call: saver.call("GetActive"), why: .locked) { $0.first?.flag ?? false }
    // Plasma's, in milliseconds; another's seconds are no number that is ever reached.
    let idles = Question(call: saver.call("GetSessionIdleTime"), why: .idle, isTold: false) {
      $0.first?.count.map { $0 >= idle }
    }
    return PresenceSource(
      name: saver.name,
      changes: [saver.says("ActiveChanged")],
      questions: tellsIdle ? [covers, idles] : [covers]
    )
  }

  /// “Do not disturb”: Plasma's property, and dunst's; mako's modes, which it does not tell of.
  private static let notifications = {
    let server = Desktop.object
    let ask = { (property: String, of: String) in
      Question(call: server.get(property, of), why: .inhibited) { $0.property?.flag }
    }
    return PresenceSource(
      name: server.name,
      changes: [server.says("PropertiesChanged", BusObject.properties)],
      questions: [
        ask("Inhibited", server.name), ask("paused", "org.dunstproject.cmd0"),
        Question(
          call: BusObject(server.name, "/fr/emersion/Mako").call(
            "ListModes",
            of: "fr.emersion.Mako"
          ),
          why: .inhibited,
          isTold: false
        ) { $0.first?.texts.map { modes in makoModes.contains(where: modes.contains) } },
      ]
    )
  }()

  /// The modes of mako that hide notifications, as its manual and most people call them.
  private static let makoModes = ["do-not-disturb", "dnd"]

  /// “Do not disturb” of swaync.
  private static let swaync = {
    let control = BusObject("org.erikreider.swaync.cc", "/org/erikreider/swaync/cc")
    return PresenceSource(
      name: control.name,
      changes: [control.says("Subscribe"), control.says("SubscribeV2")],
      questions: [Question(call: control.call("GetDnd"), why: .inhibited) { $0.first?.flag }]
    )
  }()

  /// “Do not disturb” of Xfce's server, which stands among Xfce's settings.
  private static let xfce = {
    let settings = BusObject("org.xfce.Xfconf", "/org/xfce/Xfconf")
    let channel = "xfce4-notifyd"
    let key: [Value] = [.text(channel), .text("/do-not-disturb")]
    return PresenceSource(
      name: settings.name,
      changes: [settings.says("PropertyChanged", where: channel)],
      questions: [
        Question(call: settings.call("GetProperty", key), why: .inhibited) { $0.property?.flag }
      ]
    )
  }()

  /// GNOME's idle monitor, which tells of the end of a rest once for each time it is asked to.
  private static let mutter = {
    let monitor = BusObject("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core")
    return PresenceSource(
      name: monitor.name,
      whispers: true,
      first: monitor.call("AddIdleWatch", [.longCount(idle)]),
      changes: [monitor.says("WatchFired")],
      questions: [
        Question(
          call: monitor.call("GetIdletime"),
          why: .idle,
          whenSo: monitor.call("AddUserActiveWatch")
        ) {
          // Asked when the watch fires it may be a little less.
          if case .longCount(let time)? = $0.first { time >= idle - 1000 } else { nil }
        }
      ]
    )
  }()

  /// GNOME's session, in which a film or a presentation keeps the screen from being idle.
  private static let gnome = {
    let session = BusObject("org.gnome.SessionManager", "/org/gnome/SessionManager")
    return PresenceSource(
      name: session.name,
      changes: [session.says("InhibitorAdded"), session.says("InhibitorRemoved")],
      questions: [
        Question(call: session.call("IsInhibited", [.count(8)]), why: .presenting) {
          $0.first?.flag
        }
      ]
    )
  }()
}

extension PresenceSource {
  /// “Do not disturb” of GNOME, which stands among its settings: who changes one says so on the
  /// bus, and what it is only a program tells.
  private static let gnomeBanners = {
    let key = "/org/gnome/desktop/notifications/show-banners"
    let writer = BusObject("ca.desrt.dconf", "/ca/desrt/dconf/Writer/user")
    return PresenceSource(
      name: "org.gnome.Shell",
      changes: [writer.says("Notify", "ca.desrt.dconf.Writer", where: key)],
      questions: [
        Question(
          .program(["gsettings", "get", "org.gnome.desktop.notifications", "show-banners"]),
          why: .inhibited
        ) { ["true": false, "false": true][$0.first?.text ?? ""] }
      ]
    )
  }()
}

extension [Value] {
  /// The value of a property that was asked for.
  fileprivate var property: Value? { if case .variant(let value)? = first { value } else { nil } }
}
