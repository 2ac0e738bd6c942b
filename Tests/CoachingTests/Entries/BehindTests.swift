import Testing

@testable import Coaching

/// What is overdue comes before any extra.
@Suite struct BehindTests {
  @Test func `A promise that is overdue withholds extras until it is closed`() throws {
    var scene = try Scene()
    let isBehind = { (day: String) in
      scene.coach.isBehind(on: Scene.day(day), for: scene.outlook)
    }
    try scene.happened("promised 1 23T17:00 at 22T09:00")
    #expect(!isBehind("23"))
    #expect(isBehind("24"))
    let agenda = Agenda(scene.coach, on: Scene.day("24"), for: scene.outlook)
    #expect(agenda.isBehind)
    try scene.happened("kept 1 at 24T09:00")
    #expect(!isBehind("24"))
    try scene.happened("promised 2 never at 22T09:00")
    #expect(!isBehind("24"))
  }
}
