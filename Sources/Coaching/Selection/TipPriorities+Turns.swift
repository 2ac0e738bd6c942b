/// What has its turn: the circles and tips that waited longest, so that none comes too late.
extension TipPriorities {
  /// The circles that come too late unless it is now, the most pressing first.
  func pressingCircles(among eligible: [Int]) -> [Tip.Circle] {
    let isScarce =
      profile.offHours.count <= quotas.fewOffHours && profile.offHours.contains(day.weekday)
    let ages = Tip.Circle.allCases.compactMap { circle -> (circle: Tip.Circle, left: Int)? in
      let places = tips.indices.filter { tips[$0].circle == circle && profile.fits(tips[$0]) }
      guard eligible.contains(where: { tips[$0].circle == circle }) else { return nil }
      // What waits for off hours may have to wait a week more, and needs the few of them there are.
      let isOffHours = places.allSatisfy { tips[$0].kind == .offHours }
      if !isOffHours, isScarce { return nil }
      let spare = isOffHours ? quotas.offHoursSpareDays : quotas.circleSpareDays
      let all = tips.indices.filter { tips[$0].circle == circle }
      let last = all.compactMap { items[$0].lastTold }.max()
      let within = days(of: circle, told: last ?? firstDay, of: places.count)
      return all.map(age).min().map { (circle, within - spare - $0) }
    }
    let ranked = ages.sorted { $0.left < $1.left }
    return ranked.prefix(TipPriorities.pressing(ranked.map(\.left), step: 1)).map(\.circle)
  }

  /// Within how many days a circle comes up again: in a month at most, but for one of few tips.
  ///
  /// - Parameters:
  ///   - circle: The circle.
  ///   - last: When it came up last; when the coach came, where it never did.
  ///   - count: How many tips it has for the person.
  /// - Returns: So many days after it came up last.
  private func days(of circle: Tip.Circle, told last: CivilDate, of count: Int) -> Int {
    let draw = SeededDraw.unit("\(coach.seed ?? "")|\(circle.rawValue)|\(last)")
    let month = quotas.circleDays - Int(draw * quotas.circleSway)
    let round = quotas.circleRoundDays / max(1, count)
    return round > quotas.circleDays ? round - Int(draw * quotas.circleSway) : month
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
      .map { (place: $0, left: quotas.tipDays - quotas.spareDays - age($0)) }
      .sorted { ($0.left, $0.place) < ($1.left, $1.place) }
    return ranked.prefix(TipPriorities.pressing(ranked.map(\.left), step: step)).map(\.place)
      .sorted()
  }

  /// The extras that would not come within a year unless they come now.
  var pressingExtras: [Int] {
    pressingTips([.valueAdded], step: quotas.extraTurnDays / Double(max(1, profile.extrasPerWeek)))
  }

  var pressingOffHours: [Int] {
    let weekdays = Double(max(1, profile.offHours.count))
    return pressingTips([.offHours], step: quotas.offHoursTurnDays / weekdays)
  }

  /// Those of some places that would not come within a year unless they come now, where there are
  /// any, and of them the themes that are neglected.
  func neglected(_ places: [Int]) -> [Int] {
    let pressing = pressingTips([.regular], step: quotas.regularTurnDays)
    return ofNeglectedThemes(narrowed(places) { pressing.contains($0) })
  }

  /// Those that were never told; where all were, those whose year is nearly over.
  func neverOrLongAgo(_ places: [Int]) -> [Int] {
    let new = places.filter { items[$0].lastTold == nil }
    return new.isEmpty ? places.filter { age($0) > quotas.tipDays - quotas.lastDays } : new
  }

  /// Those of some places that were not told for long; all where there are none.
  func waitingLong(_ places: [Int]) -> [Int] {
    narrowed(places) { items[$0].lastTold == nil || age($0) > quotas.longDays }
  }

  /// Those of some places for which a condition holds; all where it holds for none.
  private func narrowed(_ places: [Int], _ holds: (Int) -> Bool) -> [Int] {
    let narrowed = places.filter(holds)
    return narrowed.isEmpty ? places : narrowed
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
    let half = Int((Double(ranked.count) * quotas.themeShare).rounded(.up))
    let kept = ranked.prefix(max(quotas.leastThemes, half)).map(\.name).sorted()
    return places.filter { kept.place(of: tips[$0].theme) != nil }
  }
}
