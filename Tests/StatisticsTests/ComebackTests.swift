import CivilCalendar
import Statistics
import TestSupport
import Testing

@Suite struct ComebackTests {
  static let histories = Case.table(
    """
    One of the misses is not followed by a done, and the last pair is five days back.
    DDMDDMMDEMD = 3 of 4, run 3
    Without a miss there is nothing to come back from.
    DDDDD = 0 of 0, run 5
    Two misses in a row end the run.
    MM = 0 of 1, run 0
    Single misses belong to the run.
    DMDMDM = 2 of 2, run 6
    After two misses the run begins anew.
    DDMMD = 1 of 2, run 1
    An excused day does not separate two misses.
    DDMEMD = 1 of 2, run 1
    A run with one miss at its end is still alive.
    DDDM = 0 of 0, run 4
    What is not known yet is passed over.
    DMUD = 1 of 1, run 3
    Nothing is nothing.
    E = 0 of 0, run 0
    """
  )

  @Test(arguments: histories)
  func `Coming back and never missing twice`(_ history: Case) {
    let days = states(history.given[0])
    let comeback = Comeback(days)
    let run = Run(days)
    #expect("\(comeback.returns) of \(comeback.chances), run \(run.days)" == history.expected)
  }

  @Test func `A rate wants a chance, and a run knows when the next day decides`() {
    #expect(Comeback(states("DDDM")).rate == nil)
    #expect(Comeback(states("DDMDDMMDEMD")).rate == 0.75)
    let open = ["DDDM", "MM", "DD", "DMU"].map { Run(states($0)).isOpen }
    #expect(open == [true, false, false, true])
  }
}
