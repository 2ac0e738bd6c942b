import Coaching
import TestSupport
import Testing

/// Days from 22 November 2026, a Sunday.
private func day(_ offset: Int) -> CivilDate { CivilDate(dayNumber: 20_779).adding(days: offset) }

/// A question of a kind; its words do not matter here.
func question(
  _ id: String,
  _ kind: AnswerKind,
  better: Question.Polarity = .more,
  about: Question.Subject = .day
) -> Question {
  Question(
    id: id,
    rows: [],
    kind: kind,
    better: better,
    about: about,
    wording: Question.Wording(title: id, ask: id, hint: id)
  )
}

@Suite struct HabitDaysTests {
  private let help = Habit(question("help", .outcome), Aim(.done))
  private let walk = question("walk", .yesNo)

  /// Answers by day, the last of them today's.
  private func history(
    _ answers: [(Int, Answer)],
    asked: [Int] = [],
    changed: [(Int, Aim)] = [],
    aim: Aim? = nil
  ) -> HabitHistory {
    HabitHistory(
      entries: answers.enumerated().map { index, given in
        HabitHistory.Entry(
          sequence: Int64(index + 1),
          day: day(given.0),
          answer: given.1,
          aim: aim
        )
      },
      asked: asked.map(day),
      changes: changed.enumerated().map { index, change in
        HabitHistory.Change(sequence: Int64(100 + index), day: day(change.0), aim: change.1)
      }
    )
  }

  /// The letters of the states, the oldest first.
  private func word(_ habit: Habit, _ history: HabitHistory, last: Int = 0) -> String {
    letters(HabitDays(habit, history, through: day(last), today: day(0)).days.map(\.state))
  }

  private func letters(_ states: [DayState]) -> String {
    String(
      states.map { state -> Character in
        switch state {
        case .done: "D"
        case .missed: "M"
        case .excused: "E"
        case .notDue: "N"
        case .unknown: "U"
        }
      }
    )
  }

  @Test func `An offer is done, whatever became of it; without an occasion nothing counts`() {
    let outcomes = Outcome.allCases.map(Answer.outcome)
    let answers = Array(zip(-3...0, outcomes + [.noOccasion]))
    #expect(word(help, history(answers)) == "DDDE")
  }

  @Test func `A day is unknown for three days, then missed if it was asked about, else unknown`() {
    let first = [(-6, Answer.outcome(.taken))]
    #expect(word(help, history(first, asked: [-6, -4, -2, 0])) == "DUMUUUU")
    #expect(word(help, history(first, asked: [-6, -4, -2, 0]), last: -2) == "DUUUU")
    #expect(word(help, history(first)) == "DUUUUUU")
  }

  @Test func `The evening before is asked about in the morning`() throws {
    let sleep = question("sleep", .timeOfDay, better: .ownTarget, about: .eveningBefore)
    let habit = Habit(sleep, Aim(.by(try time("23:00"))))
    let answers = [(-7, Answer.timeOfDay(try time("22:00")))]
    #expect(word(habit, history(answers, asked: [-5, -4])) == "DMMUUUUU")
  }

  @Test func `An evening is on time until half an hour after the target`() throws {
    let sleep = Habit(question("sleep", .timeOfDay), Aim(.by(try time("23:40"))))
    let times = try ["21:00", "23:40", "00:10", "00:11"].map { Answer.timeOfDay(try time($0)) }
    #expect(word(sleep, history(Array(zip(-3...0, times)))) == "DDDM")
    var unset = sleep
    unset.aim = Aim(.unset)
    #expect(word(unset, history(Array(zip(-3...0, times)))) == "UUUU")
  }

  @Test func `Days away do not count, whatever was answered`() {
    var journey = history([(-8, .yesNo(true)), (-6, .yesNo(false)), (-5, .yesNo(true))])
    journey.asked = (-8...0).map(day)
    journey.absences = [day(-7)...day(-5), day(-1)...day(9)]
    #expect(word(Habit(walk, Aim(.done)), journey) == "DEEEMUUEE")
  }

