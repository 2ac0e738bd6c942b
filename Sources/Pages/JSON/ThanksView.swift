package import Coaching

/// The thanks of some days as JSON.
package struct ThanksView: Encodable {
  var first: String
  var last: String
  var given: Int
  var received: Int

  package init(_ returns: Reciprocity, on days: ClosedRange<CivilDate>) {
    first = days.lowerBound.description
    last = days.upperBound.description
    given = returns.given
    received = returns.received
  }
}
