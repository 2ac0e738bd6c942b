/// What the next elapse costs: the half of the benchmark that is ours.
///
/// Reads lines `ZONE<TAB>INSTANT<TAB>EXPRESSION`, the instant in microseconds since 1970, and
/// prints nanoseconds for each, the median of several rounds; then those of a year of ten slots.
import Coaching
import TestSupport

func zone(_ name: String) -> Zone {
  let bytes = TestSupport.bytes(ofFile: "/usr/share/zoneinfo/\(name)")
  guard let zone = try? Zone(name: name, tzif: bytes) else {
    preconditionFailure("\(name) is not installed: install tzdata")
  }
  return zone
}

func expression(_ text: String) -> CalendarExpression {
  do {
    return try CalendarExpression(text)
  } catch {
    preconditionFailure("\(error)")
  }
}

/// As many instants as the other half asks about, 97 days and some hours apart.
func instants(from first: Int64) -> [Instant] {
  (0..<16).map { Instant(microseconds: first + $0 * 8_391_601_000_000) }
}

func year(of zone: Zone, from first: Instant) -> Double {
  let times = [
    "07:30", "Mon..Fri 17:30", "Sun 20:00", "*-*-01 09:00", "*-*~01 12:00", "02:30", "0:15",
    "Sat,Sun 10:15", "*-01,04,07,10-01 18:00", "12:00",
  ]
  let slots = times.enumerated().map { index, text in
    Slot(name: "slot-\(index)", when: expression(text), windowSeconds: 3600, carries: ["tip"])
  }
  let starts = CivilTime(secondOfDay: 4 * 3600)
  let calendar = DayCalendar(zone: zone, dayStarts: starts)
  let day = calendar.day(at: first)
  return Stopwatch.median {
    var sum: Int64 = 0
    for offset in 0..<365 {
      for slot in slots {
        sum &+= slot.due(on: day.adding(days: offset), in: calendar)?.microseconds ?? 0
      }
    }
    return sum
  }
}

while let line = readLine() {
  let parts = line.split(separator: "\t").map(String.init)
  guard parts.count == 3, let first = Int64(parts[1]) else { preconditionFailure("\(line)") }
  let zone = zone(parts[0])
  let expression = expression(parts[2])
  let instants = instants(from: first)
  var index = 0
  let took = Stopwatch.median {
    index = (index + 1) & 15
    return expression.next(after: instants[index], in: zone)?.microseconds ?? 0
  }
  print(took)
}
print(year(of: zone("Europe/Berlin"), from: Instant(seconds: 1_764_000_000)))
