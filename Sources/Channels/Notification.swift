internal import Coaching
internal import Systemd

/// What a notification server can do, of what matters here.
struct Capabilities: Equatable {
  var hasBody: Bool
  var hasMarkup: Bool
  var hasActions: Bool
  var hasInlineReply: Bool
  /// Whether a notification takes the place of one with the same tag, whoever sent that and when.
  var replacesByName: Bool
  /// Whether buttons can be seen; else there are only the keys and menus that the person gave it,
  /// and a click on the body.
  var drawsButtons: Bool
  /// Whether it takes off what a program has shown as soon as that ends.
  var dropsOnExit: Bool
  /// Whether it draws a button for a click on the body too.
  var drawsBody: Bool
  /// Whether it draws three buttons and makes a list to unfold of more; there a click on the body
  /// that does nothing throws nothing away.
  var listsFour: Bool
  /// Whether it shows five lines, title included.
  var cutsShort: Bool
  /// Whether a long line goes over the edge of the screen, as fnott's does.
  var breaksNoLine: Bool
  /// Whether it ends over a notification that is to replace one both by its number and by its name,
  /// as mako 1.10 does: then the name alone says it.
  var takesOneName: Bool

  /// Those that say “actions” and draw none.
  private static let buttonless = ["dunst", "mako", "fnott"]

  /// Reads what `GetCapabilities` answers.
  ///
  /// - Parameters:
  ///   - names: What the server can do.
  ///   - server: What it is called, where it says so.
  init(_ names: [String], of server: String = "") {
    drawsButtons = !Capabilities.buttonless.contains(server.lowercased())
    dropsOnExit = server == "gnome-shell"
    listsFour = server.lowercased().hasPrefix("lxqt")
    drawsBody = listsFour || server.lowercased().hasPrefix("xfce")
    cutsShort = server.lowercased() == "mako"
    breaksNoLine = server.lowercased() == "fnott"
    takesOneName = server.lowercased() == "mako"
    hasBody = names.contains("body")
    hasMarkup = names.contains("body-markup")
    hasActions = names.contains("actions")
    // swaync says so, and leaves the button out unless it is configured to have it.
    hasInlineReply =
      hasActions && names.contains("inline-reply") && server != "SwayNotificationCenter"
    replacesByName = names.contains { Capabilities.tags.contains($0) }
  }
}

extension Capabilities {
  /// Hints by which some servers replace; they say so among their capabilities.
  static let tags = ["x-canonical-private-synchronous", "x-dunst-stack-tag"]
}

/// What is said by org.freedesktop.Notifications, as the specification 1.2 has it.
struct Notification: Equatable {
  /// What a button does, by its key, and what it says.
  struct Button: Equatable {
    var key: String
    var label: String
  }

  /// What it is to the person, and so how long it stays.
  enum Kind: Equatable {
    /// It goes when the server says.
    case tip
    /// It asks something, and stays until that is answered or over.
    case question
    /// It stays until what it reminds of is done or put off.
    case reminder
  }

  var prompt: PromptID
  var summary: String
  var body: String
  var buttons: [Button]
  var kind: Kind
  /// What a click on the body does; nil where it does nothing of ours.
  var opens: NotificationAction?
  /// What that is called, where a server draws it as a button.
  var opensLabel = ""
  /// What to write, where the server has a line to write in.
  var placeholder: String?
  /// Whether it only stands in the list again: the person has seen it pop up.
  var isQuiet = false

  /// The key of the button that opens a line to write in; KDE's, and others have taken it over.
  static let inlineReply = "inline-reply"
  /// The key of a click on the body.
  static let body = "default"

  /// The arguments of `Notify`, in the place of another notification; 0 for none.
  func arguments(replacing id: UInt32) -> [Value] {
    let isThere = opens == nil || buttons.contains { $0.key == Notification.body }
    let body = isThere ? [] : [Button(key: Notification.body, label: opensLabel)]
    return [
      .text("Coach"), .count(id), .text(Desktop.application), .text(summary),
      .text(self.body), .texts((buttons + body).flatMap { [$0.key, $0.label] }), .table(hints),
      .int(kind == .tip ? -1 : 0),
    ]
  }

  private var hints: [Value.Entry] {
    // Takes the place of the same prompt's, also after we were started anew and know no number.
    let tag = "coach-\(prompt)"
    var hints = [
      // Never 2, critical: that breaks “do not disturb”. Not 0, low: GNOME shows no banner then.
      // Never “transient”: what was not looked at in time would be nowhere.
      Value.Entry("urgency", .byte(isQuiet ? 0 : 1)),
      Value.Entry("category", .text(category)),
      Value.Entry("desktop-entry", .text(Desktop.application)),
    ]
    hints += Capabilities.tags.map { Value.Entry($0, .text(tag)) }
    if let placeholder {
      hints.append(Value.Entry("x-kde-reply-placeholder-text", .text(placeholder)))
    }
    return hints
  }

  private var category: String {
    switch kind {
    case .tip: "x-coach.tip"
    case .question: "x-coach.checkin"
    case .reminder: "x-coach.reminder"
    }
  }
}

extension Notification {
  /// Which part of what can be done with a card the buttons are for.
  struct View: Equatable {
    enum Page: Equatable {
      /// What is most likely wanted.
      case first
      /// The rest, from its so manieth thing on.
      case rest(Int)
      /// The numbers of a part of a scale.
      case range(ClosedRange<Int>)
    }

    /// The question that the person has asked to see more of; nil where it is the card's first.
    var question: String?
    var page = Page.first
    /// Why what the person did came to nothing, to be said above all.
    var reason: String?
  }
}
