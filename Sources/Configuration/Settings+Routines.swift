import Coaching

/// Habits that are asked together.
extension Settings {
  /// How many habits a routine can have: as many questions come in one prompt.
  private static let routineHabits = 2...12

  /// Reads the person's routines; a slot that carries one carries its habits.
  mutating func readRoutines(_ top: TOMLTable) throws(ConfigurationError) {
    for section in try top.sections("routine") {
      try section.allow(["name", "title", "habits", "slot"])
      let name = try section.needed(.name)
      let known = habits.map(\.question.id) + routines.map(\.id)
      guard !name.isEmpty, SettingSyntax.isName(name) else {
        let message = "a routine's name is of a–z, 0–9 and “-”, not “\(name.printable)”"
        throw section.refusal("name", message)
      }
      if known.contains(name) { throw section.refusal("name", "“\(name)” is there twice") }
      let members = try section.texts("habits") ?? []
      guard Settings.routineHabits.contains(members.count), Set(members).count == members.count
      else {
        let (least, most) = (Settings.routineHabits.lowerBound, Settings.routineHabits.upperBound)
        let message = "“habits” is a list of \(least) to \(most) names, each once"
        throw section.refusal(section.has("habits") ? "habits" : "name", message)
      }
      let title = try section.text("title") ?? name
      routines.append(Routine(id: name, title: title, questions: members))
      if let slot = try slot(namedBy: section) { slots[slot].carries.append(name) }
    }
    for place in slots.indices { carryRoutines(in: place) }
  }

  /// Puts the habits of routines in the place of these, each once.
  private mutating func carryRoutines(in place: Int) {
    if routines.isEmpty { return }
    var carries: [String] = []
    for name in slots[place].carries {
      let members = routines.first { $0.id == name }?.questions ?? [name]
      for member in members where !carries.contains(member) { carries.append(member) }
    }
    slots[place].carries = carries
  }
}

extension Configuration {
  /// Refuses a routine of what is no question, and one that is named like one.
  func checkRoutines() throws(ConfigurationError) {
    let known = teaching.questions.filter { $0.check == nil && $0.about != .tip }.map(\.id)
    for (place, routine) in settings.routines.enumerated() {
      let path = ["routine", String(place)]
      if teaching.items.contains(routine.id) {
        let message = "the decks have “\(routine.id)” already; choose another name"
        throw try Configuration.refusal(path + ["name"], message, in: file)
      }
      for name in routine.questions where !known.contains(name) {
        let offer = SettingSyntax.offer(name, among: known)
        let message = "there is no habit “\(name.printable)”; \(offer)"
        throw try Configuration.refusal(path + ["habits"], message, in: file)
      }
    }
  }
}
