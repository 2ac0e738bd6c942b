extension ScheduleWarning {
  /// A time of the person's own that does not fit when their day starts.
  public struct Misfit: Equatable, Sendable, CustomStringConvertible {
    public enum Own: String, Sendable {
      case lightsOut = "lights-out"
      case getUp = "get-up"
    }

    public var own: Own
    public var time: CivilTime
    public var dayStarts: CivilTime
    /// When the day would better start.
    public var proposed: CivilTime
    /// Whether all of the person's nights fit then; who works some nights has no such hour.
    public var fitsAll: Bool

    public var description: String {
      let place = own == .lightsOut ? "beginning" : "end"
      return "\(own.rawValue) \(time) comes at the \(place) of your day, which starts at "
        + "\(dayStarts); set “day-starts” to \(proposed)"
        + (fitsAll ? "" : ", which fits most of your nights")
    }
  }
}

/// A person's night as they mean it, against when their day starts.
private struct MeantNight {
  var lightsOut: CivilTime?
  var getUp: CivilTime?

  /// How long after lights-out a day may start where no get-up is named: half a day.
  private static let longest = 12 * 3600
  /// How long after lights-out, or before get-up, it best does; the program's choice.
  private static let away = 3 * 3600

  /// Whether a day that starts then begins in the night or with its end.
  func fits(_ start: CivilTime) -> Bool {
    guard let lightsOut else {
      return getUp.map { start.seconds(until: $0) <= MeantNight.longest } ?? true
    }
    let length = getUp.map { lightsOut.seconds(until: $0) } ?? MeantNight.longest
    let after = lightsOut.seconds(until: start)
    return after > 0 && after <= length
  }

  /// The best start as far as this night goes, on the hour where that is still in it.
  var best: CivilTime {
    let wanted =
      lightsOut?.adding(seconds: MeantNight.away) ?? getUp?.adding(seconds: -MeantNight.away)
      ?? CivilTime(secondOfDay: 0)
    let hour = wanted.adding(seconds: -(wanted.secondOfDay % 3600))
    if fits(hour) { return hour }
    return fits(wanted) ? wanted : getUp ?? wanted
  }

  /// What of it is said not to fit.
  func misfit(_ start: CivilTime) -> (ScheduleWarning.Misfit.Own, CivilTime)? {
    guard let lightsOut else { return getUp.map { (.getUp, $0) } }
    guard let getUp, start.seconds(until: lightsOut) > MeantNight.longest else {
      return (.lightsOut, lightsOut)
    }
    return (.getUp, getUp)
  }
}

extension CivilTime {
  /// Seconds by the clock until another time comes, below a day.
  fileprivate func seconds(until later: CivilTime) -> Int {
    (later.secondOfDay - secondOfDay + CivilTime.secondsInDay) % CivilTime.secondsInDay
  }
}

extension PlanningContext {
  /// What of the person's own times does not fit when their day starts: at most one thing, as one
  /// change mends it.
  var nightAdvice: [ScheduleWarning] {
    let nights = Weekday.allCases.map { evening in
      MeantNight(
        lightsOut: profile.lightsOut?.time(on: evening),
        getUp: profile.getUp?.time(on: evening.adding(days: 1))
      )
    }
    let start = schedule.dayStarts
    guard let bad = nights.first(where: { !$0.fits(start) }), let what = bad.misfit(start) else {
      return []
    }
    // One hour for all of their nights, if there is one. Whoever works some nights and sleeps in
    // others may have none: then the one for most of them, and no word where nothing is better.
    let hours = (0..<24).map { bad.best.adding(seconds: $0 * 3600) }
    let fitting = { (start: CivilTime) in nights.count { $0.fits(start) } }
    guard let most = hours.map(fitting).max(), most > fitting(start),
      let proposed = hours.first(where: { fitting($0) == most })
    else { return [] }
    let misfit = ScheduleWarning.Misfit(
      own: what.0,
      time: what.1,
      dayStarts: start,
      proposed: proposed,
      fitsAll: most == nights.count
    )
    return [.dayStartsWrong(misfit)]
  }
}
