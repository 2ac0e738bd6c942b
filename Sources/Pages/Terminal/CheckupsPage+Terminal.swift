package import Application
package import Coaching

/// What was looked at, and what is to be done, as a person reads it.
package struct CheckupsPage {
  private let checkups: [Checkup]

  package init(_ checkups: [Checkup]) { self.checkups = checkups }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    for checkup in checkups {
      let says = phrases.labelled(phrases.name(of: checkup), phrases.words(for: checkup.says))
      page.line(checkup.mark, columns: 2, says)
      if let remedy = checkup.remedy { page.verbatim(phrases.words(for: remedy), indent: 4) }
    }
    return page
  }
}

extension Checkup {
  /// What stands before it; where all is well, nothing.
  fileprivate var mark: String {
    switch verdict {
    case .well: ""
    case .amiss: "!"
    case .unknown: "?"
    }
  }
}

extension Phrases {
  /// What is looked at, as a person calls it.
  fileprivate func name(of checkup: Checkup) -> String {
    switch checkup.name {
    case "ledger": self("checkup-ledger")
    case "backups": self("checkup-backups")
    case "configuration": self("checkup-configuration")
    case "decks": self("checkup-decks")
    case "permissions": self("checkup-permissions")
    case "spool": self("checkup-spool")
    case "disk": self("checkup-disk")
    case "service": self("checkup-service")
    case "program": self("checkup-program")
    case "bus name": self("checkup-bus-name")
    case "notifications": self("checkup-notifications")
    case "linger": self("checkup-linger")
    case "zone": self("checkup-zone")
    case "clock": self("checkup-clock")
    default: checkup.name
    }
  }
}
