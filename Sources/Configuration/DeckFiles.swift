import Files

/// Reads the files of decks, and keeps in mind what was looked for and how it was found.
final class DeckFiles {
  /// Something that was looked for.
  struct Consulted: Equatable {
    enum Found: Equatable {
      case nothing
      /// Something is there; what is in it was not asked.
      case something
      /// It was read, as it was then.
      case file(FileStamp)
    }

    var path: String
    var found: Found

    /// Whether it would be found the same now.
    var holds: Bool {
      switch found {
      case .nothing: FileStamp(at: path) == nil
      case .something: FileStamp(at: path) != nil
      case .file(let stamp): FileStamp(at: path) == stamp
      }
    }
  }

  private(set) var consulted: [Consulted] = []

  /// Whether anything is at a path.
  func exists(_ path: String) -> Bool {
    let isThere = File.exists(path)
    consulted.append(Consulted(path: path, found: isThere ? .something : .nothing))
    return isThere
  }

  /// A TOML file; nil where there is none.
  func document(_ path: String) throws(ConfigurationError) -> Document? {
    note(path)
    return try Document.read(path)
  }

  /// The names in a directory, sorted; none where it cannot be read.
  func names(in directory: String) -> [String] {
    note(directory)
    return (try? File.names(in: directory)) ?? []
  }

  /// Before it is read: a change in between then shows as one.
  private func note(_ path: String) {
    let found = FileStamp(at: path).map(Consulted.Found.file) ?? .nothing
    consulted.append(Consulted(path: path, found: found))
  }
}
