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
    var found = configuration.refusals.map { refusal in
      let remedy = "Mend the file, or move it away; the rest goes on without it."
      return Checkup("decks", .amiss, "\(refusal)", remedy: remedy)
    }
    for name in (try? File.names(in: directory)) ?? [] where isCopy(name) {
      let says = "\(directory)/\(name) looks like a copy that another program made"
      let remedy = "Move what you want of it into the deck itself, then remove it."
      found.append(Checkup("decks", .amiss, says, remedy: remedy))
    }
    found += doubled(in: directory, configuration.teaching.phrases)
    if !found.isEmpty { return found }
    return [Checkup("decks", .well, "\(configuration.teaching.tips.count) tips, all read")]
  }

  /// Names that Syncthing, Dropbox, Nextcloud, file managers and editors give to copies.
  private static func isCopy(_ name: String) -> Bool {
    let parts = ["sync-conflict", "conflicted copy", "(copy", "(conflict", "_conflict"]
    let ends = ["~", ".bak", ".orig", ".rej", ".swp", ".tmp", ".new"]
    let isNumbered = name.hasSuffix(").toml") && name.contains(" (")
    return isNumbered || name.hasPrefix(".#") || parts.contains { name.contains($0) }
      || ends.contains { name.hasSuffix($0) }
  }

  /// Identifiers that more than one of the person's own files has: which of them counts is chance.
  private static func doubled(in directory: String, _ phrases: Phrases) -> [Checkup] {
    var seen: [(id: String, file: String)] = []
    var found: [Checkup] = []
    for name in (try? File.names(in: directory)) ?? [] where name.hasSuffix(".toml") && !isCopy(name) {
      let tips = (try? OwnDeck.read("\(directory)/\(name)", phrases: phrases)) ?? []
      for tip in tips {
        guard let other = seen.first(where: { $0.id == tip.id && $0.file != name }) else {
          seen.append((tip.id, name))
          continue
        }
        let says = "“\(tip.id.printable)” stands in \(other.file) and in \(name) of \(directory)"
        found.append(Checkup("decks", .amiss, says, remedy: "Give one of them another id."))
      }
    }
    return found
  }
}
