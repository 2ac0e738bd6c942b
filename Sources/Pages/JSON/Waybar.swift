package import Application
package import Coaching
import Configuration

/// What waits, as the custom module of waybar reads it (waybar-custom(5)), on one line.
package struct Waybar: Encodable {
  /// How many questions wait; empty where none does, `!` where nothing is known.
  var text: String
  var tooltip: String
  /// For icons: `stopped`, `away`, `paused`, `waiting` or `clear`; `trouble` where none is known.
  var alt: String
  /// For styles: the same.
  var `class`: String
  /// How much of what has come today is answered, 0 to 100.
  var percentage: Int

  package init(_ status: StatusReport, isRunning: Bool, _ coach: Coach, _ workspace: Workspace) {
    let phrases = workspace.phrases
    let open = status.waiting
    let asked = status.askedCount
    text = open.isEmpty ? "" : String(open.count)
    percentage = asked == 0 ? 100 : 100 * (asked - open.count) / asked
    alt = isRunning ? Waybar.state(status) : "stopped"
    self.class = alt
    let titles = open.map(\.wording.title).joined(separator: phrases("list-comma"))
    let waiting =
      open.isEmpty
      ? phrases("nothing-waiting") : phrases.labelled(phrases("waiting"), titles)
    let next = status.next.map { next in
      let zone = workspace.context.zone
      let time = zone.minutes(next.at)
      let date = zone.civil(at: next.at).date
      let moment = next.id.day == workspace.today ? time : "\(date) \(time)"
      let title = phrases.title(of: next.id.slot, among: coach.entries)
      let words = [title, next.words(moment, phrases)].joined(separator: phrases("comma"))
      return phrases("next-is", ("what", words))
    }
    let refused = workspace.configuration.refusal.map { _ in phrases("trouble-configuration") }
    tooltip = [refused, waiting, next].compactMap(\.self).map(Waybar.escaped)
      .joined(separator: "\n")
  }

  /// What a bar is told where nothing can be asked.
  ///
  /// - Parameter trouble: Why.
  package init(trouble: String) {
    text = "!"
    tooltip = Waybar.escaped(trouble)
    alt = "trouble"
    self.class = alt
    percentage = 0
  }

  /// The number alone, for bars that show a line as it is; no line where nothing waits.
  package var line: String { text.isEmpty ? "" : "\(text)\n" }

  private static func state(_ status: StatusReport) -> String {
    if status.awayThrough != nil { return "away" }
    if status.pausedUntil != nil { return "paused" }
    return status.waiting.isEmpty ? "clear" : "waiting"
  }

  /// A text in Pango's markup, as which the bar reads it.
  private static func escaped(_ text: String) -> String {
    text.printable.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}
