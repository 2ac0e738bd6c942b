public import Coaching
import Glibc

extension Ledger {
  /// What there is of some questions through a civil day, in the order in which they are named.
  ///
  /// Without a first day it reads every answer and every prompt once: what is measured is the whole
  /// of a history. With one, it costs what the days since then do.
  ///
  /// - Parameters:
  ///   - questions: The questions.
  ///   - first: Where it is named, of the answers before it only those that tell what was meant.
  ///   - last: The last day.
  /// - Returns: The history of each question.
  /// - Throws: When the ledger cannot be read.
  public func histories(
    of questions: [String],
    from first: CivilDate? = nil,
    through last: CivilDate
  ) throws(LedgerError) -> [HabitHistory] {
    try reading { () throws(LedgerError) in
      var past = Past(subjects: questions.map { FactRecord.subject(ofQuestion: $0) })
      try database.withRoom { () throws(LedgerError) in
        try read(&past, from: first, through: last)
      }
      let away = try facts(Query.absences, []).sorted { $0.sequence < $1.sequence }
      let absences = Absences(away).days
      let meanings = try past.said.texts.map { text throws(LedgerError) in
        try database.rows(Query.meaning, [.text(text)], Said.init)[0]
      }
      let lists = try past.lists.texts.map { text throws(LedgerError) in
        try database.rows(Query.questions, [.text(text)]) { $0.text(0) }
      }
      let aims = try facts(Query.aims, []).filter { $0.day <= last }
      let asked = past.asked(questions, lists)
      return zip(questions, zip(past.entries(meanings), asked)).map { question, known in
        HabitHistory(
          entries: known.0,
          asked: known.1,
          changes: aims.compactMap { HabitHistory.Change($0, of: question) },
          absences: absences
        )
      }
    }
  }

  /// The other aims that were seen between answers, in the order in which they were.
  public func aims() throws(LedgerError) -> [Fact] {
    try reading { () throws(LedgerError) in try facts(Query.aims, []) }
  }

  /// The days on which the person is away, as they said it and stand.
  public func absences() throws(LedgerError) -> [ClosedRange<CivilDate>] {
    let away = try reading { () throws(LedgerError) in try facts(Query.absences, []) }
    return Absences(away.sorted { $0.sequence < $1.sequence }).days
  }

  /// The questions that were ever answered, in the order of their names.
  public func answeredQuestions() throws(LedgerError) -> [String] {
    try reading { () throws(LedgerError) in
      try database.rows(Query.answeredQuestions) { $0.text(0) }
    }
  }

  /// Reads the answers that stand, and the prompts, by the way that finds them soonest.
  private func read(
    _ past: inout Past,
    from first: CivilDate?,
    through last: CivilDate
  ) throws(LedgerError) {
    let end = Value.text(last.description)
    guard let first else {
      past.takenBack = try database.rows(Query.takenBack) { $0.integer(0) }[...]
      try database.rows(Query.histories, [end]) { past.add($0) }
      return
    }
    let start = Value.text(first.description)
    let list = Value.text(Ledger.list(past.wanted))
    try database.rows(Query.answersSince, [list, end, start]) { past.add($0) }
    for place in past.wanted.indices { try readBefore(&past, start, place) }
    // What was asked on the days of those answers judges them too.
    let earliest = past.firstDay.map { Value.text(min($0, first.description)) } ?? start
    try database.rows(Query.prompts, [earliest, end]) { past.add($0) }
  }

  /// Reads the answers to a question before a day that tell what was meant on it: the newest, and
  /// where they were filled in later, on to one that was written before all that are newer.
  private func readBefore(
    _ past: inout Past,
    _ start: Value,
    _ place: Int
  ) throws(LedgerError) {
    var earliest = past.earliest[place]
    var known: String?
    try database.walk(Query.answersBefore, [.text(past.wanted[place]), start]) { row in
      let (sequence, day) = (row.integer(1), row.text(2))
      if let known, day < known { return false }
      if sequence < earliest { known = known ?? day }
      earliest = min(earliest, sequence)
      past.add(row)
      return true
    }
  }
}

/// What was asked and answered, as it is read: texts that come again and again are numbers.
private struct Past {
  /// The subjects of the questions that are asked about.
  let wanted: [String]
  /// Where what was taken back stands, in order.
  var takenBack: ArraySlice<Int64> = []
  private(set) var said = StringInterner()
  private(set) var lists = StringInterner()
  private var days = StringInterner()
  private var subjects: StringInterner
  private var answers: [(sequence: Int64, day: Int32, subject: Int32, said: Int32)] = []
  private var prompts: [(day: Int32, list: Int32)] = []
  /// The first day of which anything was read; days are written so that they are in order as texts.
  var firstDay: String? { days.texts.min() }
  /// Of each question, where the first of its answers was written down.
  private(set) var earliest: [Int64]

