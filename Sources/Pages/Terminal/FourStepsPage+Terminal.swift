import Application
import Coaching

extension StepDay {
  static func mark(_ done: Bool?) -> String { done.map { $0 ? "✓" : "·" } ?? "?" }

  func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.words(phrases.labelled(phrases("four-steps"), words(phrases)))
    return page
  }

  /// In one line: what is not known is no miss.
  private func words(_ phrases: Phrases) -> String {
    let marks = four.steps.enumerated().map { "\($0.offset + 1)\(StepDay.mark($0.element))" }
    return phrases(
      "four-score",
      ("score", String(four.score)),
      ("known", String(four.known)),
      ("steps", marks.joined(separator: " "))
    )
  }
}
