import Application

extension SelfCheckHistory {
  /// - Parameter isFirst: Whether nothing was shown before it.
  func show(isFirst: Bool) {
    var isFirst = isFirst
    for line in lines where line.check != SelfCheckHistory.automatic {
      if !isFirst { Output.line() }
      isFirst = false
      if !line.standsAlone { Output.heading(line.title) }
      Output.rows(line.paths.map { ($0.title, $0.words) })
    }
  }

  /// What a review shows: of each question the last answer as a bar, and the path that led to it.
  func showBars() {
    let isNarrow = Output.width < 60
    for line in lines {
      Output.line()
      if !line.standsAlone { Output.heading(line.title) }
      Output.rows(
        line.paths.map { path in
          (path.title, path.drawn(columns: isNarrow ? 7 : 14, most: isNarrow ? 8 : 26))
        }
      )
    }
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
  fileprivate func drawn(columns: Int, most: Int) -> String {
    guard let last = places.last else { return "" }
    let bar = "\(Bar.text(last.share, columns: columns)) \(last.number)"
    if places.count == 1 { return bar }
    return "\(bar) \(Bar.path(places.suffix(most).map(\.share)))"
  }
}

extension SelfCheckHistory.Place {
  /// Of the ten places of a line; what is counted may be more.
  fileprivate var share: Double { min(1, Double(number) / 10) }
}
