import Application
import Coaching

extension CircleMap {
  func show(_ phrases: Phrases, under heading: String) {
    Output.heading(heading)
    let most = served.map(\.offers).max() ?? 0
    let columns = Output.width < 60 ? 7 : 14
    Output.rows(
      served.map { line in
        let bar = Bar.text(Double(line.offers) / Double(most), columns: columns)
        return (phrases.circle(line.circle), "\(bar) \(line.welcomed)/\(line.offers)")
      }
    )
    if unnamed > 0 {
      Output.wrapped(phrases("circles-unnamed", ("count", String(unnamed))), indent: 2)
    }
    let titles = blank.map { phrases.circle($0.circle) }.joined(separator: phrases("list-comma"))
    if !titles.isEmpty { Output.wrapped(phrases("circles-blank", ("list", titles)), indent: 2) }
  }
}
