package import Coaching
import Configuration
import Files

/// The configuration being filled in: the person's own text, else the reference.
package struct SettingsForm {
  private let paths: Paths
  /// Whether the person has a file, whose words all stay.
  private let isOwn: Bool
  private var editor: ConfigurationEditor
  private var settings: Settings
  private var changed: [(path: [String], value: String)] = []

  private let zones: (String) -> Zone?
  private let words: Words
  private let spoken: Language

  /// - Parameters:
  ///   - paths: Where the configuration and its reference lie.
  ///   - spoken: The language of the locale, in which comments are written where no other is set.
  ///   - zones: The zone of a name that a moment may end with; nil where there is none.
  /// - Throws: When the file that is there is refused, or leads nowhere, or neither can be read.
  package init(
    _ paths: Paths,
    spoken: Language = .english,
    zones: @escaping (String) -> Zone?
  ) throws(CommandError) {
    self.spoken = spoken
    self.zones = zones
    self.paths = paths
    words = Words(in: paths.places(spoken: .english).decks, language: .english)
    let words = words
    do {
      if let missing = Configuration.missing(paths.ownFile) { throw missing }
      let own = try Configuration.text(of: paths.ownFile)
      guard let text = try own ?? Configuration.text(of: paths.reference) else {
        throw CommandError(.unavailable, "reference-missing", ("path", paths.reference))
      }
      isOwn = own != nil
      editor = ConfigurationEditor(text)
      settings = try Settings(text, file: isOwn ? paths.ownFile : paths.reference, zones: zones) {
        (try? words.lexicon()) ?? Lexicon()
      }
    } catch let error as ConfigurationError {
      throw CommandError(.configuration, .lines([.text("\(error)"), Saying("mend-setup")]))
    } catch let failure as CommandError {
      throw failure
    } catch {
      throw CommandError(.inputOutput, words: "\(error)")
    }
  }

  /// Sets one answer; one that the configuration would refuse changes nothing.
  ///
  /// What is in no notation of ours is read in the words of all languages, and written in notation.
  package mutating func set(_ key: SettingKey, to answer: String) throws(CommandError) {
    if key.isFree, let none = key.inNotation(answer, try words.lexicon()) {
      return try put(key, none)
    }
    do throws(CommandError) {
      try put(key, answer, isPlain: true)
    } catch {
      let spoken = key.inNotation(answer, try words.lexicon()) ?? answer
      do throws(CommandError) {
        try put(key, spoken)
      } catch _ {
        throw error
      }
    }
  }

  /// The one time of day at which a slot comes; nil where there is none, and no such slot.
  func time(of slot: String) -> CivilTime? {
    settings.schedule.slots.first { $0.name == slot }?.onlyTime
  }

  /// Has a slot come at another time, on the days on which it comes.
  ///
  /// One that comes so long after the person's own time stays by that, and one that sleeps asleep.
  mutating func move(_ slot: String, to time: CivilTime) throws(CommandError) {
    guard let from = self.time(of: slot),
      let moment = settings.slots.first(where: { $0.name == slot })?.moment
    else { return }
    let written: String
    switch moment {
    case .never: return
    case .calendar:
      let days = moment.description.split(separator: " ").dropLast().map(String.init)
      written = (days + [time.description]).joined(separator: " ")
    case .own(let own, let minutes):
      let by = (time.secondOfDay - from.secondOfDay) / 60
      written = Settings.SettingTime.own(own, minutes: minutes + by).description
    }
    var filled = editor
    let path = ["slot", slot, "when"]
    let value = SettingKey.morning.toml(written)
    filled.set(path, to: value)
    do {
      settings = try Settings(filled.text, file: path.joined(separator: "."), zones: zones)
    } catch {
      throw CommandError(.data, words: error.message)
    }
    editor = filled
    changed.append((path, value))
  }

  private mutating func put(
    _ key: SettingKey,
    _ answer: String,
    isPlain: Bool = false
  ) throws(CommandError) {
    var filled = editor
    let path = place(of: key)
    let value = key.toml(answer)
    filled.set(path, to: value)
    do {
      let words = words
      let spoken = isPlain ? nil : { (try? words.lexicon()) ?? Lexicon() }
      let file = path.joined(separator: ".")
      settings = try Settings(filled.text, file: file, zones: zones, words: spoken)
    } catch {
      throw CommandError(.data, words: error.message)
    }
    editor = filled
    changed.append((path, value))
  }

  /// Where a key stands: a file that has a number under its older name keeps it there.
  private func place(of key: SettingKey) -> [String] {
    let isOld = key == .extrasPerWeek && isOwn && editor.text.contains("extras-per-week")
    return isOld ? ["profile", "extras-per-week"] : key.path
  }

  /// The language that is set; nil where the locale's is spoken.
  package var language: Language? { settings.language }

  package func value(_ key: SettingKey) -> String { key.value(in: settings) }

  /// What would be written: of a file of the person's own all that they wrote; of the reference
  /// what was set, and the rest as comments, so that a later default reaches them too.
  package var text: String {
    if isOwn { return editor.text }
    // Its comments are in the language that was chosen, where there are any in it.
    let reference = try? Configuration.text(of: paths.reference(in: language ?? spoken))
    var fresh = reference.flatMap(\.self).map(ConfigurationEditor.init) ?? editor
    for (path, value) in changed { fresh.set(path, to: value) }
    fresh.commentOut(but: changed.map(\.path))
    return fresh.text
  }

  /// Writes it, whole or not at all.
  package func write() throws(CommandError) {
    do {
      try File.write(paths.ownFile, Array(text.utf8))
    } catch {
      throw CommandError(.inputOutput, .lines([.text(error.sentence), Saying("not-changed")]))
    }
  }
}
