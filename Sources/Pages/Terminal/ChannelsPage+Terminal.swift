package import Application

/// Where prompts appear, as a person reads it.
package struct ChannelsPage {
  private let reports: [ChannelReport]

  package init(_ reports: [ChannelReport]) { self.reports = reports }

  package func page() -> Page {
    var page = Page()
    page.rows(reports.map { ($0.channel, $0.words) })
    return page
  }
}

extension ChannelReport {
  fileprivate var words: String {
    switch state {
    case .well, .off: says
    case .amiss: "! \(says)"
    }
  }
}
