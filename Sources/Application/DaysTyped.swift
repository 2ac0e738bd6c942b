import Coaching

/// Some days in a row as a person types them.
extension Workspace {
  /// The first and the last of some days; which is the earlier is not looked at.
  func days(_ text: String) throws(CommandError) -> (first: CivilDate, last: CivilDate) {
    let ends = try ends(of: text)
    if ends.count == 1 {
      if written(day: text) == nil,
        let days = try lexicon.days(text, from: today, weekStarts: weekStarts)
      {
        return (days.lowerBound, days.upperBound)
      }
      let day = try day(ends[0], .coming)
      return (day, day)
    }
    if let number = dayOfMonth(ends[0]) {
      let last = try day(ends[1], .coming)
      return (try day(number, before: true, last), last)
    }
    let first = ends[0].isEmpty ? today : try day(ends[0], .coming)
    if let number = dayOfMonth(ends[1]) {
      return (first, try day(number, before: false, first))
    }
    let last = try day(ends[1], .coming)
    if last < first {
      // Of days that have begun already the first is a date of this year, and not of the next.
      let past = try day(ends[0], .past)
      if (past.month, past.day) == (first.month, first.day) { return (past, last) }
    }
    return (first, last)
  }

  /// What stands before and behind what joins two days; all of it where nothing does.
  private func ends(of text: String) throws(CommandError) -> [String] {
    // Where one date ends with a stop and “..” follows, three stand there.
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if let joint = parts.indices.dropFirst().dropLast().first(where: { parts[$0].isEmpty }) {
      let rest = parts[(joint + 1)...].drop(while: \.isEmpty)
      guard !rest.dropLast().contains("") else {
        throw CommandError(.data, "away-none", ("typed", text.printable))
      }
      return [parts[..<joint].joined(separator: "."), rest.joined(separator: ".")]
        .map(\.trimmed)
    }
    if written(day: text) != nil { return [text] }
    if let dash = dash(in: text) {
      return [text[..<dash], text[text.index(after: dash)...]].map { String($0).trimmed }
    }
    if let ends = try lexicon.ends(of: text) { return ends }
    let words = text.split(separator: " ").map(String.init)
    return words.count == 2 && words.allSatisfy { written(day: $0) != nil } ? words : [text]
  }

  /// Where a dash joins two days, and is none inside a date.
  private func dash(in text: String) -> String.Index? {
    text.indices.dropFirst().first { place in
      if text[place] == "–" || text[place] == "—" { return true }
      let before = text[text.index(before: place)]
      let isApart = before == " " && text[text.index(after: place)...].first == " "
      return text[place] == "-" && (before == "." || isApart)
    }
  }

  /// The day of a month where no month stands beside it: `24`, `24.`, `24th`, 24日.
  private func dayOfMonth(_ text: String) -> Int? {
    let text = text.narrowDigits
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let endings = ["", ".", "st", "nd", "rd", "th", "日", "號", "号"]
    guard endings.contains(String(text.dropFirst(digits.count))) else { return nil }
    return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// The nearest day of a number before another day, or behind it.
  private func day(
    _ number: Int,
    before isBefore: Bool,
    _ other: CivilDate
  ) throws(CommandError) -> CivilDate {
    for offset in [0, isBefore ? -1 : 1] {
      let month = other.year * 12 + other.month - 1 + offset
      let day = CivilDate(year: month / 12, month: month % 12 + 1, day: number)
      if let day, isBefore ? day <= other : other <= day { return day }
    }
    let day = ("day", Saying.day(other, seenOn: today))
    throw CommandError(.data, "away-no-day", ("number", number), day)
  }
}
