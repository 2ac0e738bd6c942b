import Coaching
import Configuration
import Testing

/// Habits and targets of a person's own, and what is refused of them.
@Suite struct HabitSettingsTests {
  static let walk = "[[habit]]\nid = \"walk\"\nquestion = \"Did you walk?\"\nanswer = \"yes-no\""

  private func aim(_ more: String, answer: String = "yes-no") throws -> String {
    let text = "[[habit]]\nid = \"a\"\nquestion = \"A?\"\nanswer = \"\(answer)\"\n\(more)"
    return try #require(try settings(text).habits.first).aim.description
  }

  @Test func `A habit needs no more than a name, a question and a kind of answer`() throws {
    let settings = try settings(Self.walk)
    let habit = try #require(settings.habits.first)
    #expect(habit.question.wording.title == "walk")
    #expect(habit.question.wording.ask == "Did you walk?")
    #expect(habit.aim == Aim(.done))
    #expect(settings.slots == Settings().slots)
    #expect(settings.aims.aim(of: habit.question) == Aim(.done))
  }

  @Test func `Every key of a habit is read, and its slot carries it`() throws {
    let more = """

      title = "A walk"
      better = "more"
      target = "done"
      times = 3
      per-days = 7
      slot = "end-of-work"
      every = "2d"
      """
    let settings = try settings(Self.walk + more)
    let habit = try #require(settings.habits.first)
    #expect(habit.question.wording.title == "A walk")
    #expect(habit.aim.description == "done 3/7")
    #expect(habit.question.every == .days(2))
    #expect(settings.slots[2].carries == Settings().slots[2].carries + ["walk"])
  }

  @Test func `A target says which way is better, and its days what it adds up over`() throws {
    #expect(try aim("better = \"less\"") == "not-done 1/1")
    #expect(try aim("target = \"not done\"") == "not-done 1/1")
    #expect(try aim("target = \"at least 3\"\nper-days = 7", answer: "count") == "at-least 3 1/7")
    #expect(try aim("target = \"At most 2\"", answer: "scale") == "at-most 2 1/1")
    #expect(try aim("target = \"by 22:45\"", answer: "time-of-day") == "by 22:45 1/1")
    #expect(try aim("", answer: "count") == "unset 1/1")
    #expect(try aim("", answer: "outcome") == "done 1/1")
    let text = Self.walk.replacing("yes-no", with: "count") + "\ntarget = \"at most 2\""
    #expect(try settings(text).habits[0].question.better == .less)
  }

