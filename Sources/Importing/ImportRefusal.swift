/// Why a file is not read: what is wrong, and where.
public struct ImportRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// What it failed for.
  public enum Kind: Sendable {
    /// What is in the file is not what it has to be.
    case data
    /// The command line lacks something that the file does not say.
    case usage
    /// It could not be read.
    case inputOutput
  }

  public var kind: Kind
  /// The file inside the file, where it holds several; empty where it is one.
  public var part: String
  /// The line, from 1; nil where there are none.
  public var line: Int?
  /// What is wrong there, in a sentence.
  public var words: String

  public init(_ words: String, kind: Kind = .data, part: String = "", line: Int? = nil) {
    self.kind = kind
    self.part = part
    self.line = line
    self.words = words
  }

  /// `Habits.csv, line 3: “x” is no day`.
  public var description: String {
    let place = [part.isEmpty ? nil : part, line.map { "line \($0)" }].compactMap { $0 }
    return place.isEmpty ? words : "\(place.joined(separator: ", ")): \(words)"
  }

  /// The exit code of sysexits(3).
  public var exitCode: Int32 {
    switch kind {
    case .data: 65
    case .usage: 64
    case .inputOutput: 74
    }
  }
}
