extension Slot {
  /// Whether it carries nothing but what it brings up where there is any.
  var onlyBrings: Bool { !carries.isEmpty && carries.allSatisfy { $0 == Teaching.promisesItem } }
}

extension Coach {
  /// The promises and notes that a slot's prompt brings up on a civil day.
  func brought(by slot: Slot, on day: CivilDate, for outlook: Outlook) -> [Entry.ID] {
    slot.carries.contains(Teaching.promisesItem) ? listed(on: day, for: outlook) : []
  }
}
