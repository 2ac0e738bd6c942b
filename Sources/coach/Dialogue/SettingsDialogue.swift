import Application
import Coaching
import Configuration
import Machine

/// Asks what a person wants to set.
enum SettingsDialogue {
  /// Asks each question; an empty line keeps what is there, and the end of input all of it.
  static func ask(
    _ keys: [SettingKey],
    _ form: inout SettingsForm
  ) throws(CommandError) {
    let input = Input()
    defer {
      if input.dropRest() { Output.complain("what came after the last answer was not read") }
    }
    var phrases = Phrases.spoken(in: form.language)
    Output.say(phrases("setup-keep"))
    for key in keys {
      var isAnswered = false
      while !isAnswered {
        let ask = "\(phrases.ask(key)) [\(form.value(key))]"
        Output.ask(phrases.labelled(ask, ""))
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
          // From here on the language is the one that was just chosen.
          if key == .language { phrases = Phrases.spoken(in: form.language) }
        } catch {
          Output.complain(error.message)
        }
      }
    }
  }
}

extension Phrases {
  /// The words of a language, as far as the decks that are there have them.
  static func spoken(in language: Language?) -> Phrases {
    let spoken = language ?? Environment.language
    let read = try? Configuration(
      Configuration.Places(files: [], decks: Paths().places.decks),
      .withoutTips,
      language: spoken
    )
    return read?.teaching.phrases ?? Phrases()
  }

  /// What is asked of a person for one of the settings.
  fileprivate func ask(_ key: SettingKey) -> String {
    switch key {
    case .language: self("setup-language", ("list", Language.names))
    case .lightsOut: self("setup-lights-out")
    case .getUp: self("setup-get-up")
    case .morning: self("setup-morning")
    case .offer: self("setup-offer")
    case .endOfWork: self("setup-end-of-work")
    case .channels: self("setup-channels")
    case .roles: self("setup-roles", ("list", roles))
    case .circlesOff: self("setup-circles-off")
    case .offHours: self("setup-off-hours")
    case .wording: self("setup-wording")
    case .extrasPerWeek: self("setup-extras")
    case .moment: self("setup-moment")
    }
  }

  private var roles: String {
    Tip.Role.allCases.map(\.rawValue).joined(separator: self("list-comma"))
  }
}
