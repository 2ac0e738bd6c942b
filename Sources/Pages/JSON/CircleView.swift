import Application
package import Coaching

/// One circle as the reading commands give it.
struct CircleView: Encodable {
  var circle: String
  var title: String
  var offers: Int
  var welcomed: Int

  init(_ line: CircleMap.Line, _ phrases: Phrases) {
    circle = line.circle
    title = phrases.circle(line.circle)
    offers = line.offers
    welcomed = line.welcomed
  }
}

/// Whom offers were for, as JSON.
package struct CirclesView: Encodable {
  var first: String
  var last: String
  var circles: [CircleView]
  var unnamed: Int

  package init(_ map: CircleMap, _ phrases: Phrases, on days: ClosedRange<CivilDate>) {
    first = days.lowerBound.description
    last = days.upperBound.description
    circles = map.lines.map { CircleView($0, phrases) }
    unnamed = map.unnamed
  }
}
