package import Application
package import Coaching

/// The measures as JSON; a figure that is not known is absent, and what is missing stands there.
package struct MeasuresView: Encodable {
  var asOf: String
  var habits: [HabitView]
  var routines: [RoutineView]
  var sleep: SleepView?
  var checks: [SelfCheckView]

  package init(_ report: MeasuresReport) {
    asOf = report.last.description
    habits = report.measures.map(HabitView.init)
    routines = report.routines.map(RoutineView.init)
    sleep = report.sleep.map(SleepView.init)
    checks = report.checks.lines.map(SelfCheckView.init)
  }
}

/// What became of a routine.
struct RoutineView: Encodable {
  var routine: String
  var title: String
  var habits: [String]
  /// How often one of its habits was done, of how often one counted.
  var done: Int
  var parts: Int
  var share: Double?
  /// On how many days all of it was done, of those on which any of it counted.
  var whole: Int
  var days: Int
  var weeks: [WeekView]

  struct WeekView: Encodable {
    var first: String
    var whole: Int
    var days: Int
  }

  init(_ measure: RoutineMeasure) {
    (routine, title) = (measure.routine.id, measure.routine.title)
    habits = measure.routine.questions
    (done, parts, share) = (measure.done, measure.parts, measure.share)
    (whole, days) = (measure.whole, measure.days)
    weeks = measure.weeks.map { week in
      WeekView(first: week.first.description, whole: week.whole, days: week.days)
    }
  }
}

/// How much is missing for a figure.
struct LackView: Encodable {
  var days: Int?
  var nights: Int?
  var target: Bool?

  init(_ lack: MissingReason) {
    switch lack {
    case .days(let count): days = count
    case .nights(let count): nights = count
    case .target: target = true
    }
  }
}

struct HabitView: Encodable {
  var habit: String
  var title: String
  /// True where it is not asked any more.
  var former: Bool?
  var aim: String
  var since: String?
  var days: [String: Int]
  var strength: StrengthView?
  var comeback: ComebackView
  var run: RunView
  var weeks: [WeekView]
  /// Absent but of what takes numbers.
  var numbers: NumbersView?
  var missing: LackView?

  /// What was counted on all days, and in each week that has a number.
  struct NumbersView: Encodable {
    var unit: String?
    var total: NumberTotalView
    var weeks: [WeekNumbersView]
  }

  struct WeekNumbersView: Encodable {
    var first: String
    var total: NumberTotalView
  }

  struct StrengthView: Encodable {
    /// From 0 to 1, as computed.
    var score: Double
    /// Percent, to the next five: a single day is not to be read from it.
    var shown: Int
    /// The days that counted.
    var days: Int
    var halfLifeDays: Double
    var retention: Double
    var window: WindowView
  }

  struct WindowView: Encodable {
    var days: Int
    var sum: NumberView
    var goal: NumberView
  }

  struct ComebackView: Encodable {
    var returns: Int
    var chances: Int
    var rate: Double?
  }

  struct RunView: Encodable {
    var days: Int
    var open: Bool
  }

  struct WeekView: Encodable {
    var first: String
    /// The Monday in it.
    var monday: String
    var done: Int
    var counted: Int
    var rate: Double?
  }

  init(_ measure: HabitMeasure) {
    habit = measure.habit.question.id
    title = measure.habit.question.wording.title
    former = measure.habit.isFormer ? true : nil
    aim = measure.habit.aim.description
    since = measure.days.first?.day.description
    days = [:]
    for state in DayState.allCases { days[state.rawValue] = measure.days(state) }
    strength = measure.strength.map { strength in
      StrengthView(
        score: strength.score,
        shown: strength.shown,
        days: measure.days.count { $0.brought != .skipped },
        halfLifeDays: strength.halfLifeDays,
        retention: strength.retention,
        window: WindowView(
          days: strength.windowDays,
          sum: NumberView(strength.sum),
          goal: NumberView(strength.windowGoal)
        )
      )
    }
    let back = measure.comeback
    comeback = ComebackView(returns: back.returns, chances: back.chances, rate: back.rate)
    run = RunView(days: measure.run.days, open: measure.run.isOpen)
    weeks = measure.weeks.map { week in
      WeekView(
        first: week.first.description,
        monday: week.monday.description,
        done: week.tally.done,
        counted: week.tally.counted,
        rate: week.tally.rate
      )
    }
    missing = measure.lack.map(LackView.init)
    numbers = NumbersView(measure)
  }
}

extension HabitView.NumbersView {
  fileprivate init?(_ measure: HabitMeasure) {
    guard let first = measure.days.first?.day, let last = measure.days.last?.day,
      let total = measure.total(from: first, through: last)
    else { return nil }
    unit = measure.habit.question.unit
    self.total = NumberTotalView(total)
    weeks = measure.numberWeeks.map { week in
      HabitView.WeekNumbersView(first: week.first.description, total: NumberTotalView(week.total))
    }
  }
}

