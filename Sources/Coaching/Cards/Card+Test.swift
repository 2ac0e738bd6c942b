extension Teaching {
  /// A card that asks nothing, for whoever wants to see how a prompt appears.
  ///
  /// It comes back each time, so that a place which has the last one shows it as new.
  ///
  /// - Parameters:
  ///   - now: When it is shown.
  ///   - day: The civil day of that.
  ///   - zone: The person's zone.
  /// - Returns: The card, of a slot that nobody has.
  public func testCard(at now: Instant, on day: CivilDate, zone: Zone) -> Card {
    let lines = [Card.Line.text(phrases("test-body"))]
    return Card(
      prompt: PromptID(slot: "coach-test", day: day),
      back: now,
      at: now,
      local: zone.civil(at: now),
      offset: zone.offset(at: now),
      subject: phrases("test-subject"),
      title: phrases("test-subject"),
      lines: lines,
      said: lines,
      labels: cardLabels
    )
  }
}
