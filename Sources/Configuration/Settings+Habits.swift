public import Coaching

extension Settings {
  /// A habit of the person's own: its question is asked in their words.
  public struct HabitSettings: Equatable, Sendable {
    /// Without what an answer looks like and what is said to it, which the decks have.
    public var question: Question
    public var aim: Aim
  }

  private static let habitKeys = [
    "id", "title", "question", "answer", "better", "target", "times", "per-days", "slot", "every",
    "unit", "min", "max", "several", "was",
  ]

  /// Reads the person's own habits; each joins the slot that it names.
  mutating func readHabits(_ top: TOMLTable) throws(ConfigurationError) {
    for section in try top.sections("habit") {
      try section.allow(Settings.habitKeys)
      let habit = try Settings.habit(section)
      let id = habit.question.id
      try DeckReader.check(id, isNew: !habits.contains { $0.question.id == id }, section)
      try Settings.checkWas(habit, beside: habits, section)
      habits.append(habit)
      guard let slot = try slot(namedBy: section) else { continue }
      if !slots[slot].carries.contains(id) { slots[slot].carries.append(id) }
    }
  }

  /// The place of the slot that is to ask something; nil where none is named.
  func slot(namedBy section: TOMLTable) throws(ConfigurationError) -> Int? {
    guard let name = try section.text("slot") else { return nil }
    guard let slot = slots.firstIndex(where: { $0.name == name }) else {
      let offer = SettingSyntax.offer(name, among: slots.map(\.name))
      throw section.refusal("slot", "there is no slot “\(name.printable)”; \(offer)")
    }
    return slot
  }

  private static func habit(_ section: TOMLTable) throws(ConfigurationError) -> HabitSettings {
    let id = try section.needed(.id)
    let ask = try section.needed(.question)
    for key in ["question", "title"] where try section.text(key)?.printable.isEmpty == true {
      throw section.refusal(key, "“\(key)” is empty; say it in words, such as “A walk”")
    }
    _ = try section.needed(.answer, taking: Settings.kinds)
    let kind: AnswerKind = try section.one("answer") ?? .yesNo
    if kind == .stretches {
      let message = "stretches of time are for “night” and “nap”; a habit takes \(Settings.kinds)"
      throw section.refusal("answer", message)
    }
    if kind == .text {
      throw section.refusal("answer", "words have no strength; a habit takes \(Settings.kinds)")
    }
    let better: Question.Polarity? = try section.one("better")
    if better == .neither {
      throw section.refusal("better", "a habit has a better way: more, less or own-target")
    }
    var question = Question(
      id: id,
      rows: [],
      kind: kind,
      better: better ?? .more,
      wording: Question.Wording(title: try section.text("title") ?? id, ask: ask, hint: "")
    )
    question.number = try Settings.numberForm(section, of: kind)
    let written = try Settings.target(section, in: question.number.unit)
    if let written {
      try Settings.check(written, for: question, named: better, "target", section)
      question.better = better ?? written.polarity(for: kind)
    }
    question.was = try section.texts("was") ?? []
    question.every = try section.read("every", SettingSyntax.cadence, Cadence.init)
    let target = written ?? PersonalTargets().aim(of: question).target
    return HabitSettings(
      question: question,
      aim: Aim(target, try Settings.frequency(for: target, section))
    )
  }

  /// Refuses a former name that is no name, or is another habit's.
  private static func checkWas(
    _ habit: HabitSettings,
    beside others: [HabitSettings],
    _ section: TOMLTable
  ) throws(ConfigurationError) {
    let taken = others.flatMap { [$0.question.id] + $0.question.was } + [habit.question.id]
    for name in habit.question.was {
      if name.isEmpty || !SettingSyntax.isName(name) {
        let message = "“was” has former ids, of a–z, 0–9 and “-”, not “\(name.printable)”"
        throw section.refusal("was", message)
      }
      if taken.contains(name) {
        throw section.refusal("was", "“\(name)” is a habit of its own; a history has one")
      }
    }
  }

  private static let kinds = "yes-no, scale, time-of-day, count, number or outcome"

  /// Refuses a target that a question's answers cannot reach, or that says the contrary of it.
  static func check(
    _ target: Aim.Target,
    for question: Question,
    named better: Question.Polarity?,
    _ key: String,
    _ section: TOMLTable
  ) throws(ConfigurationError) {
    if let wanted = target.misfit(with: question.kind) {
      let kind = question.kind.rawValue
      throw section.refusal(key, "“\(target.words)” fits no \(kind) answer, which takes \(wanted)")
    }
    let polarity = target.polarity(for: question.kind)
    guard let better, target != .unset, better != .ownTarget, better != polarity else { return }
    let message = "“\(target.words)” means that \(polarity.rawValue) is better, and “better” says "
    throw section.refusal(key, "\(message)\(better.rawValue); leave “better” out")
  }

