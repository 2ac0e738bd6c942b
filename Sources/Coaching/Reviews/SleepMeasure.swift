/// Where the nights of the last four weeks lie, and how long they were by what the person said.
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
  /// How long the nights were.
  public var length: Figure<NightLength>
  public var naps: NapCount
  /// What is missing beside the person's own wish.
  public var debt: Figure<SleepDebt>

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
  /// The evenings with the stretches in which the person slept.
  public var told: [HabitDay] = []
  /// The days with their naps.
  public var napped: [HabitDay] = []
  /// Where the person's evenings lie.
  public var evenings: EveningCalendar
  /// How much sleep is wanted in a day, in minutes.
  public var wishMinutes: Int?

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
    evenings = EveningCalendar(dayStarts: CivilTime(secondOfDay: 0), lightsOut: nil)
  }

  public var measure: SleepMeasure {
    let first = last.adding(days: -SleepMeasure.windowNights)
    let lightsOut = lightsOut.filter { $0.day >= first && $0.day <= last }
    let mornings = getUp.filter { $0.day > first && $0.day <= last }
    let nights = self.nights(from: first)
    let (onTime, late) = energies
    return SleepMeasure(
      lightsOut: Diary.end(lightsOut),
      getUp: Diary.end(mornings),
      regularity: regularity(nights),
      isProvisional: nights.count < SleepRegularityIndex.settledNights,
      jetlag: jetlag(nights),
      energy: Diary.compare(onTime, late),
      onTimeDays: onTime.count,
      lateDays: late.count,
      length: Figure(
        NightLength(nights),
        .nights(max(1, SleepMeasure.leastNights - nights.count))
      ),
      naps: NapCount(napped.filter { $0.day > first && $0.day <= last }.compactMap(\.stretches)),
      debt: debt(nights)
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

  /// The nights of which it is known when they began and ended, from that of an evening on.
  public func nights(from first: CivilDate) -> [DiaryNight] {
    if first > last { return [] }
    let reader = NightReader(zone: zone, evenings: evenings)
    return (first.dayNumber...last.dayNumber).compactMap { number in
      let day = CivilDate(dayNumber: number)
      return reader.night(
        of: day,
        down: lightsOut.day(day)?.time,
        up: getUp.day(day.adding(days: 1))?.time,
        told: told.day(day)?.stretches
      )
    }
  }

  /// The naps of a civil day.
  public func naps(on day: CivilDate) -> [Stretch] { napped.day(day)?.stretches ?? [] }

  private func regularity(_ nights: [DiaryNight]) -> Figure<SleepRegularityIndex> {
    let cut = Diary.cut(between: nights)
    // A night tells of the day around its middle: of who sleeps by day, from evening to evening.
    let known = nights.map { night -> Range<Int64> in
      let middle = Instant(seconds: (night.inBed.lowerBound + night.inBed.upperBound) / 2)
      let begin = zone.instant(of: cut, through: middle)
      return begin.seconds..<zone.instant(of: cut, after: middle).seconds
    }
    let naps = napped.compactMap(\.stretches).flatMap { $0 }.map(\.range)
    let regularity = SleepRegularityIndex(
      asleep: TimeRanges(nights.flatMap(\.asleep) + naps),
      known: TimeRanges(known)
    )
    let missing = SleepRegularityIndex.leastDays - regularity.comparedDays
    // A day lost to a clock change is hours, not a night.
    if missing <= 0.05 { return .known(regularity) }
    // Of n nights in a row, n − 1 days can be compared.
    return .missing(.nights(Int(missing.rounded(.up)) + (nights.isEmpty ? 1 : 0)))
  }

  /// Where one night is parted from the next: noon, but for who sleeps around it.
  private static func cut(between nights: [DiaryNight]) -> CivilTime {
    let noon = CivilTime(secondOfDay: CivilTime.secondsInDay / 2)
    guard let middle = CircularMean(hours: nights.map(\.middle)).meanHours,
      abs(Clock24.difference(middle - 12)) < 6
    else { return noon }
    let hour = Int(Clock24.hours(middle + 12).rounded()) % 24
    return CivilTime(secondOfDay: hour * 3600)
  }

  private func debt(_ nights: [DiaryNight]) -> Figure<SleepDebt> {
    guard let wishMinutes else { return .missing(.target) }
    let first = last.adding(days: -SleepDebt.windowDays)
    let slept = nights.filter { $0.day >= first && $0.day < last }.map { night in
      night.asleepSeconds + naps(on: night.day.adding(days: 1)).seconds
    }
    return Figure(SleepDebt(wish: wishMinutes, slept: slept), .nights(1))
  }

  /// Workdays and free days are told by the morning: it is the alarm that differs.
  private func jetlag(_ nights: [DiaryNight]) -> Figure<SleepMeasure.Jetlag> {
    let free = nights.filter { freeWeekdays.contains($0.day.adding(days: 1).weekday) }
    let work = nights.filter { !freeWeekdays.contains($0.day.adding(days: 1).weekday) }
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

  private static func mean(_ nights: [DiaryNight]) -> SocialJetlag.Sleep? {
    let onset = CircularMean(hours: nights.map(\.onset)).meanHours
    let end = CircularMean(hours: nights.map(\.end)).meanHours
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
  /// Whether it was no later than the person meant to allow.
  fileprivate var isOnTime: Bool { answer.flatMap(aim.amount) == 1 }

  /// How late it was; nil without a target of that day.
  fileprivate var lateMinutes: Double? {
    guard let time, case .by(let target, _) = aim.target else { return nil }
    return Lateness(of: time, after: target).minutes
  }
}
