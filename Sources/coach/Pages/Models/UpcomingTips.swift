import Coaching

/// The tips that would come on some days if nothing were answered; writes nothing.
struct TipsAhead {
  let workspace: Workspace
  /// What is drawn from, instead of this install's own.
  var seed: String?
  var isReasoned = false

  /// The tips of some days, each told before the next is chosen.
  func views(from first: CivilDate, days: Int) throws(CommandError) -> [View] {
    var coach = try workspace.coach(around: first)
    if let seed { coach.seed = seed }
    // The coach has come to this person by then, if it has not before.
    coach.apply(fact(.unknown(kind: "first"), on: first))
    return (0..<days).compactMap { number in
      let day = first.adding(days: number)
      let told = coach.tipTold(on: day).flatMap(workspace.teaching.tip)
      let decision = told == nil ? coach.decision(on: day, for: workspace.outlook) : nil
      guard let tip = told ?? decision?.tip else { return nil }
      let chosen = decision?.chosen ?? coach.choice(of: tip.id, on: day)
      let reason = chosen.map { ReasonView($0, workspace, coach, on: day) }
      if told == nil { coach.apply(fact(.told(tip: tip.id), on: day)) }
      return View(day, tip, reason, isReasoned: isReasoned)
    }
  }

  private func fact(_ event: Event, on day: CivilDate) -> Fact {
    Fact(
      sequence: 0,
      id: seed ?? "",
      instant: workspace.calendar.start(of: day),
      zone: workspace.outlook.zone.name,
      day: day,
      event: event
    )
  }

  struct View: Encodable {
    var day: String
    var tip: String
    var title: String
    var action: String
    var why: String
    var claim: String?
    var because: String?
    var reason: ReasonView?

    init(_ day: CivilDate, _ tip: Tip, _ reason: ReasonView?, isReasoned: Bool) {
      self.day = "\(day)"
      self.tip = tip.id
      title = tip.wording.title
      action = tip.wording.action
      why = tip.wording.why
      claim = reason?.claim
      because = reason?.sentence
      self.reason = isReasoned ? reason : nil
    }

    func show(_ phrases: Phrases) {
      let weekday = CivilDate(day)?.weekday.shortName ?? ""
      Output.heading("\(day) \(weekday)  \(title)")
      Output.wrapped(action, indent: 2)
      if !why.isEmpty { Output.wrapped(phrases.labelled(phrases("why"), why), indent: 2) }
      if let reason { Output.wrapped(reason.sentence, indent: 2) }
    }
  }
}
