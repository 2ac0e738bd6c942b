/// Where the nights of the last four weeks lie; timing only, which a diary knows well.
public struct SleepMeasure: Equatable, Sendable {
  /// The times of one end of the night.
  public struct End: Equatable, Sendable {
    /// How many nights it is known of.
    public var nights: Int
    public var mean: Figure<CivilTime>
    public var deviationMinutes: Figure<Double>
    /// The mean of how late it was, in minutes; below 0 it was early.
    public var lateMinutes: Figure<Double>
    /// The nights that were no later than the person allows.
    public var onTime: Int
  }

  /// The middle of sleep on free days beside that on workdays, in hours.
  public struct Jetlag: Equatable, Sendable {
    public var hours: Double
    public var work: CivilTime
    public var free: CivilTime
    public var workNights: Int
    public var freeNights: Int
  }

  /// Energy on the days after nights on time beside the days after the others.
  public struct Energy: Equatable, Sendable {
    public var onTimeMean: Double
    public var lateMean: Double
    public var comparison: WelchTest
  }

  public var lightsOut: End
  public var getUp: End
  /// How much one day is like the next, from −100 to 100.
  public var regularity: Figure<SleepRegularityIndex>
  /// Whether there are too few nights for the regularity to have settled.
  public var isProvisional: Bool
  public var jetlag: Figure<Jetlag>
  /// The numbers of days in both groups, and the comparison where both are large enough.
  public var energy: Figure<Energy>
  public var onTimeDays: Int
  public var lateDays: Int

  /// How many nights are looked at.
  public static let windowNights = 28
  /// With fewer nights there is no mean and no deviation; the program's choice.
  public static let leastNights = 7
}

/// What the sleep measure is made of.
public struct Diary: Equatable, Sendable {
  /// The judged evenings, of which those within the window are taken.
  public var lightsOut: [HabitDay]
  /// The judged mornings.
  public var getUp: [HabitDay]
  /// The days with an energy.
  public var energy: [HabitDay]
  public var zone: Zone
  /// Whether the person is free on a civil day.
  public var freeWeekdays: [Weekday]
  /// The last civil day.
  public var last: CivilDate

  public init(
    lightsOut: [HabitDay],
    getUp: [HabitDay],
    energy: [HabitDay],
    zone: Zone,
    freeWeekdays: [Weekday],
    last: CivilDate
  ) {
    self.lightsOut = lightsOut
    self.getUp = getUp
    self.energy = energy
    self.zone = zone
    self.freeWeekdays = freeWeekdays
    self.last = last
  }

  /// A night of which both ends are known.
  private struct Night {
    var night: SleepRegularityIndex.Night
    var sleep: SocialJetlag.Sleep
  }

  public var measure: SleepMeasure {
    let first = last.adding(days: -SleepMeasure.windowNights)
    let evenings = lightsOut.filter { $0.day >= first && $0.day <= last }
    let mornings = getUp.filter { $0.day > first && $0.day <= last }
    let nights = nights(evenings, mornings)
    let (onTime, late) = energies
    return SleepMeasure(
      lightsOut: Diary.end(evenings),
      getUp: Diary.end(mornings),
      regularity: regularity(nights.map(\.night)),
      isProvisional: nights.count < SleepRegularityIndex.settledNights,
      jetlag: jetlag(nights),
      energy: Diary.compare(onTime, late),
      onTimeDays: onTime.count,
      lateDays: late.count
    )
  }

  private static func end(_ days: [HabitDay]) -> SleepMeasure.End {
    let times = days.compactMap(\.time)
    let late = days.compactMap(\.lateMinutes)
    let circular = CircularMean(times)
    let lack = MissingReason.nights(max(1, SleepMeasure.leastNights - times.count))
    let isEnough = times.count >= SleepMeasure.leastNights
    let isJudged = late.count >= SleepMeasure.leastNights
    let mean = late.reduce(0, +) / Double(max(1, late.count))
    let noTarget = late.isEmpty && isEnough
    let lateLack = noTarget ? MissingReason.target : .nights(SleepMeasure.leastNights - late.count)
    return SleepMeasure.End(
      nights: times.count,
      mean: Figure(isEnough ? circular.mean : nil, lack),
      deviationMinutes: Figure(isEnough ? circular.deviationHours.map { $0 * 60 } : nil, lack),
      lateMinutes: isJudged ? .known(mean) : .missing(lateLack),
      onTime: days.count { $0.lateMinutes != nil && $0.isOnTime }
    )
  }

