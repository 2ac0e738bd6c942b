public import Coaching

extension Configuration {
  /// The text of a configuration, and where it was found.
  public struct Source: Equatable, Sendable {
    /// Nil where there is none, and the defaults hold.
    public var file: String?
    public var text: String?
    /// A file that should hold it, but is a link that leads nowhere.
    public var missing: ConfigurationError?

    /// That of the first file that is there.
    ///
    /// - Parameter places: Where to look.
    /// - Throws: When it cannot be read, or is no UTF-8.
    public init(_ places: Places) throws(ConfigurationError) {
      for path in places.files {
        if let text = try Configuration.text(of: path) {
          (file, self.text) = (path, text)
          return
        }
        missing = missing ?? Configuration.missing(path)
      }
    }

    /// That of a file; nil where it is not there, or cannot be read.
    ///
    /// - Parameter file: Its path.
    public init?(file: String) {
      guard let text = try? Configuration.text(of: file) else { return nil }
      (self.file, self.text) = (file, text)
    }

    /// The defaults.
    public init() {}
  }

  /// What is in force in the place of a file that is not.
  public enum StandIn: String, Sendable {
    /// The last configuration that was good.
    case lastGood = "last-good"
    /// All of it but the decks that are refused, and what only they know.
    case partly
    case defaults

    /// What it is, as a sentence behind why.
    public var words: String {
      switch self {
      case .lastGood: "Until that is mended, the last configuration that was good holds."
      case .partly: "Until that is mended, the rest holds."
      case .defaults: "Until that is mended, the defaults hold."
      }
    }
  }

  /// A configuration to go on with, whatever somebody typed: where the file is refused, or is a
  /// link that leads nowhere, the last that was good.
  ///
  /// - Parameters:
  ///   - places: Where to look.
  ///   - extent: How much of the decks to read.
  ///   - language: The language to speak, whatever is configured.
  ///   - zones: The zone of a name that a moment may end with; nil where there is none.
  ///   - lastGood: Where the last that was good is kept.
  ///   - orDefaults: Whether the defaults will do where none is kept.
  /// - Returns: It, and the text that it was read from.
  /// - Throws: Why the file is refused, where nothing can take its place.
  public static func inForce(
    _ places: Places,
    _ extent: ReadScope = .everything,
    language: Language? = nil,
    zones: @escaping (String) -> Zone? = { _ in nil },
    lastGood: String,
    orDefaults: Bool = false
  ) throws(ConfigurationError) -> (configuration: Configuration, source: Source) {
    let read = { (source: Source, isLenient: Bool) throws(ConfigurationError) in
      try Configuration(
        places,
        source,
        extent,
        language: language,
        zones: zones,
        isLenient: isLenient
      )
    }
    let refusal: ConfigurationError
    do {
      let source = try Source(places)
      let own = try read(source, false)
      // The dotfiles are away for a while; what they said is known.
      guard own.missing != nil, let kept = Source(file: lastGood),
        var standIn = try? read(kept, false)
      else { return (own, source) }
      (standIn.missing, standIn.standIn) = (own.missing, .lastGood)
      return (standIn, kept)
    } catch {
      refusal = error
    }
    let own = try? Source(places)
    return try standIn(for: own, Source(file: lastGood), refusal, orDefaults, by: read)
  }

  /// The first that is not refused itself.
  private static func standIn(
    for own: Source?,
    _ kept: Source?,
    _ refusal: ConfigurationError,
    _ orDefaults: Bool,
    by read: (Source, _ isLenient: Bool) throws(ConfigurationError) -> Configuration
  ) throws(ConfigurationError) -> (configuration: Configuration, source: Source) {
    var candidates: [(Source?, StandIn)] = []
    if kept != nil { candidates = [(kept, .lastGood), (own, .partly), (kept, .partly)] }
    if orDefaults { candidates.append((Source(), .defaults)) }
    for (source, standIn) in candidates {
      guard let source, var found = try? read(source, standIn == .partly) else { continue }
      (found.refusal, found.standIn) = (refusal, standIn)
      return (found, source)
    }
    throw refusal
  }
}
