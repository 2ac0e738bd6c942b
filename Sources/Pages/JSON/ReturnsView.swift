import Coaching

/// What came back, as the reading commands give it.
struct ReturnsView: Encodable {
  var forms: [FormView]
  var words: [String]
  var thanksGiven: Int
  var thanksReceived: Int

  struct FormView: Encodable {
    var form: String
    var title: String
    var count: Int
  }

  init(_ returns: Reciprocity) {
    forms = returns.forms.map { FormView(form: $0.form, title: $0.title, count: $0.count) }
    words = returns.words
    thanksGiven = returns.given
    thanksReceived = returns.received
  }
}
