/// Stretches of time in a person's words.
extension Phrases {
  /// From when until when it was, by the clocks that the person saw: `23:30–06:45`.
  public func words(for stretch: Stretch) -> String {
    let times = [stretch.from, stretch.until].map(\.local.time.shortDescription)
    return times.joined(separator: "–")
  }

  /// Stretches with how long they are together.
  public func words(for stretches: [Stretch]) -> String {
    let spans = stretches.map { words(for: $0) }.joined(separator: self("list-comma"))
    return bracketed(spans, length(ofSeconds: stretches.seconds))
  }

  /// A length in hours and minutes: `7 h 15 min`.
  public func length(ofSeconds seconds: Int64) -> String {
    let minutes = (abs(seconds) + 30) / 60
    let parts = [
      minutes < 60 ? nil : self("hours", ("count", String(minutes / 60))),
      minutes % 60 == 0 && minutes > 0 ? nil : self("minutes", ("count", String(minutes % 60))),
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
