package import Application
import Coaching

/// The week's extras as the reading commands give them.
package struct ExtrasView: Encodable {
  var count: Int
  var perWeek: Int
  var minutes: Int
  var minutesPerWeek: Int?
  var money: String
  var moneyPerWeek: String?
  var usedUp: Bool
  /// From which day on something is left again.
  var again: String?
  var extras: [Line]

  struct Line: Encodable {
    var day: String
    var text: String
    var minutes: Int?
    var cost: String?
    var landed: Bool?
    var dropped: Bool
  }

  package init(_ week: ExtraWeek) {
    let budget = week.use.budget
    count = week.use.count
    perWeek = budget.count
    minutes = week.use.minutes
    minutesPerWeek = budget.minutes
    money = week.spent.description
    moneyPerWeek = budget.money?.description
    usedUp = week.use.isUsedUp
    again = week.again?.description
    extras = week.extras.map { given, isWelcome in
      Line(
        day: given.day.description,
        text: given.extra.text,
        minutes: given.extra.minutes,
        cost: given.extra.cost?.description,
        landed: isWelcome,
        dropped: given.extra.isDropped
      )
    }
  }
}

extension ExtraWeek {
  /// What was spent, in the currency of the budget.
  var spent: Money {
    Money(hundredths: use.hundredths, currency: use.budget.money?.currency ?? "")
  }
}
