import Application
import Coaching
import Configuration
import Files
import Glibc
import TestSupport
import Testing

/// What is kept for when coach.toml is refused, and what was told of what is wrong.
@Suite struct TypoTests {
  private func inHome(_ body: (Paths, Configuration.Places) throws -> Void) throws {
    let directory = try temporaryDirectory()
    defer { remove(directory) }
    let paths = Paths(
      configuration: "\(directory)/config",
      ledger: "\(directory)/data/ledger.sqlite",
      spool: "\(directory)/state/spool",
      lock: "\(directory)/state/daemon.lock",
      shared: "\(root)/config"
    )
    try body(paths, paths.places(spoken: .english))
  }

  /// The repository that this file is in.
  private var root: String { String(#filePath.split(separator: "/Tests/")[0]) }

  private func text(_ path: String) throws -> String? {
    try File.read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads, and keeps what is good.
  private func keep(_ paths: Paths, _ places: Configuration.Places) throws -> Configuration {
    let good = LastGoodConfiguration(paths)
    let read = try Configuration.inForce(places, lastGood: good.path, orDefaults: true)
    good.keep(read.configuration, from: read.source)
    return read.configuration
  }

  @Test func `What was good is kept beside the ledger, and nothing that was not`() throws {
    try inHome { paths, places in
      let kept = LastGoodConfiguration(paths).path
      _ = try keep(paths, places)
      #expect(try text(kept) == nil, "where there is no ledger yet, nothing is made for it")
      try File.makeDirectories(File.parent(of: paths.ledger))
      _ = try keep(paths, places)
      #expect(try text(kept)?.split(separator: "\n").count == 1, "that there was none is kept too")
      try File.write(paths.ownFile, Array("day-starts = \"05:00\"\n".utf8))
      _ = try keep(paths, places)
      let good = try #require(try text(kept))
      #expect(good.hasSuffix("\nday-starts = \"05:00\"\n"))
      let stamp = FileStamp(at: kept)
      _ = try keep(paths, places)
      #expect(FileStamp(at: kept) == stamp, "what is kept already is not written again")
      try File.write(paths.ownFile, Array("day-strats = \"06:00\"\n".utf8))
      for _ in 0..<2 {
        let read = try keep(paths, places)
        #expect(read.standIn == .lastGood)
        #expect(read.settings.dayStarts == CivilTime("05:00"))
      }
      #expect(try text(kept) == good)
      try File.remove(paths.ownFile)
      #expect(try keep(paths, places).settings == Settings())
      try File.write(paths.ownFile, Array("day-strats = \"06:00\"\n".utf8))
      #expect(try keep(paths, places).settings == Settings(), "the defaults were the last good")
    }
  }

  @Test func `What the person was told is known after a restart, until it is mended`() throws {
    try inHome { paths, _ in
      let id = PromptID(slot: "trouble-073000", day: CivilDate(dayNumber: 20_780))
      var told = ToldTroubles(paths.told)
      #expect(told[.ledger] == nil)
      var telling = ToldTroubles.Telling(.ledger, id)
      telling.isKept = true
      told[.ledger] = telling
      told[.configuration] = ToldTroubles.Telling(.configuration, id)
      told[.configuration]?.isSeen = true
      var anew = ToldTroubles(paths.told)
      #expect(anew[.ledger] == telling)
      #expect(anew[.configuration]?.isSeen == true)
      #expect(anew[.configuration]?.isKept == false)
      anew[.ledger] = nil
      #expect(ToldTroubles(paths.told)[.ledger] == nil)
      #expect(ToldTroubles(paths.told)[.configuration] != nil)
      anew[.configuration] = nil
      #expect(!File.exists(paths.told), "nothing stays behind")
      // What somebody else wrote there is no telling.
      try File.write(paths.told, Array("ledger\nfoo a/2026-11-23\nledger x y\n\n".utf8))
      #expect(ToldTroubles(paths.told)[.ledger] == nil)
    }
  }
}
