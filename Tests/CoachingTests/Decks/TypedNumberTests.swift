import Coaching
import TestSupport
import Testing

/// Numbers as people write them, and what they say to a question that counts.
@Suite struct TypedNumberTests {
  static let typed: [(typed: String, number: String?)] = [
    ("5.2", "5.2"), ("5,2", "5.2"), ("５．２", "5.2"), ("５，２", "5.2"), (".5", "0.5"), (",5", "0.5"),
    (" 5 ", "5"), ("-3", "-3"), ("−3", "-3"), ("+3", "3"), ("0,250", "0.25"), ("1.250", "1.25"),
    ("1250,5", "1250.5"), ("1,250.5", "1250.5"), ("1.250,5", "1250.5"), ("1 250,5", "1250.5"),
    ("1 250", "1250"), ("1,250,000", "1250000"), ("1'250.5", "1250.5"), ("12,3456", "12.3456"),
    // One comma with three digits behind it: thousands for some, a fraction for others.
    ("1,250", nil), ("10,000", nil),
    ("", nil), (".", nil), (",", nil), ("5.", nil), ("5,2,1", nil), ("1,25,000", nil),
    ("1 25", nil),
    ("5.2.1", nil), ("--5", nil), ("+-5", nil), ("0.0000001", nil), ("1e9", nil), ("5km", nil),
    ("1.250.5", nil), ("1,250 5", nil), ("٥", nil),
  ]

  @Test(arguments: typed)
  func `A number is read with a point or a comma`(typed: String, number: String?) {
    #expect(DecimalNumber(typed: typed)?.description == number)
  }

  @Test func `A text without an end is no number`() {
    #expect(DecimalNumber(typed: String(repeating: "1", count: 1_000_000)) == nil)
    #expect(DecimalNumber(typed: "5" + String(repeating: "\u{301}", count: 1_000_000)) == nil)
  }

  private func running(_ form: NumberForm) -> Question {
    var running = question("run", .number)
    running.number = form
    return running
  }

  @Test(arguments: [
    ("5.2 km", "5.2"), ("5,2km", "5,2"), ("5 KM", "5"), ("km", "km"), ("5 miles", "5 miles"),
    ("=8 km", "=8"),
  ])
  func `The unit may stand behind it`(typed: String, text: String) {
    let said = running(NumberForm(unit: "km")).typedNumber(typed)
    #expect((said.isWhole ? "=" : "") + said.text == text)
  }

  static let changes: [(typed: String, kind: AnswerKind, more: String?)] = [
    ("+1", .number, "1"), ("-0.5", .number, "-0.5"), ("+ 0,5", .number, "0.5"),
    ("＋２", .number, "2"),
    ("−1", .number, "-1"), ("+0", .number, nil), ("1", .number, nil), ("+-1", .number, nil),
    ("-", .number, nil), ("+", .number, nil), ("+1", .count, "1"), ("+0.5", .count, nil),
    ("-1", .count, nil), ("+1", .scale, nil),
  ]

  @Test(arguments: changes)
  func `A sign says more or less`(typed: String, kind: AnswerKind, more: String?) {
    #expect(question("run", kind).readMore(typed)?.description == more)
  }

  @Test func `Where a day can be below nothing, a number below it is an answer`() {
    let degrees = running(NumberForm(unit: "°C", range: -50...50))
    #expect(degrees.readMore("-3") == nil)
    #expect(degrees.readMore("+3") == 3)
    #expect(running(NumberForm(range: -50...50, several: .add)).readMore("-3") == -3)
  }
}
