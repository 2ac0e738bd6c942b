package import Application
import Channels
package import Coaching

extension Phrases {
  /// What is missing for a figure.
  package func words(for lack: MissingReason) -> String {
    switch lack {
    case .days(1): self("lack-day")
    case .days(let count): self("lack-days", ("count", String(count)))
    case .nights(1): self("lack-night")
    case .nights(let count): self("lack-nights", ("count", String(count)))
    case .target: self("lack-target")
    }
  }

  package func words(for state: DayState) -> String {
    switch state {
    case .done: self("state-done")
    case .missed: self("state-missed")
    case .excused: self("state-excused")
    case .notDue: self("state-not-due")
    case .unknown: self("state-unknown")
    }
  }
}

extension MeasuresReport {
  package func page(in workspace: Workspace) -> Page {
    var page = Page()
    for measure in measures {
      page.add(measure.page(in: workspace, through: last))
      if let path = checks.automaticity(of: measure.habit.question.id) {
        page.rows([(workspace.phrases("by-itself"), path.words)])
      }
      page.blank()
    }
    for routine in routines { page.add(routine.page(workspace.phrases)) }
    if let sleep { page.add(sleep.page(in: workspace)) }
    page.add(checks.page(isFirst: sleep == nil))
    return page
  }
}

extension HabitMeasure {
  fileprivate func page(in workspace: Workspace, through last: CivilDate) -> Page {
    var page = Page()
    let phrases = workspace.phrases
    page.heading(habit.title(phrases))
    guard let strength else {
      let lack = lack.map(phrases.words) ?? ""
      page.rows([Page.Row(phrases("strength"), lack)] + numberRows(through: last, phrases))
      return page
    }
    var rows = [
      Page.Row(phrases("strength"), .gauge(strength.score, beside: phrases.percent(strength.shown)))
    ]
    if comeback.chances > 0 {
      let numbers = [String(comeback.returns), String(comeback.chances)]
      let value = phrases("comeback-of", ("returns", numbers[0]), ("chances", numbers[1]))
      rows.append(Page.Row(phrases("comeback"), value))
    }
    if habit.aim.isDaily, run.days > 0 {
      let value = phrases("run-days", ("count", String(run.days)))
      rows.append(Page.Row(phrases("run"), value))
    }
    if !weeks.isEmpty { rows.append(Page.Row(phrases("weeks"), lastWeeks(through: last, phrases))) }
    rows += numberRows(through: last, phrases)
    if openCount > 0 { rows.append(Page.Row(phrases("open-days"), String(openCount))) }
    page.rows(rows)
    return page
  }

  /// What was counted: week by week where the weeks do not say it already, and on the mean.
  private func numberRows(through last: CivilDate, _ phrases: Phrases) -> [Page.Row] {
    let weeks = lastNumberWeeks(4, through: last)
    guard habit.question.kind == .number, !weeks.isEmpty else { return [] }
    let unit = habit.question.unit
    var rows: [Page.Row] = []
    if habit.aim.isDaily || !habit.aim.isSum {
      let sums = weeks.map { week in
        week.total.days == 0 ? "–" : phrases.words(for: week.total.sum, in: unit)
      }
      rows.append(Page.Row(phrases("number-weeks"), sums.joined(separator: "  ")))
    }
    let first = last.adding(days: 1 - 4 * Week.days)
    if let total = total(from: first, through: last), total.days > 0 {
      rows.append(Page.Row(phrases("number-mean"), total.meanWords(phrases, in: unit)))
    }
    return rows
  }

  /// The last four weeks, the gaps among them shown; and since when nothing has counted.
  private func lastWeeks(through last: CivilDate, _ phrases: Phrases) -> String {
    let words = lastWeeks(4, through: last).map { week in
      let end = min(week.first.adding(days: Week.days - 1), last)
      if !tells(week, through: last) { return "–" }
      return together(through: end, in: Week.days)?.figures(in: habit.question.unit)
        ?? "\(week.tally.done)/\(week.tally.counted)"
    }.joined(separator: "  ")
    // A week that has hardly begun is no gap.
    guard let day = lastCounted, day.days(until: last) > 7 else { return words }
    return phrases("weeks-gap", ("weeks", words), ("day", phrases.date(day, seenOn: last)))
  }
}

