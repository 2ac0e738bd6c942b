import CivilCalendar
import TestSupport
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
      ("Mon", "Mon *-*-* 00:00:00"),
      ("Mon,Tue, ", "Mon,Tue *-*-* 00:00:00"),
      ("Mon-Fri 1-1", "Mon..Fri *-01-01 00:00:00"),
      ("*-*-*", "*-*-* 00:00:00"),
      ("*-*", "*-*-* 00:00:00"),
      ("1-1 ", "*-01-01 00:00:00"),
      ("2026-11-22 7:30", "2026-11-22 07:30:00"),
      ("*:30", "*-*-* *:30:00"),
      ("*:*:*", "*-*-* *:*:*"),
      ("*:*:0/1", "*-*-* *:*:*"),
      ("*:*:0/1,29,3..9", "*-*-* *:*:*"),
      ("07:*", "*-*-* 07:*:00"),
      ("7,8:30", "*-*-* 07,08:30:00"),
      ("3,2,2..4,3:4", "*-*-* 02,02..04,03:04:00"),
      ("7..8:30", "*-*-* 07..08:30:00"),
      ("5..5:00", "*-*-* 05:00:00"),
      ("0/23:00", "*-*-* 00/23:00:00"),
      ("22/1:00", "*-*-* 22/1:00:00"),
      ("7:30/5", "*-*-* 07:30/5:00"),
      ("7:0..59/7", "*-*-* 07:00..56/7:00"),
      ("7:1..99/99", "*-*-* 07:01:00"),
      ("1..5/2000000000:0", "*-*-* 01:00:00"),
      ("7:30:00.5", "*-*-* 07:30:00.500000"),
      ("*:*:0.9999999", "*-*-* *:*:01"),
      ("*:*:0..0.5/0.1", "*-*-* *:*:00..00.500000/0.100000"),
      ("*:*:1/0.7", "*-*-* *:*:01/0.700000"),
      ("*:*:30..40/2.5", "*-*-* *:*:30..40/2.500000"),
      ("*:*:5..6", "*-*-* *:*:05..06"),
      ("*:*:5..5/2", "*-*-* *:*:05"),
      ("Mon *-02~01 7:30", "Mon *-02~01 07:30:00"),
      ("*-*~3..5", "*-*~03..05 00:00:00"),
      ("*-*~20..28/3", "*-*~20..26/3 00:00:00"),
      ("*-*~22,9..25,1,1", "*-*~01,09..25,22 00:00:00"),
      ("*-02~*", "*-02-* 00:00:00"),
      ("1-1~1", "2001-01~01 00:00:00"),
      ("98..02-1-1", "1998..2002-01-01 00:00:00"),
      ("69-1-1", "2069-01-01 00:00:00"),
      ("70-1-1", "1970-01-01 00:00:00"),
      ("2000/3-*-*", "2000/3-*-* 00:00:00"),
      ("07:30 uTc", "*-*-* 07:30:00 UTC"),
      ("@1395716396", "2014-03-25 02:59:56 UTC"),
      ("@ +1395716396", "2014-03-25 02:59:56 UTC"),
      ("@-0", "1970-01-01 00:00:00 UTC"),
      ("Mon @0", "Mon 1970-01-01 00:00:00 UTC"),
      ("MINUTELY", "*-*-* *:*:00"),
      ("hourly", "*-*-* *:00:00"),
      ("daily", "*-*-* 00:00:00"),
      ("Weekly", "Mon *-*-* 00:00:00"),
      ("monthly", "*-*-01 00:00:00"),
      ("quarterly UTC", "*-01,04,07,10-01 00:00:00 UTC"),
      ("semiannually", "*-01,07-01 00:00:00"),
      ("semi-annually", "*-01,07-01 00:00:00"),
      ("biannually", "*-01,07-01 00:00:00"),
      ("bi-annually", "*-01,07-01 00:00:00"),
      ("annually", "*-01-01 00:00:00"),
      ("anually", "*-01-01 00:00:00"),
      ("yearly", "*-01-01 00:00:00"),
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
      ("daily ", 1, "'daily' stands alone"),
      ("Mon daily", 5, "weekdays come first"),
      ("2026-11-22T7:30", 11, "'T' cannot follow the date; put a space"),
      ("2200-1-1", 1, "a year can only be 1970 to 2199, or its last two digits"),
      ("100-1-1", 1, "a year can only be 1970 to 2199"),
      ("2026-11~22-1", 11, "'-' cannot follow the date"),
      ("2026~11-22", 5, "a ~ stands before the day alone"),
      ("2026/0-1-1", 6, "a repetition every 0"),
      ("2000/200-1-1", 6, "this repetition would never come"),
      ("*-13-01", 3, "a month can only be 1 to 12"),
      ("*-5..3-01", 6, "a range runs forward"),
      ("*-1..13-01", 6, "a month can only be 1 to 12"),
      ("*-*-32", 5, "a day of the month can only be 1 to 31"),
      ("*-*-31/1", 8, "this repetition would never come"),
      ("*-*~29", 5, "a day from the end of the month can only be 1 to 28"),
      ("*-*~1/1", 7, "this repetition would never come"),
      ("*-*~1..29", 8, "a day from the end of the month can only be 1 to 28"),
      ("*-*~28,9", 5, "the first by size can be up to 28"),
      ("*-*~1,2,20..23", 9, "the first by size can be up to 28"),
      ("*/2:00", 1, "a repetition needs a start: write 0/ here"),
      ("0/24:00", 3, "this repetition would never come; an hour can only be 0 to 23"),
      ("1,:3", 3, "an hour should stand here"),
      ("1..:3", 4, "the end of the range should stand here"),
      ("1/:3", 3, "how often to repeat should stand here"),
      ("1..5/9999999999:0", 6, "an hour can only be 0 to 23"),
      ("*:*:5..5", 8, "a range of seconds must reach a second further"),
      ("*:*:5..5.5", 8, "a range of seconds must reach a second further"),
      ("*:*:5.", 7, "a fraction of a second should stand here"),
      ("*:*:59.9999999", 5, "the seconds can only be 0 to 59"),
      ("*:*:0/0.0000001", 7, "a repetition every 0"),
      ("07:30 Moon", 7, "there is no time zone 'Moon' here"),
      ("07:30  UTC", 6, "nothing may follow the time but one space and a time zone"),
      ("UTC", 1, "'UTC' is not a weekday"),
      ("@", 2, "the seconds since 1970 should stand here"),
      ("@-1", 3, "the seconds since 1970 should stand here"),
      ("@5 ", 3, "' ' cannot follow a moment"),
      ("@7258118400", 2, "this moment is after the year 2199"),
      ("@99999999999999999999", 2, "this moment is after the year 2199"),
    ]
  )
  func refused(text: String, column: Int, words: String) {
    let error = #expect(throws: CalendarError.self) { try CalendarExpression(text) }
    #expect(error?.column == column)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test("a zone at the end is asked for by its name, and printed as it was written")
  func zone() throws {
    let berlin = try TestZones.zone("Europe/Berlin")
    let expression = try CalendarExpression("07:30 Somewhere/Else") { name in
      name == "Somewhere/Else" ? berlin : nil
    }
    #expect(expression.description == "*-*-* 07:30:00 Somewhere/Else")
    let morning = Instant(seconds: 1_764_052_200)
    let before = Instant(microseconds: morning.microseconds - 1)
    #expect(expression.next(after: before, in: .utc) == morning)
    #expect(expression.next(after: morning, in: .utc) == morning.adding(seconds: 86_400))
    #expect(expression != (try CalendarExpression("07:30")))
    for word in ["2026-01-01", "*-*-*", "7:30", "a//b", "a/", "/a", "Mön", ""] {
      _ = try? CalendarExpression("Mon \(word)") { name in
        Issue.record("\(name) was asked for")
        return nil
      }
    }
  }

  @Test("a list holds 241 items, as in systemd")
  func long() throws {
    let items = [String](repeating: "5", count: 242)
    #expect(
      try CalendarExpression("\(items[1...].joined(separator: ",")):0").description
        == "*-*-* 05:00:00"
    )
    let error = #expect(throws: CalendarError.self) {
      try CalendarExpression("\(items.joined(separator: ",")):0")
    }
    #expect(error?.column == 483)
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
    var random = SplitMix64(seed: 7)
    let pieces = [
      "Mon", "Fri", "..", ",", " ", "*-*-* ", "-", "0", "7:30", ":05", "é", "~", "/", "*", ".5",
      "UTC",
    ]
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
