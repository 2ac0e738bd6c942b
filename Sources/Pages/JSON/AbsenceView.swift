package import Coaching

/// Days away as the reading commands give them.
package struct AbsenceView: Encodable {
  var from: String
  var through: String

  package init(_ days: ClosedRange<CivilDate>) {
    from = days.lowerBound.description
    through = days.upperBound.description
  }
}