  @Test func `What was answered last stands`() {
    let answers = [(-1, Answer.yesNo(false)), (-1, .yesNo(true)), (0, .yesNo(false))]
    #expect(word(Habit(walk, Aim(.done)), history(answers)) == "DM")
    #expect(word(Habit(walk, Aim(.notDone)), history(answers)) == "MD")
  }

  @Test func `What is not for every day is not missed on one`() throws {
    let habit = Habit(walk, Aim(.done, try frequency("3/7")))
    let walks = history([(-6, .yesNo(true)), (-5, .yesNo(false))], asked: [-6, -5, -4, -1])
    #expect(word(habit, walks) == "DNNNNUN", "what was asked of late may still be answered")
    let days = HabitDays(habit, walks, through: day(0), today: day(0)).days
    let brought: [HabitStrength.Day] = [.done(1), .done(0), .done(0), .done(0), .done(0), .skipped]
    #expect(Array(days.map(\.brought).prefix(6)) == brought)
    #expect(days.map(\.window).allSatisfy { $0 == .unknown }, "the first seven days go on")
    let enough = history([(-6, .yesNo(true)), (-4, .yesNo(true)), (-2, .yesNo(true))])
    #expect(windows(habit, enough) == "UUUUDDD")
  }

  /// What became of the days that end with each one.
  private func windows(_ habit: Habit, _ history: HabitHistory) -> String {
    letters(HabitDays(habit, history, through: day(0), today: day(0)).days.map(\.window))
  }

  @Test func `Nobody has to say no on days without a question`() throws {
    for (often, days) in [("3/7", [0, 2, 4]), ("1/7", [5]), ("2/30", [1, 20]), ("1/14", [0])] {
      let frequency = try frequency(often)
      let habit = Habit(walk, Aim(.done, frequency))
      // Every second round nothing is done.
      let isDone = { (index: Int) in
        index / frequency.days % 2 == 0 && days.contains(index % frequency.days)
      }
      let all = 0..<(6 * frequency.days)
      let done = all.filter(isDone).map { ($0 - all.count + 1, Answer.yesNo(true)) }
      let each = all.map { ($0 - all.count + 1, Answer.yesNo(isDone($0))) }
        .drop { $0.0 < done[0].0 }
      let measures = [done, Array(each)].map { answers in
        HabitMeasure(HabitDays(habit, history(answers), through: day(0), today: day(0)))
      }
      #expect(measures[0].strength?.score == measures[1].strength?.score, "\(often)")
      #expect(measures[0].weeks == measures[1].weeks, "\(often)")
      #expect(measures[0].days.map(\.window) == measures[1].days.map(\.window), "\(often)")
    }
  }

  @Test func `A habit asked once a week and done each time is as strong as a daily one`() throws {
    let saturdays = (0..<20).map { (-7 * (19 - $0), Answer.yesNo(true)) }
    let daily = (0..<20).map { ($0 - 19, Answer.yesNo(true)) }
    let score = { (habit: Habit, history: HabitHistory) in
      let days = HabitDays(habit, history, through: day(0), today: day(0))
      return HabitMeasure(days).strength?.score ?? 0
    }
    let everyDay = score(Habit(walk, Aim(.done)), history(daily, asked: Array(-19...0)))
    let asked = saturdays.map(\.0)
    let weekly = score(
      Habit(walk, Aim(.done, try frequency("1/7"))),
      history(saturdays, asked: asked)
    )
    #expect(weekly > 0.89 && weekly >= everyDay, "\(weekly)")
    let plain = score(Habit(walk, Aim(.done)), history(saturdays, asked: asked))
    #expect(plain == everyDay)
  }

