/// What those are called whom a person serves, by the role in which they do: customer, resident.
public struct PeopleWords: Equatable, Sendable {
  /// Nil for whoever has no role that has words of its own.
  public var role: Tip.Role?
  /// For one of them: stands for `{person}` in what a tip says.
  public var person: String
  /// For several: stands for `{people}`.
  public var people: String

  public init(role: Tip.Role?, person: String, people: String) {
    self.role = role
    self.person = person
    self.people = people
  }
}

extension Tip.Role {
  /// Whether it is one of a job: at work a parent serves no child, and a student no classmate.
  var isOfWork: Bool {
    switch self {
    case .customerFacing, .backOffice, .manager, .employer, .publicServant, .property: true
    case .owner, .parent, .student: false
    }
  }
}

extension Teaching {
  /// Calls those whom the tips are about by the words of a person's roles.
  ///
  /// - Parameter roles: The roles; of several the first has its word, and for a tip that is plainly
  ///   of the job the first of a job.
  public mutating func callPeople(by roles: [Tip.Role]) {
    let anywhere = values(for: roles)
    let atWork = values(for: roles.filter(\.isOfWork))
    for place in tips.indices {
      tips[place].wording.fill(tips[place].place == .work ? atWork : anywhere)
    }
  }

  private func values(for roles: [Tip.Role]) -> [(name: String, value: String)] {
    let own = roles.compactMap { role in people.first { $0.role == role } }.first
    guard let words = own ?? people.first(where: { $0.role == nil }) else { return [] }
    return [("person", words.person), ("people", words.people)]
  }
}
