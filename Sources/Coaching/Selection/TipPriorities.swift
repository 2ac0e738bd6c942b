/// Which tips may come on a day, and what has the first word among them.
///
/// Every number here is the program's choice; the documents name none.
struct TipPriorities {
  /// Within how many days each circle comes up, and each tip.
  static let circleDays = 30
  static let tipDays = 365
  /// How many days to spare before a year is over: somebody else may have the first word.
  static let spareDays = 10
  /// How many days an answer asks for something to follow.
  static let followUpDays = 3
  /// How many days only what anybody can do on any day is asked.
  static let gentleDays = 14

  let coach: Coach
  let profile: Profile
  let outlook: PlanningContext
  /// Whether something promised is overdue.
  let isBehind: Bool
  let day: CivilDate
  /// When the coach came to this person.
  let firstDay: CivilDate
  /// All tips and what is known of them, in the order of their identifiers.
  let tips: [Tip]
  let items: [Selector.Item]
  let leads: [SelfCheckFocus]

  init(_ coach: Coach, on day: CivilDate, for outlook: PlanningContext) {
    self.coach = coach
    self.day = day
    profile = outlook.profile
    self.outlook = outlook
    isBehind = coach.isBehind(on: day, for: outlook)
    leads = coach.leads(on: day, from: outlook.teaching)
    firstDay = min(day, coach.since.map { outlook.calendar.day(at: $0) } ?? day)
    tips = outlook.teaching.tips.sorted { $0.id < $1.id }
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
    let isGentle = day.dayNumber - firstDay.dayNumber < TipPriorities.gentleDays
    let level = isGentle ? 1 : profile.level
    let extras = permitsExtras
    let guards = guards
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
    let rest = min(Selector.Constants().coolDownDays, fitting.count / 2)
    let rested = fitting.filter { items[$0].lastTold == nil || age($0) >= rest }
    return rested.isEmpty ? fitting : rested
  }

  /// Basics first: an extra waits for the first round of the programme, for better days, for what
  /// is overdue, and for its budget.
  private var permitsExtras: Bool {
    let isDue = toldCount(within: 6) { $0.kind == .valueAdded } < profile.extrasPerWeek
    return isDue && missingStep == nil && !isHardTime && !isUsedUp && !isBehind
  }

  /// Whether energy was low, or what was asked stayed undone, in the last days.
  private var isHardTime: Bool {
    standingAnswers.contains { given in
      switch given.answered.answer {
      case .scale(let points): given.answered.question == "energy" && points <= 3
      case .yesNo(let isDone): given.answered.question == "tip-done" && !isDone
      default: false
      }
    }
  }

  /// The answers of the last days, without those that were replaced.
  var standingAnswers: [Coach.Given] {
    let first = day.adding(days: -TipPriorities.followUpDays)
    return coach.answers.filter { given in
      given.day >= first && given.day <= day
        && coach.answer(to: given.answered.question, on: given.day) == given
    }
  }
}

// MARK: - Who has the first word

extension TipPriorities {
  /// The first step of the programme that was never told.
  private var missingStep: Int? {
    let told = items.indices.filter { items[$0].lastTold != nil }.map { tips[$0].part }
    let steps = tips.filter { profile.fits($0) && isReached($0) && !coach.muted.contains($0.id) }
      .map(\.part)
    return (1...4).first { steps.contains(.step($0)) && !told.contains(.step($0)) }
  }

  /// The claims of today, the first one first.
  func claims(among eligible: [Int]) -> [TipPriority] {
    let owed = FollowUp.allCases.filter { $0 != .muddled && isOwed($0) }
    var claims = guards + owed.map(TipPriority.followUp)
    if let obstacle = profile.obstacle, isObstacleDue(obstacle) {
      claims.append(.obstacle(obstacle))
    }
    claims += dueLeads
    if let step = dueStep { claims.append(.step(step)) }
    claims += pressingCircles(among: eligible).map(TipPriority.circle)
    return claims + [.offHours, .extra, .rotation]
  }

  /// A short series, every other day, and then the mix again.
  private func isObstacleDue(_ obstacle: Int) -> Bool {
    let isMeant = { (tip: Tip) in tip.part == .obstacle(obstacle) }
    return toldCount(within: 1, isMeant) == 0 && toldCount(within: 20, isMeant) < 5
  }

  /// The programme begins with its four steps; later it goes on from time to time.
  private var dueStep: Int? {
    if let missingStep { return missingStep }
    let steps = items.indices.filter { place in
      if case .step = tips[place].part {
        profile.fits(tips[place]) && isReached(tips[place])
      } else {
        false
      }
    }
    let isNew = steps.contains { items[$0].lastTold == nil }
    guard let last = steps.max(by: { lastTold($0) < lastTold($1) }),
      day.dayNumber - lastTold(last) > (isNew ? 7 : 45), case .step(let step) = tips[last].part
    else { return nil }
    // Where some step still has what is new, the next of these.
    let order = (0..<4).map { (step + $0) % 4 + 1 }
    let fresh = order.first { next in
      steps.contains {
        tips[$0].part == .step(next) && items[$0].lastTold == nil
      }
    }
    return fresh ?? order[0]
  }

  private func lastTold(_ place: Int) -> Int { items[place].lastTold?.dayNumber ?? -1_000_000 }

