package import Application
package import Coaching
package import Configuration

extension Workspace {
  /// Opens what a command works with.
  ///
  /// - Parameters:
  ///   - extent: How much of the decks the command needs.
  ///   - language: Another language than the configured one.
  ///   - complains: Whether to say on standard error what goes on without. That coach.toml is
  ///     refused is said in any case: nobody may look anywhere else.
  ///   - orDefaults: Whether the defaults will do where coach.toml is refused and none was ever
  ///     good, as for what records something.
  /// - Throws: When nothing can take the place of a configuration that is refused, or when the
  ///   ledger is refused.
  package init(
    _ extent: Configuration.ReadScope = .everything,
    language: Language? = nil,
    complains: Bool = true,
    orDefaults: Bool = false
  ) throws(CommandError) {
    let paths = Paths()
    let read = { (extent: Configuration.ReadScope) throws(CommandError) in
      try Configuration.inForce(at: paths, extent, language: language, orDefaults: orDefaults)
        .configuration
    }
    let configuration = try read(extent)
    Output.complain(ofRefusal: configuration)
    if complains { Output.complain(of: configuration, paths) }
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
      readAll: { () throws(CommandError) in
        let all = try read(.everything)
        // A tip may be refused that was not read before.
        if configuration.refusal == nil { Output.complain(ofRefusal: all) }
        if complains { Output.complain(ofDecks: all) }
        return all
      }
    )
  }
}

extension Output {
  /// Says on standard error what goes on without something.
  fileprivate static func complain(of configuration: Configuration, _ paths: Paths) {
    complain(ofDecks: configuration)
    if let missing = configuration.missing {
      let phrases = Spoken.phrases
      complain("\(missing)\n\(phrases.words(for: configuration.standIn ?? .defaults))")
    }
    if let lost = paths.lostLedger(configuration.settings.backup) {
      complain(Spoken.words(for: lost))
    }
  }

  /// Says on standard error that coach.toml is refused, and what holds instead.
  package static func complain(ofRefusal configuration: Configuration) {
    guard let refusal = configuration.refusal, let standIn = configuration.standIn else { return }
    complain("\(refusal)\n\(Spoken.phrases.words(for: standIn))")
  }

  /// Says on standard error what of the decks is refused or odd.
  fileprivate static func complain(ofDecks configuration: Configuration) {
    for trouble in configuration.refusals + configuration.oddities {
      complain("\(trouble)\n\(Spoken.phrases("rest-goes-on"))")
    }
  }
}

extension Configuration {
  /// Reads the person's configuration, or what stands in for one that is refused.
  package static func inForce(
    at paths: Paths,
    _ extent: Configuration.ReadScope = .everything,
    language: Language? = nil,
    orDefaults: Bool = false
  ) throws(CommandError) -> (configuration: Configuration, source: Source) {
    do {
      return try inForce(
        paths.places,
        extent,
        language: language,
        zones: SystemZone.known,
        lastGood: LastGoodConfiguration(paths).path,
        orDefaults: orDefaults
      )
    } catch {
      throw CommandError(error)
    }
  }

  /// Reads the person's configuration, with the zones of this machine.
  package init(
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
