import Coaching

/// An event as it lies in the columns `kind`, `subject` and `payload`; see `Schema`.
struct FactRecord: Equatable {
  /// One value of the payload and the path to it, `$.cues[0]`.
  struct Field: Equatable {
    var path: String
    var value: Value
  }

  /// The version of every payload that this program writes.
  static let version: Int64 = 1

  var kind: String
  var subject: String
  /// In the order in which they are written.
  private(set) var leaves: [Field]

  init(kind: String, subject: String, leaves: [Field]) {
    self.kind = kind
    self.subject = subject
    self.leaves = leaves
  }

  init(_ kind: FactKind, _ subject: String) {
    self.init(kind: kind.rawValue, subject: subject, leaves: [])
    add("v", .integer(Self.version))
  }

  mutating func add(_ key: String, _ value: Value) {
    leaves.append(Field(path: "$.\(key)", value: value))
  }

  mutating func add(_ key: String, _ texts: [String]) {
    for (index, text) in texts.enumerated() { add("\(key)[\(index)]", .text(text)) }
  }
}

/// Writing.
extension FactRecord {
  init(_ event: Event) {
    switch event {
    case .prompted, .shown, .notShown, .passed, .deferred, .snoozed: self.init(ofPrompt: event)
    case .answered(let answered): self.init(answered)
    case .aimed(let aim, let question):
      self.init(.aimed, Self.aims + question)
      add("aim", .text(aim.description))
    case .hesitated(let hesitated): self.init(hesitated)
    case .unseen(let from, let until):
      self.init(.unseen, Self.night)
      add("from", .text(from.description))
      add("until", .text(until.description))
    case .told(let tip): self.init(.told, Self.subject(ofTip: tip))
    case .asked(let question): self.init(.asked, Self.askings + question)
    case .paused(let until, let clock):
      self.init(.paused, Self.pause)
      add("until", .integer(until.microseconds))
      if let clock { add("clock", .text(clock.description)) }
    case .away(let first, let last):
      self.init(.away, Self.absence)
      add("from", .text(first.description))
      add("through", .text(last.description))
    case .chosen, .rated, .muted, .unmuted: self.init(ofChoice: event)
    case .extra(let extra): self.init(extra)
    case .stepped(let step):
      self.init(.stepped, Self.programme)
      add("step", .integer(Int64(step)))
    case .entered(let entry): self.init(.entered, entry)
    case .edited(let entry): self.init(.edited, entry)
    case .closed(let id, let closing):
      self.init(.closed, id.description)
      add("how", .text(closing.rawValue))
    case .undone(let fact): self.init(.undone, fact)
    case .unknown(let kind):
      self.init(kind: kind, subject: "", leaves: [Field(path: "$.v", value: .integer(0))])
    }
  }

  private init(_ answered: Answered) {
    self.init(.answered, Self.subject(ofQuestion: answered.question))
    if let type = answered.answer.kind { add("type", .text(type.rawValue)) }
    add("answer", .text(answered.answer.description))
    if let note = answered.note { add("note", .text(note)) }
    add("from", .text(answered.from))
    if let aim = answered.aim { add("aim", .text(aim.description)) }
    if let about = answered.about { add("about", .text(about)) }
    add("circles", answered.circles)
    if let fear = answered.fear { add("fear", .integer(Int64(fear))) }
    if let title = answered.title { add("title", .text(title)) }
    if let unit = answered.unit { add("unit", .text(unit)) }
    if let source = answered.source {
      add("file", .text(source.file))
      add("hash", .text(source.hash))
    }
  }

