import Coaching
import Configuration

/// What setup asks for: the few keys of the configuration that matter.
package enum SettingKey: CaseIterable, Sendable {
  case language
  case lightsOut
  case getUp
  case morning
  case offer
  case endOfWork
  case channels
  case roles
  case circlesOff
  case offHours
  case wording
  case extrasPerWeek
  case moment

  /// Where it stands in the configuration.
  package var path: [String] {
    switch self {
    case .language: ["language"]
    case .lightsOut: ["sleep", "lights-out"]
    case .getUp: ["sleep", "get-up"]
    case .morning: ["slot", "morning", "when"]
    case .offer: ["slot", "offer", "when"]
    case .endOfWork: ["slot", "end-of-work", "when"]
    case .channels: ["channels"]
    case .roles: ["profile", "roles"]
    case .circlesOff: ["profile", "circles-off"]
    case .offHours: ["profile", "off-hours"]
    case .wording: ["profile", "wording"]
    case .extrasPerWeek: ["extras", "per-week"]
    case .moment: ["programme", "moment"]
    }
  }

  /// What it is set to, as a person types it.
  func value(in settings: Settings) -> String {
    switch self {
    case .language: settings.language?.rawValue ?? "locale"
    case .lightsOut: settings.lightsOut?.description ?? "unset"
    case .getUp: settings.getUp?.description ?? "unset"
    case .morning, .offer, .endOfWork:
      settings.slots.first { path.contains($0.name) }?.moment.description ?? ""
    case .channels: settings.channels.map(\.rawValue).joined(separator: ", ")
    case .roles: SettingKey.list(settings.profile.roles.map(\.rawValue))
    case .circlesOff: SettingKey.list(settings.profile.circlesOff.map(\.rawValue))
    case .offHours: SettingKey.list(settings.profile.offHours.map(\.shortName))
    case .wording: settings.wording.rawValue
    case .extrasPerWeek: String(settings.profile.extrasPerWeek)
    case .moment: settings.profile.programme.moment ?? SettingKey.noMoment
    }
  }

  /// What is written for no if-then plan.
  static let noMoment = "none"

  /// How an answer is written in the configuration.
  private enum Form {
    case text
    case number
    /// Names with commas or spaces between them, “none” for none.
    case names
    /// A time, or times with their days and “; ” between them.
    case times
  }

  private var form: Form {
    switch self {
    case .language, .morning, .offer, .endOfWork, .wording, .moment: .text
    case .lightsOut, .getUp: .times
    case .channels, .roles, .circlesOff, .offHours: .names
    case .extrasPerWeek: .number
    }
  }

  /// An answer as the configuration writes it.
  func toml(_ answer: String) -> String {
    switch form {
    case .text: return SettingKey.quoted(answer)
    case .number: return answer.wholeNumber.map(String.init) ?? SettingKey.quoted(answer)
    case .names:
      let names = answer == "none" ? [] : answer.split { $0 == "," || $0 == " " }.map(String.init)
      return SettingKey.quoted(names)
    case .times:
      let times = answer.split(separator: ";").map(\.trimmed)
      return times.count > 1 ? SettingKey.quoted(times) : SettingKey.quoted(answer)
    }
  }

  /// Whether any text is an answer, so that a word for none has to be known first.
  var isFree: Bool { self == .moment }

  /// An answer in the words of a language, as the configuration has it; nil where it is none.
  func inNotation(_ answer: String, _ lexicon: Lexicon) -> String? {
    switch self {
    case .language:
      lexicon.meaning(of: answer, in: .languageName) ?? lexicon.meaning(of: answer, in: .setting)
    case .wording: lexicon.meaning(of: answer, in: .setting)
    case .extrasPerWeek: lexicon.number(answer).map(String.init)
    case .moment: lexicon.meaning(of: answer, in: .none)
    case .lightsOut: SpokenSetting.notation(of: answer, near: SettingKey.near(23), lexicon)
    case .getUp, .morning: SpokenSetting.notation(of: answer, near: SettingKey.near(7), lexicon)
    case .offer, .endOfWork: SpokenSetting.notation(of: answer, near: SettingKey.near(14), lexicon)
    case .channels: names(answer, lexicon) { _ in nil }
    case .roles: names(answer, lexicon) { lexicon.meaning(of: $0, in: .role) }
    case .circlesOff: names(answer, lexicon) { lexicon.meaning(of: $0, in: .circle) }
    case .offHours: SettingKey.days(answer, lexicon)
    }
  }

  /// An hour that a time of twelve hours is to be near to.
  private static func near(_ hour: Int) -> [CivilTime] { [CivilTime(secondOfDay: hour * 3600)] }

  private func names(
    _ answer: String,
    _ lexicon: Lexicon,
    _ name: (String) -> String?
  ) -> String? {
    if let none = lexicon.meaning(of: answer, in: .none) { return none }
    let words = answer.split { ",，、;；".contains($0) }.map(\.trimmed)
    return words.map { name($0) ?? $0 }.joined(separator: ", ")
  }

  /// Days of the week one by one.
  private static func days(_ answer: String, _ lexicon: Lexicon) -> String? {
    if let none = lexicon.meaning(of: answer, in: .none) { return none }
    guard let days = lexicon.schedule(answer).flatMap(WeekdaySet.init) else { return nil }
    return list(Weekday.allCases.filter(days.contains).map(\.shortName))
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }

  private static func quoted(_ names: [String]) -> String {
    "[\(names.map(quoted).joined(separator: ", "))]"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.printable.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "\"\(escaped.joined())\""
  }
}
