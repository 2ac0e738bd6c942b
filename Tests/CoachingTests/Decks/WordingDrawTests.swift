import Coaching
import Testing

/// Which of several wordings is said on a day.
@Suite struct WordingDrawTests {
  @Test(arguments: 1...9)
  func `All come in turn, and never the same on two days one after the other`(_ count: Int) {
    for name in ["offer", "help|taken"] {
      let places = (-300..<300).map { number in
        WordingDraw.place(among: count, on: CivilDate(dayNumber: number), for: name)
      }
      #expect(Set(places) == Set(0..<count))
      let repeats = zip(places, places.dropFirst()).filter { $0 == $1 }.count
      #expect(count == 1 || repeats == 0)
      // Wherever a person begins, none is missing for longer than two rounds.
      for first in 0..<(600 - 2 * count) {
        #expect(Set(places[first..<first + 2 * count]).count == count)
      }
    }
  }

  @Test func `Two sentences have orders of their own, the same each time`() {
    let order = { (name: String) in
      (0..<40).map { WordingDraw.place(among: 5, on: CivilDate(dayNumber: $0), for: name) }
    }
    #expect(order("a") == order("a"))
    #expect(order("a") != order("b"))
  }
}
