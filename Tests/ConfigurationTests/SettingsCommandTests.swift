import Coaching
import Configuration
import Testing

/// The person's own program.
@Suite struct SettingsCommandTests {
  @Test func `It is a list of words with a time limit`() throws {
    let settings = try settings(
      """
      channels = ["spool", "command"]
      [command]
      run = ["push", "--to", "my phone"]
      timeout = "1min 30s"
      """
    )
    #expect(settings.channels == [.spool, .command])
    #expect(settings.command == Settings.Command(["push", "--to", "my phone"], seconds: 90))
  }

  @Test func `It may be there and not used`() throws {
    #expect(try settings("[command]\nrun = [\"push\"]").channels == [.desktop, .spool, .terminal])
  }

  static let refusals: [(text: String, words: String)] = [
    (
      "channels = [\"command\"]",
      "1: the channel “command” has no program; name it: [command] run = [\"…\"]"
    ),
    ("[command]\nrun = \"push\"", "2: “command.run” is to be a list of texts, not a text"),
    (
      "[command]\nrun = [\"\"]",
      "2: “run” begins with a program: [\"notify-send\", \"Coach\"]"
    ),
    (
      "[command]\nrun = [\"a\\u0000b\"]",
      "2: “run” begins with a program: [\"notify-send\", \"Coach\"]"
    ),
    ("[command]\ntimeout = \"2h\"", "2: “2h” is not a span from 1s to 1h, such as “10s”"),
    ("[command]\nrum = []", "2: unknown key “rum”; did you mean “run”?"),
  ]

  @Test(arguments: refusals) func `What cannot be meant is refused`(
    text: String,
    wanted: String
  ) {
    let words = refusal { () throws(ConfigurationError) in
      _ = try Settings(text, file: "coach.toml")
    }
    #expect(words == "coach.toml:\(wanted)")
  }
}
