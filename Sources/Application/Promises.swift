package import Coaching

/// What a person says of a promise: of a new one, or what is to be otherwise with one.
package struct SaidPromise {
  package var text: String
  /// For whom.
  package var to: String?
  /// By when, as it is typed; with a change also “none”.
  package var by: String?
  /// How long it needs, such as 2h.
  package var reserve: String?
  package var kind: Commitment?

  package init(
    _ text: String,
    to: String? = nil,
    by: String? = nil,
    reserve: String? = nil,
    kind: Commitment? = nil
  ) {
    self.text = text
    self.to = to
    self.by = by
    self.reserve = reserve
    self.kind = kind
  }
}

extension Workspace {
  /// Writes down a promise.
  ///
  /// - Returns: The promise with its number.
  /// - Throws: When a part of it is refused; nothing is written then.
  package func promise(_ said: SaidPromise) throws(CommandError) -> Entry {
    let commitment = said.kind ?? .promise
    let usual = commitment.usualDays.map { days in context.usualDue(inDays: days, after: now) }
    let due = try said.by.map { text throws(CommandError) in try readDue(text) } ?? usual
    let reserve = try said.reserve.map(reserveSeconds) ?? 0
    try check(reserve, until: due?.at)
    let text = try said.text.kept(as: Saying("text-promise"))
    guard !text.isEmpty else {
      throw CommandError(.data, "promise-empty")
    }
    let to = try said.to?.kept(as: Saying("text-to"))
    return try enter(
      Entry(
        id: Entry.ID(.promise, 0),
        kind: commitment.rawValue,
        text: text,
        to: to.flatMap { $0.isEmpty ? nil : $0 },
        due: due?.at,
        isWholeDay: due?.isWholeDay ?? false,
        clock: due?.clock,
        reserveSeconds: reserve
      )
    )
  }

  /// Writes down a promise whose parts are right.
  ///
  /// - Returns: The promise with its number.
  package func enter(_ promise: Entry) throws(CommandError) -> Entry {
    let day = Entries.day(for: promise.due, on: today, in: calendar)
    var made = promise
    try ledger.enter(on: .promise) { id in
      made.id = id
      return draft(.entered(made), on: day)
    }
    return made
  }

  /// Changes a promise that is open.
  ///
  /// - Parameters:
  ///   - number: Its number.
  ///   - said: What is to be otherwise; an empty text stays as it is, so does what is nil.
  /// - Returns: The promise as it is now.
  /// - Throws: When there is none, when nothing would change, or when a part is refused.
  package func changePromise(_ number: Int, to said: SaidPromise) throws(CommandError) -> Entry {
    let standing = try promise(number)
    var entry = standing.entry
    let text = try said.text.kept(as: Saying("text-promise"))
    if !text.isEmpty { entry.text = text }
    if let to = try said.to?.kept(as: Saying("text-to")) { entry.to = to.isEmpty ? nil : to }
    if let kind = said.kind { entry.kind = kind.rawValue }
    if let by = said.by {
      let due = try isNone(by) ? nil : try readDue(by)
      (entry.due, entry.isWholeDay, entry.clock) = (due?.at, due?.isWholeDay ?? false, due?.clock)
    }
    if let reserve = said.reserve { entry.reserveSeconds = try reserveSeconds(reserve) }
    guard entry != standing.entry else {
      throw CommandError(.usage, "promise-unchanged")
    }
    return try change(standing, to: entry)
  }

  /// Writes down that a promise is otherwise now; another time for it is told of anew.
  ///
  /// - Returns: The promise as it is now.
  /// - Throws: When its reserve is longer than what is left.
  package func change(
    _ standing: Entries.Standing,
    to changed: Entry
  ) throws(CommandError) -> Entry {
    var entry = changed
    let before = standing.entry
    if entry.due != before.due || entry.reserveSeconds != before.reserveSeconds {
      try check(entry.reserveSeconds, until: entry.due)
      entry.timing = try ledger.factCount(of: standing.id) + 1
    }
    let day = standing.day(for: entry.due, on: today, in: calendar)
    try record(.edited(entry), on: day)
    return entry
  }

