package import Coaching

/// What is to be said, before it is known in which language: a frame of the word files by its name,
/// with what fills it.
package indirect enum Saying: Equatable, Sendable {
  /// What stands as it is in every language: what was typed, a number, a path, a command.
  case text(String)
  case frame(String, [Place])
  case list([Saying])
  /// One below the other.
  case lines([Saying])
  /// English says what is typed, as it is; elsewhere nobody has met those names.
  case either(english: String, other: String)
  /// A date, and the day that it is read on.
  case day(CivilDate, seenOn: CivilDate)
  /// A length of time in seconds.
  case span(Int64)

  /// A place of a frame.
  package struct Place: Equatable, Sendable {
    package var name: String
    package var saying: Saying
  }

  /// A frame and what fills it.
  package init(_ frame: String, _ places: (name: String, value: any Sayable)...) {
    self = .frame(frame, Saying.places(places))
  }

  /// The same with places that were made before.
  init(_ frame: String, _ places: [(name: String, value: any Sayable)]) {
    self = .frame(frame, Saying.places(places))
  }

  /// How many facts there are.
  init(facts count: Int) {
    self = count == 1 ? Saying("facts-one") : Saying("facts-many", ("count", count))
  }

  static func places(_ places: [(name: String, value: any Sayable)]) -> [Place] {
    places.map { Place(name: $0.name, saying: $0.value.saying) }
  }
}

/// What can fill a place.
package protocol Sayable {
  var saying: Saying { get }
}

extension Saying: Sayable {
  package var saying: Saying { self }
}

extension String: Sayable {
  package var saying: Saying { .text(self) }
}

extension Int: Sayable {
  package var saying: Saying { .text(String(self)) }
}

extension Phrases {
  /// In the words of this language.
  package func words(for saying: Saying) -> String {
    switch saying {
    case .text(let text): text
    case .frame(let name, let places): filled(name, places.map { ($0.name, words(for: $0.saying)) })
    case .list(let sayings): sayings.map { words(for: $0) }.joined(separator: self("list-comma"))
    case .lines(let sayings): sayings.map { words(for: $0) }.joined(separator: "\n")
    case .either(let english, let other): isEnglish ? english : other
    case .day(let day, let today): date(day, seenOn: today)
    case .span(let seconds): isEnglish ? TimeSpan.words(seconds) : span(seconds)
    }
  }

  private var isEnglish: Bool { self("content-language") == Language.english.rawValue }

  /// A length of time in the language's own units, to the minute.
  package func span(_ seconds: Int64) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    let parts = [
      days == 0 ? nil : self("days", ("count", String(days))),
      hours == 0 ? nil : self("hours", ("count", String(hours))),
      minutes == 0 ? nil : self("minutes", ("count", String(minutes))),
    ].compactMap(\.self)
    return parts.isEmpty ? TimeSpan.words(seconds) : parts.joined(separator: " ")
  }
}
