extension HabitHistory {
  /// The history of a question and those of its former names, as one.
  public init(joining histories: [HabitHistory]) {
    let days = histories.flatMap(\.asked).sorted()
    let entries = histories.flatMap(\.entries)
    self.init(
      entries: entries.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) },
      asked: zip([nil] + days.map(Optional.some), days).filter { $0 != $1 }.map(\.1),
      changes: histories.flatMap(\.changes),
      absences: histories.first?.absences ?? []
    )
  }
}
