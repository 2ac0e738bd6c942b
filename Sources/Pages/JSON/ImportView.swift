package import Application
import Coaching
package import Interchange
package import Storage

/// What becomes of a file of another program, as JSON.
package struct ImportView: Encodable {
  private struct Dropped: Encodable {
    var count: Int
    var reason: String
  }

  private struct Part: Encodable {
    var name: String
    var questions: [String]
    var new: Int
    var first: String?
    var last: String?
    var skips: Int
    var notes: Int
    var same: Int
    var other: Int
    var replaced: Int
    var dropped: [Dropped]
    /// The lines that it would take in coach.toml.
    var proposed: String?

    init(_ part: ImportPlan.Part) {
      name = part.name
      questions = part.questions
      new = part.newCount
      first = part.days?.lowerBound.description
      last = part.days?.upperBound.description
      skips = part.skipCount
      notes = part.noteCount
      same = part.sameCount
      other = part.otherCount
      replaced = part.replacedCount
      dropped = part.drops.map { Dropped(count: $0.count, reason: $0.reason) }
      proposed = part.proposed?.lines.joined(separator: "\n")
    }
  }

  private struct Absences: Encodable {
    var new: Int
    var known: Int
  }

  private var kind: String
  private var file: String
  private var hash: String
  private var written: Bool
  private var new: Int
  private var parts: [Part]
  private var absences: Absences
  private var dropped: [Dropped]

  package init(_ plan: ImportPlan, isWritten: Bool) {
    kind = plan.source.kind
    file = plan.source.name
    hash = plan.source.hash
    written = isWritten
    new = plan.newCount + plan.absenceCount
    parts = plan.parts.map(Part.init)
    absences = Absences(new: plan.absenceCount, known: plan.knownAbsenceCount)
    dropped = plan.drops.map { Dropped(count: $0.count, reason: $0.reason) }
  }
}

/// What becomes of the facts of another ledger, as JSON.
package struct MergeView: Encodable {
  private var kind: String
  private var file: String
  private var hash: String
  private var written: Bool
  private var new: Int
  private var known: Int
  /// Prompts that were here too, and answers for days that have another here: both are left out.
  private var prompts: Int
  private var answers: Int

  package init(_ merge: FactMerge, _ source: ForeignSource, isWritten: Bool) {
    kind = source.kind
    file = source.name
    hash = source.hash
    written = isWritten
    new = merge.newCount
    known = merge.knownCount
    prompts = merge.promptedCount
    answers = merge.answeredCount
  }
}
