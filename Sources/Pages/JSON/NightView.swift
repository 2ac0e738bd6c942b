package import Application
package import Coaching

/// A night, and the naps of the day after it, as JSON.
package struct NightView: Encodable {
  var day: String
  var inBed: StretchView
  var asleep: [StretchView]
  /// Whether the person said in which stretches they slept.
  var told: Bool
  var minutes: Double
  var inBedMinutes: Double
  var naps: [StretchView]

  struct StretchView: Encodable {
    var from: String
    var until: String

    init(_ range: Range<Int64>, _ zone: Zone) {
      from = zone.timestamp(Instant(seconds: range.lowerBound))
      until = zone.timestamp(Instant(seconds: range.upperBound))
    }

    init(_ stretch: Stretch) {
      (from, until) = (stretch.from.description, stretch.until.description)
    }
  }

  package init(_ shown: ShownNight, _ zone: Zone) {
    let night = shown.night
    day = night.day.description
    inBed = StretchView(night.inBed, zone)
    asleep = night.asleep.map { StretchView($0, zone) }
    told = night.isTold
    minutes = Double(night.asleepSeconds) / 60
    inBedMinutes = Double(night.inBedSeconds) / 60
    naps = shown.naps.map { StretchView($0) }
  }
}
