import Coaching

extension [Today.View.Open] {
  /// The open questions with those of a self-check as one.
  func together(_ questions: [Question], in teaching: Teaching) -> [Today.View.Open] {
    var views: [Today.View.Open] = []
    for (view, question) in zip(self, questions) {
      guard let check = question.check.flatMap(teaching.check) else {
        views.append(view)
        continue
      }
      if views.contains(where: { $0.question == check.id }) { continue }
      var whole = view
      whole.question = check.id
      whole.ask = check.ask
      whole.command = "coach check \(check.id)"
      views.append(whole)
    }
    return views
  }
}
