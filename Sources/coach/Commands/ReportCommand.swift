import Application
import ArgumentParser
import Coaching
import Machine

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make a page to look at: nights, offers, habits, drawn and in numbers.",
    discussion: """
      It is one file that needs nothing beside it and no network: it is opened in a browser, \
      printed, kept, or shown to somebody. What is not known is drawn as unknown, and where there \
      is too little for a picture it says how much is missing. The file is for you alone (0600); \
      --without leaves out what others need not see: own-words (all that you wrote), or any of \
      \(ReportPart.drawn.joined(separator: ", ")).

      EXAMPLES
        coach report year --open                    the last 365 days, in the browser
        coach report month --without own-words --output for-ann.html

      Templates, stylesheet and words lie in share/coach/report; a file of the same name in \
      $XDG_CONFIG_HOME/coach/report takes the place of each.
      """
  )

  @Argument(help: "week, month, quarter, year or all.") var period = ReportPeriod.month
  @Option(
    parsing: .unconditional,
    help: "The last day: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var asOf = "today"
  @Option(
    parsing: .unconditional,
    help: "What to leave out, with commas between: own-words,circles.",
    transform: Typed.text
  ) var without: String?
  @Option(
    parsing: .unconditional,
    help: "The file, “-” for standard output; $XDG_STATE_HOME/coach/report.html unless said.",
    transform: Typed.text
  ) var output: String?
  @Flag(help: "Open it as the desktop opens such files.") var open = false

  func validate() throws {
    guard let without else { return }
    do {
      _ = try Omissions(without)
    } catch {
      let names = ReportPart.allCases.map(\.rawValue)
      let unknown = Suggestions.unknown(.reportPart, error.word, among: names)
      throw ValidationError(Spoken.words(for: unknown))
    }
  }

  func run() throws {
    var words = [period.rawValue, "--as-of", asOf]
    if let without { words += ["--without", without] }
    if let output { words += ["--output", output] }
    if open { words.append("--open") }
    try SiblingProgram("coach-report").run(words)
  }
}
