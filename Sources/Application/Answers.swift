package import Coaching
import Configuration

/// An answer as a person gives it.
package struct GivenAnswer {
  /// The answer as it is typed.
  package var typed: String
  /// The civil day it is for; nil for the one that the question is about now.
  package var day: CivilDate?
  /// What the person adds in their own words; nil leaves what stands there, an empty one drops it.
  package var note: String?
  /// Whom it was about, as it was typed; none leaves who stands there, an empty one drops them.
  package var circles: [String]
  /// How strong the fear was afterwards, 0 to 10.
  package var fear: Int?
  /// The zone in which the person fell asleep, where it was another.
  package var began: Zone?
  /// Whether the person was asked about a time that is far from their usual, and means it.
  package var isSure = false

  package init(
    _ typed: String,
    on day: CivilDate? = nil,
    note: String? = nil,
    circles: [String] = [],
    fear: Int? = nil
  ) {
    self.typed = typed.streamSafe
    self.day = day
    self.note = note
    self.circles = circles
    self.fear = fear
  }
}

/// An answer that was recorded, wherever it was given.
package struct RecordedAnswer: Equatable {
  package var question: Question
  package var answered: Answered
  package var day: CivilDate
  /// What stood before, with what stood beside it.
  package var replaced: Answered?
  /// How many more there were, where that was said of what is counted; below 0 so many less.
  package var more: DecimalNumber?
  /// What was written down with it, each by the title of its question: the ends of a night.
  package var filled: [Filled] = []

  /// An answer that came with another.
  package struct Filled: Equatable {
    package var title: String
    package var day: CivilDate
    package var answered: Answered
  }

  /// The answer that stood before.
  package var before: Answer? { replaced?.answer }
}

/// An answer that can be written down.
struct PreparedAnswer {
  var recorded: RecordedAnswer
  var drafts: [Draft]
}

extension Workspace {
  /// Reads an answer and writes it down.
  ///
  /// - Parameters:
  ///   - given: The answer.
  ///   - question: What it answers.
  /// - Returns: What was recorded, and what it replaces.
  /// - Throws: When the question takes no such answer, or none for that day; nothing is written.
  package func record(
    _ given: GivenAnswer,
    to question: Question
  ) throws(CommandError) -> RecordedAnswer {
    let prepared = try prepared(given, to: question)
    try write([prepared])
    return prepared.recorded
  }

  /// Reads an answer, and says what is to be written down.
  func prepared(
    _ given: GivenAnswer,
    to question: Question
  ) throws(CommandError) -> PreparedAnswer {
    if question.kind == .stretches { return try preparedSleep(given, to: question) }
    let question = try asked(question, on: given.day)
    let said = try read(given.typed, for: question)
    let (more, note) = (said.more, try given.note?.kept(as: Saying("text-note")))
    var answer = said.answer
    let day = try day(of: said, given, for: question)
    try check(day, of: question)
    try checkTime(of: answer, on: day, to: question, isSure: given.isSure)
    let replaced = try standing(question.id, on: day)
    try checkGround(of: question, on: day)
    if let more { answer = try Workspace.sum(more, on: replaced?.answer, of: question) }
    answer = try plan(answer, typed: given.typed, to: question)
    try Workspace.check(answer, of: question)
    var answered = try answered(answer, to: question.id, on: day, note: note)
    try put(given, beside: &answered, for: question)
    keep(replaced, beside: &answered, given, for: question)
    let recorded = RecordedAnswer(
      question: question,
      answered: answered,
      day: day,
      replaced: replaced,
      more: more
    )
    return PreparedAnswer(recorded: recorded, drafts: [draft(.answered(answered), on: day)])
  }

  /// What was answered to a question for a day, as it stands.
  func standing(_ question: String, on day: CivilDate) throws(CommandError) -> Answered? {
    if let standing = try ledger.standing(question, on: day) { return standing }
    for former in teaching.question(question)?.was ?? [] {
      if let standing = try ledger.standing(former, on: day) { return standing }
    }
    return nil
  }

  /// What a count or a number comes to with so many more.
  private static func sum(
    _ more: DecimalNumber,
    on before: Answer?,
    of question: Question
  ) throws(CommandError) -> Answer {
    let count = before?.number ?? 0
    let sum = count + more
    if question.kind == .number {
      // The first of a day is all of it, and is refused as such.
      if before?.number == nil, more > 0 { return .number(more) }
      guard question.number.range.contains(sum) else {
        throw refusal(of: more, on: count, question)
      }
      return .number(sum)
    }
    guard let whole = sum.whole, Answer.counts.contains(whole) else {
      let most = Answer.counts.upperBound
      throw CommandError(
        .data,
        "too-many-counted",
        ("count", "\(count)"),
        ("more", "\(more)"),
        ("sum", "\(sum)"),
        ("most", most)
      )
    }
    return .count(whole)
  }

