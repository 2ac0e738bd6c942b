import Files
import Testing

@testable import Channels
@testable import Coaching

/// A message whose prompt comes back from a snooze is new and unread again, and still one.
@Suite struct SpoolReturnTests {
  private let scratch = Scratch()
  private let back = "new/1795330801.morning.2026-11-22.coach"
  private var spool: Channel { Spool(directory: scratch.spool, person: "mei").channel() }

  /// The morning, back half an hour after it was delivered first.
  private func card(backAt seconds: Int64 = 1_795_330_800) -> Card {
    var card = Card.sample(subject: "Other words")
    card.back = Instant(seconds: seconds)
    card.at = Instant(seconds: seconds)
    return card
  }

  private func write(_ path: String) throws {
    for part in ["tmp", "new", "cur"] { try File.makeDirectories("\(scratch.spool)/\(part)") }
    try File.create("\(scratch.spool)/\(path)", contents: "what was delivered")
  }

  @Test(arguments: [
    "new/1795329000.morning.2026-11-22.coach", "cur/1795329000.morning.2026-11-22.coach",
    "cur/1795329000.morning.2026-11-22.coach:2,", "cur/1795329000.morning.2026-11-22.coach:2,S",
    "cur/1795329000.morning.2026-11-22.coach:2,FRS",
    "cur/1795329000.morning.2026-11-22.coach,S=633:2,S",
    "cur/1795329000.morning.2026-11-22.coach:1,x", "new/17.morning.2026-11-22.coach",
  ])
  func `Wherever it lay and however it was flagged, it is new again, once`(found: String) throws {
    try write(found)
    for _ in 0..<2 {
      try spool.show(card())
      #expect(try scratch.messages() == [back])
      #expect(Scratch.read("\(scratch.spool)/\(back)") == "what was delivered")
    }
  }

  @Test(arguments: [
    "new/1795330801.morning.2026-11-22.coach", "cur/1795330801.morning.2026-11-22.coach:2,S",
    "cur/1795330801.morning.2026-11-22.coach,S=633:2,RS",
  ])
  func `What a reader did with it since it came back stays`(found: String) throws {
    try write(found)
    try spool.show(card())
    #expect(try scratch.messages() == [found])
  }

  @Test(arguments: [
    "new/1795329000.morning.2026-11-22.coach", "cur/1795329000.morning.2026-11-22.coach:2,S",
    "cur/17.morning.2026-11-22.coach:2,S",
  ])
  func `What never left is not made new again`(found: String) throws {
    try write(found)
    try spool.show(.sample())
    #expect(try scratch.messages() == [found])
  }

  @Test func `Put off and settled a second time, it comes back a second time`() throws {
    try spool.show(.sample())
    for round in 1...3 {
      try spool.settle([Card.sample().prompt])
      #expect(try scratch.names("new") == [])
      let seconds = 1_795_329_000 + Int64(round) * 900
      try spool.show(card(backAt: seconds))
      #expect(try scratch.messages() == ["new/\(seconds + 1).morning.2026-11-22.coach"])
    }
  }

  @Test func `Deleted by the reader, it is delivered anew as it is now`() throws {
    try spool.show(.sample(slot: "evening"))
    try spool.show(card())
    let evening = "new/1795329000.evening.2026-11-22.coach"
    #expect(try scratch.messages().sorted() == [evening, back].sorted())
    let text = Message(card: card(), person: "mei").text
    #expect(Scratch.read("\(scratch.spool)/\(back)") == text)
  }

  @Test func `Another prompt's message stays as it is`() throws {
    try write("cur/1795329000.morning.2026-11-21.coach:2,S")
    try write("cur/1795329000.evening.2026-11-22.coach:2,S")
    try spool.show(.sample())
    try spool.show(card())
    #expect(
      try scratch.messages() == [
        back, "cur/1795329000.evening.2026-11-22.coach:2,S",
        "cur/1795329000.morning.2026-11-21.coach:2,S",
      ]
    )
  }

  @Test func `Python sees it unread, then read, then unread again`() throws {
    var flags: [[String]] = []
    try spool.show(.sample())
    flags.append(try Python.mails(in: scratch.spool).map(\.flags))
    try spool.settle([Card.sample().prompt])
    flags.append(try Python.mails(in: scratch.spool).map(\.flags))
    try spool.show(card())
    flags.append(try Python.mails(in: scratch.spool).map(\.flags))
    #expect(flags == [[""], ["S"], [""]])
  }

  @Test func `A spool that was deleted is made again with it`() throws {
    try spool.show(.sample())
    Scratch.remove(scratch.spool)
    try spool.show(card())
    #expect(try scratch.messages() == [back])
  }
}
