/// How far back a report looks.
package enum ReportPeriod: String, CaseIterable, Sendable {
  case week, month, quarter, year
  /// From the first answer on.
  case all

  /// So many days; nil for all of them.
  package var days: Int? {
    switch self {
    case .week: 7
    case .month: 30
    case .quarter: 91
    case .year: 365
    case .all: nil
    }
  }
}

/// The parts of a report, in their order, each of which may be left out.
package enum ReportPart: String, CaseIterable, Sendable {
  case habits
  case year
  case nights
  case times
  case energy
  case steps
  case offers
  case circles
  case strength
  case sums
  case checks
  case tips
  case promises
  case returns
  case changes
  case suggestion
  /// What the person wrote, wherever it stands.
  case ownWords = "own-words"

  /// The names of those that are a picture each.
  package static let drawn = allCases.filter { $0 != .ownWords }.map(\.rawValue)
}

/// What of a report is left out, as it is typed: `own-words,circles`.
package struct Omissions: Equatable, Sendable {
  private var parts: [ReportPart] = []

  package init() {}

  /// - Parameter text: Parts with commas between them.
  /// - Throws: The first word that is no part.
  package init(_ text: String) throws(Unknown) {
    for word in text.split(whereSeparator: { ",， 、".contains($0) }) {
      guard let part = ReportPart(rawValue: word.lowercased()) else {
        throw Unknown(word: String(word))
      }
      parts.append(part)
    }
  }

  /// A word that is no part of a report.
  package struct Unknown: Error {
    package var word: String
  }

  package func has(_ part: ReportPart) -> Bool { parts.contains(part) }
}
