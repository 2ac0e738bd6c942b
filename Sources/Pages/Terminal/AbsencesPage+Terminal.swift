import Application
package import Coaching

/// The absences that are set, as a person reads them.
package struct AbsencesPage {
  private let absences: [ClosedRange<CivilDate>]

  package init(_ absences: [ClosedRange<CivilDate>]) { self.absences = absences }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    if absences.isEmpty { page.words(phrases("no-absence")) }
    for days in absences { page.words(phrases.away(days)) }
    return page
  }
}
