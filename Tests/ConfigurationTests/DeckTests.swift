import Coaching
import Configuration
import Files
import Testing

/// The structure of the deck that comes with the coach.
@Suite struct DeckTests {
  let decks: [ShippedDeck]
  let tips: [Tip]

  init() throws {
    decks = try ShippedDeck.all()
    tips = decks[0].teaching.tips
  }

  @Test func `There are at least 200 tips, each with an id and a title of its own`() {
    #expect(tips.count >= 200)
    #expect(Set(tips.map(\.id)).count == tips.count)
    for deck in decks {
      let titles = deck.teaching.tips.map(\.wording.title)
      #expect(Set(titles).count == titles.count, "\(deck.language)")
    }
  }

  /// The rows that no tip rests on.
  static func rowsWithoutTip(_ tips: [Tip]) -> [String] {
    let all =
      (1...166).map { "E\($0 < 10 ? "0" : "")\($0)" }
      + (1...97).map { "Z\($0 < 10 ? "0" : "")\($0)" }
    let cited = Set(tips.flatMap(\.rows))
    return all.filter { !cited.contains($0) }
  }

  @Test func `Every row of the teachings has its tip`() {
    #expect(Self.rowsWithoutTip(tips) == [])
    #expect(Self.rowsWithoutTip(tips.filter { !$0.rows.contains("Z97") }).contains("Z97"))
  }

  @Test func `Every tip serves a system, and every system is served`() {
    #expect(tips.filter { $0.systems.isEmpty }.map(\.id) == [])
    let all = (1...18).map { "S\($0)" }
    #expect(all.filter { system in !tips.contains { $0.systems.contains(system) } } == [])
  }

