import Coaching

/// What happened to prompts.
extension FactRecord {
  init(ofPrompt event: Event) {
    switch event {
    case .prompted(let prompted): self.init(prompted)
    case .shown(let id, let channel):
      self.init(.shown, id.description)
      add("channel", .text(channel))
    case .notShown(let id, let channel):
      self.init(.notShown, id.description)
      add("channel", .text(channel))
    case .passed(let id, let passing):
      self.init(.passed, id.description)
      add("why", .text(passing.rawValue))
    case .deferred(let id, let why):
      self.init(.deferred, id.description)
      add("why", .text(why.rawValue))
    case .snoozed(let id, let until):
      self.init(.snoozed, id.description)
      add("until", .integer(until.microseconds))
    default: preconditionFailure("\(event) happens to no prompt")
    }
  }

  private init(_ prompted: PromptContent) {
    self.init(.prompted, prompted.id.description)
    add("due", .integer(prompted.due.microseconds))
    add("until", .integer(prompted.until.microseconds))
    if let tip = prompted.tip { add("tip", .text(tip)) }
    // Before the questions: from these on, many prompts say the same, which is then read once.
    add("topics", prompted.topics.map { "\($0.question) \($0.about)" })
    add("cues", prompted.cues)
    add("questions", prompted.questions)
    add("digest", prompted.digest.map(\.description))
    add("entries", prompted.entries.map(\.description))
  }

  var prompted: PromptContent? {
    guard let id = PromptID(subject), let due = instant("due"), let until = instant("until")
    else { return nil }
    return PromptContent(
      id: id,
      due: due,
      until: until,
      tip: text("tip"),
      cues: texts("cues"),
      questions: texts("questions"),
      digest: texts("digest").compactMap(PromptID.init),
      entries: texts("entries").compactMap { Entry.ID($0) },
      topics: texts("topics").compactMap(PromptContent.Topic.init)
    )
  }

  /// What became of a prompt; nil where this version cannot tell.
  func ofPrompt(_ id: PromptID, _ kind: FactKind) -> Event? {
    switch kind {
    case .shown: text("channel").map { .shown(id, channel: $0) }
    case .notShown: text("channel").map { .notShown(id, channel: $0) }
    case .passed: text("why").flatMap(PassReason.init).map { .passed(id, $0) }
    case .deferred: text("why").flatMap(DeferralReason.init).map { .deferred(id, $0) }
    case .snoozed: instant("until").map { .snoozed(id, until: $0) }
    default: nil
    }
  }
}

extension PromptContent.Topic {
  /// Reads a question and what it is about, with a blank between them; nil where one is missing.
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    self.init(parts[0], parts[1])
  }
}