  static let refusals: [(more: String, words: String)] = [
    ("target = \"at least 3\"", "5: “at least 3” fits no yes-no answer, which takes “done” or"),
    ("target = \"often\"", "5: “often” is not “at least 3”, “at most 2”, “by 22:45”, “done”, “not"),
    ("target = \"at least -1\"", "5: “at least -1” is not “at least 3”"),
    ("target = \"not done\"\nbetter = \"more\"", "5: “not done” means that less is better, and"),
    ("target = \"done\"\nbetter = \"less\"", "5: “done” means that more is better, and"),
    ("times = 8\nper-days = 7", "5: 8 times in 7 days is not possible: a day counts once at most"),
    ("times = 0\nper-days = 7", "5: 0 times in 7 days is not possible"),
    ("times = 3", "5: “times” needs “per-days”: times = 3 and per-days = 7"),
    ("per-days = 0", "5: “per-days” is from 1 to 366, not 0"),
    ("slot = \"end-of-wrok\"", "5: there is no slot “end-of-wrok”; did you mean “end-of-work”?"),
    ("better = \"neither\"", "5: a habit has a better way: more, less or own-target"),
    ("every = \"often\"", "5: “often” is not a span of days or weeks such as “7d”"),
    ("targte = \"done\"", "5: unknown key “targte”; did you mean “target”?"),
    ("[[habit]]\nid = \"walk\"\nquestion = \"?\"\nanswer = \"scale\"", "6: “walk” is there twice"),
    ("[[habit]]\nid = \"A b\"\nquestion = \"?\"\nanswer = \"scale\"", "6: an id is of a–z, 0–9"),
    ("[[habit]]\nid = \"b\"\nquestion = \"?\"\nanswer = \"text\"", "8: words have no strength;"),
    (
      "[[habit]]\nid = \"b\"\nanswer = \"scale\"",
      "5: “question” is missing here; it takes what you are to be asked, such as question = \"Did"
    ),
    (
      "[[habit]]\nid = \"b\"\nquestion = \"?\"",
      "5: “answer” is missing here; it takes yes-no, scale, time-of-day, count, number or outcome, "
        + "such as answer = \"yes-no\""
    ),
    (
      "[[habit]]\nquestion = \"?\"\nanswer = \"scale\"",
      "5: “id” is missing here; it takes a name of a–z, 0–9 and “-”, such as id = \"a-walk\""
    ),
    (
      "[[habit]]\nid = \"b\"\nquestion = \"?\"\nanswer = \"scale\"\ntarget = \"at least 11\"",
      "9: “at least 11” fits no scale answer, which takes “at least 1” to “at least 10”"
    ),
    (
      "[[habit]]\nid = \"b\"\nquestion = \"?\"\nanswer = \"count\"\ntarget = \"at most 3\"\n"
        + "better = \"more\"",
      "9: “at most 3” means that less is better, and “better” says more; leave “better” out"
    ),
    (
      "[[habit]]\nid = \"b\"\nquestion = \"?\"\nanswer = \"count\"\ntarget = \"at least 3\"\n"
        + "times = 2\nper-days = 7",
      "10: “at least 3” is a sum over the days; leave “times” out: it counts days"
    ),
  ]

  @Test(arguments: refusals)
  func `What contradicts itself is refused with its line`(more: String, words: String) {
    let said = refusal { () throws(ConfigurationError) in
      _ = try Settings("\(Self.walk)\n\(more)", file: "coach.toml")
    }
    #expect(said?.hasPrefix("coach.toml:\(words)") == true, "\(said ?? "nothing was refused")")
  }

  @Test func `Own times are by the weekday, with a tolerance`() throws {
    let own = try settings(
      """
      [sleep]
      lights-out = ["Mon..Fri 23:00", "Sat,Sun 00:30"]
      get-up = "07:00"
      tolerance = 15
      """
    )
    let sleep = Question(
      id: "sleep",
      rows: [],
      kind: .timeOfDay,
      better: .ownTarget,
      wording: Question.Wording(title: "", ask: "", hint: "")
    )
    #expect(own.aims.aim(of: sleep, on: .friday).description == "by 23:00 +15 1/1")
    #expect(own.aims.aim(of: sleep, on: .saturday).description == "by 00:30 +15 1/1")
    #expect(own.person.toleranceMinutes == 15)
    #expect(own.lightsOut?.description == "Mon..Fri 23:00; Sat,Sun 00:30")
    #expect(try settings("[sleep]\nlights-out = [\"23:00\"]").lightsOut == WeeklyTimes(["23:00"]))
  }

  static let times: [(text: String, words: String)] = [
    ("lights-out = [\"Mon 23:00\", \"Mon..Tue 22:00\"]", "2: a day is there twice; write [\"Mon"),
    ("lights-out = [\"Mon 23:00\", \"Someday 22:00\"]", "2: “Someday 22:00” is not a time with"),
    ("lights-out = \"Mon..Fri\"", "2: “Mon..Fri” is not “unset” or a time of day"),
    ("tolerance = 181", "2: “tolerance” is minutes, 0 to 180, not 181"),
    ("get-up = \"Tue 06:00\"\nlights-out = \"Mon 06:00\"", "2: “get-up” is the same as"),
  ]

