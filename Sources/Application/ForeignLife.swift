package import Coaching
package import Interchange

/// What a file of another program says, as it is told by the one that reads such files.
///
/// Facts of our own export are not kept here: they are too many.
package struct ForeignLife {
  package private(set) var source: ForeignSource?
  package private(set) var habits: [ForeignHabit] = []
  /// Of each habit its answers, a day once.
  package private(set) var answers: [[ForeignAnswer]] = []
  package private(set) var nights: [ForeignNight] = []
  package private(set) var absences: [ClosedRange<CivilDate>] = []
  package private(set) var drops: [ForeignDrop] = []
  /// Whether all of the file was told.
  package private(set) var isWhole = false

  package init() {}

  /// Takes note of something that is told.
  package mutating func take(_ record: ForeignRecord) {
    switch record {
    case .source(let source): self.source = source
    case .habit(let habit):
      habits.append(habit)
      answers.append([])
    case .answer(let answer):
      if answers.indices.contains(answer.habit) { answers[answer.habit].append(answer) }
    case .night(let night): nights.append(night)
    case .absence(let days): absences.append(days)
    case .dropped(let drop): drops.append(drop)
    case .fact: break
    case .end: isWhole = true
    }
  }

  /// What each habit is called: by its name, where another has it too with its number among those.
  package var names: [String] {
    var counts: [String: Int] = [:]
    let all = Dictionary(grouping: habits, by: \.name)
    return habits.map { habit in
      counts[habit.name, default: 0] += 1
      let isOnly = all[habit.name]?.count == 1
      return isOnly ? habit.name : "\(habit.name) (\(counts[habit.name] ?? 1))"
    }
  }
}
