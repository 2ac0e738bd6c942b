extension Teaching {
  /// What a prompt says of the promises and notes that it brings up, a block for each.
  func blocks(bringing prompt: Coach.Prompt, coach: Coach, zone: Zone) -> [[Card.Line]] {
    let at = prompt.prompted.due
    return prompt.prompted.entries.compactMap { id in
      guard let standing = coach.entries[id], standing.isOpen else { return nil }
      return lines(on: standing, at: at, zone: zone)
    }
  }

  private func lines(on standing: Entries.Standing, at: Instant, zone: Zone) -> [Card.Line] {
    let entry = standing.entry
    if entry.id.list == .note { return self.lines(for: entry).map(Card.Line.text) }
    let number = entry.id.number
    let what = ("what", phrases.words(for: entry))
    let kept = Card.Line.command(
      phrases("promise-kept-with"),
      .close(promise: number, .kept)
    )
    guard let by = phrases.by(entry, in: zone, seenAt: at) else {
      return [
        .text(phrases("promise-no-time", what)),
        .command(phrases("promise-time"), .setTime(promise: number)),
      ]
    }
    guard entry.isOverdue(at: at, in: zone) else {
      return [.text(phrases("promise-by", what, ("by", by))), kept]
    }
    let moment = ("moment", phrases.moment(of: entry, in: zone, seenAt: at))
    return [
      .text(phrases("promise-was-due", what, moment)), kept,
      .command(phrases("promise-missed-with"), .close(promise: number, .missed)),
    ]
  }
}

extension Teaching {
  /// A promise or a note behind what it is called; of a form, a line for each part.
  public func lines(for entry: Entry) -> [String] {
    if entry.parts.isEmpty { return [words(for: entry)] }
    let title = note(entry.kind)?.wording.title ?? entry.kind
    return [entry.text.isEmpty ? title : phrases.labelled(title, entry.text)] + parts(of: entry)
  }

  private func parts(of entry: Entry) -> [String] {
    let kind = note(entry.kind)
    return entry.parts.map { part in
      let place = kind?.parts.firstIndex(of: part.name)
      return phrases.labelled(place.flatMap { kind?.wording.parts[$0] } ?? part.name, part.text)
    }
  }

  /// A promise or a note in one line, behind what it is called.
  public func words(for entry: Entry) -> String {
    if entry.id.list == .promise { return phrases.words(for: entry) }
    let text = entry.text.isEmpty ? [] : [entry.text]
    return phrases.labelled(
      note(entry.kind)?.wording.title ?? entry.kind,
      (text + parts(of: entry)).joined(separator: phrases("semicolon"))
    )
  }
}
