import Coaching

/// How often the service looks in a real day.
struct LookCount {
  /// What happened to it in the day, other than its own timer.
  var events = 0
  private var well = 0
  private var troubled = 0
  private var day: Int64 = 0

  mutating func add(at real: Instant, isWell: Bool) {
    let today = real.seconds / 86_400
    if today != day { self = LookCount(day: today) }
    if isWell { well += 1 } else { troubled += 1 }
  }

  private init(day: Int64) {
    self.day = day
  }

  init() {}

  /// What is wrong with it: a look has a reason, and in trouble there is one each 16 minutes, and
  /// one more for what it wrote.
  var complaint: String? {
    let isMany = well > 60 + 4 * events || troubled > 200 + 4 * events
    return isMany ? "\(well) looks in a day, and \(troubled) in trouble" : nil
  }
}
