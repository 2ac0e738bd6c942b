/// What the programme asks for: its four steps, and the obstacle that the person works on.
extension TipPriorities {
  /// The first step of the programme that was never told.
  var missingStep: Int? {
    let told = items.indices.filter { items[$0].lastTold != nil }.map { tips[$0].part }
    let steps = tips.filter { profile.fits($0) && isReached($0) && !coach.muted.contains($0.id) }
      .map(\.part)
    return (1...4).first { steps.contains(.step($0)) && !told.contains(.step($0)) }
  }

  /// A short series, every other day, and then the mix again.
  func isObstacleDue(_ obstacle: Int) -> Bool {
    let isMeant = { (tip: Tip) in tip.part == .obstacle(obstacle) }
    return toldCount(within: quotas.seriesRestDays, isMeant) == 0
      && toldCount(within: quotas.obstacleDays, isMeant) < quotas.obstacleTips
  }

  /// The programme begins with its four steps; later it goes on from time to time.
  var dueStep: Int? {
    if let missingStep { return missingStep }
    let steps = items.indices.filter { place in
      if case .step = tips[place].part {
        profile.fits(tips[place]) && isReached(tips[place])
      } else {
        false
      }
    }
    let isNew = steps.contains { items[$0].lastTold == nil }
    let rest = isNew ? quotas.newStepDays : quotas.oldStepDays
    guard let last = steps.max(by: { lastTold($0) < lastTold($1) }),
      day.dayNumber - lastTold(last) > rest, case .step(let step) = tips[last].part
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
}
