import ArgumentParser
import Coaching
import Configuration
import Glibc
import Storage

struct Note: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write something down in your own words; some kinds come back by themselves.",
    discussion: """
      EXAMPLES
        coach note principle "ask before helping"
        coach note better "look up before speaking"
        coach note "she had waited an hour"      a detail of the day
        coach note two-readings                  asks part by part
        coach note two-readings --part saw="he left" --part another="he was late"
        coach note edit 3 "ask first"
        coach note drop 3

      Kinds: principle, reason, service-today, better, growth, counter-evidence, detail, case, \
      two-readings, incident and own-words, and those of your decks. What a slot carries comes \
      back: principles in turn, a “better” the next day, your reason in a low week, \
      counter-evidence and cases after a month.

      Without a text it is asked for, also from standard input. “coach notes” lists and searches.
      """
  )

  @Argument(help: "The kind and the text; or edit or drop, and a number.")
  var words: [String] = []
  @Option(help: ArgumentHelp("One part of a form.", valueName: "name=text")) var part: [String] = []

  enum Verb: String {
    case edit, drop
  }

  func validate() throws {
    if words.count == 1, let verb = Verb(rawValue: words[0]) {
      throw ValidationError("Say which: coach note \(verb.rawValue) 3. “coach notes” lists them.")
    }
    if words.count > 1, let verb = Verb(rawValue: words[0]), Int(words[1]) == nil {
      let number = "“\(words[1].printable)” is no number: coach note \(verb.rawValue) 3."
      throw ValidationError("\(number) “coach notes” lists them.")
    }
    if verb == .drop, words.count > 2 || !part.isEmpty {
      throw ValidationError("What you drop takes its number and nothing else.")
    }
  }

  private var verb: Verb? {
    words.count > 1 && Int(words[1]) != nil ? Verb(rawValue: words[0]) : nil
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    guard let verb else { return try make(in: workspace) }
    let standing = try workspace.note(Int(words[1]) ?? 0)
    let day = standing.day(for: nil, on: workspace.today, in: workspace.calendar)
    guard verb == .edit else {
      try workspace.record(.closed(standing.id, .dropped), on: day)
      let what = ("what", workspace.teaching.words(for: standing.entry))
      return Output.wrapped(workspace.phrases("note-dropped", what))
    }
    var entry = standing.entry
    let text = words.dropFirst(2).joined(separator: " ").trimmed
    if !text.isEmpty, !entry.parts.isEmpty {
      let known = entry.parts.map(\.name).joined(separator: ", ")
      let what = "note \(entry.id.number) is a form; say which part: --part NAME=\"TEXT\" "
      throw CommandError(.data, "\(what)(it has \(known)); nothing was changed")
    }
    let form = Form(kind: workspace.teaching.note(entry.kind), workspace: workspace)
    try form.fill(&entry, text, part)
    guard entry != standing.entry else {
      throw CommandError(.usage, "nothing would change; say a text or a --part")
    }
    try workspace.record(.edited(entry), on: day)
    confirm(entry, in: workspace)
  }

  private func make(in workspace: Workspace) throws(CommandError) {
    let (kind, text) = try meant(in: workspace)
    var entry = Entry(id: Entry.ID(.note, 1), kind: kind.id, text: "")
    let form = Form(kind: kind, workspace: workspace)
    try form.fill(&entry, text, part)
    if kind.isAboutTip {
      entry.to = try workspace.coach().tipTold(on: workspace.today.adding(days: -1))
    }
    do {
      try workspace.ledger.enter(on: .note) { id in
        entry.id = id
        return workspace.draft(.entered(entry), on: workspace.today)
      }
    } catch {
      throw CommandError(error)
    }
    confirm(entry, in: workspace)
    if entry.id.number == 1 { workspace.hintAtNames() }
  }

  /// The kind and the text that the words stand for; without a kind it is a detail.
  private func meant(in workspace: Workspace) throws(CommandError) -> (kind: NoteKind, text: String)
  {
    let kinds = workspace.teaching.notes
    let text = words.dropFirst().joined(separator: " ").trimmed
    guard let first = words.first else {
      let known = kinds.map(\.id).joined(separator: ", ")
      throw CommandError(.usage, "say the kind: coach note detail. Kinds: \(known)")
    }
    if let kind = workspace.teaching.note(first) { return (kind, text) }
    let isSentence = words.count == 1 && first.contains { $0.isWhitespace }
    if let detail = workspace.teaching.note("detail"), isSentence { return (detail, first.trimmed) }
    throw workspace.noKind(first)
  }

  private func confirm(_ entry: Entry, in workspace: Workspace) {
    let number = ("number", String(entry.id.number))
    let lines = workspace.teaching.lines(for: entry)
    Output.wrapped(workspace.phrases("note-noted", number, ("what", lines[0])))
    for line in lines.dropFirst() { Output.wrapped(line, indent: 2) }
  }
}

