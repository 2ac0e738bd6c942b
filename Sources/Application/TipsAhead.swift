package import Coaching

/// The tip that would come on a day, and why.
package struct TipAhead {
  package var day: CivilDate
  package var tip: Tip
  package var explained: ExplainedTip?
}

/// Why a tip was chosen, and all that was weighed.
package struct ExplainedTip {
  package var chosen: TipChosen
  /// In the person's language.
  package var sentence: String
}

extension Workspace {
  /// The tips that would come on some days if nothing were answered, each told before the next is
  /// chosen; writes nothing.
  ///
  /// - Parameters:
  ///   - first: The first day.
  ///   - days: How many days.
  ///   - seed: What is drawn from, instead of this install's own.
  /// - Returns: The tips; a day without one is left out.
  /// - Throws: When the ledger cannot be read.
  package func tipsAhead(
    from first: CivilDate,
    days: Int,
    seed: String?
  ) throws(CommandError) -> [TipAhead] {
    var coach = try coach(around: first)
    if let seed { coach.seed = seed }
    let fact = { (event: Event, day: CivilDate) in
      Fact(
        sequence: 0,
        id: seed ?? "",
        instant: calendar.start(of: day),
        zone: context.zone.name,
        day: day,
        event: event
      )
    }
    // The coach has come to this person by then, if it has not before.
    coach.apply(fact(.unknown(kind: "first"), first))
    return (0..<days).compactMap { number in
      let day = first.adding(days: number)
      let told = coach.tipTold(on: day).flatMap(teaching.tip)
      let decision = told == nil ? coach.decision(on: day, for: context) : nil
      guard let tip = told ?? decision?.tip else { return nil }
      let chosen = decision?.chosen ?? coach.choice(of: tip.id, on: day)
      let explained = chosen.map { explain($0, coach, on: day) }
      if told == nil { coach.apply(fact(.told(tip: tip.id), day)) }
      return TipAhead(day: day, tip: tip, explained: explained)
    }
  }

  /// Why a tip was chosen on a day, in the person's language.
  package func explain(_ chosen: TipChosen, _ coach: Coach, on day: CivilDate) -> ExplainedTip {
    let reasons = coach.reasons(for: chosen, on: day, from: teaching)
    // An extra would have come before what comes in turn.
    let budget = chosen.claim == .rotation ? extraWeek(coach).reason(phrases) : nil
    let said = phrases.sentence(for: reasons)
    let sentence = [said, budget ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return ExplainedTip(chosen: chosen, sentence: sentence)
  }
}
