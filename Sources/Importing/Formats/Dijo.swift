import CivilCalendar
import Interchange

/// The JSON of dijo: a list of habits, each with its days.
enum Dijo {
  static func read(_ bytes: [UInt8], _ reading: Reading) throws(ImportRefusal) {
    if bytes.allSatisfy({ $0 <= 0x20 }) {
      throw ImportRefusal("it is empty, as dijo leaves it when it is killed while it writes")
    }
    var reader = JSONReader(bytes)
    var keys = HabitKeys()
    try reader.list { reader throws(ImportRefusal) in
      var (name, type, goal) = ("", "", "1")
      var days: [(CivilDate, ForeignAnswer.Value)] = []
      try reader.object { reader, key throws(ImportRefusal) in
        switch key {
        case "name": name = try reader.text()
        case "type": type = try reader.text()
        case "goal": if case .number(let amount) = try value(&reader) { goal = amount }
        case "stats":
          try reader.object { reader, key throws(ImportRefusal) in
            guard let day = CivilDate(key) else { throw reader.refusal("“\(key)” is no day") }
            if days.count == Limits.records { throw reader.refusal("it holds too much") }
            days.append((day, try value(&reader)))
          }
        default: try reader.skip()
        }
      }
      if name.isEmpty { throw reader.refusal("a habit has no name") }
      var habit = ForeignHabit(key: keys.next(name), name: name)
      let isPlain = type == "Bit" || type == "Count" && goal == "1" && days.allSatisfy(isPlain)
      if !isPlain { (habit.kind, habit.target) = (.number, .atLeast(goal)) }
      let number = try reading.add(habit)
      for (day, value) in days {
        let plain = isPlain ? truth(value) : value
        try reading.add(ForeignAnswer(habit: number, day: day, value: plain), .last)
      }
    }
    try reader.finish()
  }

  private static func isPlain(_ day: CivilDate, _ value: ForeignAnswer.Value) -> Bool {
    value == .number("0") || value == .number("1")
  }

  private static func truth(_ value: ForeignAnswer.Value) -> ForeignAnswer.Value {
    value == .number("0") || value == .no ? .no : .yes
  }

  /// A truth, a number, or an object of a whole number and how many of its digits are behind the
  /// point.
  private static func value(
    _ reader: inout JSONReader
  ) throws(ImportRefusal) -> ForeignAnswer.Value {
    switch try reader.kind() {
    case .truth: return try reader.truth() ? .yes : .no
    case .object:
      var (units, places) = ("0", Int64(0))
      try reader.object { reader, key throws(ImportRefusal) in
        switch key {
        case "value": units = try reader.number()
        case "precision": places = try reader.integer()
        default: try reader.skip()
        }
      }
      guard (0...15).contains(places), let plain = Decimal.plain("\(units)e-\(places)") else {
        throw reader.refusal("this is no number of dijo's")
      }
      return .number(plain)
    default:
      let digits = try reader.number()
      guard let plain = Decimal.plain(digits) else { throw reader.refusal("\(digits) is too long") }
      return .number(plain)
    }
  }
}
