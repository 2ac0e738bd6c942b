/// On which day a week begins, by the land of a locale.
///
/// As the people there print their calendars, and as glibc has it where it says; from Monday on, as
/// ISO 8601 has it, wherever neither list names a land.
extension Weekday {
  /// The first day of a week in a locale.
  ///
  /// - Parameter locale: Its name as setlocale(3) takes it, `en_US.UTF-8`.
  public init(firstInLocale locale: String) {
    let name = locale.prefix { $0 != "." && $0 != "@" }.split(separator: "_")
    let land = name.count > 1 ? name[1].uppercased() : ""
    if Weekday.fromSunday.contains(land) {
      self = .sunday
    } else if Weekday.fromSaturday.contains(land) {
      self = .saturday
    } else {
      // A language alone, as some systems have it: the lands where most of its readers live.
      let isOfSunday = land.isEmpty && ["ja", "ko", "he", "hi", "th"].contains(name.first ?? "")
      let isOfSaturday = land.isEmpty && ["ar", "fa"].contains(name.first ?? "")
      self = isOfSunday ? .sunday : isOfSaturday ? .saturday : .monday
    }
  }

  private static let fromSunday: [String] = [
    "AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT", "GU", "HK",
    "HN", "ID", "IL", "IN", "JM", "JP", "KE", "KH", "KR", "LA", "MH", "MM", "MO", "MT", "MX", "MZ",
    "NI", "NP", "PA", "PE", "PH", "PK", "PR", "PY", "SA", "SG", "SV", "TH", "TN", "TT", "TW", "UM",
    "US", "VE", "VI", "WS", "YE", "ZA", "ZW",
  ]

  private static let fromSaturday: [String] = [
    "AE", "AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "MA", "OM", "QA", "SD", "SY",
  ]
}
