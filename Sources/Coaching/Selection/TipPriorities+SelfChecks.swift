/// What the self-checks ask for.
extension TipPriorities {
  /// What leads today: every other day at most, so that the mix goes on beside it.
  ///
  /// The other side of a self-check gets its turn after the first tip of what leads.
  var dueLeads: [TipPriority] {
    let rested = day.adding(days: -quotas.seriesRestDays - 1)
    if leads.contains(where: { count(of: $0, since: rested) > 0 }) { return [] }
    return leads.filter(isOpen).enumerated()
      .sorted { (count(of: $0.element), $0.offset) < (count(of: $1.element), $1.offset) }
      .map { TipPriority.check($0.element.question.id, $0.element.side) }
  }

  private func isOpen(_ lead: SelfCheckFocus) -> Bool {
    // An obstacle that is named in the configuration has its own series.
    let themes = Obstacle.allCases.map { Tip.theme(ofObstacle: $0.rawValue) }
    if profile.obstacle != nil, lead.question.leads.contains(where: themes.contains) {
      return false
    }
    return count(of: lead) < lead.tips
  }

  private func count(of lead: SelfCheckFocus) -> Int { count(of: lead, since: lead.since) }

  /// How many of its tips were told after a day.
  private func count(of lead: SelfCheckFocus, since first: CivilDate) -> Int {
    items.indices.count { place in
      items[place].lastTold.map { $0 > first } == true && lead.means(tips[place])
    }
  }
}
