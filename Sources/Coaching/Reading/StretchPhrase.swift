/// Two times on a clock with what lies between them, as a person types it.
public struct StretchPhrase: Equatable, Sendable {
  public var from: ClockPhrase
  public var until: ClockPhrase
}

extension Lexicon {
  /// How many stretches one text can have, and how long it can be in bytes.
  private static let mostStretches = 12
  private static let mostBytes = 400

  /// Reads stretches of time: `23:30-06:45`, `23:30–02:00, 03:10–06:45`, `11 pm to 6:45`, 晚上十一點
  /// 到六點四十.
  ///
  /// - Parameter typed: As a person types it.
  /// - Returns: Each with its two times, in the order in which they were typed; nil where something
  ///   in it is no stretch.
  public func stretches(_ typed: String) -> [StretchPhrase]? {
    let text = typed.trimmed
    if text.isEmpty || text.utf8.count > Lexicon.mostBytes { return nil }
    let parts = text.split { ",，、;；\n".contains($0) }.map(String.init)
    var stretches: [StretchPhrase] = []
    for part in parts {
      // What has no comma between may stand apart by spaces: 23:30-02:00 03:10-06:45.
      let bare = part.trimmed
      if let one = stretch(bare) {
        stretches.append(one)
        continue
      }
      for word in bare.split(separator: " ") {
        guard let one = stretch(String(word)) else { return nil }
        stretches.append(one)
      }
    }
    return (1...Lexicon.mostStretches).contains(stretches.count) ? stretches : nil
  }

  private func stretch(_ text: String) -> StretchPhrase? {
    for mark in ["..", "-", "–", "—", "~", "～", "－", "到", "至", " to ", " until ", " till "] {
      let halves = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
      guard halves.count == 2, let from = clock(halves[0]), let until = clock(halves[1]) else {
        continue
      }
      return StretchPhrase(from: from, until: until)
    }
    return nil
  }

  /// A time of day and nothing else.
  private func clock(_ text: String) -> ClockPhrase? {
    if let time = CivilTime(typed: text.trimmed) { return ClockPhrase(time) }
    // Between two of them an hour alone is a time: 23-7.
    if let hour = text.trimmed.wholeNumber, let time = CivilTime(hour: hour % 24, minute: 0) {
      return hour <= 24 ? ClockPhrase(time, isOfTwelve: (1...12).contains(hour)) : nil
    }
    guard let moment = moment(text), let clock = moment.clock,
      moment.day == nil, moment.span == nil, !moment.isUntil
    else { return nil }
    return clock
  }
}
