/// What tells the person of something that only they can mend.
extension Teaching {
  /// A notice, in the form of a prompt that asks nothing.
  ///
  /// - Parameters:
  ///   - id: What it is called by where it lies.
  ///   - title: What is wrong.
  ///   - texts: What exactly, and what goes on meanwhile.
  ///   - now: When it is told.
  ///   - zone: The person's.
  /// - Returns: The card.
  public func card(
    telling id: PromptID,
    _ title: String,
    _ texts: [String],
    at now: Instant,
    zone: Zone
  ) -> Card {
    let lines =
      texts.map { Card.Line.text($0.printable) } + [.command(phrases("see-doctor"), .doctor)]
    return Card(
      prompt: id,
      at: now,
      local: zone.civil(at: now),
      offset: zone.offset(at: now),
      subject: title.printable,
      title: title.printable,
      lines: lines,
      said: lines,
      labels: cardLabels
    )
  }
}
