import ArgumentParser
import Coaching

struct Snooze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze",
    abstract: "Put a prompt off, for 15 minutes or as long as you say.",
    discussion: """
      EXAMPLES
        coach snooze                       the last prompt, for 15 minutes
        coach snooze 1h
        coach snooze morning until 15:00

      The prompt leaves the screen and comes back once, on the same day, with its whole window \
      again. An answer in the meantime ends it; “coach undo” brings it back now.
      """
  )

  @Argument(help: "The prompt (its slot is enough), and for how long, such as 15m.")
  var words: [String] = []

  func run() throws {
    let workspace = try Workspace()
    var time = words
    // A span begins with its number, and “until” says that it is none of a slot's name.
    let isNamed = time.first.map { $0.first?.isNumber != true && $0 != "until" } ?? false
    let name = isNamed ? time.removeFirst() : nil
    let text = time.isEmpty ? nil : time.joined(separator: " ")
    Output.wrapped(try workspace.snooze(try workspace.snoozable(name), until: text))
  }
}

extension Workspace {
  /// Puts a prompt off.
  ///
  /// - Parameters:
  ///   - id: The prompt, which waits.
  ///   - text: Until when, as a person types it; nil for 15 minutes.
  /// - Returns: When it comes back, in the person's language.
  /// - Throws: When the text is no time to come, or when it would not come back then.
  func snooze(_ id: PromptID, until text: String?) throws(CommandError) -> String {
    let until = try instant(text ?? "15m")
    guard let back = try coach().comesBack(id, snoozedUntil: until, for: outlook) else {
      let end = moment(calendar.end(of: id.day))
      let what = "“\(id)” would not come back then: it belongs to \(id.day), whose messages end "
      throw CommandError(.data, "\(what)by \(end) at the latest; put it off for less, or answer it")
    }
    try record(.snoozed(id, until: until), on: id.day)
    let slot = ("slot", phrases.slot(id.slot))
    return phrases("snoozed-until", slot, ("moment", moment(back)))
  }

  /// The prompt of a name; without one, the one that came last.
  func snoozable(_ name: String?) throws(CommandError) -> PromptID {
    let prompts = try coach().snoozable(at: now, for: outlook)
    guard let last = prompts.last else {
      throw CommandError(.data, "no prompt is waiting, so there is nothing to put off")
    }
    guard let name else { return last.prompted.id }
    let matching = prompts.filter {
      $0.prompted.id.description == name || $0.prompted.id.slot.hasPrefix(name)
    }
    guard let prompt = matching.last else {
      let ids = prompts.map(\.prompted.id)
      let offer = nearest(to: name, among: ids.map(\.slot)).map { "did you mean “\($0)”?" }
      let waiting = ids.map(\.description).joined(separator: ", ")
      let what = "“\(name.printable)” is not waiting; "
      throw CommandError(.data, what + (offer ?? "what waits is \(waiting)"))
    }
    return prompt.prompted.id
  }
}
