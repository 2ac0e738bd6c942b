import Coaching

extension String {
  /// What is kept at most of one text: it comes back whole in prompts and notifications.
  static let longest = 500

  /// The text without white space at its ends, refused where it is too long to be kept.
  ///
  /// - Parameter what: What it is, for the refusal.
  /// - Returns: What is to be kept.
  /// - Throws: Where it is too long.
  package func kept(as what: String) throws(CommandError) -> String {
    let text = trimmed
    if text.count <= String.longest { return text }
    let much = "\(what) has \(text.count) characters, and at most \(String.longest) are kept; "
    let todo = "shorten it, or put all of it into a file of your own and name that here"
    throw CommandError(.data, "\(much)\(todo); nothing was written down")
  }
}
