import Coaching

// What decks hold, field by field. A field that is forgotten here is noticed when a copy is made:
// what is read back is compared with what was written, and a copy that differs is not kept.

extension AnswerKind: Packed {}
extension AnswerDetail: Packed {}
extension Language: Packed {}
extension Question.Polarity: Packed {}
extension Question.Subject: Packed {}
extension Tip.Guard: Packed {}
extension Tip.Kind: Packed {}
extension Tip.Role: Packed {}
extension Tip.Circle: Packed {}
extension Tip.Once: Packed {}
extension Tip.Place: Packed {}
extension Tip.Asked: Packed {}
extension FollowUp: Packed {}
extension Cue.Page: Packed {}
extension Cue.Week: Packed {}
extension Cue.Moment: Packed {}
extension SelfCheck.Steering.Way: Packed {}
extension NoteKind.Recall: Packed {}

extension Tip: Packed {
  func pack(into packer: inout Packer) {
    id.pack(into: &packer)
    rows.pack(into: &packer)
    part.pack(into: &packer)
    guards.pack(into: &packer)
    kind.pack(into: &packer)
    systems.pack(into: &packer)
    level.pack(into: &packer)
    roles.pack(into: &packer)
    circle.pack(into: &packer)
    (origin == .ownReading).pack(into: &packer)
    answer.pack(into: &packer)
    better.pack(into: &packer)
    // Their text stands in one piece before all tips, and stays so in memory.
    wording.parts.map(\.utf8.count).pack(into: &packer)
    follows.pack(into: &packer)
    once.pack(into: &packer)
    ideas.pack(into: &packer)
    place.pack(into: &packer)
    asked.pack(into: &packer)
    arc.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      id: try unpacker.read(),
      rows: try unpacker.read(),
      part: try unpacker.read(),
      guards: try unpacker.read(),
      kind: try unpacker.read(),
      systems: try unpacker.read(),
      level: try unpacker.read(),
      roles: try unpacker.read(),
      circle: try unpacker.read(),
      origin: try unpacker.read() ? .ownReading : .documents,
      answer: try unpacker.read(),
      better: try unpacker.read(),
      wording: try unpacker.wording()
    )
    follows = try unpacker.read()
    once = try unpacker.read()
    ideas = try unpacker.read()
    place = try unpacker.read()
    asked = try unpacker.read()
    arc = try unpacker.read()
  }
}

extension Arc: Packed {
  func pack(into packer: inout Packer) {
    id.pack(into: &packer)
    parts.pack(into: &packer)
    obstacle.pack(into: &packer)
    for text in [wording.title, wording.offer, wording.back] { packer.add(text) }
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      id: try unpacker.read(),
      parts: try unpacker.read(),
      obstacle: try unpacker.read(),
      wording: Arc.Wording(
        title: try unpacker.read(),
        offer: try unpacker.read(),
        back: try unpacker.read()
      )
    )
  }
}

extension PeopleWords: Packed {
  func pack(into packer: inout Packer) {
    role.pack(into: &packer)
    for text in [person, people] { packer.add(text) }
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      role: try unpacker.read(),
      person: try unpacker.read(),
      people: try unpacker.read()
    )
  }
}

extension Tip.Part: Packed {
  func pack(into packer: inout Packer) {
    switch self {
    case .step(let number): [0, number].pack(into: &packer)
    case .obstacle(let number): [1, number].pack(into: &packer)
    }
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    let pair: [Int] = try unpacker.read()
    guard pair.count == 2 else { throw Unpacker.Damage() }
    self = pair[0] == 0 ? .step(pair[1]) : .obstacle(pair[1])
  }
}

extension Cadence: Packed {
  func pack(into packer: inout Packer) {
    switch self {
    case .days(let number): packer.add("\(number)d")
    case .on(let expression): packer.add(expression.description)
    }
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    guard let cadence = Cadence(try unpacker.text()) else { throw Unpacker.Damage() }
    self = cadence
  }
}

extension Question: Packed {
  func pack(into packer: inout Packer) {
    id.pack(into: &packer)
    rows.pack(into: &packer)
    kind.pack(into: &packer)
    better.pack(into: &packer)
    about.pack(into: &packer)
    backfillDays.pack(into: &packer)
    wording.pack(into: &packer)
    every.pack(into: &packer)
    stays.pack(into: &packer)
    step.pack(into: &packer)
    roles.pack(into: &packer)
    isOptional.pack(into: &packer)
    check.pack(into: &packer)
    leads.pack(into: &packer)
    also.pack(into: &packer)
    number.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      id: try unpacker.read(),
      rows: try unpacker.read(),
      kind: try unpacker.read(),
      better: try unpacker.read(),
      about: try unpacker.read(),
      backfillDays: try unpacker.read(),
      wording: try unpacker.read()
    )
    every = try unpacker.read()
    stays = try unpacker.read()
    step = try unpacker.read()
    roles = try unpacker.read()
    isOptional = try unpacker.read()
    check = try unpacker.read()
    leads = try unpacker.read()
    also = try unpacker.read()
    number = try unpacker.read()
  }
}

