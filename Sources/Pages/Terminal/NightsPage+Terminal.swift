package import Application
import Coaching

/// The last nights, as a person reads them.
package struct NightsPage {
  private let nights: [ShownNight]
  private let workspace: Workspace

  package init(_ nights: [ShownNight], in workspace: Workspace) {
    self.nights = nights
    self.workspace = workspace
  }

  package func page() -> Page {
    var page = Page()
    let phrases = workspace.phrases
    page.heading(phrases("nights"))
    if nights.isEmpty { page.words(phrases("no-nights"), indent: 2) }
    page.rows(
      nights.map { shown in
        let zone = workspace.context.zone
        let spans = shown.night.asleep.map { phrases.words(for: $0, in: zone) }
        let length = phrases.length(ofSeconds: shown.night.asleepSeconds)
        let night = phrases.bracketed(spans.joined(separator: phrases("list-comma")), length)
        let naps = shown.naps.map(phrases.words)
        let words = naps.joined(separator: phrases("list-comma"))
        let label = phrases.name(of: shown.night.day, seenOn: shown.night.day)
        return Page.Row(
          label,
          naps.isEmpty ? night : phrases("and-nap", ("night", night), ("nap", words))
        )
      }
    )
    page.words(phrases("no-advice"), indent: 2)
    return page
  }
}

extension Phrases {
  /// From when until when it was, by the clock of a zone.
  fileprivate func words(for range: Range<Int64>, in zone: Zone) -> String {
    let ends = [range.lowerBound, range.upperBound].map { zone.minutes(Instant(seconds: $0)) }
    return "\(ends[0])–\(ends[1])"
  }
}
