/// Channels that the person wants no prompts on any more.
extension Session {
  /// Takes off such channels what they have shown.
  ///
  /// What is still open then counts as not shown there: wanted again, they show it again.
  mutating func clear(_ plan: Plan, _ look: inout Look) {
    var void: [Draft] = []
    for channel in look.all where !channel.isWanted {
      let open = plan.showing.map { Plan.SettledPrompt($0, .unwanted) }
      let there = (plan.settled + open).filter {
        $0.channels.contains(channel.name) || isUnderway($0.id, on: channel.name)
      }
      let before = settled.first { $0.channel == channel.name }?.prompts ?? []
      if there.map(\.id) == before { continue }
      guard settle(there, but: before, on: channel, &look) else { continue }
      for gone in plan.showing where gone.shownBy.contains(channel.name) {
        let id = gone.prompted.id
        void.append(draft(.notShown(id, channel: channel.name), on: id.day, look))
      }
    }
    if void.isEmpty { return }
    owed += void
    // What cannot be written now goes before what comes next.
    do { try world.record(owed) } catch { return }
    owed = []
  }
}
