import ArgumentParser
import Coaching

struct ExtraCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extra",
    abstract: "Note something you did beyond the basics, or dropped; show the week's budget.",
    discussion: """
      EXAMPLES
        coach extra "fruit for the meeting" --minutes 20 --cost 5
        coach extra --landed no          how the last one was taken
        coach extra "a second draft" --dropped
        coach extra                      what of the week's budget is used

      How the last one was taken is asked once, by the next prompt that begins an hour later or \
      after that. The budget is that of [extras] in the configuration, for seven days. “coach \
      undo” takes the last one back.

      JSON: count, perWeek, minutes, minutesPerWeek, money, moneyPerWeek, usedUp, again, extras \
      [{day, text, minutes, cost, landed, dropped}].
      """
  )

  @Argument(help: "What it was, in a few words.") var text: String?
  @Option(help: "How many minutes it took.") var minutes: Int?
  @Option(help: "What it cost, such as 5 or “5.50 EUR”.") var cost: String?
  @Option(help: "Whether it was welcome and in nobody's way: yes or no.") var landed: Truth?
  @Flag(help: "You thought better of it: that is a good outcome.") var dropped = false
  @Flag(help: "Print JSON.") var json = false

  enum Truth: String, ExpressibleByArgument, CaseIterable { case yes, no }

  func validate() throws {
    guard text != nil || minutes == nil && cost == nil && !dropped else {
      throw ValidationError("Say what it was: coach extra \"a few words\"")
    }
    guard minutes.map((0...1440).contains) ?? true else {
      throw ValidationError("--minutes is to be from 0 to 1440, not \(minutes ?? 0).")
    }
    guard !json || text == nil && landed == nil else {
      throw ValidationError("--json reads; it takes nothing to note.")
    }
  }

  func run() throws {
    let workspace = try Workspace()
    if let text {
      try note(text, workspace)
    } else if let landed {
      try amend(landed, workspace)
    } else {
      let view = ExtrasView(try workspace.coach(), workspace)
      if json { try Output.json(view) } else { view.show(workspace.phrases) }
    }
  }

  private func note(_ text: String, _ workspace: Workspace) throws(CommandError) {
    let extra = Extra(
      text: try text.kept(as: "an extra"),
      minutes: minutes,
      cost: try cost.map { text throws(CommandError) in try money(text, workspace) },
      landed: landed.map { $0 == .yes },
      isDropped: dropped
    )
    guard !extra.text.isEmpty else {
      throw CommandError(.data, "an extra needs a few words: coach extra \"fruit for the meeting\"")
    }
    try workspace.record(.extra(extra), on: workspace.today)
    reply(to: extra, try workspace.coach(), workspace)
  }

  /// The amount that was typed, in the currency of the budget where none was.
  private func money(_ text: String, _ workspace: Workspace) throws(CommandError) -> Money {
    let budget = workspace.outlook.profile.extraMoney
    guard var money = Money(text) else {
      throw CommandError(.data, "“\(text.printable)” is no amount; say 5, 5.50 or “5.50 EUR”")
    }
    if money.currency.isEmpty { money.currency = budget?.currency ?? "" }
    if let budget, money.currency != budget.currency {
      let what = "the week's budget is in \(budget.currency), not “\(money.currency.printable)”"
      throw CommandError(.data, "\(what); say what it cost in that, or change “money” in [extras]")
    }
    return money
  }

  /// Says of the last extra how it was taken: the answer to the question that looks back on it.
  private func amend(_ landed: Truth, _ workspace: Workspace) throws(CommandError) {
    guard try workspace.coach().extras.contains(where: { !$0.extra.isDropped }) else {
      throw CommandError(.data, "there is no extra of the last days; note one: coach extra \"…\"")
    }
    let question = try workspace.question(named: Extra.lookBack)
    let recorded = try workspace.record(landed.rawValue, to: question, day: nil, from: "command")
    for line in recorded.said(in: workspace) { Output.wrapped(line) }
  }

  private func reply(to extra: Extra, _ coach: Coach, _ workspace: Workspace) {
    let phrases = workspace.phrases
    if extra.isDropped { return Output.wrapped(phrases("extra-dropped", ("text", extra.text))) }
    Output.wrapped(phrases("extra-noted", ("text", extra.text)))
    ExtrasView(coach, workspace).showUse(phrases)
    guard let question = workspace.teaching.question(Extra.lookBack) else { return }
    if let landed = extra.landed {
      let reply = question.wording.replies.first { $0.key == Answer.yesNo(landed).replyKey }
      return Output.wrapped(reply?.text ?? "")
    }
    Output.wrapped(phrases("one-look-back"))
    Output.line("coach extra --landed yes", margin: "  ")
  }
}

/// The week's extras as the reading commands give them.
struct ExtrasView: Encodable {
  var count: Int
  var perWeek: Int
  var minutes: Int
  var minutesPerWeek: Int?
  var money: String
  var moneyPerWeek: String?
  var usedUp: Bool
  /// From which day on something is left again.
  var again: String?
  var extras: [Line]

  struct Line: Encodable {
    var day: String
    var text: String
    var minutes: Int?
    var cost: String?
    var landed: Bool?
    var dropped: Bool
  }

  init(_ coach: Coach, _ workspace: Workspace) {
    let budget = workspace.outlook.profile.extraBudget
    let today = workspace.today
    let use = coach.extraUse(through: today, of: budget)
    count = use.count
    perWeek = budget.count
    minutes = use.minutes
    minutesPerWeek = budget.minutes
    money = Money(hundredths: use.hundredths, currency: budget.money?.currency ?? "").description
    moneyPerWeek = budget.money?.description
    usedUp = use.isUsedUp
    again = coach.extrasAgain(after: today, of: budget)?.description
    extras = coach.extras.filter { today.adding(days: -6) <= $0.day }.map { given in
      Line(
        day: given.day.description,
        text: given.extra.text,
        minutes: given.extra.minutes,
        cost: given.extra.cost?.description,
        landed: coach.landing(of: given)?.isWelcome,
        dropped: given.extra.isDropped
      )
    }
  }

  /// What is used, and of how much.
  func use(_ phrases: Phrases) -> String {
    var parts = [phrases("extras-count", ("count", "\(count)"), ("limit", "\(perWeek)"))]
    if let minutesPerWeek {
      parts.append(phrases("minutes", ("count", "\(minutes)/\(minutesPerWeek)")))
    }
    if let moneyPerWeek {
      parts.append("\(Money(money)?.number ?? money)/\(moneyPerWeek)")
    }
    return parts.joined(separator: phrases("comma"))
  }

  func showUse(_ phrases: Phrases) {
    Output.wrapped(phrases.labelled(phrases("extras-week"), use(phrases)))
    if let reason = reason(phrases) { Output.wrapped(reason) }
  }

  /// Why none is suggested; nil while something is left.
  func reason(_ phrases: Phrases) -> String? {
    guard usedUp, count > 0 else { return nil }
    return again.map { phrases("extras-used-up", ("day", $0)) } ?? phrases("extras-never")
  }

  func show(_ phrases: Phrases) {
    showUse(phrases)
    for line in extras {
      let minutes = line.minutes.map { phrases("minutes", ("count", "\($0)")) }
      let dropped = line.dropped ? phrases("extra-let-go") : nil
      let what = [minutes, line.cost, dropped].compactMap(\.self)
      let more = what.joined(separator: phrases("comma"))
      let text = more.isEmpty ? line.text : phrases.bracketed(line.text, more)
      Output.wrapped("\(line.day)  \(text)", indent: 2)
    }
  }
}
