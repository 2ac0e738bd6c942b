/// Files of programs that record sleep, and of those that record how long something took.
extension FormatsTests {
  static let sleeps = [
    Case(
      name: "Sleep as Android: a line of names above each, and the noise below",
      files: [
        (
          "sleep-export.csv",
          "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,"
            + "LenAdjust,Geo,\"22:55\",\"Event\"\n"
            + "\"1606420800000\",\"Europe/London\",\"26. 11. 2020 20:00\",\"27. 11. 2020 7:00\","
            + "\"27. 11. 2020 7:00\",\"11.000\",\"0.0\",\"a \\n #b \"\"c\"\"\",\"10000\",\"-1\","
            + "\"-1.0\","
            + "\"-1\",\"-2.0\",\"-660\",\"\",\"0.1\",\"x\"\n"
            + ",,,,,,,,,,,,,,,\"0.2\"\n"
            + "Id,Tz,From,To,Sched,Hours,Rating,Comment\n"
            + "\"1606500000000\",\"Europe/London\",\"\",\"\",\"\",\"0.02\",\"0.0\",\"\"\n"
        )
      ],
      told: [
        "sleep-as-android",
        "night 2020-11-26 20:00 to 2020-11-27 07:00 Europe/London 660 min (a\n#b \"c\")",
        "night 2020-11-27 18:00 to 2020-11-27 18:01:12 Europe/London 1 min",
      ]
    ),
    Case(
      name: "Plees, by its columns, in the zone that is said",
      files: [
        ("p.csv", "sid,start,stop,rating,comment,wakes\n1,1774735200000,1774760400000,3,well,0\n")
      ],
      zone: "Europe/Berlin",
      told: ["plees", "night 2026-03-28 23:00 to 2026-03-29 07:00 Europe/Berlin 420 min (well)"]
    ),
    Case(
      name: "Sleepmeter: other tables above, notes of any kind",
      files: [
        (
          "s.csv",
          "custom,x\n1,2\nwake,sleep,bedtime,holes,type,dreams,aid,hindrances,tags,quality,notes\n"
            + "\"2020-11-23 07:00+0100\",\"2020-11-22 23:00+0100\",\"2020-11-22 22:50+0100\",,"
            + "NIGHT_SLEEP,NONE,NONE,NONE,NONE,5,\"a \"b\",\nc\"\n"
            + "\"2020-11-23 14:30+0100\",\"2020-11-23 14:00+0100\",\"2020-11-23 14:00+0100\",,NAP,"
            + "NONE,NONE,NONE,NONE,5,\"\"\n"
        )
      ],
      told: [
        "sleepmeter", "night 2020-11-22 22:50 to 2020-11-23 07:00 +01:00 490 min",
        "night 2020-11-23 14:00 to 2020-11-23 14:30 +01:00 30 min nap",
      ]
    ),
    Case(
      name: "Fitbit's table, with both ways to write a day",
      files: [
        (
          "fitbit.csv",
          "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake\n"
            + "\"2026-10-12 11:12PM\",\"2026-10-13 6:10AM\",\"400\",\"18\"\n"
            + "\"14-10-2026 1:00 pm\",\"14-10-2026 1:30 pm\",\"1,000\",\"N/A\"\n"
        )
      ],
      zone: "Europe/Berlin",
      told: [
        "fitbit", "night 2026-10-12 23:12 to 2026-10-13 06:10 Europe/Berlin 418 min",
        "night 2026-10-14 13:00 to 2026-10-14 13:30 Europe/Berlin 30 min",
      ]
    ),
    Case(
      name: "Fitbit's JSON: told by the clock of the start, over a clock change",
      files: [
        (
          "sleep-2026-10-25.json",
          #"[{"logId":1,"dateOfSleep":"2026-10-25","startTime":"2026-10-24T23:00:00.000","#
            + #""endTime":"2026-10-25T07:00:00.000","duration":28800000,"mainSleep":true},"#
            + #"{"logId":2,"dateOfSleep":"2026-10-26","startTime":"2026-10-26T13:00:00.000","#
            + #""duration":1800000,"isMainSleep":false}]"#
        )
      ],
      zone: "Europe/Berlin",
      told: [
        "fitbit", "night 2026-10-24 23:00 to 2026-10-25 06:00 Europe/Berlin 480 min",
        "night 2026-10-26 13:00 to 2026-10-26 13:30 Europe/Berlin 30 min nap",
      ]
    ),
  ]

