import Coaching
import Configuration

extension Habit {
  /// When the person slept at night, and beside it.
  static let night = "night"
  static let nap = "nap"
}

/// Nights and naps: in which stretches a person slept.
extension Workspace {
  /// What is to be written down of when the person slept; of a night also when the light went out
  /// and when they got up, where that is not known or cannot be, all in one step.
  func preparedSleep(
    _ given: GivenAnswer,
    to question: Question
  ) throws(CommandError) -> PreparedAnswer {
    let typed = try given.typed.kept(as: Saying("text-answer")).trimmed
    let note = try given.note?.kept(as: Saying("text-note"))
    let isInWords = try lexicon.meaning(of: typed, in: .none) != nil
    let isNone = isInWords || question.kind.read(typed, words: phrases.answers) == .noOccasion
    var said: [Stretch] = []
    var day = if let said = given.day { said } else { try answerDay(of: .noOccasion, to: question) }
    if !isNone { (said, day) = try placed(typed, given, question) }
    try check(day, of: question)
    try checkPlace(of: said, on: day, given, question)
    let replaced = try standing(question.id, on: day)
    let all = try Workspace.joined(said, typed, replaced, question)
    let answer = isNone ? Answer.noOccasion : .stretches(all)
    var answered = try answered(answer, to: question.id, on: day, note: note)
    keep(replaced, beside: &answered, given, for: question)
    var drafts = [draft(.answered(answered), on: day)]
    var filled: [(day: CivilDate, answered: Answered)] = []
    if question.id == Habit.night, !isNone {
      filled = try ends(of: all, on: day, insteadOf: replaced)
    }
    drafts += filled.map { draft(.answered($0.answered), on: $0.day) }
    let recorded = RecordedAnswer(
      question: question,
      answered: answered,
      day: day,
      replaced: replaced,
      filled: filled.compactMap { day, answered in
        teaching.question(answered.question).map { question in
          RecordedAnswer.Filled(title: question.wording.title, day: day, answered: answered)
        }
      }
    )
    return PreparedAnswer(recorded: recorded, drafts: drafts)
  }

  // MARK: - When it was

  /// The stretches as moments, and the civil day to which they belong.
  private func placed(
    _ typed: String,
    _ given: GivenAnswer,
    _ question: Question
  ) throws(CommandError) -> ([Stretch], CivilDate) {
    let bare = typed.hasPrefix("+") || typed.hasPrefix("=") ? String(typed.dropFirst()) : typed
    guard let phrases = try lexicon.stretches(bare) else { throw refusal(of: typed, for: question) }
    let times = try clocks(phrases, of: question)
    let moments =
      given.day.map { forth(times, on: $0, given.began, question) }
      ?? back(times, given.began)
    var stretches: [Stretch] = []
    for (begin, end) in moments {
      guard let one = Stretch(from: begin, until: end) else { throw apart(typed) }
      stretches.append(one)
    }
    let gaps = zip(stretches, stretches.dropFirst()).map { earlier, later in
      later.from.instant.seconds - earlier.until.instant.seconds
    }
    let isApart = question.id == Habit.night && gaps.contains { $0 > Workspace.gapSeconds }
    guard !isApart, let first = stretches.first, let last = stretches.last,
      last.until.instant.seconds - first.from.instant.seconds <= Stretch.mostSeconds
    else { throw apart(typed) }
    if last.until.instant > now {
      let end = last.until.local
      let day = ("day", Saying.day(end.date, seenOn: today))
      throw CommandError(.data, "time-not-come", ("time", "\(end.time)"), day)
    }
    return (stretches, given.day ?? day(of: first, question))
  }

  /// For how long a person is awake within one night at most, in seconds.
  ///
  /// Beyond that the stretches were said in another order. The program's choice.
  private static let gapSeconds: Int64 = 10 * 3600

  private func apart(_ typed: String) -> CommandError {
    CommandError(.data, "stretches-apart", ("typed", typed.printable))
  }

  private func day(of first: Stretch, _ question: Question) -> CivilDate {
    question.about == .eveningBefore
      ? evenings.evening(of: first.from.local) : calendar.day(at: first.from.instant)
  }

  /// The times with those of a clock of twelve hours as they are meant.
  private func clocks(
    _ phrases: [StretchPhrase],
    of question: Question
  ) throws(CommandError) -> [(CivilTime, CivilTime)] {
    guard question.id == Habit.night else { return phrases.map { ($0.from.time, $0.until.time) } }
    var usual: [[CivilTime]] = []
    for id in [Habit.sleep, Habit.getUp] {
      guard let known = teaching.question(id) else {
        return phrases.map { ($0.from.time, $0.until.time) }
      }
      usual.append(try usualTimes(for: known, on: today))
    }
    let last = phrases.count - 1
    return phrases.enumerated().map { place, phrase in
      let begin = place == 0 ? phrase.from.nearest(to: usual[0]) : phrase.from
      let end = place == last ? phrase.until.nearest(to: usual[1]) : phrase.until
      return (begin.time, end.time)
    }
  }

  /// The last that such times can have been.
  private func back(
    _ times: [(CivilTime, CivilTime)],
    _ began: Zone?
  ) -> [(Stretch.End, Stretch.End)] {
    let zone = context.zone
    var bound = now
    var found: [(Stretch.End, Stretch.End)] = []
    for (place, (begin, end)) in times.enumerated().reversed() {
      let until = zone.instant(of: end, through: bound)
      let there = place == 0 ? began ?? zone : zone
      let from = there.instant(of: begin, through: until.adding(seconds: -1))
      found.append((Stretch.End(from, in: there), Stretch.End(until, in: zone)))
      bound = from
    }
    return found.reversed()
  }

