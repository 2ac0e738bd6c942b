import Application
import Coaching

/// What was answered to a self-check over time, as the reading commands give it.
struct SelfCheckView: Encodable {
  /// The self-check; a question that stands alone is as good as one.
  var check: String
  var title: String
  var questions: [PathView]

  struct PathView: Encodable {
    var question: String
    var title: String
    var answers: [PlaceView]
  }

  struct PlaceView: Encodable {
    var day: String
    var number: Int
  }

  init(_ line: SelfCheckHistory.Line) {
    check = line.check
    title = line.title
    questions = line.paths.map { path in
      PathView(
        question: path.question,
        title: path.title,
        answers: path.places.map { PlaceView(day: $0.day.description, number: $0.number) }
      )
    }
  }
}