  @Test func `Of days of which nothing was asked or said nothing is known`() throws {
    let thrice = Habit(walk, Aim(.done, try frequency("1/2")))
    let once = history([(-9, .yesNo(true))])
    #expect(word(thrice, once) == "DNNNUUUUUU")
    let sum = Habit(question("run", .count), Aim(.atLeast(3), try frequency("1/2")))
    #expect(word(sum, history([(-9, .count(3))])) == "DDUUUUUUUU")
    #expect(word(sum, history([(-9, .count(3))], asked: [-6])) == "DDUMMUUUUU")
  }

  static let sums: [(rule: String, aim: String, amounts: [Int?], asked: Bool, word: String)] = [
    (
      "a little a day is not enough", "at-least 10 1/7", .init(repeating: 1, count: 9), true,
      "UUUUUUMMM"
    ),
    (
      "much on one day is enough for all that end with it", "at-least 10 1/7",
      [12, nil, nil, nil, nil, nil, nil, 12, nil], false, "DDDDDDDDD"
    ),
    (
      "a zero that is said and one that is not are the same", "at-least 10 1/7",
      [12, 0, 0, 0, 0, 0, 0, 0, 0], true, "DDDDDDDMM"
    ),
    (
      "too much is too much at once, and what is within is so once the days are over",
      "at-most 4 1/7", [3, 3, 3, 3, 3, 3, 3, 3], true, "UMMMMMMM"
    ),
    ("within", "at-most 4 1/7", [0, 1, 0, 2, 0, 0, 1, 0, 0], true, "UUUUUUDDD"),
    ("what is not said adds nothing", "at-most 4 1/3", [2, nil, nil, nil], false, "UUDU"),
    ("none at all", "at-most 0 1/3", [0, 0, 0, 1, 0, 0, 0], true, "UUDMMMD"),
    ("each day by itself", "at-least 2 1/1", [2, 1, nil, nil, nil, nil], true, "DMUUUU"),
  ]

  @Test(arguments: sums)
  func `A number in some days is judged by their sum`(
    _ sum: (rule: String, aim: String, amounts: [Int?], asked: Bool, word: String)
  ) throws {
    let aim = try #require(Aim(sum.aim))
    let habit = Habit(question("run", .count), aim)
    let first = 1 - sum.amounts.count
    let answers = sum.amounts.enumerated().compactMap { index, amount in
      amount.map { (first + index, Answer.count($0)) }
    }
    let given = history(answers, asked: sum.asked ? Array(first...0) : [])
    #expect(word(habit, given) == sum.word, "\(sum.rule)")
    #expect(windows(habit, given) == sum.word, "\(sum.rule)")
  }

  @Test func `A day that is excused is none of the days that are looked at together`() throws {
    let habit = Habit(question("run", .count), Aim(.atLeast(4), try frequency("1/3")))
    var given = history([(-8, .count(2)), (-7, .count(2)), (-3, .count(0)), (-2, .count(0))])
    given.absences = [day(-6)...day(-4)]
    #expect(word(habit, given) == "UDEEEDMMM")
    #expect(word(habit, history([(-1, .count(4)), (0, .noOccasion)])) == "DE")
  }

  @Test func `Another aim holds from the day on which it was first seen`() throws {
    let thrice = Aim(.done, try frequency("3/7"))
    let daily = Aim(.done)
    let given = { history([(-9, .yesNo(true))], asked: Array(-9...0), changed: $0, aim: thrice) }
    #expect(word(Habit(walk, daily), given([])) == "DNNNNNUUUU")
    #expect(word(Habit(walk, daily), given([(-6, daily)])) == "DNNMMMUUUU")
    #expect(word(Habit(walk, thrice), given([(-6, daily), (-4, thrice)])) == "DNNMMNUUUU")
    #expect(word(Habit(walk, daily), given([(-12, daily)])) == "DNNNNNUUUU", "a clock ran back")
  }

  @Test func `Numbers are judged by their target, and what is to stay small by what was said`() {
    let points = [6, 7, 8].map { Answer.scale($0) }
    let energy = question("energy", .scale)
    #expect(word(Habit(energy, Aim(.atLeast(7))), history(Array(zip(-2...0, points)))) == "MDD")
    let cups = Habit(question("cups", .count), Aim(.atMost(2)))
    let some = [(-6, Answer.count(2)), (-5, .count(3))]
    #expect(word(cups, history(some, asked: [-6, -5, -4])) == "DMUUUUU")
  }