extension NumberForm.Several: Packed {}

extension NumberForm: Packed {
  func pack(into packer: inout Packer) {
    unit.pack(into: &packer)
    several.pack(into: &packer)
    for end in [range.lowerBound, range.upperBound] { packer.add(end.description) }
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(unit: try unpacker.read(), several: try unpacker.read())
    let texts: [String] = [try unpacker.read(), try unpacker.read()]
    guard let least = DecimalNumber(texts[0]), let most = DecimalNumber(texts[1]), least <= most
    else { throw Unpacker.Damage() }
    range = least...most
  }
}

extension Question.Wording: Packed {
  func pack(into packer: inout Packer) {
    for text in [title, ask, hint] { packer.add(text) }
    packer.add(pairs: replies.map { ($0.key, $0.text) })
    packer.add(pairs: tags.map { ($0.key, $0.text) })
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(title: try unpacker.read(), ask: try unpacker.read(), hint: try unpacker.read())
    replies = try unpacker.pairs().map { (key: $0.0, text: $0.1) }
    tags = try unpacker.pairs().map { (key: $0.0, text: $0.1) }
  }
}

extension Cue: Packed {
  func pack(into packer: inout Packer) {
    id.pack(into: &packer)
    rows.pack(into: &packer)
    texts.pack(into: &packer)
    packer.add(pairs: moments.map { ($0.moment.rawValue, $0.text) })
    notes.pack(into: &packer)
    week.pack(into: &packer)
    step.pack(into: &packer)
    opens.pack(into: &packer)
    own.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(id: try unpacker.read(), rows: try unpacker.read(), texts: try unpacker.read())
    for (name, text) in try unpacker.pairs() {
      guard let moment = Moment(rawValue: name) else { throw Unpacker.Damage() }
      moments.append((moment, text))
    }
    notes = try unpacker.read()
    week = try unpacker.read()
    step = try unpacker.read()
    opens = try unpacker.read()
    own = try unpacker.read()
  }
}

extension SelfCheck: Packed {
  func pack(into packer: inout Packer) {
    id.pack(into: &packer)
    rows.pack(into: &packer)
    title.pack(into: &packer)
    ask.pack(into: &packer)
    steering.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      id: try unpacker.read(),
      rows: try unpacker.read(),
      title: try unpacker.read(),
      ask: try unpacker.read(),
      steering: try unpacker.read()
    )
  }
}

extension SelfCheck.Steering: Packed {
  func pack(into packer: inout Packer) {
    way.pack(into: &packer)
    for number in [tips, days, others] { number.pack(into: &packer) }
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      way: try unpacker.read(),
      tips: try unpacker.read(),
      days: try unpacker.read(),
      others: try unpacker.read()
    )
  }
}

extension NoteKind: Packed {
  func pack(into packer: inout Packer) {
    id.pack(into: &packer)
    rows.pack(into: &packer)
    parts.pack(into: &packer)
    recall.pack(into: &packer)
    isAboutTip.pack(into: &packer)
    wording.title.pack(into: &packer)
    wording.ask.pack(into: &packer)
    wording.parts.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      id: try unpacker.read(),
      rows: try unpacker.read(),
      parts: try unpacker.read(),
      recall: try unpacker.read(),
      isAboutTip: try unpacker.read(),
      wording: NoteKind.Wording(
        title: try unpacker.read(),
        ask: try unpacker.read(),
        parts: try unpacker.read()
      )
    )
  }
}

extension Phrases: Packed {
  func pack(into packer: inout Packer) {
    packer.add(pairs: frames.map { ($0.name, $0.text) })
    packer.add(pairs: slots.map { ($0.name, $0.title) })
    packer.add(pairs: answers.entries.map { ($0.answer, $0.word) })
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      frames: try unpacker.pairs().map { (name: $0.0, text: $0.1) },
      slots: try unpacker.pairs().map { (name: $0.0, title: $0.1) },
      answers: AnswerWords(try unpacker.pairs().map { (answer: $0.0, word: $0.1) })
    )
  }
}

extension ConfigurationError: Packed {
  func pack(into packer: inout Packer) {
    file.pack(into: &packer)
    line.pack(into: &packer)
    message.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      file: try unpacker.read(),
      line: try unpacker.read(),
      message: try unpacker.read()
    )
  }
}

extension Unpacker {
  /// What the next tip says.
  fileprivate mutating func wording() throws(Damage) -> Tip.Wording {
    let sizes: [Int] = try read()
    guard let wording = Tip.Wording(in: shared, from: sharedPlace, sizes: sizes) else {
      throw Damage()
    }
    sharedPlace += sizes.reduce(0, +)
    return wording
  }
}
