package import Coaching
import Storage

/// The forms in which all that there is goes out.
package enum ExportFormat: String, CaseIterable, Sendable {
  /// Every fact as it is stored, a line of JSON each.
  case jsonl
  /// The answers that stand, a row each.
  case csv
  /// What is planned, promised, and the days away, as a calendar.
  case ics
}

/// The facts, handed out as they lie in the ledger.
package struct LifeExport {
  private let ledger: FileLedger

  package init(_ ledger: FileLedger) { self.ledger = ledger }

  /// The version of the lines; one that reads them refuses any other.
  package static let version = 1

  /// What the first line says that it is.
  package static let name = "coach-facts"

  /// Hands out every fact, behind a line that says what follows.
  ///
  /// It is the same, byte for byte, for as long as nothing was written down.
  ///
  /// - Parameters:
  ///   - zone: The zone that stands above where there is no fact yet.
  ///   - take: Called with some lines at a time; it says whether to go on.
  /// - Throws: When the ledger cannot be read.
  package func lines(zone: String, _ take: ([UInt8]) -> Bool) throws(CommandError) {
    try ledger.exportFacts(head: { Array("\(Self.header($0, zone))\n".utf8) }, take)
  }

  private static func header(_ head: Ledger.ExportHead, _ zone: String) -> String {
    // Those of zones have nothing in them that JSON would escape, but a file may hold anything.
    let zone = (head.zone ?? zone).filter { $0 >= " " && $0 != "\"" && $0 != "\\" }
    let install = head.install.map { "\"\($0)\"" } ?? "null"
    let place = "\"zone\":\"\(zone)\",\"install\":\(install)"
    return "{\"format\":\"\(name)\",\"version\":\(version),\(place),\"facts\":\(head.factCount)}"
  }

  /// Hands out the answers that stand as a table: RFC 4180, a line of names first.
  ///
  /// - Parameter take: Called with some rows at a time; it says whether to go on.
  /// - Throws: When the ledger cannot be read.
  package func table(_ take: ([UInt8]) -> Bool) throws(CommandError) {
    var rows = Array("\(Self.columns.joined(separator: ","))\r\n".utf8)
    var goesOn = true
    try ledger.exportAnswers { answer in
      let instant = Zone.utc.exactTimestamp(answer.instant)
      let cells = [
        answer.day, answer.question, answer.answer, answer.unit, answer.note,
        answer.origin, instant, answer.zone,
      ]
      rows += cells.map(Self.cell).joined(separator: ",").utf8
      rows += "\r\n".utf8
      if rows.count >= Self.part {
        goesOn = take(rows)
        rows.removeAll(keepingCapacity: true)
      }
      return goesOn
    }
    if goesOn { _ = take(rows) }
  }

  package static let columns = [
    "day", "habit", "value", "unit", "note", "origin", "instant", "zone",
  ]

  /// How many bytes are handed out at a time, about.
  private static let part = 1 << 16

  /// A cell as RFC 4180 has it: in quotes where something in it would end it.
  static func cell(_ text: String) -> String {
    let ends = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    guard text.utf8.contains(where: ends.contains) else { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"\(parts.joined(separator: "\"\""))\""
  }

  /// The calendar of some weeks ahead, of the promises that have a time, and of the days away.
  ///
  /// - Parameter workspace: What the person works with.
  /// - Returns: A file of RFC 5545.
  /// - Throws: When the ledger cannot be read.
  package func calendar(_ workspace: Workspace) throws(CommandError) -> [UInt8] {
    let install = try ledger.exportHead().install ?? "new"
    var file = CalendarFile(install: install, stamp: workspace.calendar.start(of: workspace.today))
    let ahead = try workspace.daysAhead(from: workspace.today, count: Self.daysAhead)
    for moment in ahead.moments where moment.passing == nil {
      guard let opens = moment.opens else { continue }
      file.add("\(moment.id)", at: opens, workspace.phrases.slot(moment.id.slot))
    }
    for promise in try workspace.promises(isAll: true) {
      file.add(promise, workspace.phrases.words(for: promise.entry), in: workspace.context.zone)
    }
    for days in try workspace.ledger.absences().union {
      file.add("away/\(days.lowerBound)", on: days, workspace.phrases.away(days))
    }
    return file.bytes
  }

  /// As far as most calendars show: what is further off may well be otherwise by then.
  private static let daysAhead = 28
}

extension [ClosedRange<CivilDate>] {
  /// The same days, those together that follow on each other, in their order.
  package var union: [ClosedRange<CivilDate>] {
    var joined: [ClosedRange<CivilDate>] = []
    for days in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let last = joined.last, days.lowerBound <= last.upperBound.adding(days: 1) else {
        joined.append(days)
        continue
      }
      joined[joined.count - 1] = last.lowerBound...Swift.max(last.upperBound, days.upperBound)
    }
    return joined
  }
}