  private static func refusal(
    of more: DecimalNumber,
    on count: DecimalNumber,
    _ question: Question
  ) -> CommandError {
    let range = question.number.range
    let unit = question.unit.map { " \($0)" } ?? ""
    let (before, sum) = (("count", "\(count)"), ("sum", "\(count + more)"))
    if more < 0 {
      let (less, least) = (("less", "\(more.negated)"), ("least", "\(range.lowerBound)\(unit)"))
      return CommandError(.data, "number-too-little", before, less, sum, least)
    }
    let most = ("most", "\(range.upperBound)\(unit)")
    return CommandError(.data, "number-too-much", before, ("more", "\(more)"), sum, most)
  }

  /// Refuses a number that a day of a question cannot have.
  static func check(_ answer: Answer, of question: Question) throws(CommandError) {
    guard case .number(let number) = answer, !question.number.range.contains(number) else { return }
    throw CommandError(
      .data,
      "number-none",
      ("number", "\(number)"),
      ("question", question.name.shown),
      ("accepts", Saying.either(english: question.accepts, other: question.wording.hint))
    )
  }

  /// Sets aside all that was missed: no occasion arose, as far as anybody will ask.
  ///
  /// - Returns: How many questions.
  /// - Throws: When nothing could be written.
  package func setMissedAside() throws(CommandError) -> Int {
    let drafts = try missedQuestions().map { question, day throws(CommandError) in
      draft(.answered(try answered(.noOccasion, to: question.id, on: day)), on: day)
    }
    try record(drafts)
    return drafts.count
  }

  /// The questions that wait for an answer.
  package func openQuestions() throws(CommandError) -> [Question] {
    try coach().openQuestions(at: now, for: context)
  }

  /// The questions that a login is told of: none in quiet hours and in a pause.
  package func greetingQuestions() throws(CommandError) -> [Question] {
    let coach = try coach()
    if coach.hush(at: now, for: context) != nil { return [] }
    return coach.openQuestions(at: now, for: context)
  }

  /// The questions of prompts that could not be shown, each with the day it asks about, the oldest
  /// day first.
  package func missedQuestions() throws(CommandError) -> [(question: Question, day: CivilDate)] {
    try coach().missedQuestions(at: now, for: context)
  }

  /// The fact that an answer makes, wherever it is given and however many are given with it: with
  /// what was meant by it on its day, and what it is about.
  func answered(
    _ answer: Answer,
    to name: String,
    on day: CivilDate,
    note: String? = nil
  ) throws(CommandError) -> Answered {
    var answered = Answered(
      question: name,
      answer: answer,
      note: note.flatMap { $0.isEmpty ? nil : $0 },
      from: origin.rawValue
    )
    guard let question = teaching.question(name) else { return answered }
    answered.aim = aim(of: question, on: day)
    if answer.kind == .number { answered.unit = question.number.unit }
    let isOwn = configuration.settings.habits.contains { $0.question.id == name }
    if isOwn, question.wording.title != name { answered.title = question.wording.title }
    switch question.about {
    case .post, .tipBefore:
      answered.about = teaching.topic(of: question, on: day, coach: try coach(around: day))?.name
    case .arc, .arcBack: answered.about = try arc(of: question, on: day)
    // What was missed can be set aside, whatever it was about.
    case .slot where answer == .noOccasion: answered.about = try? hour(askedBy: question, on: day)
    case .slot: answered.about = try hour(askedBy: question, on: day)
    case .plan: answered.about = try plan(askedBy: question, on: day)
    case .day, .eveningBefore, .tip, .hesitation, .extra: break
    }
    return answered
  }

  /// The arc that an answer is about.
  private func arc(of question: Question, on day: CivilDate) throws(CommandError) -> String {
    let whole = try whole()
    let coach = try whole.coach(around: day)
    let topic = whole.teaching.topic(of: question, on: day, coach: coach)?.name
    if let topic { return topic }
    let planner = Planner(try whole.coach(), whole.context, at: now)
    guard let arc = planner.arc(ofAnswerTo: question) else {
      throw CommandError(.data, "no-arc", ("question", question.name.shown))
    }
    return arc
  }

  /// Reads an answer as it is typed.
  func read(_ typed: String, for question: Question) throws(CommandError) -> UnderstoodAnswer {
    let kept = try typed.kept(as: Saying("text-answer"))
    guard let said = try understood(kept, as: question) else {
      throw refusal(of: typed, for: question)
    }
    return said
  }