  private static func frequency(
    for target: Aim.Target,
    _ section: TOMLTable
  ) throws(ConfigurationError) -> Frequency {
    guard let days = try section.integer("per-days") else {
      if try section.integer("times") == nil { return .daily }
      throw section.refusal("times", "“times” needs “per-days”: times = 3 and per-days = 7")
    }
    guard Frequency.possibleDays.contains(days) else {
      throw section.refusal("per-days", "“per-days” is from 1 to 366, not \(days)")
    }
    let times = try section.integer("times") ?? 1
    guard let frequency = Frequency(times: times, days: days) else {
      let message = "\(times) times in \(days) days is not possible: a day counts once at most"
      throw section.refusal("times", "\(message), so “times” is from 1 to \(days)")
    }
    switch target {
    case .atLeast, .atMost:
      if times > 1 {
        let message = "“\(target.words)” is a sum over the days; leave “times” out: it counts days"
        throw section.refusal("times", message)
      }
    case .done, .notDone, .by, .unset: break
    }
    return frequency
  }
}

extension Aim.Target {
  /// Reads a target as the configuration has it; nil for anything else.
  init?(configured text: String) {
    let words = text.split(separator: " ").map { $0.lowercased() }
    let typed = words.count == 3 ? DecimalNumber(typed: words[2]) : nil
    let number = typed.flatMap { $0 >= 0 ? $0 : nil }
    switch (words.prefix(2).joined(separator: " "), number) {
    case ("at least", let number?): self = .atLeast(number)
    case ("at most", let number?): self = .atMost(number)
    case ("done", nil) where words.count == 1: self = .done
    case ("unset", nil) where words.count == 1: self = .unset
    case ("not done", nil) where words.count == 2: self = .notDone
    default:
      let typed = words.dropFirst().joined(separator: " ")
      guard words.first == "by", let time = CivilTime(typed: typed) else { return nil }
      self = .by(time)
    }
  }

  /// As the configuration has it.
  var words: String {
    switch self {
    case .done: "done"
    case .notDone: "not done"
    case .by(let time, _): "by \(time)"
    case .atLeast(let number): "at least \(number)"
    case .atMost(let number): "at most \(number)"
    case .unset: "unset"
    }
  }

  private static let scales = "“at least 1” to “at least 10”, or “at most 0” to “at most 9”"
  private static let counts = "“at least” from 1 or “at most” from 0, up to 1000"
  private static let numbers = "“at least” or “at most” and a number such as 10.5"

  /// What a kind of answer takes for a target; nil where this one fits.
  func misfit(with kind: AnswerKind) -> String? {
    switch (self, kind) {
    case (.unset, _), (.done, .yesNo), (.notDone, .yesNo), (.done, .outcome), (.by, .timeOfDay):
      nil
    case (.atLeast(let number), .scale) where number.isWhole(in: 1...10): nil
    case (.atMost(let number), .scale) where number.isWhole(in: 0...9): nil
    case (.atLeast(let number), .count) where number.isWhole(in: 1...1000): nil
    case (.atMost(let number), .count) where number.isWhole(in: 0...999): nil
    case (.atLeast(let number), .number) where number > 0 && Answer.numbers.contains(number): nil
    case (.atMost(let number), .number) where Answer.numbers.contains(number): nil
    case (_, .yesNo): "“done” or “not done”"
    case (_, .outcome): "“done”"
    case (_, .timeOfDay): "“by” and a time of day"
    case (_, .scale): Aim.Target.scales
    case (_, .count): Aim.Target.counts
    case (_, .number): Aim.Target.numbers
    case (_, .text), (_, .stretches): "none"
    }
  }

  /// Which answers are the good ones.
  func polarity(for kind: AnswerKind) -> Question.Polarity {
    switch self {
    case .notDone, .atMost: .less
    case .by: .ownTarget
    case .done, .atLeast: .more
    case .unset: kind == .timeOfDay ? .ownTarget : .more
    }
  }
}

extension DecimalNumber {
  fileprivate func isWhole(in range: ClosedRange<Int>) -> Bool {
    whole.map(range.contains) ?? false
  }
}
