package import Application
package import Coaching

/// Where prompts appear, as a person reads it.
package struct ChannelsPage {
  private let reports: [ChannelReport]

  package init(_ reports: [ChannelReport]) { self.reports = reports }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.rows(reports.map { ($0.channel, $0.words(phrases)) })
    return page
  }
}

extension ChannelReport {
  fileprivate func words(_ phrases: Phrases) -> String {
    let says = phrases.words(for: says)
    return state == .amiss ? "! \(says)" : says
  }
}
