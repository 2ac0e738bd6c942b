/// When something was or is to be, as a person said it: a day, a time of it, or so far from now.
public struct MomentPhrase: Equatable, Sendable {
  /// Which way from now a span counts.
  public enum Way: Sendable { case ahead, back }

  public var day: DayPhrase?
  public var clock: ClockPhrase?
  public var span: SpanPhrase?
  /// Which way the span counts; nil where it is a length alone.
  public var way: Way?
  /// The part of the day where no time was said: tomorrow morning.
  public var part: DayPart?
  /// Whether “until” was said.
  public var isUntil = false

  public init(
    day: DayPhrase? = nil,
    clock: ClockPhrase? = nil,
    span: SpanPhrase? = nil,
    way: Way? = nil,
    isUntil: Bool = false
  ) {
    self.day = day
    self.clock = clock
    self.span = span
    self.way = way
    self.isUntil = isUntil
  }

  /// The day that is meant.
  ///
  /// - Parameters:
  ///   - today: The person's day.
  ///   - side: Where a day is looked for that can be on both sides of today.
  ///   - weekStarts: The first day of a week.
  /// - Returns: The day; nil where none was said, or the calendar has none.
  public func date(
    from today: CivilDate,
    _ side: DayPhrase.Side,
    weekStarts: Weekday = .monday
  ) -> CivilDate? {
    if let span { return way == nil ? nil : span.date(from: today, sign: way == .back ? -1 : 1) }
    return day?.day(from: today, side, weekStarts: weekStarts)
  }

  /// When what was said begins, before now or after it.
  ///
  /// - Parameters:
  ///   - now: What it is counted from.
  ///   - zone: Whose clocks and days they are.
  /// - Returns: The instant; of a day without a time its first. Nil of a length alone.
  public func beginning(at now: Instant, in zone: Zone) -> Instant? {
    if let span, clock == nil, span.seconds != 0 {
      return way == nil ? nil : span.instant(from: now, in: zone, sign: way == .back ? -1 : 1)
    }
    let today = zone.civil(at: now).date
    let isOfNoDay = span == nil && day == nil
    guard let date = isOfNoDay ? today : date(from: today, .coming) else { return nil }
    let clock =
      clock?.ofWorkingHours ?? part.map(\.beginning) ?? ClockPhrase(CivilTime(secondOfDay: 0))
    let shown = clock.isNextDate ? date.adding(days: 1) : date
    return zone.instant(of: CivilDateTime(date: shown, time: clock.time))
  }
}

extension Lexicon {
  /// Reads from when on something is meant: a day, from its first instant on, or a time.
  ///
  /// - Parameters:
  ///   - typed: As a person types it: `tomorrow 18:00`, `2 days ago`, 27.11, 昨天.
  ///   - now: What it is counted from.
  ///   - zone: Whose clocks and days they are.
  /// - Returns: The instant; nil where it is none.
  public func beginning(of typed: String, at now: Instant, in zone: Zone) -> Instant? {
    guard let said = day(typed) ?? moment(typed), !said.isUntil else { return nil }
    return said.beginning(at: now, in: zone)
  }

  /// Reads when something is or was.
  ///
  /// - Parameter typed: As a person types it, in any language: `yesterday 23:15`, `三天後`,
  ///   `half past eleven`, `下週一下午三點`.
  /// - Returns: What was said; nil where it is nothing of the kind.
  public func moment(_ typed: String) -> MomentPhrase? {
    // 24.12 is no time, and so a date without its last stop.
    parsed(typed) ?? parsed("\(typed.trimmed).")
  }

  private func parsed(_ typed: String) -> MomentPhrase? {
    guard let tokens = tokens(of: Lexicon.spaced(typed)), !tokens.isEmpty else { return nil }
    var parser = MomentParser(tokens, dates: dates)
    return parser.moment()
  }

  /// A date and a time that stand together as `2027-03-28T05:00`, apart.
  private static func spaced(_ typed: String) -> String {
    let text = typed.trimmed
    guard text.utf8.count <= 24, CivilDate(String(text.prefix(10))) != nil,
      let mark = text.dropFirst(10).first, mark == "T" || mark == "t"
    else { return text }
    return "\(text.prefix(10)) \(text.dropFirst(11))"
  }
}

