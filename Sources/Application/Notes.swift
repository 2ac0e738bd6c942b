package import Coaching

/// What a person writes down in their own words.
extension Workspace {
  /// The kind and the text that some words stand for; without a kind it is a detail.
  package func noteMeant(
    by words: [String]
  ) throws(CommandError) -> (kind: NoteKind, text: String) {
    let text = words.dropFirst().joined(separator: " ").trimmed
    guard let first = words.first else {
      let known = teaching.notes.map { Name($0.id, $0.wording.title).shown }
      throw CommandError(.usage, "note-no-kind", ("list", Saying.list(known)))
    }
    if let kind = try noteKind(first) { return (kind, text) }
    // Chinese has no spaces: what is longer than any kind's title is a sentence.
    let isLong =
      first.unicodeScalars.count > 8 && first.unicodeScalars.contains { $0.value > 0x2E80 }
    let isSentence = words.count == 1 && (isLong || first.contains { $0.isWhitespace })
    if let detail = teaching.note("detail"), isSentence { return (detail, first.trimmed) }
    throw noKind(first)
  }

  /// A note of a kind with nothing in it yet, and no number.
  package func blankNote(_ kind: NoteKind) -> Entry {
    Entry(id: Entry.ID(.note, 0), kind: kind.id, text: "")
  }

  /// Puts a text and parts into a note, as they are typed.
  ///
  /// - Parameters:
  ///   - note: The note.
  ///   - text: The text; what is empty leaves it as it is.
  ///   - parts: Parts of a form, NAME=TEXT each.
  /// - Throws: When one of them is too long, or is no part of the note's kind; none is changed.
  package func fill(
    _ note: inout Entry,
    _ text: String,
    parts: [String]
  ) throws(CommandError) {
    var filled = note
    let kind = teaching.note(note.kind)
    let text = try text.kept(as: Saying("text-note"))
    if !text.isEmpty { filled.text = text }
    var named: [String] = []
    for part in try parts.map({ part throws(CommandError) in try read(part, of: kind) }) {
      if named.contains(part.name) {
        throw CommandError(.data, "part-twice", ("part", part.name))
      }
      named.append(part.name)
      filled.set(part)
    }
    note = filled
  }

  /// Writes a new note down.
  ///
  /// - Parameters:
  ///   - note: The note.
  ///   - day: The day that it is of; nil for today.
  /// - Returns: The note with its number.
  /// - Throws: When nothing is in it, or it could not be written.
  package func keep(_ note: Entry, on day: CivilDate? = nil) throws(CommandError) -> Entry {
    try checkSays(note)
    let day = day ?? today
    var note = note
    if teaching.note(note.kind)?.isAboutTip == true {
      note.to = try coach(around: day).tipTold(on: day.adding(days: -1))
    }
    try ledger.enter(on: .note) { id in
      note.id = id
      return draft(.entered(note), on: day)
    }
    return note
  }

  /// Begins to change a note, which may be a form.
  ///
  /// - Throws: When there is no such note, or it is a form and a text of its own was said for it.
  package func noteToChange(_ number: Int, text: String) throws(CommandError) -> Entry {
    let entry = try note(number).entry
    if !text.isEmpty, !entry.parts.isEmpty {
      let known = Saying.list(entry.parts.map(\.name.saying))
      throw CommandError(.data, "note-is-form", ("number", entry.id.number), ("list", known))
    }
    return entry
  }

  /// Writes down that a note is otherwise now.
  ///
  /// - Throws: When nothing would change, or there is no such note.
  package func change(_ changed: Entry) throws(CommandError) {
    let standing = try note(changed.id.number)
    guard changed != standing.entry else {
      throw CommandError(.usage, "note-unchanged")
    }
    try record(.edited(changed), on: standing.day(for: nil, on: today, in: calendar))
  }

  /// Drops a note.
  ///
  /// - Returns: The note.
  /// - Throws: When there is none of that number.
  package func dropNote(_ number: Int) throws(CommandError) -> Entry {
    let standing = try note(number)
    let day = standing.day(for: nil, on: today, in: calendar)
    try record(.closed(standing.id, .dropped), on: day)
    return standing.entry
  }

  /// Refuses a note in which nothing is said.
  package func checkSays(_ note: Entry) throws(CommandError) {
    guard note.text.isEmpty, note.parts.isEmpty else { return }
    throw CommandError(.data, "note-empty")
  }

  /// The note of a number that was not dropped.
  private func note(_ number: Int) throws(CommandError) -> Entries.Standing {
    guard let standing = try ledger.entry(Entry.ID(.note, number)), standing.isOpen else {
      throw CommandError(.data, "note-unknown", ("number", number))
    }
    return standing
  }

