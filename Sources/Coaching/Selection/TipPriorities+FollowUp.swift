/// What the answers of the last days ask for.
extension TipPriorities {
  /// The themes that the answers of the last days name.
  var needs: [String] {
    FollowUp.allCases.filter { recent.asked(by: $0) != nil }.flatMap { followUp in
      tips.filter { $0.follows.contains(followUp) }.map(\.theme).sorted().withoutRepeats
    }
  }

  /// Whether an answer asked for something that has not come yet, and did not come too often.
  func isOwed(_ followUp: FollowUp) -> Bool {
    guard let asked = recent.asked(by: followUp) else { return false }
    let isFollowed = items.indices.contains { place in
      tips[place].follows.contains(followUp)
        && items[place].lastTold.map { $0 > asked } == true
    }
    return !isFollowed && calledCount { $0 == .followUp(followUp) } < quotas.sameFollowUps
  }
}