  /// The circles that come too late unless it is now, the most pressing first.
  private func pressingCircles(among eligible: [Int]) -> [Tip.Circle] {
    let isScarce = profile.offHours.count <= 3 && profile.offHours.contains(day.weekday)
    let ages = Tip.Circle.allCases.compactMap { circle -> (circle: Tip.Circle, left: Int)? in
      let places = tips.indices.filter { tips[$0].circle == circle && profile.fits(tips[$0]) }
      guard eligible.contains(where: { tips[$0].circle == circle }) else { return nil }
      // What waits for off hours may have to wait a week more, and needs the few of them there are.
      let isOffHours = places.allSatisfy { tips[$0].kind == .offHours }
      if !isOffHours, isScarce { return nil }
      let spare = isOffHours ? 9 : 3
      let told = tips.indices.filter { tips[$0].circle == circle }.map(age).min()
      return told.map { (circle, TipPriorities.circleDays - spare - $0) }
    }
    let ranked = ages.sorted { $0.left < $1.left }
    return ranked.prefix(TipPriorities.pressing(ranked.map(\.left), step: 1)).map(\.circle)
  }

  /// How many of some things have to be looked after first, so that none comes too late.
  ///
  /// - Parameters:
  ///   - left: The days left for each, the fewest first.
  ///   - step: In how many days one of them gets its turn.
  /// - Returns: As many from the first on as have just time enough, with all that have as much.
  private static func pressing(_ left: [Int], step: Double) -> Int {
    let short = left.indices.first { Double(left[$0]) <= step * Double($0 + 1) }
    return short.map { place in left.lastIndex { $0 == left[place] }.map { $0 + 1 } ?? 0 } ?? 0
  }

  /// The tips of some kinds that would not come within a year unless they come now.
  ///
  /// - Parameters:
  ///   - kinds: The kinds.
  ///   - step: In how many days one of them gets its turn.
  /// - Returns: Their places, in order.
  private func pressingTips(_ kinds: [Tip.Kind], step: Double) -> [Int] {
    let ranked = items.indices.filter { kinds.contains(tips[$0].kind) && profile.fits(tips[$0]) }
      .map { (place: $0, left: TipPriorities.tipDays - TipPriorities.spareDays - age($0)) }
      .sorted { ($0.left, $0.place) < ($1.left, $1.place) }
    return ranked.prefix(TipPriorities.pressing(ranked.map(\.left), step: step)).map(\.place)
      .sorted()
  }

  /// The extras that would not come within a year unless they come now.
  private var pressingExtras: [Int] {
    pressingTips([.valueAdded], step: 12 / Double(max(1, profile.extrasPerWeek)))
  }

  private var pressingOffHours: [Int] {
    pressingTips([.offHours], step: 44 / Double(max(1, profile.offHours.count)))
  }

  /// The tips that a claim means, narrowed to those that have waited long.
  func heard(_ claim: TipPriority, among eligible: [Int]) -> [Int] {
    let meant = eligible.filter { isMeant(tips[$0], by: claim) }
    switch claim {
    case .extra: return longest(meant.filter(pressingExtras.contains))
    case .offHours: return longest(meant.filter(pressingOffHours.contains))
    case .rotation, .another:
      let pressing = pressingTips([.regular], step: 2)
      return ofNeglectedThemes(narrowed(meant) { pressing.contains($0) })
    case .followUp, .overGiving, .obstacle, .check, .step, .circle:
      return narrowed(meant, hasWaited)
    }
  }

  /// Those that were never told; where all were, those whose year is nearly over.
  private func longest(_ places: [Int]) -> [Int] {
    let new = places.filter { items[$0].lastTold == nil }
    return new.isEmpty ? places.filter { age($0) > TipPriorities.tipDays - 45 } : new
  }

  /// Whether a tip was not told for half a year.
  private func hasWaited(_ place: Int) -> Bool {
    items[place].lastTold == nil || age(place) > TipPriorities.tipDays / 2
  }

  /// Those of some places for which a condition holds; all where it holds for none.
  private func narrowed(_ places: [Int], _ holds: (Int) -> Bool) -> [Int] {
    let narrowed = places.filter(holds)
    return narrowed.isEmpty ? places : narrowed
  }

  func isMeant(_ tip: Tip, by claim: TipPriority) -> Bool {
    switch claim {
    case .followUp(let followUp): followUp.means(tip)
    case .overGiving: tip.rows.contains(where: TipPriorities.ofLimits.contains)
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

  /// The tips of the themes that have waited longest for their size: the half of them.
  private func ofNeglectedThemes(_ places: [Int]) -> [Int] {
    let names = places.map { tips[$0].theme }.sorted().withoutRepeats
    var themes = names.map { (name: $0, count: 0, age: Int.max) }
    for place in items.indices {
      guard let theme = names.place(of: tips[place].theme) else { continue }
      themes[theme].count += 1
      themes[theme].age = min(themes[theme].age, age(place))
    }
    let ranked = themes.sorted { ($0.age * $0.count, $1.name) > ($1.age * $1.count, $0.name) }
    let kept = ranked.prefix(max(3, (ranked.count + 1) / 2)).map(\.name).sorted()
    return places.filter { kept.place(of: tips[$0].theme) != nil }
  }
}
