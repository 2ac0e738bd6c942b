/// What the words mean that a person types, of all languages together.
///
/// It is data: a file for each language beside the decks, of tables in which a word stands behind
/// what it means.
public struct Lexicon: Equatable, Sendable {
  /// What the words of a table are for.
  ///
  /// Within one table a word means one thing.
  public enum Table: String, CaseIterable, Sendable {
    // What times, days, spans and numbers are put together from.
    case number, quantity, times, clock, part, day, weekday, days, which, month, date, unit
    case money
    case dayPart = "day-part"
    case direction, joining
    // What stands for all that was typed.
    case yesNo = "yes-no"
    case outcome, none, tip, promise, commitment, note, thanks, programme, period, week, kind,
      role, circle, setting
    case languageName = "language-name"

    /// Whether its words are parts of what is typed, and not all of it.
    var isOfParts: Bool {
      switch self {
      case .number, .quantity, .times, .clock, .part, .day, .weekday, .days, .which, .month, .date,
        .unit, .money, .dayPart, .direction, .joining:
        true
      default: false
      }
    }
  }

  /// A word with what it means.
  public struct Entry: Equatable, Sendable {
    public var table: Table
    public var key: String
    /// As it is compared: in lower case and narrow.
    public var word: String

    public init(_ table: Table, _ key: String, _ word: String) {
      self.table = table
      self.key = key
      self.word = Folding.text(word) ?? ""
    }
  }

  /// How two numbers with a stroke between them are a date.
  public enum DateOrder: String, CaseIterable, Sendable {
    case monthDay = "month-day"
    case dayMonth = "day-month"
    /// Nobody can know: it is refused, and asked for in words.
    case asked
  }

  public private(set) var entries: [Entry] = []
  /// How the person's own language orders a date.
  public var dates = DateOrder.asked

  /// Their words in order, what was put in first before the others.
  private var sorted: [Entry] = []
  /// How long the words are that begin with a character, the longest first; in its order.
  private var lengths: [(first: Unicode.Scalar, lengths: [Int])] = []

  /// What a word stands for.
  struct Meaning: Equatable, Sendable {
    var table: Table
    var key: String
  }

  public init(_ entries: [Entry] = []) { add(entries) }

  /// Puts more words beside those that there are; the first to say what a word means is believed.
  public mutating func add(_ more: [Entry]) {
    entries += more
    let places = entries.indices.sorted { left, right in
      (entries[left].word, left) < (entries[right].word, right)
    }
    sorted = places.map { entries[$0] }
    var found: [(first: Unicode.Scalar, length: Int)] = entries.compactMap { entry in
      let scalars = entry.word.unicodeScalars
      return entry.table.isOfParts ? scalars.first.map { ($0, scalars.count) } : nil
    }
    found.sort { ($0.first, $1.length) < ($1.first, $0.length) }
    lengths = []
    for (first, length) in found {
      if lengths.last?.first != first { lengths.append((first, [])) }
      let last = lengths.count - 1
      if lengths[last].lengths.last != length { lengths[last].lengths.append(length) }
    }
  }

  /// What all that was typed stands for in a table.
  ///
  /// - Parameters:
  ///   - typed: A text as it was typed.
  ///   - table: One of those whose words stand for all of a text.
  /// - Returns: What it means; nil where it stands for nothing there.
  public func meaning(of typed: String, in table: Table) -> String? {
    guard let text = Folding.text(typed) else { return nil }
    let bare = Folding.bare(text)
    for word in [text, bare] {
      if let found = meanings(of: word).first(where: { $0.table == table }) { return found.key }
    }
    return nil
  }

  /// What a word may mean, the first to say it first.
  func meanings(of word: String) -> [Meaning] {
    let place = sorted.partition { $0.word >= word }
    return sorted[place...].prefix { $0.word == word }.map { Meaning(table: $0.table, key: $0.key) }
  }

