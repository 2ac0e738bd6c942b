package import CivilCalendar
package import Statistics

/// A text of a test that is not what it is meant to be.
package struct Unreadable: Error, CustomStringConvertible {
  package var text: String
  package var description: String { "“\(text)” cannot be read" }
}

package func time(_ text: String) throws -> CivilTime {
  guard let time = CivilTime(text) else { throw Unreadable(text: text) }
  return time
}

package func frequency(_ text: String) throws -> Frequency {
  guard let frequency = Frequency(text) else { throw Unreadable(text: text) }
  return frequency
}

/// The time of `text`, written `2026-11-22T07:30:00`.
package func civil(_ text: String) throws -> CivilDateTime {
  let parts = text.split(separator: "T")
  guard parts.count == 2, let date = CivilDate(String(parts[0])),
    let time = CivilTime(String(parts[1]))
  else { throw Unreadable(text: text) }
  return CivilDateTime(date: date, time: time)
}

/// The states of a word such as `DDMEU`, the oldest first.
package func states(_ word: String) -> [DayState] {
  word.map { letter in
    switch letter {
    case "D": .done
    case "M": .missed
    case "E": .excused
    case "N": .notDue
    default: .unknown
    }
  }
}

/// Whether two numbers agree to the digits that a reference prints.
package func isNear(_ left: Double, _ right: Double, _ tolerance: Double = 1e-6) -> Bool {
  abs(left - right) <= tolerance
}
