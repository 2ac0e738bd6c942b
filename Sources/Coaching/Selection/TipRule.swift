/// A rule that may have the first word on a day: what it asks for, and which tips it offers then.
struct TipRule: Sendable {
  /// How the priorities that it asks for begin where they are written down.
  let name: String
  /// Whether what it asks for is about the person's limits: that may come whatever is left of
  /// them, and on any day.
  var isGuard = false
  /// What it asks for on a day on which some tips may come, the most pressing first; nothing where
  /// it does not apply.
  let asks: @Sendable (_ day: TipPriorities, _ eligible: [Int]) -> [TipPriority]
  /// Of the tips that answer it those that have their turn: all that waited long, unless it says
  /// otherwise.
  var turn: @Sendable (_ day: TipPriorities, _ meant: [Int]) -> [Int] = { $0.waitingLong($1) }

  /// The rules in their order: the first that has a tip to offer has the first word.
  static let inOrder: [TipRule] =
    guards + [
      followUps, obstacle, selfChecks, step, circles, offHours, extra, rotation,
    ]

  /// Those of them that are about the person's limits.
  static let guards = [muddledExtra, overGiving]

  /// The places of the tips that it offers for what it asks for.
  func candidates(
    for priority: TipPriority,
    on day: TipPriorities,
    among eligible: [Int]
  ) -> [Int] {
    turn(
      day,
      eligible.filter { place in
        let tip = day.tips[place]
        return day.isMeant(tip, by: priority) && day.mayCome(tip, for: priority)
      }
    )
  }
}

// MARK: - The rules

extension TipRule {
  /// An extra did not land well.
  static let muddledExtra = TipRule(
    name: "follow-up",
    isGuard: true,
    asks: { day, _ in day.isOwed(.muddled) ? [.followUp(.muddled)] : [] }
  )

  /// The person gives more than before, and fares worse.
  static let overGiving = TipRule(
    name: "over-giving",
    isGuard: true,
    asks: { day, _ in day.isOverGiving ? [.overGiving] : [] }
  )

  /// An answer of the last days asks for something to follow.
  static let followUps = TipRule(
    name: "follow-up",
    asks: { day, _ in
      FollowUp.allCases.filter { $0 != .muddled && day.isOwed($0) }.map(TipPriority.followUp)
    }
  )

  /// The obstacle that the person works on: a short series, every other day, and then the mix.
  static let obstacle = TipRule(
    name: "obstacle",
    asks: { day, _ in
      guard let obstacle = day.profile.obstacle, day.isObstacleDue(obstacle) else { return [] }
      return [.obstacle(obstacle)]
    }
  )

  /// What the last self-checks ask for.
  static let selfChecks = TipRule(name: "check", asks: { day, _ in day.dueLeads })

  /// The programme begins with its four steps; later it goes on from time to time.
  static let step = TipRule(
    name: "step",
    asks: { day, _ in day.dueStep.map { [.step($0)] } ?? [] }
  )

  /// The circles of people that come too late unless it is now.
  static let circles = TipRule(
    name: "circle",
    asks: { day, eligible in day.pressingCircles(among: eligible).map(TipPriority.circle) }
  )

  /// An off-hours tip that would not come within a year unless it came now.
  static let offHours = TipRule(
    name: "off-hours",
    asks: { _, _ in [.offHours] },
    turn: { day, meant in day.neverOrLongAgo(meant.filter(day.pressingOffHours.contains)) }
  )

  /// The same for the week's extra.
  static let extra = TipRule(
    name: "extra",
    asks: { _, _ in [.extra] },
    turn: { day, meant in day.neverOrLongAgo(meant.filter(day.pressingExtras.contains)) }
  )

  /// Nothing in particular: the themes in turn, and first what would not come within a year.
  static let rotation = TipRule(
    name: "rotation",
    asks: { _, _ in [.rotation] },
    turn: { day, meant in day.neglected(meant) }
  )
}
