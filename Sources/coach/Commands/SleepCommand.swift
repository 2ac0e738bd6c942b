import Application
import ArgumentParser
import Coaching
import Configuration
import Machine
import Pages

struct SleepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sleep",
    abstract: "Record when you slept: a night in one or more stretches, or a nap.",
    discussion: """
      EXAMPLES
        coach sleep 23:30-06:45                last night; lights-out and get-up come with it
        coach sleep 23:30-02:00 03:10-06:45    a night in two stretches
        coach sleep +05:10-06:45               a second sleep, beside what is known of the night
        coach sleep 09:15-16:30                a day's sleep after a night's work
        coach sleep --nap 13:00-13:20          a nap; it never touches the night
        coach sleep 23:30-06:45 --day friday   the night that began on Friday evening
        coach sleep 22:00-11:30 --from-zone America/New_York

      Times are those of your clock, and the length is the true one also where the clock changes. \
      With --from-zone the light went out in another zone than the one you awoke in. A night has \
      the day of its evening, a nap the day on which it began. Where you have not said when the \
      light went out and when you got up, the ends of the night are taken for it; what the light \
      is judged by stays your answer to “sleep”. A night that is given again replaces the one \
      before; naps of a day are added, and one that lies over another replaces it (“=13:00-13:20” \
      replaces all of them). “none” takes a night or the naps of a day out; “coach undo” takes \
      back all of one command. Nothing here says anything about your health.

      Without a stretch, coach sleep shows the last nights.

      JSON, without a stretch, a list of nights: day, inBed {from, until}, asleep [{from, \
      until}], told (whether you said in which stretches you slept), minutes, inBedMinutes, naps \
      [{from, until}], those of the day after.
      """
  )

  @Argument(help: "From and until: 23:30-06:45; or none.", transform: Typed.text)
  var stretches: [String] = []
  @Flag(help: "It was a nap.") var nap = false
  @Option(
    parsing: .unconditional,
    help: "The day of its evening, of a nap its own: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var day: String?
  @Option(help: "The zone in which you fell asleep, where it was another: Europe/Berlin.")
  var fromZone: String?
  @Option(parsing: .unconditional, help: "A few words of your own.", transform: Typed.text)
  var note: String?
  @Flag(help: "Print JSON; without a stretch.") var json = false

  func validate() throws {
    guard stretches.isEmpty || !json else {
      throw ValidationError.said("use-json-nights")
    }
    guard !stretches.isEmpty || !nap && day == nil && fromZone == nil && note == nil else {
      throw ValidationError.said("use-sleep", ("command", "coach sleep 23:30-06:45"))
    }
  }

  func run() throws {
    if stretches.isEmpty {
      let workspace = try Workspace(.withoutTips, orDefaults: json)
      let nights = try workspace.lastNights()
      if json { return try Output.json(nights.map { NightView($0, workspace.context.zone) }) }
      return Output.read(NightsPage(nights, in: workspace).page())
    }
    let workspace = try Workspace(.withoutTips, orDefaults: true)
    let question = try workspace.sleepQuestion(isNap: nap)
    var given = GivenAnswer(stretches.joined(separator: " "), note: note)
    given.day = try day.map { text throws(CommandError) in try workspace.dayOfAnswer(text) }
    given.began = try fromZone.map { name throws(CommandError) in try SystemZone.named(name) }
    let recorded = try workspace.record(given, to: question)
    for line in recorded.said(in: workspace) { Output.say(line) }
  }
}