  /// - Parameter wanted: The subjects, each once.
  init(subjects wanted: [String]) {
    self.wanted = wanted
    earliest = wanted.map { _ in .max }
    subjects = StringInterner(wanted)
  }

  mutating func add(_ row: Row) {
    if row.integer(0) == 1 {
      let day = unsafe row.withBytes(2) { unsafe days.number(of: $0) }
      let list = unsafe row.withBytes(4) { unsafe lists.number(of: $0) }
      prompts.append((day, list))
      return
    }
    let sequence = row.integer(1)
    while let next = takenBack.first, next < sequence { takenBack.removeFirst() }
    let subject = unsafe row.withBytes(3) { unsafe subjects.number(of: $0) }
    guard takenBack.first != sequence, subject < wanted.count else { return }
    let day = unsafe row.withBytes(2) { unsafe days.number(of: $0) }
    let said = unsafe row.withBytes(4) { unsafe numberWithoutNote($0) }
    answers.append((sequence, day, subject, said))
    earliest[Int(subject)] = min(earliest[Int(subject)], sequence)
  }

  /// The number of a payload with its note left empty: of all that is said, it alone is said once.
  private mutating func numberWithoutNote(_ payload: UnsafeBufferPointer<UInt8>) -> Int32 {
    let key = "\"note\":\""
    guard let start = payload.baseAddress,
      let found = unsafe strstr(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), key)
    else { return unsafe said.number(of: payload) }
    let note = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start) + key.utf8.count
    var end = note
    while end < payload.count, unsafe payload[end] != UInt8(ascii: "\"") {
      end += unsafe payload[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    let rest = unsafe Array(payload[..<note]) + Array(payload[min(end, payload.count)...])
    return unsafe rest.withUnsafeBufferPointer { unsafe said.number(of: $0) }
  }

  /// The answers to each question in the order of their days.
  func entries(_ meanings: [Said?]) -> [[HabitHistory.Entry]] {
    let dates = days.texts.map { CivilDate($0) }
    var counts = wanted.map { _ in 0 }
    for answer in answers { counts[Int(answer.subject)] += 1 }
    var entries = counts.map { count in
      var room: [HabitHistory.Entry] = []
      room.reserveCapacity(count)
      return room
    }
    for answer in answers {
      guard let day = dates[Int(answer.day)], let said = meanings[Int(answer.said)] else {
        continue
      }
      entries[Int(answer.subject)].append(
        HabitHistory.Entry(
          sequence: answer.sequence,
          day: day,
          answer: said.answer,
          aim: said.aim
        )
      )
    }
    return entries.map(\.inOrder)
  }

  /// The days on which each question was asked, in order.
  func asked(_ questions: [String], _ lists: [[String]]) -> [[CivilDate]] {
    let dates = days.texts.map { CivilDate($0) }
    let places = lists.map { $0.compactMap(questions.firstIndex) }
    var asked = questions.map { _ in DayList() }
    for prompt in prompts {
      guard let day = dates[Int(prompt.day)] else { continue }
      for place in places[Int(prompt.list)] { asked[place].add(day) }
    }
    return asked.map(\.days)
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

/// What a person said; they say few things, again and again.
private struct Said {
  var answer: Answer
  var aim: Aim?

  /// From the version, the type, the answer and the aim of a payload; nil where this version cannot
  /// tell.
  init?(_ row: Row) {
    guard let answer = row.answer else { return nil }
    self.answer = answer
    let written = row.value(3).string
    aim = written.flatMap(FactRecord.aim)
    if FactRecord.isBeyond(aim: written) { return nil }
  }
}

extension Row {
  /// The answer of a payload whose version, type and answer come first; nil where this version
  /// cannot tell.
  var answer: Answer? {
    guard value(0) == .integer(FactRecord.version), case .text(let written) = value(2) else {
      return nil
    }
    return FactRecord.answer(written, type: value(1).string)
  }
}

extension Value {
  fileprivate var string: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension [HabitHistory.Entry] {
  /// By day, and within a day in the order of writing: as they mostly come.
  fileprivate var inOrder: Self {
    let isSorted = zip(self, dropFirst()).allSatisfy { $0.day <= $1.day }
    return isSorted ? self : sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }
}