struct SleepView: Encodable {
  var lightsOut: EndView
  var getUp: EndView
  var regularity: RegularityView
  var jetlag: JetlagView
  var energy: EnergyView
  var length: LengthView
  var naps: NapsView
  var debt: DebtView

  struct LengthView: Encodable {
    var nights: Int?
    var told: Int?
    var asleepMinutes: Double?
    var inBedMinutes: Double?
    var middle: String?
    var middleDeviationMinutes: Double?
    var missing: LackView?
  }

  struct NapsView: Encodable {
    var naps: Int
    var days: Int
    var minutes: Double
  }

  struct DebtView: Encodable {
    var wishMinutes: Int?
    var days: Int?
    var minutes: Double?
    var missing: LackView?
  }

  struct EndView: Encodable {
    var nights: Int
    var mean: String?
    var deviationMinutes: Double?
    var lateMinutes: Double?
    var onTime: Int?
    var missing: [String: LackView]?

    init(_ end: SleepMeasure.End) {
      nights = end.nights
      mean = end.mean.value?.description
      deviationMinutes = end.deviationMinutes.value
      lateMinutes = end.lateMinutes.value
      onTime = end.lateMinutes.value.map { _ in end.onTime }
      var lacks: [String: LackView] = [:]
      lacks["mean"] = end.mean.lack.map(LackView.init)
      lacks["deviationMinutes"] = end.deviationMinutes.lack.map(LackView.init)
      lacks["lateMinutes"] = end.lateMinutes.lack.map(LackView.init)
      missing = lacks.isEmpty ? nil : lacks
    }
  }

  struct RegularityView: Encodable {
    var index: Double?
    var comparedHours: Double?
    var differentHours: Double?
    var provisional: Bool?
    var missing: LackView?
  }

  struct JetlagView: Encodable {
    var hours: Double?
    var work: String?
    var free: String?
    var workNights: Int?
    var freeNights: Int?
    var missing: LackView?
  }

  struct EnergyView: Encodable {
    var onTimeDays: Int
    var lateDays: Int
    var onTimeMean: Double?
    var lateMean: Double?
    var difference: Double?
    var low: Double?
    var high: Double?
    var missing: LackView?
  }

  init(_ sleep: SleepMeasure) {
    lightsOut = EndView(sleep.lightsOut)
    getUp = EndView(sleep.getUp)
    let regular = sleep.regularity.value
    regularity = RegularityView(
      index: regular?.index,
      comparedHours: regular.map { Double($0.comparedSeconds) / 3600 },
      differentHours: regular.map { Double($0.differentSeconds) / 3600 },
      provisional: regular.map { _ in sleep.isProvisional },
      missing: sleep.regularity.lack.map(LackView.init)
    )
    let late = sleep.jetlag.value
    jetlag = JetlagView(
      hours: late?.hours,
      work: late?.work.description,
      free: late?.free.description,
      workNights: late?.workNights,
      freeNights: late?.freeNights,
      missing: sleep.jetlag.lack.map(LackView.init)
    )
    let both = sleep.energy.value
    energy = EnergyView(
      onTimeDays: sleep.onTimeDays,
      lateDays: sleep.lateDays,
      onTimeMean: both?.onTimeMean,
      lateMean: both?.lateMean,
      difference: both?.comparison.difference,
      low: both?.comparison.interval.lowerBound,
      high: both?.comparison.interval.upperBound,
      missing: sleep.energy.lack.map(LackView.init)
    )
    length = LengthView(sleep.length)
    naps = NapsView(naps: sleep.naps.naps, days: sleep.naps.days, minutes: sleep.naps.minutes)
    debt = DebtView(sleep.debt)
  }
}

extension SleepView.DebtView {
  fileprivate init(_ figure: Figure<SleepDebt>) {
    self.init(
      wishMinutes: figure.value?.wishMinutes,
      days: figure.value?.days,
      minutes: figure.value?.minutes,
      missing: figure.lack.map(LackView.init)
    )
  }
}

extension SleepView.LengthView {
  fileprivate init(_ figure: Figure<NightLength>) {
    let length = figure.value
    self.init(
      nights: length?.nights,
      told: length?.told,
      asleepMinutes: length?.asleepMinutes,
      inBedMinutes: length?.inBedMinutes,
      middle: length?.middle?.description,
      middleDeviationMinutes: length?.middleDeviationMinutes,
      missing: figure.lack.map(LackView.init)
    )
  }
}

extension HabitStrength {
  /// The score as it is shown, in percent and to the next five: one day is not to be read from it.
  package var shown: Int { Int((score * 20).rounded()) * 5 }
}
