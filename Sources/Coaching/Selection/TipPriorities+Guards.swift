/// What keeps the person from giving more than they have.
extension TipPriorities {
  /// The rows on limits, on being served and on rest.
  static let ofLimits = ["E23", "E72", "E74", "Z74"]

  /// What the guards ask for; it comes before all else.
  var guards: [TipPriority] {
    var guards = isOwed(.muddled) ? [TipPriority.followUp(.muddled)] : []
    // Every other day at most, and then the mix again.
    let isRecent = toldCount(within: 1) { isMeant($0, by: .overGiving) } > 0
    if !isRecent, coach.balance(before: day, for: outlook).isOverGiving {
      guards.append(.overGiving)
    }
    return guards
  }

  /// Whether the week's budget of extras is used up.
  var isUsedUp: Bool { coach.extraUse(through: day, of: profile.extraBudget).isUsedUp }

  /// Whether a tip belongs to a step that the person has come to.
  func isReached(_ tip: Tip) -> Bool {
    guard case .step(let step) = tip.part else { return true }
    return step <= coach.step(in: profile.programme)
  }

  /// Whether one light tip for off hours was told on this day.
  var hadOffHours: Bool {
    let told = coach.told.filter { $0.day == day }.map(\.tip)
    return tips.contains { $0.kind == .offHours && told.contains($0.id) }
  }
}
