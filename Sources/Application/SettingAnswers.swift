import Coaching
import Configuration

/// Answers that change what is configured: another hour of a slot, another if-then plan.
///
/// What is configured follows the answer that stands: one that takes the place of another changes
/// it, and to take an answer back puts it back, unless the person has set it otherwise since.
extension Workspace {
  /// The hour that was offered for a slot, or would be.
  func hour(askedBy question: Question, on day: CivilDate) throws(CommandError) -> String {
    let coach = try coach(around: day)
    if let topic = teaching.topic(of: question, on: day, coach: coach)?.name { return topic }
    let whole = try whole()
    let planner = Planner(try whole.coach(), whole.context, at: now)
    if let hour = planner.bestHour(ofAnswerTo: question) { return hour }
    throw CommandError(
      .data,
      "no-hour-offered",
      ("question", question.name.shown),
      ("day", Saying.day(day, seenOn: today))
    )
  }

  /// The plan that an answer is about: the one that stood before any answer of its day.
  func plan(askedBy question: Question, on day: CivilDate) throws(CommandError) -> String? {
    if let standing = try standing(question.id, on: day) { return standing.about }
    return configuration.settings.profile.programme.moment
  }

  /// A plan that was typed: a bare no leaves the plan as it is, and a bare yes says nothing of it.
  func plan(_ answer: Answer, typed: String, to question: Question) throws(CommandError) -> Answer {
    guard question.about == .plan, case .text(let text) = answer else { return answer }
    switch try lexicon.meaning(of: text, in: .yesNo) {
    case "no": return .noOccasion
    case "yes": throw refusal(of: typed, for: question)
    default: return answer
    }
  }

  /// Writes answers down, and before them what they change in the configuration: where that cannot
  /// be written an answer of which nothing came is none.
  func write(_ prepared: [PreparedAnswer]) throws(CommandError) {
    let changes = prepared.compactMap { SettingChange($0.recorded) }
    if !changes.isEmpty {
      var form = try settingsForm()
      for change in changes { try form.make(change) }
      try form.write()
    }
    do {
      try record(prepared.flatMap(\.drafts))
    } catch {
      if !changes.isEmpty, var form = try? settingsForm() {
        for change in changes.reversed() { try? form.make(change.back) }
        try? form.write()
      }
      throw error
    }
  }

  /// Puts back what the answers of a step have changed, before they are taken back.
  ///
  /// - Returns: What was put back, in the person's language.
  /// - Throws: When the configuration cannot be read or written.
  func putBack(_ step: [Fact]) throws(CommandError) -> [String] {
    var changes: [SettingChange] = []
    // What came with a file has changed nothing here.
    for fact in step where fact.source == nil {
      guard case .answered(let answered) = fact.event,
        let question = teaching.question(answered.question), question.about.isSetting
      else { continue }
      let given = try ledger.answers(to: [question.id], from: fact.day, through: fact.day)
      let left = given.last { fact in !step.contains { $0.id == fact.id } }
      guard case .answered(let left)? = left?.event else {
        changes += [SettingChange(from: answered, to: nil, question)].compactMap(\.self)
        continue
      }
      changes += [SettingChange(from: answered, to: left, question)].compactMap(\.self)
    }
    if changes.isEmpty { return [] }
    var form = try settingsForm()
    changes = changes.filter { form.has($0) }
    if changes.isEmpty { return [] }
    for change in changes { try form.make(change) }
    try form.write()
    return changes.map { $0.said(phrases) }
  }

  /// The configuration as it is now; the names of zones stay as they are written.
  private func settingsForm() throws(CommandError) -> SettingsForm {
    try SettingsForm(paths) { _ in .utc }
  }
}

/// Another setting that follows from an answer.
struct SettingChange: Equatable {
  enum Place: Equatable {
    /// The hour of a slot.
    case hour(of: String)
    /// The if-then plan.
    case plan
  }

  var place: Place
  var from: String
  var to: String

  /// What an answer that was recorded changes; nil where it changes nothing.
  init?(_ recorded: RecordedAnswer) {
    self.init(from: recorded.replaced, to: recorded.answered, recorded.question)
  }

  /// What changes where one answer stands after another, or none; nil where nothing does.
  init?(from before: Answered?, to after: Answered?, _ question: Question) {
    guard let any = after ?? before else { return nil }
    let meant = [before, after].map { Self.meant(by: $0, any) }
    switch question.about {
    case .slot:
      guard let hour = any.about.flatMap(BestHour.init) else { return nil }
      place = .hour(of: hour.slot)
    case .plan: place = .plan
    default: return nil
    }
    guard let from = meant[0], let to = meant[1], from != to else { return nil }
    (self.from, self.to) = (from, to)
  }

  private init(_ place: Place, from: String, to: String) {
    (self.place, self.from, self.to) = (place, from, to)
  }

  /// The same the other way round.
  var back: SettingChange { SettingChange(place, from: to, to: from) }

  /// What is configured where an answer stands, by what it is about; nil where that tells nothing.
  private static func meant(by answered: Answered?, _ any: Answered) -> String? {
    switch answered?.answer {
    case .text(let plan): plan.printable.trimmed
    case .yesNo(true): any.about.flatMap(BestHour.init)?.to.description
    default:
      any.about.flatMap(BestHour.init)?.from.description ?? any.about ?? SettingKey.noMoment
    }
  }

  /// That it was put back.
  func said(_ phrases: Phrases) -> String {
    switch place {
    case .hour(let slot):
      phrases("slot-put-back", ("slot", phrases.slot(slot)), ("time", to))
    case .plan where to == SettingKey.noMoment: phrases("plan-put-back-none")
    case .plan: phrases("plan-put-back", ("plan", to))
    }
  }
}

extension SettingsForm {
  /// Whether a setting is still as a change would find it.
  func has(_ change: SettingChange) -> Bool {
    switch change.place {
    case .hour(let slot): time(of: slot)?.description == change.from
    case .plan: value(.moment) == change.from
    }
  }

  mutating func make(_ change: SettingChange) throws(CommandError) {
    switch change.place {
    case .hour(let slot):
      if let time = CivilTime(change.to) { try move(slot, to: time) }
    case .plan: try set(.moment, to: change.to)
    }
  }
}
