/// Why the bytes of a time zone file could not be read.
public struct ZoneError: Error, Equatable, CustomStringConvertible, Sendable {
  /// The zone that was asked for.
  public let zone: String
  /// Where in the file, in bytes from its start.
  public let byteOffset: Int
  /// What is wrong there.
  public let message: String
  /// Why it is likely so, and what to do.
  public let cause: String

  /// All of it in one line.
  public var description: String {
    "time zone \(zone.quotedInError), byte \(byteOffset): \(message); \(cause)"
  }
}

extension String {
  /// The text in quotes, for an error: no control character reaches a terminal, and no novel.
  var quotedInError: String {
    var shown = ""
    for scalar in unicodeScalars.prefix(80) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return "'\(shown)\(unicodeScalars.count > 80 ? "…" : "")'"
  }
}
