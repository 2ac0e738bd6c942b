import Coaching
import Testing

@Suite("Calendar expressions")
struct CalendarParserTests {
  /// Each right-hand side is what `systemd-analyze calendar` of systemd 252 printed.
  @Test(
    "an expression is normalized as systemd does it",
    arguments: [
      ("07:30", "*-*-* 07:30:00"),
      ("7:30", "*-*-* 07:30:00"),
      ("7:3", "*-*-* 07:03:00"),
      ("0000000007:30", "*-*-* 07:30:00"),
      ("7:30:0", "*-*-* 07:30:00"),
      ("23:59:59", "*-*-* 23:59:59"),
      ("*-*-* 07:30", "*-*-* 07:30:00"),
      ("*-*-*  07:30", "*-*-* 07:30:00"),
      ("Mon 07:30", "Mon *-*-* 07:30:00"),
      ("Mon  07:30", "Mon *-*-* 07:30:00"),
      ("Mon *-*-* 07:30:15", "Mon *-*-* 07:30:15"),
      ("Mon..Fri 07:30", "Mon..Fri *-*-* 07:30:00"),
      ("Mon-Fri 07:30", "Mon..Fri *-*-* 07:30:00"),
      ("Mon..wednesday 7:30", "Mon..Wed *-*-* 07:30:00"),
      ("MONDAY 7:30", "Mon *-*-* 07:30:00"),
      ("thu 7:30", "Thu *-*-* 07:30:00"),
      ("Mon,Wed,Sat..Sun 7:30", "Mon,Wed,Sat,Sun *-*-* 07:30:00"),
      ("Mon,Tue,Wed 07:30", "Mon..Wed *-*-* 07:30:00"),
      ("Mon,Tue 07:30", "Mon,Tue *-*-* 07:30:00"),
      ("Fri,Mon 7:30", "Mon,Fri *-*-* 07:30:00"),
      ("Mon,Mon 7:30", "Mon *-*-* 07:30:00"),
      ("Mon..Mon 7:30", "Mon *-*-* 07:30:00"),
      ("tue..fri,mon 7:30", "Mon..Fri *-*-* 07:30:00"),
      ("Mon..Sun 07:30", "*-*-* 07:30:00"),
      ("Mon, 07:30", "Mon *-*-* 07:30:00"),
      ("Mon..Fri, 7:30", "Mon..Fri *-*-* 07:30:00"),
    ]
  )
  func normalized(text: String, expected: String) throws {
    let expression = try CalendarExpression(text)
    #expect(expression.description == expected)
    #expect(try CalendarExpression(expected) == expression)
  }

