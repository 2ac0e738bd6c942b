import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

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
        coach note "she had waited an hour" --day friday
        coach note edit 3 "ask first"
        coach note drop 3

      Kinds: principle, reason, service-today, better, growth, counter-evidence, detail, case, \
      two-readings, incident and own-words, and those of your decks. What a slot carries comes \
      back: principles in turn, a “better” the next day, your reason in a low week, \
      counter-evidence and cases after a month.

      Without a text it is asked for, also from standard input; without anything those there are \
      are shown. “coach notes” lists and searches.
      """
  )

  @Argument(help: "The kind and the text; or edit or drop, and a number.", transform: Typed.text)
  var words: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("One part of a form.", valueName: "name=text"),
    transform: Typed.text
  ) var part: [String] = []
  @Option(
    parsing: .unconditional,
    help: "The day that it is of: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var day: String?

  enum Verb: String {
    case edit, drop

    /// How it is said of one.
    var example: String { "coach note \(rawValue) 3" + (self == .edit ? " \"…\"" : "") }

    init?(typed: String) { self.init(rawValue: Typed.meaning(typed, in: .note) ?? "") }
  }

  func validate() throws {
    if words.count == 1, let verb = Verb(typed: words[0]) {
      throw ValidationError.said("use-note-which", ("command", verb.example))
    }
    if words.count > 1, let verb = Verb(typed: words[0]), Typed.place(words[1]) == nil {
      let command = ("command", verb.example)
      throw ValidationError.said("use-note-number", ("word", words[1].printable), command)
    }
    guard day == nil || verb == nil && !words.isEmpty else {
      let command = ("command", "coach note detail \"…\" --day yesterday")
      throw ValidationError.said("use-note-day", command)
    }
    if verb == .drop, words.count > 2 || !part.isEmpty {
      throw ValidationError.said("use-note-drop")
    }
  }

  private var verb: Verb? {
    words.count > 1 && Typed.place(words[1]) != nil ? Verb(typed: words[0]) : nil
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: true)
    let dialogue = NoteDialogue(workspace: workspace)
    // Whoever hands a text in wants it kept, and has not said as what.
    if words.isEmpty, part.isEmpty, dialogue.input.isTerminal || !dialogue.input.dropRest() {
      let all = try workspace.notes(of: nil, since: nil, having: nil)
      return Output.read(NotesPage(all).page(workspace.phrases))
    }
    guard let verb else {
      let (kind, text) = try workspace.noteMeant(by: words)
      var note = workspace.blankNote(kind)
      try dialogue.fill(&note, text, part)
      let day = try day.map { text throws(CommandError) in try workspace.pastDay(text) }
      note = try workspace.keep(note, on: day)
      Output.show(note.noted(in: workspace.teaching))
      if note.id.number == 1 { Output.say(workspace.phrases("leave-names-out")) }
      return
    }
    let number = Typed.place(words[1]) ?? 0
    guard verb == .edit else {
      let dropped = try workspace.dropNote(number)
      let what = ("what", workspace.teaching.words(for: dropped))
      return Output.say(workspace.phrases("note-dropped", what))
    }
    let text = words.dropFirst(2).joined(separator: " ").trimmed
    var note = try workspace.noteToChange(number, text: text)
    try dialogue.fill(&note, text, part)
    try workspace.change(note)
    Output.show(note.noted(in: workspace.teaching))
  }
}
