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
    let coach = try workspace.coach()
    var time = words
    // A span begins with its number, and “until” says that it is none of a slot's name.
    let isNamed = time.first.map { $0.first?.isNumber != true && $0 != "until" } ?? false
    let name = isNamed ? time.removeFirst() : nil
    let prompt = try find(name, in: coach, workspace)
    let id = prompt.prompted.id
    let until = try workspace.instant(time.isEmpty ? "15m" : time.joined(separator: " "))
    guard let back = coach.comesBack(id, snoozedUntil: until, for: workspace.outlook) else {
      let end = workspace.moment(workspace.calendar.end(of: id.day))
      let what = "“\(id)” would not come back then: it belongs to \(id.day), whose messages end "
      throw Failure(.data, "\(what)by \(end) at the latest; put it off for less, or answer it")
    }
    try workspace.record(.snoozed(id, until: until), on: id.day)
    let slot = workspace.phrases.slot(id.slot)
    Output.wrapped(
      workspace.phrases("snoozed-until", ("slot", slot), ("moment", workspace.moment(back)))
    )
  }

  /// The prompt of a name; without one, the one that came last.
  private func find(
    _ name: String?,
    in coach: Coach,
    _ workspace: Workspace
  ) throws(Failure) -> Coach.Prompt {
    let prompts = coach.snoozable(at: workspace.now, for: workspace.outlook)
    guard let last = prompts.last else {
      throw Failure(.data, "no prompt is waiting, so there is nothing to put off")
    }
    guard let name else { return last }
    let matching = prompts.filter {
      $0.prompted.id.description == name || $0.prompted.id.slot.hasPrefix(name)
    }
    guard let prompt = matching.last else {
      let ids = prompts.map(\.prompted.id)
      let offer = nearest(to: name, among: ids.map(\.slot)).map { "did you mean “\($0)”? " } ?? ""
      let waiting = ids.map(\.description).joined(separator: ", ")
      throw Failure(.data, "“\(name.printable)” is not waiting; \(offer)Waiting: \(waiting)")
    }
    return prompt
  }
}
