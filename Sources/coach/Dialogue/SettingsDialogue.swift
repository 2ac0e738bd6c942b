import Application
import Coaching
import Machine

/// Asks what a person wants to set.
enum SettingsDialogue {
  /// Asks each question; an empty line keeps what is there, and the end of input all of it.
  static func ask(
    _ questions: [(key: SettingKey, ask: String)],
    _ form: inout SettingsForm
  ) throws(CommandError) {
    let input = Input()
    defer {
      if input.dropRest() { Output.complain("what came after the last answer was not read") }
    }
    Output.say("An empty line keeps what stands in brackets.")
    for (key, ask) in questions {
      var isAnswered = false
      while !isAnswered {
        Output.ask("\(ask) [\(form.value(key))]: ")
        guard let line = input.line() else {
          Output.blank()
          let what = "the input ended before the last question, so nothing was written"
          throw CommandError(.data, "\(what); options say it without questions: coach setup --help")
        }
        isAnswered = line.trimmed.isEmpty
        if isAnswered { continue }
        do {
          try form.set(key, to: line.trimmed)
          isAnswered = true
        } catch {
          Output.complain(error.message)
        }
      }
    }
  }
}
