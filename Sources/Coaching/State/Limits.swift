/// How much the coach may say in a day, unless the person asks for more.
public struct Limits: Equatable, Sendable {
  /// How many prompts a civil day may have.
  public var promptsPerDay: Int
  /// The shortest time from one prompt to the next, in seconds.
  public var apartSeconds: Int64

  public init(promptsPerDay: Int, apartSeconds: Int64) {
    self.promptsPerDay = promptsPerDay
    self.apartSeconds = apartSeconds
  }

  public static let usual = Limits(promptsPerDay: 3, apartSeconds: 90 * 60)
  public static let none = Limits(promptsPerDay: .max, apartSeconds: 0)
}
