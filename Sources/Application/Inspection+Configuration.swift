import Coaching
import Configuration
import Files

extension Inspection {
  /// Whether coach.toml can be read and understood.
  static let configuration = Inspection { premises in
    let (name, file) = ("configuration", premises.paths.ownFile)
    if File.isDangling(file) {
      let remedy = "Put back what it leads to, or remove it for the defaults: rm \(file)"
      return [Checkup(name, .amiss, "\(file) is a link that leads nowhere", remedy: remedy)]
    }
    switch premises.configuration {
    case .failure(let error):
      let remedy = "Mend that line, or move the file away for the defaults; then: coach reload"
      return [Checkup(name, .amiss, error.message, remedy: remedy)]
    case .success(let configuration):
      let what = configuration.file ?? "the defaults hold, no file is there"
      return [Checkup(name, .well, what)]
    }
  }

  /// Whether each deck of the person's own is read, and none is one by accident.
  static let decks = Inspection { premises in
    guard case .success(let configuration) = premises.configuration else {
      let says = "not known, because the configuration is refused"
      return [Checkup("decks", .unknown, says)]
    }
    let directory = "\(premises.paths.configuration)/decks"
    let own = OwnDeck.all(in: directory, phrases: configuration.teaching.phrases)
    var found = own.refusals.map { refusal in
      let remedy = "Mend the file, or move it away; the rest goes on without it."
      return Checkup("decks", .amiss, "\(refusal)", remedy: remedy)
    }
    found += own.copies.map { copy in
      let says = "\(copy) looks like a copy that another program made, and is not read"
      let remedy = "Move what you want of it into the deck itself, then remove it."
      return Checkup("decks", .amiss, says, remedy: remedy)
    }
    found += own.oddities.map { oddity in
      Checkup("decks", .amiss, "\(oddity)", remedy: "Give one of them another id.")
    }
    if !found.isEmpty { return found }
    return [Checkup("decks", .well, "\(configuration.teaching.tips.count) tips, all read")]
  }
}
