import Coaching

/// How much of a person's own words is kept in one place: they come back whole in prompts and
/// notifications.
enum TextLimit {
  /// As a person counts them.
  static let characters = 500
  /// Four for each character, as much as one takes in UTF-8 that is no picture of several parts: a
  /// single character can go on for megabytes, and a notification server refuses what is so long.
  static let bytes = 4 * characters
  /// What is longer is refused unread.
  static let readBytes = 65_536
}

extension String {
  /// The text as it is to be kept, refused where it is too long.
  ///
  /// This is the one way by which a person's words come into the ledger: control characters, byte
  /// order marks and marks of direction without their partner are left out, and so is white space
  /// at the ends.
  ///
  /// - Parameter what: What it is, for the refusal.
  /// - Returns: What is to be kept.
  /// - Throws: Where it is too long.
  package func kept(as what: Saying) throws(CommandError) -> String {
    if utf8.count > TextLimit.readBytes {
      throw tooLong(what, utf8.count, Saying("unit-bytes"), TextLimit.bytes)
    }
    let text = kept.trimmed
    let count = text.count
    if count > TextLimit.characters {
      throw tooLong(what, count, Saying("unit-characters"), TextLimit.characters)
    }
    let size = text.utf8.count
    if size > TextLimit.bytes {
      throw tooLong(what, size, Saying("unit-bytes"), TextLimit.bytes)
    }
    return text
  }

  private func tooLong(_ what: Saying, _ count: Int, _ unit: Saying, _ most: Int) -> CommandError {
    CommandError(
      .data,
      "too-long",
      ("what", what),
      ("count", count),
      ("unit", unit),
      ("most", most)
    )
  }
}
