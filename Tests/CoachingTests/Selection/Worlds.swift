import Coaching
import TestSupport

/// A made-up person in a made-up world, after the worlds of the reference.
///
/// What is shown works with a chance that depends on its theme, on itself, on what is needed today,
/// and on how lately it came.
///
/// The worlds are assumptions, not data about people.
struct MadeUpWorld: Sendable {
  var name: String
  var themeSpread = 0.6
  var tipSpread = 0.4
  var need = 0.8
  var fatigue = 1.0
  /// On how many of ten days the person says how it was.
  var answers = 7
  /// On which day of the year what they like becomes another; nil where it stays.
  var changes: Int?

  static let base = MadeUpWorld(name: "base")
  static let alike = MadeUpWorld(name: "tips do not differ", themeSpread: 0, tipSpread: 0, need: 0)
  static let all = [
    base,
    MadeUpWorld(name: "weak need", need: 0.3),
    MadeUpWorld(name: "strong themes", themeSpread: 1),
    MadeUpWorld(name: "strong fatigue", fatigue: 2),
    MadeUpWorld(name: "no fatigue", fatigue: 0),
    MadeUpWorld(name: "nearly identical tips", themeSpread: 0.1, tipSpread: 0.1),
    alike,
    MadeUpWorld(name: "who answers every day", answers: 10),
    MadeUpWorld(name: "who answers rarely", answers: 1),
    MadeUpWorld(name: "whose liking changes", themeSpread: 1, changes: 182),
  ]
}

/// A way to choose.
enum Way: String, CaseIterable {
  case selector
  case random
  case shuffleBag = "shuffle bag"
  case leastRecent = "least recent in need"
}

/// One person's year under one way of choosing.
struct MadeUpYear {
  private static let themeCount = 6
  private static let tipCount = 50
  private static let baseline = -0.1
  private static let firstDay = 20_000

  private let world: MadeUpWorld
  private var draw: TestSupport.SplitMix64
  private var items: [Selector.Item] = []
  private var worths: [Double] = []
  private var verdicts: [Coach.TipRating] = []
  private var bag: [Int] = []
  private var needed = 0

  init(_ world: MadeUpWorld, seed: UInt64) {
    self.world = world
    draw = TestSupport.SplitMix64(seed: seed)
    for number in 0..<Self.tipCount {
      let theme = number % Self.themeCount
      let id = number < 10 ? "t0\(number)" : "t\(number)"
      items.append(Selector.Item(tip: id, theme: "theme-\(theme)", lastTold: nil))
    }
    like()
  }

  /// Draws what each tip is worth to this person.
  private mutating func like() {
    let themes = (0..<Self.themeCount).map { _ in normal() * world.themeSpread }
    worths = (0..<Self.tipCount).map { themes[$0 % Self.themeCount] + normal() * world.tipSpread }
  }

  /// The mean chance that the day's tip works, over a year.
  mutating func live(by way: Way) -> Double {
    var sum = 0.0
    for number in 0..<365 {
      let today = CivilDate(dayNumber: Self.firstDay + number)
      if number == world.changes { like() }
      if draw.happens(1, in: 3) { needed = draw.below(Self.themeCount) }
      let seen = draw.happens(6, in: 10) ? ["theme-\(needed)"] : []
      let unit = Double(draw.next() >> 11) * 0x1p-53
      let answers = draw.happens(world.answers, in: 10)
      let luck = Double(draw.next() >> 11) * 0x1p-53
      let place = choose(by: way, today, seen, unit)
      let chance = chance(of: place, today)
      sum += chance
      items[place].lastTold = today
      if answers {
        let rating: Rating = luck < chance ? .useful : .notForMe
        verdicts.append(Coach.TipRating(tip: items[place].tip, day: today, rating: rating))
      }
    }
    return sum / 365
  }

  private func chance(of place: Int, _ today: CivilDate) -> Double {
    let isNeeded = items[place].theme == "theme-\(needed)"
    let age = items[place].lastTold.map { Double(today.dayNumber - $0.dayNumber) }
    let tired = age.map { world.fatigue * power(0.5, $0 / 15) } ?? 0
    let logit = Self.baseline + worths[place] + (isNeeded ? world.need : 0) - tired
    return 1 / (1 + power(2.718281828459045, -logit))
  }

  private mutating func choose(
    by way: Way,
    _ today: CivilDate,
    _ needs: [String],
    _ unit: Double
  ) -> Int {
    let all = Array(items.indices)
    switch way {
    case .random: return Int(unit * Double(all.count))
    case .shuffleBag:
      if bag.isEmpty { bag = all.shuffled(using: &draw) }
      return bag.removeLast()
    case .leastRecent:
      let meant = all.filter { needs.contains(items[$0].theme) }
      let rested = (meant.isEmpty ? all : meant).filter { place in
        items[place].lastTold.map { today.dayNumber - $0.dayNumber >= 14 } ?? true
      }
      return (rested.isEmpty ? all : rested).min { last($0) < last($1) } ?? 0
    case .selector:
      let choice = Selector().choose(
        among: items,
        eligible: all,
        verdicts: verdicts,
        needs: needs,
        today: today,
        draw: unit
      )
      guard let choice else { return 0 }
      let tip = choice.candidates[choice.chosen].tip
      return items.firstIndex { $0.tip == tip } ?? 0
    }
  }

  private func last(_ place: Int) -> Int { items[place].lastTold?.dayNumber ?? 0 }

  /// About normal, with a mean of 0 and a spread of 1: the sum of twelve even draws.
  private mutating func normal() -> Double {
    (0..<12).map { _ in Double(draw.next() >> 11) * 0x1p-53 }.reduce(0, +) - 6
  }
}