extension RoutineMeasure {
  fileprivate func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.heading(routine.title)
    guard let share else {
      page.rows([Page.Row(phrases("routine"), phrases.words(for: .days(1)))])
      page.blank()
      return page
    }
    let percent = Int((share * 100).rounded())
    let weeks = weeks.map { "\($0.whole)/\($0.days)" }.joined(separator: "  ")
    page.rows([
      Page.Row(phrases("routine"), .gauge(share, beside: "\(done)/\(parts), \(percent) %")),
      Page.Row(phrases("routine-weeks"), weeks),
    ])
    page.blank()
    return page
  }
}

extension SleepMeasure {
  fileprivate func page(in workspace: Workspace) -> Page {
    var page = Page()
    let phrases = workspace.phrases
    page.heading(phrases("sleep-weeks"))
    let titles = [Habit.sleep, Habit.getUp].map { id in
      workspace.habit(id)?.question.wording.title ?? id
    }
    var rows = end(lightsOut, titles[0], phrases) + end(getUp, titles[1], phrases)
    rows += nightRows(phrases)
    rows.append((phrases("regularity"), words(for: regularity, phrases)))
    rows.append((phrases("free-days"), words(for: jetlag, phrases)))
    rows.append((phrases("energy-beside"), words(for: energy, phrases)))
    page.rows(rows)
    page.words(phrases("no-advice"), indent: 2)
    return page
  }

  /// How long the nights were, where their middle lies, what was slept by day, and what is missing.
  private func nightRows(_ phrases: Phrases) -> [(label: String, value: String)] {
    var rows: [(label: String, value: String)] = []
    let lack = length.lack.map(phrases.words) ?? ""
    rows.append((phrases("night-length"), length.value.map { $0.words(phrases) } ?? lack))
    if let length = length.value, let middle = length.middle {
      let time = ("time", middle.shortDescription)
      let minutes = length.middleDeviationMinutes.map { String(Int($0.rounded())) } ?? "0"
      rows.append((phrases("night-middle"), phrases("mean-spread", time, ("minutes", minutes))))
    }
    if naps.naps > 0 {
      let length = phrases.length(ofSeconds: Int64((naps.minutes * 60).rounded()))
      let count = ("count", String(naps.naps))
      let words =
        naps.naps == 1
        ? phrases("nap-one", ("length", length))
        : phrases("nap-count", count, ("days", String(naps.days)), ("length", length))
      rows.append((phrases("naps"), words))
    }
    // Where nobody wishes for so much, there is nothing to say of it.
    if debt.lack != .target { rows.append((phrases("sleep-wish"), debtWords(phrases))) }
    return rows
  }

  private func debtWords(_ phrases: Phrases) -> String {
    guard let debt = debt.value else { return debt.lack.map(phrases.words) ?? "" }
    let wish = ("wish", phrases.length(ofSeconds: Int64(debt.wishMinutes) * 60))
    let length = ("length", phrases.length(ofSeconds: Int64((debt.minutes * 60).rounded())))
    let days = ("days", String(debt.days))
    return debt.minutes > 0
      ? phrases("wish-short", wish, length, days) : phrases("wish-over", wish, length, days)
  }

