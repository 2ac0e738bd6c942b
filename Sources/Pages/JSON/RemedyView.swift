package import Application
import Channels
package import Coaching

/// A remedy as JSON.
package struct RemedyView: Encodable {
  var obstacle: String
  var number: Int
  var title: String
  var cause: String
  var reframe: String
  var exits: [Exit]?
  var act: TipView?
  /// What is given instead of an act.
  var support: Support?
  var fear: Int?
  var lookBack: LookBack
  var evidence: EvidenceView?

  struct Exit: Encodable {
    var exit: String
    var title: String
    var text: String
  }

  struct Support: Encodable {
    var title: String
    var text: String
  }

  struct LookBack: Encodable {
    var question: String
    var ask: String
    var command: String
  }

  package init(_ page: RemedyPage, _ phrases: Phrases) {
    obstacle = page.obstacle.name
    number = page.obstacle.rawValue
    title = page.title
    cause = page.cause
    reframe = page.reframe
    let exits = page.exits.map { exit in
      Exit(exit: exit.rawValue, title: exit.title(phrases), text: exit.words(phrases))
    }
    self.exits = exits.isEmpty ? nil : exits
    act = page.act.map(TipView.init)
    if page.act == nil {
      support = Support(title: phrases("support-title"), text: phrases("support-act"))
    }
    fear = page.fear
    let (question, ask, command) = page.lookBack
    lookBack = LookBack(question: question, ask: ask, command: command.spelled)
    evidence = page.evidence.map(EvidenceView.init)
  }
}

/// A count of the person's own.
struct EvidenceView: Encodable {
  var count: Int
  var good: Int
  var missing: Int
  var unfavourable: Bool

  init(_ evidence: Evidence) {
    count = evidence.count
    good = evidence.good
    missing = evidence.missing
    unfavourable = evidence.isUnfavourable
  }
}

/// What the person's own answers say, as the reading commands give it.
package struct OwnEvidenceView: Encodable {
  var offers: EvidenceView
  var ridicule: EvidenceView

  package init(_ evidence: OwnEvidence) {
    offers = EvidenceView(evidence.offers)
    ridicule = EvidenceView(evidence.ridicule)
  }
}
