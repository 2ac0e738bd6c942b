extension Phrases {
  /// How much of a commitment stands in a title, in characters.
  private static let longestTitle = 60

  /// What a slot is called; what reminds of a commitment is called by that.
  public func title(of slot: String, among entries: Entries) -> String {
    guard let id = Entry.ID(ofReminder: slot), let standing = entries[id] else {
      return self.slot(slot)
    }
    let words = words(for: standing.entry).printable
    return words.count > Phrases.longestTitle
      ? words.prefix(Phrases.longestTitle - 1).trimmed + "…" : words
  }

  /// What a person said they would do, behind its kind, and for whom.
  public func words(for entry: Entry) -> String {
    let text = entry.to.map { to in
      // Beside Chinese a name in letters stands apart.
      let places = [(name: "text", value: entry.text), (name: "to", value: to)]
      return to.first?.isASCII == true
        ? filled("promise-to", places) : filled("promise-to-wide", places)
    }
    let kind = Commitment(rawValue: entry.kind).map(name) ?? entry.kind
    return labelled(kind, text ?? entry.text)
  }

  /// What a kind of commitment is called.
  private func name(of commitment: Commitment) -> String {
    switch commitment {
    case .promise: self("commitment-promise")
    case .followUp: self("commitment-follow-up")
    case .findOut: self("commitment-find-out")
    case .wish: self("commitment-wish")
    case .idea: self("commitment-idea")
    }
  }
}

/// When something is due, as a person reads it.
extension Phrases {
  /// By when a commitment is due, as a person reads it at an instant; nil where it has no time.
  public func by(_ entry: Entry, in zone: Zone, seenAt now: Instant) -> String? {
    guard let due = entry.due else { return nil }
    guard entry.isWholeDay else {
      return self("by", ("moment", moment(of: entry, in: zone, seenAt: now)))
    }
    let (date, today) = (zone.civil(at: due).date, zone.civil(at: now).date)
    return date == today
      ? self("by-today") : self("by-day", ("day", name(of: date, seenOn: today)))
  }

  /// When a commitment is due: its day where that is meant; today its time alone, else the date
  /// before it.
  func moment(of entry: Entry, in zone: Zone, seenAt now: Instant) -> String {
    guard let due = entry.due else { return self("no-time") }
    let (local, today) = (zone.civil(at: due), zone.civil(at: now).date)
    let day = name(of: local.date, seenOn: today)
    if entry.isWholeDay { return day }
    // To the minute: nobody waits for a second.
    let time = local.time.shortDescription
    return local.date == today ? time : self("day-time", ("day", day), ("time", time))
  }
}

extension Weekday {
  /// Its name among those of a week, Monday's first, with blanks between them; nothing where the
  /// language has none.
  public func name(among names: String) -> String {
    let names = names.split(separator: " ")
    return names.indices.contains(rawValue - 1) ? String(names[rawValue - 1]) : ""
  }
}

extension Phrases {
  /// What a slot is called; a slot without a title is called by its name.
  public func slot(_ name: String) -> String {
    if let id = Entry.ID(ofReminder: name) {
      return self("reminder", ("number", String(id.number)))
    }
    return slots.first { $0.name == name }?.title
      ?? String(name.map { $0 == "-" ? " " : $0 })
  }
}