  @Test func `Another target never judges again what was judged`() throws {
    let sleep = question("sleep", .timeOfDay)
    let late = Aim(.by(try time("23:30")))
    let early = Aim(.by(try time("22:00")))
    let answers = try [(-3, "23:40"), (-2, "23:40"), (-1, "22:10")].map {
      ($0.0, Answer.timeOfDay(try time($0.1)))
    }
    let before = word(Habit(sleep, late), history(answers, aim: late))
    let after = word(Habit(sleep, early), history(answers, aim: late))
    #expect(before == "DDDU")
    #expect(after == before)
  }

  @Test func `Another frequency holds from the day on which it was made`() throws {
    let daily = Aim(.done)
    let weekly = Aim(.done, try frequency("1/7"))
    let answers = [(-9, Answer.yesNo(true)), (-6, .yesNo(true))]
    let given = history(answers, asked: Array(-9...0), aim: daily)
    #expect(word(Habit(walk, daily), given) == "DMMDMMUUUU")
    #expect(word(Habit(walk, weekly), given) == "DMMDMMUUUN")
    var filledIn = given
    let entry = HabitHistory.Entry(
      sequence: 3,
      day: day(-8),
      answer: .yesNo(true),
      aim: weekly
    )
    filledIn.entries.insert(entry, at: 1)
    #expect(word(Habit(walk, weekly), filledIn) == "DDMDMMUUUN", "what is filled in moves nothing")
  }

  @Test func `What is filled in later is judged by what was meant then, and nothing else is`() {
    let energy = question("energy", .scale)
    let given: [(ago: Int, answer: Int, least: Int)] = [(-7, 7, 6), (-4, 5, 6), (-6, 4, 3)]
    let entries = given.enumerated().map { index, given in
      HabitHistory.Entry(
        sequence: Int64(index),
        day: day(given.ago),
        answer: .scale(given.answer),
        aim: Aim(.atLeast(DecimalNumber(given.least)))
      )
    }
    let history = HabitHistory(entries: entries.sorted { $0.day < $1.day })
    #expect(word(Habit(energy, Aim(.atLeast(3))), history) == "DDUMUUUU")
    #expect(word(Habit(energy, Aim(.atLeast(9))), history) == "DDUMUUUU")
  }

  @Test func `An aim is read as it is written`() throws {
    let aims = [
      Aim(.done), Aim(.notDone, try frequency("2/3")), Aim(.by(try time("23:05"))),
      Aim(.atLeast(7)), Aim(.atMost(0), try frequency("1/7")), Aim(.unset),
    ]
    for aim in aims { #expect(Aim(aim.description) == aim, "\(aim)") }
    let others = ["", "done", "1/1", "done 0/1", "by 1/1", "by noon 1/1", "at-least 1/1", "x 1/1"]
    for text in others { #expect(Aim(text) == nil, "\(text)") }
  }

  @Test func `Questions with a good answer are habits, each with the person's own time`() throws {
    var teaching = Teaching()
    teaching.questions = [
      question("sleep", .timeOfDay, better: .ownTarget), question("get-up", .timeOfDay),
      question("energy", .scale), question("help", .outcome), question("note", .text),
      question("tip-done", .yesNo, about: .tip), question("scroll", .yesNo, better: .less),
      question("mood", .scale, better: .neither),
    ]
    let habits = teaching.habits(PersonalTargets(lightsOut: WeeklyTimes(["23:00"])))
    let aims = habits.map { "\($0.question.id): \($0.aim)" }
    #expect(
      aims == [
        "sleep: by 23:00 1/1", "get-up: unset 1/1", "energy: unset 1/1", "help: done 1/1",
        "scroll: not-done 1/1",
      ]
    )
  }
}
