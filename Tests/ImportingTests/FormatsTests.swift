import Interchange
import Testing

@testable import Importing

/// Each format once, from files written for it by hand.
@Suite struct FormatsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var files: [(String, String)]
    var zone: String?
    var columns: [(String, String)] = []
    var sleeps: [String] = []
    var told: [String]
    var testDescription: String { name }
  }

  @Test(arguments: habits + logs + tables + sleeps + records + trackers)
  func `A file of another program says what it says`(_ given: Case) throws {
    try inTemporaryDirectory { directory in
      for (name, text) in given.files { try write(Array(text.utf8), to: "\(directory)/in/\(name)") }
      let path = given.files.count == 1 ? "\(directory)/in/\(given.files[0].0)" : "\(directory)/in"
      let options = try options(zone: given.zone, columns: given.columns, sleeps: given.sleeps)
      #expect(told(path, options) == given.told)
    }
  }

  private static let newHabits = """
    Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,\
    Target Type,Target Value,Archived?
    001,Read,YES_NO,Did you read?,,3,7,#FF8F00,,,,false
    002,"Run, far",NUMERICAL,How far?,,1,1,#FF8F00,km,AT_LEAST,5.5,false
    003,Read,YES_NO,,,1,1,#FF8F00,,,,true
    """

  static let habits = [
    Case(
      name: "Loop, of 2.3.1 and later: words by the number, notes, a habit without a directory",
      files: [
        ("Habits.csv", newHabits),
        ("Checkmarks.csv", "Date,Read,Run, far,Read,\n2026-01-02,YES_MANUAL,NO,UNKNOWN,\n"),
        (
          "001/Checkmarks.csv",
          "Date,Value,Notes\n2026-01-04,YES_AUTO,\n2026-01-03,SKIP,\"ill, at home\"\n"
            + "2026-01-02,YES_MANUAL,\n2026-01-01,NO,\n2025-12-31,UNKNOWN,why\n"
        ),
        ("001/Scores.csv", "Date,Score\n2026-01-02,0.5\n"),
        (
          "002 Run far/Checkmarks.csv",
          "Date,Value,Notes\n2026-01-03,5250,\n2026-01-02,NO,\n2026-01-01,YES_MANUAL,\n"
        ),
      ],
      told: [
        "loop", "Read: yes-no done 3/7", "Run, far: number at least 5.5 km 1/1",
        "Read: yes-no done 1/1 archived", "0 2026-01-01 no", "0 2026-01-02 yes",
        "0 2026-01-03 skip (ill, at home)", "1 2026-01-01 0.002", "1 2026-01-02 0",
        "1 2026-01-03 5.25",
        "without 1 days that Loop counted by itself (YES_AUTO), which nobody answered of 0",
        "without 1 notes on days without an answer of 0",
      ]
    ),
    Case(
      name: "Loop, up to 2.3.0: numbers, and no line of names",
      files: [
        (
          "Habits.csv",
          "Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,走路,走了嗎？,,1,1,#0\n"
        ),
        ("001/Checkmarks.csv", "2015-01-25,2\n2015-01-24,1\n2015-01-23,0\n2015-01-22,-1\n"),
      ],
      told: [
        "loop", "走路: yes-no done 1/1", "0 2015-01-23 no", "0 2015-01-25 yes",
        "without 1 days that Loop counted by itself (YES_AUTO), which nobody answered of 0",
      ]
    ),
    Case(
      name: "Table Habit",
      files: [
        (
          "export.json",
          #"{"groups":[],"habits":[{"name":"Walk","type":1,"status":1,"daily_goal":1,"#
            + #""daily_goal_unit":"","freq_type":3,"freq_custom":"[3,14]","records":["#
            + #"{"record_date":20454,"record_type":1,"record_value":1.0,"reason":"far"},"#
            + #"{"record_date":20455,"record_type":2},{"record_date":20456,"record_type":0}]},"#
            + #"{"name":"Coffee","type":2,"daily_goal":2.5,"daily_goal_unit":"cups","freq_type":1,"#
            + #""freq_custom":"[5]","records":[{"record_date":20454,"record_type":1,"#
            + #""record_value":3}]},{"name":"Gone","status":2,"records":[]}]}"#
        )
      ],
      told: [
        "table-habit", "Walk: yes-no done 3/14", "Coffee: number at most 2.5 cups 5/7",
        "0 2026-01-01 yes (far)", "0 2026-01-02 skip", "1 2026-01-01 3",
        "without 1 days without an answer of 0",
      ]
    ),
    Case(
      name: "Habo",
      files: [
        (
          "habo.json",
          #"{"habits":[{"title":"Tea","habitType":0,"twoDayRule":1,"cue":"Tea?","deleted_at":null,"#
            + #""events":{"2024-01-01 12:00:00.000Z":["DayType.check","hot"],"#
            + #""2024-01-02 12:00:00.000Z":["DayType.fail",""],"#
            + #""2024-01-03 12:00:00.000Z":["DayType.Skip",""],"#
            + #""2024-01-04 12:00:00.000Z":["DayType.clear","hm"]}},"#
            + #"{"title":"Water","habitType":1,"targetValue":8,"unit":"glasses","#
            + #""events":{"2024-01-01 12:00:00.000Z":["DayType.progress","",3.5,8]}}],"#
            + #""metadata":{"version":"1.0"}}"#
        )
      ],
      told: [
        "habo", "Tea: yes-no done 1/1", "Water: number at least 8 glasses 1/1",
        "0 2024-01-01 yes (hot)", "0 2024-01-02 no", "0 2024-01-03 skip", "1 2024-01-01 3.5",
        "without 1 notes on days without an answer of 0",
      ]
    ),
    Case(
      name: "dijo",
      files: [
        (
          "habit_record.json",
          #"[{"type":"Count","name":"a","stats":{"2020-07-21":1},"goal":1,"auto":false},"#
            + #"{"type":"Bit","name":"b","stats":{"2021-01-02":false},"goal":true,"auto":false},"#
            + #"{"type":"Float","name":"c","stats":{"2021-01-02":{"value":52,"precision":1}},"#
            + #""goal":{"value":50,"precision":1},"precision":1,"auto":false}]"#
        )
      ],
      told: [
        "dijo", "a: yes-no done 1/1", "b: yes-no done 1/1", "c: number at least 5 1/1",
        "0 2020-07-21 yes", "1 2021-01-02 no", "2 2021-01-02 5.2",
      ]
    ),
  ]

  static let logs = [
    Case(
      name: "harsh: the later of two holds, an amount is a habit of its own",
      files: [
        ("habits", "# mine\n! Work\nGym: 3/7\nWater: 2w\nOld: 0: 2024-06-15\n"),
        (
          "log",
          "# x\n2025-01-01 : Gym : y : Leg day : 1.5\n2025-01-01 : Gym : s\n\n"
            + "2025-01-02 : Ran : n : Too tired : 0"
        ),
      ],
      told: [
        "harsh", "Gym: yes-no done 3/7", "Water: yes-no done 1/14", "Old: yes-no done 1/1",
        "Gym (amount): number at least 1 1/1", "Ran: yes-no done 1/1", "0 2025-01-01 skip",
        "3 2025-01-01 1.5", "4 2025-01-02 no (Too tired)",
        "without 1 answers for a day that has a later one of 0",
      ]
    ),
    Case(
      name: "habitctl: the first of two holds",
      files: [
        ("habits", "# how often\n1 Meditated\n7 Cleaned the flat\n0 Had a headache\n"),
        (
          "log",
          "2018-09-15\tMeditated\ty\n2018-09-15\tMeditated\tn\n\n2018-09-16\tCleaned the flat\ts\n"
        ),
      ],
      told: [
        "habitctl", "Meditated: yes-no done 1/1", "Cleaned the flat: yes-no done 1/7",
        "Had a headache: yes-no done 1/1", "0 2018-09-15 yes", "1 2018-09-16 skip",
        "without 1 answers for a day that had one before of 0",
      ]
    ),
  ]

  static let tables = [
    Case(
      name: "any table, by its columns",
      files: [
        (
          "runs.csv",
          "When;km;Said\n2026-01-01;5,25;\"wet; cold\"\n2026-01-02T07:00;3;\n2026-01-03;;x\n"
        )
      ],
      columns: [("day", "When"), ("value", "km"), ("note", "Said")],
      told: [
        "csv", "runs: number done 1/1", "0 2026-01-01 5.25 (wet; cold)", "0 2026-01-02 3",
        "without 1 notes without a value of 0",
      ]
    ),
    Case(
      name: "a table as our own is known by its columns",
      files: [
        (
          "life.csv",
          "day,habit,value,unit,note,origin,instant,zone\n2026-01-01,a,yes,,,x,,\n"
            + "2026-01-01,b,23:10,,late,x,,\n2026-01-02,a,none,,,x,,\n"
        )
      ],
      told: [
        "csv", "a: yes-no done 1/1", "b: time-of-day done 1/1", "0 2026-01-01 yes",
        "0 2026-01-02 skip", "1 2026-01-01 23:10 (late)",
      ]
    ),
    Case(
      name: "of days with slashes one above twelve tells for all which number it is",
      files: [("a.csv", "d,v\n4/5/2020 10:00,3\n4/25/2020,4\n12/06/2020,5\n")],
      columns: [("day", "d"), ("value", "v")],
      told: [
        "csv", "a: number done 1/1", "0 2020-04-05 3", "0 2020-04-25 4", "0 2020-12-06 5",
      ]
    ),
    Case(
      name: "with stops the day stands before the month, and what is counted in a column",
      files: [("a.csv", "d;v;u\n4.5.2020;3;km\n04.12.2020;4,5;km\n")],
      columns: [("day", "d"), ("value", "v"), ("unit", "u")],
      told: ["csv", "a: number done km 1/1", "0 2020-05-04 3", "0 2020-12-04 4.5"]
    ),
    Case(
      name: "nothing but 0 and 1 is no and yes",
      files: [("a.csv", "d,v\n2026-01-01,1\n2026-01-02,0\n")],
      columns: [("day", "d"), ("value", "v")],
      told: ["csv", "a: yes-no done 1/1", "0 2026-01-01 yes", "0 2026-01-02 no"]
    ),
    Case(
      name: "the whole days of a calendar",
      files: [
        (
          "a.ics",
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n:a\r\n;b\r\nSUMMARY:Sea\r\n side\r\n"
            + "DTSTART;VALUE=DATE:20260701\r\nDTEND;VALUE=DATE:20260715\r\nBEGIN:VALARM\r\n"
            + "DURATION:PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n"
            + "DTSTART:20260701T100000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n"
            + "DTSTART;VALUE=DATE:20260801\r\nDURATION:P3D\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
      ],
      told: [
        "icalendar", "away 2026-07-01 2026-07-14", "away 2026-08-01 2026-08-03",
        "without 1 events that have a time, and are no whole days",
      ]
    ),
  ]
}
