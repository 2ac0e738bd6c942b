import ArgumentParser
import Channels
import Coaching
import Configuration
import Storage

struct Circles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "circles",
    abstract: "Show whom your offers of help were for; what is blank is an invitation.",
    discussion: """
      An answer to “help” may name whom it was for: coach check help taken --circle colleague. \
      Your own circles go into [profile] circles, those you want to hear nothing of into \
      circles-off. A bar says welcome/offered.

      JSON: first, last, circles [{circle, title, offers, welcomed}] with the blank ones, unnamed \
      (offers that named nobody).
      """
  )

  @Option(help: "The last day: today, yesterday or YYYY-MM-DD.") var asOf = "today"
  @Option(help: "How many days, up to 10000.") var days = 30
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...10_000).contains(days) else {
      throw ValidationError("--days is to be from 1 to 10000, not \(days).")
    }
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let last = try workspace.pastDay(asOf)
    let first = last.adding(days: 1 - days)
    let map = try workspace.circleMap(from: first, through: last)
    let phrases = workspace.phrases
    if json { return try Output.json(View(map, phrases, first, last)) }
    let span = [("first", first.description), ("last", last.description)]
    map.show(phrases, under: phrases("circles-of", span[0], span[1]))
  }

  struct View: Encodable {
    var first: String
    var last: String
    var circles: [CircleView]
    var unnamed: Int

    init(_ map: CircleMap, _ phrases: Phrases, _ first: CivilDate, _ last: CivilDate) {
      self.first = first.description
      self.last = last.description
      circles = map.lines.map { CircleView($0, phrases) }
      unnamed = map.unnamed
    }
  }
}

/// One circle as the reading commands give it.
struct CircleView: Encodable {
  var circle: String
  var title: String
  var offers: Int
  var welcomed: Int

  init(_ line: CircleMap.Line, _ phrases: Phrases) {
    circle = line.circle
    title = phrases.circle(line.circle)
    offers = line.offers
    welcomed = line.welcomed
  }
}

extension Workspace {
  /// Whom the offers of some days were for.
  func circleMap(from first: CivilDate, through last: CivilDate) throws(CommandError) -> CircleMap {
    let questions = teaching.questions.filter { $0.also == .circle }.map(\.id)
    let answers = try answers(to: questions, from: first, through: last)
    return CircleMap(answers, circles: outlook.profile.circleNames)
  }

  /// The answers to some questions on some days that were not taken back.
  func answers(
    to questions: [String],
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> [Fact] {
    do {
      return try ledger.answers(to: questions, from: first, through: last)
    } catch {
      throw CommandError(error)
    }
  }
}

extension CircleMap {
  func show(_ phrases: Phrases, under heading: String) {
    Output.heading(heading)
    let most = served.map(\.offers).max() ?? 0
    let columns = Output.width < 60 ? 7 : 14
    Output.rows(
      served.map { line in
        let bar = Bar.text(Double(line.offers) / Double(most), columns: columns)
        return (phrases.circle(line.circle), "\(bar) \(line.welcomed)/\(line.offers)")
      }
    )
    if unnamed > 0 {
      Output.wrapped(phrases("circles-unnamed", ("count", String(unnamed))), indent: 2)
    }
    let titles = blank.map { phrases.circle($0.circle) }.joined(separator: phrases("list-comma"))
    if !titles.isEmpty { Output.wrapped(phrases("circles-blank", ("list", titles)), indent: 2) }
  }
}
