package import Application
import Channels
package import Coaching

/// A remedy as a person meets it.
package struct RemedyPage {
  let obstacle: Obstacle
  /// How strong the fear is, 0 to 10; nil where nothing was said of it.
  let fear: Int?
  /// The act; nil where support is given instead.
  let act: TipPage?
  /// What is counted for the obstacle; nil where nothing is.
  let evidence: Evidence?
  private let own: OwnEvidence
  private let teaching: Teaching

  package init(_ given: GivenRemedy, _ coach: Coach, _ teaching: Teaching) {
    obstacle = given.hesitated.obstacle
    fear = given.hesitated.fear
    act = given.tip.map { TipPage($0, coach, teaching) }
    own = given.evidence
    evidence = own.evidence(for: obstacle)
    self.teaching = teaching
  }

  private var phrases: Phrases { teaching.phrases }

  /// As it is called in a sentence.
  var title: String { phrases.obstacle(obstacle.rawValue) }
  var cause: String { phrases.cause(of: obstacle) }
  var reframe: String { phrases.reframe(of: obstacle, own) }

  /// A feeling may be set down, an unfairness raised: both ways stay open.
  var exits: [Exit] { obstacle == .wronged ? Exit.allCases : [] }

  /// What looks back on it later.
  var lookBack: (question: String, ask: String, command: SuggestedCommand) {
    let question = teaching.question(obstacle.lookBack)
    let tip = act?.tip.wording.title ?? phrases("support-title")
    return (
      obstacle.lookBack,
      (question?.wording.ask ?? "").filled([("tip", tip)]),
      .answer(
        name: obstacle.lookBack,
        answers: [(question?.kind ?? .yesNo).example],
        fear: fear == nil ? nil : 3
      )
    )
  }

  package func page() -> Page {
    var page = Page()
    page.heading(heading)
    page.words(phrases.labelled(phrases("cause"), cause), indent: 2)
    page.words(phrases.labelled(phrases("reframe"), reframe), indent: 2)
    for exit in exits {
      page.words(phrases.labelled(exit.title(phrases), exit.words(phrases)), indent: 4)
    }
    if let evidence, evidence.count > 0 {
      let count = phrases.words(for: evidence, of: obstacle)
      page.words(phrases.labelled(phrases("own-evidence"), count), indent: 2)
    }
    page.blank()
    page.add(actPage)
    page.blank()
    page.words(phrases("one-look-back"), indent: 2)
    page.verbatim(lookBack.command.spoken(phrases).spelled, indent: 4)
    return page
  }

  /// What stands above it, where it is called otherwise than in a sentence.
  private var heading: String {
    teaching.question("obstacle-\(obstacle.name)")?.wording.title
      ?? title.prefix(1).uppercased() + title.dropFirst()
  }

  private var actPage: Page {
    var page = Page()
    let wording = act?.tip.wording
    page.heading(phrases("one-act", ("tip", wording?.title ?? phrases("support-title"))))
    page.act(wording?.action ?? phrases("support-act"), why: wording?.why ?? "", phrases)
    return page
  }
}

extension RemedyPage {
  /// A way out of feeling wronged.
  enum Exit: String, CaseIterable {
    case inside
    case outside

    func title(_ phrases: Phrases) -> String {
      self == .inside ? phrases("exit-inside") : phrases("exit-outside")
    }

    func words(_ phrases: Phrases) -> String {
      self == .inside ? phrases("exit-inside-words") : phrases("exit-outside-words")
    }
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
