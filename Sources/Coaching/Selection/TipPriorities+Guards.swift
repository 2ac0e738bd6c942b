/// What keeps the person from giving more than they have.
extension TipPriorities {
  /// Whether the person gives more than before and fares worse, and heard of it neither today nor
  /// on the day before: every other day at most, and then the mix again.
  var isOverGiving: Bool {
    toldCount(within: quotas.seriesRestDays) { isMeant($0, by: .overGiving) } == 0
      && coach.balance(before: day, for: context).isOverGiving
  }

  /// Whether the week's budget of extras is used up.
  var isUsedUp: Bool { coach.extraUse(through: day, of: profile.extraBudget).isUsedUp }

  /// Whether a tip belongs to a step that the person has come to.
  func isReached(_ tip: Tip) -> Bool {
    guard case .step(let step) = tip.part else { return true }
    return coach.isReached(step: step, for: profile)
  }

  /// Whether one light tip for off hours was told on this day.
  var hadOffHours: Bool {
    let told = coach.told.filter { $0.day == day }.map(\.tip)
    return tips.contains { $0.kind == .offHours && told.contains($0.id) }
  }
}
