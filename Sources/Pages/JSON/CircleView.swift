import Application
package import Coaching

/// One circle as the reading commands give it.
package struct CircleView: Encodable {
  var circle: String
  var title: String
  var offers: Int
  var welcomed: Int

  package init(_ line: CircleMap.Line, _ phrases: Phrases) {
    circle = line.circle
    title = phrases.circle(line.circle)
    offers = line.offers
    welcomed = line.welcomed
  }
}
