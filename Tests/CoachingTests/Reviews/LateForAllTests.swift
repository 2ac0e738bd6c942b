import CivilCalendar
import Statistics
import Testing

@testable import Coaching

/// Late is late wherever it is asked: in the measures, the programme, the tips, the cues and the
/// reviews, for whomever the night begins.
@Suite struct LateForAllTests {
  /// Whether the light went out in time; nil where the person has set no time.
  typealias Evening = (who: String, lightsOut: String?, answer: String, isInTime: Bool?)

  static let evenings: [Evening] = [
    ("a night worker, three hours late", "09:00", "12:10", false),
    ("a night worker, just too late", "09:00", "09:31", false),
    ("a night worker, as late as is allowed", "09:00", "09:30", true),
    ("a night worker, early", "09:00", "06:00", true),
    ("a night owl, late", "04:45", "05:40", false),
    ("a night owl, late at noon", "04:45", "12:30", false),
    ("a night owl, in time", "04:45", "04:00", true),
    ("a night owl, very early", "04:45", "23:00", true),
    ("an early sleeper, late", "21:00", "21:40", false),
    ("an early sleeper, late after midnight", "21:00", "00:30", false),
    // Half the clock and more behind it is before it.
    ("an early sleeper, in the morning", "21:00", "09:30", true),
    ("an ordinary evening, late", "23:00", "23:40", false),
    ("an ordinary evening, late after midnight", "23:00", "00:20", false),
    ("an ordinary evening, in time", "23:00", "22:10", true),
    ("nobody's evening, without a time", nil, "02:00", nil),
  ]

  /// Six evenings in a row with the same answer, told to the coach and to the measures.
  private struct Person {
    var story = TipPrioritiesTests.begun()
    var entries: [HabitHistory.Entry] = []
    let habit: Habit
    static let days = 4..<10

    init(_ evening: Evening, writingAims: AimsWritten) throws {
      let lightsOut = evening.lightsOut.flatMap { WeeklyTimes([$0]) }
      let asked = question(Habit.sleep, .timeOfDay, better: .ownTarget, about: .eveningBefore)
      habit = Habit(asked, PersonalTargets(lightsOut: lightsOut).aim(of: asked))
      story.profile.lightsOut = lightsOut
      let answer = Answer.timeOfDay(try #require(CivilTime(evening.answer)))
      for day in Self.days {
        let aim = writingAims == .withAnswers ? habit.aim : nil
        let answered = Answered(question: Habit.sleep, answer: answer, from: "command", aim: aim)
        story.happened(.answered(answered), on: day)
        let entry = HabitHistory.Entry(
          sequence: Int64(day),
          day: TipPrioritiesTests.Story.first.adding(days: day),
          answer: answer,
          aim: aim
        )
        entries.append(entry)
      }
    }

    var next: CivilDate { TipPrioritiesTests.Story.first.adding(days: Self.days.upperBound) }

    var judged: HabitDays {
      let last = next.adding(days: -1)
      return HabitDays(habit, HabitHistory(entries: entries), through: last, today: next)
    }

    /// The evenings on time, of those that the report of sleep judges.
    var report: SleepMeasure.End {
      Diary(
        lightsOut: judged.days,
        getUp: [],
        energy: [],
        zone: .utc,
        freeWeekdays: [],
        last: next
      ).measure.lightsOut
    }
  }

  enum AimsWritten: CaseIterable {
    case withAnswers
    /// By an older version, which wrote none down.
    case nowhere
  }

  @Test func `Who had set no time when they answered was never late, whatever they set since`() {
    var story = TipPrioritiesTests.begun()
    story.profile.lightsOut = WeeklyTimes(["23:00"])
    for day in 4..<10 {
      let answer = Answer.timeOfDay(CivilTime(secondOfDay: 3600))
      let answered = Answered(question: "sleep", answer: answer, from: "", aim: Aim(.unset))
      story.happened(.answered(answered), on: day)
    }
    let next = TipPrioritiesTests.Story.first.adding(days: 10)
    #expect(story.coach.fourSteps(on: next, for: story.context).steps[0] == nil)
    #expect(story.claim(on: 10) != "follow-up/late")
  }

  @Test(arguments: evenings.indices, AimsWritten.allCases)
  func `An evening is in time for all or for none`(_ place: Int, _ aims: AimsWritten) throws {
    let evening = Self.evenings[place]
    let person = try Person(evening, writingAims: aims)
    let comment = Comment(rawValue: evening.who)
    let context = person.story.context
    let isLate = evening.isInTime == false
    let count = Person.days.count
    // The measures, and the report and the review that are made of them.
    let states = Set(person.judged.days.map(\.state))
    #expect(states == [evening.isInTime.map { $0 ? .done : .missed } ?? .unknown], comment)
    #expect(person.report.onTime == (evening.isInTime == true ? count : 0), comment)
    let review = Review([HabitMeasure(person.judged)], .week, through: person.next)
    let done = review.lines.map(\.tally.done)
    #expect(done == (evening.isInTime.map { [$0 ? count : 0] } ?? []), comment)
    // The programme, the tips, a cue, and the balance of giving.
    let coach = person.story.coach
    #expect(coach.fourSteps(on: person.next, for: context).steps[0] == evening.isInTime, comment)
    #expect((person.story.claim(on: 10) == "follow-up/late") == isLate, comment)
    var cue = Cue(id: "late-evenings", rows: [], texts: [""])
    cue.week = .late
    #expect(coach.hasCome(cue, on: person.next, for: context) == isLate, comment)
    let lateness = coach.balance(before: person.next, for: context).lateness
    #expect(lateness.recent.isEmpty == (evening.isInTime == nil), comment)
    let isOver = lateness.recent.contains { $0 > Double(Lateness.onTimeMinutes) }
    #expect(isOver == isLate, comment)
  }
}
