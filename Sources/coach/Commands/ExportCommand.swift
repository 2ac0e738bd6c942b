import Application
import ArgumentParser
import Coaching
import Configuration
import Files
import Machine

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write out all there is, for another program or another machine.",
    discussion: """
      jsonl is every fact as it is stored, a line of JSON each behind a line that says what \
      follows, also what was taken back and what a newer version wrote: “coach import” makes the \
      same ledger of it. csv is a table of the answers that stand: day, habit, value, unit, note, \
      origin, instant, zone. ics is a calendar of what is planned for the next four weeks, of \
      promises with a time, and of days away. coach-export(5) has all of them.

      EXAMPLES
        coach export --output life.jsonl     everything, written whole or not at all
        coach export --format csv | head     the answers, for a spreadsheet or a notebook

      A ledger that can only be read is read. The file is yours alone, and takes the place of one \
      of that name.
      """
  )

  @Option(help: "jsonl, csv or ics; that of the file's name unless said, else jsonl.")
  var format: ExportFormat?
  @Option(
    parsing: .unconditional,
    help: "The file to make; “-” is standard output.",
    completion: .file(),
    transform: Typed.text
  ) var output = "-"

  func run() throws {
    let paths = Paths()
    guard File.exists(paths.ledger) else {
      throw CommandError(.unavailable, "export-nothing")
    }
    let ledger = try FileLedger(path: paths.ledger, keepingEarlierIn: paths.backups)
    if output == "-" { return try write(ledger, Output.stream) }
    let target = Environment.absolute(output)
    if ledger.isPart(target) {
      throw CommandError(.data, "export-ledger", ("file", output))
    }
    do {
      try write(ledger, into: FileDraft(for: target))
    } catch let error as FileError {
      throw CommandError(.inputOutput, words: error.sentence)
    }
  }

  /// Writes into a file, which is there whole or not at all.
  private func write(_ ledger: FileLedger, into draft: FileDraft) throws {
    var failure: FileError?
    try write(ledger) { bytes in
      do throws(FileError) {
        try draft.add(bytes)
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    try draft.place()
  }

  private func write(
    _ ledger: FileLedger,
    _ take: ([UInt8]) -> Bool
  ) throws(CommandError) {
    let export = LifeExport(ledger)
    switch form {
    case .jsonl: try export.lines(zone: SystemZone.read().zone.name, take)
    case .csv: try export.table(take)
    case .ics: _ = take(try export.calendar(Workspace()))
    }
  }

  /// What was asked for, else what the name of the file says.
  private var form: ExportFormat {
    let named = output.split(separator: ".").last.flatMap { ExportFormat(rawValue: String($0)) }
    return format ?? named ?? .jsonl
  }
}

/// What a person names a form by.
extension ExportFormat: ExpressibleByArgument {}
