package import Application

/// What was looked at, and what is to be done, as a person reads it.
package struct CheckupsPage {
  private let checkups: [Checkup]

  package init(_ checkups: [Checkup]) { self.checkups = checkups }

  package func page() -> Page {
    var page = Page()
    for checkup in checkups {
      page.line(checkup.mark, columns: 2, "\(checkup.name): \(checkup.says)")
      if let remedy = checkup.remedy { page.verbatim(remedy, indent: 4) }
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
