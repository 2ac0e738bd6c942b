import Coaching
import Storage
import TestSupport
import Testing

/// What is measured of a question is the whole of its history, and nothing of the rest.
@Suite struct HistoryContract {
  private func history(
    _ ledger: any Keeping,
    from first: Int? = nil,
    through last: Int = 0
  ) throws -> HabitHistory {
    let first = first.map { day($0) }
    return try #require(
      try ledger.histories(of: ["help"], from: first, through: day(last)).first
    )
  }

  private func help(_ outcome: Outcome, aim: Aim? = nil) -> Event {
    let answer = Answer.outcome(outcome)
    return .answered(Answered(question: "help", answer: answer, from: "command", aim: aim))
  }

  private func asking(_ question: String, _ slot: String, _ offset: Int) -> Draft {
    var asking = prompted(slot, day(offset))
    asking.questions = [question]
    return draft(.prompted(asking), offset)
  }

  @Test(arguments: Keeper.allCases)
  func `Answers come by day, with what was meant when they were given`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let aim = Aim(.done, try #require(Frequency(times: 3, days: 7)))
      _ = try ledger.append([
        draft(help(.taken), -400), draft(help(.declined, aim: aim), 0),
        draft(help(.couldNot), -2), draft(help(.taken, aim: aim), -2),
        draft(answered("energy", .scale(3)), -1), draft(answered("help", .noOccasion), 1),
      ])
      let entries = try history(ledger).entries
      #expect(entries.map(\.day) == [-400, -2, -2, 0].map(day))
      #expect(entries.map(\.sequence) == [1, 3, 4, 2])
      let outcomes: [Outcome] = [.taken, .couldNot, .taken, .declined]
      #expect(entries.map(\.answer) == outcomes.map(Answer.outcome))
      #expect(entries.map(\.aim) == [nil, nil, aim, aim])
      let answers = try ledger.coach(around: day(0), tips: []).answers
      #expect(answers.map(\.answered.aim) == [aim, nil, aim, nil, nil])
      #expect(try history(ledger, through: 1).entries.last?.answer == .noOccasion)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A note is no part of it, whatever is in it`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let notes = [nil, "", "a seat", #"“no”, she said: "no"\"#, #"","note":"","answer":"taken"#]
      _ = try ledger.append(
        notes.enumerated().map { index, note in
          let answer = Answer.outcome(.declined)
          let aim = Aim(.done)
          let answered = Answered(
            question: "help",
            answer: answer,
            note: note,
            from: "command",
            aim: aim
          )
          return draft(.answered(answered), -index)
        }
      )
      let entries = try history(ledger).entries
      #expect(entries.map(\.answer) == notes.map { _ in .outcome(.declined) })
      #expect(entries.map(\.aim) == notes.map { _ in Aim(.done) })
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What was taken back is no part of it`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let facts = try ledger.append([
        draft(help(.taken), -1), draft(help(.declined), -1),
        draft(.away(from: day(-9), through: day(-7)), -7),
        draft(.away(from: day(-5), through: day(-4)), -4),
      ])
      _ = try ledger.append([facts[1], facts[3]].map { draft(.undone(fact: $0.id)) })
      let history = try history(ledger)
      #expect(history.entries.map(\.sequence) == [1])
      #expect(history.absences == [day(-9)...day(-7)])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A return ends the absence that it is in, on the day before`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      _ = try ledger.append([
        draft(.away(from: day(-9), through: day(-3)), -3),
        draft(.away(from: day(-20), through: day(-18)), -18),
        draft(.returned(on: day(-7)), -3),
      ])
      #expect(Set(try history(ledger).absences) == [day(-9)...day(-8), day(-20)...day(-18)])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Another aim that was seen is known from its day on`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let aim = Aim(.atLeast(3), try #require(Frequency(times: 1, days: 7)))
      _ = try ledger.append([
        draft(.aimed(aim, question: "help"), -3), draft(.aimed(aim, question: "energy"), -2),
        draft(.aimed(Aim(.done), question: "help"), 0), draft(.aimed(aim, question: "help"), 1),
      ])
      let changes = try history(ledger).changes
      #expect(changes.map(\.sequence) == [1, 3])
      #expect(changes.map(\.day) == [day(-3), day(0)])
      #expect(changes.map(\.aim) == [aim, Aim(.done)])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `It is known when a question was asked`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      _ = try ledger.append([
        asking("help", "offer", 0), asking("energy", "evening", -3), asking("help", "offer", -2),
        asking("help", "evening", -2), asking("help", "offer", 1),
      ])
      let history = try history(ledger)
      #expect(history.asked == [day(-2), day(0)])
      #expect(
        try ledger.histories(of: ["energy", "none"], from: nil, through: day(0)).map(\.asked.count)
          == [1, 0]
      )
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Of what was before a first day, what tells of it is known`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      let facts = try ledger.append([
        draft(help(.taken), -9), draft(help(.declined), -5), draft(help(.couldNot), -4),
        draft(help(.taken), -3), draft(help(.declined), -1),
        draft(answered("energy", .scale(3)), -2),
      ])
      _ = try ledger.append([draft(.undone(fact: facts[2].id)), draft(.undone(fact: facts[4].id))])
      #expect(try history(ledger, from: -3).entries.map(\.sequence) == [2, 4])
      #expect(try history(ledger, from: 0).entries.map(\.sequence) == [4])
      #expect(try history(ledger, from: -20).entries.map(\.sequence) == [1, 2, 4])
      // What was filled in later says nothing of what was meant then.
      _ = try ledger.append((-8 ... -6).map { draft(help(.taken), $0) })
      #expect(try history(ledger, from: -5).entries.map(\.sequence) == [1, 9, 10, 11, 2, 4])
    }
  }

  /// A year of a life in which the person changes what they mean, fills in what they left out and
  /// takes back what they said.
  private func live(_ ledger: any Keeping, _ chance: inout SplitMix64) throws {
    let aims = [
      Aim(.atMost(4)), Aim(.atMost(20), try #require(Frequency(times: 1, days: 7))),
      Aim(.atLeast(6)), Aim(.atLeast(3), try #require(Frequency(times: 1, days: 7))),
    ]
    var aim = aims[0]
    for offset in -400...0 {
      if chance.happens(1, in: 9) { aim = chance.pick(aims) }
      var drafts: [Draft] = chance.happens(1, in: 8) ? [] : [asking("help", "offer", offset)]
      for _ in 0..<chance.below(3) {
        let answer = chance.happens(1, in: 6) ? Answer.noOccasion : .scale(chance.below(11))
        let answered = Answered(question: "help", answer: answer, from: "command", aim: aim)
        let back = chance.happens(1, in: 2) ? 0 : chance.below(8)
        drafts.append(draft(.answered(answered), offset - back))
      }
      if chance.happens(1, in: 60) {
        drafts.append(draft(.away(from: day(offset), through: day(offset + 5)), offset + 5))
      }
      for fact in try ledger.append(drafts) where chance.happens(1, in: 12) {
        guard case .answered = fact.event else { continue }
        let ago = fact.day.dayNumber - day(0).dayNumber
        _ = try ledger.append([draft(.undone(fact: fact.id), ago)])
      }
    }
  }

  @Test(arguments: Keeper.allCases, 1...4)
  func `Days read by themselves are as they are in the whole life`(
    _ keeper: Keeper,
    _ seed: UInt64
  ) throws {
    var chance = SplitMix64(seed: seed)
    let wording = Question.Wording(title: "", ask: "", hint: "")
    let question = Question(id: "help", rows: [], kind: .scale, better: .more, wording: wording)
    let habit = Habit(question, Aim(.atLeast(5)))
    try keeper.check { ledger in
      try live(ledger, &chance)
      for _ in 1...60 {
        let first = -chance.below(380)
        let last = first + chance.below(-first + 1)
        let days = { (start: Int?) in
          let known = try history(
            ledger,
            from: start.map { $0 - HabitDays.reach(of: [habit]) },
            through: last
          )
          let judged = HabitDays(habit, known, through: day(last), today: day(0))
          let measure = HabitMeasure(judged)
          let review = Review([measure], .week, through: day(last))
          return (judged.days.filter { $0.day >= day(first) }, review.lines)
        }
        let (alone, whole) = (try days(first), try days(nil))
        #expect(alone.0 == whole.0, "\(first) through \(last)")
        if last - first >= 6 { #expect(alone.1 == whole.1) }
      }
    }
  }
}
