import Coaching

/// What the person said to what was offered in parts, and which parts they were told.
final class Tales {
  private struct Said {
    var fact: String
    var sequence: Int64
    var day: CivilDate
    var arc: String
    var isYes: Bool
  }

  private struct Told {
    var day: CivilDate
    var tip: String
  }

  /// An arc that goes on, since the day of the yes.
  struct Run {
    var arc: Arc
    var since: CivilDate
  }

  private var said: [Said] = []
  private var told: [Told] = []

  func answered(_ answered: Answered, by fact: Fact) {
    guard answered.question == Doctrine.series.id, let arc = answered.about else { return }
    let isYes = answered.answer == .yesNo(true)
    said.append(
      Said(fact: fact.id, sequence: fact.sequence, day: fact.day, arc: arc, isYes: isYes)
    )
  }

  func takenBack(_ fact: String) { said.removeAll { $0.fact == fact } }

  func told(_ tip: String, on day: CivilDate) { told.append(Told(day: day, tip: tip)) }

  /// The arc that the person wants on a civil day, told to its end or not; nil where there is none.
  func run(on day: CivilDate) -> Run? {
    let answers = standing.filter { $0.day <= day && $0.day.days(until: day) < 365 }
    guard let last = answers.last, last.isYes, let arc = Doctrine.teaching.arc(last.arc) else {
      return nil
    }
    var since = last.day
    for answer in answers.reversed() {
      guard answer.isYes, answer.arc == last.arc else { break }
      since = answer.day
    }
    return since.days(until: day) <= 28 ? Run(arc: arc, since: since) : nil
  }

  /// The parts of an arc that were told since the yes, in the order of their days; of days far
  /// ahead, to which a clock once ran, nobody knows on a day.
  func parts(of run: Run, on day: CivilDate) -> [(day: CivilDate, tip: String)] {
    let days = run.since.adding(days: 1)...max(run.since, day).adding(days: 2)
    return told.filter { days.contains($0.day) && run.arc.parts.contains($0.tip) }
      .sorted { $0.day < $1.day }.map { ($0.day, $0.tip) }
  }

  /// The part that comes next on a day; nil where none does.
  func next(on day: CivilDate) -> String? {
    guard let run = run(on: day), run.since < day else { return nil }
    let told = parts(of: run, on: day).filter { $0.day != day }.map(\.tip)
    return run.arc.parts.first { !told.contains($0) }
  }

  /// Whether an arc was answered within a year before a day, or on it.
  func isAnswered(_ arc: String, before day: CivilDate) -> Bool {
    standing.contains {
      $0.arc == arc && (0..<365).contains($0.day.days(until: day))
    }
  }

  /// What was said last on each day, in their order.
  private var standing: [Said] {
    Dictionary(grouping: said, by: \.day).values
      .compactMap { $0.max { $0.sequence < $1.sequence } }.sorted { $0.day < $1.day }
  }
}

extension Witness {
  /// A tip was told: where an arc goes on it is its next part, and else it is no part of any.
  func seeThatPartsComeInOrder(_ tip: String, on day: CivilDate, at now: Instant) {
    let rule = "what was wanted in parts comes in its order"
    let next = tales.next(on: day)
    if let next, next != tip { return complain(rule, "\(day) has \(tip) for \(next)", at: now) }
    let isPart = Doctrine.teaching.tip(tip)?.arc != nil
    if next == nil, isPart { complain(rule, "\(day) has \(tip), and nobody wants it", at: now) }
  }

  /// A prompt offers an arc, or looks back on one.
  func seeThatArcsHaveTheirTime(_ prompted: PromptContent, at now: Instant) {
    let day = prompted.id.day
    if prompted.questions.contains(Doctrine.series.id) { seeThatItIsOffered(prompted, at: now) }
    let back = Doctrine.seriesBack.id
    guard prompted.questions.contains(back) else { return }
    let rule = "an arc is looked back on once, when it is over"
    guard let run = tales.run(on: day), prompted.topic(of: back) == run.arc.id else {
      return complain(rule, "\(prompted.id), and none was wanted", at: now)
    }
    let told = tales.parts(of: run, on: day)
    let isOver = run.arc.parts.allSatisfy { part in told.contains { $0.tip == part } }
    let days = told.map(\.day).max()?.days(until: day)
    if !isOver || !(0...3).contains(days ?? -1) {
      complain(rule, "\(prompted.id), \(days.map(String.init) ?? "no") days after", at: now)
    }
    for (other, known) in prompts where other.day != day && other.day > run.since {
      guard known.prompted.topic(of: back) == run.arc.id else { continue }
      complain(rule, "\(prompted.id) after \(other)", at: now)
    }
  }

  private func seeThatItIsOffered(_ prompted: PromptContent, at now: Instant) {
    let rule = "an arc is offered in its turn"
    let (id, day) = (prompted.id, prompted.id.day)
    guard let arc = prompted.topic(of: Doctrine.series.id) else {
      return complain(rule, "\(id) offers none", at: now)
    }
    if tales.isAnswered(arc, before: day.adding(days: -1)) {
      complain(rule, "\(id) offers \(arc) again", at: now)
    }
    if tales.next(on: day) != nil { complain(rule, "\(id) beside another", at: now) }
    for (other, known) in prompts where other.day != day {
      guard known.prompted.questions.contains(Doctrine.series.id) else { continue }
      if abs(other.day.days(until: day)) < Doctrine.seriesDays {
        complain(rule, "\(id) after \(other)", at: now)
      }
    }
  }
}
