import Application

extension SelfCheckHistory {
  /// The last places of each question.
  ///
  /// - Parameter isFirst: Whether nothing was shown before it.
  /// - Returns: The page.
  func page(isFirst: Bool) -> Page {
    var page = Page()
    var isFirst = isFirst
    for line in lines where line.check != SelfCheckHistory.automatic {
      if !isFirst { page.blank() }
      isFirst = false
      if !line.standsAlone { page.heading(line.title) }
      page.rows(line.paths.map { ($0.title, $0.words) })
    }
    return page
  }

  /// What a review shows: of each question the last answer as a bar, and the path that led to it.
  func barsPage() -> Page {
    var page = Page()
    for line in lines {
      page.blank()
      if !line.standsAlone { page.heading(line.title) }
      page.rows(
        line.paths.map { path in
          Page.Row(path.title, path.drawn)
        }
      )
    }
    return page
  }
}

extension SelfCheckHistory.Path {
  /// How many of the last are shown to a person; JSON has more of them.
  private static let shown = 8

  /// The last places on the line, the newest at the end.
  var words: String {
    places.suffix(Self.shown).map { String($0.number) }.joined(separator: " → ")
  }

  /// The last place on the line, and where there are more, so many of the last as a path.
  fileprivate var drawn: Page.Row.Value {
    guard let last = places.last else { return .words("") }
    return .path(places.map(\.share), number: String(last.number))
  }
}

extension SelfCheckHistory.Place {
  /// Of the ten places of a line; what is counted may be more.
  fileprivate var share: Double { min(1, Double(number) / 10) }
}
