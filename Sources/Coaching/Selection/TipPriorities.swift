/// A day's tips with all that the rules ask about them: who may come, and how long each waited.
struct TipPriorities {
  let coach: Coach
  let profile: Profile
  let context: PlanningContext
  /// Whether something promised is overdue.
  let isBehind: Bool
  let day: CivilDate
  let quotas = Quotas()
  /// When the coach came to this person.
  let firstDay: CivilDate
  /// All tips and what is known of them, in the order of their identifiers.
  let tips: [Tip]
  let items: [Selector.Item]
  let leads: [SelfCheckFocus]

  init(_ coach: Coach, on day: CivilDate, for context: PlanningContext) {
    self.coach = coach
    self.day = day
    profile = context.profile
    self.context = context
    isBehind = coach.isBehind(on: day, for: context)
    leads = coach.leads(on: day, from: context.teaching)
    firstDay = min(day, coach.since.map { context.calendar.day(at: $0) } ?? day)
    tips = context.teaching.tips.sorted { $0.id < $1.id }
    let told = coach.told.sorted { ($0.tip, $0.day) < ($1.tip, $1.day) }
    items = tips.map { tip in
      let next = told.partition { $0.tip > tip.id }
      let last = next > 0 && told[next - 1].tip == tip.id ? told[next - 1].day : nil
      return Selector.Item(tip: tip.id, theme: tip.theme, lastTold: last)
    }
  }

  /// The days since a tip was told; since the coach came where it never was.
  func age(_ place: Int) -> Int {
    day.dayNumber - (items[place].lastTold ?? firstDay).dayNumber
  }

  /// How many of some tips were told in the days before this one.
  func toldCount(within days: Int, _ isMeant: (Tip) -> Bool) -> Int {
    items.indices.filter { place in
      items[place].lastTold.map { day.dayNumber - $0.dayNumber <= days } == true
        && isMeant(tips[place])
    }.count
  }

  // MARK: - Who may come

  /// The places of the tips that may come today, in order.
  var eligible: [Int] {
    let isGentle = day.dayNumber - firstDay.dayNumber < quotas.gentleDays
    let level = isGentle ? 1 : profile.level
    let extras = permitsExtras
    let guards = TipRule.guards.flatMap { $0.asks(self, []) }
    let isOffHours = profile.offHours.contains(day.weekday)
    let fitting = tips.indices.filter { place in
      let tip = tips[place]
      let isPermitted =
        switch tip.kind {
        case .regular: true
        case .valueAdded: extras
        case .offHours: isOffHours
        }
      // What a guard asks for is about the limit, whatever is left of it, and on any day.
      let isAsked = guards.contains { isMeant(tip, by: $0) }
      return (isPermitted && tip.level <= level || isAsked) && isReached(tip) && profile.fits(tip)
        && !coach.muted.contains(tip.id)
    }
    return Selector().rested(fitting, of: items, today: day)
  }

  /// Basics first: an extra waits for the first round of the programme, for better days, for what
  /// is overdue, and for its budget.
  private var permitsExtras: Bool {
    let isDue =
      toldCount(within: quotas.extraWeekDays - 1) { $0.kind == .valueAdded }
      < profile.extrasPerWeek
    return isDue && missingStep == nil && !isHardTime && !isUsedUp && !isBehind
  }

  /// Whether energy was low, or what was asked stayed undone, in the last days.
  private var isHardTime: Bool {
    standingAnswers.contains { given in
      isLowEnergy(given) || isTipUndone(given)
    }
  }

  func isLowEnergy(_ given: Coach.Given) -> Bool {
    given.answered.question == Habit.energy && given.answered.answer.isLow
  }

  private func isTipUndone(_ given: Coach.Given) -> Bool {
    given.answered.answer == .yesNo(false)
      && context.teaching.question(given.answered.question)?.about == .tip
  }

  /// The answers of the last days, without those that were replaced.
  var standingAnswers: [Coach.Given] {
    let first = day.adding(days: -quotas.followUpDays)
    return coach.answers.filter { given in
      given.day >= first && given.day <= day
        && coach.answer(to: given.answered.question, on: given.day) == given
    }
  }
}

extension TipPriorities {
  /// Whether a tip answers what a rule asks for.
  func isMeant(_ tip: Tip, by priority: TipPriority) -> Bool {
    switch priority {
    case .followUp(let followUp): followUp.means(tip)
    case .overGiving: tip.guards == .limits
    case .obstacle(let number): tip.part == .obstacle(number)
    case .check(let question, _):
      leads.contains { $0.question.id == question && $0.means(tip) }
    case .step(let number): tip.part == .step(number)
    case .circle(let circle): tip.circle == circle
    case .extra: tip.kind == .valueAdded
    case .offHours: tip.kind == .offHours
    case .rotation, .another: true
    }
  }
}
