import Coaching
import Configuration
import Files

extension Inspection {
  /// Whether coach.toml can be read and understood.
  static let configuration = Inspection { premises in
    let (name, file) = ("configuration", premises.paths.ownFile)
    if File.isDangling(file) {
      let remedy = Saying("mend-dangling", ("command", "rm \(file)"))
      let says = Saying("see-dangling", ("file", file))
      return [Checkup(name, .amiss, says, remedy: remedy)]
    }
    switch premises.configuration {
    case .failure(let error):
      let remedy = Saying("mend-configuration", ("command", "coach reload"))
      return [Checkup(name, .amiss, error, remedy: remedy)]
    case .success(let configuration):
      return [Checkup(name, .well, configuration.file?.saying ?? Saying("see-defaults"))]
    }
  }

  /// Whether each deck of the person's own is read, and none is one by accident.
  static let decks = Inspection { premises in
    guard case .success(let configuration) = premises.configuration else {
      let says = Saying("see-configuration-refused")
      return [Checkup("decks", .unknown, says)]
    }
    let directory = "\(premises.paths.configuration)/decks"
    let own = OwnDeck.all(in: directory, phrases: configuration.teaching.phrases)
    var found = own.refusals.map { refusal in
      let remedy = Saying("mend-deck")
      return Checkup("decks", .amiss, "\(refusal)", remedy: remedy)
    }
    found += own.copies.map { copy in
      let says = Saying("see-copy", ("file", copy))
      return Checkup("decks", .amiss, says, remedy: Saying("mend-copy"))
    }
    found += own.oddities.map { oddity in
      Checkup("decks", .amiss, "\(oddity)", remedy: Saying("mend-oddity"))
    }
    if !found.isEmpty { return found }
    let tips = Saying("tips-many", ("count", configuration.teaching.tips.count))
    return [Checkup("decks", .well, Saying("see-tips", ("tips", tips)))]
  }
}