  /// The day of an answer: the one that was named beside it, or with it, or that it is about now.
  private func day(
    of said: UnderstoodAnswer,
    _ given: GivenAnswer,
    for question: Question
  ) throws(CommandError) -> CivilDate {
    guard let named = given.day else {
      if let day = said.day { return day }
      return try answerDay(of: said.answer, to: question)
    }
    guard let day = said.day, day != named else { return named }
    throw CommandError(
      .data,
      "other-day",
      ("typed", given.typed.printable),
      ("day", Saying.day(day, seenOn: today)),
      ("named", Saying.day(named, seenOn: today))
    )
  }

  /// Refuses a day for which a question takes no answer today.
  func check(_ day: CivilDate, of question: Question) throws(CommandError) {
    if day > today {
      throw CommandError(.data, "answer-not-come", ("day", Saying.day(day, seenOn: today)))
    }
    guard question.takes(day, on: today) else {
      let days = question.backfillDays
      throw CommandError(
        .data,
        "too-long-ago",
        ("day", Saying.day(day, seenOn: today)),
        ("question", question.name.shown),
        ("limit", days == 1 ? Saying("one-day") : Saying("days", ("count", days)))
      )
    }
  }

  /// Refuses an answer to what there is no ground to ask: a look back on no hesitation, and what
  /// is asked about a post where none is listed.
  private func checkGround(of question: Question, on day: CivilDate) throws(CommandError) {
    if question.about == .post, teaching.posts.isEmpty {
      throw CommandError(.data, "no-post")
    }
    guard let obstacle = Obstacle(lookBack: question.id),
      try coach(around: day).hesitation(before: obstacle) == nil
    else { return }
    throw CommandError(
      .data,
      "no-hesitation",
      ("question", question.name.shown),
      ("number", obstacle.rawValue)
    )
  }

  /// A question about the tip of a day takes that tip's kind of answer.
  private func asked(_ question: Question, on day: CivilDate?) throws(CommandError) -> Question {
    guard question.about == .tip else { return question }
    let whole = try whole()
    let day = if let day { day } else { try whole.tipDay(ofAnswerTo: question) }
    let coach = try whole.coach(around: day)
    return whole.teaching.asked(question, on: day, aboutTipOf: day, coach: coach)
  }

  /// The civil day that an answer belongs to when a question is asked on a day.
  package func answerDay(
    of question: Question,
    askedOn day: CivilDate
  ) throws(CommandError) -> CivilDate {
    Planner(try coach(), context, at: now).answerDay(of: question, askedOn: day)
  }

  /// The civil day of the tip that an answer is about which is given now.
  package func tipDay(ofAnswerTo question: Question) throws(CommandError) -> CivilDate {
    let whole = try whole()
    return Planner(try whole.coach(), whole.context, at: now).tipDay(ofAnswerTo: question)
  }
}

extension RecordedAnswer.Filled {
  fileprivate func said(in workspace: Workspace) -> String {
    let words = workspace.phrases.words(for: answered.answer, in: nil)
    let name = ("day", workspace.name(of: day))
    return workspace.phrases("recorded-for", name, ("question", title), ("answer", words))
  }
}

extension RecordedAnswer {
  /// What became of it, in the person's language.
  ///
  /// - Parameters:
  ///   - workspace: Where it was recorded.
  ///   - isReplied: Whether the answer is replied to.
  /// - Returns: A line for what was recorded, and one for each thing that is to be said of it.
  package func said(in workspace: Workspace, isReplied: Bool = true) -> [String] {
    let phrases = workspace.phrases
    let said = phrases(
      "recorded-for",
      ("day", workspace.name(of: day)),
      ("question", question.wording.title),
      ("answer", phrases.words(for: answered.answer, in: answered.unit))
    )
    let reply = isReplied ? question.reply(to: answered.answer, on: workspace.today) : nil
    let beside = filled.map { $0.said(in: workspace) }
    let all = [said, saidOfBefore(phrases)] + beside + saidOfDetails(phrases) + [reply]
    return all.compactMap(\.self)
  }

  private func saidOfBefore(_ phrases: Phrases) -> String? {
    guard let before, before != answered.answer else { return nil }
    let word = phrases.words(for: before, in: replaced?.unit)
    guard let more else { return phrases("replaced", ("answer", word)) }
    let size = phrases.words(for: more < 0 ? more.negated : more, in: answered.unit)
    return more < 0
      ? phrases("taken-off", ("less", size), ("answer", word))
      : phrases("added", ("more", size), ("answer", word))
  }

  /// What becomes of that which stood beside the answer before.
  private func saidOfDetails(_ phrases: Phrases) -> [String] {
    var said: [String] = []
    if let note = replaced?.note {
      if answered.note == nil { said.append(phrases("note-gone")) }
      if answered.note == note { said.append(phrases("note-stays")) }
    }
    if let circles = replaced?.circles, !circles.isEmpty {
      if answered.circles.isEmpty { said.append(phrases("circle-gone")) }
      if answered.circles == circles { said.append(phrases("circle-stays")) }
    }
    return said
  }
}
