import Application
import ApplicationSupport
import Coaching
import Configuration
import Files
import Glibc
import Storage
import TestSupport
import Testing

/// The ledgers over which a person's acts are tested: a file, and one in memory.
enum Keeper: CaseIterable {
  case file
  case memory

  /// Does something with a fixture whose ledger is empty.
  func check(_ settings: String = "", _ body: (inout WorkspaceFixture) throws -> Void) throws {
    let directory = try temporaryDirectory()
    defer { remove(directory) }
    let ledger: any FactLedger =
      switch self {
      case .file: try FileLedger(path: "\(directory)/ledger.sqlite")
      case .memory: MemoryFacts()
      }
    var fixture = try WorkspaceFixture(ledger, settings: settings, in: directory)
    try body(&fixture)
  }
}

/// A person with the shipped decks, in Berlin, from the evening of Sunday, 22 November 2026 on.
struct WorkspaceFixture {
  let ledger: any FactLedger
  let configuration: Configuration
  let paths: Paths
  var zone: Zone
  var now = Instant(rfc3339: "2026-11-22T20:00:00+01:00") ?? .distantPast
  var origin = Workspace.Origin.command

  init(_ ledger: any FactLedger, settings: String, in directory: String) throws {
    self.ledger = ledger
    let shared = "\(WorkspaceFixture.root)/config"
    paths = Paths(
      configuration: directory,
      ledger: "\(directory)/ledger.sqlite",
      spool: "\(directory)/spool",
      lock: "\(directory)/lock",
      shared: shared
    )
    if settings.isEmpty {
      configuration = try WorkspaceFixture.plain.get()
    } else {
      try File.write(paths.ownFile, Array(settings.utf8))
      configuration = try Configuration(paths.places(spoken: .english))
    }
    zone = try TestZones.zone("Europe/Berlin")
  }

  /// What the person works with at this moment.
  var workspace: Workspace {
    let context = PlanningContext(configuration, zone: zone)
    return Workspace(paths, configuration, ledger, context, at: now, from: origin)
  }

  /// Some time passes.
  mutating func wait(hours: Int = 0, seconds: Int = 1) {
    now = now.adding(seconds: Int64(hours * 3600 + seconds))
  }

  /// The defaults with the shipped decks, read once: there are half a megabyte of them.
  private static let plain = Result {
    try Configuration(Configuration.Places(files: [], decks: ["\(root)/config/decks"]))
  }

  static let root = String(#filePath.split(separator: "/Tests/")[0])

  /// All that was written, without what tells one ledger from another.
  func events() throws -> [Event] {
    let days = (CivilDate(dayNumber: 20_000), CivilDate(dayNumber: 22_000))
    return try ledger.facts(from: days.0, through: days.1).sorted { $0.sequence < $1.sequence }
      .map(\.event)
  }
}

/// What an act is refused for, and in which words; nil where it is not refused.
func refusal(_ act: () throws(CommandError) -> Void) -> CommandError? {
  do {
    try act()
    return nil
  } catch {
    return error
  }
}

func temporaryDirectory() throws -> String {
  var template = Array("/tmp/coach-application-XXXXXX".utf8CString)
  let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
    unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
  }
  return try #require(made)
}

/// Removes a directory with the files that are in it.
func remove(_ directory: String) {
  for name in (try? File.names(in: directory)) ?? [] { unsafe unlink("\(directory)/\(name)") }
  unsafe rmdir(directory)
}

extension CommandError {
  /// Why something was refused, as an English reader is told.
  var message: String { words(in: English.phrases) }
}

extension Saying {
  /// As an English reader is told.
  var english: String { English.phrases.words(for: self) }
}

extension Checkup {
  /// What was seen, as an English reader is told.
  var english: String { says.english }
  /// What is to be done about it.
  var todo: String? { remedy?.english }
}

private enum English {
  static let phrases: Phrases = {
    let places = Configuration.Places(files: [], decks: ["\(WorkspaceFixture.root)/config/decks"])
    return (try? Configuration(places, .withoutTips))?.teaching.phrases ?? Phrases()
  }()
}
