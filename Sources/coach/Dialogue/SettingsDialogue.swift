import Application
import Coaching
import Configuration
import Machine
import Pages

/// Asks what a person wants to set.
enum SettingsDialogue {
  /// Asks each question; an empty line keeps what is there, and the end of input all of it.
  static func ask(
    _ keys: [SettingKey],
    _ form: inout SettingsForm
  ) throws(CommandError) {
    let input = Input()
    var phrases = Spoken.phrases(in: form.language ?? Environment.language)
    defer { if input.dropRest() { Output.complain(phrases("rest-unread")) } }
    Output.say(phrases("setup-keep"))
    for key in keys {
      var isAnswered = false
      while !isAnswered {
        Output.ask(phrases.ask(key, now: form.value(key)))
        guard let line = input.line() else {
          Output.blank()
          throw CommandError(.data, "input-ended-setup")
        }
        isAnswered = line.trimmed.isEmpty
        if isAnswered { continue }
        do {
          try form.set(key, to: line.trimmed)
          isAnswered = true
          // From here on the language is the one that was just chosen.
          if key == .language {
            phrases = Spoken.phrases(in: form.language ?? Environment.language)
          }
        } catch {
          Output.complain(error.words(in: phrases))
        }
      }
    }
  }
}
