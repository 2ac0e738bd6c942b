/// What a prompt says, in the person's language, ready for any channel.
public struct Card: Equatable, Sendable {
  public enum Line: Equatable, Sendable {
    /// A sentence or more, to be wrapped to the width of the place where it is shown.
    case text(String)
    /// A command to be typed, in the frame `{command}` of a sentence; never wrapped.
    case command(String, SuggestedCommand)
    case blank
  }

  public var prompt: PromptID
  /// When the prompt came back, where it was snoozed.
  public var back: Instant?
  /// When the prompt was decided or, once it was snoozed, when it came back.
  public var at: Instant
  /// The same as the person's clock reads it.
  public var local: CivilDateTime
  /// Seconds east of UTC at that instant.
  public var offset: Int
  public var subject: String
  /// What it says in a few words, for a place where it has a title: its tip's own, if it has one.
  public var title: String
  public var lines: [Line]
  /// The same in parts: what it says, what it asks, the self-checks among that, and what it tells
  /// of missed prompts.
  ///
  /// Here the act comes before what leads to it: where there is little room, whatever stands last
  /// is cut.
  public var said: [Line] = []
  /// The act of its tip in a few words; nil where it has none, or the person's own words for it.
  public var short: String?
  public var asks: [Ask] = []
  public var forms: [Ask] = []
  public var digest: [Line] = []
  /// Whether it reminds of a promise, which can be kept there and then.
  public var isReminder = false
  /// What it has the person look at; nil where it says all itself.
  public var opens: Cue.Page?
  public var labels = Labels()
  /// The language that it is in, as a mail names it: `zh-TW`; nil where the words do not say.
  public var language: String?

  fileprivate static func joined(_ blocks: [[Line]]) -> [Line] {
    Array(blocks.filter { !$0.isEmpty }.joined(separator: [.blank]))
  }
}

extension Phrases {
  /// The language that these are in, as a mail names it.
  fileprivate var language: String? {
    let tag = self("content-language")
    return tag == "content-language" ? nil : tag
  }
}

extension Teaching {
  /// What a prompt says, without what was answered since.
  public func card(
    for prompt: Coach.Prompt,
    coach: Coach,
    zone: Zone,
    profile: Profile = Profile()
  ) -> Card {
    let prompted = prompt.prompted
    let (id, tip) = (prompted.id, prompted.tip.flatMap(self.tip))
    let open = prompted.questions.compactMap(question)
      .filter { coach.isOpen($0, askedOn: id.day) }
    let leading = tip.map { lines(leadingTo: $0, on: id.day, by: coach) } ?? []
    let telling = tip.map { lines(saying: $0, by: coach) } ?? []
    let told =
      prompted.cues.compactMap(cue).map { $0.lines(on: id.day, by: coach) }
      + self.blocks(bringing: prompt, coach: coach, zone: zone)
    let asks = asks(of: open, on: id.day, coach, profile)
    let digest = prompted.digest.isEmpty ? [] : lines(tellingOf: prompted.digest, on: id.day)
    let asking = blocks(asking: open, on: id.day, coach: coach) + [none(of: open), digest]
    let title = phrases.title(of: id.slot, among: coach.entries)
    return Card(
      prompt: id,
      back: prompt.snoozedUntil,
      at: prompt.cameAt,
      local: zone.civil(at: prompt.cameAt),
      offset: zone.offset(at: prompt.cameAt),
      subject: (tip.map { phrases.labelled(title, $0.wording.title) } ?? title).printable,
      title: (tip?.wording.title ?? title).printable,
      lines: Card.joined([leading, telling] + told + asking),
      said: Card.joined([telling, leading] + told),
      short: length == .own ? nil : tip?.wording.short,
      asks: asks,
      forms: forms(asking: open),
      digest: digest,
      isReminder: Entry.ID.isReminder(id.slot),
      opens: prompted.cues.compactMap(cue).compactMap(\.opens).first,
      labels: cardLabels,
      language: phrases.language
    )
  }

  private func asks(
    of questions: [Question],
    on day: CivilDate,
    _ coach: Coach,
    _ profile: Profile
  ) -> [Card.Ask] {
    // Five sliders at once have no buttons.
    questions.filter { $0.check == nil }
      .map { ask($0, on: day, coach: coach, profile: profile) }
  }

  /// A question with the commands that answer it.
  public func lines(asking question: Question, on day: CivilDate, coach: Coach) -> [Card.Line] {
    let question = asked(question, on: day, coach: coach)
    let answer = SuggestedCommand(answering: question)
    return [
      .text(wording(of: question, on: day, coach: coach)),
      .command(phrases("answer-with"), answer.spoken(phrases)),
    ] + lines(naming: question, answer, coach: coach)
  }

  /// How to say that there was no occasion for what is asked, once for all of it; there is always
  /// one to put out the light.
  private func none(of questions: [Question]) -> [Card.Line] {
    guard let question = questions.first(where: { $0.kind != .timeOfDay }) else { return [] }
    let name = question.check ?? question.id
    let none = SuggestedCommand.answer(name: name, answers: [Answer.noOccasionWord])
    return [.command(phrases("no-occasion"), none.spoken(phrases))]
  }

  /// What a question asks on a day; a question about the tip asks in the tip's own words.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - day: The civil day on which it is asked.
  ///   - told: The civil day whose tip it is about; nil for that of the day's prompt.
  ///   - coach: What was told and asked.
  /// - Returns: What it asks, in the person's language.
  public func wording(
    of question: Question,
    on day: CivilDate,
    aboutTipOf told: CivilDate? = nil,
    coach: Coach
  ) -> String {
    let told = told ?? coach.answerDay(of: question, askedOn: day)
    guard question.about == .tip, let tip = coach.tipTold(on: told).flatMap(tip) else {
      if let topic = topic(of: question, on: day, coach: coach) {
        return question.wording.ask.filled([("topic", topic.title)])
      }
      if let asked = wording(lookingBack: question, coach: coach) { return asked }
      // Whoever answers it unasked, on a day without what it is about, is asked nothing of it.
      let wording = question.wording
      return wording.ask.contains("{topic}") ? wording.title : wording.ask
    }
    let title = told == day ? tip.wording.title : phrases.title(of: tip, told: told, seenOn: day)
    return question.wording.ask.filled([("tip", title), ("ask", tip.wording.ask)])
  }
}
