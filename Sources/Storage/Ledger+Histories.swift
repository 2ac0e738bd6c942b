public import Coaching

extension Ledger {
  /// What there is of some questions through a civil day, in the order in which they are named.
  ///
  /// It reads every answer and every prompt once: what is measured is the whole of a history.
  ///
  /// - Parameters:
  ///   - questions: The questions.
  ///   - first: Where it is named, of the answers before it only the last to each question.
  ///   - last: The last day.
  /// - Returns: The history of each question.
  /// - Throws: When the ledger cannot be read.
  public func histories(
    of questions: [String],
    from first: CivilDate? = nil,
    through last: CivilDate
  ) throws(LedgerError) -> [HabitHistory] {
    try database.transaction(for: .reading) { () throws(LedgerError) in
      let (asked, used) = try prompts(through: last)
      let absences = try facts(Query.absences, []).compactMap(\.absence)
      var entries = try entries(of: questions, from: first, through: last)
      return questions.map { question in
        HabitHistory(
          entries: entries.removeValue(forKey: question) ?? [],
          asked: asked[question]?.days ?? [],
          used: used.days,
          absences: absences
        )
      }
    }
  }

  /// The questions that were ever answered, in the order of their names.
  public func answeredQuestions() throws(LedgerError) -> [String] {
    try database.transaction(for: .reading) { () throws(LedgerError) in
      try database.rows(Query.answeredQuestions) { $0.text(0) }
    }
  }

  /// The answers that stand, by question, and in the order of their days.
  private func entries(
    of questions: [String],
    from first: CivilDate?,
    through last: CivilDate
  ) throws(LedgerError) -> [String: [HabitHistory.Entry]] {
    let subjects = questions.map { Record.subject(ofQuestion: $0) }
    let places = Dictionary(zip(subjects, subjects.indices)) { first, _ in first }
    // A long life has some hundred thousand answers, and few that differ.
    var said = Vocabulary()
    let rows = try rows(of: subjects, from: first, through: last) { row in
      (
        sequence: row.integer(0),
        day: CivilDate(row.text(1)),
        place: places[row.text(2)],
        said: said.number(of: row.text(3))
      )
    }
    let meanings = try said.texts.map { text throws(LedgerError) in
      Said(try database.rows(Query.elements, [.text(text)]) { $0.value(0) })
    }
    var entries: [[HabitHistory.Entry]] = questions.map { _ in [] }
    for row in rows {
      guard let place = row.place, let day = row.day, let said = meanings[row.said] else {
        continue
      }
      entries[place].append(
        HabitHistory.Entry(sequence: row.sequence, day: day, answer: said.answer, aim: said.aim)
      )
    }
    let sorted = entries.map { $0.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) } }
    return Dictionary(zip(questions, sorted)) { first, _ in first }
  }

  /// The rows of the answers, by the index that finds them soonest.
  private func rows<Result>(
    of subjects: [String],
    from first: CivilDate?,
    through last: CivilDate,
    _ read: (Row) -> Result
  ) throws(LedgerError) -> [Result] {
    let list = Value.text(Ledger.list(subjects))
    let end = Value.text(last.description)
    guard let first else { return try database.rows(Query.histories, [list, end], read) }
    let start = Value.text(first.description)
    var rows: [Result] = []
    for subject in subjects {
      rows += try database.rows(Query.lastBefore, [.text(subject), start], read)
    }
    return rows + (try database.rows(Query.historiesSince, [list, end, start], read))
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

/// The texts there are, numbered from 0 as they come.
private struct Vocabulary {
  private(set) var texts: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}

/// What a person said; they say few things, again and again.
private struct Said {
  var answer: Answer
  var aim: Aim?

  /// From the version, the type, the answer and the aim of a payload; nil where this version cannot
  /// tell.
  init?(_ values: [Value]) {
    guard values.count == 4, values[0] == .integer(Record.version),
      case .text(let written) = values[2],
      let answer = Record.answer(written, type: values[1].string)
    else { return nil }
    self.answer = answer
    aim = values[3].string.flatMap { Aim($0) }
  }
}

extension Value {
  fileprivate var string: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension Fact {
  fileprivate var absence: ClosedRange<CivilDate>? {
    guard case .away(let first, let last) = event, first <= last else { return nil }
    return first...last
  }
}
