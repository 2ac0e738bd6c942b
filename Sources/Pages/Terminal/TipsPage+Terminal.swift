package import Application
package import Coaching

/// Tips as a person reads a list of them.
package struct TipsPage {
  private let tips: [Tip]
  private let all: Int

  /// - Parameters:
  ///   - tips: Those that were found.
  ///   - all: How many there are.
  package init(_ tips: [Tip], of all: Int) {
    self.tips = tips
    self.all = all
  }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    for tip in tips {
      page.heading(phrases.bracketed(tip.wording.title, tip.id))
      page.words(tip.wording.action, indent: 2)
    }
    page.words(phrases("tips-found", ("count", "\(tips.count)"), ("all", "\(all)")))
    return page
  }
}

/// The rows of the teachings, each with the tips that rest on it, as a person reads them.
package struct TaughtRowsPage {
  private let rows: [TaughtRow]
  private let tips: Int

  /// - Parameters:
  ///   - rows: The rows.
  ///   - tips: How many tips were looked at.
  package init(_ rows: [TaughtRow], of tips: Int) {
    self.rows = rows
    self.tips = tips
  }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    for taught in rows {
      // Names are written alike in every language, and so are lists of them.
      let tips = taught.tips.isEmpty ? phrases("rows-none") : taught.tips.joined(separator: ", ")
      page.words("\(taught.row) \(tips)")
    }
    let empty = rows.count { $0.tips.isEmpty }
    page.words(
      phrases(
        "rows-found",
        ("count", "\(rows.count)"),
        ("tips", "\(tips)"),
        ("empty", "\(empty)")
      )
    )
    return page
  }
}
