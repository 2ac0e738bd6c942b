import Application
import Coaching
import Pages

/// Whom the offers were for: a circle for each circle of people; a blank one is an invitation.
struct CirclesPicture {
  let data: ReportData
  let words: ReportWords

  /// What the largest is wide, and the smallest, in units of its tile of 100.
  private static let (widest, least) = (92.0, 22.0)

  var picture: Picture {
    var picture = Picture(.circles, words.phrases("circles"))
    let map = data.circles
    if map.served.isEmpty { return picture }
    let most = Double(map.served.map(\.offers).max() ?? 1)
    picture.blocks = [
      .tiles(
        map.lines.map { line in
          Picture.Tile(
            label: words.phrases.circle(line.circle),
            figure: line.offers == 0 ? "" : "\(line.welcomed)/\(line.offers)",
            svg: Self.svg(Double(line.offers) / most),
            isBlank: line.offers == 0
          )
        }
      )
    ]
    picture.lead = [words("circles-lead")]
    if map.unnamed > 0 {
      picture.lead.append(words.phrases("circles-unnamed", ("count", String(map.unnamed))))
    }
    let blank = map.blank.map { words.phrases.circle($0.circle) }
    if !blank.isEmpty {
      let list = blank.joined(separator: words.phrases("list-comma"))
      picture.lead.append(words.phrases("circles-blank", ("list", list)))
    }
    picture.table = Picture.Table(
      head: [words("circle"), words("welcome"), words("offers-made")],
      rows: map.lines.map {
        [words.phrases.circle($0.circle), String($0.welcomed), String($0.offers)]
      }
    )
    return picture
  }

  /// A circle whose area is the share.
  private static func svg(_ share: Double) -> String {
    let width = share == 0 ? least : max(least, widest * share.squareRoot())
    let style = share == 0 ? "invitation" : "mark"
    let circle = "<circle class=\"\(style)\" cx=\"50\" cy=\"50\" r=\"\(Int(width / 2))\"/>"
    return "<svg viewBox=\"0 0 100 100\" aria-hidden=\"true\" focusable=\"false\">\(circle)</svg>"
  }
}
