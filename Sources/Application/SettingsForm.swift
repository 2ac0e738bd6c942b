package import Coaching
import Configuration
import Files

/// The configuration being filled in: the person's own text, else the reference.
package struct SettingsForm {
  private let paths: Paths
  private var template: ConfigurationEditor
  private var settings: Settings

  private let zones: (String) -> Zone?

  /// - Parameters:
  ///   - paths: Where the configuration and its reference lie.
  ///   - zones: The zone of a name that a moment may end with; nil where there is none.
  /// - Throws: When the file that is there is refused, or neither can be read.
  package init(_ paths: Paths, zones: @escaping (String) -> Zone?) throws(CommandError) {
    self.zones = zones
    self.paths = paths
    do {
      let own = try Configuration.text(of: paths.ownFile)
      guard let text = try own ?? Configuration.text(of: paths.reference) else {
        let what = "the reference \(paths.reference) is missing; install again: ./systemd/install"
        throw CommandError(.unavailable, what)
      }
      template = ConfigurationEditor(text)
      let file = own == nil ? paths.reference : paths.ownFile
      settings = try Settings(text, file: file, zones: zones)
    } catch let error as ConfigurationError {
      throw CommandError(
        .configuration,
        "\(error)\nMend the file or move it away, then run setup again."
      )
    } catch let failure as CommandError {
      throw failure
    } catch {
      throw CommandError(.inputOutput, "\(error)")
    }
  }

  /// Sets one answer; one that the configuration would refuse changes nothing.
  package mutating func set(_ path: [String], to answer: String) throws(CommandError) {
    var changed = template
    // A file that has the number under its older name keeps it there.
    let isOld = path == ["extras", "per-week"] && template.text.contains("extras-per-week")
    let path = isOld ? ["profile", "extras-per-week"] : path
    changed.set(path, to: SettingsForm.toml(answer, for: path.last ?? ""))
    do {
      settings = try Settings(
        changed.text,
        file: path.joined(separator: "."),
        zones: zones
      )
    } catch {
      throw CommandError(.data, error.message)
    }
    template = changed
  }

  package func value(_ path: [String]) -> String {
    switch path.last {
    case "language": settings.language?.rawValue ?? "locale"
    case "lights-out": settings.lightsOut?.description ?? "unset"
    case "get-up": settings.getUp?.description ?? "unset"
    case "roles": SettingsForm.list(settings.profile.roles.map(\.rawValue))
    case "circles-off": SettingsForm.list(settings.profile.circlesOff.map(\.rawValue))
    case "off-hours": SettingsForm.list(settings.profile.offHours.map(\.shortName))
    case "wording": settings.wording.rawValue
    case "per-week": String(settings.profile.extrasPerWeek)
    case "moment": settings.profile.programme.moment ?? "none"
    case "channels": settings.channels.map(\.rawValue).joined(separator: ", ")
    default: settings.slots.first { path.contains($0.name) }?.moment.description ?? ""
    }
  }

  /// Writes it, whole or not at all.
  package func write() throws(CommandError) {
    do {
      try File.write(paths.ownFile, Array(template.text.utf8))
    } catch {
      throw CommandError(.inputOutput, "\(error.sentence)\nNothing was changed.")
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.joined(separator: ", ")
  }

  /// An answer as the configuration writes the value of a key.
  private static func toml(_ answer: String, for key: String) -> String {
    if ["extras-per-week", "per-week"].contains(key), Int(answer) != nil { return answer }
    if answer.contains("; "), key != "moment" {
      return "[\(answer.split(separator: ";").map { quoted($0.trimmed) }.joined(separator: ", "))]"
    }
    guard ["channels", "roles", "circles-off", "off-hours"].contains(key) else {
      return quoted(answer)
    }
    let items = answer == "none" ? [] : answer.split { $0 == "," || $0 == " " }.map(String.init)
    return "[\(items.map(quoted).joined(separator: ", "))]"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.printable.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "\"\(escaped.joined())\""
  }
}