  /// The longest word that begins at a place, and what it may mean.
  func longest(at place: Int, in scalars: [Unicode.Scalar]) -> (length: Int, [Meaning])? {
    let first = scalars[place]
    let index = lengths.partition { $0.first >= first }
    guard index < lengths.count, lengths[index].first == first else { return nil }
    for length in lengths[index].lengths where place + length <= scalars.count {
      let end = place + length
      if Folding.isLetter(scalars[end - 1]), end < scalars.count, Folding.isLetter(scalars[end]) {
        continue
      }
      var word = String.UnicodeScalarView()
      word.append(contentsOf: scalars[place..<end])
      let found = meanings(of: String(word)).filter(\.table.isOfParts)
      if !found.isEmpty { return (length, found) }
    }
    return nil
  }

  public static func == (left: Lexicon, right: Lexicon) -> Bool {
    left.entries == right.entries && left.dates == right.dates
  }
}

// MARK: - What is wrong in it

extension Lexicon {
  /// Words that mean two things where only one can be meant.
  public var ambiguities: [(word: String, meanings: [String])] {
    let groups: [[Table]] = Table.allCases.map { [$0] } + [[.yesNo, .none], [.outcome, .none]]
    var found: [(word: String, meanings: [String])] = []
    for group in groups {
      let words = sorted.filter { group.contains($0.table) }
      for (first, next) in zip(words, words.dropFirst())
      where first.word == next.word && (first.table, first.key) != (next.table, next.key) {
        found.append((next.word, [first, next].map { "\($0.table.rawValue).\($0.key)" }))
      }
    }
    return found
  }
}

extension Lexicon.Table {
  /// The meanings that its words can have; nil where they are numbers in a range.
  public var keys: [String] {
    switch self {
    case .number:
      Array(0...20).map(String.init) + stride(from: 30, through: 100, by: 10).map(String.init)
    case .quantity: ["one", "half", "quarter", "three-quarters", "plus-half"]
    case .times: ["1", "2", "3", "counter", "full", "out-of", "more", "more-of"]
    case .clock:
      [
        "hour", "minute", "half-past", "quarter-past", "quarter-to", "quarter", "past", "to",
        "short",
        "sharp", "at", "noon", "midnight",
      ]
    case .part: DayPart.allCases.map(\.rawValue)
    case .day: (-7...7).map(String.init)
    case .dayPart: (-7...7).flatMap { day in DayPart.allCases.map { "\(day)-\($0.rawValue)" } }
    case .weekday: Weekday.allCases.map { $0.shortName.lowercased() }
    case .days: ["mon..fri", "sat,sun", "mon..sun", "every"]
    case .which: WeekdayChoice.allCases.map(\.rawValue)
    case .month: (1...12).map(String.init)
    case .date: ["year", "month", "day"]
    case .unit: ["second", "minute", "hour", "day", "week", "month", "year"]
    case .direction: ["in", "later", "ago", "until", "by"]
    case .joining: ["range", "and", "filler"]
    case .money: ["own"]
    default: keysOfAnswers
    }
  }

  private var keysOfAnswers: [String] {
    switch self {
    case .yesNo: ["yes", "no"]
    case .outcome: Outcome.allCases.map(\.rawValue)
    case .none: [Answer.noOccasionWord]
    case .tip: ["useful", "not-for-me", "mute", "unmute"]
    case .promise: ["keep", "release", "miss", "edit"]
    case .commitment: ["promise", "follow-up", "find-out", "wish", "idea"]
    case .note: ["edit", "drop"]
    case .thanks: ["given", "received"]
    case .programme: ["stands", "back"]
    case .period: ["day", "week", "month", "year"]
    case .week: DaysPhrase.allCases.map(\.rawValue)
    case .kind: Tip.Kind.allCases.map(\.rawValue)
    case .role: Tip.Role.allCases.map(\.rawValue)
    case .circle: Tip.Circle.allCases.map(\.rawValue)
    case .setting: ["unset", "never", "locale", "full", "short", "own"]
    case .languageName: Language.allCases.map(\.rawValue)
    default: []
    }
  }
}
