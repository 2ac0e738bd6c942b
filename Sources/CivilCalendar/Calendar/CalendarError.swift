/// Why a calendar expression was refused.
public struct CalendarError: Error, Equatable, CustomStringConvertible, Sendable {
  /// What is wrong, and what is accepted instead.
  public let message: String
  /// The whole expression as it was given.
  public let text: String
  /// The character it is about, counted from 1; one past the last where something is missing.
  public let column: Int

  /// All of it in one line.
  public var description: String {
    "calendar expression \(text.quotedInError), character \(column): \(message)"
  }
}
