/// The steps of the programme that were taken.
struct StepFold: Fold {
  private struct Taken: Equatable {
    var step: Int
    var fact: String
  }

  /// The step before the days that are folded.
  private let before: Int?
  private var taken: [Taken] = []

  init(before: Int?) {
    self.before = before
  }

  mutating func apply(_ fact: Fact) {
    guard case .stepped(let step) = fact.event else { return }
    taken.append(Taken(step: step, fact: fact.id))
  }

  mutating func takeBack(_ fact: String, at instant: Instant) {
    taken.removeAll { $0.fact == fact }
  }

  /// The step at which the person is; the first before they took any.
  var last: Int { taken.last?.step ?? before ?? 1 }
}
