public import Coaching

extension Settings {
  /// A target of the person's own for a question of the decks.
  public struct TargetSettings: Equatable, Sendable {
    public var question: String
    public var target: Aim.Target
  }

  /// What the person set out to do.
  public var aims: PersonalTargets {
    PersonalTargets(
      lightsOut: lightsOut,
      getUp: getUp,
      toleranceMinutes: toleranceMinutes,
      entries: targets.map { PersonalTargets.Entry(question: $0.question, aim: Aim($0.target)) }
        + habits.map { PersonalTargets.Entry(question: $0.question.id, aim: $0.aim) }
    )
  }

  mutating func readSleep(_ sleep: TOMLTable) throws(ConfigurationError) {
    try sleep.allow(["lights-out", "get-up", "tolerance", "wish"])
    lightsOut = try Settings.ownTimes("lights-out", in: sleep)
    getUp = try Settings.ownTimes("get-up", in: sleep)
    wishMinutes = try Settings.wish(sleep)
    if let minutes = try sleep.integer("tolerance") {
      guard (0...180).contains(minutes) else {
        throw sleep.refusal("tolerance", "“tolerance” is minutes, 0 to 180, not \(minutes)")
      }
      toleranceMinutes = minutes
    }
    for evening in Weekday.allCases {
      let morning = evening == .sunday ? Weekday.monday : Weekday.allCases[evening.rawValue]
      if let time = lightsOut?.time(on: evening), time == getUp?.time(on: morning) {
        throw sleep.refusal("get-up", "“get-up” is the same as “lights-out”: \(time)")
      }
    }
  }

  /// How much sleep is wanted in a day, in minutes; nil where that is not said.
  private static func wish(_ sleep: TOMLTable) throws(ConfigurationError) -> Int? {
    guard let text = try sleep.text("wish"), text != "unset" else { return nil }
    guard let seconds = TimeSpan.seconds(text), (3600...86_400 - 3600).contains(seconds),
      seconds % 60 == 0
    else {
      let message = "“\(text.printable)” is not “unset” or a span such as “8h” or “7h 30min”"
      throw sleep.refusal("wish", "\(message), from 1h to 23h")
    }
    return Int(seconds / 60)
  }

  private static func ownTimes(
    _ key: String,
    in section: TOMLTable
  ) throws(ConfigurationError) -> WeeklyTimes? {
    guard let texts = try section.textOrTexts(key), texts != ["unset"] else { return nil }
    if let times = WeeklyTimes(texts) { return times }
    if texts.count == 1, !texts[0].contains(" ") {
      let text = texts[0].printable
      throw section.refusal(key, "“\(text)” is not “unset” or \(timeOfDay)")
    }
    let bad = texts.first { WeeklyTimes([$0]) == nil }
    let what = bad.map { "“\($0.printable)” is not a time with its days" } ?? "a day is there twice"
    throw section.refusal(key, "\(what); write [\"Mon..Fri 23:00\", \"Sat,Sun 00:30\"]")
  }

  mutating func readTargets(_ section: TOMLTable) throws(ConfigurationError) {
    for question in section.keys {
      let target = try section.read(question, SettingSyntax.targets, Aim.Target.init(configured:))
      if let target { targets.append(TargetSettings(question: question, target: target)) }
    }
  }
}

extension Configuration {
  /// Puts the person's own habits among the questions, worded as the decks word the rest.
  mutating func addHabits() throws(ConfigurationError) {
    for (place, habit) in settings.habits.enumerated() {
      var question = habit.question
      if teaching.items.contains(question.id) {
        let message = "the decks have “\(question.id)” already; choose another id"
        throw try Configuration.refusal(["habit", String(place), "id"], message, in: file)
      }
      if let name = question.was.first(where: teaching.items.contains) {
        let message = "the decks have “\(name)”, which asks on; its history stays with it"
        throw try Configuration.refusal(["habit", String(place), "was"], message, in: file)
      }
      let plain = teaching.questions.first { $0.about == .tip }?.wording
      question.wording.hint = teaching.hint(for: question) ?? plain?.hint ?? question.kind.accepts
      question.wording.replies = plain?.replies ?? []
      teaching.questions.append(question)
      teaching.questions += automatic(question)
    }
  }

  /// How much a habit of the person's own goes by itself, where that is asked of the others.
  private func automatic(_ habit: Question) -> [Question] {
    guard var question = teaching.questions.first(where: { $0.check == "automatic" }) else {
      return []
    }
    question.id = "automatic-\(habit.id)"
    let phrases = teaching.phrases
    question.wording.title = phrases.labelled(phrases("by-itself"), habit.wording.title)
    question.wording.ask = phrases("own-automatic", ("title", habit.wording.title))
    return [question]
  }

  /// Refuses a target for what has none.
  func check(targets: [Settings.TargetSettings]) throws(ConfigurationError) {
    for entry in targets {
      let message: String
      let known = teaching.questions.filter(\.isHabit).map(\.id)
      if let question = teaching.question(entry.question), question.isHabit {
        if question.kind == .timeOfDay {
          message = "“\(entry.question)” has its time in [sleep]"
        } else if settings.habits.contains(where: { $0.question.id == question.id }) {
          message = "“\(entry.question)” is a habit of yours; its target stands in its [[habit]]"
        } else if let wanted = entry.target.misfit(with: question.kind) {
          let kind = question.kind.rawValue
          message = "“\(entry.target.words)” fits no \(kind) answer, which takes \(wanted)"
        } else {
          continue
        }
      } else {
        let offer = SettingSyntax.offer(entry.question, among: known)
        message = "there is no habit “\(entry.question.printable)”; \(offer)"
      }
      throw try Configuration.refusal(["target", entry.question], message, in: file)
    }
  }
}
