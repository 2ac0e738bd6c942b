import Coaching
import Glibc
import TestSupport
import Testing

@testable import Storage

/// What goes out is what lies there.
@Suite struct ExportTests {
  private func lines(_ ledger: Ledger) throws -> [String] {
    var bytes: [UInt8] = []
    try ledger.exportFacts(head: { Array("\($0.factCount) facts\n".utf8) }) { part in
      bytes += part
      return true
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `Every fact is a line, also what was taken back and what nobody knows`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let given = try ledger.append([
        draft(answered("energy", .scale(7))), draft(.unknown(kind: "newer")),
      ])
      try ledger.append([draft(.undone(fact: given[0].id))])
      let lines = try lines(ledger)
      #expect(lines.count == 4)
      #expect(lines[0] == "3 facts")
      #expect(
        lines[1] == """
          {"sequence":1,"id":"\(given[0].id)","instant":\(given[0].instant.microseconds),\
          "zone":"Europe/Berlin","day":"2026-11-22","kind":"answered",\
          "subject":"question/energy",\
          "payload":{"v":1,"type":"scale","answer":"7","from":"command"}}
          """
      )
      #expect(lines[2].contains(#""kind":"newer""#))
      #expect(lines[3].contains(#""kind":"undone""#))
    }
  }

  @Test func `What would end a text or a line is written so that it does not`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let odd = "a\"b\\c\nd\u{1}e\u{85}字"
      try ledger.append([draft(.told(tip: odd))])
      let lines = try lines(ledger)
      #expect(lines.count == 2)
      #expect(lines[1].contains(#""subject":"tip/a\"b\\c\u000ad\u0001e\#u{85}字""#))
    }
  }

  @Test func `It is the same each time, and more than is read at once is whole`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      var life = TwentyYears(seed: 5, through: day(0), years: 1)
      try life.write(to: ledger)
      let count = try ledger.factCount
      #expect(count > 8000)
      let first = try lines(ledger)
      #expect(first.count == count + 1)
      #expect(try lines(ledger) == first)
    }
  }

  @Test func `What is written meanwhile is not in it, and is not held up`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let ledger = try Ledger(path: path)
      try ledger.append((0..<9000).map { draft(.told(tip: "tip-\($0)")) })
      let other = try Ledger(path: path)
      var count = 0
      try ledger.exportFacts(head: { _ in [] }) { part in
        count += part.count { $0 == UInt8(ascii: "\n") }
        do {
          try other.append([draft(.told(tip: "meanwhile"))])
        } catch {
          Issue.record(error)
        }
        return true
      }
      #expect(count == 9000)
      #expect(try ledger.factCount > 9002)
    }
  }

  @Test func `Whoever has read enough ends it`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      try ledger.append((0..<9000).map { draft(.told(tip: "tip-\($0)")) })
      var parts = 0
      try ledger.exportFacts(head: { _ in [] }) { _ in
        parts += 1
        return false
      }
      #expect(parts == 1)
    }
  }

  @Test func `A fact that was changed is told of and never handed out`() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/ledger.sqlite"
      let ledger = try Ledger(path: path)
      try ledger.append((0..<10).map { draft(.told(tip: "tip-\($0)")) })
      try ledger.database.execute(
        """
        \(Schema.allowsChange);
        UPDATE facts SET day = '2026-11-23' WHERE sequence = 5;
        """
      )
      #expect(throws: LedgerError.self) { try lines(ledger) }
    }
  }

  @Test func `The answers that stand come by their days, each day's last of a question`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let given = try ledger.append([
        draft(answered("energy", .scale(7)), 1), draft(answered("energy", .scale(3)), -100),
        draft(answered("help", .yesNo(true)), 1), draft(answered("energy", .scale(8)), 1),
        draft(answered("sleep", .noOccasion), 1),
      ])
      try ledger.append([draft(.undone(fact: given[2].id))])
      var told: [String] = []
      try ledger.exportAnswers { answer in
        told.append("\(answer.day) \(answer.question) \(answer.answer) \(answer.origin)")
        return true
      }
      #expect(
        told == [
          "2026-08-14 energy 3 command", "2026-11-23 energy 8 command",
          "2026-11-23 sleep none command",
        ]
      )
    }
  }

  @Test func `A number goes out with what it was counted in then`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let far = Answer.number(try #require(DecimalNumber("5.2")))
      var run = Answered(question: "run", answer: far, from: "bus")
      run.unit = "km"
      let meters = Answer.number(try #require(DecimalNumber("800")))
      var swim = Answered(question: "swim", answer: meters, from: "bus")
      swim.unit = "m"
      try ledger.append([
        draft(.answered(run)), draft(.answered(swim)), draft(answered("energy", .scale(7))),
      ])
      var units: [String] = []
      try ledger.exportAnswers { answer in
        units.append("\(answer.question) \(answer.answer) \(answer.unit)")
        return true
      }
      #expect(units == ["run 5.2 km", "swim 800 m", "energy 7 "])
    }
  }
}
