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
    used: [Int] = [],
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
      used: used.map(day)
    )
  }

  /// The letters of the states, the oldest first.
  private func word(_ habit: Habit, _ history: HabitHistory, last: Int = 0) -> String {
    let judged = HabitDays(habit, history, through: day(last), today: day(0))
    return String(
      judged.days.map { day -> Character in
        switch day.state {
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

  @Test func `A day is unknown for three days, then missed if it was asked about, else excused`() {
    let first = [(-6, Answer.outcome(.taken))]
    #expect(word(help, history(first, asked: [-6, -4, -2, 0])) == "DEMUUUU")
    #expect(word(help, history(first, asked: [-6, -4, -2, 0]), last: -2) == "DUUUU")
    #expect(word(help, history(first)) == "DEEUUUU")
  }

  @Test func `What nobody asks about is missed on days on which the coach was there`() {
    let habit = Habit(walk, Aim(.done))
    #expect(word(habit, history([(-6, .yesNo(true))], used: [-6, -4])) == "DEMUUUU")
  }

  @Test func `The evening before is asked about in the morning`() throws {
    let sleep = question("sleep", .timeOfDay, better: .ownTarget, about: .eveningBefore)
    let habit = Habit(sleep, Aim(.by(try time("23:00"))))
    let answers = [(-7, Answer.timeOfDay(try time("22:00")))]
    #expect(word(habit, history(answers, asked: [-5, -4])) == "DMMEUUUU")
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
    let walks = history([(-6, .yesNo(true)), (-5, .yesNo(false))], asked: [-6, -5, -4])
    #expect(word(habit, walks) == "DNNUUUU")
    let days = HabitDays(habit, walks, through: day(0), today: day(0)).days
    #expect(days.prefix(4).map(\.brought) == [.done(1), .done(0), .done(0), .skipped])
    // It can be done on a day that does not ask for it, as long as the coach was there.
    var week = walks
    week.used = [-6, -5, -3].map(day)
    #expect(word(habit, week) == "DNEUUUU")
    week.used = (-9 ... -4).map(day)
    week.asked = [day(-6)]
    #expect(word(habit, week) == "DNNUUUU")
    #expect(word(Habit(walk, Aim(.done)), week) == "DMEUUUU")
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
    #expect(word(Habit(walk, weekly), given) == "DMMDMMUUUU")
    var filledIn = given
    let entry = HabitHistory.Entry(
      sequence: 3,
      day: day(-8),
      answer: .yesNo(true),
      aim: weekly
    )
    filledIn.entries.insert(entry, at: 1)
    #expect(word(Habit(walk, weekly), filledIn) == "DDMDMMUUUU", "what is filled in moves nothing")
  }

  @Test func `What is filled in later is judged by what was meant then, and nothing else is`() {
    let energy = question("energy", .scale)
    let given: [(ago: Int, answer: Int, least: Int)] = [(-7, 7, 6), (-4, 5, 6), (-6, 4, 3)]
    let entries = given.enumerated().map { index, given in
      HabitHistory.Entry(
        sequence: Int64(index),
        day: day(given.ago),
        answer: .scale(given.answer),
        aim: Aim(.atLeast(given.least))
      )
    }
    let history = HabitHistory(entries: entries.sorted { $0.day < $1.day })
    #expect(word(Habit(energy, Aim(.atLeast(3))), history) == "DDEMUUUU")
    #expect(word(Habit(energy, Aim(.atLeast(9))), history) == "DDEMUUUU")
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