/// Takes the text and the parts of a note, as arguments or line by line from standard input.
private struct Form {
  let kind: NoteKind?
  let workspace: Workspace

  func fill(_ entry: inout Entry, _ text: String, _ given: [String]) throws(CommandError) {
    let text = try text.kept(as: "the note")
    if !text.isEmpty { entry.text = text }
    var named: [String] = []
    for part in try given.map(read) {
      if named.contains(part.name) {
        throw CommandError(.data, "“\(part.name)” is said twice; say each part once")
      }
      named.append(part.name)
      entry.set(part)
    }
    if !text.isEmpty || !given.isEmpty { return }
    guard let kind, !kind.parts.isEmpty else {
      Output.wrapped(kind?.wording.ask ?? entry.text)
      if let line = try line() { entry.text = line }
      return try check(entry)
    }
    Output.wrapped(kind.wording.ask)
    for (name, ask) in zip(kind.parts, kind.wording.parts) {
      Output.wrapped(workspace.phrases.labelled(ask, ""), indent: 2)
      if let line = try line() { entry.set(Entry.Part(name: name, text: line)) }
    }
    try check(entry)
  }

  /// A line that a person typed; nil where it is empty, or the input has ended.
  private func line() throws(CommandError) -> String? {
    while true {
      Output.write("  ", to: 1)
      guard let line = readLine() else {
        Output.line()
        return nil
      }
      do {
        let line = try line.kept(as: "this")
        return line.isEmpty ? nil : line
      } catch {
        // Whoever types asks for nothing anew that was said already.
        if isatty(0) != 1 { throw error }
        Output.complain(error.message)
      }
    }
  }

  private func check(_ entry: Entry) throws(CommandError) {
    guard entry.text.isEmpty, entry.parts.isEmpty else { return }
    throw CommandError(.data, "nothing was said, so nothing is kept; say it behind the kind")
  }

  private func read(_ part: String) throws(CommandError) -> Entry.Part {
    let pieces = part.split(separator: "=", maxSplits: 1).map(String.init)
    let parts = kind?.parts ?? []
    let known = parts.isEmpty ? "this kind has no parts" : "parts: " + parts.joined(separator: ", ")
    guard pieces.count == 2, !pieces[1].trimmed.isEmpty else {
      throw CommandError(
        .data,
        "“\(part.printable)” is no part; say --part NAME=\"TEXT\"; \(known)"
      )
    }
    guard parts.contains(pieces[0]) else {
      let unknown = Suggestions.unknown("part", pieces[0], among: parts)
      throw CommandError(.data, parts.isEmpty ? known : unknown)
    }
    return Entry.Part(name: pieces[0], text: try pieces[1].kept(as: "“\(pieces[0])”"))
  }
}

extension Entry {
  /// Sets one part of a form.
  fileprivate mutating func set(_ part: Part) {
    if let place = parts.firstIndex(where: { $0.name == part.name }) {
      parts[place] = part
    } else {
      parts.append(part)
    }
  }
}

extension Workspace {
  /// Says once that names can be left out.
  func hintAtNames() {
    Output.wrapped(phrases("leave-names-out"))
  }

  func noKind(_ name: String) -> CommandError {
    let kinds = teaching.notes.map(\.id)
    return CommandError(.data, Suggestions.unknown("kind of note", name, among: kinds))
  }

  /// The note of a number that was not dropped.
  func note(_ number: Int) throws(CommandError) -> Entries.Standing {
    guard let standing = try entry(Entry.ID(.note, number)), standing.isOpen else {
      let what = "there is no note \(number), or it was dropped; “coach notes” lists them"
      throw CommandError(.data, what)
    }
    return standing
  }
}
