import Coaching
import Configuration
import Testing

/// The budget of extras, and how the four steps are gone.
@Suite struct GuardSettingsTests {
  @Test func `A budget of extras has a number, minutes and money`() throws {
    #expect(try settings("").profile.extraBudget == ExtraBudget(count: 1))
    let text = "[extras]\nper-week = 2\nminutes = 60\nmoney = \"20 EUR\""
    let wanted = ExtraBudget(count: 2, minutes: 60, money: Money("20 EUR"))
    #expect(try settings(text).profile.extraBudget == wanted)
  }

  @Test func `The number's older name still holds, and the newer one comes before it`() throws {
    let old = "[profile]\nextras-per-week = 3\n"
    #expect(try settings(old).profile.extrasPerWeek == 3)
    #expect(try settings("\(old)[extras]\nper-week = 2").profile.extrasPerWeek == 2)
  }

  @Test func `A programme has a mode, a moment and the person's own energy`() throws {
    let moment = "moment = \" When “x”, I {ask} \""
    let text = "[programme]\nmode = \"step-by-step\"\n\(moment)\n[target]\nenergy = \"at least 8\""
    let programme = try settings(text).person.programme
    #expect(programme.mode == .stepByStep)
    #expect(programme.moment == "When “x”, I {ask}")
    #expect(programme.energyFrom == 8)
    #expect(try settings("[programme]\nmoment = \"none\"").person.programme == Programme())
  }

  @Test func `A question that the person wants and no slot carries is asked after work`() throws {
    let text = "[profile]\nquestions = [\"sincere\", \"get-up\"]\n"
    let carries = { (text: String) in
      try settings(text).schedule.slots.first { $0.name == "end-of-work" }?.carries ?? []
    }
    let usual = try carries("")
    #expect(!usual.contains("sincere") && !usual.contains("get-up"))
    #expect(try carries(text) == usual + ["sincere", "get-up"])
    let own = "[slot.dawn]\nwhen = \"06:00\"\nwindow = \"1h\"\ncarries = [\"get-up\"]"
    #expect(try carries(text + own) == usual + ["sincere"])
    let elsewhere = "[slot.end-of-work]\nasks-wanted = false\n[slot.offer]\nasks-wanted = true"
    #expect(try carries(text + elsewhere) == usual)
    let offer = try settings(text + elsewhere).schedule.slots.first { $0.name == "offer" }
    #expect(offer?.carries == ["offer", "help", "sincere", "get-up"])
  }

  static let refusals: [(text: String, refusal: String)] = [
    ("[extras]\nper-week = 8", "2: “per-week” is from 0 to 7, not 8"),
    ("[extras]\nminutes = -1", "2: “minutes” is from 0 to 10080, not -1"),
    (
      "[extras]\nmoney = \"20\"",
      "2: “20” is not “none” or an amount with its currency, such as “20 EUR”"
    ), ("[extras]\nmony = \"20\"", "2: unknown key “mony”; did you mean “money”?"),
    (
      "[extras]\nper-week = 0\nminutes = 30",
      "3: “minutes” is a limit of extras, and per-week = 0 wants none; take it out, or set "
        + "“per-week” to 1 or more"
    ),
    (
      "[extras]\nper-week = 0\nmoney = \"5 EUR\"",
      "3: “money” is a limit of extras, and per-week = 0 wants none; take it out, or set "
        + "“per-week” to 1 or more"
    ),
    (
      "[programme]\nmoment = \" \"",
      "2: “moment” is empty; say \"none\", or a plan such as “When I have put down my coat, I "
        + "offer one thing”"
    ),
    (
      "[profile]\nposts = [\"cashier\", \"  \"]",
      "2: a post has a name, such as “cashier”; take the empty one out"
    ),
    (
      "[[habit]]\nid = \"w\"\nanswer = \"yes-no\"\nquestion = \" \"",
      "4: “question” is empty; say it in words, such as “A walk”"
    ), ("[programme]\nmomnt = \"\"", "2: unknown key “momnt”; did you mean “moment”?"),
  ]

  @Test func `No extras may have no minutes and no money`() throws {
    let none = try settings("[extras]\nper-week = 0\nminutes = 0\nmoney = \"none\"")
    #expect(none.profile.extraBudget == ExtraBudget(count: 0))
  }

  @Test(arguments: refusals)
  func `What cannot be meant is refused`(text: String, refusal words: String) {
    let refused = refusal { () throws(ConfigurationError) in
      _ = try Settings(text, file: "coach.toml")
    }
    #expect(refused == "coach.toml:\(words)")
  }

  @Test func `A mode that there is not is refused with those there are`() throws {
    let refused = refusal { () throws(ConfigurationError) in
      _ = try Settings("[programme]\nmode = \"all\"", file: "coach.toml")
    }
    let words = try #require(refused)
    for mode in Programme.Mode.allCases { #expect(words.contains(mode.rawValue)) }
  }
}
