package import Coaching
import Configuration

/// What was given to a person who hesitates.
package struct GivenRemedy {
  package var hesitated: Hesitated
  /// The act; nil where support is given instead.
  package var tip: Tip?
  package var evidence: OwnEvidence
}

/// What the person's own answers say about two of the obstacles.
package struct OwnEvidence: Equatable {
  package var offers: Evidence
  package var ridicule: Evidence
  /// Whether ridicule was reported again and again, or came more often than not.
  package var isRidiculed: Bool

  /// What is counted for an obstacle; nil where nothing is.
  package func evidence(for obstacle: Obstacle) -> Evidence? {
    switch obstacle {
    case .refusal: offers
    case .ridicule: ridicule
    case .servingBadly, .wronged, .liking: nil
    }
  }
}

extension Workspace {
  /// Chooses the remedy for an obstacle, and writes down that it was given.
  ///
  /// - Parameters:
  ///   - obstacle: What the person hesitates before.
  ///   - fear: How strong the fear is, 0 to 10; nil where nothing is said of it.
  /// - Returns: What was given.
  /// - Throws: When the obstacle is no fear or the fear off its scale, or no deck has a tip for it.
  package func remedy(
    for obstacle: Obstacle,
    fear: Int?
  ) throws(CommandError) -> GivenRemedy {
    let fear = try fear.map { points throws(CommandError) in
      if teaching.question(obstacle.lookBack)?.also != .fear {
        throw CommandError(.data, "fear-belongs")
      }
      return try Workspace.checked(fear: points)
    }
    let coach = try coach()
    let evidence = try ownEvidence()
    let isSupport = obstacle == .ridicule && evidence.isRidiculed
    let tip = isSupport ? nil : coach.remedy(for: obstacle, from: context)
    if tip == nil, !isSupport {
      let title = phrases.obstacle(obstacle.rawValue)
      let name = Saying.either(english: obstacle.name, other: title)
      throw CommandError(.unavailable, "obstacle-no-tip", ("obstacle", name), ("list", deckNames))
    }
    let hesitated = Hesitated(obstacle: obstacle, tip: tip?.id, fear: fear)
    try record(.hesitated(hesitated), on: today)
    return GivenRemedy(hesitated: hesitated, tip: tip, evidence: evidence)
  }

  /// What the person's own answers say.
  package func ownEvidence() throws(CommandError) -> OwnEvidence {
    let questions = ["help", Obstacle.refusal.lookBack, Obstacle.ridicule.lookBack]
    let histories = try ledger.histories(of: questions, from: nil, through: today)
    let ridicule = Evidence.ridicule(histories[2])
    return OwnEvidence(
      offers: Evidence.offers(Array(histories.dropLast())),
      ridicule: ridicule,
      isRidiculed: ridicule.isUnfavourable || Evidence.isRepeated(histories[2], on: today)
    )
  }
}