  /// The first that such times can be on a civil day.
  private func forth(
    _ times: [(CivilTime, CivilTime)],
    on day: CivilDate,
    _ began: Zone?,
    _ question: Question
  ) -> [(Stretch.End, Stretch.End)] {
    let zone = context.zone
    var bound = Instant.distantPast
    return times.enumerated().map { place, times in
      let there = place == 0 ? began ?? zone : zone
      let from =
        place == 0
        ? there.instant(of: first(times.0, on: day, question))
        : zone.instant(of: times.0, after: bound.adding(seconds: -1))
      let until = zone.instant(of: times.1, after: from)
      bound = until
      return (Stretch.End(from, in: there), Stretch.End(until, in: zone))
    }
  }

  private func first(
    _ time: CivilTime,
    on day: CivilDate,
    _ question: Question
  ) -> CivilDateTime {
    if question.about == .eveningBefore { return evenings.moment(of: time, in: day) }
    return CivilDateTime(date: time < calendar.dayStarts ? day.adding(days: 1) : day, time: time)
  }

  // MARK: - What is with it

  /// What is known of a day with what was said now: naps are added, and of a night what begins with
  /// “+”; what lies over one that is known stands in its place.
  private static func joined(
    _ said: [Stretch],
    _ typed: String,
    _ replaced: Answered?,
    _ question: Question
  ) throws(CommandError) -> [Stretch] {
    let isAdded = typed.hasPrefix("+") || question.id == Habit.nap && !typed.hasPrefix("=")
    guard isAdded, let known = replaced?.answer.stretches else { return said }
    let kept = known.filter { old in !said.contains { $0.overlaps(old) } }
    let all = (kept + said).sorted { $0.from.instant < $1.from.instant }
    guard let first = all.first, let last = all.last,
      question.id == Habit.nap
        || last.until.instant.seconds - first.from.instant.seconds <= Stretch.mostSeconds
    else {
      throw CommandError(.data, "stretches-late")
    }
    return all
  }

  /// When the light went out and when the person got up, as far as that was not said, or cannot be
  /// beside when they slept; what a night only filled in that is now another goes with it.
  private func ends(
    of stretches: [Stretch],
    on day: CivilDate,
    insteadOf replaced: Answered?
  ) throws(CommandError) -> [(day: CivilDate, answered: Answered)] {
    guard let first = stretches.first?.from, let last = stretches.last?.until else { return [] }
    var filled: [(CivilDate, Answered)] = []
    let zone = context.zone
    let before = replaced?.answer.stretches
    let down = try time(of: Habit.sleep, on: day, but: before?.first?.from)
      .map { zone.instant(of: evenings.moment(of: $0, in: day)) }
    if try !isNear(down, first.instant), let one = try end(Habit.sleep, first.local.time, on: day) {
      filled.append((day, one))
    }
    let morning = day.adding(days: 1)
    let up = try time(of: Habit.getUp, on: morning, but: before?.last?.until)
      .map { zone.instant(of: $0, after: last.instant.adding(seconds: -1)) }
    if try !isNear(last.instant, up ?? .distantPast),
      let one = try end(Habit.getUp, last.local.time, on: morning)
    {
      filled.append((morning, one))
    }
    return filled
  }

  /// For how long a person may lie awake before and after; a longer time was said of another night.
  private static let awakeSeconds: Int64 = 6 * 3600

  private func isNear(_ earlier: Instant?, _ later: Instant) throws(CommandError) -> Bool {
    guard let earlier, earlier <= later else { return false }
    return later.seconds - earlier.seconds <= Workspace.awakeSeconds
  }

  private func time(
    of name: String,
    on day: CivilDate,
    but filled: Stretch.End?
  ) throws(CommandError) -> CivilTime? {
    guard case .timeOfDay(let time)? = try standing(name, on: day)?.answer else { return nil }
    return time == filled?.local.time ? nil : time
  }

  private func end(
    _ name: String,
    _ time: CivilTime,
    on day: CivilDate
  ) throws(CommandError) -> Answered? {
    guard let question = teaching.question(name), question.takes(day, on: today) else { return nil }
    var answered = try answered(.timeOfDay(time), to: name, on: day)
    let replaced = try standing(name, on: day)
    keep(replaced, beside: &answered, GivenAnswer(""), for: question)
    return answered
  }

  // MARK: - What is asked about

  /// The longest sleep that can be a nap, in seconds.
  private static let napSeconds: Int64 = 3 * 3600

  /// Asks once whether a short sleep that is far from the person's nights was a nap: it would be
  /// the night to come, or in the place of the one before.
  private func checkPlace(
    of said: [Stretch],
    on day: CivilDate,
    _ given: GivenAnswer,
    _ question: Question
  ) throws(CommandError) {
    guard question.id == Habit.night, !given.isSure, said.seconds <= Workspace.napSeconds,
      !given.typed.trimmed.hasPrefix("+"), let first = said.first,
      let lightsOut = teaching.question(Habit.sleep)
    else { return }
    let time = first.from.local.time
    let usual = try usualTimes(for: lightsOut, on: day)
    guard Workspace.isFar(time, from: usual), !hasAsked("night \(day) \(said.written)") else {
      return
    }
    let command = "coach sleep --nap \(given.typed.printable)"
    throw CommandError(.data, phrases("is-it-a-nap", ("command", command)))
  }
}
