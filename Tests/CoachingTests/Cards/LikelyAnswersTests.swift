import TestSupport
import Testing

@testable import Coaching

/// Which answers have a button of their own where any could be typed.
///
/// Given are answers by their days (`energy 7 22`), what the person means (`means energy at-least
/// 6`), what the machine saw (`seen 23:52 06:40`), and what is asked on Monday the 23rd.
@Suite struct LikelyAnswersTests {
  static let table = Case.table(
    """
    of what is not known there is none
      energy => nothing
    what was answered of late is likely
      energy 7 22; energy => 7
    the most frequent first, then the last
      energy 5 20; energy 7 21; energy 8 22; energy 7 19; energy => 7, 8
    the person's own target is one of them
      energy 7 20; energy 7 21; energy 8 22; means energy at-least 6; energy => 7, 6
    alone where nothing was answered
      means energy at-least 6; energy => 6
    once where it is the usual answer
      energy 6 21; energy 8 22; means energy at-least 6; energy => 8, 6
    not where it is for some days together
      means energy at-least 9 1/7; energy => nothing
    no occasion is no number
      energy none 22; energy => nothing
    what was long ago is not of late
      energy 7 12; energy => nothing
    of times it is the middle one, to five minutes
      sleep 23:07 19; sleep 23:31 20; sleep 22:58 21; sleep => 23:05
    also over midnight
      sleep 23:50 19; sleep 00:20 20; sleep 00:04 21; sleep => 00:05
    and beside it the person's own
      sleep 23:31 21; means sleep by 23:00; sleep => 23:30, 23:00
    once where they are the same
      sleep 23:01 21; means sleep by 23:00; sleep => 23:00
    what the machine saw is likelier than the usual
      seen 23:52 06:40; sleep 22:00 21; sleep => 23:52
    a question about the tip is another one every day
      done 7 22; done => nothing
    what has its answers as buttons needs none
      help yes 22; help => nothing
    """
  )

  @Test(arguments: table) func `The likely answers`(_ row: Case) throws {
    var scene = try PlanFixture()
    var aims: [PersonalTargets.Entry] = []
    for given in row.given.dropLast() {
      let words = given.split(separator: " ").map(String.init)
      switch words[0] {
      case "means":
        let said = words.dropFirst(2).joined(separator: " ")
        let aim = try #require(Aim(words.count == 4 ? "\(said) 1/1" : said))
        aims.append(PersonalTargets.Entry(question: words[1], aim: aim))
      case "seen":
        let (from, until) = (try #require(CivilTime(words[1])), try #require(CivilTime(words[2])))
        let day = PlanFixture.day("22")
        let woke = try PlanFixture.instant("23T07:00")
        scene.apply(.unseen(from: from, until: until), on: day, at: woke)
      default:
        let question = try #require(scene.teaching.question(words[0]))
        let kind = question.about == .tip ? AnswerKind.scale : question.kind
        let answer = try #require(kind.read(words[1]))
        let answered = Answered(question: words[0], answer: answer, from: "command")
        let day = PlanFixture.day(words[2])
        scene.apply(.answered(answered), on: day, at: try PlanFixture.instant("\(words[2])T12:00"))
      }
    }
    var profile = Profile()
    profile.aims.entries = aims
    var question = try #require(scene.teaching.question(row.given.last ?? ""))
    if question.id == "done" { question.kind = .scale }
    let likely = scene.teaching.likelyAnswers(
      to: question,
      askedOn: PlanFixture.day("23"),
      coach: scene.coach,
      profile: profile
    ).map(\.answer)
    #expect((likely.isEmpty ? "nothing" : likely.joined(separator: ", ")) == row.expected)
  }
}