  @Test func `Every circle, every role and every kind has tips`() {
    for circle in Tip.Circle.allCases {
      #expect(tips.contains { $0.circle == circle }, "\(circle)")
    }
    for role in Tip.Role.allCases { #expect(tips.contains { $0.roles.contains(role) }, "\(role)") }
    for kind in Tip.Kind.allCases { #expect(tips.contains { $0.kind == kind }, "\(kind)") }
    for level in Tip.levels { #expect(tips.contains { $0.level == level }, "\(level)") }
  }

  @Test func `Every step and every obstacle has at least four tips`() {
    let parts = (1...4).map(Tip.Part.step) + (1...5).map(Tip.Part.obstacle)
    for part in parts {
      #expect(tips.filter { $0.part == part }.count >= 4, "\(part)")
    }
  }

  /// Whether a tip rests on one of some rows.
  private static func rests(_ tip: Tip, on rows: [String]) -> Bool {
    tip.rows.contains(where: rows.contains)
  }

  @Test func `What guards the person is what rests on the rows that do`() {
    let limits = tips.filter { $0.guards == .limits }.map(\.id)
    #expect(limits == tips.filter { Self.rests($0, on: ["E23", "E72", "E74", "Z74"]) }.map(\.id))
    let extras = tips.filter { $0.guards == .extras }.map(\.id)
    #expect(extras == tips.filter { Self.rests($0, on: ["E75"]) }.map(\.id))
    #expect(!limits.isEmpty && !extras.isEmpty)
  }

  @Test func `A question and a cue belong to the step whose row they rest on`() {
    let steps = ["E22": 1, "E23": 1, "E24": 2, "E25": 3, "E26": 3, "E27": 3, "E28": 4]
    let teaching = decks[0].teaching
    for cue in teaching.cues {
      #expect(cue.step == cue.rows.lazy.compactMap { steps[$0] }.first, "\(cue.id)")
    }
    for question in teaching.questions {
      // Whether the tip was done is asked from the second step on: the first has one question.
      let step =
        question.about == .tip ? 2 : question.rows.lazy.compactMap { steps[$0] }.first
      #expect(question.step == step, "\(question.id)")
    }
  }

  @Test func `The programme begins with its first step`() {
    #expect(tips.prefix(4).map(\.part) == (1...4).map(Tip.Part.step))
  }

  @Test func `It has the questions and the cues of the built-in slots`() {
    let items = decks[0].teaching.items
    #expect(Settings().slots.flatMap(\.carries).filter { !items.contains($0) } == [])
    let questions = decks[0].teaching.questions.filter { $0.check == nil }.prefix(6)
    #expect(questions.map(\.id) == ["sleep", "get-up", "energy", "help", "sincere", "tip-done"])
    #expect(questions.map(\.kind) == [.timeOfDay, .timeOfDay, .scale, .outcome, .yesNo, .yesNo])
    #expect(questions.map(\.better) == [.ownTarget, .ownTarget, .more, .more, .neither, .more])
    #expect(questions.map(\.about) == [.eveningBefore, .day, .day, .day, .day, .tip])
    #expect(questions.filter(\.isOptional).map(\.id) == ["sincere"])
    #expect(decks[0].teaching.cues.prefix(2).map(\.id) == ["offer", "wind-down"])
    #expect(
      decks[0].teaching.phrases.slots.map(\.name).sorted() == Settings().slots.map(\.name).sorted()
    )
  }

  @Test func `Every tip cites rows of the teachings`() {
    for tip in tips {
      #expect(!tip.rows.isEmpty, "\(tip.id)")
      #expect(Set(tip.rows).count == tip.rows.count, "\(tip.id)")
    }
    let teaching = decks[0].teaching
    let rows =
      tips.flatMap(\.rows) + teaching.questions.flatMap(\.rows) + teaching.cues.flatMap(\.rows)
    #expect(rows.filter { !Self.isRow($0) } == [])
  }

  /// Whether a row is one of the teachings: E01 to E166, Z01 to Z97.
  static func isRow(_ row: String) -> Bool {
    guard let number = Int(row.dropFirst()), number > 0 else { return false }
    let last = row.hasPrefix("E") ? 166 : row.hasPrefix("Z") ? 97 : 0
    return number <= last && row.dropFirst() == (number < 10 ? "0\(number)" : "\(number)")
  }

  @Test func `A row that the teachings do not have is no row`() {
    #expect(["E01", "E99", "E166", "Z01", "Z97"].allSatisfy(Self.isRow))
    let others = ["E00", "E1", "E001", "E167", "Z98", "A01", "e01", "E", "E-1", "E+1", ""]
    #expect(others.filter(Self.isRow) == [])
  }

  @Test func `A tip on an obstacle cites its part of the teachings`() {
    let own = [45...49, 50...61, 62...70, 71...89, 90...97]
    for tip in tips {
      guard case .obstacle(let number) = tip.part else { continue }
      let rows = tip.rows.filter { $0.hasPrefix("Z") }.compactMap { Int($0.dropFirst()) }
      #expect(rows.contains { own[number - 1].contains($0) }, "\(tip.id) cites \(tip.rows)")
    }
  }

  @Test func `A tip on a step cites its part of the teachings`() {
    let own = [["E22", "E23"], ["E24"], ["E25", "E26", "E27"], ["E28", "E29", "Z12", "Z13"]]
    for tip in tips {
      guard case .step(let number) = tip.part else { continue }
      #expect(tip.rows.contains { own[number - 1].contains($0) }, "\(tip.id) cites \(tip.rows)")
    }
  }

  @Test func `The wordings say the same things in every language`() {
    let english = decks[0].lines.map(\.place)
    for deck in decks { #expect(deck.lines.map(\.place) == english, "\(deck.language)") }
    let answers = Set(decks[0].teaching.phrases.answers.entries.map(\.answer))
    for deck in decks {
      #expect(Set(deck.teaching.phrases.answers.entries.map(\.answer)) == answers)
    }
  }

  /// What an answer needs lies in two small decks; the tips are many, and not read for it.
  @Test func `Each deck has tips alone or none`() throws {
    for name in ShippedDeck.names {
      let directory = ShippedDeck.directory(name)
      let reader = DeckReader(directory: directory, language: .english)
      let asks = name == "daily" || name == "self-checks"
      #expect(File.exists("\(directory)/deck.toml") == asks, "\(name)")
      #expect(try reader.read().tips.isEmpty == asks, "\(name)")
      #expect((try reader.read(.withoutTips) == Teaching()) != asks, "\(name)")
    }
  }

  @Test(arguments: ShippedDeck.names)
  func `Each wording has the tables of the others and says which language it is`(
    deckName: String
  ) throws {
    var tables: [[String]] = []
    for deck in decks {
      let name = deck.language.rawValue
      let text = try Repository.text("config/decks/\(deckName)/\(name).toml")
      #expect(text.contains("\nlanguage = \"\(name)\"\n"))
      tables.append(text.split(separator: "\n").filter { $0.hasPrefix("[") }.map(String.init))
    }
    #expect(tables[0] == tables[1])
    #expect(tables[0] == tables[2])
    #expect(tables[0].count > 12)
  }

  @Test func `No language leaves a text to another`() throws {
    let english = decks[0].lines
    for deck in decks.dropFirst() {
      for (line, other) in zip(deck.lines, english) where other.text.contains(" ") {
        #expect(line.text != other.text, "\(deck.language): \(line.place)")
      }
    }
  }

  private static let datePlaces = ["{iso}", "{year}", "{month}", "{day}", "{weekday}"]

  @Test func `The places that the program fills are the same in every language`() throws {
    let places = { (text: String) in
      text.matches(of: /\{[a-z]+\}/).map { String($0.output) }.sorted()
    }
    for deck in decks.dropFirst() {
      for (line, english) in zip(deck.lines, decks[0].lines) {
        // A language writes a date with what it writes a date with.
        if line.place.contains(/^phrase\.(date|day|heading)-.*(year|yesterday)$/) {
          #expect(places(line.text).allSatisfy(Self.datePlaces.contains), "\(line.place)")
          continue
        }
        #expect(places(line.text) == places(english.text), "\(deck.language): \(line.place)")
      }
    }
  }

  static let limits = [
    ("title", 40), ("action", 200), ("why", 140), ("short", 60), ("ask", 120), ("tell", 600),
    ("offer", 200), ("back", 200),
  ]

  @Test func `A tip fits into five seconds, and a story into a minute`() {
    for deck in decks {
      for line in deck.lines where line.tip != nil || line.place.hasPrefix("arc.") {
        let limit = Self.limits.first { line.place.hasSuffix(".\($0.0)") }?.1 ?? 0
        let length = line.place.hasSuffix(".title") ? line.text.columns : line.text.count
        #expect(length <= limit, "\(deck.language): \(line.place) is \(length) long")
        #expect(line.text == line.text.printable && !line.text.isEmpty)
      }
    }
  }

  @Test func `A title is no sentence, an act is one, and a question asks`() throws {
    for deck in decks {
      for line in deck.lines where line.tip != nil {
        let end =
          line.place.hasSuffix(".title")
          ? "[^.。!！,，]$" : line.place.hasSuffix(".ask") ? "[?？]$" : "[.。”」…）)？?]$"
        #expect(try line.text.has(end), "\(deck.language): \(line.place) ends oddly: \(line.text)")
      }
    }
  }

  @Test func `An arc has parts that are told nowhere else, or stand by themselves as well`() {
    for deck in decks {
      #expect(deck.teaching.arcs.count > 10)
      for arc in deck.teaching.arcs {
        #expect((2...5).contains(arc.parts.count), "\(arc.id)")
        for part in arc.parts.compactMap(deck.teaching.tip) {
          #expect(part.arc ?? arc.id == arc.id, "\(part.id)")
          #expect(part.kind == .regular, "\(part.id)")
        }
        #expect(arc.wording.offer.contains("?") || arc.wording.offer.contains("？"), "\(arc.id)")
        #expect(arc.wording.back.contains("?") || arc.wording.back.contains("？"), "\(arc.id)")
      }
    }
  }

  @Test func `Whoever is meant is called by the person's role, and nowhere stands a gap`() {
    for deck in decks {
      let roles: [[Tip.Role]] = [[], [.property], [.parent, .manager], [.student]]
      for roles in roles {
        var teaching = deck.teaching
        teaching.callPeople(by: roles)
        for tip in teaching.tips {
          #expect(!ShippedDeck.text(of: tip).contains("{"), "\(deck.language) \(tip.id)")
        }
      }
    }
    var english = decks[0].teaching
    let named = english.tips.first { $0.wording.action.contains("{people}") }
    english.callPeople(by: [.property])
    let told = named.flatMap { english.tip($0.id) }
    #expect(told?.wording.action.contains("residents") == true)
  }

  /// Whoever set a role hears its word on many mornings; and at work no parent is told of children.
  @Test func `The tips of the job speak of those whom a role serves`() {
    for deck in decks {
      let isNaming = { (tip: Tip) in ShippedDeck.text(of: tip).contains(/\{(person|people)\}/) }
      let naming = deck.teaching.tips.filter(isNaming)
      #expect(naming.count >= 40, "\(deck.language)")
      var (parent, nobody) = (deck.teaching, deck.teaching)
      parent.callPeople(by: [.parent])
      nobody.callPeople(by: [])
      for tip in naming where tip.place == .work {
        #expect(parent.tip(tip.id)?.wording == nobody.tip(tip.id)?.wording, "\(tip.id)")
      }
    }
  }

  @Test func `Every answer of a question has its reply`() {
    for deck in decks {
      for question in deck.teaching.questions {
        let kinds = question.about == .tip ? AnswerKind.allCases : [question.kind]
        let keys = Set(kinds.flatMap(Self.replyKeys))
        // A low number may have one of its own.
        let replies = question.wording.replies.map(\.key).filter { $0 != "low" }
        #expect(Set(replies) == keys, "\(deck.language): \(question.id)")
        // The same number of wordings whatever the language is: nothing is said in one alone.
        let english = decks[0].teaching.question(question.id)?.wording.replies.map(\.key)
        #expect(question.wording.replies.map(\.key).sorted() == english?.sorted(), "\(question.id)")
      }
    }
  }

  /// What is said on many days has five wordings at least, and nobody writes more than eight well.
  @Test func `What is said again and again has five to eight wordings`() {
    for deck in decks {
      for question in deck.teaching.questions {
        for (key, count) in counted(question.wording.replies.map(\.key)) {
          #expect((5...8).contains(count), "\(deck.language): \(question.id), \(key)")
        }
      }
      for cue in deck.teaching.cues {
        #expect((5...8).contains(cue.texts.count), "\(deck.language): \(cue.id)")
        for (moment, count) in counted(cue.moments.map(\.moment.rawValue)) {
          #expect((5...8).contains(count), "\(deck.language): \(cue.id), \(moment)")
        }
      }
      let phrases = deck.teaching.phrases
      for (name, count) in counted((phrases.frames + phrases.pageFrames).map(\.name)) {
        #expect(count == 1 || (5...8).contains(count), "\(deck.language): \(name)")
      }
    }
  }

  private func counted(_ names: [String]) -> [(name: String, count: Int)] {
    Set(names).sorted().map { name in (name, names.count { $0 == name }) }
  }

  private static func replyKeys(_ kind: AnswerKind) -> [String] {
    switch kind {
    case .yesNo: ["yes", "no", "none"]
    case .outcome: Outcome.allCases.map(\.rawValue) + ["none"]
    case .scale, .timeOfDay, .count, .number, .text, .stretches: ["recorded", "none"]
    }
  }

  @Test func `A word for an answer stands for one answer`() {
    for deck in decks {
      let words = deck.teaching.phrases.answers
      #expect(Set(words.entries.map(\.word)).count == words.entries.count, "\(deck.language)")
      for (answer, word) in words.entries {
        let kind: AnswerKind = Outcome(rawValue: answer) == nil ? .yesNo : .outcome
        #expect(kind.read(word, words: words)?.description == answer, "\(word)")
      }
    }
  }
}