  /// What belongs to the choice of tips.
  private init(ofChoice event: Event) {
    switch event {
    case .chosen(let chosen):
      self.init(.chosen, Self.choices + chosen.tip)
      add("slot", .text(chosen.slot))
      add("draw", .text(String(chosen.draw)))
      add("constants", .integer(Int64(chosen.constants)))
      add("claim", .text(chosen.claim.description))
      add("candidates", .text(chosen.table))
    case .rated(let tip, let rating):
      self.init(.rated, Self.ratings + tip)
      add("rating", .text(rating.rawValue))
    case .muted(let tip): self.init(.muted, Self.mutes + tip)
    case .unmuted(let tip): self.init(.unmuted, Self.mutes + tip)
    default: preconditionFailure("\(event) is no choice")
    }
  }

  static func subject(ofTip tip: String) -> String { tips + tip }
  static func subject(ofQuestion question: String) -> String { questions + question }

  static func question(ofSubject subject: String) -> String? {
    subject.hasPrefix(questions) ? String(subject.dropFirst(questions.count)) : nil
  }

  static let tips = "tip/"
  private static let choices = "choice/"
  private static let ratings = "rating/"
  private static let mutes = "mute/"
  private static let questions = "question/"
  private static let askings = "asked/"
  static let aims = "aim/"
  private static let pause = "pause"
  private static let absence = "away"
  private static let night = "night"
}

/// The payload.
extension FactRecord {
  /// The JSON object of some leaves as SQLite would make it; nil where one lies in a list, or has
  /// in it what JSON spells out.
  ///
  /// A life that is taken in has some hundred thousand of them.
  static func plainPayload(_ leaves: [Field]) -> String? {
    var json = "{"
    for leaf in leaves {
      guard leaf.path.hasPrefix("$."), leaf.path.utf8.dropFirst(2).allSatisfy(isOfKey) else {
        return nil
      }
      json += json.utf8.count > 1 ? ",\"" : "\""
      json += leaf.path.dropFirst(2)
      switch leaf.value {
      case .null: json += "\":null"
      case .integer(let number): json += "\":\(number)"
      case .text(let text):
        guard text.utf8.allSatisfy(isPlain) else { return nil }
        json += "\":\""
        json += text
        json += "\""
      }
    }
    return json + "}"
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}

/// Reading.
extension FactRecord {
  /// What happened; unknown where this version cannot tell.
  var event: Event { known ?? .unknown(kind: kind) }

  private var known: Event? {
    guard let kind = FactKind(rawValue: kind), value("v") == .integer(Self.version) else {
      return nil
    }
    switch kind {
    case .prompted: return prompted.map(Event.prompted)
    case .shown, .notShown, .passed, .deferred, .snoozed:
      return PromptID(subject).flatMap { ofPrompt($0, kind) }
    case .answered: return answered.map(Event.answered)
    case .aimed: return aimed
    case .hesitated: return hesitated.map(Event.hesitated)
    case .unseen: return unseen
    case .told: return name(after: Self.tips).map(Event.told)
    case .asked: return name(after: Self.askings).map(Event.asked)
    case .paused: return paused
    case .away:
      guard let first = text("from").flatMap({ CivilDate($0) }),
        let last = text("through").flatMap({ CivilDate($0) })
      else { return nil }
      return .away(from: first, through: last)
    case .chosen: return chosen.map(Event.chosen)
    case .rated:
      guard let tip = name(after: Self.ratings), let rating = text("rating").flatMap(Rating.init)
      else { return nil }
      return .rated(tip: tip, rating)
    case .muted: return name(after: Self.mutes).map(Event.muted)
    case .unmuted: return name(after: Self.mutes).map(Event.unmuted)
    case .extra: return extra.map(Event.extra)
    case .stepped: return step.map(Event.stepped)
    case .entered: return entry.map(Event.entered)
    case .edited: return entry.map(Event.edited)
    case .closed:
      guard let id = Entry.ID(subject), let how = text("how").flatMap(Closing.init) else {
        return nil
      }
      return .closed(id, how)
    case .undone: return .undone(fact: subject)
    }
  }

  private var paused: Event? {
    guard isClock("clock"), let until = instant("until") else { return nil }
    return .paused(until: until, clock: clock("clock"))
  }

