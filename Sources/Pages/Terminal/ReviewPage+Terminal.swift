package import Application
package import Coaching

/// A review as a person reads it.
extension ReviewReport {
  package func page(_ phrases: Phrases, weekStarts: Weekday) -> Page {
    var page = Page()
    let ends = phrases.ends(of: review.first...review.last)
    let span = [("first", ends.first), ("last", ends.last)]
    page.heading(
      period == .day
        ? phrases("review-day", span[1]) : phrases("review-days", span[0], span[1])
    )
    let counted = review.lines.filter { $0.tally.counted > 0 }
    if counted.isEmpty { page.words(phrases("review-empty"), indent: 2) }
    page.rows(
      counted.map { line in
        Page.Row(
          line.habit.title(phrases),
          .bar(
            line.together?.share ?? line.tally.rate ?? 0,
            beside: line.together?.figures(in: line.habit.question.unit)
              ?? "\(line.tally.done)/\(line.tally.counted)"
          )
        )
      }
    )
    if period == .month || period == .year {
      let letters = phrases("weekday-letters")
      page.map(HeatMap(review.days, weekStarts: weekStarts, labels: letters))
      page.words(phrases("heat-legend"), indent: 2)
    }
    if let circles, !circles.served.isEmpty {
      page.blank()
      page.add(circles.page(phrases, under: phrases("circles")))
    }
    page.add(checks.barsPage())
    page.add(tipsPage(phrases))
    page.add(arcsPage(phrases))
    page.add(returns.page(phrases))
    page.blank()
    page.rows(stepRows(phrases) + rows(phrases), indent: 0)
    for line in setting?.split(separator: "\n") ?? [] { page.verbatim(String(line), indent: 4) }
    return page
  }

  /// What became of tips, with what the person wrote, whole and in their own words.
  private func tipsPage(_ phrases: Phrases) -> Page {
    var page = Page()
    if tips.isEmpty { return page }
    page.blank()
    page.heading(phrases("review-tips"))
    for tried in tips {
      page.words(tried.line(phrases), indent: 2)
      let words = tried.words?.printable ?? ""
      if !words.isEmpty {
        page.words(phrases("review-own-line", ("words", words)), indent: 4)
      }
    }
    return page
  }

  /// What was told in parts, with what the person wrote when it was over.
  private func arcsPage(_ phrases: Phrases) -> Page {
    var page = Page()
    if arcs.isEmpty { return page }
    page.blank()
    page.heading(phrases("review-arcs"))
    for told in arcs {
      page.words(told.arc.wording.title, indent: 2)
      let words = told.words?.printable ?? ""
      if !words.isEmpty {
        page.words(phrases("review-own-line", ("words", words)), indent: 4)
      }
    }
    return page
  }

  /// The scores of the days; before anything is known there is none to show.
  private func stepRows(_ phrases: Phrases) -> [(label: String, value: String)] {
    let days = (fourSteps ?? []).map(\.four)
    guard days.contains(where: { $0.known > 0 }) else { return [] }
    let scores = days.map { $0.known == 0 ? "–" : String($0.score) }
    return [(phrases("four-days"), scores.joined(separator: " "))]
  }

  private func rows(_ phrases: Phrases) -> [(label: String, value: String)] {
    var rows: [(label: String, value: String)] = []
    let held = review.lines.filter(\.isHeld).map { $0.habit.title(phrases) }
    let comma = phrases("list-comma")
    if !held.isEmpty { rows.append((phrases("held"), held.joined(separator: comma))) }
    let back = review.lines.filter { $0.comeback.returns > 0 }.map { line in
      "\(line.habit.title(phrases)) \(line.comeback.returns)/\(line.comeback.chances)"
    }
    if !back.isEmpty { rows.append((phrases("comeback"), back.joined(separator: comma))) }
    rows += routines.filter { $0.days > 0 }.map { routine in
      let (whole, days) = (("whole", String(routine.whole)), ("days", String(routine.days)))
      return (routine.routine.title, phrases("routine-whole", whole, days))
    }
    rows += review.numbers.map { numbers in
      (numbers.habit.title(phrases), numbers.total.words(phrases, in: numbers.habit.question.unit))
    }
    let promises = review.promises
    if !promises.isEmpty { rows.append((phrases("promises"), promises.words(phrases))) }
    rows += returns.thanksRows(phrases)
    rows.append((phrases("suggestion"), review.suggestion(phrases)))
    return rows
  }
}

extension Review {
  /// What is suggested, with its reason, or what is missing for that.
  package func suggestion(_ phrases: Phrases) -> String {
    switch suggestion {
    case .missing(let lack): return phrases.words(for: lack)
    case .known(let suggestion):
      let habit = ("habit", suggestion.habit.question.wording.title)
      let ground = ("ground", phrases.ground(of: suggestion))
      switch suggestion.change {
      case .keep: return phrases("suggest-keep", on: last, habit, ground)
      case .shrink: return phrases("suggest-shrink", on: last, habit, ground)
      case .grow: return phrases("suggest-grow", on: last, habit, ground)
      case .askLess:
        return phrases("suggest-ask-less", habit)
      case .askMore:
        return phrases("suggest-ask-more", habit)
      }
    }
  }
}

extension PromiseCount {
  /// What there was of each, and nothing of what there was not.
  fileprivate func words(_ phrases: Phrases) -> String {
    let count = { (count: Int) in ("count", String(count)) }
    return [
      kept == 0 ? nil : phrases("count-kept", count(kept)),
      released == 0 ? nil : phrases("count-released", count(released)),
      missed == 0 ? nil : phrases("count-missed", count(missed)),
      open == 0 ? nil : phrases("count-open", count(open)),
      overdue == 0 ? nil : phrases("count-overdue", count(overdue)),
    ].compactMap(\.self).joined(separator: phrases("comma"))
  }
}

extension TriedTip {
  /// What became of it, in a line.
  package func line(_ phrases: Phrases) -> String {
    let title = ("title", tip.wording.title)
    if isUseful { return phrases("review-tip-useful", title) }
    switch answer {
    case .yesNo(true): return phrases("review-tip-done", title)
    case .yesNo(false): return phrases("review-tip-not-done", title)
    // Its words stand beneath it.
    case .text: return tip.wording.title
    default: return phrases.labelled(tip.wording.title, phrases.word(for: answer.description))
    }
  }
}