  /// The nights of which both ends were written down.
  private func nights(_ evenings: [HabitDay], _ mornings: [HabitDay]) -> [Night] {
    evenings.compactMap { evening in
      let morning = evening.day.adding(days: 1)
      guard let down = evening.time,
        let up = mornings.first(where: { $0.day == morning })?.time,
        let night = SleepRegularityIndex.Night(
          day: evening.day,
          lightsOut: zone.instant(of: evening.day.evening(down)),
          getUp: zone.instant(of: CivilDateTime(date: morning, time: up))
        )
      else { return nil }
      let hours = [down, up].map { Double($0.secondOfDay) / 3600 }
      return Night(night: night, sleep: SocialJetlag.Sleep(onset: hours[0], end: hours[1]))
    }
  }

  private func regularity(_ nights: [SleepRegularityIndex.Night]) -> Figure<SleepRegularityIndex> {
    let regularity = SleepRegularityIndex(nights: nights, in: zone)
    let missing = SleepRegularityIndex.leastDays - regularity.comparedDays
    // A day lost to a clock change is hours, not a night.
    if missing <= 0.05 { return .known(regularity) }
    // Of n nights in a row, n − 1 days can be compared.
    return .missing(.nights(Int(missing.rounded(.up)) + (nights.isEmpty ? 1 : 0)))
  }

  /// Workdays and free days are told by the morning: it is the alarm that differs.
  private func jetlag(_ nights: [Night]) -> Figure<SleepMeasure.Jetlag> {
    let free = nights.filter { freeWeekdays.contains($0.night.day.adding(days: 1).weekday) }
    let work = nights.filter { !freeWeekdays.contains($0.night.day.adding(days: 1).weekday) }
    let missing =
      max(0, SocialJetlag.leastFreeNights - free.count)
      + max(0, SocialJetlag.leastWorkNights - work.count)
    guard missing == 0, let workSleep = Diary.mean(work), let freeSleep = Diary.mean(free) else {
      return .missing(.nights(max(1, missing)))
    }
    return .known(
      SleepMeasure.Jetlag(
        hours: SocialJetlag.jetlag(work: workSleep.middle, free: freeSleep.middle),
        work: CivilTime(hours: workSleep.middle),
        free: CivilTime(hours: freeSleep.middle),
        workNights: work.count,
        freeNights: free.count
      )
    )
  }

  private static func mean(_ nights: [Night]) -> SocialJetlag.Sleep? {
    let onset = CircularMean(hours: nights.map(\.sleep.onset)).meanHours
    let end = CircularMean(hours: nights.map(\.sleep.end)).meanHours
    guard let onset, let end else { return nil }
    return SocialJetlag.Sleep(onset: onset, end: end)
  }

  /// The energy of all days after an evening that was judged: after one on time, and after a late.
  public var energies: (onTime: [Double], late: [Double]) {
    var onTime: [Double] = []
    var late: [Double] = []
    var evenings = lightsOut[...]
    for day in energy {
      guard case .scale(let points)? = day.answer, day.day <= last else { continue }
      let evening = day.day.adding(days: -1)
      evenings = evenings.drop { $0.day < evening }
      guard let judged = evenings.first, judged.day == evening, judged.answer != nil else {
        continue
      }
      if judged.state == .done { onTime.append(Double(points)) }
      if judged.state == .missed { late.append(Double(points)) }
    }
    return (onTime, late)
  }

  private static func compare(_ onTime: [Double], _ late: [Double]) -> Figure<SleepMeasure.Energy> {
    let missing =
      max(0, WelchTest.leastCount - onTime.count) + max(0, WelchTest.leastCount - late.count)
    guard missing == 0, let comparison = WelchTest(onTime, late) else {
      return .missing(.days(max(1, missing)))
    }
    return .known(
      SleepMeasure.Energy(
        onTimeMean: onTime.reduce(0, +) / Double(onTime.count),
        lateMean: late.reduce(0, +) / Double(late.count),
        comparison: comparison
      )
    )
  }
}

extension Figure {
  fileprivate init(_ value: Value?, _ lack: MissingReason) {
    self = value.map(Figure.known) ?? .missing(lack)
  }
}

extension HabitDay {
  /// The time of day that was answered.
  fileprivate var time: CivilTime? {
    guard case .timeOfDay(let time)? = answer else { return nil }
    return time
  }

  /// Whether it was no later than the person meant to allow.
  fileprivate var isOnTime: Bool { answer.flatMap(aim.amount) == 1 }

  /// How late it was; nil without a target of that day.
  fileprivate var lateMinutes: Double? {
    guard let time, case .by(let target, _) = aim.target else { return nil }
    return Lateness(of: time, after: target).minutes
  }
}

extension CivilDate {
  /// A time of the evening of this date, which goes on after midnight until noon.
  fileprivate func evening(_ time: CivilTime) -> CivilDateTime {
    CivilDateTime(date: time.hour < 12 ? adding(days: 1) : self, time: time)
  }
}

extension CivilTime {
  fileprivate init(hours: Double) {
    self.init(secondOfDay: Int((hours * 60).rounded()) * 60)
  }
}