/// Reads a moment, piece after piece; each piece is looked at a bounded number of times.
struct MomentParser {
  let tokens: [Token]
  let dates: Lexicon.DateOrder
  var place = 0
  var said = MomentPhrase()
  /// The part of the day that was said.
  var part: DayPart?
  /// The time as it was said.
  var figures: (hour: Int, minute: Int, second: Int, isSpoken: Bool)?
  /// Whether the date that was said can be two.
  var isUnsure = false

  init(_ tokens: [Token], dates: Lexicon.DateOrder) {
    self.tokens = tokens
    self.dates = dates
  }

  mutating func moment() -> MomentPhrase? {
    while place < tokens.count {
      if takeFiller() { continue }
      guard takeDirection() || takeDay() || takeClock() || takeSpan() || takePart(), !isUnsure
      else { return nil }
    }
    if said.clock == nil { said.part = part }
    if let span = said.span {
      // “in three days at nine”; a span of hours has its time itself.
      let isOfDays = span.seconds == 0 && said.way != nil
      guard said.day == nil, said.part == nil, said.clock == nil || isOfDays else { return nil }
    } else if said.way != nil {
      return nil
    }
    let isEmpty = said.day == nil && said.clock == nil && said.span == nil
    return isEmpty ? nil : said
  }

  // MARK: - Looking

  func peek(_ offset: Int = 0) -> Token? {
    tokens.indices.contains(place + offset) ? tokens[place + offset] : nil
  }

  func means(_ table: Lexicon.Table, _ key: String, at offset: Int = 0) -> Bool {
    peek(offset)?.means(table, key) ?? false
  }

  func meaning(in table: Lexicon.Table, at offset: Int = 0) -> String? {
    peek(offset)?.meaning(in: table)
  }

  func number(at offset: Int = 0) -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits)? = peek(offset)?.kind else { return nil }
    return (value, digits)
  }

  func mark(_ mark: Unicode.Scalar, at offset: Int = 0) -> Bool {
    peek(offset)?.kind == .mark(mark)
  }

  // MARK: - What stands around

  private mutating func takeFiller() -> Bool {
    let isComma = mark(",") || mark(".") && place == tokens.count - 1
    guard isComma || means(.joining, "filler") else { return false }
    // “of” and “around” are words between others, never all of it.
    place += 1
    return true
  }

  private mutating func takeDirection() -> Bool {
    switch meaning(in: .direction) {
    case "until" where place == 0: said.isUntil = true
    case "by" where said.span == nil: break
    case "in" where said.span == nil && said.way == nil: said.way = .ahead
    case "later" where said.span != nil && said.way == nil: said.way = .ahead
    case "ago" where said.span != nil && said.way == nil: said.way = .back
    // 週五前 is by Friday, three words behind a span are before now.
    case "ago" where said.span == nil && (said.day != nil || said.clock != nil): break
    default: return false
    }
    place += 1
    return true
  }

  // MARK: - Days

  private mutating func takeDay() -> Bool {
    guard said.day == nil else { return false }
    if let key = meaning(in: .dayPart), part == nil {
      guard let dash = key.lastIndex(of: "-"), let days = Int(key[..<dash]),
        let named = DayPart(rawValue: String(key[key.index(after: dash)...]))
      else { return false }
      (said.day, part) = (.fromToday(days), named)
      place += 1
      return setClock()
    }
    if let days = meaning(in: .day).flatMap({ Int($0) }) {
      said.day = .fromToday(days)
      place += 1
      return true
    }
    return takeWeekday() || takeDate()
  }

  private mutating func takeWeekday() -> Bool {
    var choice = meaning(in: .which).flatMap(WeekdayChoice.init)
    let offset = choice == nil ? 0 : 1
    guard let name = meaning(in: .weekday, at: offset), let weekday = Weekday(name: name) else {
      return false
    }
    place += offset + 1
    if choice == nil, let behind = meaning(in: .which).flatMap(WeekdayChoice.init) {
      choice = behind
      place += 1
    }
    said.day = .weekday(weekday, choice)
    return true
  }

  /// Makes the time of what was said of it; true where nothing was as yet.
  mutating func setClock() -> Bool {
    guard let figures else { return true }
    said.clock = ClockPhrase(
      hour: figures.hour,
      minute: figures.minute,
      second: figures.second,
      part: part,
      isSpoken: figures.isSpoken
    )
    return said.clock != nil
  }

  /// The part of the day, before its time or behind it: 晚上十一點, “11:40 last night”.
  private mutating func takePart() -> Bool {
    guard part == nil, let named = meaning(in: .part).flatMap(DayPart.init) else { return false }
    part = named
    place += 1
    return setClock()
  }
}
