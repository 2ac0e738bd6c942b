extension Coach {
  /// The tip for a person who hesitates before an obstacle: of its tips the one that was told
  /// longest ago, the first of the programme where some never were.
  ///
  /// - Parameters:
  ///   - obstacle: What the person hesitates before.
  ///   - context: What there is to choose from, and for whom.
  /// - Returns: The tip; nil where no deck has one that fits.
  public func remedy(for obstacle: Obstacle, from context: PlanningContext) -> Tip? {
    // Where the look back asks how an offer went, the act has to be one.
    let isOffer = context.teaching.question(obstacle.lookBack)?.kind == .outcome
    let fitting = context.teaching.tips.filter { tip in
      tip.part == .obstacle(obstacle.rawValue) && context.profile.fits(tip)
        && !muted.contains(tip.id) && (!isOffer || tip.answer == .outcome)
    }
    let aged = fitting.enumerated().map { place, tip in
      (tip: tip, place: place, last: toldPlace(of: tip.id))
    }
    return aged.min { ($0.last, $0.place) < ($1.last, $1.place) }?.tip
  }

  /// Where in the order of telling a tip was told last; -1 where it never was.
  private func toldPlace(of tip: String) -> Int { told.lastIndex { $0.tip == tip } ?? -1 }
}
