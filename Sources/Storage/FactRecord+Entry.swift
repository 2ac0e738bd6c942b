import Coaching

/// Promises and notes.
extension FactRecord {
  init(_ kind: FactKind, _ entry: Entry) {
    self.init(kind, entry.id.description)
    add("kind", .text(entry.kind))
    add("text", .text(entry.text))
    // The names of parts are names of a deck and hold no “=”.
    add("parts", entry.parts.map { "\($0.name)=\($0.text)" })
    if let to = entry.to { add("to", .text(to)) }
    if let due = entry.due { add("due", .integer(due.microseconds)) }
    if entry.isWholeDay { add("whole", .integer(1)) }
    if let clock = entry.clock { add("clock", .text(clock.description)) }
    if entry.reserveSeconds != 0 { add("reserve", .integer(entry.reserveSeconds)) }
    if entry.timing != 1 { add("timing", .integer(Int64(entry.timing))) }
  }

  var entry: Entry? {
    guard let id = Entry.ID(subject), let kind = text("kind"), let text = text("text"),
      isInstant("due"), isClock("clock"), isIn(Self.reserves, "reserve"),
      isIn(Self.timings, "timing")
    else { return nil }
    let parts = texts("parts").compactMap { part -> Entry.Part? in
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return pieces.count == 2 ? Entry.Part(name: "\(pieces[0])", text: "\(pieces[1])") : nil
    }
    return Entry(
      id: id,
      kind: kind,
      text: text,
      parts: parts,
      to: self.text("to"),
      due: instant("due"),
      isWholeDay: number("whole") == 1,
      clock: clock("clock"),
      reserveSeconds: number("reserve") ?? 0,
      timing: number("timing").flatMap { Int(exactly: $0) } ?? 1
    )
  }

  private func number(_ key: String) -> Int64? {
    guard case .integer(let number)? = value(key) else { return nil }
    return number
  }
}
