import Files
import Testing

@testable import Channels
@testable import Coaching

@Suite struct NotificationStoreTests {
  let scratch = Scratch()

  private func entries() throws -> [NotificationStore.Entry] {
    let morning = try #require(PromptID("morning/2026-11-22"))
    let odd = try #require(PromptID("after lunch/2026-11-22"))
    let (first, second) = (NotificationServer("3f2a:1.5"), NotificationServer("3f2a:1.17"))
    return [
      NotificationStore.Entry(server: first, .shown(7), morning),
      NotificationStore.Entry(server: first, .unanswered, morning),
      NotificationStore.Entry(server: second, .away(.max, since: Instant(seconds: 60)), odd),
      NotificationStore.Entry(server: second, .away(8, since: nil), odd),
    ]
  }

  @Test func `What is kept is there for the next, and for the owner alone`() throws {
    let path = "\(scratch.path)/screen"
    let kept = try entries()
    NotificationStore(path).keep(kept)
    #expect(NotificationStore(path).entries() == kept)
    #expect(Scratch.mode(path) == "600")
    let memory = NotificationStore(path)
    #expect(memory.entries() == kept)
    memory.keep([])
    #expect(NotificationStore(path).entries() == [])
  }

  @Test func `It says since when a prompt has been away`() throws {
    let path = "\(scratch.path)/screen"
    let kept = try entries()
    NotificationStore(path).keep(kept)
    #expect(NotificationStore(path).awaySince(kept[2].prompt) == Instant(seconds: 60))
    #expect(NotificationStore(path).awaySince(kept[0].prompt) == nil)
  }

  @Test func `A server is called by its name on its bus`() {
    #expect(NotificationServer(bus: "3f2a", name: ":1.17").name == ":1.17")
    #expect(NotificationServer("nonsense").name == "nonsense")
  }

  @Test func `A time that cannot be is none`() throws {
    let path = "\(scratch.path)/screen"
    let line = ":1.5 7 away:9223372036854775807 morning/2026-11-22\n"
    try File.create(path, contents: line)
    #expect(NotificationStore(path).entries().map(\.state) == [.away(7, since: nil)])
  }

  static let strangers = [
    "", "\n\n", "nonsense", ":1.5 7 shown", ":1.5 -7 shown morning/2026-11-22",
    ":1.5 4294967296 shown morning/2026-11-22", ":1.5 7 shown morning/2026-02-30",
    String(repeating: "x", count: 70_000),
  ]

  @Test(arguments: strangers) func `What it did not write it does not read`(text: String) throws {
    let path = "\(scratch.path)/screen"
    try File.create(path, contents: text)
    #expect(NotificationStore(path).entries() == [])
  }

  @Test func `Where nothing can be kept nothing is lost but that`() throws {
    let memory = NotificationStore("\(scratch.path)/none/screen")
    #expect(memory.entries() == [])
    memory.keep(try entries())
    #expect(NotificationStore(nil).entries() == [])
  }
}
