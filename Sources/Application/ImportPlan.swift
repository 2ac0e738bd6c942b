package import Coaching
package import Interchange

/// What would become of a foreign life: habit by habit, and the facts that would be written.
package struct ImportPlan {
  /// What becomes of one habit, or of the nights.
  package struct Part {
    /// What it is called where it comes from.
    package var name: String
    /// The questions that its answers go to; none where nothing of it is taken.
    package var questions: [String] = []
    /// What would have to stand in coach.toml; nil where it stands there, or did once.
    package var proposed: ProposedHabit?
    package var newCount = 0
    package var skipCount = 0
    package var noteCount = 0
    package var days: ClosedRange<CivilDate>?
    /// How many days have the same answer already.
    package var sameCount = 0
    /// How many have another one, which stays.
    package var otherCount = 0
    /// How many have another one, which is replaced.
    package var replacedCount = 0
    package var drops: [(count: Int, reason: String)] = []

    mutating func drop(_ reason: String, count: Int = 1) {
      if let place = drops.firstIndex(where: { $0.reason == reason }) {
        drops[place].count += count
      } else {
        drops.append((count, reason))
      }
    }
  }

  package private(set) var source: ForeignSource
  package internal(set) var parts: [Part] = []
  package internal(set) var absenceCount = 0
  package internal(set) var knownAbsenceCount = 0
  /// What is left out of no habit in particular.
  package internal(set) var drops: [ForeignDrop] = []
  package internal(set) var drafts: [Draft] = []

  init(_ source: ForeignSource) { self.source = source }

  /// The habits that would have to stand in coach.toml.
  package var proposed: [ProposedHabit] { parts.compactMap(\.proposed) }

  /// How many answers are new.
  package var newCount: Int { parts.map(\.newCount).reduce(0, +) }
}

/// A habit as it would stand in coach.toml.
package struct ProposedHabit: Equatable {
  package var id: String
  package var title: String
  package var ask: String
  package var kind: String
  /// `done`, `at least 3`.
  package var target: String
  package var times = 1
  package var days = 1
  package var unit = ""

  /// What is meant; nil where it can be none.
  var aim: Aim? {
    let words = target.split(separator: " ").map(String.init)
    let target =
      words.count == 3 ? "\(words[0])-\(words[1]) \(words[2])" : words.joined(separator: "-")
    return Aim("\(target) \(times)/\(days)")
  }

  /// Its lines.
  package var lines: [String] {
    var lines = ["[[habit]]", "id = \(Self.text(id))", "title = \(Self.text(title))"]
    lines.append("question = \(Self.text(ask))")
    lines.append("answer = \(Self.text(kind))")
    if !unit.isEmpty { lines.append("unit = \(Self.text(unit))") }
    if target != "unset" { lines.append("target = \(Self.text(target))") }
    let isSum = target.hasPrefix("at ")
    if days > 1 {
      if !isSum { lines.append("times = \(times)") }
      lines.append("per-days = \(days)")
    }
    return lines
  }

  /// A text as TOML has it in quotes.
  private static func text(_ text: String) -> String {
    let plain = text.printable.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    return "\"\(plain)\""
  }
}

/// What a person says of an import.
package struct ImportWishes {
  /// Names there, and the habits here that their answers go to.
  package var map: [(name: String, habit: String)] = []
  /// The first day that is taken; nil where all are.
  package var from: CivilDate?
  /// Whether what the file says takes the place of what is there.
  package var replaces = false

  package init() {}
}