  private func end(
    _ end: End,
    _ title: String,
    _ phrases: Phrases
  ) -> [(label: String, value: String)] {
    guard let mean = end.mean.value, let deviation = end.deviationMinutes.value else {
      return [(title, end.mean.lack.map(phrases.words) ?? "")]
    }
    let time = ("time", mean.description)
    let minutes = ("minutes", String(Int(deviation.rounded())))
    guard let late = end.lateMinutes.value else {
      return [(title, phrases("mean-spread", time, minutes))]
    }
    let count = ("count", String(end.onTime))
    let nights = ("nights", String(end.nights))
    let size = ("late", String(abs(Int(late.rounded()))))
    return [
      (
        title,
        late < 0
          ? phrases("mean-early", time, minutes, count, nights, size)
          : phrases("mean-late", time, minutes, count, nights, size)
      )
    ]
  }

  private func words(for figure: Figure<SleepRegularityIndex>, _ phrases: Phrases) -> String {
    switch figure {
    case .missing(let lack): return phrases.words(for: lack)
    case .known(let regularity):
      let index = String(Int((regularity.index ?? 0).rounded()))
      return isProvisional
        ? phrases("regularity-provisional", ("index", index))
        : phrases("regularity-index", ("index", index))
    }
  }

  private func words(for figure: Figure<Jetlag>, _ phrases: Phrases) -> String {
    switch figure {
    case .missing(let lack): return phrases.words(for: lack)
    case .known(let jetlag):
      let minutes = ("minutes", String(abs(Int((jetlag.hours * 60).rounded()))))
      return jetlag.hours < 0 ? phrases("free-earlier", minutes) : phrases("free-later", minutes)
    }
  }

  private func words(for figure: Figure<Energy>, _ phrases: Phrases) -> String {
    switch figure {
    case .missing(let lack): phrases.words(for: lack)
    case .known(let energy): phrases.together(energy)
    }
  }
}

extension NightLength {
  fileprivate func words(_ phrases: Phrases) -> String {
    let asleep = phrases.length(ofSeconds: Int64((asleepMinutes * 60).rounded()))
    let nights = ("nights", String(nights))
    // Who says only when the light went out and when they got up says no more than that.
    guard told > 0 else { return phrases("night-mean", ("length", asleep), nights) }
    let inBed = phrases.length(ofSeconds: Int64((inBedMinutes * 60).rounded()))
    return phrases("night-mean-in-bed", ("length", asleep), nights, ("bed", inBed))
  }
}

extension NumberTotal {
  /// What a day has on the mean, and of how many days that is one.
  func meanWords(_ phrases: Phrases, in unit: String?) -> String {
    let number = Decimal.shortest(mean ?? 0)
    let mean = unit.map { "\(number) \($0)" } ?? number
    return days == 1
      ? phrases("mean-of-day", ("mean", mean))
      : phrases("mean-of-days", ("mean", mean), ("count", String(days)))
  }

  /// What they came to, and on the mean.
  func words(_ phrases: Phrases, in unit: String?) -> String {
    let sum = phrases.words(for: sum, in: unit)
    return phrases("number-total", ("sum", sum), ("mean", meanWords(phrases, in: unit)))
  }
}

extension Phrases {
  /// What goes together with evenings on time, and how sure that is.
  package func together(_ energy: SleepMeasure.Energy) -> String {
    let interval = energy.comparison.interval
    return self(
      "energy-together",
      ("first", Decimal.text(energy.onTimeMean)),
      ("second", Decimal.text(energy.lateMean)),
      ("difference", Decimal.text(energy.comparison.difference)),
      ("low", Decimal.text(interval.lowerBound)),
      ("high", Decimal.text(interval.upperBound))
    )
  }
}

/// Numbers as they are shown to a person.
enum Decimal {
  /// A number rounded to a hundredth, without a zero at its end.
  static func shortest(_ number: Double) -> String {
    var text = text(number, places: 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A number rounded to some places, with a minus sign of the width of a digit.
  static func text(_ number: Double, places: Int = 1) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let rounded = Int((number * Double(scale)).rounded())
    let digits = String(abs(rounded) % scale + scale).dropFirst()
    let whole = "\(rounded < 0 ? "-" : "")\(abs(rounded) / scale)"
    return places == 0 ? whole : "\(whole).\(digits)"
  }
}