  static let records = [
    Case(
      name: "Apple Health: many records are one night, by the zone that one of them says",
      files: [
        (
          "export.xml",
          "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record*)>\n]>\n"
            + "<HealthData locale=\"de_DE\">\n <Record type=\"HKQuantityTypeIdentifierStepCount\" "
            + "startDate=\"2026-09-13 10:00:00 +0200\" endDate=\"2026-09-13 10:00:00 +0200\"/>\n"
            + record("InBed", "2026-09-13 23:00:00 +0200", "2026-09-14 06:30:00 +0200")
            + record("AsleepCore", "2026-09-13 23:20:00 +0200", "2026-09-14 03:00:00 +0200")
            + record("Awake", "2026-09-14 09:00:00 +0200", "2026-09-14 10:00:00 +0200")
            + record("AsleepREM", "2026-09-14 03:30:00 +0200", "2026-09-14 06:45:00 +0200")
            + record("AsleepUnspecified", "2026-09-14 14:00:00 +0200", "2026-09-14 14:20:00 +0200")
            + "</HealthData>\n"
        )
      ],
      told: [
        "apple-health", "night 2026-09-14 06:00 to 2026-09-14 13:45 Asia/Tokyo 465 min",
        "night 2026-09-14 21:00 to 2026-09-14 21:20 Asia/Tokyo 20 min",
      ]
    ),
    Case(
      name: "Google Fit: the zone stands in the name",
      files: [
        (
          "2016-12-29T23_10_00+01_00_SLEEP.json",
          #"{"fitnessActivity":"sleep","startTime":"2016-12-29T22:10:00Z","#
            + #""endTime":"2016-12-30T05:52:00Z","duration":"27720s","segment":[]}"#
        ),
        (
          "2016-12-29T12_00_00+01_00_RUNNING.json",
          #"{"fitnessActivity":"running","startTime":"2016-12-29T11:00:00Z"}"#
        ),
      ],
      told: [
        "google-fit", "night 2016-12-29 23:10 to 2016-12-30 06:52 +01:00 462 min",
        "without 1 sessions that are no sleep",
      ]
    ),
  ]

  private static func record(_ value: String, _ start: String, _ end: String) -> String {
    """
     <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch" \
    value="HKCategoryValueSleepAnalysis\(value)" startDate="\(start)" endDate="\(end)">
      <MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>
     </Record>

    """
  }

  static let trackers = [
    Case(
      name: "Simple Time Tracker: minutes of a day, and what is said to be sleep",
      files: [
        (
          "stt.csv",
          "activity name,time started,time ended,comment,categories,record tags,duration,"
            + "duration minutes\n"
            + "Read,2026-01-01 10:00:00,2026-01-01 10:30:00,\"a\nb\",,,0:30:00,30\n"
            + "Read,2026-01-01 20:00:00,2026-01-01 20:15:00,,,,0:15:00,15\n"
            + "Bed,2026-01-01 23:00:00,2026-01-02 07:00:00,,,,8:00:00,480\n"
        )
      ],
      zone: "Europe/Berlin",
      sleeps: ["Bed"],
      told: [
        "simple-time-tracker", "Read: number at least 1 min 1/1", "0 2026-01-01 45 (a\nb)",
        "night 2026-01-01 23:00 to 2026-01-02 07:00 Europe/Berlin 480 min",
      ]
    ),
    Case(
      name: "timewarrior's own files, in UTC",
      files: [
        (
          "2025-06.data",
          "inc 20250610T220000Z - 20250611T050000Z # sleep\n"
            + "inc 20250611T080000Z - 20250611T083000Z # \"deep work\" code # \"a note\"\n"
            + "inc 20250612T080000Z # code\n"
        )
      ],
      zone: "Europe/Berlin",
      sleeps: ["sleep"],
      told: [
        "timewarrior", "deep work: number at least 1 min 1/1", "code: number at least 1 min 1/1",
        "0 2025-06-11 30", "1 2025-06-11 30",
        "night 2025-06-11 00:00 to 2025-06-11 07:00 Europe/Berlin 420 min",
        "without 1 intervals that still run",
      ]
    ),
    Case(
      name: "what timew export says",
      files: [
        (
          "t.json",
          #"[{"id":2,"start":"20250611T080000Z","end":"20250611T083000Z","tags":["code"],"#
            + #""annotation":"well"},{"id":1,"start":"20250611T090000Z","tags":["code"]}]"#
        )
      ],
      zone: "Europe/Berlin",
      told: [
        "timewarrior", "code: number at least 1 min 1/1", "0 2025-06-11 30 (well)",
        "without 1 intervals that still run",
      ]
    ),
  ]
}
