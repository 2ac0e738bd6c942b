import Application
import Coaching
import Configuration

extension Workspace {
  /// Opens what a command works with.
  ///
  /// - Parameters:
  ///   - extent: How much of the decks the command needs.
  ///   - language: Another language than the configured one.
  ///   - complains: Whether to say on standard error what goes on without.
  /// - Throws: When the configuration or the ledger is refused.
  init(
    _ extent: Configuration.ReadScope = .everything,
    language: Language? = nil,
    complains: Bool = true
  ) throws(CommandError) {
    let paths = Paths()
    let read = { (extent: Configuration.ReadScope) throws(CommandError) in
      let configuration = try Configuration(at: paths, extent, language: language)
      let goesOn = configuration.refusals + configuration.oddities
      for trouble in goesOn where complains { Output.complain("\(trouble)\nThe rest goes on.") }
      if let missing = configuration.missing, complains {
        Output.complain("\(missing)\nThe defaults hold.")
      }
      return configuration
    }
    let configuration = try read(extent)
    if complains, let lost = paths.lostLedger(configuration.settings.backup) {
      Output.complain(lost)
    }
    let ledger = try FileLedger(
      path: paths.ledger,
      keepingEarlierIn: paths.backups(configuration.settings.backup)
    )
    let now = SystemClock.now
    let zone = SystemZone.read()
    if complains, let trouble = zone.trouble { Output.complain(trouble) }
    let context = PlanningContext(configuration, zone: zone.zone)
    if complains, let trouble = context.clockTrouble(at: now) { Output.complain(trouble) }
    self.init(
      paths,
      configuration,
      ledger,
      context,
      at: now,
      from: .command,
      readAll: { () throws(CommandError) in try read(.everything) }
    )
  }
}

extension Configuration {
  /// Reads the person's configuration, with the zones of this machine.
  init(
    at paths: Paths,
    _ extent: Configuration.ReadScope = .everything,
    language: Language? = nil
  ) throws(CommandError) {
    do {
      try self.init(paths.places, extent, language: language, zones: SystemZone.known)
    } catch {
      throw CommandError(error)
    }
  }
}