  @Test(
    "what is not read is refused at its character, with what is accepted",
    arguments: [
      ("", 1, "it is empty; accepted is a time HH:MM"),
      (" 07:30", 1, "a space stands before it"),
      ("07:30 ", 6, "nothing may follow the time"),
      ("24:00", 1, "an hour can only be 0 to 23"),
      ("99999999999999999999:00", 1, "an hour can only be 0 to 23"),
      ("07:60", 4, "the minutes can only be 0 to 59"),
      ("07:30:60", 7, "the seconds can only be 0 to 59"),
      ("07", 3, "a colon and the minutes"),
      ("0730", 1, "an hour can only be 0 to 23"),
      ("07:", 4, "the minutes should stand here"),
      ("07:30:", 7, "the seconds should stand here"),
      (":30", 1, "an hour should stand here"),
      ("07 :30", 3, "a colon and the minutes"),
      ("7:30Z", 5, "'Z' cannot follow the time"),
      ("23：40", 3, "a colon and the minutes"),
      ("Mon", 4, "the time is missing after the weekdays"),
      ("*-*-*", 6, "the time is missing after the date"),
      ("Mon *-*-* ", 11, "the time is missing after the date"),
      ("Fry 07:30", 1, "'Fry' is not a weekday; did you mean Fri? accepted are Mon Tue"),
      ("Mon..Tues 07:30", 6, "'Tues' is not a weekday; did you mean Tue?"),
      ("Sonne 07:30", 1, "'Sonne' is not a weekday; accepted are Mon Tue"),
      ("Mon,,Tue 7:30", 5, "a weekday is missing"),
      ("Mon,..Tue 7:30", 5, "a weekday is missing"),
      ("Mon.. 07:30", 6, "a weekday is missing"),
      ("Mon...Fri 7:30", 6, "a weekday is missing"),
      ("Mon..Tue..Fri 7:30", 9, "cannot follow the weekdays"),
      ("Mon7:30", 4, "'7' cannot follow the weekdays; put a space"),
      ("Mon\t7:30", 4, "'\\u{9}' cannot follow the weekdays"),
      ("Mon, Tue 7:30", 6, "weekdays come first, joined by commas"),
      ("Mon .. Fri 7:30", 5, "weekdays come first, joined by commas"),
      ("Sat..Mon 07:30", 6, "runs forward from Mon to Sun; write Sat..Sun,Mon instead"),
      ("Sun..Tue 07:30", 6, "write Sun,Mon..Tue instead"),
      ("*-*-*T07:30", 6, "'T' cannot follow the date"),
      ("*-*-*7:30", 6, "'7' cannot follow the date"),
      ("*-*-* Mon 07:30", 7, "weekdays come first"),
      // Valid to systemd, not read yet.
      ("daily", 1, "'daily' is a shorthand of systemd that is not read yet"),
      ("Weekly", 1, "'Weekly' is a shorthand of systemd"),
      ("2026-11-22 7:30", 1, "only *-*-*, every date, is read so far"),
      ("2026-11-22T7:30", 1, "only *-*-*, every date, is read so far"),
      ("*-*-01 7:30", 5, "only *-*-*, every date, is read so far"),
      ("*-* 07:30", 4, "only *-*-*, every date, is read so far"),
      ("Mon *-02~01 7:30", 7, "only *-*-*, every date, is read so far"),
      ("*:30", 1, "any hour, minute or second (*) is not read yet"),
      ("07:*", 4, "any hour, minute or second (*) is not read yet"),
      ("7,8:30", 2, "several times in one expression are not read yet"),
      ("7..8:30", 2, "ranges and fractions of a second are not read yet"),
      ("7:30/5", 5, "a repetition (/) is not read yet"),
      ("7:30:00.5", 8, "ranges and fractions of a second are not read yet"),
      ("07:30 UTC", 6, "a time zone is not read yet"),
      ("@1395716396", 1, "an hour should stand here"),
    ]
  )
  func refused(text: String, column: Int, words: String) {
    let error = #expect(throws: CalendarError.self) { try CalendarExpression(text) }
    #expect(error?.column == column)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test("a refusal is one line, and carries no control character to a terminal")
  func description() {
    let error = #expect(throws: CalendarError.self) {
      try CalendarExpression("Mon 07:30\u{1B}[31m")
    }
    #expect(
      error?.description
        == "calendar expression 'Mon 07:30\\u{1b}[31m', character 10: "
        + "'\\u{1b}' cannot follow the time; nothing may"
    )
    let long = String(repeating: "é", count: 5000)
    let shown = #expect(throws: CalendarError.self) { try CalendarExpression(long) }
    #expect(shown.map { $0.description.count < 500 } == true)
  }

  @Test("random text is refused or normalized to something that is read the same")
  func random() throws {
    var random = SplitMix64(state: 7)
    let pieces = ["Mon", "Fri", "..", ",", " ", "*-*-* ", "-", "0", "7:30", ":05", "é", "~", "/"]
    var read = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...6, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      guard let expression = try? CalendarExpression(text) else { continue }
      read += 1
      #expect(try CalendarExpression(expression.description) == expression)
    }
    #expect(read > 200, "\(read) were read")
  }
}
