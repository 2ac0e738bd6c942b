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
    case .moment: settings.profile.programme.moment ?? "none"
    }
  }

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
