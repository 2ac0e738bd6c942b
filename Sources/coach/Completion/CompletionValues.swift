import Application
import ArgumentParser
import Coaching
import Configuration
import Files
import Machine

/// What may stand at each place of a command line, by what a person means there.
struct CompletionValues {
  /// Something that may stand there.
  struct Value {
    /// As it is written down.
    var name: String
    /// As the person says it, where that is otherwise.
    var spoken: String
    var about: String

    init(_ name: String, spoken: String? = nil, _ about: String = "") {
      self.name = name
      // A word with a blank in it would be two.
      self.spoken = spoken.flatMap { $0.contains(" ") ? nil : $0 } ?? name
      self.about = about
    }
  }

  /// What stands for a file of any name.
  static let files = ":files"

  /// What the words of a command are; of those it does not know, there are none.
  ///
  /// - Parameters:
  ///   - place: How many words stand before it, behind the command.
  ///   - verb: The command.
  ///   - line: All that is written.
  /// - Returns: What may stand there.
  func word(_ place: Int, of verb: String, _ line: CommandLineSoFar) -> [Value] {
    switch (verb, place) {
    case ("check", 0): PersonValues().questions
    case ("check", _): PersonValues().answers(to: line.positional[0], place - 1)
    case ("tip", 0): plain(TipOfTheDay.Verb.allCases.map(\.rawValue))
    case ("tip", 1): TipValues().opined(line.positional[0])
    case ("snooze", 0): PersonValues().waiting + spans
    case ("snooze", 1) where line.positional[0] != "until": spans
    case ("pause", 0): spans
    case ("snooze", _), ("pause", 1): line.positional.last == "until" ? moments : []
    case ("promise", 0): plain(Promise.Verb.allCases.map(\.rawValue))
    case ("promise", 1): isVerb(line, Promise.Verb.allCases.map(\.rawValue)) { $0.promises }
    case ("note", 0): PersonValues().noteKinds + plain(["edit", "drop"])
    case ("note", 1): isVerb(line, ["edit", "drop"]) { $0.notes }
    case ("notes", 0): PersonValues().noteKinds
    case ("why", 0): PersonValues().prompts
    case ("explain", 0): PersonValues().habits + plain(["strength"])
    case ("explain", 1): PersonValues().habits
    case ("measures", 0): PersonValues().habits + PersonValues().checks
    case ("retire", 0): PersonValues().retirable
    case ("hesitate", 0): PersonValues().obstacles
    case ("away", 0): PersonValues().comingDays
    default: fixed(place, of: verb)
    }
  }

  private func fixed(_ place: Int, of verb: String) -> [Value] {
    switch (verb, place) {
    case ("report", 0): plain(ReportPeriod.allCases.map(\.rawValue))
    case ("review", 0): plain(PeriodName.allCases.map(\.rawValue))
    case ("programme", 0): plain(["stands", "back"])
    case ("thanks", 0): plain(["given", "received"])
    case ("decks", 0): plain(["list", "check"])
    case ("decks", 1), ("backup", 0), ("restore", 0), ("import", 0): [Value(CompletionValues.files)]
    case ("help", 0):
      Main.commands.map { command in
        Value(command.configuration.commandName ?? "", command.configuration.abstract)
      }
    default: []
    }
  }

  /// The entries that a verb is for.
  private func isVerb(
    _ line: CommandLineSoFar,
    _ verbs: [String],
    _ entries: (PersonValues) -> [Value]
  ) -> [Value] {
    verbs.contains(line.positional[0]) ? entries(PersonValues()) : []
  }

  // MARK: - Options

  /// What the values of an option are; of those that take words or numbers of any kind, none.
  func option(_ option: String, of verb: String, _ line: CommandLineSoFar) -> [Value] {
    switch option {
    case "--day", "--as-of", "--until", "--since": PersonValues().pastDays
    case "--output": [Value(CompletionValues.files)]
    case "--format" where verb == "export": plain(ExportFormat.allCases.map(\.rawValue))
    case "--from": verb == "plan" ? PersonValues().comingDays + PersonValues().pastDays : []
    case "--by": moments
    case "--circle": verb == "check" ? PersonValues().ownCircles : PersonValues().circles
    case "--circles-off": PersonValues().circles
    case "--obstacle": PersonValues().obstacles
    case "--part": PersonValues().parts(of: line.positional.first ?? "")
    case "--kind": plain(verb == "tips" ? kinds : CommitmentName.allCases.map(\.rawValue))
    case "--system": TipValues().systems
    case "--lights-out", "--get-up", "--morning", "--offer", "--end-of-work":
      PersonValues().setting(option)
    default: fixed(option)
    }
  }

  private func fixed(_ option: String) -> [Value] {
    switch option {
    case "--zone", "--from-zone": zones
    case "--without": plain(ReportPart.allCases.map(\.rawValue))
    case "--lang", "--language": plain(Language.allCases.map(\.rawValue))
    case "--role", "--roles": plain(Tip.Role.allCases.map(\.rawValue))
    case "--off-hours": plain(Weekday.allCases.map(\.shortName))
    case "--channels": plain(Settings.ChannelName.allCases.map(\.rawValue))
    case "--format": plain(Status.Format.allCases.map(\.rawValue))
    case "--landed": plain(ExtraCommand.Truth.allCases.map(\.rawValue))
    case "--wording": plain(["full", "short"])
    case "--step": plain((1...4).map { String($0) })
    case "--fear": plain((0...10).map { String($0) })
    case "--extras-per-week": plain((0...7).map { String($0) })
    case "--reserve": plain(["15m", "30m", "1h", "2h"])
    default: []
    }
  }

  private func plain(_ names: [String]) -> [Value] { names.map { Value($0) } }

  private var kinds: [String] { Tip.Kind.allCases.map(\.rawValue) }

  private var spans: [Value] { plain(["15m", "30m", "1h", "3h", "until"]) }

  private var moments: [Value] {
    plain(["today", "tomorrow"] + Weekday.allCases.map(\.fullName))
  }

  /// The zones of the table that lists one for each place whose clocks are its own, and UTC.
  private var zones: [Value] {
    let table = ((try? File.read("\(SystemZone.directory)/zone1970.tab")) ?? nil) ?? []
    let lines = table.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
    let named = lines.compactMap { line -> Value? in
      let cells = line.split(separator: UInt8(ascii: "\t"))
      guard cells.count >= 3 else { return nil }
      let about = cells.count > 3 ? String(decoding: cells[3], as: UTF8.self) : ""
      return Value(String(decoding: cells[2], as: UTF8.self), about)
    }
    return named.sorted { $0.name < $1.name } + [Value("UTC")]
  }
}
