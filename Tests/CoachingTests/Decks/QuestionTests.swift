import Coaching
import TestSupport
import Testing

@Suite struct QuestionTests {
  static let evenings = Case.table(
    """
    before midnight it is this evening's
      23:40 said 22T23:50 => 22
    after midnight it still is the evening's
      23:40 said 23T00:10 => 22
    at breakfast it was the evening before
      23:40 said 23T07:30 => 22
    in the evening, before that time comes, too
      23:40 said 23T23:30 => 22
    after midnight, said at once, belongs to the evening before
      00:40 said 23T00:50 => 22
    and said at breakfast
      00:40 said 23T07:30 => 22
    and said the next evening
      00:40 said 23T23:00 => 22
    and said just before it comes again
      00:40 said 24T00:39 => 22
    at five in the morning, said at once
      05:00 said 23T05:10 => 22
    at five in the morning, said at noon
      05:00 said 23T12:00 => 22
    at five in the morning, said before that
      05:00 said 23T04:50 => 21
    a minute before noon is the evening's last
      11:59 said 23T12:30 => 22
    noon is the evening's first
      12:00 said 23T12:30 => 23
    no occasion is for the evening that is asked about
      none said 23T07:30 => 22
    no occasion said before the day starts
      none said 23T03:59 => 21
    """
  )

  @Test(arguments: evenings)
  func `When the light went out belongs to the evening before`(_ row: Case) throws {
    let words = row.given[0].split(separator: " ").map(String.init)
    let answer = CivilTime(words[0]).map(Answer.timeOfDay) ?? .noOccasion
    let sleep = try #require(PlanFixture.teaching.question("sleep"))
    let calendar = try PlanFixture().context.calendar
    let day = sleep.answerDay(of: answer, given: try PlanFixture.instant(words[2]), in: calendar)
    #expect(day == PlanFixture.day(row.expected), "\(row.rule)")
  }

  @Test func `Any other answer belongs to the day that is lived`() throws {
    let energy = try #require(PlanFixture.teaching.question("energy"))
    let calendar = try PlanFixture().context.calendar
    for (said, day) in [("23T03:59", "22"), ("23T04:00", "23"), ("23T23:59", "23")] {
      let now = try PlanFixture.instant(said)
      #expect(energy.answerDay(of: .scale(7), given: now, in: calendar) == PlanFixture.day(day))
    }
  }

  /// The question, for how many days back it is answered, the day; today is the 23rd.
  static let limits: [(question: String, back: Int, day: String, isTaken: Bool)] = [
    ("energy", 7, "23", true), ("energy", 7, "16", true), ("energy", 7, "15", false),
    ("energy", 7, "24", false), ("energy", 0, "23", true), ("energy", 0, "22", false),
    ("energy", 1, "22", true), ("energy", 1, "21", false), ("energy", 20, "03", true),
    // Asked this morning it is for the evening before; this evening's can be told already.
    ("sleep", 0, "22", true), ("sleep", 0, "23", true), ("sleep", 0, "21", false),
    ("sleep", 7, "15", true), ("sleep", 7, "14", false), ("sleep", 7, "24", false),
    ("done", 7, "16", true), ("done", 7, "15", false),
  ]

  @Test(arguments: limits)
  func `An answer is taken for a day up to the question's limit, and for none to come`(
    name: String,
    back: Int,
    day: String,
    isTaken: Bool
  ) throws {
    var question = try #require(PlanFixture.teaching.question(name))
    question.backfillDays = back
    #expect(question.takes(PlanFixture.day(day), on: PlanFixture.day("23")) == isTaken)
  }

  @Test(
    arguments: [
      (["thanks", "goodwill"], "thanks, goodwill"), (["thanks,", "Trust"], "thanks, Trust"),
      (["thanks", "a lift home"], "thanks, a lift home"),
      (["help", "from", "her"], "help from her"),
      (["a lift", "home"], "a lift home"), (["thanks"], "thanks"),
    ]
  )
  func `Words that all name a form, or stood in quotes, are an answer each`(
    _ words: [String],
    _ answer: String
  ) {
    var question = PlanFixture.question("came-back", .text)
    #expect(question.answer(of: words) == words.joined(separator: " "))
    question.wording.tags = [
      ("thanks", "thanks"), ("goodwill", "goodwill"), ("trust", "trust"), ("help", "help"),
    ]
    #expect(question.answer(of: words) == answer)
  }
}
