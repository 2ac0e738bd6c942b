public import CivilCalendar
import Interchange

/// What a person says beside the file.
public struct ImportOptions {
  /// The kind of file, where they name it.
  public var kind: String?
  /// The zone of a file that does not say one.
  public var zone: Zone?
  /// Which columns of a table are what: a name of ours and the column's.
  public var columns: [(role: String, column: String)] = []
  /// What of the file is sleep, by its name there.
  public var sleeps: [String] = []
  /// The directory in which a database that is packed is unpacked, to be gone at the end.
  public var scratch = "/tmp"
  /// A zone by its name; nil where there is none.
  public var zones: (String) -> Zone?

  public init(zones: @escaping (String) -> Zone?) { self.zones = zones }
}

/// One reading of a file: where it is kept what was read, until all of it was.
final class Reading {
  let options: ImportOptions
  private let tell: (ForeignRecord) -> Void
  private(set) var habits: [ForeignHabit] = []
  private var answers: [ForeignAnswer] = []
  /// Where the answer of a habit and a day stands.
  private var places: [Place: Int] = [:]
  private var nights: [String: ForeignNight] = [:]
  private var nightOrder: [String] = []
  private var absences: [ClosedRange<CivilDate>] = []
  private var drops: [Drop: Int] = [:]
  private var dropOrder: [Drop] = []

  private struct Place: Hashable {
    var habit: Int
    var day: CivilDate
  }

  private struct Drop: Hashable {
    var habit: Int?
    var reason: String
  }

  /// Which of two answers for a day holds.
  enum Precedence { case first, last, sum }

  init(_ options: ImportOptions, tell: @escaping (ForeignRecord) -> Void) {
    self.options = options
    self.tell = tell
  }

  /// Adds a habit; its number.
  func add(_ habit: ForeignHabit) throws(ImportRefusal) -> Int {
    if habits.count == Limits.habits {
      throw ImportRefusal("it holds more than \(Limits.habits) habits")
    }
    habits.append(habit)
    return habits.count - 1
  }

  /// The number of the habit of a key, which is made where it is new.
  func habit(
    _ key: String,
    _ make: () -> ForeignHabit
  ) throws(ImportRefusal) -> Int {
    if let number = numbers[key] { return number }
    let number = try add(make())
    numbers[key] = number
    return number
  }

  private var numbers: [String: Int] = [:]

  /// Changes what is known of a habit.
  func change(_ number: Int, _ change: (inout ForeignHabit) -> Void) { change(&habits[number]) }

  /// Adds an answer; of two for a day one holds.
  func add(_ answer: ForeignAnswer, _ precedence: Precedence = .last) throws(ImportRefusal) {
    let key = Place(habit: answer.habit, day: answer.day)
    guard let place = places[key] else {
      try checkRoom()
      places[key] = answers.count
      answers.append(answer)
      return
    }
    switch precedence {
    case .first: drop("answers for a day that had one before", of: answer.habit)
    case .last:
      answers[place] = answer
      drop("answers for a day that has a later one", of: answer.habit)
    case .sum:
      guard case .number(let before) = answers[place].value, case .number(let more) = answer.value,
        let sum = Decimal.sum(before, more)
      else { throw ImportRefusal("two numbers of \(answer.day) cannot be added") }
      answers[place].value = .number(sum)
      if !answer.note.isEmpty {
        let note = answers[place].note
        answers[place].note = note.isEmpty ? answer.note : "\(note)\n\(answer.note)"
      }
    }
  }

  /// Adds a sleep; of two of a key the later holds, which is the other edited.
  func add(_ night: ForeignNight) throws(ImportRefusal) {
    guard night.begins < night.ends else { return drop("sleeps that end before they begin") }
    if night.ends.microseconds - night.begins.microseconds >= 86_400_000_000 {
      return drop("sleeps of a day or more")
    }
    if nights.updateValue(night, forKey: night.key) == nil {
      nightOrder.append(night.key)
      try checkRoom()
    } else {
      drop("sleeps that were edited later")
    }
  }

  func add(absence days: ClosedRange<CivilDate>) throws(ImportRefusal) {
    try checkRoom()
    absences.append(days)
  }

  private func checkRoom() throws(ImportRefusal) {
    if answers.count + nightOrder.count + absences.count >= Limits.records {
      throw ImportRefusal("it holds more than \(Limits.records) answers")
    }
  }

  /// Counts what is left out.
  func drop(_ reason: String, of habit: Int? = nil, count: Int = 1) {
    if count == 0 { return }
    let drop = Drop(habit: habit, reason: reason)
    if drops[drop] == nil { dropOrder.append(drop) }
    drops[drop, default: 0] += count
  }

