package import Application
import Channels
package import Coaching

/// A remedy as a person meets it.
package struct RemedyView: Encodable {
  var obstacle: String
  var number: Int
  var title: String
  var cause: String
  var reframe: String
  var exits: [Exit]?
  var act: TipView?
  var support: Support?
  var fear: Int?
  var lookBack: LookBack
  var evidence: EvidenceView?
  private let shown: String?
  private let heading: String

  enum CodingKeys: String, CodingKey {
    case obstacle, number, title, cause, reframe, exits, act, support, fear, lookBack, evidence
  }

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

  package init(_ given: GivenRemedy, _ act: TipView?, _ workspace: Workspace) {
    let (hesitated, own) = (given.hesitated, given.evidence)
    let phrases = workspace.phrases
    let chosen = hesitated.obstacle
    obstacle = chosen.name
    number = chosen.rawValue
    title = phrases.obstacle(chosen.rawValue)
    // In a sentence it is called otherwise than above one.
    heading =
      workspace.teaching.question("obstacle-\(chosen.name)")?.wording.title
      ?? title.prefix(1).uppercased() + title.dropFirst()
    cause = phrases.cause(of: chosen)
    let evidence = own.evidence(for: chosen)
    self.evidence = evidence.map(EvidenceView.init)
    shown = evidence.flatMap { evidence in
      evidence.count == 0 ? nil : phrases.words(for: evidence, of: chosen)
    }
    reframe = phrases.reframe(of: chosen, own)
    exits = chosen == .wronged ? Exit.both(phrases) : nil
    self.act = act
    support =
      act == nil ? Support(title: phrases("support-title"), text: phrases("support-act")) : nil
    fear = hesitated.fear
    let question = workspace.teaching.question(chosen.lookBack)
    let kind = question?.kind ?? .yesNo
    lookBack = LookBack(
      question: chosen.lookBack,
      ask: (question?.wording.ask ?? "").filled([
        ("tip", act?.title ?? phrases("support-title"))
      ]),
      command: SuggestedCommand.answer(
        name: chosen.lookBack,
        answers: [kind.example],
        fear: fear == nil ? nil : 3
      ).spelled
    )
  }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.heading(heading)
    page.words(phrases.labelled(phrases("cause"), cause), indent: 2)
    page.words(phrases.labelled(phrases("reframe"), reframe), indent: 2)
    for exit in exits ?? [] {
      page.words(phrases.labelled(exit.title, exit.text), indent: 4)
    }
    if let shown { page.words(phrases.labelled(phrases("own-evidence"), shown), indent: 2) }
    page.blank()
    page.heading(phrases("one-act", ("tip", act?.title ?? support?.title ?? "")))
    page.words(act?.action ?? support?.text ?? "", indent: 2)
    if let why = act?.why, !why.isEmpty {
      page.words(phrases.labelled(phrases("why"), why), indent: 2)
    }
    page.blank()
    page.words(phrases("one-look-back"), indent: 2)
    page.verbatim(lookBack.command, indent: 4)
    return page
  }
}

extension RemedyView.Exit {
  /// A feeling may be set down, an unfairness raised: both ways stay open.
  fileprivate static func both(_ phrases: Phrases) -> [RemedyView.Exit] {
    [
      RemedyView.Exit(
        exit: "inside",
        title: phrases("exit-inside"),
        text: phrases("exit-inside-words")
      ),
      RemedyView.Exit(
        exit: "outside",
        title: phrases("exit-outside"),
        text: phrases("exit-outside-words")
      ),
    ]
  }
}

/// A count of the person's own.
package struct EvidenceView: Encodable {
  var count: Int
  var good: Int
  var missing: Int
  var unfavourable: Bool

  package init(_ evidence: Evidence) {
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

extension OwnEvidence {
  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.heading(phrases("own-evidence"))
    page.rows(
      [(Obstacle.refusal, offers), (.ridicule, ridicule)].map { obstacle, evidence in
        (phrases.obstacle(obstacle.rawValue), phrases.words(for: evidence, of: obstacle))
      }
    )
    if offers.isUnfavourable { page.words(phrases("unfavourable-refusal"), indent: 2) }
    if ridicule.isUnfavourable { page.words(phrases("unfavourable-ridicule"), indent: 2) }
    return page
  }
}

extension Phrases {
  fileprivate func cause(of obstacle: Obstacle) -> String {
    switch obstacle {
    case .refusal: self("cause-refusal")
    case .servingBadly: self("cause-serving-badly")
    case .ridicule: self("cause-ridicule")
    case .wronged: self("cause-wronged")
    case .liking: self("cause-liking")
    }
  }

  /// Another way to see it; where the person's own count speaks against it, what their count says.
  fileprivate func reframe(of obstacle: Obstacle, _ own: OwnEvidence) -> String {
    switch obstacle {
    case .refusal where own.offers.isUnfavourable: self("unfavourable-refusal")
    case .refusal: self("reframe-refusal")
    case .servingBadly: self("reframe-serving-badly")
    case .ridicule where own.ridicule.isUnfavourable: self("unfavourable-ridicule")
    case .ridicule where own.isRidiculed: self("support")
    case .ridicule: self("reframe-ridicule")
    case .wronged: self("reframe-wronged")
    case .liking: self("reframe-liking")
    }
  }

  /// A count in words, or what is missing for one.
  fileprivate func words(for evidence: Evidence, of obstacle: Obstacle) -> String {
    let count = ("count", String(evidence.count))
    if evidence.missing == 1 { return self("evidence-lack-one", count) }
    if evidence.missing > 0 {
      return self("evidence-lack-many", count, ("missing", String(evidence.missing)))
    }
    if obstacle == .ridicule {
      return self("evidence-ridicule", count, ("bad", String(evidence.count - evidence.good)))
    }
    return self("evidence-offers", count, ("good", String(evidence.good)))
  }
}
