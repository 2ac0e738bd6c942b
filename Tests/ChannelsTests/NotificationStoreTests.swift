import Files
import Testing

@testable import Channels
@testable import Coaching

@Suite struct NotificationStoreTests {
  let scratch = Scratch()

  private func entries() throws -> [NotificationStore.Entry] {
    let morning = try #require(PromptID("morning/2026-11-22"))
    let odd = try #require(PromptID("after lunch/2026-11-22"))
    return [
      NotificationStore.Entry(owner: ":1.5", id: 7, isAway: false, prompt: morning),
      NotificationStore.Entry(owner: ":1.17", id: .max, isAway: true, prompt: odd),
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