  /// Closes a promise that is open, once.
  ///
  /// - Returns: The promise.
  /// - Throws: When there is none, or it is closed already.
  package func closePromise(_ number: Int, as closing: Closing) throws(CommandError) -> Entry {
    let standing = try promise(number)
    let day = standing.day(for: nil, on: today, in: calendar)
    try record(.closed(standing.id, closing), on: day)
    return standing.entry
  }

  /// The promises, those that are open or all, by when they are due; those without a time come
  /// after them, and last those that are closed.
  ///
  /// - Parameter isAll: Whether those that are closed are among them.
  /// - Returns: The promises.
  /// - Throws: When the ledger cannot be read.
  package func promises(isAll: Bool) throws(CommandError) -> [Entries.Standing] {
    let found = try isAll ? ledger.entries(of: .promise) : ledger.openEntries(of: .promise)
    return found.due(in: context.zone).all.sorted { $0.order < $1.order }
  }

  /// The open promise of a number.
  package func promise(_ number: Int) throws(CommandError) -> Entries.Standing {
    guard let standing = try ledger.entry(Entry.ID(.promise, number))?.due(in: context.zone) else {
      throw CommandError(.data, "promise-unknown", ("number", number), ("open", try openPromises))
    }
    if let closed = standing.closed {
      throw CommandError(
        .data,
        "promise-closed",
        ("number", number),
        ("how", closed.closing.saying),
        ("when", moment(closed.at))
      )
    }
    return standing
  }

  /// The numbers of the promises that are open.
  var openPromises: Saying {
    get throws(CommandError) {
      let open = try promises(isAll: false).map { String($0.id.number).saying }
      return open.isEmpty ? Saying("open-none") : Saying("open-list", ("list", Saying.list(open)))
    }
  }

  /// How promises were closed on some civil days, and what stood open at the end of them.
  package func promiseCount(
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> PromiseCount {
    let closings = try ledger.closings(since: first)
    var count = PromiseCount(closings, on: first...last, in: calendar)
    let entries =
      try last < today ? ledger.entries(of: .promise) : ledger.openEntries(of: .promise)
    let end = min(now.adding(seconds: 1), calendar.end(of: last))
    count.count(entries.due(in: context.zone), openAt: end, in: context.zone)
    return count
  }

  package func isOverdue(_ entry: Entry) -> Bool { entry.isOverdue(at: now, in: context.zone) }

  private func isNone(_ by: String) throws(CommandError) -> Bool {
    if by.lowercased() == "none" { return true }
    return try lexicon.meaning(of: by, in: .none) != nil
  }

  /// Reads when something is due as a person types it.
  private func readDue(_ text: String) throws(CommandError) -> Due {
    do throws(UntilError) {
      return try context.due(text.narrowDigits, after: now)
    } catch {
      if let at = Instant(rfc3339: text.trimmed), at > now { return Due(at: at) }
      if let said = try lexicon.moment(text),
        let due = context.due(said, after: now, weekStarts: weekStarts)
      {
        return due
      }
      throw CommandError(.data, error.saying)
    }
  }

  /// Refuses a reserve that should have begun already.
  private func check(_ reserve: Int64, until due: Instant?) throws(CommandError) {
    guard let left = due.map({ $0.seconds - now.seconds }), reserve > left else { return }
    throw CommandError(
      .data,
      "reserve-too-long",
      ("reserve", Saying.span(reserve)),
      ("left", Saying.span(max(60, left - left % 60)))
    )
  }

  private func reserveSeconds(_ text: String) throws(CommandError) -> Int64 {
    if text.wholeNumber == 0 { return 0 }
    guard let seconds = try span(text) else {
      throw CommandError(.data, "refused-reserve", ("typed", text.printable))
    }
    return seconds
  }
}

extension Closing {
  /// How a promise was closed, in a word.
  fileprivate var saying: Saying {
    switch self {
    case .kept: Saying("state-kept")
    case .released: Saying("state-released")
    case .missed, .dropped: Saying("state-missed")
    }
  }
}

extension Entries.Standing {
  /// Where it stands in a list of what is still to be done.
  fileprivate var order: (isClosed: Int, due: Instant, number: Int) {
    (isOpen ? 0 : 1, entry.due ?? .distantFuture, id.number)
  }
}
