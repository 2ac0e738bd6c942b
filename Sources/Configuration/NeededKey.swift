/// A key that has to be there: what it takes, and an example as a person would write it.
///
/// Whoever forgot it has to be told no less than whoever wrote it wrong.
enum NeededKey: String, CaseIterable {
  case action, answer, ask, back, hint, id, offer, people, person, question, short, text, title, why

  private var takes: String {
    switch self {
    case .action: "what is to be done, in a sentence"
    case .answer: "the kind of answer"
    case .ask: "a question that can be answered"
    case .back: "what is asked when it is over"
    case .hint: "what is said beside the question"
    case .id: "a name of a–z, 0–9 and “-”"
    case .offer: "what is asked before it begins"
    case .people: "what is said of several"
    case .person: "what is said of one"
    case .question: "what you are to be asked"
    case .short: "the action in a few words"
    case .text: "what is to be said"
    case .title: "a few words"
    case .why: "the reason, in a sentence"
    }
  }

  private var example: String {
    switch self {
    case .action: "Hold a door for somebody today."
    case .answer: "yes-no"
    case .ask: "Did you hold a door?"
    case .back: "Four mornings are over: what is different?"
    case .hint: "Once is enough."
    case .id: "a-walk"
    case .offer: "Would you like four mornings of it?"
    case .people: "your guests"
    case .person: "a guest"
    case .question: "Did you go for a walk?"
    case .short: "Hold a door."
    case .text: "First the others."
    case .title: "A walk"
    case .why: "Hands are often full."
    }
  }

  /// That it is missing.
  ///
  /// - Parameter known: What it takes, where only the table around it can say that.
  /// - Returns: The refusal's words, with an example.
  func missing(taking known: String? = nil) -> String {
    let example = "such as \(rawValue) = \"\(example)\""
    return "“\(rawValue)” is missing here; it takes \(known ?? takes), \(example)"
  }
}
