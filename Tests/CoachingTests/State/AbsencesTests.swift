import Coaching
import TestSupport
import Testing

/// On which days the person is away, by what they said one after the other.
@Suite struct AbsencesTests {
  static let said = Case.table(
    """
    an absence has its days
      20..25 => 20..25
    each stands for itself
      20..25; 22..28 => 20..25 22..28
    back in its midst, it ends the day before
      20..25; back 23 => 20..22
    back on its first day, nothing is left
      20..25; back 20 => none
    back on its last day, that is no day away
      20..25; back 25 => 20..24
    before it and after it there is nothing to come back from
      20..25; back 19; back 26 => 20..25
    of all that hold each ends
      20..25; 22..28; 23..23; back 23 => 20..22 22..22
    one that is still to come stays
      20..25; 26..28; back 23 => 20..22 26..28
    what is said afterwards holds
      20..25; back 23; 24..26 => 20..22 24..26
    also for a day of the same absence
      20..25; back 23; 23..23 => 20..22 23..23
    back once more, by a clock that was put back
      20..25; back 23; back 21 => 20..20
    back twice on a day is back once
      20..25; back 23; back 23 => 20..22
    the return taken back, it has its days again
      20..25; back 23; undone 2 => 20..25
    of two returns the later taken back
      20..25; back 23; back 21; undone 3 => 20..22
    and the earlier
      20..25; back 23; back 21; undone 2 => 20..20
    the absence taken back, its return ends nothing
      20..25; back 23; undone 1; 24..26 => 24..26
    """
  )

  @Test(arguments: said) func `A return ends what it finds`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given {
      let words = given.split(separator: " ").map(String.init)
      let now = try PlanFixture.instant("23T12:00")
      let day = PlanFixture.day("30")
      if words[0] == "back" {
        scene.apply(.returned(on: PlanFixture.day(words[1])), on: day, at: now)
      } else if words[0] == "undone" {
        scene.apply(.undone(fact: words[1]), on: day, at: now)
      } else {
        let days = words[0].split(separator: ".").map { PlanFixture.day(String($0)) }
        scene.apply(.away(from: days[0], through: days[1]), on: day, at: now)
      }
    }
    let days = scene.coach.absences.map { "\($0.lowerBound.day)..\($0.upperBound.day)" }
    #expect((days.isEmpty ? "none" : days.joined(separator: " ")) == row.expected, "\(row.rule)")
    for number in 18...30 {
      let day = PlanFixture.day("\(number)")
      let isAway = scene.coach.absences.contains { $0.contains(day) }
      #expect(scene.coach.isAway(on: day) == isAway, "\(row.rule) \(number)")
    }
  }
}
