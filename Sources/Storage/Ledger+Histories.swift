public import Coaching

extension Ledger {
  /// What there is of some questions through a civil day, in the order in which they are named.
  ///
  /// It reads each question's answers by the index of subjects and every prompt once: what is
  /// measured is the whole of a history, and nothing of the rest.
  public func histories(
    of questions: [String],
    through last: CivilDate
  ) throws(LedgerError) -> [HabitHistory] {
    try database.transaction(for: .reading) { () throws(LedgerError) in
      let (asked, used) = try prompts(through: last)
      let absences = try facts(Query.absences, []).compactMap(\.absence)
      var answers = AnswerReader()
      var histories: [HabitHistory] = []
      for question in questions {
        histories.append(
          HabitHistory(
            entries: try entries(of: question, through: last, &answers),
            asked: asked[question]?.days ?? [],
            used: used.days,
            absences: absences
          )
        )
      }
      return histories
    }
  }

  private func entries(
    of question: String,
    through last: CivilDate,
    _ answers: inout AnswerReader
  ) throws(LedgerError) -> [HabitHistory.Entry] {
    let subject = Value.text(Record.subject(ofQuestion: question))
    let rows = try database.rows(Query.historyOf, [subject, .text(last.description)]) { row in
      (row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4))
    }
    return rows.compactMap { sequence, day, type, written, aim in
      guard let day = CivilDate(day), let answer = answers.answer(written, type: type) else {
        return nil
      }
      return HabitHistory.Entry(
        sequence: sequence,
        day: day,
        answer: answer,
        aim: answers.aim(aim)
      )
    }
  }

  /// The days on which each question was asked, and those on which any prompt was decided.
  private func prompts(
    through last: CivilDate
  ) throws(LedgerError) -> (asked: [String: DayList], used: DayList) {
    var asked: [String: DayList] = [:]
    var used = DayList()
    var names: [String: [String]] = [:]
    let rows = try database.rows(Query.asked, [.text(last.description)]) {
      ($0.text(0), $0.text(1))
    }
    for (text, list) in rows {
      guard let day = CivilDate(text) else { continue }
      used.add(day)
      let questions = names[list] ?? Ledger.names(in: list)
      names[list] = questions
      for question in questions { asked[question, default: DayList()].add(day) }
    }
    return (asked, used)
  }

  /// The names of a JSON list; those of questions are of a–z, 0–9 and “-” and have no escapes.
  private static func names(in list: String) -> [String] {
    list.split(whereSeparator: { "[],\"".contains($0) }).map(String.init)
  }
}

/// Days as they come, and in order.
private struct DayList {
  private var unsorted: [CivilDate] = []

  mutating func add(_ day: CivilDate) {
    if unsorted.last != day { unsorted.append(day) }
  }

  /// In order, each once.
  var days: [CivilDate] {
    var days: [CivilDate] = []
    days.reserveCapacity(unsorted.count)
    for day in unsorted.sorted() where days.last != day { days.append(day) }
    return days
  }
}

/// Understands the few answers that a person gives again and again, each once.
private struct AnswerReader {
  private var answers: [String: Answer?] = [:]
  private var aims: [String: Aim?] = [:]

  mutating func answer(_ written: String, type: String) -> Answer? {
    let key = "\(type) \(written)"
    if let known = answers[key] { return known }
    let answer = Record.answer(written, type: type.isEmpty ? nil : type)
    answers[key] = answer
    return answer
  }

  mutating func aim(_ text: String) -> Aim? {
    if text.isEmpty { return nil }
    if let known = aims[text] { return known }
    let aim = Aim(text)
    aims[text] = aim
    return aim
  }
}

extension Fact {
  fileprivate var absence: ClosedRange<CivilDate>? {
    guard case .away(let first, let last) = event, first <= last else { return nil }
    return first...last
  }
}
