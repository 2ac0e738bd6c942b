package import Application
package import Coaching

/// The four steps as a person reads them.
extension ProgrammeReport {
  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.heading(phrases("four-steps"))
    for (number, done) in zip(Programme.steps, today.four.steps) {
      let mark = number <= step ? StepDay.mark(done) : "–"
      page.words("\(mark) \(number) \(phrases.step(number))", indent: 2)
    }
    if programme.mode == .stepByStep {
      page.words(step == 4 ? phrases("step-last") : phrases("step-here", ("step", String(step))))
    } else {
      page.add(today.page(phrases))
    }
    if let moment = programme.moment { page.words(phrases("own-moment", ("moment", moment))) }
    return page
  }
}
