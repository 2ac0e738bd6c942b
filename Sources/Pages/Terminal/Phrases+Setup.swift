package import Application
package import Coaching

extension Phrases {
  /// What is asked of a person for one of the settings, with what stands there now.
  package func ask(_ key: SettingKey, now value: String) -> String {
    labelled(self("setup-now", ("ask", ask(key)), ("value", shown(value))), "")
  }

  /// What is asked of a person for one of the settings.
  private func ask(_ key: SettingKey) -> String {
    switch key {
    case .language: self("setup-language", ("list", languages))
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

  private var languages: String {
    Language.allCases.map(\.rawValue).joined(separator: self("list-comma"))
  }

  /// What stands in the settings, as the person says it; what has no other word, as it is written.
  private func shown(_ value: String) -> String {
    switch value {
    case "none": self("value-none")
    case "unset": self("value-unset")
    case "full": self("value-full")
    case "short": self("value-short")
    default: value
    }
  }

  private var roles: String {
    Tip.Role.allCases.map(\.rawValue).joined(separator: self("list-comma"))
  }
}
