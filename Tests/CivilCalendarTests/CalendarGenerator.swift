import TestSupport

/// Makes calendar expressions, most of them good ones, from a seed.
struct CalendarGenerator {
  var random: TestSupport.SplitMix64

  init(seed: UInt64) {
    random = TestSupport.SplitMix64(seed: seed)
  }

  /// An expression of any kind; one in ten is damaged somewhere.
  mutating func expression() -> String {
    var text = whole()
    if random.happens(1, in: 30) { text += random.pick([" UTC", " utc", " Uct", " Europe/Rome"]) }
    if random.happens(1, in: 10) { text = damaged(text) }
    return text
  }

  /// An expression whose hours, minutes and seconds are whole minutes; never damaged.
  mutating func inMinutes() -> String {
    var text = random.happens(1, in: 3) ? weekdays() + " " : ""
    if random.happens(1, in: 3) { text += date(years: false) + " " }
    return text + list(0, 23, wild: 3) + ":" + list(0, 59, wild: 4)
  }

  private mutating func whole() -> String {
    if random.happens(1, in: 15) { return shorthand() }
    if random.happens(1, in: 40) { return "@\(random.below(8_000_000_000))" }
    var parts: [String] = []
    if random.happens(4, in: 10) { parts.append(weekdays()) }
    if random.happens(6, in: 10) { parts.append(date(years: true)) }
    if parts.isEmpty || random.happens(8, in: 10) { parts.append(time()) }
    return parts.joined(separator: random.happens(1, in: 20) ? "  " : " ")
  }

  private mutating func shorthand() -> String {
    let word = random.pick([
      "minutely", "hourly", "daily", "weekly", "monthly", "quarterly", "semiannually",
      "semi-annually", "biannually", "bi-annually", "annually", "anually", "yearly",
    ])
    return random.pick([word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()])
  }

  private mutating func weekdays() -> String {
    let names = [
      "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "monday", "TUESDAY", "Wednesday", "Thursday",
      "Friday", "Saturday", "sunday",
    ]
    let items = (0...random.below(3)).map { _ in
      guard random.happens(1, in: 3) else { return random.pick(names) }
      let first = random.below(7)
      let last = random.happens(1, in: 20) ? random.below(7) : first + random.below(7 - first)
      return names[first] + random.pick(["..", "..", "-"]) + names[last]
    }
    return items.joined(separator: ",") + (random.happens(1, in: 20) ? "," : "")
  }

  private mutating func date(years: Bool) -> String {
    let monthAndSign = list(1, 12, wild: 6) + (random.happens(1, in: 4) ? "~" : "-")
    let day = monthAndSign.hasSuffix("~") ? list(1, 28, wild: 1) : list(1, 31, wild: 4)
    guard years, random.happens(7, in: 10) else { return monthAndSign + day }
    if random.happens(1, in: 12) { return list(0, 99, wild: 0) + "-" + monthAndSign + day }
    return list(1970, 2199, wild: 6) + "-" + monthAndSign + day
  }

  private mutating func time() -> String {
    let minutes = list(0, 23, wild: 3) + ":" + list(0, 59, wild: 3)
    guard random.happens(4, in: 10) else { return minutes }
    return minutes + ":" + list(0, 59, wild: 2, fractions: random.happens(1, in: 3))
  }

  /// A wildcard so many times in ten, else some items.
  private mutating func list(_ low: Int, _ high: Int, wild: Int, fractions: Bool = false) -> String
  {
    guard !random.happens(wild, in: 10) else { return "*" }
    let count = random.happens(7, in: 10) ? 1 : 1 + random.below(4)
    return (0..<count).map { _ in item(low, high, fractions: fractions) }.joined(separator: ",")
  }

  private mutating func item(_ low: Int, _ high: Int, fractions: Bool) -> String {
    let first = low + random.below(high - low + 1)
    var text = number(first, fractions: fractions)
    if random.happens(1, in: 4) {
      let last = first + random.below(high - first + 1)
      text += ".." + number(random.happens(1, in: 30) ? low : last, fractions: fractions)
    }
    if random.happens(1, in: 4) {
      let most = random.happens(1, in: 10) ? high : max(1, high - first)
      text += "/" + number(random.below(most + 1), fractions: fractions)
    }
    return text
  }

  private mutating func number(_ value: Int, fractions: Bool) -> String {
    let value =
      random.happens(1, in: 200) ? random.pick([value + 60, value + 3000, 1 << 33]) : value
    let text = random.happens(1, in: 4) && value < 10 ? "0\(value)" : "\(value)"
    guard fractions, random.happens(1, in: 2) else { return text }
    return text + "." + String(random.below(random.pick([10, 1000, 1_000_000, 1_000_000_000])))
  }

  private mutating func damaged(_ text: String) -> String {
    var characters = Array(text)
    let place = random.below(characters.count)
    let other = random.pick(Array("0123456789*,.-~/: @TMonFriUC+é"))
    switch random.below(4) {
    case 0: characters.remove(at: place)
    case 1: characters.insert(other, at: place)
    case 2: characters[place] = other
    default: characters.append(other)
    }
    return String(characters)
  }
}
