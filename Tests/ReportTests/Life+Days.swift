import Application
import ApplicationSupport
import Coaching
import Configuration
import Files
import Glibc
import TestSupport

extension Life {
  /// The configuration of a person, as they would write it.
  static func configuration(_ person: Person, _ language: Language) throws -> Configuration {
    var template = Array("/tmp/coach-report-XXXXXX".utf8CString)
    let directory = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, unsafe mkdtemp(start) != nil else { return "/tmp" }
      return unsafe String(cString: start)
    }
    let file = "\(directory)/coach.toml"
    defer {
      try? File.remove(file)
      unsafe rmdir(directory)
    }
    try File.write(file, Array(settings(person).utf8))
    let places = Configuration.Places(files: [file], decks: ["\(root)/config/decks"])
    return try Configuration(places, language: language)
  }

  /// Titles that are no titles.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{{style}}} {{>page}}",
    "\u{202E}gnitirw fo noitcerid\u{2066}", "]]></style></svg><b>bold</b>",
    String(repeating: "寬", count: 500), String(repeating: "unbroken", count: 60),
  ]

  private static func settings(_ person: Person) -> String {
    let night = person == .night
    var text = """
      [sleep]
      lights-out = "\(night ? "09:00" : "23:00")"
      get-up = "\(night ? "16:45" : "06:45")"

      [profile]
      circles = ["choir"]

      """
    let titles: [String] =
      switch person {
      case .daily, .night, .new: ["A walk", "Pages read"]
      case .many:
        (1...40).map { number in
          "Habit \(number) with a title that says at length what is meant by it and why"
        }
      case .hostile: hostile
      }
    for (place, title) in titles.enumerated() {
      let isCount = place % 2 == 1
      text += """

        [[habit]]
        id = "own-\(place)"
        question = "How was it?"
        answer = "\(isCount ? "count" : "yes-no")"
        title = '\(title)'
        target = "\(isCount ? "at least 60" : "done")"
        \(isCount ? "per-days = 7" : "")
        slot = "end-of-work"

        """
    }
    return text
  }

  /// A number from 0 up to 1 for something on a day.
  private func luck(_ what: String, _ day: CivilDate) -> Double {
    SeededDraw.unit("\(what) \(day)")
  }

  /// What is answered on a day; now and then nothing, and in the third month nothing at all.
  func drafts(_ day: CivilDate) -> [Draft] {
    let number = day.dayNumber
    let isGap = (number / 9) % 23 == 4
    if isGap { return [] }
    var drafts = nightDrafts(day)
    if luck("energy", day) < 0.85 {
      let wasLate = luck("late", day.adding(days: -1)) < (day.weekday.rawValue >= 6 ? 0.55 : 0.25)
      drafts += answer("energy", .scale(Int(luck("power", day) * 5) + (wasLate ? 3 : 5)), day)
    }
    if luck("help", day) < 0.8 { drafts += help(day) }
    drafts += own(day)
    if day.weekday == .friday, luck("back", day) < 0.7 {
      let words = person == .hostile ? Life.hostile[number % 7] : "a card from the neighbour"
      drafts += answer("came-back", .text("smile, \(words)"), day)
      drafts += answer("thanks-received", .count(1 + number % 3), day)
    }
    if number % 28 == 3 { drafts += obstacles(day) }
    return drafts
  }

  /// Both ends of a night.
  private func nightDrafts(_ day: CivilDate) -> [Draft] {
    var drafts: [Draft] = []
    let isFree = day.adding(days: 1).weekday.rawValue >= 6
    let isLate = luck("late", day) < (isFree ? 0.55 : 0.25)
    if luck("sleep", day) < 0.9 {
      let shift = (luck("down", day) - 0.6) * 60 + (isLate ? 45 + luck("later", day) * 60 : 0)
      drafts += answer("sleep", .timeOfDay(time(person == .night ? 9 : 23, shift)), day)
    }
    if luck("up", day) < 0.85 {
      let shift = (luck("rise", day) - 0.5) * 50 + (day.weekday.rawValue >= 6 ? 70 : 0)
      drafts += answer("get-up", .timeOfDay(time(person == .night ? 16.75 : 6.75, shift)), day)
    }
    return drafts
  }

  private func time(_ hour: Double, _ minutes: Double) -> CivilTime {
    CivilTime(secondOfDay: Int(hour * 60 + minutes) * 60)
  }

  private func answer(
    _ question: String,
    _ answer: Answer,
    _ day: CivilDate,
    circles: [String] = []
  ) -> [Draft] {
    var answered = Answered(question: question, answer: answer, from: "command")
    answered.aim = aims.first { $0.question == question }?.aim
    answered.circles = circles
    // A flight in spring: ten days somewhere else.
    let isAway = day.dayNumber % 365 >= 120 && day.dayNumber % 365 < 130
    let noon = Instant(microseconds: Int64(day.dayNumber) * 86_400_000_000 + 43_200_000_000)
    let zone = isAway ? "Asia/Taipei" : "Europe/Berlin"
    return [Draft(instant: noon, zone: zone, day: day, event: .answered(answered))]
  }

  private func help(_ day: CivilDate) -> [Draft] {
    let draw = luck("outcome", day)
    let outcome: Answer =
      draw < 0.5
      ? .outcome(.taken)
      : draw < 0.65 ? .outcome(.declined) : draw < 0.75 ? .outcome(.couldNot) : .noOccasion
    let circles = ["colleague", "family", "neighbour", "passer-by", "choir"]
    let circle = circles[Int(luck("circle", day) * luck("circle", day) * 5)]
    return answer("help", outcome, day, circles: draw < 0.65 ? [circle] : [])
  }

  private func own(_ day: CivilDate) -> [Draft] {
    configurationHabits.enumerated().flatMap { place, question -> [Draft] in
      guard luck("own \(place)", day) < 0.8 else { return [] }
      let isDone = luck("did \(place)", day) < 0.45 + 0.4 * luck("kind \(place)", last)
      let count = Int(luck("many \(place)", day) * 20)
      return answer(question.id, question.kind == .count ? .count(count) : .yesNo(isDone), day)
    }
  }

  private func obstacles(_ day: CivilDate) -> [Draft] {
    let questions = configuration.teaching.questions.filter { $0.check == "obstacles" }
    return questions.enumerated().flatMap { place, question in
      let number = Int(luck("obstacle \(place)", day) * 4) + (place * 2) % 6
      return answer(question.id, .scale(min(10, number)), day)
    }
  }

  /// What was promised, and what became of it.
  func promise() throws {
    let text = person == .hostile ? Life.hostile[0] : "send the plan"
    for number in 0..<4 {
      let entry = try workspace.promise(SaidPromise("\(text) \(number)", to: "Ada"))
      if number < 2 { _ = try workspace.closePromise(entry.id.number, as: .kept) }
    }
  }
}
