package import Application
package import Coaching

extension QuestionList {
  /// What can be answered: each by its name, with its title and what it takes.
  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.heading(phrases("questions"))
    page.rows(rows(single.filter { !$0.isRetired }, phrases))
    if !routines.isEmpty {
      page.blank()
      page.heading(phrases("routines"))
      page.rows(
        routines.map { routine in
          let habits = routine.questions.joined(separator: phrases("list-comma"))
          return (label: routine.id, value: phrases.bracketed(routine.title, habits))
        }
      )
    }
    let asked = checks.filter { !$0.isRetired }
    if !asked.isEmpty {
      page.blank()
      page.heading(phrases("self-checks"))
      page.rows(asked.map { row($0, phrases) })
    }
    let noMore = checks.filter(\.isRetired).map { row($0, phrases) }
    let retired = rows(single.filter(\.isRetired), phrases) + noMore
    if !retired.isEmpty {
      page.blank()
      page.heading(phrases("asked-no-more"))
      page.rows(retired)
    }
    page.blank()
    let none = phrases.word(for: Answer.noOccasionWord)
    page.words(phrases("questions-none", ("none", none)))
    return page
  }

  private func rows(_ lines: [Line], _ phrases: Phrases) -> [(label: String, value: String)] {
    lines.map { line in
      let title = line.isOpen ? phrases("waits", ("title", line.title)) : line.title
      return (line.question.id, phrases.bracketed(title, phrases.takes(line.question)))
    }
  }

  private func row(_ lines: CheckLines, _ phrases: Phrases) -> (label: String, value: String) {
    let takes = phrases.takes(all: lines.lines.map(\.question.kind))
    return (lines.check.id, phrases.bracketed(lines.check.title, takes))
  }
}

extension QuestionList.Line {
  fileprivate var title: String { question.wording.title }
}
