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
  let recent: RecentAnswers

  init(_ coach: Coach, on day: CivilDate, for context: PlanningContext) {
    self.coach = coach
    self.day = day
    profile = context.profile
    self.context = context
    isBehind = coach.isBehind(on: day, for: context)
    leads = coach.leads(on: day, from: context.teaching)
    recent = RecentAnswers(coach: coach, context: context, day: day)
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
    let fitting = tips.indices.filter { place in
      let tip = tips[place]
      guard hasItsDay(tip), isReached(tip), profile.fits(tip), !coach.muted.contains(tip.id),
        !isDoneWith(place)
      else { return false }
      let isPermitted = (extras || tip.kind != .valueAdded) && tip.level <= level
      // What a guard asks for is about the limit, whatever is left of it.
      return isPermitted || guards.contains { isMeant(tip, by: $0) }
    }
    return apart(rested(fitting))
  }

  /// Whether a tip has its place on this day: free days have none for the job, and others none for
  /// off hours.
  func hasItsDay(_ tip: Tip) -> Bool {
    profile.offHours.contains(day.weekday) ? tip.place != .work : tip.kind != .offHours
  }

  /// Whether it is an act that one does once, and it was told already.
  private func isDoneWith(_ place: Int) -> Bool {
    guard let once = tips[place].once, items[place].lastTold != nil else { return false }
    return once == .ever || age(place) < quotas.yearDays
  }

  /// Those that were not told for long; the fewer there are, the shorter that is.
  private func rested(_ places: [Int]) -> [Int] {
    let rest = min(quotas.repeatDays, Int(Double(places.count) * quotas.restingShare))
    let rested = places.filter { items[$0].lastTold == nil || age($0) >= rest }
    return rested.isEmpty ? places : rested
  }

  /// Those that have no idea in common with what was told lately; all where each has.
  private func apart(_ places: [Int]) -> [Int] {
    let fresh = items.indices.filter { items[$0].lastTold != nil && age($0) < quotas.likeDays }
      .flatMap { tips[$0].ideas }
    let apart = places.filter { !tips[$0].ideas.contains(where: fresh.contains) }
    return apart.isEmpty ? places : apart
  }

  /// How many mornings of the last days what came was called for by something of some kinds.
  func calledCount(_ isMeant: (TipPriority) -> Bool) -> Int {
    let days = day.adding(days: 1 - quotas.callDays)..<day
    return coach.choices.filter { choice in
      choice.chosen.slot == TipDecision.tipSlot && days.contains(choice.day)
        && isMeant(choice.chosen.claim)
    }.count
  }

  /// Whether what answers, series and circles call for had its share of the last mornings.
  var hadEnoughCalls: Bool { calledCount(\.isCall) >= quotas.calls }

  /// Whether a tip of an obstacle is the person's own: they named it, or it stood highest.
  private func isOwn(_ obstacle: Int, _ tip: Tip) -> Bool {
    profile.obstacle == obstacle
      || leads.contains { $0.side == .highest && $0.means(tip) }
  }

  /// Whether a tip may come where something asks for it: an obstacle's are for whom it is one,
  /// and for what an answer asks for.
  func mayCome(_ tip: Tip, for priority: TipPriority) -> Bool {
    guard case .obstacle(let number) = tip.part else { return true }
    switch priority {
    case .followUp, .obstacle, .check, .arc: return true
    case .overGiving, .step, .circle, .extra, .offHours, .rotation, .another:
      return isOwn(number, tip)
    }
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
    recent.standing.contains { recent.isLowEnergy($0) || recent.isTipUndone($0) }
  }
}

extension TipPriorities {
  /// Whether a tip answers what a rule asks for.
  func isMeant(_ tip: Tip, by priority: TipPriority) -> Bool {
    switch priority {
    case .followUp(let followUp): tip.follows.contains(followUp)
    case .overGiving: tip.guards == .limits
    case .obstacle(let number): tip.part == .obstacle(number)
    case .check(let question, _):
      leads.contains { $0.question.id == question && $0.means(tip) }
    case .step(let number): tip.part == .step(number)
    case .circle(let circle): tip.circle == circle
    case .extra: tip.kind == .valueAdded
    case .offHours: tip.kind == .offHours
    case .arc(let arc): tip.arc == arc
    case .rotation, .another: true
    }
  }
}