  /// Says of a habit what its answers are: yes or no where they are nothing but 0 and 1.
  ///
  /// - Parameter number: Its number.
  /// - Throws: Where they are of several kinds.
  func settleKind(of number: Int) throws(ImportRefusal) {
    let places = answers.indices.filter { answers[$0].habit == number }
    let values = places.map { answers[$0].value }.filter { $0 != .skip }
    let isPlain = values.allSatisfy { Self.truth(of: $0) != nil }
    let hasTimes = values.contains { if case .time = $0 { true } else { false } }
    let hasNumbers = values.contains { if case .number = $0 { true } else { false } }
    let name = habits[number].name
    if isPlain {
      for place in places {
        answers[place].value = Self.truth(of: answers[place].value) ?? answers[place].value
      }
    } else if values.contains(.yes) || values.contains(.no) || hasTimes && hasNumbers {
      throw ImportRefusal("“\(name)” has answers of several kinds: yes or no, numbers, times")
    }
    habits[number].kind = isPlain ? .yesNo : hasTimes ? .timeOfDay : .number
  }

  private static func truth(of value: ForeignAnswer.Value) -> ForeignAnswer.Value? {
    switch value {
    case .yes, .number("1"): .yes
    case .no, .number("0"): .no
    case .skip, .number, .time: nil
    }
  }

  /// Tells something at once, for what is too much to keep.
  func pass(_ record: ForeignRecord) { tell(record) }

  /// Tells all of it.
  func finish() {
    for habit in habits { tell(.habit(habit)) }
    for answer in answers.sorted(by: { ($0.habit, $0.day) < ($1.habit, $1.day) }) {
      tell(.answer(answer))
    }
    let inOrder = nightOrder.compactMap { nights[$0] }.sorted { $0.begins < $1.begins }
    for night in inOrder { tell(.night(night)) }
    for days in absences { tell(.absence(days)) }
    for drop in dropOrder {
      let count = drops[drop] ?? 0
      tell(.dropped(ForeignDrop(habit: drop.habit, count: count, reason: drop.reason)))
    }
    tell(.end)
  }

  /// The zone that the person named; a refusal where they did not and the file does not say it.
  func zone(_ what: String) throws(ImportRefusal) -> Zone {
    if let zone = options.zone { return zone }
    let words = "it does not say in which zone \(what); say it: --zone Europe/Berlin"
    throw ImportRefusal(words, kind: .usage)
  }
}

/// Gives habits their keys: what they are called, and of several that are called alike from the
/// second on their number among those.
struct HabitKeys {
  private var counts: [String: Int] = [:]

  /// The key of the next habit of a name.
  mutating func next(_ name: String) -> String {
    let count = counts[name, default: 0] + 1
    counts[name] = count
    return count == 1 ? name : "\(name)#\(count)"
  }
}

/// Numbers in plain digits, added without losing one.
enum Decimal {
  /// A number in the notation of JSON or of a table, in plain digits without what says nothing.
  ///
  /// - Parameter text: Digits, perhaps with a sign, a point or a comma, and an exponent.
  /// - Returns: The digits; nil where it is none, or has more than fifteen digits.
  static func plain(_ text: String) -> String? {
    guard let (units, scale) = parts(text) else { return nil }
    return digits(units, scale)
  }

  /// The sum of two in plain digits; nil where it cannot be held.
  static func sum(_ first: String, _ second: String) -> String? {
    guard let (left, leftScale) = parts(first), let (right, rightScale) = parts(second) else {
      return nil
    }
    let scale = max(leftScale, rightScale)
    guard let low = shifted(left, scale - leftScale), let high = shifted(right, scale - rightScale)
    else { return nil }
    let (sum, overflows) = low.addingReportingOverflow(high)
    return overflows ? nil : digits(sum, scale)
  }

  /// A number divided by 1000, as Loop keeps it.
  static func thousandth(_ number: Int64) -> String { digits(number, 3) }

  private static func shifted(_ number: Int64, _ places: Int) -> Int64? {
    var number = number
    for _ in 0..<places {
      let (more, overflows) = number.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      number = more
    }
    return number
  }

  private static func parts(_ text: String) -> (Int64, Int)? {
    var digits = ""
    var scale = 0
    var isBehindPoint = false
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    for (place, character) in mantissa.enumerated() {
      switch character {
      case "-", "+": if place != 0 { return nil } else if character == "-" { digits = "-" }
      case ".", ",": if isBehindPoint { return nil } else { isBehindPoint = true }
      case "0"..."9" where character.isASCII:
        digits.append(character)
        if isBehindPoint { scale += 1 }
      default: return nil
      }
    }
    let rest = text.dropFirst(mantissa.count)
    let exponent = rest.isEmpty ? 0 : Int(rest.dropFirst()) ?? .max
    guard (-20...20).contains(exponent), digits.utf8.count <= 19, var units = Int64(digits) else {
      return nil
    }
    scale -= exponent
    while scale < 0 {
      guard let more = shifted(units, 1) else { return nil }
      (units, scale) = (more, scale + 1)
    }
    while scale > 0, units % 10 == 0 { (units, scale) = (units / 10, scale - 1) }
    return scale > 15 ? nil : (units, scale)
  }

  private static func digits(_ units: Int64, _ scale: Int) -> String {
    let sign = units < 0 ? "-" : ""
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    let whole = padded.prefix(padded.utf8.count - scale)
    var fraction = String(padded.suffix(scale))
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }
}
