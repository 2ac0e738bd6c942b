extension DayPart {
  /// When a part of the day begins for whoever waits for it; the program's choice.
  var beginning: ClockPhrase {
    switch self {
    case .am, .dawn: ClockPhrase(CivilTime(secondOfDay: 5 * 3600))
    case .morning: ClockPhrase(CivilTime(secondOfDay: 7 * 3600))
    case .noon: ClockPhrase(CivilTime(secondOfDay: 12 * 3600))
    case .pm, .afternoon: ClockPhrase(CivilTime(secondOfDay: 13 * 3600))
    case .evening: ClockPhrase(CivilTime(secondOfDay: 18 * 3600))
    case .night: ClockPhrase(CivilTime(secondOfDay: 20 * 3600))
    }
  }
}
