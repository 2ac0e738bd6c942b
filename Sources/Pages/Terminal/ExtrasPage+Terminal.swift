package import Application
import Channels
package import Coaching

extension ExtraWeek {
  /// What is used, and of how much.
  func words(_ phrases: Phrases) -> String {
    let budget = use.budget
    var parts = [phrases("extras-count", ("count", "\(use.count)"), ("limit", "\(budget.count)"))]
    if let minutes = budget.minutes {
      parts.append(phrases("minutes", ("count", "\(use.minutes)/\(minutes)")))
    }
    if let money = budget.money { parts.append("\(spent.number)/\(money)") }
    return parts.joined(separator: phrases("comma"))
  }

  func usePage(_ phrases: Phrases) -> Page {
    var page = Page()
    page.words(phrases.labelled(phrases("extras-week"), words(phrases)))
    if let reason = reason(phrases) { page.words(reason) }
    return page
  }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.add(usePage(phrases))
    let last = extras.map(\.given.day).max()
    for (given, _) in extras {
      let extra = given.extra
      let minutes = extra.minutes.map { phrases("minutes", ("count", "\($0)")) }
      let dropped = extra.isDropped ? phrases("extra-let-go") : nil
      let what = [minutes, extra.cost?.description, dropped].compactMap(\.self)
      let more = what.joined(separator: phrases("comma"))
      let text = more.isEmpty ? extra.text : phrases.bracketed(extra.text, more)
      page.words(phrases.dated(given.day, text, seenOn: last), indent: 2)
    }
    return page
  }
}

/// What is said to an extra that was noted.
extension ExtraWeek {
  package func reply(to extra: Extra, in workspace: Workspace) -> Page {
    var page = Page()
    let phrases = workspace.phrases
    if extra.isDropped {
      page.words(phrases("extra-dropped", ("text", extra.text)))
      return page
    }
    page.words(phrases("extra-noted", ("text", extra.text)))
    page.add(usePage(phrases))
    guard let question = workspace.teaching.question(Extra.lookBack) else { return page }
    if let landed = extra.landed {
      page.words(question.reply(to: .yesNo(landed), on: workspace.today) ?? "")
    } else {
      page.words(phrases("one-look-back"))
      page.verbatim(SuggestedCommand.extraLanded().spoken(phrases).spelled, indent: 2)
    }
    return page
  }
}
