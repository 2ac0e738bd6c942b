package import Application
import Coaching
package import Interchange
package import Storage

extension ImportPlan {
  /// What becomes of a file, habit by habit.
  ///
  /// - Parameter isWritten: Whether it is written down, and not only looked at.
  /// - Returns: The page.
  package func page(isWritten: Bool) -> Page {
    var page = Page()
    let hash = source.hash.prefix(16)
    page.words("\(source.name.printable): \(source.kind), SHA-256 \(hash)…")
    page.blank()
    for part in parts { part.add(to: &page, replaces: isWritten) }
    if absenceCount + knownAbsenceCount > 0 {
      let known = knownAbsenceCount == 0 ? "" : "; \(knownAbsenceCount) are known"
      page.words("absences: \(absenceCount) new\(known)")
    }
    for drop in drops { page.words("left out: \(drop.count) \(drop.reason.printable)") }
    if parts.isEmpty, absenceCount + knownAbsenceCount == 0 {
      page.words("There is nothing in it.")
    }
    let proposed = proposed
    if proposed.isEmpty { return page }
    page.blank()
    page.words("Lines for coach.toml, for the habits that are new here:")
    for habit in proposed {
      page.blank()
      for line in habit.lines { page.verbatim(line, indent: 2) }
    }
    page.blank()
    return page
  }

  /// What was done.
  ///
  /// - Parameter isAdded: Whether the proposed habits stand in coach.toml now.
  /// - Returns: The page.
  package func donePage(isAdded: Bool) -> Page {
    var page = Page()
    let absences = absenceCount == 0 ? "" : " and \(absenceCount.counted("absence"))"
    if newCount + absenceCount == 0 {
      page.words("0 new: all of it is here already.")
    } else {
      let what = "Took in \(newCount.counted("answer"))\(absences) from \(source.name.printable)."
      page.words("\(what) “coach undo” takes all of it back.")
    }
    if !proposed.isEmpty {
      page.words(
        isAdded
          ? "The new habits stand in coach.toml now."
          : "The new habits are asked and measured once their lines stand in coach.toml."
      )
    }
    return page
  }
}

extension ImportPlan.Part {
  fileprivate func add(to page: inout Page, replaces: Bool) {
    let target = questions.isEmpty ? "" : " → \(questions.joined(separator: ", "))"
    let isNew = proposed == nil ? "" : " (new)"
    var words = ["\(newCount) new"]
    if let days {
      let span = days.lowerBound == days.upperBound ? "" : " to \(days.upperBound)"
      words.append("\(days.lowerBound)\(span)")
    }
    if skipCount > 0 { words.append("\(skipCount) without an occasion") }
    if noteCount > 0 { words.append(noteCount.counted("note")) }
    page.words("\(name.printable)\(target)\(isNew): \(words.joined(separator: ", "))")
    if sameCount > 0 {
      page.words("\(sameCount.counted("day")) with the same answer already", indent: 2)
    }
    if otherCount > 0 {
      let what = "\(otherCount.counted("day")) with another answer, which stays"
      page.words("\(what); --replace takes the file's", indent: 2)
    }
    if replacedCount > 0 {
      page.words(
        "\(replacedCount.counted("day")) with another answer, which it replaces",
        indent: 2
      )
    }
    for drop in drops { page.words("left out: \(drop.count) \(drop.reason.printable)", indent: 2) }
  }
}

extension FactMerge {
  /// What becomes of the facts of another ledger.
  ///
  /// - Parameters:
  ///   - source: Where they come from.
  ///   - isWritten: Whether they are written down, and not only looked at.
  /// - Returns: The page.
  package func page(of source: ForeignSource, isWritten: Bool) -> Page {
    var page = Page()
    let what = source.factCount.facts
    page.words("\(source.name.printable): the facts of a coach, \(what)")
    page.words("\(newCount) new", indent: 2)
    if knownCount > 0 { page.words("\(knownCount) are here already", indent: 2) }
    if promptedCount > 0 {
      page.words("left out: \(promptedCount.counted("prompt")) that were here too", indent: 2)
    }
    if answeredCount > 0 {
      let what = "left out: \(answeredCount.counted("answer")) for days that have another here"
      page.words("\(what); --replace takes the file's", indent: 2)
    }
    page.words(isWritten ? done(source) : "Nothing was written; --write does it.")
    return page
  }

  private func done(_ source: ForeignSource) -> String {
    newCount == 0
      ? "0 new: all of it is here already."
      : "Took in \(newCount.facts) from \(source.name.printable)."
  }
}

extension Int {
  /// So many of something: “1 day”, “12 days”.
  fileprivate func counted(_ noun: String) -> String {
    self == 1 ? "1 \(noun)" : "\(self) \(noun)s"
  }
}
