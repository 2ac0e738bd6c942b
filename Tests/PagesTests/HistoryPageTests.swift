import Application
import Coaching
import Pages
import TestSupport
import Testing

/// What of a history depends on where it is read.
@Suite struct HistoryPageTests {
  private static func zone(_ name: String) -> Zone? { try? TestZones.zone(name) }

  private static let places: [(here: String, zones: @Sendable (String) -> Zone?, shown: String)] = [
    ("Europe/Berlin", { _ in nil }, "07:41"),
    ("Asia/Tokyo", { zone($0) }, "07:41"),
    // Where nothing is known of the zone, the clocks here have to do.
    ("Asia/Tokyo", { _ in nil }, "15:41"),
    ("America/Los_Angeles", { _ in nil }, "2026-11-22 22:41"),
  ]

  @Test(arguments: places.indices)
  func `A prompt is told by the clocks where it came, with a date that is not its day's`(
    _ place: Int
  ) throws {
    let (here, zones, shown) = Self.places[place]
    var person = try PersonFixture(.english)
    person.zone = try TestZones.zone(here)
    let workspace = person.workspace
    let monday = try #require(CivilDate("2026-11-23"))
    let history = try workspace.history(days: 1, through: monday)
    let page = HistoryPage(history, of: monday...monday, in: workspace, zones: zones).page()
    let lines = Terminal(width: 80, isPlain: true).lines(of: page)
    #expect(lines.contains("    Morning: \(shown)"), "\(lines)")
  }
}
