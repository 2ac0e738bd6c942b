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

  /// Reads what `GetCapabilities` answers.
  init(_ names: [String]) {
    hasBody = names.contains("body")
    hasMarkup = names.contains("body-markup")
    hasActions = names.contains("actions")
    hasInlineReply = hasActions && names.contains("inline-reply")
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

  var prompt: PromptID
  var summary: String
  var body: String
  var buttons: [Button]
  /// Whether it asks something, and so stays until it is answered.
  var isCheckIn: Bool
  /// What to write, where the server has a line to write in.
  var placeholder: String?

  /// The key of the button that opens a line to write in; KDE's, and others have taken it over.
  static let inlineReply = "inline-reply"

  /// The arguments of `Notify`, in the place of another notification; 0 for none.
  func arguments(replacing id: UInt32) -> [Value] {
    [
      .text("Coach"), .count(id), .text(""), .text(summary), .text(body),
      .texts(buttons.flatMap { [$0.key, $0.label] }), .table(hints),
      // A tip goes when the server says; a question stays, with its buttons.
      .int(isCheckIn ? 0 : -1),
    ]
  }

  private var hints: [Value.Entry] {
    // Takes the place of the same prompt's, also after we were started anew and know no number.
    let tag = "coach-\(prompt)"
    var hints = [
      // Never 2, critical: that breaks “do not disturb”.
      Value.Entry("urgency", .byte(isCheckIn ? 1 : 0)),
      Value.Entry("category", .text(isCheckIn ? "x-coach.checkin" : "x-coach.tip")),
      Value.Entry("desktop-entry", .text("org.activeservice.Coach")),
    ]
    hints += Capabilities.tags.map { Value.Entry($0, .text(tag)) }
    if !isCheckIn { hints.append(Value.Entry("transient", .flag(true))) }
    if let placeholder {
      hints.append(Value.Entry("x-kde-reply-placeholder-text", .text(placeholder)))
    }
    return hints
  }
}
