package import Coaching

/// Prompts that are put off.
extension Workspace {
  /// How long a prompt is put off where nobody says for how long.
  package static let snoozeSeconds: Int64 = 15 * 60

  /// Puts a prompt off.
  ///
  /// - Parameters:
  ///   - id: The prompt, which waits.
  ///   - text: Until when, as a person types it; nil for 15 minutes.
  /// - Returns: When it comes back, in the person's language.
  /// - Throws: When the text is no time to come, or when it would not come back then.
  package func snooze(_ id: PromptID, until text: String?) throws(CommandError) -> String {
    let until =
      try text.map { text throws(CommandError) in try instant(text) }
      ?? now.adding(seconds: Workspace.snoozeSeconds)
    let back = try snooze(id, until: until)
    return phrases("snoozed-until", ("slot", phrases.slot(id.slot)), ("moment", moment(back)))
  }

  /// Puts a prompt off until an instant.
  ///
  /// - Returns: When it comes back.
  /// - Throws: When it would not come back then.
  @discardableResult
  package func snooze(_ id: PromptID, until: Instant) throws(CommandError) -> Instant {
    guard let back = try coach().comesBack(id, snoozedUntil: until, for: context) else {
      throw CommandError(
        .data,
        "snooze-too-late",
        ("prompt", Saying.either(english: "\(id)", other: phrases.slot(id.slot))),
        ("day", Saying.day(id.day, seenOn: today)),
        ("end", moment(calendar.end(of: id.day)))
      )
    }
    try record(.snoozed(id, until: until), on: id.day)
    return back
  }

  /// Whether some words are when a prompt is to come back, and no name of one.
  package func isEnd(_ text: String) throws(CommandError) -> Bool {
    if text.first?.isNumber == true || text.hasPrefix("until") { return true }
    if try snoozable().contains(where: { $0.slot == text }) { return false }
    return try understood(end: text) != nil
  }

  /// The prompts that can be put off, in the order in which they came.
  package func snoozable() throws(CommandError) -> [PromptID] {
    try coach().snoozable(at: now, for: context).map(\.prompted.id)
  }

  /// The prompt of a name; without one, the one that came last.
  package func snoozable(_ name: String?) throws(CommandError) -> PromptID {
    let prompts = try snoozable()
    guard let last = prompts.last else {
      throw CommandError(.data, "snooze-nothing")
    }
    guard let name else { return last }
    let matching = prompts.filter { $0.description == name || $0.slot.hasPrefix(name) }
    let slots = prompts.map { Name($0.slot, phrases.slot($0.slot)) }
    let titled = matching.isEmpty ? try Suggestions.only(.prompt, name, among: slots) : nil
    guard let prompt = matching.last ?? prompts.last(where: { $0.slot == titled }) else {
      var offer = Suggestions.offer(name, among: slots)
      if case .frame("offer-known", _) = offer {
        let waiting = prompts.map { Saying.either(english: "\($0)", other: phrases.slot($0.slot)) }
        offer = Saying("waits-list", ("list", Saying.list(waiting)))
      }
      throw CommandError(.data, "snooze-unknown", ("name", name.printable), ("offer", offer))
    }
    return prompt
  }
}
