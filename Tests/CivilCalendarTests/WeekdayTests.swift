import Testing

@testable import CivilCalendar

@Suite("Weekday")
struct WeekdayTests {
  @Test("both spellings of systemd are read in any case, and no other")
  func names() {
    let full = [
      "monday", "Tuesday", "WEDNESDAY", "thursdaY", "friday", "saturday", "sunday",
    ]
    #expect(full.map { Weekday(name: $0) } == Weekday.allCases)
    #expect(full.map { Weekday(name: String($0.prefix(3))) } == Weekday.allCases)
    #expect(
      Weekday.allCases.map(\.shortName).joined(separator: " ") == "Mon Tue Wed Thu Fri Sat Sun"
    )
    for other in ["", "M", "Mo", "Tues", "Thur", "mond", "mondays", "Montag", " mon", "1"] {
      #expect(Weekday(name: other) == nil, "\(other)")
    }
  }

  @Test(
    "a misspelt day is told apart from a word that means none",
    arguments: [
      ("Fry", .friday), ("Tues", .tuesday), ("Thurs", .thursday), ("Wendesday", .wednesday),
      ("satruday", .saturday), ("Mond", .monday), ("Sunn", .sunday),
      ("hello", nil), ("x", nil), ("m", nil), ("so", nil), ("Dienstag", nil), ("", nil),
    ] as [(String, Weekday?)]
  )
  func nearest(word: String, day: Weekday?) {
    #expect(Weekday.nearest(to: word) == day)
  }

  @Test(
    "a set is written as systemd writes it: two days apart, three as a range",
    arguments: [
      ([.monday], "Mon"), ([.monday, .tuesday], "Mon,Tue"),
      ([.wednesday, .tuesday, .monday], "Mon..Wed"),
      ([.sunday, .saturday, .monday, .wednesday], "Mon,Wed,Sat,Sun"),
      ([.monday, .tuesday, .wednesday, .friday, .saturday, .sunday], "Mon..Wed,Fri..Sun"),
    ] as [([Weekday], String)]
  )
  func sets(days: [Weekday], text: String) {
    var set = WeekdaySet()
    for day in days { set.insert(day) }
    #expect(set.description == text)
    #expect(Weekday.allCases.filter(set.contains) == days.sorted())
  }

  @Test(
    "days are named one by one and in ranges, over the end of the week too",
    arguments: [
      ("Mon..Fri", "Mon..Fri"), ("Sat,Sun", "Sat,Sun"), ("Mon,", "Mon"), ("monday-wed", "Mon..Wed"),
      ("Sat..Mon", "Mon,Sat,Sun"), ("Fri..Tue,Thu", "Mon,Tue,Thu..Sun"), ("Sun..Mon", "Mon,Sun"),
      ("", nil), (",", nil), (",Mon", nil), ("Mon,,Tue", nil), ("Sat...Mon", nil), ("Sat..", nil),
      ("Sat..Mon..Tue", nil), ("daily", nil), ("2026-11-30", nil),
    ] as [(String, String?)]
  )
  func ranges(typed: String, written: String?) {
    #expect(WeekdaySet(typed)?.description == written)
  }
}
