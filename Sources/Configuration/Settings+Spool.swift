import Coaching

extension Settings {
  /// What becomes of messages in the spool.
  public struct SpoolSettings: Equatable, Sendable {
    /// For how many days one stays, from 1 to 3653; nil for ever.
    public var keepDays: Int? = 180

    public init() {}
  }

  mutating func readSpool(_ section: TOMLTable) throws(ConfigurationError) {
    try section.allow(["keep"])
    guard let text = try section.text("keep") else { return }
    if text == "forever" {
      spool.keepDays = nil
      return
    }
    guard let span = TimeSpan.parts(text), span.days >= 1, span.seconds == 0 else {
      let what = "is not “forever” or a span of days or weeks, such as “180d” or “26w”"
      throw section.refusal("keep", "“\(text.printable)” \(what)")
    }
    spool.keepDays = span.days
  }
}
