import Coaching
import Configuration
import Interchange

/// Which habit here each habit of a file is: one that the person names, one that is called the
/// same to the letter, or a new one.
///
/// Never one that is only alike.
struct ImportTargets {
  /// A habit here.
  struct Target {
    var question: String
    /// What its answers are.
    var kind: AnswerKind
    /// What it is called, where its question may go out of the configuration.
    var title: String?
    /// What its numbers are counted in.
    var unit: String?
    /// What is meant, where the configuration does not say it.
    var aim: Aim?
    var proposed: ProposedHabit?

    /// Why a value is none of its answers, in words that follow a number.
    func refusal(of value: ForeignAnswer.Value) -> String {
      "answers that “\(question)” does not take, which takes \(kind.accepts)"
    }
  }

  /// What the habits of the file are called.
  let names: [String]
  private(set) var targets: [Target] = []
  private var taken: Set<String>

  init(
    _ life: ForeignLife,
    _ wishes: ImportWishes,
    _ workspace: Workspace
  ) throws(CommandError) {
    names = life.names
    taken = Set(workspace.teaching.questions.map(\.id))
    let former = try Self.former(workspace)
    taken.formUnion(former.map(\.id))
    try Self.check(wishes, names, life.habits, workspace)
    for number in life.habits.indices {
      let habit = life.habits[number]
      let name = names[number]
      let wished = wishes.map.last { $0.name == name || $0.name == habit.key }
      if let wished {
        targets.append(try Self.target(wished.habit, name, habit, workspace))
      } else if let own = Self.own(name, workspace) {
        targets.append(Self.target(own))
      } else if let gone = former.first(where: { $0.title == name }) {
        var target = Self.fresh(gone.id, name, habit)
        target.proposed = nil
        targets.append(target)
      } else {
        let id = Self.id(for: name, among: taken)
        taken.insert(id)
        targets.append(Self.fresh(id, name, habit))
      }
    }
  }

  /// Refuses a name that the file does not have.
  private static func check(
    _ wishes: ImportWishes,
    _ names: [String],
    _ habits: [ForeignHabit],
    _ workspace: Workspace
  ) throws(CommandError) {
    let known = names + habits.map(\.key)
    for wish in wishes.map where wish.habit != Habit.sleep && !known.contains(wish.name) {
      let refusal = ("refusal", Suggestions.unknown(.habit, wish.name, among: names))
      throw CommandError(.data, "import-unknown", refusal, ("name", wish.name.printable))
    }
  }

  /// The questions that are answered and stand in no configuration, with what they were called.
  private static func former(
    _ workspace: Workspace
  ) throws(CommandError) -> [(id: String, title: String)] {
    let names = try workspace.ledger.answeredQuestions()
      .filter { workspace.teaching.question($0) == nil }
    if names.isEmpty { return [] }
    let day = workspace.today.adding(days: 1)
    let last = try workspace.ledger.lastAnswers(to: names, before: day, limit: 1)
    return names.map { name in
      (name, last.last { $0.answered.question == name }?.answered.title ?? name)
    }
  }

  /// The habit of the person's own that is called so, to the letter.
  private static func own(_ name: String, _ workspace: Workspace) -> Question? {
    let own = workspace.configuration.settings.habits.map(\.question)
    let found = own.filter { $0.id == name || $0.wording.title == name }
    return found.count == 1 ? found[0] : nil
  }

  private static func target(_ question: Question) -> Target {
    Target(
      question: question.id,
      kind: question.kind,
      title: question.wording.title,
      unit: question.unit
    )
  }

  /// The habit that the person names, which may be new.
  private static func target(
    _ id: String,
    _ name: String,
    _ habit: ForeignHabit,
    _ workspace: Workspace
  ) throws(CommandError) -> Target {
    if let question = workspace.teaching.question(id) { return target(question) }
    if let own = own(id, workspace) { return target(own) }
    guard id == self.id(for: id, among: []) else {
      let what = "“\(id.printable)” is no habit; an id is of a–z, 0–9 and “-”"
      throw CommandError(.data, what)
    }
    return fresh(id, name, habit)
  }

  /// A habit that is new here.
  private static func fresh(
    _ id: String,
    _ name: String,
    _ habit: ForeignHabit
  ) -> Target {
    var proposed = ProposedHabit(
      id: id,
      title: name,
      ask: habit.ask.printable.isEmpty ? name : habit.ask,
      kind: habit.kind.rawValue,
      target: "done"
    )
    proposed.target = target(of: habit, as: proposed.kind)
    if Frequency(times: habit.times, days: habit.days) != nil {
      (proposed.times, proposed.days) = (habit.times, habit.days)
    }
    if proposed.target.hasPrefix("at ") { proposed.times = 1 }
    if proposed.kind == "number" { proposed.unit = unit(habit.unit) }
    return Target(
      question: id,
      kind: AnswerKind(rawValue: proposed.kind) ?? .yesNo,
      title: name,
      unit: proposed.unit.isEmpty ? nil : proposed.unit,
      aim: proposed.aim,
      proposed: proposed
    )
  }

  /// A unit as coach.toml takes one; none where it is not such.
  private static func unit(_ text: String) -> String {
    let unit = text.printable.trimmed
    let isPlain = unit.count <= 12 && unit.first.map { !"0123456789+-=.,".contains($0) } ?? false
    return isPlain ? unit : ""
  }

  private static func target(of habit: ForeignHabit, as kind: String) -> String {
    switch (habit.target, kind) {
    case (_, "time-of-day"): return "unset"
    case (.done, "yes-no"), (.notDone, "yes-no"): return habit.target.words
    case (.atLeast(let amount), _) where amount != "0": return "at least \(amount)"
    case (.atMost(let amount), _): return "at most \(amount)"
    default: return "at least 1"
    }
  }

  /// A name as an id: what of it is a–z and 0–9, in words; a number where nothing is.
  private static func id(for name: String, among taken: Set<String>) -> String {
    let words = name.lowercased().split { character in
      !(character.isASCII && (character.isLetter || character.isNumber))
    }
    let plain = words.joined(separator: "-")
    let stem = plain.isEmpty || plain.allSatisfy(\.isNumber) ? "habit-\(plain)" : plain
    let bare = stem.last == "-" ? String(stem.dropLast()) : stem
    if !taken.contains(bare), bare != "habit" { return bare }
    let numbered = (bare == "habit" ? 1 : 2)...
    for number in numbered where !taken.contains("\(bare)-\(number)") { return "\(bare)-\(number)" }
    return bare
  }
}
