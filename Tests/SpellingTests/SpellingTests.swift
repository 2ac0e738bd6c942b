import ArgumentParser
import Channels
import Coaching
import Testing

@testable import coach

/// The command lines that the coach says are command lines that it takes.
@Suite struct SpellingTests {
  /// A command, how it is spelled, and which of the program's commands takes it.
  static let commands: [(command: SuggestedCommand, spelled: String, taker: String)] = [
    (.answer(name: "sleep", answers: ["23:40"]), "coach check sleep 23:40", "check"),
    (.answer(name: "help", answers: ["none"]), "coach check help none", "check"),
    (.answer(name: "own-words", answers: ["\"…\""]), "coach check own-words \"…\"", "check"),
    (.answer(name: "obstacles", answers: []), "coach check obstacles", "check"),
    (
      .answer(name: "obstacles", answers: ["3", "5", "0", "2", "7"]),
      "coach check obstacles 3 5 0 2 7", "check"
    ),
    (
      .answer(name: "help", answers: ["taken"], circle: "colleague"),
      "coach check help taken --circle colleague", "check"
    ),
    (
      .answer(name: "hesitation-1", answers: ["taken"], fear: 3),
      "coach check hesitation-1 taken --fear 3", "check"
    ),
    (.answerOpen, "coach check", "check"), (.answerMissed, "coach check --missed", "check"),
    (.skipMissed, "coach check --skip-missed", "check"),
    (.close(promise: 3, .kept), "coach promise keep 3", "promise"),
    (.close(promise: 3, .released), "coach promise release 3", "promise"),
    (.close(promise: 3, .missed), "coach promise miss 3", "promise"),
    (.setTime(promise: 3), "coach promise edit 3 --by …", "promise"),
    (.extraLanded(), "coach extra --landed yes", "extra"),
    (.retire(name: "two-sides"), "coach retire two-sides", "retire"),
  ]

  @Test(arguments: commands)
  func `Every command that is suggested is one that the program takes`(
    command: SuggestedCommand,
    spelled: String,
    taker: String
  ) throws {
    #expect(command.spelled == spelled)
    let taken = try Main.parseAsRoot(command.words)
    #expect(type(of: taken).configuration.commandName == taker)
  }

  @Test func `What is suggested is read as it was meant`() throws {
    let answer = SuggestedCommand.answer(
      name: "help",
      answers: ["taken"],
      circle: "family",
      fear: 3
    )
    let check = try #require(try Main.parseAsRoot(answer.words) as? Check)
    #expect(check.question == "help" && check.answer == ["taken"])
    #expect(check.circle == ["family"] && check.fear == 3)
    let close = SuggestedCommand.close(promise: 12, .released)
    let promise = try #require(try Main.parseAsRoot(close.words) as? coach.Promise)
    #expect(promise.words == ["release", "12"])
  }
}