  private var aimed: Event? {
    guard let question = name(after: Self.aims), let aim = text("aim").flatMap(Self.aim) else {
      return nil
    }
    return .aimed(aim, question: question)
  }

  private var unseen: Event? {
    guard let from = text("from").flatMap({ CivilTime($0) }),
      let until = text("until").flatMap({ CivilTime($0) })
    else { return nil }
    return .unseen(from: from, until: until)
  }

  private var chosen: TipChosen? {
    guard let tip = name(after: Self.choices), let slot = text("slot"),
      let draw = text("draw").flatMap({ Double($0) }), draw.isFinite,
      case .integer(let constants)? = value("constants"),
      let claim = text("claim").flatMap({ TipPriority($0) }), let table = text("candidates")
    else { return nil }
    return TipChosen(
      tip: tip,
      slot: slot,
      draw: draw,
      constants: Int(constants),
      claim: claim,
      table: table
    )
  }

  private var answered: Answered? {
    guard let question = name(after: Self.questions), let written = text("answer"),
      let from = text("from"), let answer = Self.answer(written, type: text("type"))
    else { return nil }
    let aim = text("aim").flatMap(Self.aim)
    // An aim or a fear that cannot be is not left out, which would be another answer.
    guard !Self.isBeyond(aim: text("aim")), isFear("fear") else { return nil }
    var answered =
      Answered(question: question, answer: answer, note: text("note"), from: from, aim: aim)
    answered.about = text("about")
    answered.title = text("title")
    answered.unit = text("unit")
    if let file = text("file"), let hash = text("hash") {
      answered.source = AnswerSource(file: file, hash: hash)
    }
    answered.circles = texts("circles")
    answered.fear = integer("fear")
    return answered
  }

  /// The answer of a payload's `answer` and `type`; nil where this version cannot tell.
  static func answer(_ written: String, type: String?) -> Answer? {
    guard let type else { return written == Answer.noOccasionWord ? .noOccasion : nil }
    // The person's own words are not interpreted, not even where they are “none”.
    return type == AnswerKind.text.rawValue
      ? .text(written) : AnswerKind(rawValue: type)?.read(written)
  }

  func name(after prefix: String) -> String? {
    subject.hasPrefix(prefix) ? String(subject.dropFirst(prefix.count)) : nil
  }

  func value(_ key: String) -> Value? {
    leaves.first { $0.path == "$.\(key)" }?.value
  }

  func instant(_ key: String) -> Instant? {
    guard case .integer(let microseconds)? = value(key) else { return nil }
    return Self.instant(microseconds)
  }

  /// Whether a number is absent or one of those that it can be.
  func isIn<Number: FixedWidthInteger>(_ range: ClosedRange<Number>, _ key: String) -> Bool {
    guard case .integer(let number)? = value(key) else { return true }
    return Number(exactly: number).map(range.contains) ?? false
  }

  func isFear(_ key: String) -> Bool { isIn(Self.fears, key) }

  /// Whether an instant is absent or one that arithmetic can hold.
  func isInstant(_ key: String) -> Bool {
    guard case .integer(let number)? = value(key) else { return true }
    return Self.instant(number) != nil
  }

  /// What a clock shows; nil where there is none.
  func clock(_ key: String) -> CivilDateTime? { text(key).flatMap { CivilDateTime($0) } }

  /// Whether what a clock shows is absent or can be shown by one.
  func isClock(_ key: String) -> Bool { value(key) == nil || clock(key) != nil }

  func text(_ key: String) -> String? {
    guard case .text(let text)? = value(key) else { return nil }
    return text
  }

  func texts(_ key: String) -> [String] {
    leaves.compactMap { leaf in
      guard leaf.path.hasPrefix("$.\(key)["), case .text(let text) = leaf.value else { return nil }
      return text
    }
  }
}
