import Application
import Channels
import Coaching

extension Output {
  /// Prints values behind their labels, which take as many columns as the widest of them.
  static func rows(_ rows: [(label: String, value: String)], indent: Int = 2) {
    let widest = rows.map { TextLayout.columns($0.label.printable) }.max() ?? 0
    let left = indent + widest + 2
    // Where the labels leave too little, a value stands below its label.
    let isBelow = width - left < 16
    for (label, value) in rows {
      let label = label.printable
      let blank = String(repeating: " ", count: isBelow ? indent + 2 : left)
      var lines = TextLayout.wrap(value, width: width - blank.count)[...]
      let margin = String(repeating: " ", count: indent)
      if isBelow {
        line(label, margin: margin)
      } else {
        let gap = String(repeating: " ", count: widest + 2 - TextLayout.columns(label))
        line(lines.popFirst() ?? "", margin: margin + label + gap)
      }
      for rest in lines { line(rest, margin: blank) }
    }
  }
}

/// A share drawn with characters, readable without colour.
enum Bar {
  /// - Parameters:
  ///   - share: From 0 to 1.
  ///   - columns: How wide all of it is.
  /// - Returns: Full and empty places, each one column wide.
  static func text(_ share: Double, columns: Int = 10) -> String {
    let full = Int((min(1, max(0, share)) * Double(columns)).rounded())
    return String(repeating: "█", count: full) + String(repeating: "░", count: columns - full)
  }

  /// Shares one after the other, each by its height in a column of its own.
  static func path(_ shares: [Double]) -> String {
    let heights = "▁▂▃▄▅▆▇█".map(String.init)
    return shares.map { share in
      heights[Int((min(1, max(0, share)) * Double(heights.count - 1)).rounded())]
    }.joined()
  }
}

extension Phrases {
  /// What is missing for a figure.
  func words(for lack: MissingReason) -> String {
    switch lack {
    case .days(1): self("lack-day")
    case .days(let count): self("lack-days", ("count", String(count)))
    case .nights(1): self("lack-night")
    case .nights(let count): self("lack-nights", ("count", String(count)))
    case .target: self("lack-target")
    }
  }

  func words(for state: DayState) -> String {
    switch state {
    case .done: self("state-done")
    case .missed: self("state-missed")
    case .excused: self("state-excused")
    case .notDue: self("state-not-due")
    case .unknown: self("state-unknown")
    }
  }
}

extension HabitMeasure {
  func show(in workspace: Workspace) {
    let phrases = workspace.phrases
    Output.heading(habit.title(phrases))
    guard let strength else {
      let lack = lack.map(phrases.words) ?? ""
      return Output.rows([(phrases("strength"), lack)])
    }
    var rows = [
      (label: phrases("strength"), value: "\(Bar.text(strength.score)) \(strength.shown) %")
    ]
    if comeback.chances > 0 {
      let numbers = [String(comeback.returns), String(comeback.chances)]
      let value = phrases("comeback-of", ("returns", numbers[0]), ("chances", numbers[1]))
      rows.append((phrases("comeback"), value))
    }
    if habit.aim.isDaily, run.days > 0 {
      let value = phrases("run-days", ("count", String(run.days)))
      rows.append((phrases("run"), value))
    }
    let recent = weeks.suffix(4).map { "\($0.tally.done)/\($0.tally.counted)" }
    if !recent.isEmpty { rows.append((phrases("weeks"), recent.joined(separator: "  "))) }
    if days(.unknown) > 0 {
      rows.append((phrases("open-days"), String(days(.unknown))))
    }
    Output.rows(rows)
  }
}

extension SleepMeasure {
  func show(in workspace: Workspace) {
    let phrases = workspace.phrases
    Output.heading(phrases("sleep-weeks"))
    let titles = [Habit.sleep, Habit.getUp].map { id in
      workspace.habit(id)?.question.wording.title ?? id
    }
    var rows = end(lightsOut, titles[0], phrases) + end(getUp, titles[1], phrases)
    rows.append((phrases("regularity"), words(for: regularity, phrases)))
    rows.append((phrases("free-days"), words(for: jetlag, phrases)))
    rows.append((phrases("energy-beside"), words(for: energy, phrases)))
    Output.rows(rows)
    Output.wrapped(phrases("no-advice"), indent: 2)
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
    case .missing(let lack): return phrases.words(for: lack)
    case .known(let energy):
      let interval = energy.comparison.interval
      return phrases(
        "energy-together",
        ("first", Decimal.text(energy.onTimeMean)),
        ("second", Decimal.text(energy.lateMean)),
        ("difference", Decimal.text(energy.comparison.difference)),
        ("low", Decimal.text(interval.lowerBound)),
        ("high", Decimal.text(interval.upperBound))
      )
    }
  }
}

/// Numbers as they are shown to a person.
enum Decimal {
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