  @Test(arguments: times)
  func `A time that cannot be meant is refused`(text: String, words: String) {
    let said = refusal { () throws(ConfigurationError) in
      _ = try Settings("[sleep]\n\(text)", file: "coach.toml")
    }
    #expect(said?.hasPrefix("coach.toml:\(words)") == true, "\(said ?? "nothing was refused")")
  }
}

/// What only the decks can tell.
@Suite struct HabitDeckTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ text: String) throws -> Configuration {
    let path = try scratch.put("coach.toml", text)
    let decks = ["\(Repository.root)/config/decks"]
    return try Configuration(Configuration.Places(files: [path], decks: decks), .withoutTips)
  }

  private func refused(_ text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch let error as ConfigurationError {
      return "\(error)".replacing("\(scratch.path)/", with: "")
    } catch {
      return "\(error)"
    }
  }

  @Test func `A habit of one's own is a question with all that others have`() throws {
    let configuration = try read("\(HabitSettingsTests.walk)\nslot = \"offer\"")
    let walk = try #require(configuration.teaching.question("walk"))
    #expect(walk.wording.hint == "yes or no")
    #expect(walk.wording.replies.contains { $0.key == "yes" })
    let habits = configuration.teaching.habits(configuration.settings.aims)
    #expect(configuration.teaching.question("automatic-walk")?.check == "automatic")
    #expect(habits.last.map { "\($0.question.id) \($0.aim)" } == "walk done 1/1")
  }

  @Test func `A target of one's own is what an answer is judged by`() throws {
    let settings = try read("[target]\nenergy = \"at least 6\"").settings
    let teaching = try read("").teaching
    let energy = try #require(teaching.question("energy"))
    #expect(settings.aims.aim(of: energy) == Aim(.atLeast(6)))
  }

  @Test func `What the decks have already, or do not have, is refused`() {
    let taken = HabitSettingsTests.walk.replacing("\"walk\"", with: "\"help\"")
    #expect(refused(taken) == "coach.toml:2: the decks have “help” already; choose another id")
    let target = { (text: String) in "[target]\n\(text)" }
    #expect(
      refused(target("enregy = \"at least 6\""))
        == "coach.toml:2: there is no habit “enregy”; did you mean “energy”?"
    )
    #expect(
      refused(target("energy = \"done\""))?.hasPrefix(
        "coach.toml:2: “done” fits no scale answer, which takes “at least 1” to “at least 10”"
      ) == true
    )
    #expect(
      refused(target("sleep = \"by 23:00\"")) == "coach.toml:2: “sleep” has its time in [sleep]"
    )
    #expect(
      refused("[profile]\nquestions = [\"enregy\"]")
        == "coach.toml:2: there is no question “enregy”; did you mean “energy”?"
    )
  }

  @Test func `A question or a self-check is asked as often as the person wants`() throws {
    let teaching = try read("[ask]\nhelp = \"2d\"\nobstacles = \"Mon\"\n").teaching
    #expect(teaching.question("help")?.every == .days(2))
    #expect(try #require(read("").teaching.question("help")).every == nil)
    let monday = Cadence.on(try CalendarExpression("Mon"))
    let obstacles = teaching.questions(of: "obstacles")
    #expect(obstacles.count == 5)
    #expect(obstacles.allSatisfy { $0.every == monday })
    #expect(
      refused("[ask]\nenregy = \"2d\"")?.hasPrefix(
        "coach.toml:2: there is no question “enregy”; did you mean “energy”? Questions: "
      ) == true
    )
    #expect(
      refused("[ask]\nhelp = \"often\"")?.hasPrefix(
        "coach.toml:2: “often” is not a span of days or weeks such as “7d”"
      ) == true
    )
    let own = "[ask]\nwalk = \"2d\"\n\(HabitSettingsTests.walk)"
    #expect(
      refused(own)
        == "coach.toml:2: “walk” is a habit of yours; “every” stands in its [[habit]]"
    )
  }
}
