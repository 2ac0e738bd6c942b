import Application
package import Coaching

extension CircleMap {
  package func page(_ phrases: Phrases, under heading: String) -> Page {
    var page = Page()
    page.heading(heading)
    let most = served.map(\.offers).max() ?? 0
    page.rows(
      served.map { line in
        Page.Row(
          phrases.circle(line.circle),
          .bar(Double(line.offers) / Double(most), beside: "\(line.welcomed)/\(line.offers)")
        )
      }
    )
    if unnamed > 0 {
      page.words(phrases("circles-unnamed", ("count", String(unnamed))), indent: 2)
    }
    let titles = blank.map { phrases.circle($0.circle) }.joined(separator: phrases("list-comma"))
    if !titles.isEmpty { page.words(phrases("circles-blank", ("list", titles)), indent: 2) }
    return page
  }
}
