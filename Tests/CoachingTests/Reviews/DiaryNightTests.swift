import Coaching
import TestSupport
import Testing

/// What a night is by its ends and by the stretches in which somebody slept.
@Suite struct DiaryNightTests {
  /// Answers about one night, from the evening of the 22nd on, and what is made of them: when it
  /// was, what was slept in minutes, and the middle of sleep.
  static let nights: [(rule: String, down: String?, up: String?, told: String, night: String?)] = [
    ("two times are a night", "23:00", "07:00", "", "23:00–07:00 480 told:no 03:00"),
    ("after midnight", "00:30", "07:30", "", "00:30–07:30 420 told:no 04:00"),
    ("one time is none", "23:00", nil, "", nil),
    ("stretches are slept", "23:00", "07:00", "23:30-06:30", "23:00–07:00 420 told:yes 03:00"),
    (
      "awake between", "23:00", "07:00", "23:30-02:00 03:00-06:30",
      "23:00–07:00 360 told:yes 03:00"
    ),
    ("stretches alone", nil, nil, "23:30-06:30", "23:30–06:30 420 told:yes 03:00"),
    (
      "nobody sleeps before the light is out", "23:50", "07:00", "23:30-06:30",
      "23:50–07:00 400 told:yes 03:10"
    ),
    (
      "of other hours nothing is believed", "09:00", "16:00", "23:30-06:30",
      "09:00–16:00 420 told:no 12:30"
    ),
  ]

  @Test(arguments: nights)
  func `A night is made of its ends and its stretches`(
    _ given: (rule: String, down: String?, up: String?, told: String, night: String?)
  ) throws {
    let evening = try #require(CivilDate("2026-11-22"))
    var diary = Diary(
      lightsOut: try Self.day(evening, given.down),
      getUp: try Self.day(evening.adding(days: 1), given.up),
      energy: [],
      zone: .utc,
      freeWeekdays: [],
      last: evening.adding(days: 1)
    )
    diary.told = try Self.told(evening, given.told)
    #expect(diary.nights(from: evening).first.map(Self.words) == given.night, "\(given.rule)")
  }

  private static func day(_ day: CivilDate, _ text: String?) throws -> [HabitDay] {
    guard let text else { return [] }
    let answer = Answer.timeOfDay(try time(text))
    return [
      HabitDay(day: day, state: .unknown, brought: .skipped, aim: Aim(.unset), answer: answer)
    ]
  }

  private static func told(_ evening: CivilDate, _ text: String) throws -> [HabitDay] {
    let stretches = try text.split(separator: " ").map { part -> Stretch in
      let ends = try part.split(separator: "-").map { text -> Stretch.End in
        let time = try time(String(text))
        let date = time.hour < 12 ? evening.adding(days: 1) : evening
        let instant = Zone.utc.instant(of: CivilDateTime(date: date, time: time))
        return Stretch.End(instant, in: .utc)
      }
      return try #require(Stretch(from: ends[0], until: ends[1]))
    }
    if stretches.isEmpty { return [] }
    let answer = Answer.stretches(stretches)
    return [
      HabitDay(day: evening, state: .unknown, brought: .skipped, aim: Aim(.unset), answer: answer)
    ]
  }

  private static func words(_ night: DiaryNight) -> String {
    let ends = [night.inBed.lowerBound, night.inBed.upperBound].map { seconds in
      String(Zone.utc.civil(at: Instant(seconds: seconds)).time.description.prefix(5))
    }
    let minutes = Int((night.middle * 60).rounded())
    let middle = CivilTime(secondOfDay: minutes * 60 % CivilTime.secondsInDay)
    let slept = night.asleepSeconds / 60
    return "\(ends[0])–\(ends[1]) \(slept) told:\(night.isTold ? "yes" : "no") \(middle)"
  }

  @Test(arguments: ["", "2026-11-22T23:30:00+01:00", "a/b", "2026-11-22T23:30:00+01:00/"])
  func `What is no stretch is none`(text: String) {
    #expect([Stretch](written: text) == nil)
  }

  @Test func `A stretch is read as it is written, with the clocks of both its ends`() throws {
    let text = "2026-11-22T22:00:00-05:00/2026-11-23T11:30:00+01:00"
    let stretches = try #require([Stretch](written: text))
    #expect(stretches.written == text)
    #expect(stretches.seconds == 7 * 3600 + 1800)
    #expect(stretches[0].from.local.time == CivilTime(hour: 22, minute: 0))
    let backwards = "2026-11-23T06:00:00+01:00/2026-11-22T23:00:00+01:00"
    #expect([Stretch](written: backwards) == nil)
    #expect([Stretch](written: "\(text) \(text)") == nil, "they overlap")
  }
}
