package import Coaching
import Configuration
import Files

/// Times of day as answers: where they lie, and which are asked about.
extension Workspace {
  /// The civil day that an answer given now belongs to.
  func answerDay(of answer: Answer, to question: Question) throws(CommandError) -> CivilDate {
    if question.about == .tip { return try tipDay(ofAnswerTo: question) }
    let lightsOut = configuration.settings.lightsOut
    return question.answerDay(of: answer, given: now, in: calendar, lightsOut: lightsOut)
  }

  /// Refuses a time that has not come, and once a time that is far from the person's usual.
  func checkTime(
    of answer: Answer,
    on day: CivilDate,
    to question: Question,
    isSure: Bool
  ) throws(CommandError) {
    guard case .timeOfDay(let time) = answer else { return }
    if !hasCome(time, on: day, in: question) {
      let other = time.halfADayOn
      let isMeant = hasCome(other, on: day, in: question)
      let date = moment(of: time, on: day, in: question).date
      let day = ("day", Saying.day(date, seenOn: today))
      let refusal = Saying("time-not-come", ("time", "\(time)"), day)
      guard isMeant else { throw CommandError(.data, refusal) }
      let near = Saying("near-time", ("time", "\(other)"))
      throw CommandError(.data, "refused-near", ("refusal", refusal), ("near", near))
    }
    guard !isSure, let doubt = try doubt(about: time, on: day, for: question) else { return }
    let asked = "\(question.id) \(day) \(time)"
    if hasAsked(asked) { return }
    throw CommandError(.data, words: doubt)
  }

  /// What to ask a person who gives an answer that is far from their usual; nil where there is
  /// nothing to ask.
  ///
  /// - Parameters:
  ///   - given: The answer.
  ///   - question: What it answers.
  /// - Returns: The question, in the person's language.
  /// - Throws: When the ledger cannot be read.
  package func doubt(
    about given: GivenAnswer,
    to question: Question
  ) throws(CommandError) -> String? {
    guard let said = try understood(given.typed, as: question),
      case .timeOfDay(let time) = said.answer
    else { return nil }
    let named = given.day ?? said.day
    let day = if let named { named } else { try answerDay(of: said.answer, to: question) }
    if !hasCome(time, on: day, in: question) { return nil }
    return try doubt(about: time, on: day, for: question)
  }

  /// A time is far that is more than a quarter of a day from whatever is usual.
  private static let farMinutes = 360.0

  /// Whether a time of day is far from all that are usual, either way round the clock; no time is
  /// where none is usual.
  static func isFar(_ time: CivilTime, from usual: [CivilTime]) -> Bool {
    !usual.isEmpty && usual.allSatisfy { abs(Lateness(of: time, after: $0).minutes) > farMinutes }
  }

  /// Where the person's evenings lie.
  var evenings: EveningCalendar {
    EveningCalendar(dayStarts: calendar.dayStarts, lightsOut: configuration.settings.lightsOut)
  }

  private func doubt(
    about time: CivilTime,
    on day: CivilDate,
    for question: Question
  ) throws(CommandError) -> String? {
    let usual = try usualTimes(for: question, on: day)
    guard Workspace.isFar(time, from: usual) else { return nil }
    let what = words(for: time)
    let other = time.halfADayOn
    if Workspace.isFar(other, from: usual) || !hasCome(other, on: day, in: question) {
      return phrases("is-it-so-alone", ("what", what))
    }
    return phrases(
      "is-it-so",
      ("what", what),
      ("command", "coach check \(question.id) \(other)")
    )
  }

  /// What a person's usual time is: what they mean, and what they answered of late.
  func usualTimes(
    for question: Question,
    on day: CivilDate
  ) throws(CommandError) -> [CivilTime] {
    let last = try ledger.lastAnswers(to: [question.id], before: today.adding(days: 1), limit: 7)
    var usual = last.filter { $0.day != day }.compactMap { given -> CivilTime? in
      if case .timeOfDay(let time) = given.answered.answer { time } else { nil }
    }
    if case .by(let target, _)? = aim(of: question, on: day)?.target { usual.append(target) }
    // The middle of the hours that are an evening where nobody said otherwise.
    if usual.isEmpty, question.about == .eveningBefore { return [CivilTime(secondOfDay: 0)] }
    return usual
  }

  /// A time with the part of the day that it lies in, as a question.
  private func words(for time: CivilTime) -> String {
    let shown = ("time", time.description)
    return switch time.hour {
    case 5..<12: phrases("time-morning", shown)
    case 12..<18: phrases("time-afternoon", shown)
    case 18..<24: phrases("time-evening", shown)
    default: phrases("time-night", shown)
    }
  }

  /// Whether a time of day is past, as an answer to a question for a civil day.
  private func hasCome(_ time: CivilTime, on day: CivilDate, in question: Question) -> Bool {
    context.zone.instant(of: moment(of: time, on: day, in: question)) <= now
  }

  /// When a time of day was, or will be, as an answer to a question for a civil day.
  private func moment(
    of time: CivilTime,
    on day: CivilDate,
    in question: Question
  ) -> CivilDateTime {
    if question.about == .eveningBefore { return evenings.moment(of: time, in: day) }
    let date = { (time: CivilTime) in time < calendar.dayStarts ? day.adding(days: 1) : day }
    // Who gets up before their day starts got up on its date all the same.
    let isEarly = question.id == Habit.getUp && time < calendar.dayStarts
    return CivilDateTime(date: isEarly ? day : date(time), time: time)
  }

  // MARK: - What was asked about

  /// For how long a time that was asked about is taken when it is said again, in seconds.
  private static let sureSeconds: Int64 = 3600

  /// Whether the same was asked about just now; else it is now.
  ///
  /// Where that cannot be written down it counts as asked: an answer goes before a doubt.
  func hasAsked(_ what: String) -> Bool {
    if paths.lock.isEmpty { return true }
    let path = "\(File.parent(of: paths.lock))/doubt"
    let lines = (try? File.read(path)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
    let last = lines?.split(separator: "\n").map(String.init) ?? []
    if last.count == 2, last[0] == what, let at = Int64(last[1]),
      (0...Workspace.sureSeconds).contains(now.seconds - at)
    {
      return true
    }
    do {
      try File.write(path, Array("\(what)\n\(now.seconds)\n".utf8))
      return false
    } catch {
      return true
    }
  }
}
