import Importing
import Interchange
import TestSupport

extension FuzzTarget {
  /// Files of other programs, of every kind that is read.
  static let ofImport = [
    FuzzTarget(
      name: "import",
      corpus: { files.map { Array($0.utf8) } },
      take: { input in
        let place = try Place("import", input)
        defer { place.remove() }
        var options = ImportOptions { name in try? TestZones.zone(name) }
        options.zone = try TestZones.zone("Europe/Berlin")
        options.sleeps = ["night"]
        var (habits, isWhole) = (0, false)
        try ForeignFile.read(place.path, options) { record in
          switch record {
          case .habit: habits += 1
          case .answer(let answer): isWhole = answer.habit >= habits
          case .end: isWhole = true
          default: break
          }
          // What is told is read by the other program as it was.
          if ForeignRecord(line: Array(record.line.utf8)[...]) != record { habits = .min }
        }
        guard isWhole, habits >= 0 else {
          throw FuzzWrong(what: "is told otherwise than it is read, or without an end")
        }
      },
      longest: 1 << 16,
      isLinear: false
    )
  ]

  /// One of each kind, as small as it can be and say all.
  private static let files = [
    """
    {"format":"coach-facts","version":1,"zone":"UTC","install":null,"facts":1}
    {"sequence":1,"id":"00000000-0000-4000-8000-000000000001","instant":1,"zone":"UTC",\
    "day":"2026-01-01","kind":"told","subject":"tip/a","payload":{"v":1,"a":["\\u5b57"]}}
    """,
    "day,habit,value,note\n2026-01-01,a,yes,\"b \"\"c\"\"\n\"\n2026-01-02,a,none,\n",
    #"{"habits":[{"name":"a","type":2,"daily_goal":2.5,"freq_type":3,"freq_custom":"[3,14]","#
      + #""records":[{"record_date":20454,"record_type":1,"record_value":1e0,"reason":"b"}]}]}"#,
    #"{"habits":[{"title":"a","habitType":1,"targetValue":8,"deleted_at":null,"#
      + #""events":{"2024-01-01 12:00:00.000Z":["DayType.progress","",3.5,8]}}]}"#,
    "2025-01-01 : a : y : b : 1.5\n# c\n2025-01-02 : a : s\n",
    "2018-09-15\ta\ty\n\n2018-09-16\ta\ts\n",
    #"[{"type":"Float","name":"a","stats":{"2021-01-02":{"value":52,"precision":1}},"goal":1}]"#,
    "Id,Tz,From,To,Sched,Hours,Rating,Comment\n"
      + "\"1606420800000\",\"Europe/London\",,,,\"11.0\",,\"\"\n",
    "sid,start,stop,rating,comment,wakes\n1,1774735200000,1774760400000,3,a,0\n",
    """
    wake,sleep,bedtime,holes,type,dreams
    "2020-11-23 07:00+0100","2020-11-22 23:00+0100","2020-11-22 22:50+0100",,NAP,NONE
    """,
    "Sleep\nStart Time,End Time\n\"2026-10-12 11:12PM\",\"13-10-2026 6:10 am\"\n",
    #"[{"logId":1,"startTime":"2026-10-24T23:00:00.000","duration":28800000,"mainSleep":true}]"#,
    """
    <?xml version="1.0"?><!DOCTYPE HealthData [<!ELEMENT HealthData ANY>]>
    <HealthData><Record type="HKCategoryTypeIdentifierSleepAnalysis" value="InBed" \
    startDate="2026-09-13 23:00:00 +0200" endDate="2026-09-14 06:30:00 +0200">
    <MetadataEntry key="HKTimeZone" value="Europe/Berlin"/></Record></HealthData>
    """,
    #"{"fitnessActivity":"sleep","startTime":"2016-12-29T22:10:00Z","#
      + #""endTime":"2016-12-30T05:52:00Z"}"#,
    "activity name,time started,time ended,comment\n"
      + "night,2026-01-01 23:00:00,2026-01-02 07:00:00,\n",
    "inc 20250611T080000Z - 20250611T083000Z # \"a b\" c # \"d\"\ninc 20250612T080000Z # night\n",
    #"[{"id":1,"start":"20250611T080000Z","end":"20250611T083000Z","tags":["a"]}]"#,
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260701\r\nDURATION:P2\r\n W\r\n"
      + "END:VEVENT\r\nEND:VCALENDAR\r\n",
  ]
}
