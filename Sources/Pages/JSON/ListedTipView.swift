package import Application
package import Coaching

/// A tip among others, as JSON.
package struct ListedTipView: Encodable {
  var id: String
  var title: String
  var action: String
  var why: String
  var short: String
  var rows: [String]
  var systems: [String]
  var kind: String
  var level: Int
  var roles: [String]
  var circle: String?
  var step: Int?
  var obstacle: Int?
  var lastTold: String?
  var muted: Bool

  package init(_ tip: Tip, _ coach: Coach) {
    id = tip.id
    title = tip.wording.title
    action = tip.wording.action
    why = tip.wording.why
    short = tip.wording.short
    rows = tip.rows
    systems = tip.systems
    kind = tip.kind.rawValue
    level = tip.level
    roles = tip.roles.map(\.rawValue)
    circle = tip.circle?.rawValue
    if case .step(let number) = tip.part { step = number }
    if case .obstacle(let number) = tip.part { obstacle = number }
    lastTold = coach.told.filter { $0.tip == tip.id }.map(\.day).max()?.description
    muted = coach.muted.contains(tip.id)
  }
}

/// A row of the teachings as JSON.
package struct TaughtRowView: Encodable {
  var row: String
  var tips: [String]

  package init(_ taught: TaughtRow) {
    row = taught.row
    tips = taught.tips
  }
}