  /// The kind of note of a name or of what it is called, in whole.
  private func noteKind(_ name: String) throws(CommandError) -> NoteKind? {
    if let kind = teaching.note(name) { return kind }
    let wanted = Lexicon.compared(name)
    if wanted.isEmpty { return nil }
    let titles = teaching.notes.map { Lexicon.compared($0.wording.title) }
    let called = zip(teaching.notes, titles).filter { $0.1 == wanted }
    if called.count == 1 { return called[0].0 }
    // 原則 is 我的原則; one character is in too many.
    let having = zip(teaching.notes, titles).filter { wanted.count > 1 && $0.1.contains(wanted) }
    return having.count == 1 ? having[0].0 : nil
  }

  private func noKind(_ name: String) -> CommandError {
    let kinds = teaching.notes.map { Name($0.id, $0.wording.title) }
    return CommandError(.data, Suggestions.unknown(.note, name, among: kinds))
  }

  private func read(_ part: String, of kind: NoteKind?) throws(CommandError) -> Entry.Part {
    let pieces = part.split(separator: "=", maxSplits: 1).map(String.init)
    let parts = kind?.parts ?? []
    let names = ("list", Saying.list(parts.map(\.saying)))
    let known = parts.isEmpty ? Saying("parts-nothing") : Saying("parts-known", names)
    guard pieces.count == 2, !pieces[1].trimmed.isEmpty else {
      throw CommandError(.data, "part-none", ("part", part.printable), ("known", known))
    }
    guard parts.contains(pieces[0]) else {
      let unknown = Suggestions.unknown(.part, pieces[0], among: parts)
      throw CommandError(.data, parts.isEmpty ? known : unknown)
    }
    let what = Saying("text-part", ("part", pieces[0]))
    return Entry.Part(name: pieces[0], text: try pieces[1].kept(as: what))
  }
}

/// What was written down, looked through.
extension Workspace {
  /// A note, or what was answered instead of one.
  package struct FoundNote: Equatable {
    /// The note; nil of an answer.
    package var entry: Entry?
    package var kind: String
    package var text: String
    package var parts: [Entry.Part]
    /// The tip that it is about.
    package var tip: String?
    package var day: CivilDate
    /// As a person reads it.
    package var lines: [String]
  }

  /// The notes that were not dropped, and after them what was answered to the question of a kind's
  /// name.
  ///
  /// - Parameters:
  ///   - kind: Those of a kind; all where none is named.
  ///   - first: Those from a day on.
  ///   - words: Those that have these words in them.
  /// - Returns: What was found.
  /// - Throws: When there is no such kind, or the ledger cannot be read.
  package func notes(
    of kind: String?,
    since first: CivilDate?,
    having words: String?
  ) throws(CommandError) -> [FoundNote] {
    let kind = try kind.map { name throws(CommandError) in
      guard let found = try noteKind(name) else { throw noKind(name) }
      return found.id
    }
    let wanted = words?.lowercased()
    let notes = try ledger.openEntries(of: .note).all.map(found)
    return (notes + (try answeredNotes())).filter { note in
      let texts = [note.text] + note.parts.map(\.text)
      return (kind == nil || note.kind == kind) && (first.map { $0 <= note.day } ?? true)
        && (wanted.map { wanted in texts.contains { $0.mentions(wanted) } } ?? true)
    }
  }

  /// A note as it stands.
  package func found(_ standing: Entries.Standing) -> FoundNote {
    let entry = standing.entry
    return FoundNote(
      entry: entry,
      kind: entry.kind,
      text: entry.text,
      parts: entry.parts,
      tip: entry.to,
      day: standing.madeOn,
      lines: teaching.lines(for: entry)
    )
  }

  /// What was answered instead of noted, to the question of the same name.
  private func answeredNotes() throws(CommandError) -> [FoundNote] {
    guard let note = teaching.notes.first(where: \.isAboutTip) else { return [] }
    let first = CivilDate(dayNumber: .min)
    var found: [FoundNote] = []
    for fact in try ledger.answers(to: [note.id], from: first, through: today) {
      guard case .answered(let answered) = fact.event, case .text(let words) = answered.answer
      else { continue }
      // Answered twice for a day, the later one stands.
      found.removeAll { $0.day == fact.day }
      found.append(
        FoundNote(
          kind: note.id,
          text: words,
          parts: [],
          tip: answered.about,
          day: fact.day,
          lines: [phrases.labelled(note.wording.title, words)]
        )
      )
    }
    return found
  }
}

extension Entry {
  /// Sets one part of a form.
  package mutating func set(_ part: Part) {
    if let place = parts.firstIndex(where: { $0.name == part.name }) {
      parts[place] = part
    } else {
      parts.append(part)
    }
  }
}
